"""Single targets: their numbers, dates and comparisons against what the indicator measures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_builder.checks.view import PlanView, View
from site_builder.model.indicator import OF_ONE_PERIOD, Indicator, Target
from site_builder.terms.finding import Finding
from site_builder.terms.place import Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

OUTSIDE = Rule(
    code="P141",
    severity="warning",
    title=Text("Mốc chỉ tiêu ngoài thời gian thực hiện", "Target outside the plan's period"),
    reason=Text(
        "Mốc nằm ngoài thời gian của kế hoạch thường là năm gõ sai.",
        "A target outside the plan's period is most often a mistyped year.",
    ),
    fix=Text(
        "Sửa năm, hoặc nới “period” nếu văn bản ghi như vậy.",
        "Correct the year, or widen “period” if the document says so.",
    ),
    wrong="period: {from: 2022, to: 2025} … 2052: {at_least: 80}",
    right="period: {from: 2022, to: 2025} … 2025: {at_least: 80}",
)
RANGE = Rule(
    code="P142",
    severity="error",
    title=Text("Khoảng giá trị bị ngược", "Range reversed"),
    reason=Text(
        "Không số nào vừa không nhỏ hơn số lớn vừa không lớn hơn số nhỏ.",
        "No number is at least the larger and at most the smaller.",
    ),
    fix=Text("Ghi số nhỏ trước, số lớn sau.", "Give the smaller number first."),
    wrong="between: [80, 60]",
    right="between: [60, 80]",
)
ABOVE_100 = Rule(
    code="P143",
    severity="error",
    title=Text("Tỷ lệ ngoài 0 – 100 %", "Share outside 0 to 100 %"),
    reason=Text(
        "Tử số là một phần của mẫu số, nên tỷ lệ không quá 100 %.",
        "The numerator is part of the denominator, so a share cannot exceed 100 %.",
    ),
    fix=Text(
        "Sửa số; nếu là mức tăng so với trước thì “measures: rate”.",
        "Correct the number; if it is growth over an earlier value, use “measures: rate”.",
    ),
    wrong="at_least: 850",
    right="at_least: 85",
)
OTHER_KIND = Rule(
    code="P144",
    severity="error",
    title=Text("Chỉ tiêu không hợp với cách đo", "Target does not fit its measure"),
    reason=Text(
        "Mốc công việc thì xong hay chưa; đánh giá bằng lời không bao giờ tính bằng số.",
        "A milestone is done or not; an assessment in words is never computed.",
    ),
    fix=Text(
        "Với milestone dùng done: true; với assessment dùng in_words; có số thì chọn “measures” khác.",
        "A milestone takes done: true, an assessment in_words; a number needs another “measures”.",
    ),
    wrong="measures: milestone … 2025: {at_least: 1}",
    right="measures: milestone … 2025: {done: true}",
)
EACH = Rule(
    code="P145",
    severity="error",
    title=Text(
        "“each” chỉ dùng cho số liệu của từng kỳ", "“each” is for figures of single periods only"
    ),
    reason=Text(
        "“mỗi năm” nghĩa là xét riêng từng năm bằng số của năm ấy; mức tại thời điểm và lũy kế không "
        "cho biết số của từng năm.",
        "“Every year” judges each year by its own figure; a level or a running total does not tell "
        "each year's.",
    ),
    fix=Text(
        "Sửa “measures” (flow là số từng kỳ), hoặc bỏ “each” và “first”.",
        "Correct “measures” (a flow counts each period), or take off “each” and “first”.",
    ),
    wrong="measures: stock … {at_least: 25, each: year}",
    right="measures: flow … {at_least: 25, each: year}",
)
DIRECTION = Rule(
    code="P147",
    severity="warning",
    title=Text("Phép so sánh ngược chiều mong muốn", "Comparison against the wanted direction"),
    reason=Text(
        "“Càng thấp càng tốt” mà chỉ tiêu là “ít nhất” thì một trong hai thường ghi nhầm.",
        "“Less is better” with “at least” as its target: one of the two is usually a slip.",
    ),
    fix=Text("Xem lại “better” và phép so sánh.", "Look again at “better” and the comparison."),
    wrong="better: less … {at_least: 5}",
    right="better: less … {at_most: 5}",
)
NOT_WHOLE = Rule(
    code="P148",
    severity="error",
    title=Text("Số đếm có phần thập phân", "Count with decimals"),
    reason=Text(
        "Người và đơn vị đếm bằng số nguyên.", "People and bodies are counted in whole numbers."
    ),
    fix=Text(
        "Sửa số; nếu không phải số đếm thì thêm “integer: false”.",
        "Correct the number; if it is no count, add “integer: false”.",
    ),
    wrong="about: 24000.5",
    right="about: 24000",
)
TOLERANCE = Rule(
    code="P149",
    severity="warning",
    title=Text("“tolerance” không đi với “about”", "“tolerance” without “about”"),
    reason=Text(
        "Sai số chỉ có nghĩa với “khoảng”; các phép so sánh khác xét đúng con số.",
        "A tolerance means something for “about” only; other comparisons take the number itself.",
    ),
    fix=Text("Bỏ “tolerance”.", "Take off “tolerance”."),
    wrong="{at_least: 80, tolerance: 5}",
    right="{about: 80, tolerance: 5}",
)
RULES = (OUTSIDE, RANGE, ABOVE_100, OTHER_KIND, EACH, DIRECTION, NOT_WHOLE, TOLERANCE)

_UPWARD = ("at_least", "more_than")
_DOWNWARD = ("at_most", "less_than")
Targets = Iterator[tuple[PlanView, tuple[Step, ...], Indicator, Target]]


def _targets(view: View) -> Targets:
    for plan in view.plans:
        for path, indicator in plan.indicators():
            for key, target in indicator.targets.items():
                yield plan, (*path, "targets", key), indicator, target


def numbers_of(target: Target) -> tuple[Decimal, ...]:
    """The one or two numbers that a target compares with; none in words or for done."""
    given = getattr(target, target.comparison)
    if isinstance(given, tuple):
        return given
    return (given,) if isinstance(given, Decimal) else ()


def outside(view: View) -> Iterator[Finding]:
    """Targets due before the plan starts or after it ends."""
    for plan in view.plans:
        span = plan.plan.period
        if span.start and span.end and span.end.end < span.start.start:
            # A period that ends before it starts has a finding of its own.
            continue
        for path, indicator in plan.indicators():
            for key, due, _ in indicator.keyed_targets():
                early = span.start is not None and due.end < span.start.start
                late = span.end is not None and due.end > span.end.end
                if early or late:
                    yield OUTSIDE.finding(
                        plan.key(*path, "targets", key),
                        read=due.text,
                        expected=same(f"{span.start or '…'} – {span.end or '…'}"),
                    )


def ranges(view: View) -> Iterator[Finding]:
    """Ranges whose first number is the larger."""
    for plan, path, _, target in _targets(view):
        if target.between is not None and target.between[0] > target.between[1]:
            low, high = target.between
            suggestion = f"[{high}, {low}]"
            yield RANGE.finding(
                plan.at(*path, "between"),
                read=f"[{low}, {high}]",
                expected=Text("số nhỏ trước, số lớn sau", "the smaller number first"),
                suggestion=suggestion,
            )


def shares(view: View) -> Iterator[Finding]:
    """Shares below 0 or above 100 per cent."""
    for plan, path, indicator, target in _targets(view):
        # By how much a share changes, or how many times it is that of a year, is no share.
        if indicator.measures == "ratio" and target.relative is None:
            for number in numbers_of(target):
                if not 0 <= number <= 100:
                    expected = Text("từ 0 đến 100", "from 0 to 100")
                    where = plan.at(*path, target.comparison)
                    yield ABOVE_100.finding(where, read=str(number), expected=expected)


def kinds(view: View) -> Iterator[Finding]:
    """Milestones that are not done or not, numbers of assessments, and `done` of anything else."""
    for plan, path, indicator, target in _targets(view):
        done, words = target.comparison == "done", target.comparison == "in_words"
        allowed = {"milestone": done or words, "assessment": words}
        if not allowed.get(indicator.measures, not done):
            expected = {
                "milestone": Text("done: true", "done: true"),
                "assessment": Text("in_words: lời đánh giá", "in_words: the words"),
            }.get(indicator.measures, Text("một con số hoặc in_words", "a number or in_words"))
            yield OTHER_KIND.finding(
                plan.key(*path, target.comparison),
                read=f"{target.comparison} ({indicator.measures})",
                expected=expected,
            )


def each(view: View) -> Iterator[Finding]:
    """Targets per period of what tells no period's own figure, and a first period without any."""
    for plan, path, indicator, target in _targets(view):
        key = "each" if target.each is not None else "first"
        if getattr(target, key) is None:
            continue
        if indicator.measures not in OF_ONE_PERIOD or target.each is None:
            kinds = ", ".join(OF_ONE_PERIOD)
            yield EACH.finding(
                plan.key(*path, key),
                read=f"{key} ({indicator.measures})",
                expected=Text(f"measures: {kinds}; kèm “each”", f"measures: {kinds}; with “each”"),
            )


