"""A plan's objectives: its indicators against one column for each milestone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.charts.spec import SparkChart
from site_builder.model.base import Words
from site_builder.model.indicator import UNDATED
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, clause_ref
from site_builder.pages.view_series import spark
from site_builder.pages.view_target import TargetView, column, row_anchor, target_view
from site_builder.pages.view_verdict import assessed, partial_sum, target_notes
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
    targets: tuple[TargetView | None, ...]
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


def target_table(plan: PlanState, as_of: dt.date) -> TargetTable:
    """Every objective of a plan, in document order."""
    keys = milestones(plan.indicators)
    views = tuple(
        ObjectiveView(
            anchor=f"muc-tieu-{objective.id}",
            title=objective.title,
            clause=clause_ref(plan.plan_id, objective.clause),
            statement=objective.statement,
            lines=tuple(
                _line(plan.plan.issuer, state, keys, as_of)
                for state in plan.indicators
                if state.objective.id == objective.id
            ),
        )
        for objective in plan.plan.objectives
    )
    return TargetTable(
        columns=tuple(column(key) for key in keys),
        groups=tuple(view for view in views if view.lines),
        aims=tuple(view for view in views if not view.lines),
    )


def milestones(states: Iterable[IndicatorState]) -> tuple[str, ...]:
    """The keys of all targets, earliest first, targets without a date last."""
    keys = {target.key for state in states for target in state.targets}
    dated = sorted((parse_period(key) for key in keys - {UNDATED}), key=lambda p: (p.end, p.start))
    return (*(period.text for period in dated), *((UNDATED,) if UNDATED in keys else ()))


def _line(
    issuer: str, state: IndicatorState, keys: tuple[str, ...], as_of: dt.date
) -> IndicatorLine:
    indicator, target = state.indicator, state.headline_target
    by_key = {t.key: target_view(state.plan_id, indicator, t) for t in state.targets}
    judged = target.key if target is not None else ""
    return IndicatorLine(
        anchor=row_anchor(indicator.id),
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        population=indicator.population,
        percent=indicator.unit.vi == "%",
        targets=tuple(by_key.get(key) for key in keys),
        latest=state.latest,
        partial=partial_sum(state, state.latest),
        assessed=assessed(state, judged, issuer),
        spark=_run(spark(state, as_of)),
        headline=state.headline if state.targets else None,
        milestone=column(judged) if judged and len(by_key) > 1 else None,
        notes=target_notes(indicator, target, as_of) if target is not None else (),
        judged=judged,
    )


def _run(chart: SparkChart | None) -> SparkChart | None:
    alone = chart is not None and len(chart.points) == 1 and chart.target is None
    return None if alone else chart
