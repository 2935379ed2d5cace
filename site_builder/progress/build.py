"""The story of a snapshot: what is known on the day, judged plan by plan, then seen by body."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from site_builder.model.indicator import Indicator
from site_builder.model.plan import Objective, Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.progress.agencies import agency_states
from site_builder.progress.dues import Office
from site_builder.progress.duties import duty_state, known_duty_rows
from site_builder.progress.ended_bodies import EndedBodies
from site_builder.progress.histories import Histories
from site_builder.progress.indicators import Reported, indicator_state
from site_builder.progress.lives import Lives
from site_builder.progress.members import Bound, Membership
from site_builder.progress.observations import (
    Parts,
    SeriesByAgency,
    index_parts,
    index_rows,
    known_on,
)
from site_builder.progress.plan_standing import Standing
from site_builder.progress.reports import known_reports, owed_reports
from site_builder.progress.rollup import count_statuses
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Owed,
    PlanState,
    Snapshot,
)
from site_builder.progress.standing import KnownOn, standing_on
from site_builder.progress.times import Ending
from site_builder.progress.values import owed_values
from site_builder.progress.versions import Versions, with_replaced
from site_builder.progress.words import known_assessments

_R = TypeVar("_R")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything reported that is known on the day, indexed once."""

    as_of: dt.date
    values: Mapping[tuple[str, str], SeriesByAgency]
    parts: Mapping[tuple[str, str], Mapping[str, Parts]]
    """The figures of breakdowns."""
    duty_rows: Mapping[tuple[str, str], tuple[DutyRow, ...]]
    reports: Mapping[tuple[str, str], Mapping[str, tuple[SubmittedReport, ...]]]
    assessments: Mapping[tuple[str, str], tuple[AssessmentRow, ...]]
    last_reported: Mapping[str, ProgressRow]
    illustrative: frozenset[str]
    """Plans of which an illustrative row is known."""
    membership: Membership
    bound: Mapping[tuple[str, str], tuple[Bound, ...]]
    office: Office
    ended: EndedBodies
    standings: Mapping[str, Standing]


def take_snapshot(repository: Repository, as_of: dt.date) -> Snapshot:
    """What the plans and the reported data amount to on the day `as_of`.

    Only what could be known that day counts: what was decided or reported later, and values of
    periods that end later, change nothing. Plans are those in force that day, with what ended in
    them. The same repository and day give an equal snapshot.
    """
    then = standing_on(repository, as_of)
    membership = Membership(then.repository.agencies)
    known = _known(then, membership, as_of)
    plans = with_replaced(
        {plan_id: _plan_state(plan_id, known) for plan_id in then.repository.plans}
    )
    return Snapshot(
        as_of=as_of,
        repository=then.repository,
        plans=plans,
        agencies=agency_states(plans.values(), known.bound, membership, known.ended),
        implements=_implements(then.repository),
    )


def _known(then: KnownOn, membership: Membership, as_of: dt.date) -> _Known:
    repository = then.repository
    progress = repository.progress
    duty_rows = known_duty_rows(repository.duty_rows, as_of)
    reports = known_reports(repository.reports, as_of)
    assessments = known_assessments(repository.assessments, as_of)
    lives = Lives(repository.agencies, as_of)
    office = Office(repository.agencies, repository.documents, lives, as_of)
    rows: tuple[Iterable[Row], ...] = (progress, duty_rows, reports, assessments)
    return _Known(
        as_of=as_of,
        values=index_rows(progress),
        parts=index_parts(progress),
        duty_rows=_grouped(duty_rows, lambda row: (row.plan, row.duty)),
        reports={
            key: _grouped(found, lambda row: row.agency)
            for key, found in _grouped(reports, lambda row: (row.plan, row.duty)).items()
        },
        assessments=_grouped(assessments, lambda row: (row.plan, row.indicator)),
        last_reported=_last_reported(progress),
        illustrative=frozenset(
            row.plan for some in rows for row in some if row.state == "illustrative"
        ),
        membership=membership,
        bound={
            (plan_id, duty.id): membership.bound_by(duty)
            for plan_id, plan in repository.plans.items()
            for duty in plan.duties
        },
        office=office,
        ended=EndedBodies(office),
        standings=then.standings,
    )


