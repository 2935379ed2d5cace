"""Numbers in a strip above the plot, one for each event, and below it what they stand for."""

from __future__ import annotations

from site_builder.charts.events import Event
from site_builder.charts.legend import SAMPLE
from site_builder.charts.measure import wrap
from site_builder.charts.plot import THIN, Plot
from site_builder.charts.scene import XY, At, Label, Pinned, Points, Shape, Sketch, Strokes
from site_builder.charts.strip import ROW
from site_builder.charts.style import SMALL, Role

_SIZE = 16.0
_LINE = 16.0
_MOST_LINES = 8


def add_badges(plot: Plot) -> None:
    """Each event's number at its day, and a line down: to what it changed, or all the way."""
    frame, badges = plot.frame, []
    for number, (event, row) in enumerate(zip(plot.events, frame.badges, strict=True), start=1):
        x, y = frame.day(event.day), frame.plot.top - ROW * (row + 0.5) - 2
        line = ((x, y), (x, _foot(plot, event)))
        if event.broken:
            plot.sketch.add(Strokes((line,), "text", 1.0))
            plot.keep_upright_clear(line)
        else:
            plot.sketch.add(Strokes((line,), "target", 1.0, (1.5, 2.5)))
            plot.keep_upright_clear(line, 2 * THIN)
        badges.append(Pinned(x, _badge((0.0, y), number, event)))
    # On top of every line, for the line of one may pass through another.
    plot.sketch.add(*badges)


def _foot(plot: Plot, event: Event) -> float:
    if event.broken:
        return plot.frame.plot.bottom
    return max(plot.frame.y(value) for value in event.values)


def _badge(at: XY, number: int, event: Event, *, told: bool = True) -> tuple[Points | Label, ...]:
    """A square where the series breaks, a ring where targets change."""
    shape, edge = _look(event)
    titles = (event.words if told else "",)
    ring = Points((at,), titles, shape, _SIZE, "surface", edge, 1.2)
    return ring, Label(at[0], at[1] + 4, f"{number}", edge, SMALL, "middle", bold=True)


def _look(event: Event) -> tuple[Shape, Role]:
    return ("square", "text") if event.broken else ("circle", "target")


def add_event_notes(
    sketch: Sketch, told: tuple[Event, ...], room: float, left: float, at: At
) -> None:
    """Each number with what happened, below what is drawn so far, in lines of at most `room`."""
    for number, event in enumerate(told, start=1):
        lines = wrap(event.words, room - SAMPLE, SMALL, lines=_MOST_LINES)
        sketch.bottom += 4
        middle = sketch.bottom + _LINE / 2
        badge = _badge((_SIZE / 2 + 1 - left, middle), number, event, told=False)
        sketch.add(Pinned(0, badge, at))
        for line in lines:
            sketch.bottom += _LINE
            x, y = SAMPLE - left, sketch.bottom - 4
            sketch.add(Label(0, y, line, "text", SMALL, shift=x, at=at))
    if told:
        sketch.bottom += 4
