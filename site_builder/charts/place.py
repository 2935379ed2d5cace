"""Where a label can stand without covering the data or another label."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from site_builder.charts.scene import XY

Sides = tuple[tuple[int, int], ...]
_ABOVE, _BELOW, _LEFT, _RIGHT = (0, -1), (0, 1), (-1, 0), (1, 0)
LEFT_FIRST: Sides = (_ABOVE, (-1, -1), _LEFT, (1, -1), _RIGHT, (1, 1), _BELOW, (-1, 1))
RIGHT_FIRST: Sides = (_RIGHT, (1, 1), (1, -1), _ABOVE, _BELOW, (-1, -1), (-1, 1), _LEFT)
"""In which order the sides of a point are tried."""

_RINGS = (8.0, 16.0, 32.0, 50.0, 72.0, 96.0, 125.0)
_FREE = 0.5
_OUTSIDE = 20.0
_FAR = 1.0
_NEEDS_LEADER = 20.0
_LEADER_WIDTH = 8.0
_SOLID = 4.0
"""How much worse it is to cover another label, a flag or a column than a line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that is taken, or the one within which labels must stay."""

    left: float
    top: float
    right: float
    bottom: float

    def covered_by(self, other: Area) -> float:
        """How much of it another covers, in square units."""
        width = min(self.right, other.right) - max(self.left, other.left)
        if width <= 0:
            return 0.0
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if height > 0 else 0.0

    def holds(self, point: XY) -> bool:
        """Whether a point lies within."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Stretch:
    """A straight line that is taken, as wide as labels should keep clear of it.

    `weight` is how bad it is to cover it: a thin line under a label's halo matters little.
    """

    start: XY
    end: XY
    width: float
    weight: float = 1.0

    def covered_by(self, area: Area) -> float:
        """How much of it a rectangle covers, in weighted square units."""
        within = _length_within(self.start, self.end, area, self.width / 2)
        return self.width * self.weight * within


Taken = Area | Stretch


def stretches(line: tuple[XY, ...], width: float, weight: float = 1.0) -> list[Stretch]:
    """A line of several points as its straight stretches."""
    return [Stretch(start, end, width, weight) for start, end in pairwise(line)]


def find_room(
    anchor: XY,
    size: tuple[float, float],
    taken: list[Taken],
    within: Area,
    sides: Sides = LEFT_FIRST,
) -> tuple[Area, tuple[XY, XY] | None]:
    """Where a label of that size can stand, and the line to `anchor` that it needs if it is far.

    The first free place on eight sides in widening rings; where none is free, the best trade
    between what the label (and its line) would cover and how far off it would stand.
    """
    best: tuple[float, Area] = (math.inf, within)
    for ring in _RINGS:
        if best[0] <= _FAR * ring:
            break
        for side in sides:
            area = _beside(anchor, size, ring, side)
            cost = _outside(area, within) + _covered(area, taken)
            leader = _leader(anchor, area)
            if leader:
                cost += _crossed(leader, taken)
            if cost < _FREE:
                return area, leader
            if cost + _FAR * ring < best[0]:
                best = (cost + _FAR * ring, area)
    return best[1], _leader(anchor, best[1])


def _outside(area: Area, within: Area) -> float:
    size = (area.right - area.left) * (area.bottom - area.top)
    return _OUTSIDE * (size - area.covered_by(within))


def _covered(area: Area, taken: list[Taken]) -> float:
    return sum(
        other.covered_by(area) * (_SOLID if isinstance(other, Area) else 1.0) for other in taken
    )


def _leader(anchor: XY, area: Area) -> tuple[XY, XY] | None:
    """From the anchor to the label's nearest edge, if that is far off."""
    x = min(max(anchor[0], area.left), area.right)
    y = min(max(anchor[1], area.top), area.bottom)
    return (anchor, (x, y)) if math.dist(anchor, (x, y)) > _NEEDS_LEADER else None


def _crossed(leader: tuple[XY, XY], taken: list[Taken]) -> float:
    """What a leader covers of labels and flags, but for the flag it leads to."""
    areas = (area for area in taken if isinstance(area, Area) and not area.holds(leader[0]))
    return _LEADER_WIDTH * sum(_length_within(*leader, area) for area in areas)


def _length_within(start: XY, end: XY, area: Area, margin: float = 0.0) -> float:
    """How much of a straight line lies within a rectangle grown by a margin.

    Liang and Barsky's clipping.
    """
    (x0, y0), (x1, y1) = start, end
    left, right = area.left - margin, area.right + margin
    top, bottom = area.top - margin, area.bottom + margin
    if (x0 < left and x1 < left) or (x0 > right and x1 > right):
        return 0.0
    if (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom):
        return 0.0
    enter, leave = 0.0, 1.0
    for origin, step, low, high in (
        (x0, x1 - x0, left, right),
        (y0, y1 - y0, top, bottom),
    ):
        if step:
            near, far = sorted(((low - origin) / step, (high - origin) / step))
            enter, leave = max(enter, near), min(leave, far)
    return max(0.0, leave - enter) * math.dist(start, end)


def _beside(anchor: XY, size: tuple[float, float], ring: float, way: tuple[int, int]) -> Area:
    (x, y), (width, height) = anchor, size
    left = x - width / 2 + way[0] * (width / 2 + (ring if not way[1] else ring * 0.6))
    top = y - height / 2 + way[1] * (height / 2 + ring)
    return Area(left, top, left + width, top + height)
