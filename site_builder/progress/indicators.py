"""One indicator on the day of judgement: its figures, its path, its targets, its shares."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from site_builder.model.indicator import Indicator
from site_builder.model.plan import Objective, Plan
from site_builder.model.rows import AssessmentRow
from site_builder.progress.observations import SeriesByAgency
from site_builder.progress.reports import owed_values
from site_builder.progress.rollup import unit_sums
from site_builder.progress.shares import share_states
from site_builder.progress.snapshot import IndicatorState
from site_builder.progress.targets import Scene, headline, no_target, target_states
from site_builder.progress.trajectory import (
    NO_TRAJECTORY,
    Trajectory,
    follows_trajectory,
    start_of,
    trajectory_of,
)


def indicator_state(
    plan_id: str,
    plan: Plan,
    objective: Objective,
    indicator: Indicator,
    by_agency: SeriesByAgency,
    assessments: tuple[AssessmentRow, ...],
    as_of: dt.date,
) -> IndicatorState:
    """An indicator with everything known of it on the day, judged."""
    whole = indicator.whole or plan.whole
    series = by_agency.get(whole, ())
    path = NO_TRAJECTORY
    if follows_trajectory(indicator):
        path = trajectory_of(indicator, start_of(plan, indicator, series, whole=True))
    scene = Scene(plan, indicator, whole, series, path, assessments, as_of)
    targets = target_states(scene)
    chosen = headline(targets, as_of)
    return IndicatorState(
        plan_id=plan_id,
        objective=objective,
        indicator=indicator,
        whole=whole,
        series=series,
        unit_series={agency: own for agency, own in by_agency.items() if agency != whole},
        start=_start(path),
        trajectory=path.points,
        targets=targets,
        headline=no_target(series) if chosen is None else chosen.judgement,
        headline_target=chosen,
        shares=share_states(scene, by_agency),
        sums=unit_sums(indicator.measures, indicator.allocation, by_agency),
        assessments=assessments,
        owed=owed_values(plan_id, plan, indicator, by_agency, whole, as_of),
    )


def _start(path: Trajectory) -> tuple[dt.date, Decimal] | None:
    return None if path.start is None else (path.start.day, path.start.value)
