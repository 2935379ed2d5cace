"""Plain machine numbers, and numbers as Vietnam or an English reader writes them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from site_builder.terms.text import Lang

PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
GROUPED_NUMBER = re.compile(r"-?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
"""`22.000`: thousands to a Vietnamese reader, twenty-two to a machine; so it is refused."""


LONGEST_NUMBER = 18
"""In characters: what a chart or a spreadsheet keeps exactly, and more than any plan counts."""


def parse_number(text: str) -> Decimal:
    """A plain machine number: digits, an optional leading minus, an optional decimal point.

    Raises ValueError for anything with another reading (`22.000`, `45,5`, `1e3`, `012`) and for
    what is longer than LONGEST_NUMBER.
    """
    if len(text) > LONGEST_NUMBER:
        raise ValueError(f"too long for a number: {text[:LONGEST_NUMBER]!r}…")
    if PLAIN_NUMBER.fullmatch(text) is None or GROUPED_NUMBER.fullmatch(text):
        raise ValueError(f"not a plain number: {text!r}")
    return Decimal(text)


def rounding_unit(value: Decimal) -> Decimal:
    """The unit in which a number was evidently rounded: 22 000 → 1 000; 45.5 → 0.1; 7 → 1."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int), "not a finite number"
    return Decimal(1).scaleb(exponent)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Rounded as people round: halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def format_number(value: Decimal, lang: Lang, *, places: int | None = None) -> str:
    """`23.320` and `39,7` in Vietnamese, `23,320` and `39.7` in English.

    `places` rounds half up to at most so many decimals; trailing zeros are dropped.
    """
    if places is not None:
        value = round_half_up(value, places)
    digits = f"{value:,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if digits == "-0":
        digits = "0"
    digits = digits.replace("-", "\N{MINUS SIGN}")
    if lang == "vi":
        digits = digits.translate(str.maketrans(",.", ".,"))
    return digits
