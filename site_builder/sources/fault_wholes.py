"""Items whose keys do not go together: a target without one comparison, a time that says none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.model.indicator import COMPARISONS
from site_builder.sources.faults import Fault
from site_builder.terms.finding import Finding
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

COMPARISON = Rule(
    code="P012",
    severity="error",
    title=Text("Chỉ tiêu phải có đúng một phép so sánh", "A target makes exactly one comparison"),
    reason=Text(
        "Phép so sánh (khoảng, ít nhất, trên…) là dữ liệu: thiếu nó thì không xét được đạt hay không, "
        "có hai thì không biết xét theo cái nào.",
        "The comparison (about, at least, more than…) is data: without it nothing can be judged, "
        "and of two nobody knows which holds.",
    ),
    fix=Text(
        "Giữ một khóa: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words hoặc done: true. “Giảm 20.000 so với năm 2020” là một số kèm gốc: {bare: 20000, "
        "relative: {as: decrease_by, to: 2020}}.",
        "Keep one key: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words or done: true. “Fewer by 20,000 than in 2020” is a number with its base: {bare: "
        "20000, relative: {as: decrease_by, to: 2020}}.",
    ),
    wrong="{at_least: 80, about: 85, clause: II.2}",
    right="{at_least: 80, clause: II.2}",
)
NO_TIME = Rule(
    code="P013",
    severity="error",
    title=Text("Thời hạn không nói gì", "A time that says none"),
    reason=Text(
        "“when” có mặt mà không có hạn, không có kỳ lặp thì nhiệm vụ trông như có thời hạn.",
        "A “when” with neither deadline nor interval makes the duty look as if it had one.",
    ),
    fix=Text(
        "Thêm due, every, on_request hoặc ongoing; văn bản không ghi thời hạn thì xóa cả “when”.",
        "Add due, every, on_request or ongoing; if the document gives no time, delete “when”.",
    ),
    wrong="when: {wording: sớm}",
    right="when: {due: 2022-03, wording: trong tháng 3/2022}",
)
RULES = (COMPARISON, NO_TIME)


def _comparison(fault: Fault) -> Finding:
    given = ", ".join(str(key) for key in fault.value if key in COMPARISONS)
    expected = Text("đúng một phép so sánh", "exactly one comparison")
    return COMPARISON.finding(fault.where, read=given, expected=expected)


def _no_time(fault: Fault) -> Finding:
    expected = Text("due, every, on_request hoặc ongoing", "due, every, on_request or ongoing")
    return NO_TIME.finding(fault.where, read=fault.read, expected=expected)


FINDINGS: Mapping[str, Callable[[Fault], Finding]] = {
    "one_comparison": _comparison,
    "timing_empty": _no_time,
}
