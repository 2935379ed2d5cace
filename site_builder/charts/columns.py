"""Flows on a timeline: a column for each period, a level line for each year's target."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from site_builder.charts.badges import add_badges
from site_builder.charts.flags import target_role, target_words
from site_builder.charts.legend import Drawn, Entry, Sample
from site_builder.charts.measure import text_width
from site_builder.charts.place import RIGHT_FIRST, Area
from site_builder.charts.plot import ILLUSTRATIVE_DASH, Plot, narrowest_gap
from site_builder.charts.scale import previous_year_end
from site_builder.charts.scene import XY, Box, Label, Pinned, Strokes
from site_builder.charts.spec import DataPoint, TargetMark
from site_builder.charts.steps import former_reading
from site_builder.charts.style import SMALL, Role
from site_builder.charts.words import (
    ENDED_TARGET,
    FORMER_TARGET,
    OTHER_TARGET,
    STATE_FIGURES,
    TARGET,
)
from site_builder.model.rows import State
from site_builder.terms.text import Text

_SHARE_OF_PERIOD = 0.56
_LONGEST_PERIOD = 365.0
_ARM = 4.5
_EDGE = 1.6

_LOOKS: dict[State, tuple[Role, tuple[float, ...], str]] = {
    "official": ("series", (), ""),
    "provisional": ("surface", (), ""),
    "estimate": ("surface", (), "/"),
    "illustrative": ("surface", ILLUSTRATIVE_DASH, ""),
}
"""By state: what fills the column, the dash of its edge, its hatch."""


def add_columns(plot: Plot) -> None:
    """Columns from zero, the targets over them, then the labels where room is left."""
    days = period_days([point.date for point in plot.chart.points])
    for point in plot.chart.points:
        box = _column(plot, point, days)
        plot.sketch.add(box)
        plot.keep_box_clear(Area(box.x, box.y, box.x + box.width, box.y + box.height))
    for state in plot.states():
        plot.key.append(Entry(STATE_FIGURES[state].of(plot.lang), _sample(state)))
    add_badges(plot)
    _add_targets(plot)
    _add_values(plot, days)
    _add_target_labels(plot)


def period_days(dates: list[dt.date]) -> float:
    """How long one period is taken to be: the smallest distance of two, a year at most."""
    gap = narrowest_gap([day.toordinal() for day in dates])
    return _LONGEST_PERIOD if gap is None else min(gap, _LONGEST_PERIOD)


def _column(plot: Plot, point: DataPoint, days: float) -> Box:
    end = plot.frame.day(point.date)
    period = end - plot.frame.x(point.date.toordinal() - days)
    width = period * _SHARE_OF_PERIOD
    x = end - period / 2 - width / 2
    y, foot = plot.frame.y(point.value), plot.frame.foot
    face, dash, hatch = _LOOKS[point.state]
    return Box(
        x, min(y, foot), width, abs(foot - y), face, "series", _EDGE, dash, hatch,
        plot.reading(point),
    )  # fmt: skip


def _sample(state: State) -> Sample:
    face, dash, hatch = _LOOKS[state]

    def sample(at: XY) -> Drawn:
        return (Box(at[0] - 6, at[1] - 8, 12, 16, face, "series", _EDGE, dash, hatch),)

    return sample


def _line(plot: Plot, target: TargetMark, value: Decimal) -> tuple[XY, XY]:
    """Level through the whole of the target's period."""
    y = plot.frame.y(value)
    return (plot.frame.day(_before(target)), y), (plot.frame.day(target.date), y)


