"""Where a label can stand without covering the data or another label."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from site_builder.charts.scene import XY

Sides = tuple[tuple[float, float], ...]
_ABOVE, _BELOW, _LEFT, _RIGHT = (0, -1), (0, 1), (-1, 0), (1, 0)
_ASKEW = ((-0.5, -1), (0.5, -1), (-0.5, 1), (0.5, 1))
LEFT_FIRST: Sides = (_ABOVE, (-1, -1), _LEFT, (1, -1), _RIGHT, (1, 1), _BELOW, (-1, 1), *_ASKEW)
RIGHT_FIRST: Sides = (_RIGHT, (1, 1), (1, -1), _ABOVE, _BELOW, (-1, -1), (-1, 1), _LEFT, *_ASKEW)
"""In which order the sides of a point are tried."""

_RINGS = (6.0, 12.0, 24.0, 38.0, 56.0, 76.0, 100.0)
_FREE = 0.5
_OUTSIDE = 90.0
_FAR = 1.0
_NEEDS_LEADER = 16.0
_LEADER_WIDTH = 6.0
_TOUCH = 1.0
"""What may be covered of these, in square pixels: measured widths run a little large."""
_SOLID = 60.0
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


@dataclass(frozen=True, slots=True)
class Room:
    """Room for a label, and the line that it needs if it is far; both told from its anchor."""

    area: Area
    leader: tuple[XY, XY] | None


def find_room(
    size: tuple[float, float], taken: Iterable[Taken], within: Area, sides: Sides = LEFT_FIRST
) -> Room | None:
    """Where a label of that size can stand, everything seen from the place that it names.

    The first free place on twelve sides in widening rings. Where none is free, the best trade
    between what the label (and its line) would cover and how far off it would stand; None if it
    would stand on another label, a flag or a column.
    """
    best: tuple[float, Area] = (math.inf, Area(0, 0, 0, 0))
    near = _near(size, taken)
    for ring in _RINGS:
        if best[0] <= _FAR * ring:
            break
        for side in sides:
            area = _beside(size, ring, side)
            leader = _leader(area)
            limit = best[0] - _FAR * ring
            cost = _outside(area, within)
            if leader and cost < limit:
                cost += _crossed(leader, near)
            cost = _covered(area, near, cost, limit)
            if cost < _FREE:
                return Room(area, leader)
            if cost < limit:
                best = (cost + _FAR * ring, area)
    hidden = sum(one.covered_by(best[1]) for one in near if isinstance(one, Area))
    return None if hidden > _TOUCH else Room(best[1], _leader(best[1]))


def _near(size: tuple[float, float], taken: Iterable[Taken]) -> list[Taken]:
    """Only what some place of the label could touch; what must not be touched first."""
    across, down = (_RINGS[-1] + length for length in size)
    reach = Area(-across, -down, across, down)
    found = [other for other in taken if _touches(other, reach)]
    return sorted(found, key=lambda other: isinstance(other, Stretch))


def _touches(taken: Taken, reach: Area) -> bool:
    if isinstance(taken, Area):
        return taken.covered_by(reach) > 0
    return _length_within(taken.start, taken.end, reach, taken.width / 2) > 0


def _outside(area: Area, within: Area) -> float:
    size = (area.right - area.left) * (area.bottom - area.top)
    return _OUTSIDE * (size - area.covered_by(within))


def _covered(area: Area, taken: list[Taken], cost: float, limit: float) -> float:
    """`cost` and what the area covers; not counted further once it reaches `limit`."""
    for other in taken:
        if cost >= limit:
            break
        cost += other.covered_by(area) * (_SOLID if isinstance(other, Area) else 1.0)
    return cost


def _leader(area: Area) -> tuple[XY, XY] | None:
    """From the anchor to the label's nearest edge, if that is far off."""
    x = min(max(0.0, area.left), area.right)
    y = min(max(0.0, area.top), area.bottom)
    return ((0.0, 0.0), (x, y)) if math.hypot(x, y) > _NEEDS_LEADER else None


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


def _beside(size: tuple[float, float], ring: float, way: tuple[float, float]) -> Area:
    width, height = size
    left = -width / 2 + way[0] * (width / 2 + (ring if not way[1] else ring * 0.6))
    top = -height / 2 + way[1] * (height / 2 + ring)
    return Area(left, top, left + width, top + height)
