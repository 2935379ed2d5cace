"""The frame of a timeline: a true time axis below, a value axis at the left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.charts.measure import text_width
from site_builder.charts.place import Area
from site_builder.charts.scale import Linear, Numbers, previous_year_end, value_ticks, year_end
from site_builder.charts.scene import XY, Label, Sketch, Strokes
from site_builder.charts.style import EDGE, SMALL, TEXT, WIDTH

TOP = 64.0
_HEIGHT = 262.0
_HEADROOM = 34.0
"""Above the highest tick: room for the flag of a target that stands there."""
_SIDE = 14.0
_TICK_ROW = 20.0
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Frame:
    """Both scales, the plot's area and the rows of year labels used below it."""

    x: Linear
    y: Linear
    plot: Area
    ticks: tuple[Decimal, ...]
    years: tuple[tuple[int, float, int], ...]
    """(year, position of its label, row of its label)"""
    bands: bool

    def at(self, day: dt.date, value: Decimal) -> XY:
        """Where a value at the end of a day stands."""
        return self.day(day), self.y(value)

    def day(self, day: dt.date) -> float:
        """Where the end of a day stands."""
        return self.x(day.toordinal())

    @property
    def foot(self) -> float:
        """Where bars and poles stand: at zero, or at the axis if it begins above zero."""
        return self.y(min(max(self.y.low, 0.0), self.y.high))

    @property
    def broken(self) -> bool:
        """Whether the value axis begins above zero, which must be said."""
        return self.y.low > 0


def make_frame(
    days: Iterable[dt.date],
    values: Iterable[Decimal],
    milestones: Iterable[dt.date],
    numbers: Numbers,
    *,
    bands: bool,
) -> Frame:
    """The frame that holds all days and values.

    With `bands`, a year's label stands in its middle (values belong to the whole year);
    otherwise at its last day, where levels are read. Milestone years are labelled first.
    """
    ticks = value_ticks(values, from_zero=bands)
    left = EDGE + max((text_width(numbers.exact(tick)) for tick in ticks), default=0.0) + 10
    plot = Area(left, TOP, WIDTH - EDGE, TOP + _HEIGHT)
    first, last = _year_ends(days, whole=bands)
    x = Linear(first.toordinal(), last.toordinal(), left + _SIDE, plot.right - _SIDE)
    low, high = (float(ticks[0]), float(ticks[-1])) if ticks else (0.0, 1.0)
    y = Linear(low, high, plot.bottom, plot.top + _HEADROOM)
    years = _place_years(x, first.year, last.year, {day.year for day in milestones}, bands)
    return Frame(x, y, plot, ticks, years, bands)


def _year_ends(days: Iterable[dt.date], *, whole: bool) -> tuple[dt.date, dt.date]:
    """The year ends that enclose all days; `whole` takes in the whole of the first year."""
    first, last = min(days), max(days)
    begin = first if first == year_end(first) and not whole else previous_year_end(first)
    end = year_end(last)
    return (previous_year_end(begin), year_end(end)) if begin == end else (begin, end)


def _place_years(
    x: Linear, first: int, last: int, milestones: set[int], bands: bool
) -> tuple[tuple[int, float, int], ...]:
    """Milestones first, in a second row where they would touch; others where room is left."""
    shift = 183 if bands else 0
    shown = list(range(first + 1 if bands else first, last + 1))
    width = text_width("0000") + 8
    placed: list[tuple[int, float, int]] = []
    step = next((n for n in _YEAR_STEPS if x(n * 365) - x(0) >= width), _YEAR_STEPS[-1])
    # Counted so that most milestones fall on the step: 2021, 2023, 2025 rather than 2022, 2024.
    start = max(range(step), key=lambda n: (sum(y % step == n for y in milestones), -n))
    shown = [year for year in shown if year in milestones or year % step == start]
    for year in sorted(shown, key=lambda year: (year not in milestones, year)):
        at = x(dt.date(year, 12, 31).toordinal() - shift)
        rows = (0, 1) if year in milestones else (0,)
        free = [
            row
            for row in rows
            if all(abs(at - other) >= width for _, other, taken in placed if taken == row)
        ]
        if free:
            placed.append((year, at, free[0]))
    return tuple(placed)


def add_frame(sketch: Sketch, frame: Frame, numbers: Numbers) -> None:
    """Grid, axes, tick labels and the unit; leaves `bottom` below the year labels."""
    plot = frame.plot
    grid = tuple(((plot.left, frame.y(t)), (plot.right, frame.y(t))) for t in frame.ticks)
    if grid:
        sketch.add(Strokes(grid, "grid"))
    sketch.add(Strokes((((plot.left, frame.foot), (plot.right, frame.foot)),), "axis", 1.4))
    for tick in frame.ticks:
        y = frame.y(tick) + TEXT * 0.35
        sketch.add(Label(plot.left - 8, y, numbers.exact(tick), "muted", anchor="end"))
    if frame.broken:
        sketch.add(_break(plot.left, plot.bottom))
    _add_years(sketch, frame)
    if numbers.unit:
        sketch.add(Label(EDGE, 20, numbers.unit, "muted", SMALL))


def _add_years(sketch: Sketch, frame: Frame) -> None:
    bottom = frame.plot.bottom
    ends = [at if not frame.bands else None for _, at, _ in frame.years]
    lines = tuple(
        ((at, bottom), (at, bottom + 5 + row * _TICK_ROW))
        for at, (_, _, row) in zip(ends, frame.years, strict=True)
        if at is not None
    )
    if lines:
        sketch.add(Strokes(lines, "axis", 1.4))
    for year, at, row in frame.years:
        baseline = bottom + 21 + row * _TICK_ROW
        sketch.add(Label(at, baseline, str(year), anchor="middle"))
    rows = max(row for _, _, row in frame.years) + 1
    sketch.bottom = bottom + 8 + rows * _TICK_ROW


def _break(x: float, y: float) -> Strokes:
    """A zigzag at the foot of the value axis: what lies below is left out."""
    zigzag = ((x, y), (x - 4, y - 4), (x + 4, y - 9), (x - 4, y - 14), (x, y - 18))
    return Strokes((zigzag,), "axis", 1.4)
