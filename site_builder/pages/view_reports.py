"""Reports under one duty as a grid: bodies by periods, each cell a word for what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.model.duty import Duty
from site_builder.model.indicator import Interval
from site_builder.pages import paths
from site_builder.pages.collation import sort_key
from site_builder.pages.view import ClauseRef, Ref, clause_ref, short_ref
from site_builder.pages.view_cutoff import CutoffView, cutoff_view, cutoff_views
from site_builder.pages.view_duty import timing
from site_builder.pages.view_life import LifeView, life_view
from site_builder.pages.view_report_cells import ReportCell, Tally, cell, joined, tally
from site_builder.progress.calendar import DATABLE
from site_builder.progress.schedule import NO_CUTOFFS, declared
from site_builder.progress.snapshot import Owed, PlanState, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

SHOWN = 8
"""Periods with a column of their own, the newest, or one more: so many fit a sheet of paper. Earlier
ones are counted in one column."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One body across the periods; None where it owes nothing for a period."""

    body: Ref
    agency: str
    life: LifeView | None
    coming: tuple[ReportCell, ...]
    """Of the open period and the next; one cell where both are alike."""
    cells: tuple[ReportCell | None, ...]
    tally: Tally
    earlier: Tally | None
    """What the periods without a column amount to."""
    own: tuple[CutoffView, ...]
    """Cut-offs that are its own and not the plan's."""


@dataclass(frozen=True, slots=True)
class Column:
    """One period of a grid."""

    period: Period
    close: dt.date | None
    """The cut-off, where it is not the period's last day."""
    due: dt.date


@dataclass(frozen=True, slots=True)
class ReportGrid:
    """The reports under one duty, the newest period first."""

    anchor: str
    duty: Ref
    clause: ClauseRef
    timing: Text
    requested: bool
    columns: tuple[Column, ...]
    coming: tuple[Column, ...]
    """The next period and the open one."""
    cutoffs: tuple[CutoffView, ...]
    """By what the due days are told, interval by interval; none where all are printed."""
    printed: bool
    """Whether a due day is printed in the document."""
    rows: tuple[ReportRow, ...]
    earlier: int
    """How many periods have no column of their own."""
    illustrative: bool


def report_grids(snapshot: Snapshot, plan: PlanState) -> tuple[ReportGrid, ...]:
    """One grid for each duty of a plan under which reports are dated or came in."""
    by_duty: dict[str, tuple[list[Owed], list[Owed]]] = {}
    for at, some in enumerate((plan.reports, plan.coming)):
        for owed in some:
            if owed.duty is not None:
                by_duty.setdefault(owed.duty.id, ([], []))[at].append(owed)
    order = {state.duty.id: at for at, state in enumerate(plan.duties)}
    found = sorted(by_duty.items(), key=lambda item: order[item[0]])
    return tuple(_grid(snapshot, plan, *owed) for _, owed in found)


def plan_anchor(plan_id: str) -> str:
    """Where a plan's grids stand on the page: `ba-dinh/10-kh-ubnd` → `bao-cao-ba-dinh-10-kh-ubnd`."""
    return f"bao-cao-{plan_id.replace('/', '-')}"


def _grid(
    snapshot: Snapshot, plan: PlanState, listed: list[Owed], coming: list[Owed]
) -> ReportGrid:
    duty = (listed or coming)[0].duty
    assert duty is not None, "a grid is made of the reports of a duty"
    owed = [*listed, *coming]
    ahead = {one.period for one in coming}
    columns = _columns(plan, duty, owed)
    over = [column for column in columns if column.period not in ahead]
    silent = {column.period for column in over if not _asked(column.period, owed)}
    told = [c for c in over if c.period not in silent or c.period == min(silent)]
    if silent and all(one.judgement.status is Status.NOT_REQUIRED for one in coming):
        ahead = set()
    shown = tuple(told if len(told) == SHOWN + 1 else told[:SHOWN])
    nearest = tuple(c for c in columns if c.period in ahead)
    when = duty.when
    return ReportGrid(
        anchor=f"{plan_anchor(plan.plan_id)}-{duty.id}",
        duty=Ref(duty.task, paths.duty(plan.plan_id, duty.id)),
        clause=clause_ref(plan.plan_id, duty.clause),
        timing=timing(when, when.due.end if when and when.due else None),
        requested=duty.requested,
        columns=shown,
        coming=nearest,
        cutoffs=cutoff_views(
            snapshot.repository,
            {i: declared(i, plan.plan, NO_CUTOFFS) for i in _intervals(duty)},
        ),
        printed=when is not None and when.due is not None,
        rows=_rows(snapshot, plan, owed, _Layout(shown, nearest, tuple(told[len(shown) :]))),
        earlier=len(told) - len(shown),
        illustrative=any(_is_illustrative(one) for one in owed) or plan.illustrative,
    )


