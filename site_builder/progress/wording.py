"""Numbers, periods and days put into the sentences of the arithmetic, in both languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from site_builder.model.base import Words
from site_builder.model.rows import STATE_WORDS, State
from site_builder.terms.period import Period, format_date
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Text, borrowed

_MOST_PLACES = 12
CATEGORY_WORDS = {"nu": Text("nữ", "women"), "nam": Text("nam", "men")}
"""Categories of breakdowns by their ids; any other is called by its id."""


def decimal(value: Fraction) -> Decimal:
    """The decimal nearest to an exact fraction, to the 28 digits of the default context."""
    return Decimal(value.numerator) / Decimal(value.denominator)


@lru_cache(maxsize=65536)
def exact(value: Decimal) -> Fraction:
    """The fraction that a decimal is. The same few thousand numbers come again and again."""
    return Fraction(value)


@lru_cache(maxsize=65536)
def number(value: Decimal, places: int | None = None) -> Text:
    """A number as each language writes it, rounded half up to at most `places` decimals."""
    return Text(
        format_number(value, "vi", places=places),
        format_number(value, "en", places=places),
    )


def telling(value: Fraction, against: Fraction, places: int = 2) -> Text:
    """A number with as many decimals as it takes not to be mistaken for `against`.

    79.996 beside 80 is never printed as 80: a reader must see why the comparison failed.
    """
    if value.denominator == 1:
        return number(Decimal(value.numerator))
    if value == against and exact(decimal(value)) != value:
        # No decimals tell a third from a third.
        return number(decimal(value), places)
    for digits in range(places, _MOST_PLACES):
        shown = Fraction(decimal(value).quantize(Decimal(1).scaleb(-digits)))
        if _order(shown, against) == _order(value, against):
            return number(decimal(value), digits)
    return number(decimal(value))


def _order(left: Fraction, right: Fraction) -> int:
    return (left > right) - (left < right)


@lru_cache(maxsize=4096)
def period(value: Period) -> Text:
    """A period in words."""
    return Text(value.words("vi"), value.words("en"))


@lru_cache(maxsize=4096)
def day(value: dt.date) -> Text:
    """A day as a date."""
    return Text(format_date(value, "vi"), format_date(value, "en"))


def wording(words: Words) -> Text:
    """The document's wording, Vietnamese and marked as such where it has no English."""
    return borrowed(words.vi, words.en)


def clause(words: Words) -> Text:
    """A wording put into a sentence or brackets: without the full stop of its own."""
    en = None if words.en is None else _unstopped(words.en)
    return borrowed(_unstopped(words.vi), en)


def _unstopped(words: str) -> str:
    """Without one full stop at the end; an ellipsis says something and stays."""
    words = words.rstrip()
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def cited(cell: str) -> Text:
    """What a body wrote into a row: a source, a name; Vietnamese on either page."""
    return borrowed(cell, None)


_FIRM = Text("", "")
_NOT_FIRM: dict[State, Text] = {
    state: Text(f" (số liệu {words.vi})", f" ({words.en} figure)")
    for state, words in STATE_WORDS.items()
    if state != "official"
}


def firmness(state: State) -> Text:
    """What must be said beside a figure that is not official; nothing beside one that is."""
    return _NOT_FIRM.get(state, _FIRM)
