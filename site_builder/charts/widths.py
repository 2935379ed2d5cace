"""A range of widths of the plot, and what room is taken within it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from site_builder.charts.place import Area, Room, Sides, Stretch, Taken, find_room, stretches
from site_builder.charts.scene import XY

_LEADER = 4.0
"""How wide a line to a label counts."""
_UPRIGHT = 4.0
"""How wide an upright hairline counts."""
_SAMPLES = 5
"""At so many widths of the range hairlines are looked at: they wander past what keeps its size."""


@dataclass(slots=True)
class Widths:
    """The plot from `low` to `high` times as wide as at its narrowest.

    A label keeps its distance from its anchor in pixels while the anchors move apart. So what
    keeps its shape (flags, other labels) is seen from the label's anchor as what it sweeps over
    within the range: a label that keeps clear of that touches it at no width. What stretches
    (lines, columns) is looked at at both ends.
    """

    low: float
    high: float
    within: Area
    """Where labels must stay, at the narrowest width of all."""
    rigid: list[tuple[XY, Area]] = field(default_factory=list)
    lines: list[tuple[tuple[XY, ...], float, float]] = field(default_factory=list)
    uprights: list[tuple[XY, XY, float]] = field(default_factory=list)
    boxes: list[Area] = field(default_factory=list)

    def keep_clear(self, at: XY, around: Area) -> None:
        """No label may stand in this area around a place; it does not stretch."""
        self.rigid.append((at, around))

    def keep_box_clear(self, area: Area) -> None:
        """No label may stand in this area, which stretches."""
        self.boxes.append(area)

    def keep_line_clear(self, line: tuple[XY, ...], wide: float, weight: float) -> None:
        """No label should stand on this line, which stretches; `weight`: how much it matters."""
        self.lines.append((line, wide, weight))

    def keep_upright_clear(self, line: tuple[XY, XY], weight: float) -> None:
        """No label should stand on this upright hairline, which wanders with the width."""
        self.uprights.append((*line, weight))

    def find(self, anchor: XY, size: tuple[float, float], sides: Sides) -> Room | None:
        """Room for a label, taken at once."""
        taken: list[Taken] = [self._swept(anchor, at, area) for at, area in self.rigid]
        for stretch in (self.low, self.high):
            taken += self._stretched(anchor, stretch)
        taken += self._hairlines(anchor)
        x, y = anchor
        within = Area(
            self.within.left - x * self.low, self.within.top - y,
            (self.within.right - x) * self.low, self.within.bottom - y,
        )  # fmt: skip
        room = find_room(size, taken, within, sides)
        if room:
            self.rigid.append((anchor, room.area))
        if room and room.leader:
            (x0, y0), (x1, y1) = room.leader
            wide = _LEADER / 2
            around = Area(
                min(x0, x1) - wide, min(y0, y1) - wide, max(x0, x1) + wide, max(y0, y1) + wide
            )
            self.rigid.append((anchor, around))
        return room

    def _swept(self, anchor: XY, at: XY, area: Area) -> Area:
        """What an area around another place covers, seen from the anchor, over all widths."""
        apart = at[0] - anchor[0]
        near, far = sorted((apart * self.low, apart * self.high))
        down = at[1] - anchor[1]
        return Area(area.left + near, area.top + down, area.right + far, area.bottom + down)

    def _hairlines(self, anchor: XY) -> Iterator[Taken]:
        """Upright lines at several widths, seen from the anchor."""
        step = (self.high - self.low) / (_SAMPLES - 1)
        x, y = anchor
        for top, bottom, weight in self.uprights:
            for n in range(_SAMPLES):
                there = (top[0] - x) * (self.low + n * step)
                start, end = (there, top[1] - y), (there, bottom[1] - y)
                yield Stretch(start, end, _UPRIGHT, weight)

    def _stretched(self, anchor: XY, stretch: float) -> list[Taken]:
        """Lines and boxes at one width, seen from the anchor."""
        seen: list[Taken] = []
        for line, wide, weight in self.lines:
            there = tuple(((x - anchor[0]) * stretch, y - anchor[1]) for x, y in line)
            # Half at either end of the range, so that a line counts once.
            seen += stretches(there, wide, weight / 2)
        for box in self.boxes:
            left, right = ((x - anchor[0]) * stretch for x in (box.left, box.right))
            seen.append(Area(left, box.top - anchor[1], right, box.bottom - anchor[1]))
        return seen
