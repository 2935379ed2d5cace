"""Indicators as a whole: what a share is a share of, where progress starts, where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_builder.checks.view import PlanView, View, cycles
from site_builder.model.indicator import Indicator, Target
from site_builder.model.rows import PROGRESS_COLUMNS
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.place import Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

BACKWARD = Rule(
    code="P146",
    severity="warning",
    title=Text("Mốc sau kém mốc trước", "Later target worse than an earlier one"),
    reason=Text(
        "Chỉ tiêu đi lùi thường là số hoặc năm gõ sai; nếu văn bản in như vậy thì nên nêu ra.",
        "Targets that go backward are most often a slip; if printed so, it should be said.",
    ),
    fix=Text(
        "Đối chiếu với văn bản; nếu đúng như in thì nêu ở “remarks”.",
        "Compare with the document; if it is printed so, say it in a remark.",
    ),
    wrong="2023: {about: 24000} … 2025: {about: 22000}",
    right="2023: {about: 22000} … 2025: {about: 24000}",
)
WITHIN = Rule(
    code="P151",
    severity="error",
    title=Text("“trong đó” không dựa trên một tỷ lệ", "“within” is not within a share"),
    reason=Text(
        "Mẫu số của chỉ tiêu “trong đó” là tử số của chỉ tiêu kia, nên cả hai phải là tỷ lệ và không "
        "được lồng vòng.",
        "A nested share's denominator is the other's numerator, so both must be shares and neither "
        "within itself.",
    ),
    fix=Text("Sửa “within” hoặc “measures”.", "Correct “within” or “measures”."),
    wrong="measures: ratio … within: doan-vien (stock)",
    right="measures: ratio … within: ty-le-doi-thoai (ratio)",
)
OF_WHAT = Rule(
    code="P152",
    severity="error",
    title=Text("Tỷ lệ không nói tử số và mẫu số", "Share of what is not said"),
    reason=Text(
        "“85%” chỉ có nghĩa khi biết chia cái gì cho cái gì; số liệu cũng nộp bằng hai số ấy.",
        "“85%” means something only when it is known what is divided by what; figures are sent in "
        "as those two numbers.",
    ),
    fix=Text(
        "Thêm “numerator” và “denominator” bằng lời; với “trong đó” chỉ cần “numerator”.",
        "Add “numerator” and “denominator” in words; a nested share needs only “numerator”.",
    ),
    wrong="{id: doi-thoai, measures: ratio}",
    right="{id: doi-thoai, measures: ratio, numerator: đơn vị đối thoại, denominator: tổng số đơn vị}",
)
BASELINE = Rule(
    code="P153",
    severity="error",
    title=Text("Kỳ gốc không trước mốc đầu", "Baseline not before the first target"),
    reason=Text(
        "Tiến độ đi từ kỳ gốc tới mốc; kỳ gốc muộn hơn thì không có quãng đường nào.",
        "Progress runs from the baseline to the target; with a later baseline there is no way.",
    ),
    fix=Text("Sửa kỳ gốc hoặc năm của mốc.", "Correct the baseline's period or the target's year."),
    wrong="baseline: {period: 2023} … 2023: {about: 22000}",
    right="baseline: {period: 2021-06} … 2023: {about: 22000}",
)
BREAKDOWN = Rule(
    code="P154",
    severity="error",
    title=Text("Phân tổ trùng tên cột có sẵn", "Breakdown named like a fixed column"),
    reason=Text(
        "Phân tổ là một cột của tệp CSV; trùng tên thì không biết cột nào là cột nào.",
        "A breakdown is a column of the CSV file; two columns cannot share a name.",
    ),
    fix=Text("Đặt tên khác cho phân tổ.", "Give the breakdown another name."),
    wrong="breakdowns: [agency]",
    right="breakdowns: [gioi-tinh]",
)
RULES = (BACKWARD, WITHIN, OF_WHAT, BASELINE, BREAKDOWN)

_ORDERED = ("stock", "cumulative", "ratio", "rank", "index")


def backward(view: View) -> Iterator[Finding]:
    """Dated targets of the same population and unit of which a later one asks for less."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            if indicator.measures in _ORDERED:
                yield from _backward(plan, path, indicator)


