"""The strip above a plot in which the numbers of its events stand, in rows so that none touch."""

from __future__ import annotations

from collections.abc import Iterable

ROW = 19.0
"""The height of a row of badges, and how far apart two of a row stand at least."""


def badge_rows(places: Iterable[float]) -> tuple[int, ...]:
    """The row of each badge, counted from below; places from left to right."""
    ends: list[float] = []
    rows = []
    for at in places:
        row = next((n for n, end in enumerate(ends) if at - end >= ROW), len(ends))
        ends[row : row + 1] = [at]
        rows.append(row)
    return tuple(rows)


def strip_height(rows: tuple[int, ...]) -> float:
    """How much the strip takes; nothing without events."""
    return ROW * (max(rows, default=-1) + 1)
