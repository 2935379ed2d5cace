"""From values and days to positions, and the round numbers that stand at an axis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from site_builder.charts.words import MILLIONS, THOUSAND_MILLIONS
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Lang, Text

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_INTERVALS = 5
_LARGE = ((Decimal(10**9), THOUSAND_MILLIONS), (Decimal(10**6), MILLIONS))
_FAR_FROM_ZERO = Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Linear:
    """A straight scale: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        """The position of a value."""
        share = (float(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def value_ticks(values: Iterable[Decimal], *, from_zero: bool) -> tuple[Decimal, ...]:
    """Round numbers, evenly spaced, that enclose all values (none for no values).

    They begin at zero, or end there for negative values, unless `from_zero` is false and all
    values lie far from it (the smallest above 60 % of the largest, and not all equal); then
    the lowest value stands clear of the axis.
    """
    given = tuple(values)
    if not given:
        return ()
    low, high = min(given), max(given)
    if from_zero or low == high or low <= _FAR_FROM_ZERO * high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = low + 1
    step = _step(high - low)
    if step < 1 and all(value == value.to_integral_value() for value in given):
        step = Decimal(1)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    if low > 0 and first * step == low:
        first -= 1
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * (first + n) for n in range(int(last - first) + 1))


def _step(span: Decimal) -> Decimal:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that needs few enough intervals."""
    unit = Decimal(1).scaleb((span / _INTERVALS).adjusted())
    return next(unit * factor for factor in _STEPS if unit * factor * _INTERVALS >= span)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the numbers of one chart are written: in which power of ten, with which unit."""

    divisor: Decimal
    unit: str
    suffix: str
    places: int
    lang: Lang

    def __call__(self, value: Decimal) -> str:
        """`22.000`, `39,7 %`, or `1.250` of a unit that says "triệu đồng"; rounded."""
        return format_number(value / self.divisor, self.lang, places=self.places) + self.suffix

    def exact(self, value: Decimal) -> str:
        """The same unrounded: neighbouring ticks must never read the same."""
        return format_number(value / self.divisor, self.lang) + self.suffix


def numbers_for(largest: Decimal, unit: Text, lang: Lang) -> Numbers:
    """Percentages carry their sign; from 10 million on, the unit takes up the zeros."""
    words = unit.of(lang).strip()
    places = max(2, 2 - largest.adjusted()) if largest else 2
    if words == "%":
        suffix = "\N{NO-BREAK SPACE}%" if lang == "vi" else "%"
        # One digit less, as everywhere on the site.
        return Numbers(Decimal(1), "", suffix, places - 1, lang)
    for size, name in _LARGE:
        if largest >= 10 * size:
            return Numbers(size, f"{name.of(lang)} {words}", "", places, lang)
    return Numbers(Decimal(1), words, "", places, lang)


def year_end(day: dt.date) -> dt.date:
    """The last day of its year."""
    return dt.date(day.year, 12, 31)


def previous_year_end(day: dt.date) -> dt.date:
    """The last day of the year before."""
    return dt.date(day.year - 1, 12, 31)
