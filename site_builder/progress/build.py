"""The story of a snapshot: what is known on the day, judged plan by plan, then seen by body."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.progress.agencies import agency_states
from site_builder.progress.duties import duty_state, known_duty_rows
from site_builder.progress.indicators import indicator_state
from site_builder.progress.members import Bound, Membership
from site_builder.progress.observations import (
    SeriesByAgency,
    index_rows,
    known_on,
    known_rows,
)
from site_builder.progress.reports import known_reports, owed_reports
from site_builder.progress.rollup import count_statuses
from site_builder.progress.snapshot import (
    DutyState,
    Owed,
    PlanState,
    Snapshot,
)
from site_builder.progress.words import known_assessments

_R = TypeVar("_R")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything reported that is known on the day, indexed once."""

    as_of: dt.date
    values: Mapping[tuple[str, str], SeriesByAgency]
    duty_rows: Mapping[tuple[str, str], tuple[DutyRow, ...]]
    reports: Mapping[tuple[str, str], Mapping[str, tuple[SubmittedReport, ...]]]
    assessments: Mapping[tuple[str, str], tuple[AssessmentRow, ...]]
    last_reported: Mapping[str, ProgressRow]
    illustrative: frozenset[str]
    """Plans of which an illustrative row is known."""
    bound: Mapping[tuple[str, str], tuple[Bound, ...]]


def take_snapshot(repository: Repository, as_of: dt.date) -> Snapshot:
    """What the plans and the reported data amount to on the day `as_of`.

    Only what could be known that day counts: rows reported later, and values of periods that
    end later, change nothing. The same repository and day give an equal snapshot.
    """
    membership = Membership(repository.agencies)
    known = _known(repository, membership, as_of)
    plans = {
        plan_id: _plan_state(plan_id, plan, known) for plan_id, plan in repository.plans.items()
    }
    return Snapshot(
        as_of=as_of,
        repository=repository,
        plans=plans,
        agencies=agency_states(repository.agencies, plans.values(), known.bound, membership, as_of),
        implements=_implements(repository),
    )


def _known(repository: Repository, membership: Membership, as_of: dt.date) -> _Known:
    progress = known_rows(repository.progress, as_of)
    duty_rows = known_duty_rows(repository.duty_rows, as_of)
    reports = known_reports(repository.reports, as_of)
    assessments = known_assessments(repository.assessments, as_of)
    rows: tuple[Iterable[Row], ...] = (progress, duty_rows, reports, assessments)
    return _Known(
        as_of=as_of,
        values=index_rows(progress),
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
        bound={
            (plan_id, duty.id): membership.bound_by(duty)
            for plan_id, plan in repository.plans.items()
            for duty in plan.duties
        },
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


def _plan_state(plan_id: str, plan: Plan, known: _Known) -> PlanState:
    indicators = tuple(
        indicator_state(
            plan_id,
            plan,
            objective,
            indicator,
            known.values.get((plan_id, indicator.id), {}),
            known.assessments.get((plan_id, indicator.id), ()),
            known.as_of,
        )
        for objective in plan.objectives
        for indicator in objective.indicators
    )
    duties = tuple(_duty_states(plan_id, plan, known))
    return PlanState(
        plan_id=plan_id,
        plan=plan,
        indicators=indicators,
        duties=duties,
        target_counts=count_statuses(t.judgement for i in indicators for t in i.targets),
        duty_counts=count_statuses(duty.judgement for duty in duties),
        reports=_reports(plan_id, plan, known),
        last_reported=known.last_reported.get(plan_id),
        illustrative=plan_id in known.illustrative,
    )


def _duty_states(plan_id: str, plan: Plan, known: _Known) -> Iterable[DutyState]:
    for duty in plan.duties:
        key = (plan_id, duty.id)
        rows, reports = known.duty_rows.get(key, ()), known.reports.get(key, {})
        yield duty_state(plan_id, duty, known.bound[key], rows, reports, known.as_of)


def _reports(plan_id: str, plan: Plan, known: _Known) -> tuple[Owed, ...]:
    found: list[Owed] = []
    for duty in plan.duties:
        key = (plan_id, duty.id)
        reports = known.reports.get(key, {})
        found += owed_reports(plan_id, plan, duty, known.bound[key], reports, known.as_of)
    return tuple(sorted(found, key=lambda owed: (owed.due, owed.period.end, owed.period.start)))


def _implements(repository: Repository) -> tuple[tuple[str, str], ...]:
    edges = {
        (document_id, carried_out)
        for document_id, document in repository.documents.items()
        for carried_out in document.implements
    }
    for plan in repository.plans.values():
        edges.update((plan.document, carried_out) for carried_out in plan.implements)
    return tuple(sorted(edges))
