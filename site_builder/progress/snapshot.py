"""What the plans and the reported data amount to on one day: the only thing pages see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from site_builder.model.duty import Duty, Role
from site_builder.model.indicator import Break, Indicator, Target
from site_builder.model.plan import Objective, Plan, Supersession
from site_builder.model.reporting import Cutoff
from site_builder.model.repository import Repository
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, SubmittedReport
from site_builder.progress.goals import Goal
from site_builder.progress.observed import Breakdown, Judgement, Observation
from site_builder.progress.times import (
    ALIVE,
    DutyVersion,
    Ending,
    Life,
    Occurrence,
    Stand,
    TargetVersion,
)
from site_builder.terms.period import Period
from site_builder.terms.status import Status


@dataclass(frozen=True, slots=True)
class TargetState:
    """One target on the day of judgement."""

    key: str
    target: Target
    period: Period | None
    """None for a target without a printed date."""
    judgement: Judgement
    each: tuple[tuple[Period, Judgement], ...] = ()
    """For a target of every year (or quarter): each one on its own."""
    observation: Observation | None = None
    """The value that was judged."""
    goal: Goal | None = None
    """What the figures are compared with: of a relative target the level that it comes to; None in
    words, for what is done or not, and where the level is not known."""
    history: tuple[TargetVersion, ...] = ()
    """Every version, the original first, those decided but not yet in force last; empty where
    there was only one."""
    ended: Ending | None = None
    """Set where the target no longer holds."""


@dataclass(frozen=True, slots=True)
class ShareState:
    """A body's share of an allocated target."""

    agency: str
    share: Decimal | None
    """None where the printed cell is blank."""
    judgement: Judgement
    observation: Observation | None = None


@dataclass(frozen=True, slots=True)
class UnitSum:
    """A sum over bodies for one period: a total only if every body reported."""

    period: Period
    total: Decimal
    reported: int
    units: int

    @property
    def complete(self) -> bool:
        """Whether it may be called a total."""
        return self.reported == self.units


