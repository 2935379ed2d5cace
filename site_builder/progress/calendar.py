"""A plan's own days, and the periods that an interval makes between two days."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from site_builder.model.base import Unknown
from site_builder.model.indicator import Interval
from site_builder.model.plan import Plan
from site_builder.terms.period import Period, parse_period

DATABLE: tuple[Interval, ...] = ("month", "quarter", "half_year", "year")
"""Intervals with a calendar. A term of office and “định kỳ” alone have none: nothing is datable."""


def issue_day(plan: Plan) -> dt.date | None:
    """The day of issue; None where it is unknown."""
    return None if isinstance(plan.issued, Unknown) else plan.issued.end


def issued_by(plan: Plan) -> dt.date | None:
    """The day of issue or, where unknown, the latest day that the text allows; else None."""
    if not isinstance(plan.issued, Unknown):
        return plan.issued.end
    return plan.issued.not_after.end if plan.issued.not_after is not None else None


def span_start(plan: Plan) -> dt.date | None:
    """The first day of the plan's printed period."""
    return plan.period.start.start if plan.period.start is not None else None


def span_end(plan: Plan) -> dt.date | None:
    """The last day of the plan's printed period."""
    return plan.period.end.end if plan.period.end is not None else None


def first_duty_day(plan: Plan) -> dt.date | None:
    """From when periods are owed: those that end after the issue, or after the plan's start."""
    return issued_by(plan) or span_start(plan)


def periods(interval: Interval, first: dt.date, last: dt.date) -> Iterator[Period]:
    """The periods of an interval that overlap the days `first` to `last`, earliest first.

    None for an interval without a calendar.
    """
    if interval not in DATABLE or first > last:
        return
    for year in range(first.year, last.year + 1):
        for text in _texts(interval, year):
            period = parse_period(text)
            if period.end >= first and period.start <= last:
                yield period


def _texts(interval: Interval, year: int) -> tuple[str, ...]:
    match interval:
        case "month":
            return tuple(f"{year}-{month:02d}" for month in range(1, 13))
        case "quarter":
            return tuple(f"{year}-Q{quarter}" for quarter in range(1, 5))
        case "half_year":
            return f"{year}-H1", f"{year}-H2"
        case _:
            return (str(year),)


@lru_cache(maxsize=4096)
def parts(period: Period) -> tuple[Period, ...]:
    """The next finer periods that make it up: year → halves → quarters → months; then none."""
    year, month = period.start.year, period.start.month
    match period.kind:
        case "year":
            texts: tuple[str, ...] = _texts("half_year", year)
        case "half":
            first = (month + 2) // 3
            texts = f"{year}-Q{first}", f"{year}-Q{first + 1}"
        case "quarter":
            texts = tuple(f"{year}-{m:02d}" for m in range(month, month + 3))
        case _:
            texts = ()
    return tuple(parse_period(text) for text in texts)


@lru_cache(maxsize=4096)
def end_of_next_month(day: dt.date) -> dt.date:
    """The last day of the month after that of `day`."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return dt.date(year, month, monthrange(year, month)[1])
