from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.terms.period import Period, format_date, format_date_long, parse_period

YEARS = st.integers(1900, 2100)
PARTS = st.one_of(
    st.just(""),
    st.integers(1, 2).map(lambda n: f"-H{n}"),
    st.integers(1, 4).map(lambda n: f"-Q{n}"),
    st.integers(1, 12).map(lambda n: f"-{n:02d}"),
)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
PERIODS = st.one_of(
    st.builds(lambda year, part: parse_period(f"{year}{part}"), YEARS, PARTS),
    DAYS.map(lambda day: parse_period(day.isoformat())),
)


@given(PERIODS)
def test_a_period_reads_back_as_itself_and_begins_before_it_ends(period: Period) -> None:
    assert parse_period(period.text) == period
    assert period.start <= period.end
    assert period.contains(period)


@given(YEARS)
def test_quarters_halves_and_months_fill_their_year_without_gap_or_overlap(year: int) -> None:
    whole = parse_period(str(year))
    for names in (
        [f"{year}-H{n}" for n in (1, 2)],
        [f"{year}-Q{n}" for n in (1, 2, 3, 4)],
        [f"{year}-{n:02d}" for n in range(1, 13)],
    ):
        parts = [parse_period(name) for name in names]
        assert parts[0].start == whole.start
        assert parts[-1].end == whole.end
        for before, after in pairwise(parts):
            assert before.end + dt.timedelta(days=1) == after.start
            assert before < after
        assert all(whole.contains(part) for part in parts)


@given(st.text())
def test_whatever_is_not_one_of_the_written_forms_is_refused(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert period.text == text
    assert text.isascii()


@pytest.mark.parametrize(
    "text",
    [
        "2022-13", "2022-00", "2022-Q5", "2022-H3", "2022-02-30", "2023-02-29", "22", "2022Q4",
        "Q4/2022", "2022-q4", "31/12/2022", "2022-1", "2022-11-3", " 2022", "2022\n", "٢٠٢٢",
    ],
)  # fmt: skip
def test_near_misses_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|day is out of range|day must be in"):
        parse_period(text)


def test_a_month_ends_on_its_last_day_leap_years_included() -> None:
    assert parse_period("2021-09").end == dt.date(2021, 9, 30)
    assert parse_period("2024-02").end == dt.date(2024, 2, 29)
    assert parse_period("2023-02").end == dt.date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2021-10-15", "15/10/2021", "15 October 2021"),
        ("2021-09", "tháng 9/2021", "September 2021"),
        ("2022-Q4", "quý IV/2022", "Q4 2022"),
        ("2022-H1", "6 tháng đầu năm 2022", "H1 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "H2 2022"),
        ("2022", "năm 2022", "2022"),
    ],
)
def test_a_period_in_words(text: str, vi: str, en: str) -> None:
    assert parse_period(text).words("vi") == vi
    assert parse_period(text).words("en") == en


def test_dates_take_a_zero_only_where_the_decree_has_one() -> None:
    assert format_date(dt.date(2021, 9, 7), "vi") == "07/9/2021"
    assert format_date(dt.date(2022, 1, 11), "vi") == "11/01/2022"
    assert format_date(dt.date(2022, 2, 5), "vi") == "05/02/2022"
    assert format_date_long(dt.date(2021, 9, 7), "vi") == "ngày 07 tháng 9 năm 2021"
    assert format_date_long(dt.date(2022, 1, 11), "vi") == "ngày 11 tháng 01 năm 2022"


def test_of_two_that_end_together_the_longer_comes_first() -> None:
    names = ["2022", "2022-12-31", "2022-Q4", "2022-12", "2022-H2"]
    in_order = [period.text for period in sorted(map(parse_period, names))]

    assert in_order == ["2022", "2022-H2", "2022-Q4", "2022-12", "2022-12-31"]
