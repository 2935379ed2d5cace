from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.progress.trajectory import (
    Points,
    expected_at,
    pace,
    segment_at,
    status_of_pace,
    worse,
)
from site_builder.terms.status import Status
from tests.progress.make import indicator_state, row

DAY = dt.date.fromisoformat
ROAD: Points = (
    (DAY("2021-12-31"), Decimal(21000)),
    (DAY("2025-12-31"), Decimal(24000)),
    (DAY("2030-12-31"), Decimal(29000)),
)


def test_expected_is_linear_by_days_on_its_own_segment() -> None:
    # 273 of the 1 826 days from 2025-12-31 to 2030-12-31: 24 000 + 5 000 × 273 ÷ 1 826.
    assert expected_at(ROAD, DAY("2026-09-30")) == 24000 + Fraction(5000 * 273, 1826)
    # 365 of the 1 461 days of the first segment, a leap year among them.
    assert expected_at(ROAD, DAY("2022-12-31")) == 21000 + Fraction(3000 * 365, 1461)


def test_the_leap_day_is_a_day_like_any_other() -> None:
    points: Points = ((DAY("2024-02-28"), Decimal(0)), (DAY("2024-03-01"), Decimal(10)))
    assert expected_at(points, DAY("2024-02-29")) == 5


def test_it_passes_through_its_points_and_says_nothing_outside_them() -> None:
    assert [expected_at(ROAD, day) for day, _ in ROAD] == [21000, 24000, 29000]
    assert expected_at(ROAD, DAY("2021-12-30")) is None
    assert expected_at(ROAD, DAY("2031-01-01")) is None
    assert expected_at((), DAY("2022-01-01")) is None
    assert segment_at(ROAD[:1], ROAD[0][0]) == (ROAD[0], ROAD[0])


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (Fraction(95, 100), Status.ON_TRACK),
        (Fraction(95, 100) - Fraction(1, 10**9), Status.BEHIND),
        (Fraction(60, 100), Status.BEHIND),
        (Fraction(60, 100) - Fraction(1, 10**9), Status.FAR_BEHIND),
        (Fraction(0), Status.FAR_BEHIND),
        (Fraction(-1, 10**9), Status.WRONG_WAY),
        (Fraction(3), Status.ON_TRACK),
    ],
)
def test_bands(value: Fraction, status: Status) -> None:
    assert status_of_pace(value) is status


def test_worse_follows_the_direction() -> None:
    assert worse(Fraction(1), Fraction(2), "more")
    assert worse(Fraction(2), Fraction(1), "less")
    assert not worse(Fraction(1), Fraction(1), "more")


STOCK = {"baseline": {"period": "2021", "value": 21000}}


def test_the_path_runs_through_the_numeric_targets_alone() -> None:
    targets = {
        "2023": {"about": 22000},
        "2025": {"in_words": "hầu hết"},
        "2026": {"at_most": 30000},
        "2027": {"at_least": 25000, "population": "toàn thành phố"},
        "2028": {"at_least": 3, "each": "year"},
        "2030": {"between": [28000, 29000]},
        "undated": {"at_least": 40000},
    }
    state = indicator_state({**STOCK, "targets": targets}, "2022-01-01")
    assert state.start == (DAY("2021-12-31"), Decimal(21000))
    assert state.trajectory == (
        (DAY("2021-12-31"), Decimal(21000)),
        (DAY("2023-12-31"), Decimal(22000)),
        (DAY("2030-12-31"), Decimal(28000)),
    )


def test_of_two_targets_on_one_day_the_more_demanding_is_expected() -> None:
    targets = {"2023": {"at_least": 22000}, "2023-Q4": {"at_least": 22500}}
    state = indicator_state({**STOCK, "targets": targets}, "2022-01-01")
    assert state.trajectory[-1] == (DAY("2023-12-31"), Decimal(22500))


def test_the_start_is_the_row_of_the_baselines_period_where_no_value_is_printed() -> None:
    indicator = {"baseline": {"period": "2021-06"}, "targets": {"2023": {"bare": 200}}}
    assert indicator_state(indicator, "2022-01-01").start is None
    state = indicator_state(indicator, "2022-01-01", row("2021-06", 150))
    assert state.start == (DAY("2021-06-30"), Decimal(150))


def test_a_cumulative_count_starts_from_zero_with_the_plan() -> None:
    indicator = {"measures": "cumulative", "targets": {"2023": {"bare": 540}}}
    on_issue = indicator_state(indicator, "2022-01-01")
    assert on_issue.start == (DAY("2021-09-07"), Decimal(0))
    with_span = indicator_state(indicator, "2022-01-01", period={"from": "2021", "to": "2023"})
    assert with_span.start == (DAY("2021-01-01"), Decimal(0))
    unknown = {"unknown": "bản quét mờ", "not_after": "2021-12-31"}
    assert indicator_state(indicator, "2022-01-01", issued=unknown).start is None


def test_a_share_has_a_path_only_with_a_baseline() -> None:
    targets = {"2025": {"at_least": 80}}
    bare = {"measures": "ratio", "unit": "%", "targets": targets}
    assert indicator_state(bare, "2022-01-01").trajectory == ()
    based = {**bare, "baseline": {"period": "2021", "value": "60.5"}}
    assert indicator_state(based, "2022-01-01").trajectory[0][1] == Decimal("60.5")


days = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
values = st.decimals(-1_000_000, 1_000_000, places=2)


@st.composite
def roads(draw: st.DrawFn) -> Points:
    count = draw(st.integers(2, 6))
    chosen = draw(st.lists(days, min_size=count, max_size=count, unique=True))
    heights = draw(st.lists(values, min_size=count, max_size=count))
    return tuple(zip(sorted(chosen), heights, strict=True))


@given(roads())
def test_property_passes_through_every_point(road: Points) -> None:
    for day, value in road:
        assert expected_at(road, day) == Fraction(value)


@given(roads(), st.data())
def test_property_monotone_between_neighbouring_points(road: Points, data: st.DataObject) -> None:
    (day0, value0), (day1, value1) = road[0], road[1]
    inside = st.dates(day0, day1)
    one, two = sorted((data.draw(inside), data.draw(inside)))
    first, second = expected_at(road, one), expected_at(road, two)
    assert first is not None and second is not None
    rising = value1 >= value0
    assert first <= second if rising else first >= second
    low, high = sorted((Fraction(value0), Fraction(value1)))
    assert low <= first <= high


fractions = st.fractions(-1000, 1000, max_denominator=1000)


@given(fractions, fractions, fractions, st.fractions("1/1000", 1000, max_denominator=1000))
def test_property_pace_is_blind_to_scale_shift_and_mirror(
    actual: Fraction, start: Fraction, expected: Fraction, factor: Fraction
) -> None:
    if start == expected:
        return
    own = pace(actual, start, expected)
    assert pace(actual * factor, start * factor, expected * factor) == own
    assert pace(actual + factor, start + factor, expected + factor) == own
    assert pace(-actual, -start, -expected) == own