def direction(view: View) -> Iterator[Finding]:
    """Comparisons that bound the side on which more would be better."""
    for plan, path, indicator, target in _targets(view):
        against = _UPWARD if indicator.better == "less" else _DOWNWARD
        if target.level_comparison in against:
            fitting: tuple[str, ...] = _DOWNWARD if indicator.better == "less" else _UPWARD
            if indicator.measures == "rank" and indicator.better == "more":
                # The first place is the best one: what is wrong is the direction.
                fitting = ("better: less",)
            yield DIRECTION.finding(
                plan.key(*path, target.comparison),
                read=f"{target.comparison} (better: {indicator.better})",
                expected=Text(" hoặc ".join(fitting), " or ".join(fitting)),
            )


def whole_numbers(view: View) -> Iterator[Finding]:
    """Decimals in targets, baselines and shares of what is counted in whole numbers."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            if indicator.counts_whole:
                for place, number in _numbers(indicator):
                    if number != number.to_integral_value():
                        expected = Text("một số nguyên", "a whole number")
                        where = plan.at(*path, *place)
                        yield NOT_WHOLE.finding(where, read=str(number), expected=expected)


def _numbers(indicator: Indicator) -> Iterator[tuple[tuple[Step, ...], Decimal]]:
    for key, target in indicator.targets.items():
        if not (target.relative is not None and target.relative.scales):
            for number in numbers_of(target):
                yield ("targets", key, target.comparison), number
        if target.relative is not None and target.relative.value is not None:
            yield ("targets", key, "relative", "value"), target.relative.value
    if indicator.baseline is not None and indicator.baseline.value is not None:
        yield ("baseline", "value"), indicator.baseline.value
    if indicator.allocation is not None:
        for name, share in indicator.allocation.shares.items():
            if share is not None:
                yield ("allocation", "shares", name), share


def tolerances(view: View) -> Iterator[Finding]:
    """Tolerances of comparisons that have none."""
    for plan, path, _, target in _targets(view):
        if target.tolerance is not None and target.comparison != "about":
            yield TOLERANCE.finding(
                plan.key(*path, "tolerance"),
                read=f"tolerance ({target.comparison})",
                expected=Text("about, hoặc không có tolerance", "about, or no tolerance"),
            )


CHECKS = (outside, ranges, shares, kinds, each, direction, whole_numbers, tolerances)
