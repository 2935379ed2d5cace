"""An allocation table: each body's share of a target and what it did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.charts.spec import AllocationChart, Bar
from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, agency_short, clause_ref, short_ref, text
from site_builder.pages.view_facts import FactTable, fact_table
from site_builder.pages.view_quantity import quantity, quantity_bare
from site_builder.progress.snapshot import IndicatorState, Judgement, PlanState, ShareState
from site_builder.progress.wording import exact, telling
from site_builder.terms.period import Period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a share is done: in percent for the reader, as a length for the bar."""

    percent: Text
    """`81,5 %`: with as many decimals as keep it from being taken for 100."""
    length: int
    """Of a bar 100 long; what is done beyond the share has no room in it."""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One body's share of one target; `share` None is a cell left blank in the document."""

    body: Ref
    share: Decimal | None
    actual: Decimal | None
    part: Part | None
    """None where there is no share or nothing is known of what was done."""
    period: Period | None
    """The period of the actual value, where it is not that of the whole column."""
    judgement: Judgement
    state: str
    """How firm the actual value is; empty without one."""


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """A target shared out: the printed shares, what each body did, and both totals."""

    name: Words
    path: str
    unit: Words
    period: Period
    rows: tuple[ShareRow, ...]
    seen: Period | None
    """The period of most of the actual values."""
    mixed: bool
    """Whether some are of another period."""
    printed_total: Decimal | None
    done: Decimal | None
    part: Part | None
    reported: int
    units: int
    note: Words | None
    illustrative: bool
    """Whether the sum of what the bodies did rests on illustrative figures."""


@dataclass(frozen=True, slots=True)
class AllocationTable:
    """A printed table with its progress."""

    clause: ClauseRef
    columns: tuple[ShareColumn, ...]
    facts: FactTable | None
    charts: tuple[AllocationChart, ...]
    illustrative: bool


def allocation_tables(repository: Repository, plan: PlanState) -> tuple[AllocationTable, ...]:
    """Every table of a plan, each with all the targets that it shares out."""
    by_clause: dict[str, list[IndicatorState]] = {}
    for state in plan.indicators:
        if state.indicator.allocation is not None:
            by_clause.setdefault(state.indicator.allocation.clause, []).append(state)
    return tuple(
        allocation_table(repository, plan, clause, states, with_charts=False)
        for clause, states in by_clause.items()
    )


def allocation_table(
    repository: Repository,
    plan: PlanState,
    clause: str,
    states: Iterable[IndicatorState],
    *,
    with_baselines: bool = True,
    with_charts: bool = True,
) -> AllocationTable:
    """The table at a clause, for some of the targets that it shares out."""
    states = tuple(states)
    bodies = tuple(dict.fromkeys(share.agency for state in states for share in state.shares))
    columns = tuple(_share_column(repository, state) for state in states)
    return AllocationTable(
        clause=clause_ref(plan.plan_id, clause),
        columns=columns,
        facts=fact_table(repository, plan, bodies) if with_baselines else None,
        charts=tuple(allocation_chart(repository, s) for s in states) if with_charts else (),
        illustrative=any(column.illustrative for column in columns),
    )


def allocation_chart(repository: Repository, state: IndicatorState) -> AllocationChart:
    """Each body's share against what it did; the unknown stays unknown."""
    unit = state.indicator.unit
    name = text(state.indicator.name)
    return AllocationChart(
        id=f"giao-{state.indicator.id}",
        title=Text("{name}: chỉ tiêu giao và thực hiện", "{name}: shares and results").fill(
            name=name
        ),
        description=Text(
            "Chỉ tiêu giao cho từng đơn vị và số đã thực hiện; bảng số đứng cùng biểu đồ.",
            "Each body's share of the target and what it did; the table stands with the chart.",
        ),
        unit=text(unit),
        bars=tuple(_bar(repository, share, unit) for share in state.shares),
        illustrative=any(share.judgement.illustrative for share in state.shares),
    )


def _bar(repository: Repository, share: ShareState, unit: Words) -> Bar:
    label = text(agency_short(repository, share.agency))
    actual = share.observation.value if share.observation else None
    unknown = Text("chưa có số liệu", "no data yet")
    blank = Text("ô để trống", "left blank")
    reading = Text("{who}: {actual} trên {share}", "{who}: {actual} of {share}").fill(
        who=label,
        actual=unknown if actual is None else quantity_bare(actual),
        share=blank if share.share is None else quantity(share.share, unit),
    )
    return Bar(label, share.share, actual, reading)


def _share_column(repository: Repository, state: IndicatorState) -> ShareColumn:
    indicator = state.indicator
    allocation = indicator.allocation
    assert allocation is not None, "only allocated targets have a column"
    newest = [
        s.observation for s in state.shares if s.observation and s.observation.value is not None
    ]
    done = sum((o.value for o in newest if o.value is not None), Decimal(0)) if newest else None
    periods = [o.period for o in newest]
    seen = max(dict.fromkeys(periods), key=periods.count, default=None)
    return ShareColumn(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        period=allocation.period,
        rows=tuple(_row(repository, share, seen) for share in state.shares),
        seen=seen,
        mixed=len(set(periods)) > 1,
        printed_total=allocation.printed_total,
        done=done,
        part=part_of(done, allocation.printed_total),
        reported=len(newest),
        units=len(state.shares),
        note=allocation.note,
        illustrative=any(o.state == "illustrative" for o in newest),
    )


def _row(repository: Repository, share: ShareState, seen: Period | None) -> ShareRow:
    found = share.observation
    actual = found.value if found is not None else None
    known = found if actual is not None else None
    return ShareRow(
        body=short_ref(repository, share.agency),
        share=share.share,
        actual=actual,
        part=part_of(actual, share.share),
        period=known.period if known is not None and known.period != seen else None,
        judgement=share.judgement,
        state=known.state if known is not None else "",
    )


def part_of(actual: Decimal | None, share: Decimal | None) -> Part | None:
    """actual ÷ share × 100; None where one of them is unknown or the share is not positive."""
    if actual is None or share is None or share <= 0:
        return None
    percent = exact(actual) * 100 / exact(share)
    shown = telling(percent, Fraction(100), 1)
    words = Text(f"{shown.vi}\N{NO-BREAK SPACE}%", f"{shown.en}%")
    return Part(words, max(0, min(100, int(percent))))