def _before(target: TargetMark) -> dt.date:
    """The last day before the target's period."""
    if target.start is None:
        return previous_year_end(target.date)
    return target.start - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the level of a target is drawn, and what the key calls it."""

    words: Text
    role: Role
    width: float
    dash: tuple[float, ...]


_USUAL = _Look(TARGET, "target", 2.6, ())
_OTHER = _Look(OTHER_TARGET, "target", 2.6, (2.0, 2.0))
_ENDED = _Look(ENDED_TARGET, "muted", 1.4, (6.0, 3.0))
_FORMER = _Look(FORMER_TARGET, "target", 1.0, ())


def _look(target: TargetMark) -> _Look:
    if target.ended:
        return _ENDED
    return _OTHER if target.other_population else _USUAL


def _add_targets(plot: Plot) -> None:
    for look in (_USUAL, _OTHER, _ENDED):
        targets = [one for one in plot.chart.targets if _look(one) is look]
        for target in targets:
            _add_level(plot, target, target.value, look, plot.target_reading(target))
            if target.upper is not None:
                _add_level(plot, target, target.upper, look)
            if look is _ENDED:
                plot.sketch.add(_cross(plot, target))
        if targets:
            plot.key.append(Entry(look.words.of(plot.lang), _target_sample(look)))
    former = [(target, old) for target in plot.chart.targets for old in target.was]
    for target, old in former:
        _add_level(plot, target, old.value, _FORMER, former_reading(plot, target, old))
    if former:
        plot.key.append(Entry(FORMER_TARGET.of(plot.lang), _target_sample(_FORMER)))


def _add_level(
    plot: Plot, target: TargetMark, value: Decimal, look: _Look, title: str = ""
) -> None:
    line = _line(plot, target, value)
    plot.sketch.add(Strokes((line,), look.role, look.width, look.dash, title))
    plot.keep_line_clear(line, 6)


def _cross(plot: Plot, target: TargetMark) -> Pinned:
    """Across the middle of a level that no longer holds."""
    (left, y), (right, _) = _line(plot, target, target.value)
    strokes = _crossed(0.0, y)
    plot.keep_clear(((left + right) / 2, y), Area(-_ARM - 1, -_ARM - 1, _ARM + 1, _ARM + 1))
    return Pinned((left + right) / 2, (strokes,))


def _crossed(x: float, y: float) -> Strokes:
    lines = (
        ((x - _ARM, y - _ARM), (x + _ARM, y + _ARM)),
        ((x - _ARM, y + _ARM), (x + _ARM, y - _ARM)),
    )
    return Strokes(lines, "muted", 1.6)


def _target_sample(look: _Look) -> Sample:
    def sample(at: XY) -> Drawn:
        x, y = at
        level = Strokes((((x - 13, y), (x + 13, y)),), look.role, look.width, look.dash)
        return (level, _crossed(x, y)) if look is _ENDED else (level,)

    return sample


def _add_values(plot: Plot, days: float) -> None:
    """Each column's value above it, clear of a target line; only if all of them fit."""
    points = plot.chart.points
    room = days * (plot.frame.x(1) - plot.frame.x(0))
    if any(text_width(plot.numbers(point.value), SMALL) > room for point in points):
        return
    for point in points:
        box = _column(plot, point, days)
        words, middle = plot.numbers(point.value), box.x + box.width / 2
        baseline = box.y - 5 if point.value >= 0 else box.y + box.height + SMALL + 2
        for level in _levels(plot, point):
            if baseline - SMALL - 2 < level < box.y:
                baseline = level - 6
        plot.sketch.add(Label(middle, baseline, words, "series", SMALL, "middle", halo=True))
        half = text_width(words, SMALL) / 2
        plot.keep_clear((middle, baseline), Area(-half, -SMALL, half, 4))


def _levels(plot: Plot, point: DataPoint) -> list[float]:
    """Where the targets of a value's period are drawn, from below."""
    about = [one for one in plot.chart.targets if _before(one) < point.date <= one.date]
    return sorted((plot.frame.y(one.value) for one in about), reverse=True)


def _add_target_labels(plot: Plot) -> None:
    """One label for a run of equal targets, at its end, where columns seldom stand."""
    for words, run in groupby(plot.chart.targets, key=lambda one: target_words(plot, one)):
        target = list(run)[-1]
        _, end = _line(plot, target, target.value)
        plot.label(end, words, target_role(target), sides=RIGHT_FIRST)
