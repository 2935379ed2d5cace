"""What each body is responsible for, in the order in which its head asks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from site_builder.model.duty import Role
from site_builder.progress.ended_bodies import EndedBodies
from site_builder.progress.lives import Lives
from site_builder.progress.members import Bound, Membership, leading
from site_builder.progress.schedule import schedules
from site_builder.progress.snapshot import (
    AgencyDuty,
    AgencyState,
    DutyState,
    IndicatorState,
    Owed,
    PlanState,
    ShareState,
)
from site_builder.terms.status import Status

SOON = dt.timedelta(days=90)
_OPEN = (Status.OVERDUE, Status.NO_DATA, Status.IN_PROGRESS, Status.NOT_YET_DUE)
"""Not known to be done: past its deadline a duty in silence is shown to its body all the same."""

_HELPING: frozenset[Role] = frozenset(("with", "receives"))

BoundBy = Mapping[tuple[str, str], tuple[Bound, ...]]
"""Who is bound by each duty, by (plan id, duty id)."""


class _Desk:
    """What lands on each body's desk, gathered in one pass over the plans."""

    def __init__(self, ended: EndedBodies) -> None:
        self._ended = ended
        self.duties: dict[str, list[AgencyDuty]] = defaultdict(list)
        self.owed: dict[str, list[Owed]] = defaultdict(list)
        self.shares: dict[str, list[tuple[IndicatorState, ShareState]]] = defaultdict(list)
        self.whole_of: dict[str, list[IndicatorState]] = defaultdict(list)
        self.illustrative: set[str] = set()
        """Bodies whose reports, received or missing, rest on illustrative rows."""
        self.carries_out: set[tuple[str, str, str]] = set()
        """(body, plan, duty) where nobody leads and the body has a part of its own."""

    def take(self, plan: PlanState, bound_by: BoundBy) -> None:
        for state in plan.duties:
            bound = bound_by[plan.plan_id, state.duty.id]
            bodies = (*bound, *_whole_groups(state, bound))
            led = any(leading(body.roles) for body in bodies)
            for body in bodies:
                self.duties[body.agency].append(self._duty(state, body))
                if not led and not _HELPING.issuperset(body.roles):
                    self.carries_out.add((body.agency, plan.plan_id, state.duty.id))
        for owed in plan.reports:
            if owed.missing or owed.waiting:
                self.owed[owed.agency].append(owed)
            if plan.illustrative:
                self.illustrative.add(owed.agency)
        for indicator in plan.indicators:
            self.whole_of[indicator.whole].append(indicator)
            for share in indicator.shares:
                self.shares[share.agency].append((indicator, share))

    def _duty(self, state: DutyState, bound: Bound) -> AgencyDuty:
        judgement = state.by_agency.get(bound.agency)
        if judgement is None:
            judgement = self._ended.beside(bound.agency, state)
        return AgencyDuty(state.plan_id, state, bound.roles, bound.through, judgement)


def _whole_groups(state: DutyState, bound: tuple[Bound, ...]) -> list[Bound]:
    """Groups that the duty names and that its members answer for: the duty as a whole is theirs."""
    known = {body.agency for body in bound}
    roles: dict[str, list[Role]] = {}
    for role, agency in state.duty.assignments():
        if agency not in known:
            roles.setdefault(agency, []).append(role)
    return [Bound(agency, tuple(held), ()) for agency, held in roles.items()]


def agency_states(
    plans: Collection[PlanState],
    bound_by: BoundBy,
    membership: Membership,
    ended: EndedBodies,
) -> dict[str, AgencyState]:
    """Every body's state, by id. One that has ended keeps its duties and owes nothing."""
    desk = _Desk(ended)
    for plan in plans:
        desk.take(plan, bound_by)
    groups = membership.groups_of()
    agencies, lives, as_of = ended.office.agencies, ended.office.lives, ended.office.as_of
    rounds = schedules(plans, bound_by, membership, agencies, lives, as_of)
    return {
        agency: replace(
            _agency_state(agency, desk, groups.get(agency, ()), lives, as_of),
            schedule=rounds.get(agency, ()),
            life=lives.of(agency),
        )
        for agency in agencies
    }


def _agency_state(
    agency: str, desk: _Desk, groups: tuple[str, ...], lives: Lives, as_of: dt.date
) -> AgencyState:
    duties = desk.duties.get(agency, [])
    open_duties = [d for d in duties if _is_open(d) and lives.requires(agency, _due(d))]
    open_duties.sort(key=_due)
    leads, supports = _by_role(agency, duties, desk.carries_out)
    shares = tuple(desk.shares.get(agency, ()))
    whole_of = tuple(desk.whole_of.get(agency, ()))
    return AgencyState(
        agency_id=agency,
        overdue=tuple(d for d in open_duties if _due(d) < as_of),
        due_soon=tuple(d for d in open_duties if as_of <= _due(d) <= as_of + SOON),
        reports_owed=tuple(desk.owed.get(agency, ())),
        leads=leads,
        supports=supports,
        shares=shares,
        whole_of=whole_of,
        groups=groups,
        illustrative=agency in desk.illustrative
        or any(d.judgement.illustrative for d in duties)
        or any(share.judgement.illustrative for _, share in shares)
        or any(indicator.illustrative for indicator in whole_of),
    )


def _by_role(
    agency: str, duties: list[AgencyDuty], carries_out: set[tuple[str, str, str]]
) -> tuple[tuple[AgencyDuty, ...], tuple[AgencyDuty, ...]]:
    """Those it answers for, then the rest.

    Where nobody leads or is assigned, whoever advises on, follows, guides … the duty does it.
    """
    leads: list[AgencyDuty] = []
    supports: list[AgencyDuty] = []
    for duty in duties:
        own = (agency, duty.plan_id, duty.state.duty.id) in carries_out
        (leads if own or leading(duty.roles) else supports).append(duty)
    return tuple(leads), tuple(supports)


def _is_open(duty: AgencyDuty) -> bool:
    due = duty.state.due is not None
    return due and duty.judgement.status in _OPEN and duty.roles != ("receives",)


def _due(duty: AgencyDuty) -> dt.date:
    return duty.state.due or dt.date.max
