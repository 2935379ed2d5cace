"""Spark: an indicator's values in a table's cell, small enough to stand beside a number."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from site_builder.charts.columns import period_days
from site_builder.charts.curve import mark, runs
from site_builder.charts.kind import ChartKind
from site_builder.charts.scale import Linear
from site_builder.charts.scene import XY, Label, Scene, Sketch, Strokes
from site_builder.charts.spec import SparkChart
from site_builder.charts.words import BREAK, ILLUSTRATIVE_SHORT, NO_DATA, TARGET_AT
from site_builder.terms.period import format_date
from site_builder.terms.text import Lang

WIDTH, HEIGHT = 140.0, 36.0
_LEFT, _RIGHT, _TARGET = 4.0, 120.0, 138.0
"""Values run from `_LEFT` to `_RIGHT`; the target stands beyond them, up to `_TARGET`."""
_TOP, _BOTTOM, _ABOVE_WORD = 5.0, 31.0, 23.0
"""The heights of the largest and the smallest value; higher up where a word stands below."""
_WORD = 10.0
_DASH = (2.5, 2.0)
_BAR, _WIDEST = 0.6, 14.0
_MARK = 6.5


def paint(chart: SparkChart, lang: Lang) -> Scene:
    """The run laid out on a true time axis of its own days; heights are true, zero may be cut."""
    chart = replace(chart, points=tuple(sorted(chart.points, key=lambda point: point.date)))
    sketch = Sketch()
    if chart.points:
        x, y = _scales(chart)
        _add_breaks(sketch, chart, x, lang)
        _add_target(sketch, chart, y, lang)
        if chart.bars:
            _add_bars(sketch, chart, x, y, lang)
        else:
            _add_line(sketch, chart, x, y, lang)
    else:
        sketch.add(Label(_LEFT, 19, NO_DATA.of(lang), "muted", 11))
    if chart.illustrative:
        words = ILLUSTRATIVE_SHORT.of(lang)
        sketch.add(Label(_LEFT - 2, HEIGHT - 2, words, "note", _WORD))
    return Scene(WIDTH, HEIGHT, tuple(sketch.marks), fluid=False)


def _scales(chart: SparkChart) -> tuple[Linear, Linear]:
    days = [point.date.toordinal() for point in chart.points]
    values = [float(point.value) for point in chart.points]
    if chart.target:
        values.append(float(chart.target.value))
    if chart.bars:
        values.append(0.0)
    first, last = min(days) - (_period(chart) if chart.bars else 0.0), max(days)
    low, high = min(values), max(values)
    bottom = _ABOVE_WORD if chart.illustrative else _BOTTOM
    # A single day stands at the right, where the latest always does; a single value halfway up.
    x = Linear(first if first < last else last - 1, last, _LEFT, _RIGHT)
    y = Linear(low, high, bottom, _TOP) if low < high else Linear(low - 1, low + 1, bottom, _TOP)
    return x, y


def _period(chart: SparkChart) -> float:
    return period_days([point.date for point in chart.points])


def _add_target(sketch: Sketch, chart: SparkChart, y: Linear, lang: Lang) -> None:
    """A fine line across at the target's level, and a stroke at its end that says what it is."""
    target = chart.target
    if target is None:
        return
    level = y(target.value)
    day = format_date(target.date, lang)
    title = TARGET_AT.of(lang).format(day=day, label=target.label.of(lang))
    sketch.add(
        Strokes((((_LEFT, level), (_RIGHT, level)),), "target", 1.0, (1.5, 2.5)),
        Strokes((((_RIGHT + 7, level), (_TARGET, level)),), "target", 3.0, title=title),
    )


def _add_breaks(sketch: Sketch, chart: SparkChart, x: Linear, lang: Lang) -> None:
    """A hairline at the day of each break among the values."""
    for one in chart.breaks:
        day = one.day.toordinal()
        if x.low < day <= x.high:
            line = ((x(day), 1.0), (x(day), HEIGHT - 1))
            words = BREAK.of(lang)
            sketch.add(Strokes((line,), "text", 1.0, title=words))


def _add_line(sketch: Sketch, chart: SparkChart, x: Linear, y: Linear, lang: Lang) -> None:
    """The values joined, dashed where they are illustrative; a mark on the last, which says it."""
    for dashed, run in runs(chart.points, chart.breaks):
        line = tuple((x(point.date.toordinal()), y(point.value)) for point in run)
        sketch.add(Strokes((line,), "series", 1.8, _DASH if dashed else ()))
    last = chart.points[-1]
    at = x(last.date.toordinal()), y(last.value)
    sketch.add(mark(last.state, (at,), (last.label.of(lang),), _MARK))


def _add_bars(sketch: Sketch, chart: SparkChart, x: Linear, y: Linear, lang: Lang) -> None:
    """Thick strokes from zero; illustrative ones as dashed outlines. The last is the boldest."""
    days = _period(chart)
    zero, width = y(0), min(_WIDEST, (x(days) - x(0)) * _BAR)
    last = chart.points[-1]
    for (final, hollow), group in groupby(
        chart.points, key=lambda point: (point is last, point.state == "illustrative")
    ):
        run = [(x(point.date.toordinal() - days / 2), y(point.value)) for point in group]
        title = last.label.of(lang) if final else ""
        if hollow:
            lines = tuple(_outline(at, zero, width) for at in run)
            sketch.add(Strokes(lines, "series", 1.8 if final else 1.1, _DASH, title))
        else:
            lines = tuple(((middle, zero), (middle, top)) for middle, top in run)
            sketch.add(Strokes(lines, "series", width, title=title))


def _outline(at: XY, zero: float, width: float) -> tuple[XY, ...]:
    left, right, top = at[0] - width / 2, at[0] + width / 2, at[1]
    return (left, zero), (left, top), (right, top), (right, zero), (left, zero)


KIND = ChartKind("spark", SparkChart, paint)
