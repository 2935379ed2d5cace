"""The sides of a series that breaks: on which of them a day or a period lies."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.model.indicator import Break, Measure
from site_builder.terms.period import Period

if TYPE_CHECKING:
    # A check of tables asks for sides only: it must not wait for what a judgement needs.
    from site_builder.progress.observations import Series

AT_THE_END: tuple[Measure, ...] = ("stock", "cumulative", "milestone", "assessment")
"""What is read on a period's last day. Everything else is measured over the whole period, so that a
period with a break inside it measures two things at once."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The breaks of a series that are known, oldest first; side 0 lies before the first."""

    breaks: tuple[Break, ...]
    measures: Measure

    def of_day(self, day: dt.date | None) -> int:
        """On which side a day lies; where no day is given, on the last."""
        if day is None:
            return len(self.breaks)
        return sum(one.start.start <= day for one in self.breaks)

    def crossed(self, period: Period) -> Break | None:
        """The first break inside a period: it starts before the break and ends on it or after."""
        return self.within(period.start, period.end)

    def within(self, first: dt.date, last: dt.date) -> Break | None:
        """The first break that parts two days from one another."""
        inside = (one for one in self.breaks if first < one.start.start <= last)
        return next(inside, None)

    def usable(self, period: Period) -> bool:
        """Whether a figure for the period says one thing: it was read at its end, or no break
        lies inside."""
        return self.measures in AT_THE_END or self.crossed(period) is None

    def part(self, series: Series, side: int) -> Series:
        """The figures of one side; a period belongs to the side on which it ends."""
        if not self.breaks:
            return series
        return tuple(
            o for o in series if self.of_day(o.period.end) == side and self.usable(o.period)
        )

    def opening(self, side: int) -> Break | None:
        """The break with which a side begins; None for the first."""
        return self.breaks[side - 1] if side else None
