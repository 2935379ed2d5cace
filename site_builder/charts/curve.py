"""Levels on a timeline: points joined by lines, flags for targets, the path in between."""

from __future__ import annotations

from itertools import groupby, pairwise

from site_builder.charts.legend import Entry, Sample
from site_builder.charts.place import RIGHT_FIRST, Area, stretches
from site_builder.charts.plot import ILLUSTRATIVE_DASH, STATE_SHAPES, THIN, Plot, narrowest_gap
from site_builder.charts.scene import XY, Mark, Points, Strokes
from site_builder.charts.words import EXPECTED, STATE_FIGURES, TARGET
from site_builder.model.rows import State

_LARGEST, _SMALLEST = 9.0, 4.0
_FLAG_WIDTH, _FLAG_HEIGHT = 13.0, 20.0
_DATA = 4.0
"""How much more the line of values counts than others when room is sought for a label."""
_PATH_DASH = (8.0, 4.0)


def add_curve(plot: Plot) -> None:
    """Path, poles, lines, points and flags, then the labels where room is left."""
    _add_path(plot)
    _add_poles(plot)
    _add_lines(plot)
    _add_points(plot)
    _add_flags(plot)
    if plot.chart.points:
        x, y = plot.frame.at(plot.chart.points[0].date, plot.chart.points[0].value)
        plot.taken.append(Area(x - 6, y - 6, x + 6, y + 6))
        last = plot.chart.points[-1]
        plot.label(plot.frame.at(last.date, last.value), plot.numbers(last.value), "series",
                   bold=True, sides=RIGHT_FIRST)  # fmt: skip
    for target in plot.chart.targets:
        x, y = plot.frame.at(target.date, target.value)
        plot.label((x, y - _FLAG_HEIGHT / 2), target.label.of(plot.lang), "target")


def _add_path(plot: Plot) -> None:
    if len(plot.chart.path) < 2:
        return
    line = tuple(plot.frame.at(day, value) for day, value in plot.chart.path)
    plot.sketch.add(Strokes((line,), "path", 1.6, _PATH_DASH))
    plot.taken += stretches(line, 6, 2 * THIN)
    plot.key.append(Entry(EXPECTED.of(plot.lang), _path_sample))


def _path_sample(at: XY) -> tuple[Mark, ...]:
    x, y = at
    return (Strokes((((x - 13, y), (x + 13, y)),), "path", 1.6, _PATH_DASH),)


def _add_poles(plot: Plot) -> None:
    """From each target down to its year."""
    tops = [plot.frame.at(target.date, target.value) for target in plot.chart.targets]
    lines = tuple(((x, plot.frame.plot.bottom), (x, y)) for x, y in tops)
    if lines:
        plot.sketch.add(Strokes(lines, "target", 1.0, (1.5, 3.0)))
    for line in lines:
        plot.taken += stretches(line, 4, THIN)


def _add_lines(plot: Plot) -> None:
    """Between neighbouring values; dashed where either is only an illustration."""
    steps = list(pairwise(plot.chart.points))
    for dashed, group in groupby(
        steps, key=lambda step: "illustrative" in (step[0].state, step[1].state)
    ):
        run = list(group)
        values = [run[0][0], *(step[1] for step in run)]
        line = tuple(plot.frame.at(point.date, point.value) for point in values)
        dash = ILLUSTRATIVE_DASH if dashed else ()
        plot.sketch.add(Strokes((line,), "series", 2.0, dash))
        plot.taken += stretches(line, _LARGEST + 3, _DATA)


def _add_points(plot: Plot) -> None:
    places = [plot.frame.day(point.date) for point in plot.chart.points]
    gap = narrowest_gap(places)
    size = _LARGEST if gap is None else min(_LARGEST, max(_SMALLEST, gap * 0.7))
    for state in plot.states():
        points = [point for point in plot.chart.points if point.state == state]
        at = tuple(plot.frame.at(point.date, point.value) for point in points)
        titles = tuple(plot.reading(point) for point in points)
        plot.sketch.add(_points(state, at, titles, size))
        plot.key.append(Entry(STATE_FIGURES[state].of(plot.lang), _sample(state)))


def _points(state: State, at: tuple[XY, ...], titles: tuple[str, ...], size: float) -> Points:
    shape, face = STATE_SHAPES[state]
    edge_width = 1.8 if size > 6 else 1.3
    return Points(at, titles, shape, size, face, "series", edge_width)


def _sample(state: State) -> Sample:
    dash = ILLUSTRATIVE_DASH if state == "illustrative" else ()

    def sample(at: XY) -> tuple[Mark, ...]:
        x, y = at
        line = Strokes((((x - 13, y), (x + 13, y)),), "series", 2.0, dash)
        return (line, _points(state, (at,), ("",), _LARGEST))

    return sample


def _add_flags(plot: Plot) -> None:
    targets = plot.chart.targets
    if not targets:
        return
    at = tuple(plot.frame.at(target.date, target.value) for target in targets)
    plot.sketch.add(_flags(at, tuple(plot.target_reading(target) for target in targets)))
    plot.taken += [Area(x - 5, y - _FLAG_HEIGHT - 2, x + _FLAG_WIDTH + 2, y + 5) for x, y in at]
    words = TARGET.of(plot.lang)
    plot.key.append(Entry(words, lambda at: (_flags(((at[0] - 6, at[1] + 9),), ("",)),)))


def _flags(at: tuple[XY, ...], titles: tuple[str, ...]) -> Points:
    return Points(at, titles, "flag", 2 * _FLAG_HEIGHT, "target", "target", 1.2)
