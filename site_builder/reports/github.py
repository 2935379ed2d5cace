"""GitHub's workflow commands: the worst findings as annotations on their lines, and a count.

GitHub shows at most ten annotations of a kind for a step, and hides the rest without a word:
so nine are given and the tenth says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._escape import clip, visible
from site_builder.reports._groups import Group, groups, summary
from site_builder.terms.rule import SEVERITIES
from site_builder.terms.text import Lang, Text

SHOWN = 9
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_MESSAGE = Text(
    "đọc thấy: {read}\ncần có: {expected}\ncách sửa: {fix}",
    "read: {read}\nexpected: {expected}\nto do: {fix}",
)
_PLACES = Text("\n({count} chỗ trong tệp này)", "\n({count} places in this file)")
_REST = Text(
    "Còn {count} phát hiện nữa không hiện ở đây; chạy “plansite check” để xem hết. {summary}",
    "{count} more findings are not shown here; run `plansite check` to see all. {summary}",
)


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """One command a line; the summary is a plain line, for the log."""
    ordered = sorted(groups(result), key=lambda g: SEVERITIES.index(g[0].finding.severity))
    lines = [_annotation(group, lang) for group in ordered[:SHOWN]]
    lines += _rest(ordered[SHOWN:], result, lang)
    return "\n".join([*lines, summary(result).of(lang)]) + "\n"


def _annotation(group: Group, lang: Lang) -> str:
    finding, spot = group[0].finding, group[0].spot
    message = _MESSAGE.fill(
        read=clip(visible(finding.read), 200),
        expected=Text(visible(finding.expected.vi), visible(finding.expected.en)),
        fix=Text(visible(finding.fix.vi), visible(finding.fix.en)),
    ).of(lang)
    if finding.suggestion is not None:
        message += f" ({visible(finding.suggestion)})"
    if len(group) > 1:
        message += _PLACES.fill(count=len(group)).of(lang)
    properties = {
        "file": visible(spot.file),
        "line": str(spot.line),
        "col": str(spot.column),
        "endColumn": str(spot.end_column),
        "title": f"{finding.code} {finding.title.of(lang)}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(message)}"


def _rest(left: list[Group], result: CheckResult, lang: Lang) -> Iterator[str]:
    if left:
        count = sum(len(group) for group in left)
        words = _REST.fill(count=count, summary=summary(result)).of(lang)
        yield f"::{_COMMANDS[left[0][0].finding.severity]}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
