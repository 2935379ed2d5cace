"""One indicator on the day of judgement: its figures, its path, its targets, its shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.document import Document
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Objective, Plan
from site_builder.model.rows import AssessmentRow
from site_builder.progress.aims import OWN, Aim, Group, aims_of, path_of
from site_builder.progress.breaks import known_breaks
from site_builder.progress.lives import Lives
from site_builder.progress.observations import Parts, SeriesByAgency
from site_builder.progress.rollup import unit_sums
from site_builder.progress.scene import Scene
from site_builder.progress.shares import share_states
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import IndicatorState
from site_builder.progress.targets import headline, no_target, target_states
from site_builder.progress.trajectory import (
    Points,
    Start,
    Trajectory,
    follows_trajectory,
    start_of,
)
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class Reported:
    """What is known of one indicator on the day."""

    as_of: dt.date
    values: SeriesByAgency
    parts: Mapping[str, Parts]
    """The figures of breakdowns, by body."""
    assessments: tuple[AssessmentRow, ...]
    documents: Mapping[str, Document]
    """Those that had been issued."""
    lives: Lives | None = None
    """Of the bodies; None: nothing is known of any end."""


def indicator_state(
    plan_id: str, plan: Plan, objective: Objective, indicator: Indicator, known: Reported
) -> IndicatorState:
    """An indicator with everything known of it on the day, judged."""
    breaks = known_breaks(indicator, known.documents, known.as_of)
    if breaks != indicator.breaks:
        indicator = indicator.model_copy(update={"breaks": breaks})
    whole = indicator.whole or plan.whole
    scene = Scene(
        plan=plan,
        indicator=indicator,
        whole=whole,
        series=known.values.get(whole, ()),
        sides=Sides(breaks, indicator.measures),
        assessments=known.assessments,
        as_of=known.as_of,
        parts=known.parts.get(whole, {}),
        documents=known.documents,
    )
    aims = aims_of(scene)
    targets = target_states(scene, aims)
    chosen = headline(targets, known.as_of)
    paths = _paths(scene, aims)
    return IndicatorState(
        plan_id=plan_id,
        objective=objective,
        indicator=indicator,
        whole=whole,
        series=scene.series,
        unit_series={agency: own for agency, own in known.values.items() if agency != whole},
        start=_point(paths[-1].start),
        trajectory=_expected(paths[-1]),
        targets=targets,
        headline=no_target(scene.series) if chosen is None else chosen.judgement,
        headline_target=chosen,
        shares=share_states(scene, known.values),
        sums=unit_sums(scene.sides, indicator.allocation, known.values, _lived(known.lives)),
        assessments=known.assessments,
        owed=(),
        breaks=scene.sides.breaks,
        starts=_starts(scene),
        paths=tuple(_expected(path) for path in paths),
        parts=scene.parts,
    )


def _lived(lives: Lives | None) -> Callable[[str, Period], bool]:
    return lives.lived_in if lives is not None else lambda agency, period: True


def _paths(scene: Scene, aims: tuple[Aim, ...]) -> tuple[Trajectory, ...]:
    """The path of each side of the breaks: through the plan's own targets for the whole; where it
    has none of its own, through those of the one other authority."""
    whole = {aim.group for aim in aims if not aim.target.of}
    group: Group = OWN if OWN in whole or len(whole) != 1 else next(iter(whole))
    return tuple(path_of(scene, aims, group, side) for side in range(len(scene.sides.breaks) + 1))


def _expected(path: Trajectory) -> Points:
    """Its points; a start from which no target that holds is aimed at makes nobody expect it."""
    return () if path.start is not None and len(path.points) == 1 else path.points


def _starts(scene: Scene) -> tuple[tuple[dt.date, Decimal], ...]:
    """Where progress is counted anew after each break, as far as a figure says so."""
    if not follows_trajectory(scene.indicator):
        return ()
    found = (
        start_of(scene.plan, scene.indicator, scene.series, scene.sides, side, whole=True)
        for side in range(1, len(scene.sides.breaks) + 1)
    )
    return tuple((start.day, start.value) for start in found if start is not None)


def _point(start: Start | None) -> tuple[dt.date, Decimal] | None:
    return None if start is None else (start.day, start.value)
