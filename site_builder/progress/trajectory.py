"""What is expected when: linear from the start through the dated targets, and the pace by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from site_builder.model.indicator import Baseline, Better, Indicator, Target
from site_builder.model.plan import Plan
from site_builder.progress.calendar import issue_day, span_start
from site_builder.progress.goals import Goal
from site_builder.progress.observations import Series
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import Observation
from site_builder.progress.wording import exact
from site_builder.terms.status import Status

ON_TRACK_FROM = Fraction(95, 100)
BEHIND_FROM = Fraction(60, 100)
"""Bands of the Eurostat and Open SDG monitoring, applied to a linear path (see `pace`)."""

Points = tuple[tuple[dt.date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """Where progress is counted from."""

    day: dt.date
    value: Decimal
    observation: Observation | None = None
    """The row it was read from; None for a printed value or a count from zero."""
    printed: bool = False
    """Whether the document prints the value."""

    @property
    def illustrative(self) -> bool:
        """Whether the start itself is an illustrative figure."""
        return self.observation is not None and self.observation.state == "illustrative"


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Start, if known, and the dated numeric targets after it."""

    start: Start | None
    points: Points
    """The start first, where it is known."""


NO_TRAJECTORY = Trajectory(None, ())


def start_of(
    plan: Plan, indicator: Indicator, series: Series, sides: Sides, side: int, *, whole: bool
) -> Start | None:
    """The start of a body's trajectory on one side of the breaks; None where nothing gives one.

    After a break its own baseline; else the indicator's, where that lies on this side; else, after
    a break, the first figure on this side. A printed value is the whole's only: it is nobody
    else's. A cumulative count without a baseline starts from zero on the first day of the plan's
    period, else on the day of issue. Figures of another side are never looked at.
    """
    opening, figures = sides.opening(side), sides.part(series, side)
    if opening is not None and opening.baseline is not None:
        return _start(opening.baseline, figures, whole=whole)
    own = indicator.baseline
    if own is not None and sides.of_day(own.period.end) == side:
        return _start(own, figures, whole=whole)
    if own is None and indicator.measures == "cumulative":
        day = span_start(plan) or issue_day(plan)
        if day is not None and sides.of_day(day) == side:
            return Start(day, Decimal(0))
    return None if opening is None else _first(figures)


def _start(baseline: Baseline, figures: Series, *, whole: bool) -> Start | None:
    if whole and baseline.value is not None:
        return Start(baseline.period.end, baseline.value, printed=True)
    for observation in figures:
        if observation.period == baseline.period and observation.value is not None:
            return Start(baseline.period.end, observation.value, observation)
    return None


def _first(figures: Series) -> Start | None:
    for observation in figures:
        if observation.value is not None:
            return Start(observation.period.end, observation.value, observation)
    return None


def follows_trajectory(indicator: Indicator) -> bool:
    """Whether a pace can be told: levels and cumulative counts, and shares with a baseline."""
    if indicator.measures == "ratio":
        given = (indicator.baseline, *(one.baseline for one in indicator.breaks))
        return any(baseline is not None for baseline in given)
    return indicator.measures in ("stock", "cumulative")


def same_subject(indicator: Indicator, target: Target) -> bool:
    """Whether a target counts what the indicator's data count: same population, same unit."""
    if target.population is not None:
        own = indicator.population
        if own is None or _plain(own.vi) != _plain(target.population.vi):
            return False
    return target.unit is None or _plain(target.unit.vi) == _plain(indicator.unit.vi)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def trajectory_of(
    start: Start | None, goals: Iterable[tuple[dt.date, Goal]], better: Better
) -> Trajectory:
    """The path from a start through numeric targets on the same figures.

    Targets that limit the better direction are no points of it. Of two targets on one day the
    more demanding counts.
    """
    aims: dict[dt.date, Decimal] = {}
    for day, goal in goals:
        if not goal.against:
            aims[day] = _further(aims.get(day), goal.aim, better)
    return Trajectory(start, _path(start, tuple(aims.items())))


def single_path(start: Start | None, day: dt.date, goal: Goal) -> Trajectory:
    """The path to one value on one day: a body's share of a target."""
    return Trajectory(start, _path(start, ((day, goal.aim),)))


def _path(start: Start | None, aims: Points) -> Points:
    if start is None:
        return tuple(sorted(aims))
    return (start.day, start.value), *sorted(aim for aim in aims if aim[0] > start.day)


def _further(known: Decimal | None, aim: Decimal, better: Better) -> Decimal:
    if known is None:
        return aim
    return max(known, aim) if better == "more" else min(known, aim)


def expected_at(points: Points, day: dt.date) -> Fraction | None:
    """expected(t), by calendar days: v₀ + (v₁ − v₀) × (t − t₀) ÷ (t₁ − t₀) on t's own segment.

    Source: DESIGN section 7 of this project (linear between baseline and targets). Exact. None
    before the first point and after the last: nothing is extrapolated.
    """
    segment = segment_at(points, day)
    if segment is None:
        return None
    (day0, value0), (day1, value1) = segment
    if day0 == day1:
        return exact(value0)
    part = Fraction((day - day0).days, (day1 - day0).days)
    return exact(value0) + (exact(value1) - exact(value0)) * part


def segment_at(
    points: Points, day: dt.date
) -> tuple[tuple[dt.date, Decimal], tuple[dt.date, Decimal]] | None:
    """The two neighbouring points between which the day lies, each with its value."""
    if not points or day < points[0][0] or day > points[-1][0]:
        return None
    for left, right in pairwise(points):
        if day <= right[0]:
            return left, right
    return points[0], points[0]


def pace(actual: Fraction, start: Fraction, expected: Fraction) -> Fraction:
    """Pace = (actual − start) ÷ (expected − start): the part of the expected change achieved.

    Source: (current − start) ÷ (target − start) of the US Agency Priority Goals, with the target
    replaced by what is expected by then (DESIGN section 7 of this project); the ratio itself
    already follows the direction. `expected` must differ from `start`.
    """
    return (actual - start) / (expected - start)


def status_of_pace(value: Fraction) -> Status:
    """≥ 0.95 on track; 0.60 to 0.95 behind; below 0.60 far behind; below 0 the wrong way.

    Source of the bands: Eurostat SDG monitoring, Open SDG (0.95 / 0.60 / 0).
    """
    if value < 0:
        return Status.WRONG_WAY
    if value >= ON_TRACK_FROM:
        return Status.ON_TRACK
    return Status.BEHIND if value >= BEHIND_FROM else Status.FAR_BEHIND


def worse(value: Fraction, than: Fraction, better: Better) -> bool:
    """Whether a value is worse than another in the indicator's direction."""
    return value < than if better == "more" else value > than