def _intervals(duty: Duty) -> tuple[Interval, ...]:
    every = duty.when.every if duty.when is not None else ()
    return tuple(interval for interval in DATABLE if interval in every)


def _columns(plan: PlanState, duty: Duty, owed: Iterable[Owed]) -> list[Column]:
    """The periods, newest first, with the days that hold for most: those of the plan."""
    found: dict[Period, Owed] = {}
    for one in owed:
        known = found.setdefault(one.period, one)
        if known.cutoff != one.cutoff and one.cutoff in _of_plan(plan, duty):
            found[one.period] = one
    ordered = sorted(found, key=lambda period: (period.end, period.start), reverse=True)
    windows = {period: found[period].window for period in ordered}
    return [
        Column(
            period, None if (window := windows[period]) is None else window[1], found[period].due
        )
        for period in ordered
    ]


def _of_plan(plan: PlanState, duty: Duty) -> list[object]:
    return [declared(interval, plan.plan, NO_CUTOFFS) for interval in _intervals(duty)]


def _asked(period: Period, owed: Iterable[Owed]) -> bool:
    """Whether anything was asked of anybody for a period that is over."""
    statuses = {one.judgement.status for one in owed if one.period == period}
    return statuses != {Status.NOT_REQUIRED}


def _is_illustrative(owed: Owed) -> bool:
    return owed.received is not None and owed.received.state == "illustrative"


@dataclass(frozen=True, slots=True)
class _Layout:
    shown: tuple[Column, ...]
    coming: tuple[Column, ...]
    earlier: tuple[Column, ...]


def _rows(
    snapshot: Snapshot, plan: PlanState, owed: Iterable[Owed], layout: _Layout
) -> tuple[ReportRow, ...]:
    bodies: dict[str, dict[Period, Owed]] = {}
    for one in owed:
        bodies.setdefault(one.agency, {})[one.period] = one
    rows = [_row(snapshot, plan, agency, own, layout) for agency, own in bodies.items()]
    return tuple(sorted(rows, key=lambda row: sort_key(row.body.name.vi)))


def _row(
    snapshot: Snapshot, plan: PlanState, agency: str, own: Mapping[Period, Owed], layout: _Layout
) -> ReportRow:
    earlier = [own[column.period] for column in layout.earlier if column.period in own]
    cells = [cell(own.get(column.period), column.due) for column in layout.shown]
    coming = [cell(own.get(column.period), column.due) for column in layout.coming]
    return ReportRow(
        body=short_ref(snapshot.repository, agency),
        agency=agency,
        life=life_view(snapshot, agency),
        coming=tuple(dict.fromkeys(cell for cell in coming if cell is not None)),
        cells=joined(cells),
        tally=tally(own.values()),
        earlier=tally(earlier) if earlier else None,
        own=_own(snapshot, plan, agency, own.values()),
    )


def _own(
    snapshot: Snapshot, plan: PlanState, agency: str, owed: Iterable[Owed]
) -> tuple[CutoffView, ...]:
    body = snapshot.repository.agencies.get(agency)
    if body is None:
        return ()
    duties = {one.duty.id: one.duty for one in owed if one.duty is not None}
    intervals = [i for duty in duties.values() for i in _intervals(duty)]
    return tuple(
        cutoff_view(snapshot.repository, interval, cutoff)
        for interval in intervals
        if (cutoff := getattr(body.reporting, interval)) is not None
        and cutoff != getattr(plan.plan.reporting, interval)
    )
