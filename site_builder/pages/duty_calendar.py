"""What falls due when: printed deadlines, reports by period, and rounds of recurring duties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, clause_ref, plan_number, short_ref
from site_builder.progress.agencies import SOON
from site_builder.progress.calendar import periods
from site_builder.progress.schedule import NO_CUTOFFS, holds, horizon, rounds_of
from site_builder.progress.snapshot import DutyState, Judgement, PlanState, Snapshot
from site_builder.progress.times import Occurrence
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

DueKind = Literal["deadline", "report", "round"]
"""A printed deadline; a report's due day; the end of a round of a recurring duty."""

NAMED = 3
"""How many bodies stand by name in a line; the others are counted."""
AHEAD = dt.timedelta(days=400)
"""How far ahead the next report or round is looked for: more than the longest interval."""
OPEN = (Status.OVERDUE, Status.NO_DATA, Status.IN_PROGRESS, Status.NOT_YET_DUE)
"""Not known to be done."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a reader asks about: the quarter of the day of judgement, and 90 days on."""

    as_of: dt.date
    quarter: Period
    until: dt.date

    @property
    def last(self) -> dt.date:
        """The last day of both."""
        return max(self.quarter.end, self.until)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The first few bodies of a list, and how many more there are."""

    named: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that falls due on a day."""

    day: dt.date
    kind: DueKind
    period: Period
    """What is reported on, or the round that ends; of a printed deadline, the deadline itself."""
    duty: Ref
    clause: ClauseRef
    plan: Text
    plan_path: str
    requested: bool
    bodies: Bodies
    judgement: Judgement | None
    """Of a printed deadline."""
    received: int | None
    """Of a report whose period has ended: how many bodies' reports came in."""
    expected: int
    illustrative: bool

    @property
    def open(self) -> bool:
        """Whether it is not known to be done."""
        if self.judgement is not None:
            return self.judgement.status in OPEN
        return self.received is None or self.received < self.expected


def window(as_of: dt.date) -> Window:
    """The window of a day of judgement."""
    (quarter,) = periods("quarter", as_of, as_of)
    return Window(as_of, quarter, as_of + SOON)


def due_lines(snapshot: Snapshot, first: dt.date) -> tuple[DueLine, ...]:
    """Everything dated that falls due on or after `first`, earliest first.

    Printed deadlines without end; reports and rounds as far as `AHEAD` of the day of judgement, of
    bodies that live then. What has ended is left out.
    """
    until = snapshot.as_of + AHEAD
    rounds = _rounds(snapshot)
    lines = [
        line
        for plan in snapshot.plans.values()
        for state in plan.duties
        for line in _lines(snapshot, plan, state, _within(rounds, state, first, until))
        if line.day >= first and not _over(line)
    ]
    return tuple(sorted(lines, key=lambda line: (line.day, _ORDER[line.kind])))


def _within(
    rounds: Mapping[tuple[str, str], list[Occurrence]],
    state: DutyState,
    first: dt.date,
    until: dt.date,
) -> list[Occurrence]:
    own = rounds.get((state.plan_id, state.duty.id), [])
    return [one for one in own if first <= one.due <= until]


def _over(line: DueLine) -> bool:
    """Whether nobody has to meet the deadline any more."""
    return line.judgement is not None and line.judgement.status is Status.ENDED


def next_due(lines: tuple[DueLine, ...], as_of: dt.date) -> DueLine | None:
    """The first deadline or report on or after the day that is not known to be done."""
    dated = (line for line in lines if line.kind != "round" and line.day >= as_of)
    return next((line for line in dated if line.open), None)


_ORDER: dict[DueKind, int] = {"deadline": 0, "report": 1, "round": 2}


def _lines(
    snapshot: Snapshot, plan: PlanState, state: DutyState, rounds: list[Occurrence]
) -> Iterator[DueLine]:
    """A printed deadline that has not ended, then the rounds, each once for all who have it."""
    due = state.due
    if due is not None and state.duty.when is not None and state.duty.when.due is not None:
        yield _line(snapshot, plan, state, "deadline", (state.duty.when.due, due), ())
    kind: DueKind = "report" if state.duty.report else "round"
    found: dict[tuple[Period, dt.date], list[str]] = {}
    for one in rounds:
        found.setdefault((one.period, one.due), []).append(one.agency)
    for when, agencies in found.items():
        yield _line(snapshot, plan, state, kind, when, tuple(agencies))


def _rounds(snapshot: Snapshot) -> Mapping[tuple[str, str], list[Occurrence]]:
    """Every round that comes round, by plan and duty: printed deadlines are told by the duties."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for state in snapshot.agencies.values():
        for one in state.schedule:
            if not one.printed:
                found.setdefault((one.plan_id, one.duty.id), []).append(one)
    for plan in snapshot.plans.values():
        for duty in plan.duties:
            if not duty.by_agency and (duty.plan_id, duty.duty.id) not in found:
                found[duty.plan_id, duty.duty.id] = _nobodys(snapshot, plan, duty)
    return found


def _nobodys(snapshot: Snapshot, plan: PlanState, state: DutyState) -> list[Occurrence]:
    """The rounds of a duty for which the document names nobody, while the plan's issuer lives."""
    issuer = snapshot.agencies.get(plan.plan.issuer)
    last = issuer.life.last if issuer is not None else None
    made = rounds_of(plan.plan, state, "", NO_CUTOFFS, horizon(plan.plan, snapshot.as_of))
    return [
        one
        for one in made
        if not one.printed
        and holds(one, state, plan, snapshot.as_of)
        and (last is None or one.due <= last)
    ]


def _line(
    snapshot: Snapshot,
    plan: PlanState,
    state: DutyState,
    kind: DueKind,
    when: tuple[Period, dt.date],
    agencies: tuple[str, ...],
) -> DueLine:
    duty = state.duty
    period, day = when
    owed = [
        o
        for o in plan.reports
        if o.duty is not None
        and o.duty.id == duty.id
        and o.period == period
        and o.judgement.status is not Status.NOT_REQUIRED
    ]
    place = {agency: at for at, agency in enumerate(state.by_agency)}
    named = sorted((a for a in agencies if a), key=lambda a: place.get(a, len(place)))
    asked = tuple(named or dict.fromkeys(o.agency for o in owed)) or tuple(state.by_agency)
    came = [o.received for o in owed if o.received is not None and o.agency in asked]
    return DueLine(
        day=day,
        kind=kind,
        period=period,
        duty=Ref(duty.task, paths.duty(plan.plan_id, duty.id)),
        clause=clause_ref(plan.plan_id, duty.clause),
        plan=plan_number(plan.plan),
        plan_path=paths.plan(plan.plan_id),
        requested=duty.requested,
        bodies=bodies(snapshot, asked),
        judgement=state.judgement if kind == "deadline" else None,
        received=len(came) if kind == "report" and owed else None,
        expected=len(asked),
        illustrative=any(report.state == "illustrative" for report in came),
    )


def bodies(snapshot: Snapshot, agencies: tuple[str, ...]) -> Bodies:
    """The first few by their short names; one more than that is named rather than counted."""
    shown = len(agencies) if len(agencies) == NAMED + 1 else NAMED
    named = tuple(short_ref(snapshot.repository, agency) for agency in agencies[:shown])
    return Bodies(named, len(agencies) - len(named))
