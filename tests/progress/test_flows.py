"""Flows and targets of every year."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.progress.flows import amount, by_period
from site_builder.progress.snapshot import TargetState
from site_builder.terms.period import parse_period
from site_builder.terms.status import Status
from tests.progress.make import indicator_state, lines, row, target_state

YEARLY: dict[str, Any] = {
    "measures": "flow",
    "unit": "CĐCS",
    "targets": {"2023": {"at_least": 25, "each": "year"}},
}


def _each(state: TargetState) -> dict[str, Status]:
    return {period.text: judged.status for period, judged in state.each}


def _amount(period: str, *rows: Any) -> tuple[int, list[str]]:
    series = indicator_state(YEARLY, "2030-01-01", *rows).series
    found = amount(by_period(series), parse_period(period))
    return int(found.total), [p.text for p in found.missing]


def test_a_year_is_its_own_row_or_the_sum_of_its_parts() -> None:
    quarters = [row(f"2022-Q{q}", q) for q in (1, 2, 3, 4)]
    assert _amount("2022", *quarters) == (10, [])
    assert _amount("2022", *quarters, row("2022", 11)) == (11, [])
    assert _amount("2022", row("2022-H1", 5), *quarters[2:]) == (12, [])
    months = [row(f"2022-{m:02d}", 1) for m in range(1, 4)]
    assert _amount("2022", *months, *quarters[1:]) == (12, [])


def test_a_part_is_never_counted_twice() -> None:
    assert _amount("2022", row("2022-H1", 5), row("2022-Q1", 3), row("2022-Q2", 2)) == (
        5,
        ["2022-H2"],
    )


def test_what_is_missing_is_named_at_its_coarsest() -> None:
    assert _amount("2022", row("2022-Q1", 1), row("2022-Q3", None)) == (1, ["2022-Q2", "2022-H2"])
    assert _amount("2022") == (0, ["2022"])


def test_every_year_stands_alone_and_a_surplus_hides_no_failed_year() -> None:
    state = target_state(YEARLY, "2024-03-01", row("2022", 90), row("2023", 24))
    assert _each(state) == {"2022": Status.EXCEEDED, "2023": Status.NOT_MET}
    assert state.judgement.status is Status.NOT_MET
    assert lines(state.judgement) == (
        "Số kỳ đạt / số kỳ đã đến hạn: 1/2; không đạt: năm 2023.\n"
        "Mỗi kỳ xét riêng; phần vượt của kỳ này không bù cho kỳ khác.\n"
        "Thực hiện năm 2023: 24 CĐCS.\n"
        "So sánh: 24 < 25 CĐCS (chỉ tiêu: ít nhất)."
    )


def test_all_years_met() -> None:
    both = (row("2022", 25), row("2023", 26))
    final = target_state(YEARLY, "2024-03-01", *both)
    assert final.judgement.status is Status.MET
    assert target_state(YEARLY, "2023-03-01", *both).judgement.status is Status.ON_TRACK
    over = target_state(YEARLY, "2024-03-01", row("2022", 26), row("2023", 26))
    assert over.judgement.status is Status.EXCEEDED


def test_a_year_without_figures_leaves_the_whole_open() -> None:
    state = target_state(YEARLY, "2024-03-01", row("2023", 26))
    assert _each(state) == {"2022": Status.NO_DATA, "2023": Status.EXCEEDED}
    assert state.judgement.status is Status.INSUFFICIENT
    assert target_state(YEARLY, "2024-03-01").judgement.status is Status.NO_DATA


def test_a_failed_year_shows_though_another_is_unknown() -> None:
    state = target_state(YEARLY, "2024-03-01", row("2023", 20))
    assert state.judgement.status is Status.NOT_MET


def test_a_partial_year_is_in_progress_then_not_enough_data() -> None:
    three = [row(f"2022-Q{q}", 10) for q in (1, 2, 3)]
    running = target_state(YEARLY, "2022-11-01", *three[:2])
    assert _each(running) == {"2022": Status.IN_PROGRESS}
    assert running.judgement.status is Status.IN_PROGRESS
    reached = target_state(YEARLY, "2022-11-01", *three)
    assert _each(reached) == {"2022": Status.AT_LEVEL}
    over = target_state(YEARLY, "2023-02-01", *three)
    assert _each(over)["2022"] is Status.INSUFFICIENT
    assert "10 + 10 + 10 = 30" in lines(over.each[0][1])
    assert "quý IV/2022" in lines(over.each[0][1])


def test_on_its_last_day_a_year_is_over() -> None:
    first = row("2022-Q1", 30)
    assert _each(target_state(YEARLY, "2022-12-30", first)) == {"2022": Status.AT_LEVEL}
    assert _each(target_state(YEARLY, "2022-12-31", first)) == {"2022": Status.INSUFFICIENT}


def test_a_flow_that_can_fall_has_reached_nothing_before_its_end() -> None:
    rows = (row("2022-Q1", 40), row("2022-Q2", -1))
    assert _each(target_state(YEARLY, "2022-08-01", *rows)) == {"2022": Status.IN_PROGRESS}


def test_an_upper_limit_is_not_reached_by_part_of_a_year() -> None:
    capped = {**YEARLY, "better": "less", "targets": {"2022": {"at_most": 25, "each": "year"}}}
    assert _each(target_state(capped, "2022-05-01", row("2022-Q1", 3))) == {
        "2022": Status.IN_PROGRESS
    }


def test_the_first_year_is_the_first_that_begins_after_the_issue() -> None:
    on_new_year = target_state(YEARLY, "2024-03-01", issued="2022-01-01")
    assert list(_each(on_new_year)) == ["2023"]
    eve = target_state(YEARLY, "2024-03-01", issued="2021-12-31")
    assert list(_each(eve)) == ["2022", "2023"]


def test_first_overrides_and_unknown_issues_use_their_latest_day() -> None:
    given = {"2023": {"at_least": 25, "each": "year", "first": "2021"}}
    assert list(_each(target_state({**YEARLY, "targets": given}, "2024-03-01"))) == [
        "2021",
        "2022",
        "2023",
    ]
    bounded = {"unknown": "bản quét mờ", "not_after": "2022-06-30"}
    assert list(_each(target_state(YEARLY, "2024-03-01", issued=bounded))) == ["2023"]
    unbounded = {"unknown": "bản quét mờ"}
    assert list(_each(target_state(YEARLY, "2024-03-01", issued=unbounded))) == ["2023"]


def test_undated_targets_of_every_year_run_to_the_day_and_are_never_final() -> None:
    undated = {**YEARLY, "targets": {"undated": {"at_least": 25, "each": "year"}}}
    state = target_state(undated, "2024-03-01", row("2022", 30), row("2023", 30))
    assert _each(state) == {
        "2022": Status.EXCEEDED,
        "2023": Status.EXCEEDED,
        "2024": Status.NOT_YET_DUE,
    }
    assert state.judgement.status is Status.ON_TRACK


def test_a_target_that_has_not_begun_is_not_yet_due() -> None:
    state = target_state(YEARLY, "2021-12-01")
    assert _each(state) == {"2022": Status.NOT_YET_DUE}
    assert state.judgement.status is Status.NOT_YET_DUE


def test_quarters_can_be_asked_for_too() -> None:
    quarterly = {**YEARLY, "targets": {"2022-Q2": {"at_least": 5, "each": "quarter"}}}
    state = target_state(quarterly, "2022-08-01", row("2022-Q1", 5), row("2022-Q2", 4))
    assert _each(state) == {
        "2021-Q4": Status.NO_DATA,
        "2022-Q1": Status.MET,
        "2022-Q2": Status.NOT_MET,
    }


def test_a_flow_target_of_one_year_is_judged_on_that_year_alone() -> None:
    once = {**YEARLY, "targets": {"2023": {"at_least": 25}}}
    assert target_state(once, "2024-01-01", row("2022", 90)).judgement.status is Status.NO_DATA
    assert target_state(once, "2024-01-01", row("2023", 25)).judgement.status is Status.MET
    assert target_state(once, "2023-06-01").judgement.status is Status.NOT_YET_DUE


@pytest.mark.parametrize(("value", "status"), [(80, Status.MET), (79, Status.NOT_MET)])
def test_shares_of_every_year_use_that_years_figures_alone(value: int, status: Status) -> None:
    share = {
        "measures": "ratio",
        "unit": "%",
        "targets": {"2023": {"at_least": 80, "each": "year"}},
    }
    rows = (
        row("2022", None, numerator=80, denominator=100),
        row("2023", None, numerator=value, denominator=100),
    )
    state = target_state(share, "2024-01-01", *rows)
    assert _each(state) == {"2022": Status.MET, "2023": status}
    assert _each(target_state(share, "2024-01-01", rows[0]))["2023"] is Status.NO_DATA


def test_a_cumulative_series_does_not_tell_each_year() -> None:
    cumulative = {**YEARLY, "measures": "cumulative"}
    state = target_state(cumulative, "2024-01-01", row("2023", 60))
    assert state.judgement.status is Status.INSUFFICIENT


def test_one_provisional_quarter_marks_the_sum() -> None:
    quarters = [row(f"2022-Q{q}", 10) for q in (1, 2, 3)]
    last = row("2022-Q4", 10, state="provisional")
    judged = target_state(YEARLY, "2023-02-01", *quarters, last).each[0][1]
    assert judged.status is Status.EXCEEDED
    assert "(số liệu tạm tính)" in lines(judged)
