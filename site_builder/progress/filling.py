"""Calendar periods that fill the days between two days, without gap or overlap."""

from __future__ import annotations

import datetime as dt

from site_builder.model.indicator import Interval
from site_builder.progress.calendar import DATABLE, periods
from site_builder.terms.period import Period


def filling(first: dt.date, last: dt.date) -> tuple[Period, ...]:
    """The coarsest such periods: years where a whole one fits, else halves, quarters, months.

    Empty where none fill them: the days start or end within a month, or there are none.
    """
    found: list[Period] = []
    day = first
    while day <= last:
        fitting = (_fit(interval, day, last) for interval in reversed(DATABLE))
        period = next(filter(None, fitting), None)
        if period is None:
            return ()
        found.append(period)
        day = period.end + dt.timedelta(days=1)
    return tuple(found)


def _fit(interval: Interval, day: dt.date, last: dt.date) -> Period | None:
    """The period of an interval that starts on a day and is over by the last."""
    period = next(periods(interval, day, day))
    return period if period.start == day and period.end <= last else None
