"""Reports under one duty as a grid: bodies by periods, each cell a word for what came in or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, clause_ref, short_ref
from site_builder.pages.view_duty import timing
from site_builder.progress.snapshot import Owed, PlanState, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

SHOWN = 8
"""Periods with a column of their own, the newest, or one more: so many fit a sheet of paper. Earlier
ones are counted in one column."""
ON_TIME = Text("đúng hạn", "on time")
MISSING = Text("chưa có", "missing")
NOT_YET = Text("chưa đến hạn", "not yet due")
RECEIVED = Text("đã nhận", "received")
LATE = Text("muộn {days} ngày", "{days} days late")
LATE_ONE = Text("muộn 1 ngày", "1 day late")


@dataclass(frozen=True, slots=True)
class ReportCell:
    """One report: its status, and a word for it that says how late it came."""

    status: Status
    words: Text
    received: dt.date | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports of a body, a duty or a plan are in which state."""

    on_time: int
    late: int
    missing: int
    waiting: int
    """Not yet due."""

    @property
    def due(self) -> int:
        """Those that are due or came in."""
        return self.on_time + self.late + self.missing


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One body across the periods; None where it owes nothing for a period."""

    body: Ref
    cells: tuple[ReportCell | None, ...]
    tally: Tally
    earlier: Tally | None
    """What the periods without a column amount to."""


@dataclass(frozen=True, slots=True)
class ReportGrid:
    """The reports under one duty, the newest period first."""

    anchor: str
    duty: Ref
    clause: ClauseRef
    timing: Text
    requested: bool
    columns: tuple[tuple[Period, dt.date], ...]
    """Each period with its due day."""
    printed: bool
    """Whether the due day is printed and not this site's convention."""
    rows: tuple[ReportRow, ...]
    earlier: int
    """How many periods have no column of their own."""
    illustrative: bool


def report_grids(snapshot: Snapshot, plan: PlanState) -> tuple[ReportGrid, ...]:
    """One grid for each duty of a plan under which reports are dated or came in."""
    by_duty: dict[str, list[Owed]] = {}
    for owed in plan.reports:
        if owed.duty is not None:
            by_duty.setdefault(owed.duty.id, []).append(owed)
    return tuple(_grid(snapshot, plan, owed) for owed in by_duty.values())


def plan_anchor(plan_id: str) -> str:
    """Where a plan's grids stand on the page: `ba-dinh/10-kh-ubnd` → `bao-cao-ba-dinh-10-kh-ubnd`."""
    return f"bao-cao-{plan_id.replace('/', '-')}"


def _grid(snapshot: Snapshot, plan: PlanState, owed: list[Owed]) -> ReportGrid:
    duty = owed[0].duty
    assert duty is not None, "a grid is made of the reports of a duty"
    dues = {one.period: one.due for one in owed}
    periods = sorted(dues, key=lambda period: (period.end, period.start), reverse=True)
    shown = tuple(periods if len(periods) == SHOWN + 1 else periods[:SHOWN])
    bodies: dict[str, dict[Period, Owed]] = {}
    for one in owed:
        bodies.setdefault(one.agency, {})[one.period] = one
    when = duty.when
    return ReportGrid(
        anchor=f"{plan_anchor(plan.plan_id)}-{duty.id}",
        duty=Ref(duty.task, paths.duty(plan.plan_id, duty.id)),
        clause=clause_ref(plan.plan_id, duty.clause),
        timing=timing(when, when.due.end if when and when.due else None),
        requested=duty.requested,
        columns=tuple((period, dues[period]) for period in shown),
        printed=when is not None and when.due is not None,
        rows=tuple(_row(snapshot, agency, own, shown) for agency, own in bodies.items()),
        earlier=len(periods) - len(shown),
        illustrative=any(_is_illustrative(one) for one in owed) or plan.illustrative,
    )


def _is_illustrative(owed: Owed) -> bool:
    return owed.received is not None and owed.received.state == "illustrative"


def _row(
    snapshot: Snapshot, agency: str, own: Mapping[Period, Owed], shown: tuple[Period, ...]
) -> ReportRow:
    earlier = [owed for period, owed in own.items() if period not in shown]
    return ReportRow(
        body=short_ref(snapshot.repository, agency),
        cells=tuple(_cell(own[period]) if period in own else None for period in shown),
        tally=tally(own.values()),
        earlier=tally(earlier) if earlier else None,
    )


def _cell(owed: Owed) -> ReportCell:
    status = owed.judgement.status
    received = owed.received.received_on.end if owed.received is not None else None
    if received is None:
        return ReportCell(status, MISSING if status is Status.OVERDUE else NOT_YET, None)
    if status is not Status.DONE_LATE:
        return ReportCell(status, ON_TIME if received <= owed.due else RECEIVED, received)
    days = (received - owed.due).days
    return ReportCell(status, LATE_ONE if days == 1 else LATE.fill(days=days), received)


def tally(owed: Iterable[Owed]) -> Tally:
    """Reports by what became of them."""
    statuses = [one.judgement.status for one in owed]
    return Tally(
        on_time=statuses.count(Status.DONE_ON_TIME),
        late=statuses.count(Status.DONE_LATE),
        missing=statuses.count(Status.OVERDUE),
        waiting=statuses.count(Status.NOT_YET_DUE),
    )
