from __future__ import annotations

import datetime as dt

import pytest

from site_builder.model.rows import ProgressRow
from site_builder.progress.observations import (
    in_use,
    index_rows,
    known_on,
    known_rows,
    last_within_year,
    year_before,
)
from tests.progress.make import PLAN, WHOLE, indicator_state, row


def _values(*rows: ProgressRow, as_of: str = "2030-01-01") -> list[tuple[str, object]]:
    known = known_rows(rows, dt.date.fromisoformat(as_of))
    series = index_rows(known).get((PLAN, "chi-so"), {}).get(WHOLE, ())
    return [(o.period.text, o.value) for o in series]


def test_a_row_is_known_from_its_report_on_and_never_before_its_period_ends() -> None:
    assert known_on(row("2022-Q4", 1)) == dt.date(2022, 12, 31)
    assert known_on(row("2022-Q4", 1, reported_on="2023-01-10")) == dt.date(2023, 1, 10)
    assert known_on(row("2022-Q4", 1, reported_on="2022-12-20")) == dt.date(2022, 12, 31)


def test_rows_reported_later_and_periods_still_running_are_not_used() -> None:
    rows = (
        row("2022-Q3", 1),
        row("2022-Q4", 2, reported_on="2023-01-16"),
        row("2023-Q1", 3),
    )
    assert _values(*rows, as_of="2023-01-15") == [("2022-Q3", 1)]
    assert _values(*rows, as_of="2023-01-16") == [("2022-Q3", 1), ("2022-Q4", 2)]


def test_a_correction_replaces_and_the_old_value_stays_in_the_history() -> None:
    old = row("2022", 22000, reported_on="2023-01-05")
    new = row("2022", 21800, reported_on="2023-03-01", record=1, corrects="22000: đếm trùng")
    [(_, value)] = _values(old, new)
    assert value == 21800
    assert in_use([new, old]).replaced == (old,)


def test_a_late_correction_is_not_known_before_its_day() -> None:
    old = row("2022", 22000, reported_on="2023-01-05")
    new = row("2022", 21800, reported_on="2023-03-01", record=1, corrects="22000")
    assert _values(old, new, as_of="2023-02-28") == [("2022", 22000)]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("provisional", "official", "official"),
        ("official", "provisional", "official"),
        ("estimate", "provisional", "provisional"),
        ("illustrative", "estimate", "estimate"),
        ("official", "illustrative", "official"),
    ],
)
def test_the_firmer_state_is_in_use(first: str, second: str, kept: str) -> None:
    earlier = row("2022", 1, state=first, reported_on="2023-01-05")
    later = row("2022", 2, state=second, reported_on="2023-02-05", record=1)
    found = in_use([earlier, later])
    assert found.state == kept
    assert len(found.replaced) == 1


def test_of_two_equally_firm_rows_the_later_told_is_in_use() -> None:
    late = row("2022", 2, reported_on="2023-02-05")
    early = row("2022", 1, reported_on="2023-01-05", record=1)
    assert in_use([late, early]).value == 2


def test_a_blank_does_not_wipe_out_a_number_unless_it_corrects_it() -> None:
    number = row("2022", 5, reported_on="2023-01-05")
    blank = row("2022", None, reported_on="2023-02-05", record=1)
    withdrawn = row("2022", None, reported_on="2023-02-05", record=1, corrects="5: nhầm kỳ")
    assert in_use([number, blank]).value == 5
    assert in_use([number, withdrawn]).value is None


def test_an_illustrative_row_never_replaces_a_real_one_even_as_a_correction() -> None:
    real = row("2022", 5, reported_on="2023-01-05")
    shown = row("2022", 7, state="illustrative", reported_on="2023-02-05", corrects="5")
    blank = row("2022", None, reported_on="2023-01-05")
    assert in_use([real, shown]).value == 5
    assert in_use([blank, shown.model_copy(update={"corrects": ""})]).value is None


def test_breakdowns_are_no_totals() -> None:
    assert _values(row("2022", 3, breakdown=(("sex", "nu"),))) == []


def test_the_figure_of_a_date_is_the_latest_of_the_twelve_months_up_to_it() -> None:
    end = dt.date(2023, 12, 31)
    series = indicator_state(
        {}, "2026-01-01", row("2022", 1), row("2023-Q3", 2), row("2024-Q1", 3)
    ).series
    assert last_within_year(series, end) == series[1]
    assert last_within_year(series[:1], end) is None
    assert last_within_year(series[2:], end) is None


def test_a_year_before_the_leap_day() -> None:
    assert year_before(dt.date(2024, 2, 29)) == dt.date(2023, 2, 28)
    assert year_before(dt.date(2023, 12, 31)) == dt.date(2022, 12, 31)


def test_series_are_ordered_by_the_end_of_the_period() -> None:
    rows = (row("2022-Q4", 4), row("2022-Q1", 1), row("2022", 5), row("2021", 0))
    assert [text for text, _ in _values(*rows)] == ["2021", "2022-Q1", "2022", "2022-Q4"]
