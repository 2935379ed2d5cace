"""Fewer by so many, up by so many per cent, so many times a year: the level and its arithmetic."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.indicator import Relation
from site_builder.progress.relative import level
from site_builder.progress.snapshot import TargetState
from site_builder.terms.status import Status
from tests.progress.make import indicator_state, lines, row, target_state

BASE = row("2020", 45000)


def _relative(relation: str, to: str = "2020", **fields: Any) -> dict[str, Any]:
    return {"relative": {"as": relation, "to": to, **fields}}


def _state(
    target: dict[str, Any], *rows: Any, as_of: str = "2026-03-01", **fields: Any
) -> TargetState:
    return target_state({"targets": {"2025": target}, **fields}, as_of, *rows)


FEWER = {"at_least": 20000, **_relative("decrease_by")}


@pytest.mark.parametrize(
    ("value", "status"),
    [(25001, Status.NOT_MET), (25000, Status.MET), (24999, Status.EXCEEDED)],
)
def test_a_decrease_of_at_least_is_a_level_of_at_most(value: int, status: Status) -> None:
    state = _state(FEWER, BASE, row("2025", value), better="less")

    assert state.judgement.status is status
    assert state.goal is not None
    assert state.goal.comparison == "at_most" and state.goal.low == 25000
    said = lines(state.judgement)
    assert "Giá trị gốc, năm 2020: 45.000 đoàn viên." in said
    assert "Mức ứng với chỉ tiêu: 45.000 − 20.000 = 25.000 đoàn viên." in said


@pytest.mark.parametrize(
    ("target", "goal", "formula"),
    [
        ({"at_least": 5, **_relative("increase_percent")}, 47250, "45.000 × (100 + 5) ÷ 100 = 47.250"),
        ({"more_than": 5, **_relative("decrease_percent")}, 42750, "45.000 × (100 − 5) ÷ 100 = 42.750"),
        ({"bare": "1.5", **_relative("times")}, 67500, "45.000 × 1,5 = 67.500"),
        ({"about": 2000, **_relative("increase_by")}, 47000, "45.000 + 2.000 = 47.000"),
    ],
)  # fmt: skip
def test_each_relation_shows_its_arithmetic(target: Any, goal: int, formula: str) -> None:
    state = _state(target, BASE, row("2025", 46000))

    assert state.goal is not None and state.goal.low == goal
    assert formula in lines(state.judgement)


def test_a_range_keeps_both_ends_in_order() -> None:
    state = _state({"between": [5, 10], **_relative("decrease_percent")}, BASE, row("2025", 42000))

    assert state.goal is not None and [state.goal.low, state.goal.high] == [40500, 42750]
    assert state.judgement.status is Status.MET


def test_about_is_as_wide_as_the_printed_number_says() -> None:
    percent = _state({"about": 10, **_relative("increase_percent")}, BASE, row("2025", 47251))
    # 10 % was rounded to tens of a per cent: ± 5 points of 45 000 is ± 2 250.
    assert percent.goal is not None and percent.goal.tolerance == 2250
    assert percent.judgement.status is Status.MET
    assert "ứng với nửa đơn vị làm tròn 10 của con số in trong văn bản" in lines(percent.judgement)
    by = _state({"about": 2000, **_relative("increase_by")}, BASE, row("2025", 46499))
    assert by.judgement.status is Status.NOT_MET


def test_a_printed_base_needs_no_row() -> None:
    target = {"at_least": 20000, **_relative("decrease_by", value=40000)}
    state = _state(target, row("2025", 20000), better="less")

    assert state.judgement.status is Status.MET
    assert "Giá trị gốc, năm 2020: 40.000 đoàn viên, in trong văn bản." in lines(state.judgement)


def test_the_printed_baseline_of_that_period_serves() -> None:
    state = _state(
        FEWER, row("2025", 20000), better="less", baseline={"period": "2020", "value": 40000}
    )

    assert state.judgement.status is Status.MET


def test_without_the_base_it_is_said_which_figure_is_missing() -> None:
    state = _state(FEWER, row("2021", 44000), row("2025", 20000), better="less")

    assert state.judgement.status is Status.INSUFFICIENT
    assert state.goal is None
    assert lines(state.judgement) == (
        "Thiếu số liệu của năm 2020, là gốc để tính chỉ tiêu này, nên chưa biết mức phải đạt."
    )


@pytest.mark.parametrize("base", [0, -5])
def test_of_a_base_that_is_not_positive_no_part_is_taken(base: int) -> None:
    figures = (row("2020", base), row("2025", 3))
    percent = _state({"at_least": 5, **_relative("increase_percent")}, *figures)
    by = _state({"at_least": 5, **_relative("increase_by")}, *figures)

    assert percent.judgement.status is Status.INSUFFICIENT
    assert "không dương" in lines(percent.judgement)
    assert by.goal is not None and by.goal.low == base + 5


@pytest.mark.parametrize("measures", ["stock", "rate"])
def test_a_base_after_the_due_date_and_a_break_gives_no_level(measures: str) -> None:
    late = {"at_least": 5, **_relative("increase_by", "2026")}
    rows = row("2025", 30), row("2026", 20)
    for cut in ("2026-01-01", "2025-07-01"):
        breaks = [{"from": cut, "why": "đổi cách đếm", "targets_hold": True}]
        state = _state(late, *rows, measures=measures, breaks=breaks, as_of="2027-03-01")
        parted = cut == "2026-01-01"
        assert (state.goal is None) is parted
        assert ("không so được với số liệu trước" in lines(state.judgement)) is parted


def test_a_base_across_a_break_gives_no_level() -> None:
    cut = {"from": "2022-01-01", "why": "tách xã", "targets_hold": "true"}
    state = _state(FEWER, BASE, row("2025", 20000), better="less", breaks=[cut])

    assert state.judgement.status is Status.INSUFFICIENT
    assert "số liệu năm 2020, là gốc của chỉ tiêu này, không so được" in lines(state.judgement)
    inside = _state(
        {"at_least": 5, **_relative("increase_percent", to="2022")},
        row("2022", 10), row("2025", 12), measures="flow",
        breaks=[{**cut, "from": "2022-07-01"}],
    )  # fmt: skip
    assert "giữa năm 2022" in lines(inside.judgement)


def test_a_flow_takes_its_base_from_the_parts_of_the_year() -> None:
    target = {"at_least": 10, **_relative("increase_percent")}
    halves = (row("2020-H1", 40), row("2020-H2", 60))
    state = _state(target, *halves, row("2025", 110), measures="flow")
    lacking = _state(target, halves[0], row("2025", 110), measures="flow")

    assert state.judgement.status is Status.MET
    assert lacking.judgement.status is Status.INSUFFICIENT


def test_a_share_is_compared_without_rounding() -> None:
    figures = (
        row("2020", numerator=1, denominator=30),
        row("2025", numerator=2, denominator=30),
    )
    state = _state({"at_least": 2, **_relative("times")}, *figures, measures="ratio", unit="%")

    assert state.judgement.status is Status.MET
    assert state.goal is not None and state.goal.exact_aim == Fraction(20, 3)
    assert "6,67" in lines(state.judgement) and "6,666666" not in lines(state.judgement)


def test_an_illustrative_base_marks_the_judgement() -> None:
    state = _state(FEWER, row("2020", 45000, state="illustrative"), row("2025", 20000))

    assert state.judgement.illustrative
    assert "(số liệu minh họa)" in lines(state.judgement)


def test_the_path_runs_through_the_level() -> None:
    indicator = {
        "baseline": {"period": "2020"},
        "better": "less",
        "targets": {"2025": FEWER, "2030": {"at_most": 20000}},
    }
    known = indicator_state(indicator, "2022-03-01", BASE)
    unknown = indicator_state({**indicator, "baseline": None}, "2022-03-01")

    assert [value for _, value in known.trajectory] == [45000, 25000, 20000]
    assert [value for _, value in unknown.trajectory] == [20000]


RELATIONS: tuple[Relation, ...] = (
    "decrease_by", "increase_by", "decrease_percent", "increase_percent", "times",
)  # fmt: skip
FLIPPED = {"at_least": "at_most", "at_most": "at_least", "more_than": "less_than",
           "less_than": "more_than"}  # fmt: skip


@given(
    relation=st.sampled_from(RELATIONS),
    comparison=st.sampled_from(
        ["at_least", "at_most", "more_than", "less_than", "exactly", "bare"]
    ),
    base=st.integers(1, 1000),
    by=st.integers(0, 100),
    actual=st.integers(0, 3000),
    better=st.sampled_from(["more", "less"]),
    as_of=st.sampled_from(["2024-06-30", "2026-03-01"]),
)
def test_it_is_judged_as_the_level_that_it_comes_to(
    relation: Relation, comparison: str, base: int, by: int, actual: int, better: str, as_of: str
) -> None:
    wanted = level(relation, Fraction(base), Fraction(by))
    told = FLIPPED.get(comparison, comparison) if relation.startswith("decrease") else comparison
    value = Decimal(wanted.numerator) / Decimal(wanted.denominator)
    indicator = {"better": better, "integer": "false", "baseline": {"period": "2020"}}
    rows = (row("2020", base), row("2023", actual), row("2025", actual))
    relative = target_state(
        {**indicator, "targets": {"2025": {comparison: by, **_relative(relation)}}}, as_of, *rows
    ).judgement
    absolute = target_state(
        {**indicator, "targets": {"2025": {told: value}}}, as_of, *rows
    ).judgement

    assert relative.status is absolute.status
    assert relative.pace == absolute.pace
    assert relative.expected == absolute.expected
    assert relative.arithmetic[2:] == absolute.arithmetic


def test_without_a_baseline_progress_is_counted_from_the_base() -> None:
    half = _state(FEWER, BASE, row("2022", 37000), as_of="2023-03-01", better="less")
    said = lines(half.judgement)
    assert half.judgement.status is Status.ON_TRACK
    assert "Giá trị gốc: 45.000 (năm 2020)." in said
    assert "Không có giá trị gốc" not in said

    printed = {**FEWER, "relative": {**FEWER["relative"], "value": 45000}}
    state = _state(printed, row("2022", 44000), as_of="2023-03-01", better="less")
    assert state.judgement.status is Status.FAR_BEHIND


def test_the_indicators_own_baseline_goes_before_the_base_of_a_target() -> None:
    baseline = {"period": "2021", "value": 41000}
    state = _state(
        FEWER, BASE, row("2022", 41000), as_of="2023-03-01", better="less", baseline=baseline
    )
    assert "45.000 (năm 2020)" not in lines(state.judgement)
