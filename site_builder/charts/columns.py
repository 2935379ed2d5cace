"""Flows on a timeline: a column for each period, a level line for each year's target."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from site_builder.charts.flags import target_words
from site_builder.charts.legend import Drawn, Entry, Sample
from site_builder.charts.measure import text_width
from site_builder.charts.place import RIGHT_FIRST, Area
from site_builder.charts.plot import ILLUSTRATIVE_DASH, Plot, narrowest_gap
from site_builder.charts.scale import previous_year_end
from site_builder.charts.scene import XY, Box, Label, Strokes
from site_builder.charts.spec import DataPoint, TargetMark
from site_builder.charts.style import SMALL, Role
from site_builder.charts.words import OTHER_TARGET, STATE_FIGURES, TARGET
from site_builder.model.rows import State

_SHARE_OF_PERIOD = 0.56
_LONGEST_PERIOD = 365.0
_TARGET_WIDTH = 2.6
_OTHER_DASH = (2.0, 2.0)
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


def _line(plot: Plot, target: TargetMark) -> tuple[XY, XY]:
    """Level through the whole of the target's year."""
    y = plot.frame.y(target.value)
    return (plot.frame.day(previous_year_end(target.date)), y), (plot.frame.day(target.date), y)


def _add_targets(plot: Plot) -> None:
    for other, words in ((False, TARGET), (True, OTHER_TARGET)):
        dash = _OTHER_DASH if other else ()
        targets = [one for one in plot.chart.targets if one.other_population is other]
        for target in targets:
            line = _line(plot, target)
            title = plot.target_reading(target)
            plot.sketch.add(Strokes((line,), "target", _TARGET_WIDTH, dash, title))
            plot.keep_line_clear(line, 6)
        if targets:
            plot.key.append(Entry(words.of(plot.lang), _target_sample(dash)))


def _target_sample(dash: tuple[float, ...]) -> Sample:
    def sample(at: XY) -> Drawn:
        x, y = at
        return (Strokes((((x - 13, y), (x + 13, y)),), "target", _TARGET_WIDTH, dash),)

    return sample


def _add_values(plot: Plot, days: float) -> None:
    """Each column's value above it, clear of a target line; only if all of them fit."""
    points = plot.chart.points
    room = days * (plot.frame.x(1) - plot.frame.x(0))
    if any(text_width(plot.numbers(point.value), SMALL) > room for point in points):
        return
    levels = {target.date.year: plot.frame.y(target.value) for target in plot.chart.targets}
    for point in points:
        box = _column(plot, point, days)
        words, middle = plot.numbers(point.value), box.x + box.width / 2
        baseline = box.y - 5 if point.value >= 0 else box.y + box.height + SMALL + 2
        level = levels.get(point.date.year)
        if level is not None and baseline - SMALL - 2 < level < box.y:
            baseline = level - 6
        plot.sketch.add(Label(middle, baseline, words, "series", SMALL, "middle", halo=True))
        half = text_width(words, SMALL) / 2
        plot.keep_clear((middle, baseline), Area(-half, -SMALL, half, 4))


def _add_target_labels(plot: Plot) -> None:
    """One label for a run of equal targets, at its end, where columns seldom stand."""
    for words, run in groupby(plot.chart.targets, key=lambda one: target_words(plot, one)):
        _, end = _line(plot, list(run)[-1])
        plot.label(end, words, "target", sides=RIGHT_FIRST)
