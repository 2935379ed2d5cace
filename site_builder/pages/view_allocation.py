"""An allocation table: each body's share, what it did, and the baseline facts printed beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.charts.spec import AllocationChart, Bar
from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, agency_short, clause_ref, short_ref, text
from site_builder.pages.view_target import quantity, quantity_bare
from site_builder.progress.snapshot import IndicatorState, Judgement, PlanState, ShareState
from site_builder.terms.period import Period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell of the table. `asked` tells a cell left blank in its source from one never given."""

    value: Decimal | None
    asked: bool


@dataclass(frozen=True, slots=True)
class BaselineColumn:
    """A printed column of facts at their own date."""

    name: Words
    path: str
    unit: Words
    period: Period
    total: Amount


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """A target shared out: its name, the printed total, the sum of what the bodies did."""

    name: Words
    path: str
    unit: Words
    period: Period
    printed_total: Decimal | None
    done: Decimal | None
    reported: int
    units: int
    note: Words | None
    illustrative: bool
    """Whether the sum of what the bodies did rests on illustrative figures."""


@dataclass(frozen=True, slots=True)
class ShareCell:
    """One body's share of one target; `value` None is a cell left blank in the document."""

    share: Decimal | None
    actual: Decimal | None
    judgement: Judgement
    state: str
    """How firm the actual value is; empty without one."""


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """One body across the table."""

    body: Ref
    baselines: tuple[Amount, ...]
    shares: tuple[ShareCell | None, ...]
    """None where the body does not stand in that column's allocation."""


@dataclass(frozen=True, slots=True)
class AllocationTable:
    """A printed table with its progress."""

    clause: ClauseRef
    baselines: tuple[BaselineColumn, ...]
    columns: tuple[ShareColumn, ...]
    rows: tuple[AllocationRow, ...]
    charts: tuple[AllocationChart, ...]
    illustrative: bool


def allocation_tables(
    repository: Repository, plan: PlanState, *, prefix: str = ""
) -> tuple[AllocationTable, ...]:
    """Every table of a plan, each with all the targets that it shares out."""
    by_clause: dict[str, list[IndicatorState]] = {}
    for state in plan.indicators:
        if state.indicator.allocation is not None:
            by_clause.setdefault(state.indicator.allocation.clause, []).append(state)
    return tuple(
        allocation_table(repository, plan, clause, states, prefix=prefix)
        for clause, states in by_clause.items()
    )


def allocation_table(
    repository: Repository,
    plan: PlanState,
    clause: str,
    states: Iterable[IndicatorState],
    *,
    prefix: str = "",
    with_baselines: bool = True,
) -> AllocationTable:
    """The table at a clause, for some of the targets that it shares out."""
    states = tuple(states)
    bodies = dict.fromkeys(share.agency for state in states for share in state.shares)
    facts = _baseline_states(plan, tuple(bodies)) if with_baselines else ()
    columns = tuple(_share_column(state) for state in states)
    return AllocationTable(
        clause=clause_ref(plan.plan_id, clause),
        baselines=tuple(_baseline_column(state) for state in facts),
        columns=columns,
        rows=tuple(_row(repository, body, facts, states) for body in bodies),
        charts=tuple(allocation_chart(repository, state, prefix) for state in states),
        illustrative=any(column.illustrative for column in columns),
    )


def allocation_chart(repository: Repository, state: IndicatorState, prefix: str) -> AllocationChart:
    """Each body's share against what it did; the unknown stays unknown."""
    unit = state.indicator.unit
    name = text(state.indicator.name)
    return AllocationChart(
        id=f"{prefix}giao-{state.indicator.id}",
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


def _baseline_states(plan: PlanState, bodies: tuple[str, ...]) -> tuple[IndicatorState, ...]:
    """Indicators without a target that the same bodies report: the table's other columns."""
    return tuple(
        state
        for state in plan.indicators
        if not state.indicator.targets and any(body in state.unit_series for body in bodies)
    )


def _baseline_period(state: IndicatorState) -> Period:
    return min(o.period for series in state.unit_series.values() for o in series)


def _baseline_column(state: IndicatorState) -> BaselineColumn:
    indicator = state.indicator
    period = _baseline_period(state)
    whole = next((o for o in state.series if o.period == period), None)
    return BaselineColumn(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        period=period,
        total=Amount(whole.value if whole else None, whole is not None),
    )


def _share_column(state: IndicatorState) -> ShareColumn:
    indicator = state.indicator
    allocation = indicator.allocation
    assert allocation is not None, "only allocated targets have a column"
    newest = [
        s.observation for s in state.shares if s.observation and s.observation.value is not None
    ]
    return ShareColumn(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        period=allocation.period,
        printed_total=allocation.printed_total,
        done=sum((o.value for o in newest if o.value is not None), Decimal(0)) if newest else None,
        reported=len(newest),
        units=len(state.shares),
        note=allocation.note,
        illustrative=any(o.state == "illustrative" for o in newest),
    )


def _row(
    repository: Repository,
    body: str,
    facts: tuple[IndicatorState, ...],
    states: tuple[IndicatorState, ...],
) -> AllocationRow:
    return AllocationRow(
        body=short_ref(repository, body),
        baselines=tuple(_fact(state, body) for state in facts),
        shares=tuple(_cell(state, body) for state in states),
    )


def _fact(state: IndicatorState, body: str) -> Amount:
    period = _baseline_period(state)
    series = state.unit_series.get(body, ())
    observation = next((o for o in series if o.period == period), None)
    return Amount(observation.value if observation else None, observation is not None)


def _cell(state: IndicatorState, body: str) -> ShareCell | None:
    share = next((s for s in state.shares if s.agency == body), None)
    if share is None:
        return None
    seen = share.observation
    filled = seen is not None and seen.value is not None
    return ShareCell(
        share=share.share,
        actual=seen.value if seen else None,
        judgement=share.judgement,
        state=seen.state if seen and filled else "",
    )
