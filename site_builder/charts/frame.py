"""The frame of a timeline: a true time axis below, a value axis at the left."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.charts.measure import shorten, text_width
from site_builder.charts.place import Area
from site_builder.charts.scale import Linear, Numbers, previous_year_end, value_ticks, year_end
from site_builder.charts.scene import XY, Label, Pinned, Sketch, Strokes
from site_builder.charts.strip import badge_rows, strip_height
from site_builder.charts.style import NARROW, SMALL, STEP, WIDE, Role
from site_builder.charts.years import Year, label_years

TOP = 54.0
_HEIGHT = 232.0
_HEADROOM = 28.0
"""Above the highest tick: room for the flag of a target that stands there."""
_SIDE = 17.0
"""Half a year's label, which stands at either end."""
_MOST_LEFT = 8 * STEP
_TICK_ROW = 17.0
_TICKS_APART = 4.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Both scales, the plot's area and the rows of year labels used below it."""

    x: Linear
    y: Linear
    plot: Area
    left: int
    """What the value axis takes left of the plot."""
    ticks: tuple[Decimal, ...]
    years: tuple[Year, ...]
    ends: tuple[float, ...]
    """Where years end; empty where their ticks would run together."""
    bands: bool
    badges: tuple[int, ...]
    """The row of each event's badge in the strip above the plot, from below."""

    @property
    def strip(self) -> float:
        """The height of that strip."""
        return strip_height(self.badges)

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

    def stretch(self, width: float) -> float:
        """How much wider than at its narrowest the plot is in a picture of this width."""
        return _stretch(self.left, width)

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
    marked: Iterable[dt.date] = (),
) -> Frame:
    """The frame that holds all days and values; with `bands`, values belong to whole years.

    `marked` are the days of the events that get a badge, in order.
    """
    ticks = value_ticks(values, from_zero=bands)
    widest = max((text_width(numbers.exact(tick), SMALL) for tick in ticks), default=0.0)
    left = min(_MOST_LEFT, math.ceil((widest + 8) / STEP) * STEP) if ticks else 0
    right = NARROW - left
    first, last = _year_ends(days, whole=bands)
    x = Linear(first.toordinal(), last.toordinal(), _SIDE, right - _SIDE)
    badges = badge_rows(x(day.toordinal()) for day in marked)
    top = TOP + strip_height(badges)
    plot = Area(0.0, top, right, top + _HEIGHT)
    low, high = (float(ticks[0]), float(ticks[-1])) if ticks else (0.0, 1.0)
    y = Linear(low, high, plot.bottom, plot.top + _HEADROOM)
    span, aims = (first.year, last.year), frozenset(day.year for day in milestones)
    years = label_years(x, _stretch(left, WIDE), span, aims, bands=bands)
    ends = tuple(x(dt.date(year, 12, 31).toordinal()) for year in range(first.year, last.year + 1))
    ends = ends if ends[1] - ends[0] >= _TICKS_APART else ()
    return Frame(x, y, plot, left, ticks, years, ends, bands, badges)


def _stretch(left: int, width: float) -> float:
    return (width - left) / (NARROW - left)


def _year_ends(days: Iterable[dt.date], *, whole: bool) -> tuple[dt.date, dt.date]:
    """The year ends that enclose all days; `whole` takes in the whole of the first year."""
    first, last = min(days), max(days)
    begin = first if first == year_end(first) and not whole else previous_year_end(first)
    end = year_end(last)
    return (previous_year_end(begin), year_end(end)) if begin == end else (begin, end)


def add_frame(sketch: Sketch, frame: Frame, numbers: Numbers, room: float) -> None:
    """Grid, axes, tick labels and the unit, the latter in `room`; sets `bottom` below the years."""
    plot = frame.plot
    grid = tuple(((plot.left, frame.y(t)), (plot.right, frame.y(t))) for t in frame.ticks)
    if grid:
        sketch.add(Strokes(grid, "grid"))
    sketch.add(Strokes((((plot.left, frame.foot), (plot.right, frame.foot)),), "axis", 1.2))
    for tick in frame.ticks:
        y = frame.y(tick) + SMALL * 0.35
        sketch.add(Label(0, y, numbers.exact(tick), "muted", SMALL, anchor="end", shift=-8))
    _add_years(sketch, frame)
    if frame.broken:
        sketch.add(_break(plot.left, plot.bottom))
    if numbers.unit:
        unit = shorten(numbers.unit, room, SMALL)
        sketch.add(Label(0, 16, unit, "muted", SMALL, shift=-frame.left))


def _add_years(sketch: Sketch, frame: Frame) -> None:
    bottom = frame.plot.bottom
    ticks = tuple(((at, bottom), (at, bottom + 4)) for at in frame.ends)
    if ticks:
        sketch.add(Strokes(ticks, "axis", 1.2))
    for one in frame.years:
        depth = bottom + 6 + one.row * _TICK_ROW
        if not frame.bands:
            sketch.add(Strokes((((one.at, bottom), (one.at, depth)),), "axis", 1.2, at=one.shown))
    for one in frame.years:
        role: Role = "text" if one.milestone else "muted"
        sketch.add(
            Label(
                one.at, bottom + 19 + one.row * _TICK_ROW, str(one.year), role, SMALL,
                anchor="middle", bold=one.milestone, at=one.shown,
            )
        )  # fmt: skip
    rows = max(one.row for one in frame.years) + 1
    sketch.bottom = bottom + 8 + rows * _TICK_ROW


def _break(x: float, y: float) -> Pinned:
    """A zigzag at the foot of the value axis: what lies below is left out."""
    zigzag = ((0.0, y), (-4.0, y - 4), (4.0, y - 9), (-4.0, y - 14), (0.0, y - 18))
    return Pinned(x, (Strokes((zigzag,), "axis", 1.2),))
