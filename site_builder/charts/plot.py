"""A timeline while it is being drawn: what it shows, its frame, and what room is taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from site_builder.charts.frame import Frame
from site_builder.charts.legend import Entry
from site_builder.charts.measure import shorten, text_width
from site_builder.charts.place import LEFT_FIRST, Area, Sides, Taken, find_room, stretches
from site_builder.charts.scale import Numbers
from site_builder.charts.scene import XY, Label, Shape, Sketch, Strokes
from site_builder.charts.spec import DataPoint, TargetMark, TimelineChart
from site_builder.charts.style import SMALL, TEXT, Role
from site_builder.charts.words import AS_OF, NO_DATA, TARGET_AT, WITH_STATE
from site_builder.model.rows import STATE_WORDS, State
from site_builder.terms.period import format_date
from site_builder.terms.text import Lang

_WIDEST_LABEL = 230.0

STATE_SHAPES: dict[State, tuple[Shape, Role]] = {
    "official": ("circle", "series"),
    "provisional": ("circle", "surface"),
    "estimate": ("diamond", "surface"),
    "illustrative": ("square", "surface"),
}
"""The shape of a value and what fills it: its state is told without colour."""
THIN = 0.25
"""How much a thin line counts when room is sought for a label."""
ILLUSTRATIVE_DASH = (3.0, 3.0)


@dataclass(slots=True)
class Plot:
    """Shared by the ways of drawing values."""

    chart: TimelineChart
    lang: Lang
    frame: Frame
    numbers: Numbers
    sketch: Sketch = field(default_factory=Sketch)
    taken: list[Taken] = field(default_factory=list)
    key: list[Entry] = field(default_factory=list)

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
        return TARGET_AT.of(self.lang).format(day=day, label=label)

    def label(
        self, anchor: XY, text: str, role: Role, *, bold: bool = False, sides: Sides = LEFT_FIRST
    ) -> None:
        """Write `text` as near to `anchor` as there is room, with a line to it if it is far."""
        text = shorten(text, _WIDEST_LABEL)
        size = (text_width(text, bold=bold) + 4, TEXT * 1.1)
        plot = self.frame.plot
        within = Area(plot.left + 2, plot.top - 4, plot.right, plot.bottom - 3)
        area, leader = find_room(anchor, size, self.taken, within, sides)
        self.taken.append(area)
        if leader:
            self.sketch.add(Strokes((leader,), role, 0.8))
            self.taken += stretches(leader, 4)
        baseline = area.bottom - TEXT * 0.25
        middle = (area.left + area.right) / 2
        self.sketch.add(Label(middle, baseline, text, role, TEXT, "middle", bold=bold, halo=True))

    def add_as_of(self) -> None:
        """The day of judgement as a thin upright line, its label above the plot."""
        plot, x = self.frame.plot, self.frame.day(self.chart.as_of)
        words = AS_OF.of(self.lang).format(day=format_date(self.chart.as_of, self.lang))
        half = text_width(words, SMALL) / 2
        middle = min(max(x, plot.left + half), plot.right - half)
        line = ((x, plot.top - 6), (x, plot.bottom))
        self.sketch.add(Strokes((line,), "as-of", 1.2, title=words))
        self.sketch.add(Label(middle, plot.top - 11, words, "as-of", SMALL, "middle"))
        self.taken += stretches(line, 4, THIN)

    def add_no_data(self) -> None:
        """Says in the picture that there is nothing to show yet."""
        plot = self.frame.plot
        words = NO_DATA.of(self.lang)
        middle = ((plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2)
        self.label(middle, words, "muted", bold=True)


def narrowest_gap(places: list[float]) -> float | None:
    """The smallest distance between neighbours; None for fewer than two distinct places."""
    gaps = [b - a for a, b in pairwise(sorted(set(places)))]
    return min(gaps, default=None)
