"""A plan's objectives: its indicators against one column for each milestone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.base import Words
from site_builder.model.indicator import UNDATED
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, clause_ref
from site_builder.pages.view_target import TargetView, column, target_view
from site_builder.progress.snapshot import IndicatorState, Judgement, Observation, PlanState
from site_builder.terms.period import parse_period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One row: an indicator, its targets in the table's columns, its latest value, its status."""

    name: Words
    path: str
    unit: Words
    statement: Words | None
    population: Words | None
    percent: bool
    targets: tuple[TargetView | None, ...]
    latest: Observation | None
    headline: Judgement | None
    """None for an indicator that is only a fact: there is no target to judge."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """One aim with its indicators; `columns` are the headings of the milestones that occur."""

    id: str
    title: Words
    clause: ClauseRef
    statement: Words | None
    columns: tuple[Text, ...]
    lines: tuple[IndicatorLine, ...]


def objective_views(plan: PlanState) -> tuple[ObjectiveView, ...]:
    """Every objective, in document order."""
    views = []
    for objective in plan.plan.objectives:
        states = [s for s in plan.indicators if s.objective.id == objective.id]
        keys = milestones(states)
        views.append(
            ObjectiveView(
                id=objective.id,
                title=objective.title,
                clause=clause_ref(plan.plan_id, objective.clause),
                statement=objective.statement,
                columns=tuple(column(key) for key in keys),
                lines=tuple(_line(state, keys) for state in states),
            )
        )
    return tuple(views)


def milestones(states: Iterable[IndicatorState]) -> tuple[str, ...]:
    """The keys of all targets, earliest first, targets without a date last."""
    keys = {target.key for state in states for target in state.targets}
    dated = sorted((parse_period(key) for key in keys - {UNDATED}), key=lambda p: (p.end, p.start))
    return (*(period.text for period in dated), *((UNDATED,) if UNDATED in keys else ()))


def _line(state: IndicatorState, keys: tuple[str, ...]) -> IndicatorLine:
    indicator = state.indicator
    by_key = {t.key: target_view(state.plan_id, indicator, t) for t in state.targets}
    return IndicatorLine(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        statement=indicator.statement,
        population=indicator.population,
        percent=indicator.unit.vi == "%",
        targets=tuple(by_key.get(key) for key in keys),
        latest=state.latest,
        headline=state.headline if state.targets else None,
    )
