from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.terms.quantity import (
    format_number,
    parse_number,
    round_half_up,
    rounding_unit,
)

NUMBERS = st.decimals(
    min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=2
)


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_reads_as_itself(number: int) -> None:
    assert parse_number(str(number)) == number


@given(st.text())
def test_what_is_read_is_what_a_machine_would_read(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError:
        return
    assert text.isascii()
    assert Decimal(text) == number
    assert not any(mark in text for mark in "eE_, ")


@pytest.mark.parametrize(
    "text",
    [
        "22.000", "1.234.567", "22,000", "45,5", "1 234", "1e3", "012", "0x1f", "1_000", "+5",
        ".5", "5.", "12 người", "65.5%", "", "-", "NaN", "inf", "١٢", "--5",
    ],
)  # fmt: skip
def test_a_number_with_another_reading_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a plain number"):
        parse_number(text)


@pytest.mark.parametrize("text", ["0.125", "45.5", "-3", "0", "22000", "100.0", "0.000"])
def test_a_decimal_that_cannot_be_thousands_is_a_number(text: str) -> None:
    assert parse_number(text) == Decimal(text)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("22000", "1000"),
        ("29000", "1000"),
        ("45.5", "0.1"),
        ("7", "1"),
        ("540", "10"),
        ("500", "100"),
    ],
)
def test_the_unit_in_which_a_number_was_rounded(value: str, unit: str) -> None:
    assert rounding_unit(Decimal(value)) == Decimal(unit)


@given(NUMBERS)
def test_both_languages_write_the_same_digits(number: Decimal) -> None:
    vi, en = format_number(number, "vi"), format_number(number, "en")

    assert vi.translate(str.maketrans(".,", ",.")) == en
    assert Decimal(en.replace(",", "").replace("\N{MINUS SIGN}", "-")) == number


@pytest.mark.parametrize(
    ("value", "places", "vi"),
    [
        ("23320", None, "23.320"),
        ("39.65517", 1, "39,7"),
        ("0.25", 1, "0,3"),
        ("-0.25", 1, "−0,3"),
        ("-0.01", 1, "0"),
        ("100.00", None, "100"),
        ("1000000", None, "1.000.000"),
    ],
)
def test_numbers_as_vietnam_writes_them(value: str, places: int | None, vi: str) -> None:
    assert format_number(Decimal(value), "vi", places=places) == vi


def test_halves_are_rounded_away_from_zero() -> None:
    assert round_half_up(Decimal("2.5"), 0) == 3
    assert round_half_up(Decimal("-2.5"), 0) == -3
    assert round_half_up(Decimal("0.125"), 2) == Decimal("0.13")
