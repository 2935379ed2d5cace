"""Where a series breaks nothing is drawn across: values and expectations in separate stretches."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from site_builder.charts.spec import BreakMark, DataPoint, TimelineChart

Path = tuple[tuple[dt.date, Decimal], ...]
_DAY = dt.timedelta(days=1)


def cut(chart: TimelineChart) -> TimelineChart:
    """The chart with its breaks in order and every path cut at them."""
    breaks = tuple(sorted(chart.breaks, key=lambda one: one.day))
    ends = [*(one.day - _DAY for one in breaks), dt.date.max]
    own = tuple(
        replace(one, path=_clipped(one.path, one.day, end))
        for one, end in zip(breaks, ends[1:], strict=True)
    )
    return replace(chart, breaks=own, path=_clipped(chart.path, dt.date.min, ends[0]))


def segments(
    points: tuple[DataPoint, ...], breaks: tuple[BreakMark, ...]
) -> list[tuple[DataPoint, ...]]:
    """The values of each series by itself; a value belongs to the side on which its period ends."""
    days = [one.day for one in breaks]
    sides = groupby(points, key=lambda point: sum(day <= point.date for day in days))
    return [tuple(side) for _, side in sides]


def _clipped(path: Path, first: dt.date, last: dt.date) -> Path:
    """What of a path lies between two days, both taken in; straight in between its points."""
    kept = [at for at in path if first <= at[0] <= last]
    for before, after in pairwise(path):
        kept += [
            (day, _between(before, after, day))
            for day in (first, last)
            if before[0] < day < after[0]
        ]
    return tuple(sorted(kept))


def _between(
    before: tuple[dt.date, Decimal], after: tuple[dt.date, Decimal], day: dt.date
) -> Decimal:
    share = Decimal((day - before[0]).days) / (after[0] - before[0]).days
    return before[1] + share * (after[1] - before[1])
