"""Timeline: actual values against targets by year, on a true time axis."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from site_builder.charts.columns import add_columns
from site_builder.charts.curve import add_curve
from site_builder.charts.frame import TOP, Frame, add_frame, make_frame
from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import add_legend, add_note
from site_builder.charts.notice import band_width, mark_illustrative
from site_builder.charts.plot import Plot
from site_builder.charts.scale import Numbers, numbers_for
from site_builder.charts.scene import Scene
from site_builder.charts.spec import DataPoint, TargetMark, TimelineChart
from site_builder.charts.style import NARROW
from site_builder.charts.words import AXIS_FROM, YEAR_END
from site_builder.terms.text import Lang


def paint(chart: TimelineChart, lang: Lang) -> Scene:
    """The chart laid out. Without data it still shows the targets, and says what is missing."""
    chart = replace(
        chart,
        points=tuple(sorted(chart.points, key=lambda point: point.date)),
        targets=tuple(sorted(chart.targets, key=lambda target: target.date)),
    )
    numbers, frame = _measure(chart, lang)
    plot = Plot(chart, lang, frame, numbers)
    room = NARROW - (band_width(lang) + 8 if chart.illustrative else 0)
    add_frame(plot.sketch, frame, numbers, room)
    plot.add_as_of()
    if chart.bars:
        add_columns(plot)
    else:
        add_curve(plot)
    if not chart.points:
        plot.add_no_data()
    width = frame.plot.right
    add_legend(plot.sketch, plot.key, width, frame.left)
    _add_notes(plot)
    if chart.illustrative:
        mark_illustrative(plot.sketch, lang, width, TOP, frame.plot.bottom)
    return Scene(width, plot.sketch.bottom + 2, tuple(plot.sketch.marks), frame.left)


def _measure(chart: TimelineChart, lang: Lang) -> tuple[Numbers, Frame]:
    marks: tuple[DataPoint | TargetMark, ...] = (*chart.points, *chart.targets)
    days = [chart.as_of, *(mark.date for mark in marks), *(day for day, _ in chart.path)]
    values = [*(mark.value for mark in marks), *(value for _, value in chart.path)]
    numbers = numbers_for(max(map(abs, values), default=Decimal(0)), chart.unit, lang)
    # A flow's target stands in every year: none of them is a milestone.
    milestones = [] if chart.bars else [target.date for target in chart.targets]
    return numbers, make_frame(days, values, milestones, numbers, bands=chart.bars)


def _add_notes(plot: Plot) -> None:
    """What the axes do not say by themselves."""
    notes = [] if plot.chart.bars else [YEAR_END.of(plot.lang)]
    if plot.frame.broken:
        start = plot.numbers.exact(plot.frame.ticks[0])
        notes.append(AXIS_FROM.of(plot.lang).format(value=start))
    if notes:
        add_note(plot.sketch, " ".join(notes), plot.frame.plot.right, plot.frame.left)


KIND = ChartKind("timeline", TimelineChart, paint)
