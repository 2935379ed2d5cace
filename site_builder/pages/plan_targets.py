"""A plan's objectives: its indicators against one column for each milestone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.charts.spec import SparkChart
from site_builder.model.base import Words
from site_builder.model.indicator import UNDATED
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.target_labels import due_of
from site_builder.pages.view import ClauseRef, clause_ref
from site_builder.pages.view_ending import EndView, end_view
from site_builder.pages.view_series import spark
from site_builder.pages.view_target import TargetView, column, named, row_anchor, target_view
from site_builder.pages.view_verdict import assessed, break_note, partial_sum, target_notes
from site_builder.progress.snapshot import IndicatorState, Judgement, Observation, PlanState
from site_builder.terms.period import Period, parse_period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One row: an indicator, its targets in the table's columns, its latest value, its status."""

    anchor: str
    name: Words
    path: str
    unit: Words
    population: Words | None
    percent: bool
    targets: tuple[tuple[TargetView, ...], ...]
    """For each column what it asks for by then: nothing, one number or, with labels, several."""
    latest: Observation | None
    partial: Text | None
    """How many of the bodies the latest value adds up, where it is not all of them."""
    assessed: Period | None
    """The day on which the target that the headline is about was assessed in words."""
    spark: SparkChart | None
    """None where one value stands alone: there is nothing to compare it with."""
    headline: Judgement | None
    """None for an indicator that is only a fact: there is no target to judge."""
    milestone: Text | None
    """The milestone that the headline is about, where there are several."""
    notes: tuple[Text, ...]
    """What must stand beside the headline; other milestones tell their own status."""
    judged: str
    """The key of the target that the headline is about; empty without one."""
    ended: EndView | None
    """Where the whole indicator no longer holds: since when, and by which document."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """One aim with its indicators, a row group of the table; without any, a line in a list."""

    anchor: str
    title: Words
    clause: ClauseRef
    statement: Words | None
    lines: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The indicators of all objectives in one table, so that equal years stand in one column."""

    columns: tuple[Text, ...]
    """The milestones that occur, earliest first."""
    groups: tuple[ObjectiveView, ...]
    aims: tuple[ObjectiveView, ...]
    """Objectives that the document measures by no indicator."""


def target_table(repository: Repository, plan: PlanState, as_of: dt.date) -> TargetTable:
    """Every objective of a plan, in document order."""
    dues = milestones(plan.indicators)
    views = tuple(
        ObjectiveView(
            anchor=f"muc-tieu-{objective.id}",
            title=objective.title,
            clause=clause_ref(plan.plan_id, objective.clause),
            statement=objective.statement,
            lines=tuple(
                _line(repository, plan, state, dues, as_of)
                for state in plan.indicators
                if state.objective.id == objective.id
            ),
        )
        for objective in plan.plan.objectives
    )
    return TargetTable(
        columns=tuple(column(due) for due in dues),
        groups=tuple(view for view in views if view.lines),
        aims=tuple(view for view in views if not view.lines),
    )


def milestones(states: Iterable[IndicatorState]) -> tuple[str, ...]:
    """The dates of all targets, earliest first, targets without a date last; labels left out."""
    dues = {due_of(target.key) for state in states for target in state.targets}
    dated = sorted((parse_period(due) for due in dues - {UNDATED}), key=lambda p: (p.end, p.start))
    return (*(period.text for period in dated), *((UNDATED,) if UNDATED in dues else ()))


def _line(
    repository: Repository,
    plan: PlanState,
    state: IndicatorState,
    dues: tuple[str, ...],
    as_of: dt.date,
) -> IndicatorLine:
    indicator, target = state.indicator, state.headline_target
    views = [
        target_view(state.plan_id, indicator, one, repository.documents) for one in state.targets
    ]
    broken = break_note(state)
    notes = target_notes(indicator, target, as_of) if target is not None else ()
    judged = target.key if target is not None else ""
    return IndicatorLine(
        anchor=row_anchor(indicator.id),
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        population=indicator.population,
        percent=indicator.unit.vi == "%",
        targets=tuple(tuple(one for one in views if due_of(one.key) == due) for due in dues),
        latest=state.latest,
        partial=partial_sum(state, state.latest),
        assessed=assessed(state, judged, plan.plan.issuer),
        spark=_run(spark(state, as_of)),
        headline=state.headline if state.targets else None,
        milestone=named(judged, target.target) if target is not None and len(views) > 1 else None,
        notes=(*notes, *((broken,) if broken else ())),
        judged=judged,
        ended=None if plan.ended else end_view(repository, state.ended),
    )


def _run(chart: SparkChart | None) -> SparkChart | None:
    alone = chart is not None and len(chart.points) == 1 and chart.target is None
    return None if alone else chart
