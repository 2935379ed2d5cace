"""Breaks of a series: in order of time, each with a new series of its own after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from site_builder.checks.view import PlanView, View
from site_builder.model.indicator import Break, Indicator
from site_builder.progress.sides import AT_THE_END
from site_builder.terms.finding import Finding
from site_builder.terms.place import Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

ORDER = Rule(
    code="P155",
    severity="error",
    title=Text("Chỗ ngắt không theo thứ tự thời gian", "Breaks out of order"),
    reason=Text(
        "Mỗi chỗ ngắt mở một chuỗi mới; trùng ngày hoặc lộn ngày thì không biết số nào thuộc chuỗi nào.",
        "Each break opens a new series; with two on a day, or out of order, nobody can tell which "
        "figure belongs to which.",
    ),
    fix=Text(
        "Ghi các chỗ ngắt từ sớm đến muộn, mỗi ngày một chỗ.",
        "Give the breaks from the earliest to the latest, one for a day.",
    ),
    wrong="breaks: [{from: 2025-07-01, …}, {from: 2025-01-01, …}]",
    right="breaks: [{from: 2025-01-01, …}, {from: 2025-07-01, …}]",
)
BASELINE = Rule(
    code="P156",
    severity="error",
    title=Text("Giá trị gốc không thuộc chuỗi mới", "Baseline outside the new series"),
    reason=Text(
        "Tiến độ sau chỗ ngắt đi từ một số của chuỗi mới; số của chuỗi cũ đếm cái khác.",
        "After a break progress starts from a figure of the new series; one of the old counts "
        "something else.",
    ),
    fix=Text(
        "Ghi kỳ gốc từ ngày ngắt trở đi và trước chỗ ngắt sau; không có thì bỏ “baseline”: số đầu "
        "tiên sau khi ngắt là gốc.",
        "Give a period from the break on and before the next one; if there is none, take off "
        "“baseline”: the first figure after the break is the start.",
    ),
    wrong="{from: 2025-07-01, baseline: {period: 2024, value: 22500}}",
    right="{from: 2025-07-01, baseline: {period: 2025-07, value: 9000}}",
)
OF_NOTHING = Rule(
    code="P157",
    severity="error",
    title=Text("Chỗ ngắt có mục mà không có văn bản", "A break with a clause of no document"),
    reason=Text(
        "“clause” là mục của văn bản gây ra chỗ ngắt; không có văn bản thì không tra được.",
        "“clause” is a clause of the document that is the cause; without it nobody can look it up.",
    ),
    fix=Text("Thêm “document”, hoặc bỏ “clause”.", "Add “document”, or take off “clause”."),
    wrong="{from: 2025-07-01, clause: 1, why: …}",
    right="{from: 2025-07-01, document: nq-202, clause: 1, why: …}",
)
RULES = (ORDER, BASELINE, OF_NOTHING)
Broken = Iterator[tuple[PlanView, tuple[Step, ...], Indicator]]


def _broken(view: View) -> Broken:
    for plan in view.plans:
        for path, indicator in plan.indicators():
            if indicator.breaks:
                yield plan, path, indicator


def order(view: View) -> Iterator[Finding]:
    """Breaks on the day of the one before or earlier."""
    for plan, path, indicator in _broken(view):
        for i, (early, late) in enumerate(pairwise(indicator.breaks), 1):
            if late.start.start <= early.start.start:
                yield ORDER.finding(
                    plan.at(*path, "breaks", i, "from"),
                    read=late.start.text,
                    expected=Text("sau {day}", "after {day}").fill(day=early.start.text),
                )


def baselines(view: View) -> Iterator[Finding]:
    """Baselines of new series that lie before their break, or after the next."""
    for plan, path, indicator in _broken(view):
        followers: tuple[Break | None, ...] = (*indicator.breaks[1:], None)
        for i, (one, after) in enumerate(zip(indicator.breaks, followers, strict=True)):
            if one.baseline is None or _within(indicator, one, after):
                continue
            expected = Text("từ {first} trở đi", "{first} or later").fill(first=one.start.text)
            if after is not None:
                expected = Text(
                    "từ {first} đến trước {last}", "{first} or later, before {last}"
                ).fill(first=one.start.text, last=after.start.text)
            where = plan.at(*path, "breaks", i, "baseline", "period")
            yield BASELINE.finding(where, read=one.baseline.period.text, expected=expected)


def _within(indicator: Indicator, one: Break, after: Break | None) -> bool:
    """Whether the baseline says something of the new series: a level is read at its period's end."""
    assert one.baseline is not None
    period = one.baseline.period
    first = period.end if indicator.measures in AT_THE_END else period.start
    return first >= one.start.start and (after is None or period.end < after.start.start)


def of_nothing(view: View) -> Iterator[Finding]:
    """Clauses of breaks that name no document."""
    for plan, path, indicator in _broken(view):
        for i, one in enumerate(indicator.breaks):
            if one.clause is not None and one.document is None:
                yield OF_NOTHING.finding(
                    plan.at(*path, "breaks", i, "clause"),
                    read=one.clause,
                    expected=Text("kèm “document”", "with “document”"),
                )


CHECKS = (order, baselines, of_nothing)
