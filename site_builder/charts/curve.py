"""Levels on a timeline: points joined by lines, flags for targets, the path in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from site_builder.charts.badges import add_badges
from site_builder.charts.breaks import segments
from site_builder.charts.flags import add_flags, add_poles, label_flags
from site_builder.charts.legend import Drawn, Entry, Sample
from site_builder.charts.place import RIGHT_FIRST, Area
from site_builder.charts.plot import ILLUSTRATIVE_DASH, STATE_SHAPES, THIN, Plot, narrowest_gap
from site_builder.charts.scene import XY, Pinned, Points, Strokes
from site_builder.charts.spec import BreakMark, DataPoint
from site_builder.charts.steps import add_former_flags, add_steps
from site_builder.charts.words import EXPECTED, NEW_START, STATE_FIGURES
from site_builder.model.rows import State

_LARGEST, _SMALLEST = 7.5, 4.0
_LAST = 2.0
"""How much larger the last value is drawn."""
_USUAL_STRETCH = 1.6
"""Points may touch at the narrowest width; beyond this much of it they stand apart."""
_DATA = 4.0
"""How much more the line of values counts than others when room is sought for a label."""
_PATH_DASH = (7.0, 4.0)
_START = 6.0
"""Half the stroke at the start of a new series."""


def add_curve(plot: Plot) -> None:
    """Path, poles, lines, points and flags, then the labels where room is left."""
    path = _add_paths(plot)
    add_poles(plot)
    add_badges(plot)
    _add_lines(plot)
    _add_points(plot)
    add_former_flags(plot)
    add_flags(plot)
    add_steps(plot)
    plot.key += path
    if plot.chart.points:
        first, last = plot.chart.points[0], plot.chart.points[-1]
        plot.keep_clear(plot.frame.at(first.date, first.value), Area(-5, -5, 5, 5))
        at = plot.frame.at(last.date, last.value)
        plot.keep_clear(at, Area(-5, -5, 5, 5))
        words = (plot.numbers(last.value),)
        plot.label(at, words, "series", bold=True, sides=RIGHT_FIRST)
    label_flags(plot)


def _add_paths(plot: Plot) -> list[Entry]:
    """What is expected, series by series, below all else; returns what explains it."""
    paths = [path for path in (plot.chart.path, *_own_paths(plot)) if len(path) > 1]
    for path in paths:
        line = tuple(plot.frame.at(day, value) for day, value in path)
        plot.sketch.add(Strokes((line,), "path", 1.4, _PATH_DASH))
        plot.keep_line_clear(line, 6, 2 * THIN)
    _add_starts(plot)
    return [Entry(EXPECTED.of(plot.lang), _path_sample)] if paths else []


def _own_paths(plot: Plot) -> Iterator[tuple[tuple[dt.date, Decimal], ...]]:
    return (one.path for one in plot.chart.breaks)


def _add_starts(plot: Plot) -> None:
    """From where each new series is counted: a stroke across the beginning of its path."""
    for one in plot.chart.breaks:
        if one.start is None:
            continue
        day, value = one.start
        x, y = plot.frame.at(max(day, one.day), value)
        words = NEW_START.of(plot.lang).replace("{value}", plot.numbers(value))
        stroke = ((0.0, y - _START), (0.0, y + _START))
        plot.sketch.add(Pinned(x, (Strokes((stroke,), "path", 2.4, title=words),)))


def _path_sample(at: XY) -> Drawn:
    x, y = at
    return (Strokes((((x - 13, y), (x + 13, y)),), "path", 1.4, _PATH_DASH),)


def runs(
    points: tuple[DataPoint, ...], breaks: tuple[BreakMark, ...] = ()
) -> list[tuple[bool, tuple[DataPoint, ...]]]:
    """The line between neighbouring values of a series in stretches; true: an end of it is
    illustrative."""
    found = []
    for segment in segments(points, breaks):
        for dashed, group in groupby(
            pairwise(segment), key=lambda step: "illustrative" in (step[0].state, step[1].state)
        ):
            steps = list(group)
            found.append((dashed, (steps[0][0], *(step[1] for step in steps))))
    return found


def _add_lines(plot: Plot) -> None:
    """Between neighbouring values; dashed where either is only an illustration."""
    for dashed, values in runs(plot.chart.points, plot.chart.breaks):
        line = tuple(plot.frame.at(point.date, point.value) for point in values)
        dash = ILLUSTRATIVE_DASH if dashed else ()
        plot.sketch.add(Strokes((line,), "series", 2.0, dash))
        plot.keep_line_clear(line, _LARGEST + 3, _DATA)


def _add_points(plot: Plot) -> None:
    places = [plot.frame.day(point.date) for point in plot.chart.points]
    gap = narrowest_gap(places)
    size = _LARGEST if gap is None else min(_LARGEST, max(_SMALLEST, gap * _USUAL_STRETCH * 0.7))
    for state in plot.states():
        points = [point for point in plot.chart.points[:-1] if point.state == state]
        if points:
            plot.sketch.add(_points(plot, state, points, size))
        plot.key.append(Entry(STATE_FIGURES[state].of(plot.lang), _sample(state)))
    if plot.chart.points:
        last = plot.chart.points[-1]
        plot.sketch.add(_points(plot, last.state, [last], size + _LAST))


def _points(plot: Plot, state: State, points: list[DataPoint], size: float) -> Points:
    at = tuple(plot.frame.at(point.date, point.value) for point in points)
    return mark(state, at, tuple(plot.reading(point) for point in points), size)


def mark(state: State, at: tuple[XY, ...], titles: tuple[str, ...], size: float) -> Points:
    """Values of one state, by the shape and the filling that tell it."""
    shape, face = STATE_SHAPES[state]
    return Points(at, titles, shape, size, face, "series", 1.7 if size > 6 else 1.2)


def _sample(state: State) -> Sample:
    dash = ILLUSTRATIVE_DASH if state == "illustrative" else ()

    def sample(at: XY) -> Drawn:
        x, y = at
        line = Strokes((((x - 13, y), (x + 13, y)),), "series", 2.0, dash)
        return (line, mark(state, (at,), ("",), _LARGEST))

    return sample
