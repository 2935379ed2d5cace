"""Stocks, cumulative counts, shares, ranks: one target, hand-computed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.terms.status import Status
from tests.progress.make import indicator_state, lines, row, target_state

# From 0 on 2019-12-31 to 1 096 on 2022-12-31: one a day (2020 is a leap year).
ONE_A_DAY: dict[str, Any] = {
    "baseline": {"period": "2019", "value": 0},
    "targets": {"2022": {"at_least": 1096}},
}


def _status(indicator: dict[str, Any], as_of: str, *rows: Any, **fields: Any) -> Status:
    return target_state(indicator, as_of, *rows, **fields).judgement.status


@pytest.mark.parametrize(
    ("value", "status", "pace"),
    [
        # 2020-12-31 is day 366: 95 % of 366 is 347.7 and 60 % is 219.6.
        ("347.7", Status.ON_TRACK, "0.95"),
        ("347.6999", Status.BEHIND, None),
        ("219.6", Status.BEHIND, "0.6"),
        ("219.5999", Status.FAR_BEHIND, None),
        ("366", Status.ON_TRACK, "1"),
        ("0", Status.FAR_BEHIND, "0"),
    ],
)
def test_pace_at_its_bounds(value: str, status: Status, pace: str | None) -> None:
    judged = target_state(ONE_A_DAY, "2021-10-01", row("2020", value)).judgement
    assert judged.status is status
    assert judged.expected == 366
    if pace is not None:
        assert judged.pace == Decimal(pace)


def test_worse_than_the_start_is_the_wrong_way() -> None:
    judged = target_state(ONE_A_DAY, "2021-10-01", row("2020", -1)).judgement
    assert judged.status is Status.WRONG_WAY
    assert judged.pace is None
    assert "Kém hơn giá trị gốc" in lines(judged)


def test_less_is_better() -> None:
    falling = {
        "better": "less",
        "baseline": {"period": "2019", "value": 1096},
        "targets": {"2022": {"at_most": 0}},
    }
    # 366 days on, 730 are expected: 366 fewer. 1 096 − 347.7 = 748.3.
    assert _status(falling, "2021-10-01", row("2020", "748.3")) is Status.ON_TRACK
    assert _status(falling, "2021-10-01", row("2020", "748.4")) is Status.BEHIND
    assert _status(falling, "2021-10-01", row("2020", 1097)) is Status.WRONG_WAY
    assert _status(falling, "2021-10-01", row("2020", 0)) is Status.AT_LEVEL
    assert _status(falling, "2023-01-01", row("2022", 0)) is Status.MET
    assert _status(falling, "2023-01-01", row("2022", -1)) is Status.EXCEEDED
    assert _status(falling, "2023-01-01", row("2022", 1)) is Status.NOT_MET


def test_the_pace_is_that_of_the_figures_own_date_and_says_so() -> None:
    judged = target_state(ONE_A_DAY, "2022-10-01", row("2020", 350)).judgement
    assert judged.status is Status.ON_TRACK
    assert lines(judged) == (
        "Thực hiện đến năm 2020: 350 đoàn viên.\n"
        "So sánh: 350 < 1.096 đoàn viên (chỉ tiêu: ít nhất).\n"
        "Giá trị gốc: 0 (đến 31/12/2019, in trong văn bản).\n"
        "Mức kỳ vọng tại ngày của số liệu, 31/12/2020: 366 "
        "(nội suy theo ngày 0 → 1.096, 31/12/2019 – 31/12/2022).\n"
        "Nhịp độ: (350 − 0) ÷ (366 − 0) = 0,96; ≥ 0,95."
    )
    assert judged.arithmetic[-1].en == "Pace: (350 − 0) ÷ (366 − 0) = 0.96; ≥ 0.95."


def test_pace_on_a_later_segment_is_measured_from_the_overall_start() -> None:
    indicator = {
        "baseline": {"period": "2021", "value": 21000},
        "targets": {"2023": {"about": 22000}, "2025": {"about": 24000}, "2030": {"bare": 29000}},
    }
    state = indicator_state(indicator, "2027-02-01", row("2026", 24800))
    last = state.targets[-1].judgement
    # 2026-12-31 is day 365 of the 1 826 of the last segment: 24 000 + 5 000 × 365 ÷ 1 826 is
    # 24 999.4523…, and 3 800 ÷ 3 999.4523… is 0.95013….
    assert last.expected is not None and last.pace is not None
    assert round(last.expected, 4) == Decimal("24999.4524")
    assert round(last.pace, 4) == Decimal("0.9501")
    assert last.status is Status.ON_TRACK
    assert state.headline_target is state.targets[-1]


def test_start_equal_to_what_is_expected_gives_no_pace() -> None:
    flat = {
        "baseline": {"period": "2019", "value": 100},
        "targets": {"2020": {"at_least": 100}, "2022": {"at_least": 110}},
    }
    judged = indicator_state(flat, "2021-10-01", row("2020", 100)).targets[1].judgement
    assert judged.status is Status.INSUFFICIENT
    assert judged.pace is None
    assert "không tính được nhịp độ" in lines(judged)


def test_a_target_on_the_wrong_side_of_the_start_is_never_on_track() -> None:
    below = {
        "baseline": {"period": "2019", "value": 100},
        "targets": {"2022": {"at_least": 90}},
    }
    assert _status(below, "2021-10-01", row("2020", 95)) is Status.AT_LEVEL
    assert _status(below, "2021-10-01", row("2020", 80)) is Status.WRONG_WAY


def test_while_a_dip_is_expected_no_pace_is_told_for_the_rise_after_it() -> None:
    dip = {
        "baseline": {"period": "2019", "value": 100},
        "targets": {"2021": {"at_least": 90}, "2022": {"at_least": 110}},
    }
    later = indicator_state(dip, "2021-10-01", row("2020", 101)).targets[1].judgement
    assert later.status is Status.INSUFFICIENT
    assert later.pace is None


def test_without_a_baseline_the_share_is_shown_and_no_pace_is_claimed() -> None:
    indicator = {"targets": {"2025": {"at_least": 24000}}}
    judged = target_state(indicator, "2023-06-01", row("2022", 21000)).judgement
    assert judged.status is Status.INSUFFICIENT
    assert judged.share_of_target == Decimal("0.875")
    assert judged.pace is None and judged.expected is None
    assert "87,5 %" in lines(judged) and "không tính nhịp độ" in lines(judged)
    assert _status(indicator, "2023-06-01", row("2022", 24000)) is Status.AT_LEVEL


def test_a_figure_no_later_than_the_baseline_has_no_pace() -> None:
    indicator = {"baseline": {"period": "2021-06"}, "targets": {"2025": {"bare": 200}}}
    judged = target_state(indicator, "2022-01-01", row("2021-06", 150)).judgement
    assert judged.status is Status.INSUFFICIENT
    assert "không muộn hơn mốc gốc" in lines(judged)


@pytest.mark.parametrize(
    ("as_of", "period", "value", "status"),
    [
        ("2023-12-30", "2023-Q3", 21900, Status.AT_LEVEL),
        ("2023-12-31", "2023", 21500, Status.MET),
        ("2023-12-31", "2023", 22501, Status.EXCEEDED),
        ("2023-12-31", "2023", 21499, Status.NOT_MET),
        ("2024-02-01", "2023-Q2", 21499, Status.NOT_MET),
        ("2024-02-01", "2022", 22000, Status.INSUFFICIENT),
        ("2025-02-01", "2024", 22000, Status.INSUFFICIENT),
    ],
)
def test_met_is_final_only_at_the_date(as_of: str, period: str, value: int, status: Status) -> None:
    assert _status({"targets": {"2023": {"about": 22000}}}, as_of, row(period, value)) is status


def test_the_figure_that_concludes_is_named_and_later_ones_are_not_used() -> None:
    indicator = {"targets": {"2023": {"at_least": 22000}}}
    rows = (row("2023-Q3", 21000), row("2024", 23000))
    state = target_state(indicator, "2025-06-01", *rows)
    assert state.judgement.status is Status.NOT_MET
    assert state.observation is not None and state.observation.period.text == "2023-Q3"
    assert "31/12/2023: số liệu đến 30/9/2023" in lines(state.judgement)


def test_quarters_are_target_dates_too() -> None:
    indicator = {"targets": {"2023-Q2": {"at_least": 10}}}
    assert _status(indicator, "2023-06-29", row("2023-Q1", 9)) is Status.INSUFFICIENT
    assert _status(indicator, "2023-06-30", row("2023-Q1", 9)) is Status.NOT_MET


def test_no_rows_no_judgement() -> None:
    assert _status(ONE_A_DAY, "2021-10-01") is Status.NO_DATA
    assert _status(ONE_A_DAY, "2024-06-01") is Status.NO_DATA
    assert _status(ONE_A_DAY, "2021-10-01", row("2020", None)) is Status.NO_DATA


def test_zero_is_a_number() -> None:
    assert _status(ONE_A_DAY, "2023-06-01", row("2022", 0)) is Status.NOT_MET


def test_provisional_and_estimated_figures_are_judged_and_marked() -> None:
    indicator = {"targets": {"2023": {"at_least": 100}}}
    judged = target_state(indicator, "2024-01-01", row("2023", 100, state="provisional")).judgement
    assert judged.status is Status.MET
    assert "(số liệu tạm tính)" in lines(judged)
    guess = target_state(indicator, "2024-01-01", row("2023", 100, state="estimate")).judgement
    assert "(số liệu ước)" in lines(guess)
    assert not guess.illustrative


def test_illustrative_figures_and_starts_mark_the_judgement() -> None:
    shown = row("2020", 300, state="illustrative")
    assert target_state(ONE_A_DAY, "2021-10-01", shown).judgement.illustrative
    based = {"baseline": {"period": "2019"}, "targets": {"2022": {"at_least": 1096}}}
    start = row("2019", 0, state="illustrative")
    real = target_state(based, "2021-10-01", start, row("2020", 300)).judgement
    assert real.status is Status.BEHIND
    assert real.illustrative
    concluded = target_state(based, "2023-06-01", start, row("2022", 1096)).judgement
    assert not concluded.illustrative


def test_a_correction_changes_the_verdict_from_its_day_on() -> None:
    indicator = {"targets": {"2023": {"at_least": 100}}}
    old = row("2023", 100, reported_on="2024-01-10")
    new = row("2023", 99, reported_on="2024-03-01", record=1, corrects="100")
    assert _status(indicator, "2024-02-28", old, new) is Status.MET
    assert _status(indicator, "2024-03-01", old, new) is Status.NOT_MET


def test_another_population_or_unit_is_never_judged() -> None:
    own = {"population": "doanh nghiệp", "measures": "stock"}
    figures = row("2030", 90)
    other = {**own, "targets": {"2030": {"at_least": 85, "population": "đơn vị, doanh nghiệp"}}}
    judged = target_state(other, "2031-01-01", figures).judgement
    assert judged.status is Status.INSUFFICIENT
    assert "đơn vị, doanh nghiệp" in lines(judged)
    same = {**own, "targets": {"2030": {"at_least": 85, "population": "Doanh  nghiệp"}}}
    assert _status(same, "2031-01-01", figures) is Status.EXCEEDED
    unstated = {"targets": {"2030": {"at_least": 85, "population": "doanh nghiệp"}}}
    assert _status(unstated, "2031-01-01", figures) is Status.INSUFFICIENT
    unit = {"targets": {"2030": {"at_least": 85, "unit": "lao động"}}}
    assert _status(unit, "2031-01-01", figures) is Status.INSUFFICIENT


def test_a_limit_against_the_better_direction_has_no_pace() -> None:
    capped = {
        "baseline": {"period": "2019", "value": 0},
        "targets": {"2022": {"at_most": 50}},
    }
    judged = target_state(capped, "2021-10-01", row("2020", 60)).judgement
    assert judged.status is Status.INSUFFICIENT
    assert _status(capped, "2021-10-01", row("2020", 50)) is Status.AT_LEVEL


def test_an_exact_number_that_was_passed_has_no_pace() -> None:
    exact = {
        "baseline": {"period": "2019", "value": 0},
        "targets": {"2022": {"exactly": 100}},
    }
    assert _status(exact, "2021-10-01", row("2020", 101)) is Status.INSUFFICIENT
    assert _status(exact, "2021-10-01", row("2020", 100)) is Status.AT_LEVEL
    assert _status(exact, "2023-06-01", row("2022", 101)) is Status.NOT_MET


def test_an_undated_target_is_never_concluded() -> None:
    undated = {"baseline": {"period": "2019", "value": 0}, "targets": {"undated": {"bare": 10}}}
    assert _status(undated, "2045-01-01", row("2044", 12)) is Status.AT_LEVEL
    assert _status(undated, "2045-01-01", row("2044", 9)) is Status.INSUFFICIENT


@pytest.mark.parametrize("measures", ["rank", "index", "rate"])
def test_ranks_indices_and_rates_show_the_gap_and_are_not_extrapolated(measures: str) -> None:
    indicator = {
        "measures": measures,
        "unit": "bậc",
        "better": "less",
        "baseline": {"period": "2019", "value": 40},
        "targets": {"2025": {"at_most": 10}},
    }
    judged = target_state(indicator, "2023-06-01", row("2022", 18)).judgement
    assert judged.status is Status.INSUFFICIENT
    assert judged.pace is None
    assert "Còn cách chỉ tiêu 8 bậc." in lines(judged)
    assert _status(indicator, "2026-01-01", row("2025", 11)) is Status.NOT_MET
    assert _status(indicator, "2026-01-01", row("2025", 10)) is Status.MET


def test_headline_is_the_next_target_not_yet_due_else_the_last() -> None:
    indicator = {"targets": {"2023": {"bare": 1}, "2025": {"bare": 2}, "2030": {"bare": 3}}}
    chosen = [
        indicator_state(indicator, as_of).headline_target
        for as_of in ("2022-01-01", "2023-12-30", "2023-12-31", "2029-01-01", "2031-01-01")
    ]
    assert [state.key for state in chosen if state] == ["2023", "2023", "2025", "2030", "2030"]


def test_figures_without_a_target_are_not_assessed() -> None:
    state = indicator_state({}, "2023-01-01", row("2021-06", 23320))
    assert state.headline.status is Status.NOT_ASSESSED
    assert state.headline_target is None


@settings(max_examples=60)
@given(
    start=st.integers(-500, 500),
    target=st.integers(-500, 500),
    actual=st.integers(-600, 600),
    factor=st.integers(1, 9),
    over=st.booleans(),
)
def test_property_scale_and_mirror_leave_the_status(
    start: int, target: int, actual: int, factor: int, over: bool
) -> None:
    as_of = "2023-06-01" if over else "2021-10-01"
    period = "2022" if over else "2020"

    def status(sign: int, times: int) -> Status:
        k = sign * times
        comparison = "at_least" if sign > 0 else "at_most"
        indicator = {
            "better": "more" if sign > 0 else "less",
            "baseline": {"period": "2019", "value": start * k},
            "targets": {"2022": {comparison: target * k}},
        }
        return _status(indicator, as_of, row(period, actual * k))

    assert status(1, 1) is status(-1, 1) is status(1, factor) is status(-1, factor)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(2019, 2025),
            st.integers(1, 4),
            st.integers(0, 2000),
            st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)),
        ),
        max_size=8,
    ),
    st.dates(dt.date(2021, 9, 7), dt.date(2026, 12, 31)),
)
def test_property_nothing_known_later_changes_the_day(
    told: list[tuple[int, int, int, dt.date]], as_of: dt.date
) -> None:
    rows = [
        row(f"{year}-Q{quarter}", value, reported_on=day.isoformat(), record=record)
        for record, (year, quarter, value, day) in enumerate(told)
    ]
    known = [r for r in rows if r.reported_on and r.reported_on.end <= as_of]
    known = [r for r in known if r.period.end <= as_of]
    everything = indicator_state(ONE_A_DAY, as_of.isoformat(), *rows)
    assert everything == indicator_state(ONE_A_DAY, as_of.isoformat(), *known)


@pytest.mark.parametrize(
    ("every", "period", "status"),
    [
        ("quarter", "2024-Q4", Status.INSUFFICIENT),
        ("month", "2025-Q1", Status.INSUFFICIENT),
        ("quarter", "2025-Q2", Status.EXCEEDED),
        ("month", "2025-04", Status.EXCEEDED),
        ("year", "2024", Status.EXCEEDED),
        (None, "2024-Q4", Status.EXCEEDED),
    ],
)
def test_a_quarters_target_takes_only_its_own_figure_where_figures_come_as_often(
    every: str | None, period: str, status: Status
) -> None:
    indicator = {"every": every, "targets": {"2025-Q2": {"at_least": 10}}}
    state = target_state(indicator, "2025-09-01", row(period, 12))
    assert state.judgement.status is status
    silent = "Chưa có số liệu của kỳ" in lines(state.judgement)
    assert silent is (status is Status.INSUFFICIENT)


def test_a_years_target_takes_any_figure_of_the_year() -> None:
    indicator = {"every": "quarter", "targets": {"2025": {"at_least": 10}}}
    state = target_state(indicator, "2026-02-01", row("2025-Q1", 12))
    assert state.judgement.status is Status.EXCEEDED
