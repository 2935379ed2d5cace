"""Timeline: actual values against targets by year, on a true time axis."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from site_builder.charts.badges import add_event_notes
from site_builder.charts.breaks import cut
from site_builder.charts.columns import add_columns
from site_builder.charts.curve import add_curve
from site_builder.charts.events import Event, events, versions
from site_builder.charts.frame import Frame, add_frame, make_frame
from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import add_legend, add_note
from site_builder.charts.notice import band_width, mark_illustrative
from site_builder.charts.plot import Plot
from site_builder.charts.scale import Numbers, numbers_for
from site_builder.charts.scene import At, Scene, Sketch
from site_builder.charts.spec import TimelineChart
from site_builder.charts.style import NARROW, WIDE
from site_builder.charts.words import AXIS_FROM, YEAR_END
from site_builder.terms.text import Lang


def paint(chart: TimelineChart, lang: Lang) -> Scene:
    """The chart laid out. Without data it still shows the targets, and says what is missing."""
    chart = replace(
        chart,
        points=tuple(sorted(chart.points, key=lambda point: point.date)),
        targets=tuple(
            sorted(chart.targets, key=lambda target: (target.date, target.value, target.label.vi))
        ),
    )
    chart = cut(chart)
    told = events(chart, lang)
    numbers, frame = _measure(chart, told, lang)
    plot = Plot(chart, lang, frame, numbers, events=told)
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
        mark_illustrative(plot.sketch, lang, width, frame.plot.top, frame.plot.bottom)
    words = tuple(one.words for one in told)
    return Scene(width, plot.sketch.bottom + 2, tuple(plot.sketch.marks), frame.left, told=words)


def _measure(chart: TimelineChart, told: tuple[Event, ...], lang: Lang) -> tuple[Numbers, Frame]:
    paths = [*chart.path, *(at for one in chart.breaks for at in one.path)]
    days = [chart.as_of, *(one.day for one in told), *(day for day, _ in paths)]
    days += [point.date for point in chart.points] + [target.date for target in chart.targets]
    values = [point.value for point in chart.points] + [value for _, value in paths]
    values += [one.start[1] for one in chart.breaks if one.start]
    for target in chart.targets:
        values += [version.value for version in versions(target)]
        values += [version.upper for version in versions(target) if version.upper is not None]
    numbers = numbers_for(max(map(abs, values), default=Decimal(0)), chart.unit, lang)
    # A flow's target stands in every year: none of them is a milestone.
    milestones = [] if chart.bars else [target.date for target in chart.targets]
    return numbers, make_frame(
        days, values, milestones, numbers, bands=chart.bars, marked=[one.day for one in told]
    )


def _add_notes(plot: Plot) -> None:
    """What happened and what the axes do not say by themselves, in wide lines where there is room."""
    note = _note(plot)
    narrow, wide = (_notes(plot, note, room, "any") for room in (NARROW, WIDE))
    if narrow.marks != wide.marks:
        narrow, wide = _notes(plot, note, NARROW, "narrow"), _notes(plot, note, WIDE, "wide")
        plot.sketch.add(*wide.marks)
    plot.sketch.add(*narrow.marks)
    plot.sketch.bottom = max(narrow.bottom, wide.bottom)


def _notes(plot: Plot, note: str, room: float, at: At) -> Sketch:
    """These lines by themselves, for a picture of that width."""
    found, left = Sketch(bottom=plot.sketch.bottom), plot.frame.left
    add_event_notes(found, plot.events, room, left, at)
    if note:
        add_note(found, note, room, left, at)
    return found


def _note(plot: Plot) -> str:
    notes = [] if plot.chart.bars else [YEAR_END.of(plot.lang)]
    if plot.frame.broken:
        start = plot.numbers.exact(plot.frame.ticks[0])
        notes.append(AXIS_FROM.of(plot.lang).format(value=start))
    return " ".join(notes)


KIND = ChartKind("timeline", TimelineChart, paint)
