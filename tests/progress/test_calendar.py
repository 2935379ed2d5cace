from __future__ import annotations

import datetime as dt

import pytest

from site_builder.model.indicator import Interval
from site_builder.progress.calendar import end_of_next_month, parts, periods
from site_builder.terms.period import parse_period

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("interval", "found"),
    [
        ("month", ["2021-11", "2021-12", "2022-01"]),
        ("quarter", ["2021-Q4", "2022-Q1"]),
        ("half_year", ["2021-H2", "2022-H1"]),
        ("year", ["2021", "2022"]),
        ("term", []),
        ("unspecified", []),
    ],
)
def test_periods_that_overlap_two_days(interval: Interval, found: list[str]) -> None:
    # Both days count.
    assert [p.text for p in periods(interval, DAY("2021-11-30"), DAY("2022-01-31"))] == found


def test_overlapping_periods_and_an_empty_span() -> None:
    assert [p.text for p in periods("year", DAY("2021-12-31"), DAY("2022-01-01"))] == [
        "2021",
        "2022",
    ]
    assert list(periods("year", DAY("2022-01-02"), DAY("2022-01-01"))) == []


@pytest.mark.parametrize(
    ("whole", "pieces"),
    [
        ("2022", ["2022-H1", "2022-H2"]),
        ("2022-H2", ["2022-Q3", "2022-Q4"]),
        ("2022-Q1", ["2022-01", "2022-02", "2022-03"]),
        ("2022-01", []),
        ("2022-01-05", []),
    ],
)
def test_parts_fill_the_whole(whole: str, pieces: list[str]) -> None:
    period = parse_period(whole)
    found = parts(period)
    assert [p.text for p in found] == pieces
    if found:
        assert (found[0].start, found[-1].end) == (period.start, period.end)


@pytest.mark.parametrize(
    ("day", "end"),
    [("2021-12-31", "2022-01-31"), ("2024-01-31", "2024-02-29"), ("2023-01-15", "2023-02-28")],
)
def test_the_end_of_the_next_month(day: str, end: str) -> None:
    assert end_of_next_month(DAY(day)) == DAY(end)