@dataclass(frozen=True, slots=True)
class Owed:
    """A report or a value that a body owes: under which duty, for which period, since when."""

    plan_id: str
    agency: str
    period: Period
    due: dt.date
    """The printed date of a one-off report, else by the cut-off declared, else the last day of
    the month after the period: a convention of ours. Which one is said in the arithmetic."""
    duty: Duty | None
    """The duty to report; None for a value that only the indicator's interval asks for."""
    indicators: tuple[str, ...]
    judgement: Judgement
    received: SubmittedReport | None = None
    window: tuple[dt.date, dt.date] | None = None
    """The first and last day that the report covers, by the cut-off declared; None where the
    period's own days are meant."""
    lapsed: bool = False
    """It never came in and nobody owes it any more: the body, the duty or the plan has ended."""
    cutoff: Cutoff | None = None
    """What the plan or the body declares for the interval."""
    printed: bool = False
    """Whether the document prints the due day."""

    def late_days(self, as_of: dt.date) -> int | None:
        """How many days after the due day it came in or, while it is owed, is missing by now."""
        if self.received is not None:
            late = self.judgement.status is Status.DONE_LATE
            return (self.received.received_on.end - self.due).days if late else None
        return (as_of - self.due).days if self.missing else None

    @property
    def missing(self) -> bool:
        """Whether it is due and has not come in."""
        late = self.received is None and self.judgement.status is Status.OVERDUE
        return late and not self.lapsed

    @property
    def waiting(self) -> bool:
        """Whether it has not come in and is not due yet, though its period is over."""
        return self.received is None and self.judgement.status is Status.NOT_YET_DUE


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """An indicator on the day of judgement."""

    plan_id: str
    objective: Objective
    indicator: Indicator
    whole: str
    """The body whose rows are the figures for the whole plan."""
    series: tuple[Observation, ...]
    """The whole's values, oldest first."""
    unit_series: Mapping[str, tuple[Observation, ...]]
    """Each reporting body's values, oldest first, the whole left out."""
    start: tuple[dt.date, Decimal] | None
    """Where the trajectory starts: the baseline, or zero at the plan's start; after a break, where
    progress is counted anew; None if unknown."""
    trajectory: tuple[tuple[dt.date, Decimal], ...]
    """Start and dated targets of the plan itself for the whole, in order: what is expected, linear
    in between. After a break only what lies after it."""
    targets: tuple[TargetState, ...]
    headline: Judgement
    """The next target not yet due, else the last one; no data, no judgement."""
    headline_target: TargetState | None
    shares: tuple[ShareState, ...]
    sums: tuple[UnitSum, ...]
    assessments: tuple[AssessmentRow, ...]
    owed: tuple[Owed, ...]
    """What is missing to judge it, oldest first."""
    ended: Ending | None = None
    """Set where the indicator no longer holds."""
    breaks: tuple[Break, ...] = ()
    """Breaks of the series that are known on the day, oldest first."""
    starts: tuple[tuple[dt.date, Decimal], ...] = ()
    """Where progress is counted anew after each break; parallel to `breaks` as far as known."""
    paths: tuple[tuple[tuple[dt.date, Decimal], ...], ...] = ()
    """What was expected on each side of the breaks, the oldest first; the last is `trajectory`. An
    earlier one runs on to the targets that lay ahead then: it is to be cut off at the break."""
    parts: Mapping[Breakdown, tuple[Observation, ...]] = field(default_factory=dict)
    """The whole's values for each breakdown (women, a region), oldest first."""

    @property
    def latest(self) -> Observation | None:
        """The newest value for the whole, if any."""
        filled = [o for o in self.series if o.value is not None]
        return filled[-1] if filled else None

    @property
    def illustrative(self) -> bool:
        """Whether any value or assessment shown is illustrative."""
        units = (o for series in self.unit_series.values() for o in series)
        states = {o.state for o in (*self.series, *units)}
        return "illustrative" in states.union(row.state for row in self.assessments)


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty on the day of judgement."""

    plan_id: str
    duty: Duty
    due: dt.date | None
    """The last day of the printed deadline; None where none is printed."""
    judgement: Judgement
    by_agency: Mapping[str, Judgement]
    rows: tuple[DutyRow, ...]
    history: tuple[DutyVersion, ...] = ()
    """Every version, the original first; empty where there was only one."""
    ended: Ending | None = None


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan on the day of judgement. Roll-ups count statuses; there is no average score."""

    plan_id: str
    plan: Plan
    indicators: tuple[IndicatorState, ...]
    duties: tuple[DutyState, ...]
    target_counts: Mapping[Status, int]
    """How many targets have each status, unknown included; only statuses that occur."""
    duty_counts: Mapping[Status, int]
    reports: tuple[Owed, ...]
    """Every report due or received up to the day, oldest first; those that lapsed or were not
    required of a body stand in it with their status."""
    last_reported: ProgressRow | None
    """The row reported last, by its own date."""
    illustrative: bool
    stands: tuple[Stand, ...] = ()
    """Every version of the plan decided by the day, the original first; those not yet in force
    last. `plan` is the one in force, with what ended in between still in it."""
    ended: Ending | None = None
    """Set where the whole plan no longer holds, its printed period being over included."""
    replaces: tuple[tuple[str, Supersession], ...] = ()
    """The plans (by id) that this one's document replaces or ends, whole or in part, and how. What
    ends this one stands in `plan.superseded`, as far as it was known that day."""
    coming: tuple[Owed, ...] = ()
    """The reports on the period that is open and the next one of each interval, unless they came
    in early."""


@dataclass(frozen=True, slots=True)
class AgencyDuty:
    """A duty as one body sees it."""

    plan_id: str
    state: DutyState
    roles: tuple[Role, ...]
    through: tuple[str, ...]
    """The groups through which it is named; empty when named itself."""
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class AgencyState:
    """What one body is responsible for, in the order in which its head asks."""

    agency_id: str
    overdue: tuple[AgencyDuty, ...]
    due_soon: tuple[AgencyDuty, ...]
    """Due within the next 90 days."""
    reports_owed: tuple[Owed, ...]
    leads: tuple[AgencyDuty, ...]
    """Leads, carries out or is the standing body."""
    supports: tuple[AgencyDuty, ...]
    shares: tuple[tuple[IndicatorState, ShareState], ...]
    whole_of: tuple[IndicatorState, ...]
    """Indicators whose figures for the whole are this body's."""
    groups: tuple[str, ...]
    """Groups of which it is a named member."""
    illustrative: bool
    life: Life = ALIVE
    schedule: tuple[Occurrence, ...] = ()
    """Every round of every dated or recurring duty that it answers for, within its life and the
    plan's, from the plan's issue to the horizon of the schedule; earliest due first."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of it, on the day `as_of`."""

    as_of: dt.date
    repository: Repository
    plans: Mapping[str, PlanState]
    agencies: Mapping[str, AgencyState]
    implements: tuple[tuple[str, str], ...]
    """(document, document that it carries out), every edge, sorted."""


__all__ = [
    "AgencyDuty",
    "AgencyState",
    "Breakdown",
    "DutyState",
    "DutyVersion",
    "Ending",
    "IndicatorState",
    "Judgement",
    "Life",
    "Observation",
    "Occurrence",
    "Owed",
    "PlanState",
    "ShareState",
    "Snapshot",
    "Stand",
    "TargetState",
    "TargetVersion",
    "UnitSum",
]
