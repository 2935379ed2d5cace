from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.charts.scale import numbers_for, value_ticks
from site_builder.terms.text import same

values = st.lists(
    st.decimals(min_value=-(10**13), max_value=10**13, places=3), min_size=1, max_size=30
)


@given(values, st.booleans())
def test_ticks_enclose_the_values_evenly(given_values: list[Decimal], from_zero: bool) -> None:
    ticks = value_ticks(given_values, from_zero=from_zero)
    assert ticks[0] <= min(given_values)
    assert ticks[-1] >= max(given_values)
    assert 2 <= len(ticks) <= 8
    assert len({b - a for a, b in pairwise(ticks)}) == 1


@given(values)
def test_columns_always_have_zero_among_their_ticks(given_values: list[Decimal]) -> None:
    assert 0 in value_ticks(given_values, from_zero=True)


@given(values)
def test_no_two_ticks_read_the_same(given_values: list[Decimal]) -> None:
    ticks = value_ticks(given_values, from_zero=False)
    numbers = numbers_for(max(map(abs, given_values)), same("người"), "vi")
    assert len({numbers.exact(tick) for tick in ticks}) == len(ticks)


def test_known_scales() -> None:
    def ticks(*given_values: str, from_zero: bool = False) -> list[Decimal]:
        return list(value_ticks(map(Decimal, given_values), from_zero=from_zero))

    assert ticks("20172", "29000")[0] == 20000
    assert ticks("20172", "29000", from_zero=True)[0] == 0
    assert ticks("75", "99") == [70, 75, 80, 85, 90, 95, 100]
    assert ticks("7", "7") == [0, 2, 4, 6, 8]
    assert ticks("0", "0") == [0, 1]
    assert ticks("0", "3") == [0, 1, 2, 3]
    assert ticks() == []


def test_an_axis_above_zero_leaves_the_lowest_value_clear_of_it() -> None:
    assert value_ticks([Decimal(22), Decimal(29)], from_zero=False)[0] < 22
