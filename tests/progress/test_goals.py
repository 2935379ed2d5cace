from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.indicator import Better, Comparison, Target
from site_builder.progress.goals import Goal, goal_of
from site_builder.terms.text import same


def _goal(better: Better = "more", **comparison: Any) -> Goal:
    goal = goal_of(Target(clause="I", **comparison), better)
    assert goal is not None
    return goal


@pytest.mark.parametrize(
    ("goal", "short", "met", "exceeded"),
    [
        (_goal(about=22000), ["21499.99"], ["21500", "22000", "22500"], ["22500.01"]),
        (_goal("less", about=22000), ["22501"], ["21500", "22500"], ["21499"]),
        (_goal(about=22000, tolerance=10), ["21989"], ["21990", "22010"], ["22011"]),
        (_goal(about="45.5"), ["45.44"], ["45.45", "45.55"], ["45.56"]),
        (_goal(at_least=80), ["79.999999"], ["80"], ["80.000001"]),
        (_goal(more_than=85), ["85", "84"], ["85.000001", "99"], []),
        (_goal("less", at_most=5), ["5.01"], ["5"], ["4.99", "-3"]),
        (_goal("more", at_most=5), ["6"], ["5", "1"], []),
        (_goal("less", less_than=5), ["5"], ["4.99", "0"], []),
        (_goal(exactly=6), ["5", "7"], ["6"], []),
        (_goal(between=[10, 20]), ["9.9"], ["10", "15", "20"], ["20.1"]),
        (_goal("less", between=[10, 20]), ["20.1"], ["10", "20"], ["9.9"]),
        (_goal(bare=540), ["539"], ["540"], ["541"]),
        (_goal("less", bare=540), ["541"], ["540"], ["539"]),
        (_goal(at_least=-5), ["-6"], ["-5"], ["-4"]),
    ],
)
def test_how_a_number_stands(
    goal: Goal, short: list[str], met: list[str], exceeded: list[str]
) -> None:
    assert {goal.standing(Fraction(v)) for v in short} == {"short"}
    assert {goal.standing(Fraction(v)) for v in met} == {"met"}
    assert {goal.standing(Fraction(v)) for v in exceeded} <= {"exceeded"}


def test_in_words_and_done_have_no_number() -> None:
    assert goal_of(Target.model_validate({"in_words": "hầu hết", "clause": "I"}), "more") is None
    assert goal_of(Target.model_validate({"done": True, "clause": "I"}), "more") is None


def test_the_tolerance_of_about_is_always_displayed_with_its_source() -> None:
    unit = same("đoàn viên")
    rounded = _goal(about=22000).explain(Fraction(21874), unit)
    assert rounded.vi == (
        "So sánh: 21.874 với khoảng 22.000 ± 500 đoàn viên, tức từ 21.500 đến 22.500 "
        "(sai số bằng nửa đơn vị làm tròn 1.000 của con số)."
    )
    declared = _goal(about=22000, tolerance=100).explain(Fraction(21874), unit)
    assert "22.000 ± 100" in declared.vi and "tệp kế hoạch" in declared.vi


def test_a_bare_number_says_how_it_is_read() -> None:
    unit = same("đoàn viên")
    assert "không thấp hơn" in _goal(bare=540).explain(Fraction(540), unit).vi
    assert "không cao hơn" in _goal("less", bare=540).explain(Fraction(540), unit).vi


def test_a_number_that_fails_by_a_hair_is_not_printed_as_the_target() -> None:
    text = _goal(at_least=80).explain(Fraction(7_999_999, 100_000), same("%"))
    assert text.vi.startswith("So sánh: 79,99999 < 80 %")


@pytest.mark.parametrize(
    ("goal", "against"),
    [
        (_goal(at_most=5), True),
        (_goal("less", at_least=5), True),
        (_goal("less", more_than=5), True),
        (_goal(at_least=5), False),
        (_goal("less", less_than=5), False),
        (_goal("less", bare=5), False),
    ],
)
def test_a_limit_on_what_is_better_is_recognised(goal: Goal, against: bool) -> None:
    assert goal.against is against


_MIRROR: dict[Comparison, Comparison] = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
}


@given(
    st.sampled_from(
        ["about", "at_least", "more_than", "at_most", "less_than", "exactly", "between", "bare"]
    ),
    st.sampled_from(["more", "less"]),
    st.integers(-100, 100),
    st.integers(0, 20),
    st.fractions(-130, 130, max_denominator=7),
)
def test_property_the_mirror_image_stands_the_same(
    comparison: Comparison, better: Better, low: int, width: int, actual: Fraction
) -> None:
    high = low + width if comparison == "between" else low
    tolerance = Decimal(width if comparison == "about" else 0)
    goal = Goal(comparison, Decimal(low), Decimal(high), better, tolerance)
    flipped: Better = "less" if better == "more" else "more"
    mirror = Goal(
        _MIRROR.get(comparison, comparison), Decimal(-high), Decimal(-low), flipped, tolerance
    )
    assert goal.standing(actual) == mirror.standing(-actual)
    assert goal.aim == -mirror.aim
    assert goal.against == mirror.against
