"""A timeline while it is being drawn: what it shows, its frame, and what room is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from site_builder.charts.events import Event
from site_builder.charts.frame import Frame
from site_builder.charts.legend import Entry
from site_builder.charts.measure import text_width
from site_builder.charts.place import LEFT_FIRST, Area, Room, Sides
from site_builder.charts.scale import Numbers
from site_builder.charts.scene import XY, At, Label, Shape, Sketch, Strokes
from site_builder.charts.spec import DataPoint, TargetMark, TimelineChart
from site_builder.charts.style import SMALL, WIDE, WIDEST, Role
from site_builder.charts.widths import Widths
from site_builder.charts.wording import worded
from site_builder.charts.words import AS_OF, ENDED_NOTE, NO_DATA, OTHER_NOTE, TARGET_AT, WITH_STATE
from site_builder.model.rows import STATE_WORDS, State
from site_builder.terms.period import format_date
from site_builder.terms.text import Lang

STATE_SHAPES: dict[State, tuple[Shape, Role]] = {
    "official": ("circle", "series"),
    "provisional": ("circle", "surface"),
    "estimate": ("diamond", "surface"),
    "illustrative": ("square", "surface"),
}
"""The shape of a value and what fills it: its state is told without colour."""
THIN = 0.25
"""How much a thin line counts when room is sought for a label."""
HAIRLINE = 1.5
"""How much an upright line that tells a day counts: a label goes far to stand clear of it."""
ILLUSTRATIVE_DASH = (3.0, 3.0)


@dataclass(slots=True)
class Plot:
    """Shared by the ways of drawing values."""

    chart: TimelineChart
    lang: Lang
    frame: Frame
    numbers: Numbers
    sketch: Sketch = field(default_factory=Sketch)
    events: tuple[Event, ...] = ()
    key: list[Entry] = field(default_factory=list)
    widths: tuple[Widths, Widths] = field(init=False)

    def __post_init__(self) -> None:
        """Labels are placed for narrow pictures, and once more for wide ones."""
        plot = self.frame.plot
        within = Area(1, plot.top - 4, plot.right, plot.bottom - 3)
        wide, widest = (self.frame.stretch(width) for width in (WIDE, WIDEST))
        self.widths = Widths(1.0, wide, within), Widths(wide, widest, within)

    def states(self) -> tuple[State, ...]:
        """The states that occur, in the order in which they are explained."""
        present = {point.state for point in self.chart.points}
        return tuple(state for state in STATE_SHAPES if state in present)

    def reading(self, point: DataPoint) -> str:
        """What hovering over a value says; its state too, unless it is official."""
        label = point.label.of(self.lang)
        state = STATE_WORDS[point.state].of(self.lang)
        if point.state == "official" or state in label:
            return label
        return WITH_STATE.of(self.lang).format(label=label, state=state)

    def target_reading(self, target: TargetMark) -> str:
        """What hovering over a target says."""
        day, label = format_date(target.date, self.lang), target.label.of(self.lang)
        reading = TARGET_AT.of(self.lang).format(day=day, label=label)
        for holds, note in ((target.other_population, OTHER_NOTE), (target.ended, ENDED_NOTE)):
            if holds:
                state = note.of(self.lang)
                reading = WITH_STATE.of(self.lang).format(label=reading, state=state)
        return reading

    def keep_clear(self, at: XY, around: Area) -> None:
        """No label may stand in this area around a place, which keeps its size at any width."""
        for width in self.widths:
            width.keep_clear(at, around)

    def keep_box_clear(self, area: Area) -> None:
        """No label may stand in this area, which stretches with the picture."""
        for width in self.widths:
            width.keep_box_clear(area)

    def keep_line_clear(self, line: tuple[XY, ...], wide: float, weight: float = 1.0) -> None:
        """No label should stand on this line; `weight` says how much it matters."""
        for width in self.widths:
            width.keep_line_clear(line, wide, weight)

    def keep_upright_clear(self, line: tuple[XY, XY], weight: float = HAIRLINE) -> None:
        """No label should stand on this upright hairline at any width."""
        for width in self.widths:
            width.keep_upright_clear(line, weight)

    def label(
        self,
        anchor: XY,
        lines: tuple[str, ...],
        role: Role,
        *,
        bold: bool = False,
        sides: Sides = LEFT_FIRST,
    ) -> None:
        """Write these as near to `anchor` as there is room, with a line to it if it is far.

        Where there is no room at all they are left out: a pointer that rests on the mark, and the
        page's table, say the same.
        """
        wording = worded(lines, role, bold=bold)
        narrow, wide = (width.find(anchor, wording.size, sides) for width in self.widths)
        found: tuple[tuple[At, Room | None], ...] = (("narrow", narrow), ("wide", wide))
        if narrow == wide:
            found = (("any", narrow),)
        for at, room in found:
            if room:
                self.sketch.add(*wording.marks(anchor, room, at))

    def add_as_of(self) -> None:
        """The day of judgement as a thin upright line, its label above the plot."""
        plot, x = self.frame.plot, self.frame.day(self.chart.as_of)
        words = AS_OF.of(self.lang).format(day=format_date(self.chart.as_of, self.lang))
        half = text_width(words, SMALL) / 2
        middle = min(max(x, plot.left - self.frame.left + half), plot.right - half)
        top = plot.top - self.frame.strip
        line = ((x, top - 4), (x, plot.bottom))
        self.sketch.add(Strokes((line,), "as-of", 1.2, title=words))
        label = Label(x, top - 9, words, "as-of", SMALL, anchor="middle", shift=middle - x)
        self.sketch.add(label)
        self.keep_upright_clear(line)

    def add_no_data(self) -> None:
        """Says in the picture that there is nothing to show yet."""
        plot = self.frame.plot
        middle = ((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2)
        self.label(middle, (NO_DATA.of(self.lang),), "muted", bold=True)


def narrowest_gap(places: list[float]) -> float | None:
    """The smallest distance between neighbours; None for fewer than two distinct places."""
    gaps = [b - a for a, b in pairwise(sorted(set(places)))]
    return min(gaps, default=None)
