from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from site_builder.progress.ratios import TINY_DENOMINATOR, exact_value, is_tiny
from site_builder.terms.status import Status
from tests.progress.make import indicator_state, lines, row, target_state


def _share(**target: Any) -> dict[str, Any]:
    return {"measures": "ratio", "unit": "%", "targets": {"2025": target}}


def _of(numerator: int, denominator: int, period: str = "2025", **fields: Any) -> Any:
    return row(period, None, numerator=numerator, denominator=denominator, **fields)


@pytest.mark.parametrize(
    ("target", "numerator", "denominator", "status"),
    [
        ({"at_least": 80}, 80, 100, Status.MET),
        ({"at_least": 80}, 81, 100, Status.EXCEEDED),
        # 79.9996 % would be printed as 80 when rounded; it is short all the same.
        ({"at_least": 80}, 199_999, 250_000, Status.NOT_MET),
        ({"at_least": 80}, 4 * 10**20 - 1, 5 * 10**20, Status.NOT_MET),
        ({"more_than": 85}, 85, 100, Status.NOT_MET),
        ({"more_than": 85}, 85_001, 100_000, Status.MET),
        ({"more_than": 99}, 297, 300, Status.NOT_MET),
        # A third is 33.333… %: no decimal target equals it, 33.3 is below it.
        ({"at_least": "33.3"}, 10, 30, Status.EXCEEDED),
        ({"at_least": "33.4"}, 10, 30, Status.NOT_MET),
    ],
)
def test_shares_are_compared_unrounded(
    target: dict[str, Any], numerator: int, denominator: int, status: Status
) -> None:
    judged = target_state(_share(**target), "2026-01-01", _of(numerator, denominator)).judgement
    assert judged.status is status


def test_the_arithmetic_shows_both_counts_and_the_comparison_without_division() -> None:
    judged = target_state(_share(at_least=80), "2026-01-01", _of(199_999, 250_000)).judgement
    assert lines(judged) == (
        "Thực hiện đến năm 2025: 79,9996 %.\n"
        "So sánh: 79,9996 < 80 % (chỉ tiêu: ít nhất).\n"
        "Tử số 199.999, mẫu số 250.000: 199.999 × 100 ÷ 250.000 = 79,9996 %.\n"
        "So sánh không làm tròn: 199.999 × 100 = 19.999.900 < 80 × 250.000 = 20.000.000."
    )


def test_before_its_date_the_gap_is_in_percentage_points_and_no_pace_is_told() -> None:
    judged = target_state(_share(at_least=80), "2024-01-01", _of(3, 4 * 10, "2023")).judgement
    assert judged.status is Status.INSUFFICIENT
    assert "Còn cách chỉ tiêu 72,5 điểm phần trăm." in lines(judged)
    reached = target_state(_share(at_least=80), "2024-01-01", _of(80, 100, "2023")).judgement
    assert reached.status is Status.AT_LEVEL


def test_with_a_baseline_a_share_follows_its_trajectory() -> None:
    # From 40 % on 2019-12-31 to 80 % on 2025-12-31 (2 192 days); day 1 096 of it: 60 %.
    indicator = {**_share(at_least=80), "baseline": {"period": "2019", "value": 40}}
    judged = target_state(indicator, "2023-06-01", _of(59, 100, "2022")).judgement
    assert judged.expected == 60
    assert judged.status is Status.ON_TRACK
    shown = [line for line in judged.arithmetic if "Giá trị gốc" in line.vi or "kỳ vọng" in line.vi]
    assert "\n".join(line.vi for line in shown).replace("\N{NO-BREAK SPACE}", " ") == (
        "Giá trị gốc: 40 % (đến 31/12/2019, in trong văn bản).\n"
        "Mức kỳ vọng tại ngày của số liệu, 31/12/2022: 60 % "
        "(nội suy theo ngày 40 % → 80 %, 31/12/2019 – 31/12/2025)."
    )
    assert shown[0].en == "Baseline: 40% (as of 31 December 2019, printed in the document)."
    assert (
        target_state(indicator, "2023-06-01", _of(589, 1000, "2022")).judgement.status
        is Status.BEHIND
    )


@pytest.mark.parametrize(("denominator", "tiny"), [(9, True), (10, False)])
def test_a_tiny_denominator_shows_the_count_and_withholds_the_colour(
    denominator: int, tiny: bool
) -> None:
    assert TINY_DENOMINATOR == 10
    figures = _of(denominator - 1, denominator)
    judged = target_state(_share(at_least=80), "2026-01-01", figures).judgement
    assert judged.status is Status.EXCEEDED
    assert judged.colour_withheld is tiny
    assert is_tiny(figures) is tiny
    assert (f"Mẫu số chỉ có {denominator}" in lines(judged)) is tiny


def test_a_zero_denominator_makes_no_share() -> None:
    assert exact_value(_of(0, 0)) is None
    assert (
        target_state(_share(at_least=80), "2026-01-01", _of(0, 0)).judgement.status
        is Status.NO_DATA
    )


def test_a_share_reported_without_counts_is_compared_by_its_value() -> None:
    bare = row("2025", "80.5")
    assert exact_value(bare) == Fraction(161, 2)
    judged = target_state(_share(at_least=80), "2026-01-01", bare).judgement
    assert judged.status is Status.EXCEEDED
    assert "mẫu số" not in lines(judged)


def test_the_observed_value_is_the_share_in_percent() -> None:
    state = indicator_state(_share(at_least=80), "2026-01-01", _of(1, 8))
    assert state.latest is not None
    assert state.latest.value == Fraction(25, 2)


def test_what_is_divided_by_what_is_said() -> None:
    named = {**_share(at_least=45), "numerator": "xếp loại B", "denominator": "TƯLĐTT đã ký"}
    judged = target_state(named, "2026-01-01", _of(59, 125)).judgement
    assert "Tử số là: xếp loại B; mẫu số là: TƯLĐTT đã ký." in lines(judged)
    nested = {**_share(at_least=45), "within": "chi-so", "numerator": "số bản đã ký"}
    judged = target_state(nested, "2026-01-01", _of(59, 125)).judgement
    assert "mẫu số là: số bản đã ký." in lines(judged)


def test_equality_is_written_as_such() -> None:
    judged = target_state(_share(at_least=80), "2026-01-01", _of(4, 50)).judgement
    assert "4 × 100 = 400 < 80 × 50 = 4.000" in lines(judged)
    judged = target_state(_share(at_least=80), "2026-01-01", _of(40, 50)).judgement
    assert "40 × 100 = 4.000 = 80 × 50 = 4.000" in lines(judged)