def _grouped(rows: Iterable[_R], key: Callable[[_R], _K]) -> dict[_K, tuple[_R, ...]]:
    found: dict[_K, list[_R]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {group: tuple(members) for group, members in found.items()}


def _last_reported(rows: Iterable[ProgressRow]) -> dict[str, ProgressRow]:
    """For each plan the row with the latest day; of several, the last in file order."""
    last: dict[str, tuple[dt.date, str, int]] = {}
    found: dict[str, ProgressRow] = {}
    for row in rows:
        order = (known_on(row), row.file, row.record)
        if row.plan not in last or order > last[row.plan]:
            last[row.plan], found[row.plan] = order, row
    return found


def _plan_state(plan_id: str, known: _Known) -> PlanState:
    standing = known.standings[plan_id]
    plan, versions = standing.plan, Versions(standing, known.office, Histories(standing.stands))
    indicators = tuple(
        _indicator_state(plan_id, objective, indicator, versions, known)
        for objective in plan.objectives
        for indicator in objective.indicators
    )
    duties = tuple(_duty_states(plan_id, versions, known))
    reports, coming = _reports(plan, duties, standing.ended, known)
    return PlanState(
        plan_id=plan_id,
        plan=plan,
        indicators=tuple(_with_owed(plan, state, standing.ended, known) for state in indicators),
        duties=duties,
        target_counts=count_statuses(t.judgement for i in indicators for t in i.targets),
        duty_counts=count_statuses(duty.judgement for duty in duties),
        reports=reports,
        coming=coming,
        last_reported=known.last_reported.get(plan_id),
        illustrative=plan_id in known.illustrative,
        stands=standing.stands,
        ended=standing.ended,
    )


def _indicator_state(
    plan_id: str, objective: Objective, indicator: Indicator, versions: Versions, known: _Known
) -> IndicatorState:
    """Judged by what holds of it, then by what became of its bodies."""
    reported, plan = _reported(known, (plan_id, indicator.id)), versions.standing.plan

    def judge(one: Indicator) -> IndicatorState:
        return indicator_state(plan_id, plan, objective, one, reported)

    return known.ended.indicator(versions.indicator(indicator, judge))


def _reported(known: _Known, key: tuple[str, str]) -> Reported:
    """What is known of one indicator of one plan."""
    return Reported(
        as_of=known.as_of,
        values=known.values.get(key, {}),
        parts=known.parts.get(key, {}),
        assessments=known.assessments.get(key, ()),
        documents=known.office.documents,
        lives=known.office.lives,
    )


def _duty_states(plan_id: str, versions: Versions, known: _Known) -> Iterable[DutyState]:
    for duty in versions.standing.plan.duties:
        key = (plan_id, duty.id)
        rows, reports = known.duty_rows.get(key, ()), known.reports.get(key, {})
        state = duty_state(plan_id, duty, known.bound[key], rows, reports, known.as_of)
        versed = versions.duty(state, known.bound[key])
        yield known.ended.duty(versed, known.bound[key], state.by_agency)


def _reports(
    plan: Plan, duties: tuple[DutyState, ...], ended: Ending | None, known: _Known
) -> tuple[tuple[Owed, ...], tuple[Owed, ...]]:
    """The reports due or received by the day, and those to come, each oldest first."""
    found: tuple[list[Owed], list[Owed]] = ([], [])
    for state in duties:
        key = (state.plan_id, state.duty.id)
        received = known.reports.get(key, {})
        made = owed_reports(
            plan, state, ended, known.bound[key], received, known.membership, known.office
        )
        for gathered, some in zip(found, made, strict=True):
            gathered.extend(some)
    listed, coming = (tuple(sorted(some, key=_by_due)) for some in found)
    return listed, coming


def _by_due(owed: Owed) -> tuple[dt.date, dt.date, dt.date]:
    return owed.due, owed.period.end, owed.period.start


def _with_owed(
    plan: Plan, state: IndicatorState, ended: Ending | None, known: _Known
) -> IndicatorState:
    """The indicator with the values that are still asked for."""
    ends = tuple(end for end in (state.ended, ended) if end is not None and end.document)
    values = known.values.get((state.plan_id, state.indicator.id), {})
    owed = owed_values(
        state.plan_id, plan, state.indicator, values, state.whole, ends, known.office
    )
    return replace(state, owed=owed) if owed else state


def _implements(repository: Repository) -> tuple[tuple[str, str], ...]:
    edges = {
        (document_id, carried_out)
        for document_id, document in repository.documents.items()
        for carried_out in document.implements
    }
    for plan in repository.plans.values():
        edges.update((plan.document, carried_out) for carried_out in plan.implements)
    return tuple(sorted(edges))