def _backward(plan: PlanView, path: tuple[Step, ...], indicator: Indicator) -> Iterator[Finding]:
    alike: dict[object, list[tuple[str, Period, Target]]] = {}
    for one in indicator.keyed_targets():
        alike.setdefault(_counted(one[2]), []).append(one)
    for several in alike.values():
        yield from _in_turn(plan, path, indicator, several)


def _in_turn(
    plan: PlanView,
    path: tuple[Step, ...],
    indicator: Indicator,
    several: list[tuple[str, Period, Target]],
) -> Iterator[Finding]:
    for (_, early, before), (key, late, after) in pairwise(several):
        if before.value is None or after.value is None or early == late:
            continue
        if any(early.end < one.start.start <= late.end for one in indicator.breaks):
            # From a break on something else is counted.
            continue
        rising = (indicator.better == "more") != _lowers(after)
        worse = after.value < before.value if rising else after.value > before.value
        if worse:
            expected = Text(
                "không kém {value} của mốc {early}", "no worse than the {value} of {early}"
            ).fill(value=before.value, early=early)
            where = plan.at(*path, "targets", key, after.comparison)
            yield BACKWARD.finding(where, read=str(after.value), expected=expected)


def _counted(target: Target) -> object:
    """What two targets must share for the one to ask for less than the other: what is counted, by
    whose authority, and as what: a level, a change, a sum."""
    of = tuple(sorted(target.of.items()))
    relative = target.relative and (target.relative.relation, target.relative.base)
    return (
        target.population, target.unit, of, target.authority, relative, target.since, target.each,
    )  # fmt: skip


def _lowers(target: Target) -> bool:
    """Whether a larger printed number asks for a lower level."""
    return target.relative is not None and target.relative.lowers


def within(view: View) -> Iterator[Finding]:
    """Nested shares of something that is no share, or of themselves."""
    for plan in view.plans:
        found = {indicator.id: (path, indicator) for path, indicator in plan.indicators()}
        for path, indicator in found.values():
            _, parent = found.get(indicator.within or "", (path, None))
            for one in (indicator, parent) if parent is not None else ():
                if one.measures != "ratio":
                    yield _within(plan, path, f"{one.id} ({one.measures})")
                    break
        edges = {name: (i.within,) for name, (_, i) in found.items() if i.within}
        for loop in cycles(edges):
            yield _within(plan, found[loop[0]][0], " → ".join((*loop, loop[0])))


def _within(plan: PlanView, path: tuple[Step, ...], read: str) -> Finding:
    expected = Text(
        "một chỉ tiêu “measures: ratio” khác", "another indicator with “measures: ratio”"
    )
    return WITHIN.finding(plan.at(*path, "within"), read=read, expected=expected)


def of_what(view: View) -> Iterator[Finding]:
    """Shares that do not say what is divided by what."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            if indicator.measures != "ratio":
                continue
            needed = ["numerator"] if indicator.within else ["numerator", "denominator"]
            missing = [key for key in needed if getattr(indicator, key) is None]
            if missing:
                named = ", ".join(missing)
                where = plan.at(*path, "measures")
                yield OF_WHAT.finding(
                    where,
                    read=indicator.id,
                    expected=Text(f"có thêm {named}", f"{named} as well"),
                )


def baselines(view: View) -> Iterator[Finding]:
    """Baselines that do not end before the first target falls due."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            dated = indicator.dated_targets()
            base = indicator.baseline
            if base is not None and dated and base.period.end >= dated[0][0].end:
                expected = Text("trước {first}", "before {first}").fill(first=dated[0][0])
                where = plan.at(*path, "baseline", "period")
                yield BASELINE.finding(where, read=str(base.period), expected=expected)


def breakdowns(view: View) -> Iterator[Finding]:
    """Breakdowns that would be a second column of a fixed name."""
    for plan in view.plans:
        for path, indicator in plan.indicators():
            for i, name in enumerate(indicator.breakdowns):
                if name in (*PROGRESS_COLUMNS, "corrects"):
                    expected = Text("một tên khác", "another name")
                    where = plan.at(*path, "breakdowns", i)
                    yield BREAKDOWN.finding(where, read=name, expected=expected)


CHECKS = (backward, within, of_what, baselines, breakdowns)
