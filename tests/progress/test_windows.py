"""Budgets over a window: what is missing is never zero, and the sum is that of the parts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.progress.calendar import parts
from site_builder.progress.filling import filling
from site_builder.progress.snapshot import Judgement
from site_builder.terms.period import Period, parse_period
from site_builder.terms.status import Status
from tests.progress.make import indicator_state, lines, row, target_state

DAY = dt.date.fromisoformat
BUDGET = {"at_least": 500, "since": "2021"}
YEARS = tuple(row(str(year), 100) for year in range(2021, 2026))


def _judged(as_of: str, *rows: Any, target: dict[str, Any] = BUDGET, **fields: Any) -> Judgement:
    indicator = {"measures": "flow", "unit": "tỷ đồng", "targets": {"2025": target}, **fields}
    return target_state(indicator, as_of, *rows).judgement


def test_at_its_end_the_sum_of_every_part_is_judged() -> None:
    judged = _judged("2026-01-31", *YEARS)

    assert judged.status is Status.MET and judged.actual == 500
    assert "Cộng dồn từ 01/01/2021 đến 31/12/2025: 100 + 100 + 100 + 100 + 100 = 500 tỷ đồng." in (
        lines(judged)
    )
    assert _judged("2026-01-31", *YEARS[:4], row("2025", 99)).status is Status.NOT_MET
    assert _judged("2026-01-31", *YEARS[:4], row("2025", 101)).status is Status.EXCEEDED


def test_a_missing_part_is_not_zero() -> None:
    judged = _judged("2026-01-31", *YEARS[:2], *YEARS[3:])

    assert judged.status is Status.INSUFFICIENT
    assert "Còn thiếu số liệu: năm 2023." in lines(judged)
    assert _judged("2024-01-31", YEARS[0], YEARS[2]).status is Status.INSUFFICIENT


@pytest.mark.parametrize(
    ("second", "status"),
    [(90, Status.ON_TRACK), (80, Status.BEHIND), (10, Status.FAR_BEHIND)],
)
def test_before_its_end_the_pace_is_by_equal_parts_of_the_window(
    second: int, status: Status
) -> None:
    # 730 of the 1 826 days of 2021 to 2025: 500 × 730 ÷ 1 826 = 199,9.
    judged = _judged("2023-02-28", row("2021", 100), row("2022", second))

    assert judged.status is status
    assert judged.actual == 100 + second
    assert judged.expected is not None and round(judged.expected, 1) == Decimal("199.9")
    assert "chia đều theo ngày: 500 × 730 ÷ 1.826 = 199,9" in lines(judged)


def test_reached_early_it_is_at_its_level() -> None:
    assert _judged("2023-02-28", row("2021", 300), row("2022", 250)).status is Status.AT_LEVEL
    assert _judged("2023-02-28", row("2021", 600), row("2022", -1)).status is not Status.AT_LEVEL


def test_a_limit_has_no_pace() -> None:
    limit = {"at_most": 500, "since": "2021"}
    judged = _judged("2023-02-28", *YEARS[:2], target=limit, better="less")

    assert (judged.status, judged.pace) == (Status.IN_PROGRESS, None)
    assert "không được vượt" in lines(judged)
    assert _judged("2026-01-31", *YEARS, target=limit, better="less").status is Status.MET


def test_without_any_figure() -> None:
    assert _judged("2021-12-30").status is Status.NOT_YET_DUE
    assert _judged("2022-12-31").status is Status.NO_DATA


def test_across_a_break_nothing_is_summed() -> None:
    cut = {"from": "2023-01-01", "why": "tách huyện", "targets_hold": "true"}
    judged = _judged("2026-01-31", *YEARS, breaks=[cut])

    assert (judged.status, judged.actual) == (Status.INSUFFICIENT, None)
    assert "giữa năm 2021 đến năm 2025" in lines(judged)
    after = _judged("2026-01-31", *YEARS, breaks=[cut], target={"bare": 300, "since": "2023"})
    assert after.status is Status.MET


def test_a_window_that_no_periods_fill_is_not_judged() -> None:
    indicator = {"measures": "flow", "targets": {"2025-11-20": BUDGET}}
    judged = target_state(indicator, "2026-01-31", *YEARS).judgement

    assert judged.status is Status.INSUFFICIENT
    assert "không chia hết thành tháng" in lines(judged)


def test_a_budget_is_no_point_of_a_path() -> None:
    state = indicator_state({"measures": "flow", "targets": {"2025": BUDGET}}, "2026-01-31", *YEARS)

    assert state.trajectory == ()


MONTHS = [f"{year}-{month:02d}" for year in range(2021, 2026) for month in range(1, 13)]


@given(st.sampled_from(MONTHS), st.sampled_from(MONTHS))
def test_a_window_is_filled_without_gap_or_overlap(first: str, last: str) -> None:
    since, due = parse_period(first), parse_period(last)
    found = filling(since.start, due.end)

    if due.end < since.start:
        assert found == ()
        return
    assert (found[0].start, found[-1].end) == (since.start, due.end)
    for left, right in pairwise(found):
        assert right.start - left.end == dt.timedelta(days=1)


def test_the_coarsest_periods_fill_it() -> None:
    found = filling(DAY("2021-04-01"), DAY("2024-02-29"))

    assert [period.text for period in found] == [
        "2021-Q2", "2021-H2", "2022", "2023", "2024-01", "2024-02",
    ]  # fmt: skip
    assert filling(DAY("2021-04-02"), DAY("2024-02-29")) == ()


def _split(period: Period, deep: list[bool]) -> list[Period]:
    """The period or, as `deep` says, its parts."""
    finer = parts(period)
    if not finer or not deep or not deep.pop():
        return [period]
    return [one for part in finer for one in _split(part, deep)]


@given(st.lists(st.integers(-20, 90), min_size=60, max_size=60), st.lists(st.booleans()))
def test_the_sum_is_that_of_the_parts_however_they_are_reported(
    values: list[int], deep: list[bool]
) -> None:
    monthly = dict(zip(MONTHS, values, strict=True))
    reported = [p for year in range(2021, 2026) for p in _split(parse_period(str(year)), deep)]
    rows = [
        row(p.text, sum(v for m, v in monthly.items() if p.contains(parse_period(m))))
        for p in reported
    ]

    assert _judged("2026-01-31", *rows).actual == sum(values)
