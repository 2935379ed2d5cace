"""Reports as one body sees them: which came in late, to whom it reports, who reports to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Duty, Role
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import ClauseRef, Ref, clause_ref, plan_number
from site_builder.pages.view_duty import DutyBrief, body_ref, duty_brief
from site_builder.progress.snapshot import AgencyDuty, AgencyState, Owed, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

_NOT_SENDING: frozenset[Role] = frozenset(("with", "receives"))


@dataclass(frozen=True, slots=True)
class LateReport:
    """A report that came in after its due day."""

    period: Period
    due: dt.date
    received: dt.date
    days: int
    """How many days after the due day."""


@dataclass(frozen=True, slots=True)
class LateUnder:
    """The late reports under one duty, newest first."""

    plan: Text
    duty: Ref
    clause: ClauseRef
    reports: tuple[LateReport, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What came in from one body."""

    total: int
    late: int
    under: tuple[LateUnder, ...]
    illustrative: bool
    """Whether any of them is illustrative."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A duty to report and those at its other end, as the plan names them."""

    plan: Text
    duty: DutyBrief
    others: tuple[Ref, ...]
    """Empty where the plan names nobody."""
    open: bool
    """Whether the plan leaves their list open."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who reports to whom, both ways."""

    sends: tuple[ReportLine, ...]
    receives: tuple[ReportLine, ...]


def received_by_agency(snapshot: Snapshot) -> Mapping[str, tuple[Owed, ...]]:
    """Every report received, by the body that sent it, oldest first."""
    found: dict[str, list[Owed]] = {}
    for plan in snapshot.plans.values():
        for owed in plan.reports:
            if owed.received is not None:
                found.setdefault(owed.agency, []).append(owed)
    return {agency: tuple(reports) for agency, reports in found.items()}


def lapsed_by_agency(snapshot: Snapshot) -> Mapping[str, tuple[Owed, ...]]:
    """Every report that was due, never came and is owed no more, by the body that owed it."""
    found: dict[str, list[Owed]] = {}
    for plan in snapshot.plans.values():
        for owed in plan.reports:
            if owed.lapsed and owed.received is None:
                found.setdefault(owed.agency, []).append(owed)
    return {agency: tuple(reports) for agency, reports in found.items()}


def received(repository: Repository, reports: Iterable[Owed]) -> Received | None:
    """What came in from one body; None where nothing did."""
    reports = tuple(reports)
    if not reports:
        return None
    late: dict[tuple[str, str], list[Owed]] = {}
    for one in reports:
        if one.judgement.status is Status.DONE_LATE and one.duty is not None:
            late.setdefault((one.plan_id, one.duty.id), []).append(one)
    return Received(
        total=len(reports),
        late=sum(map(len, late.values())),
        under=tuple(_late_under(repository, group) for group in late.values()),
        illustrative=any(one.judgement.illustrative for one in reports),
    )


def _late_under(repository: Repository, reports: list[Owed]) -> LateUnder:
    first, duty = reports[0], reports[0].duty
    assert duty is not None, "a report is owed under a duty"
    return LateUnder(
        plan=plan_number(repository.plans[first.plan_id]),
        duty=Ref(duty.task, paths.duty(first.plan_id, duty.id)),
        clause=clause_ref(first.plan_id, duty.clause),
        reports=tuple(sorted(map(_late, reports), key=lambda one: one.due, reverse=True)),
    )


def _late(owed: Owed) -> LateReport:
    assert owed.received is not None, "only what came in can be late"
    day = owed.received.received_on.end
    return LateReport(owed.period, owed.due, day, (day - owed.due).days)


def reporting(context: Context, state: AgencyState) -> Reporting:
    """To whom a body reports and who reports to it, where the plans say so."""
    return Reporting(
        sends=tuple(
            _line(context, duty, duty.state.duty.members("receives"))
            for duty in state.leads
            if duty.state.duty.report and "receives" not in duty.roles
        ),
        receives=tuple(
            _line(context, duty, _senders(duty.state.duty))
            for duty in (*state.leads, *state.supports)
            if "receives" in duty.roles
        ),
    )


def _senders(duty: Duty) -> tuple[str, ...]:
    """Who is to report: those that lead or carry it out, else those with a part of their own."""
    named = (*duty.lead, *duty.assigned)
    if not named:
        roles = (role for role in ROLE_WORDS if role not in _NOT_SENDING)
        named = tuple(member for role in roles for member in duty.members(role))
    return tuple(dict.fromkeys(named))


def _line(context: Context, duty: AgencyDuty, others: tuple[str, ...]) -> ReportLine:
    repository = context.snapshot.repository
    return ReportLine(
        plan=plan_number(repository.plans[duty.plan_id]),
        duty=duty_brief(duty.state),
        others=tuple(body_ref(repository, other) for other in others if other != OPEN_LIST),
        open=OPEN_LIST in others,
    )
