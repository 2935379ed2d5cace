"""Targets by quarter and month, of a part, of another authority, in a scope, of every year."""

from __future__ import annotations

from typing import Any

from site_builder.progress.snapshot import IndicatorState
from site_builder.terms.status import Status
from tests.progress.make import WHOLE, indicator_state, lines, row

WOMEN, MEN = (("sex", "nu"),), (("sex", "nam"),)
SPLIT: dict[str, Any] = {
    "breakdowns": ["sex"],
    "baseline": {"period": "2021", "value": 100},
    "targets": {
        "2025": {"at_least": 200},
        "2025@nu": {"at_least": 80, "of": {"sex": "nu"}},
        "2024@nu": {"at_least": 70, "of": {"sex": "nu"}},
    },
}


def _by_key(state: IndicatorState) -> dict[str, Status]:
    return {target.key: target.judgement.status for target in state.targets}


def test_quarters_and_months_fall_due_at_their_end() -> None:
    indicator = {
        "measures": "flow",
        "targets": {
            "2025-Q2": {"at_least": 30},
            "2025-07": {"at_least": 12},
            "2025": {"bare": 120},
        },
    }
    figures = (row("2025-04", 10), row("2025-05", 10), row("2025-06", 10), row("2025-07", 11))
    state = indicator_state(indicator, "2025-08-31", *figures)

    assert [target.key for target in state.targets] == ["2025-Q2", "2025-07", "2025"]
    assert _by_key(state) == {
        "2025-Q2": Status.MET, "2025-07": Status.NOT_MET, "2025": Status.IN_PROGRESS,
    }  # fmt: skip
    assert state.headline_target is not None and state.headline_target.key == "2025"


def test_a_target_of_a_part_is_judged_by_the_figures_of_that_part() -> None:
    figures = (
        row("2024", 150),
        row("2024", 69, breakdown=WOMEN),
        row("2024", 81, breakdown=MEN),
        row("2025", 210),
        row("2025", 80, breakdown=WOMEN),
        row("2025", 300, breakdown=WOMEN, agency="a"),
    )
    state = indicator_state(SPLIT, "2026-01-31", *figures)

    assert _by_key(state) == {
        "2024@nu": Status.NOT_MET, "2025": Status.EXCEEDED, "2025@nu": Status.MET,
    }  # fmt: skip
    assert [o.value for o in state.parts[WOMEN]] == [69, 80]
    assert [o.value for o in state.series] == [150, 210]
    women = next(target for target in state.targets if target.key == "2025@nu")
    assert lines(women.judgement).startswith("Xét trên số liệu của phân tổ nữ.\n")


def test_a_part_without_figures_is_not_judged_by_the_whole() -> None:
    state = indicator_state(SPLIT, "2026-01-31", row("2025", 210))
    women = next(target for target in state.targets if target.key == "2025@nu")

    assert women.judgement.status is Status.NO_DATA
    assert "Không có số liệu nào của phân tổ nữ." in lines(women.judgement)


def test_the_path_and_the_headline_are_the_wholes_own() -> None:
    state = indicator_state(SPLIT, "2022-12-31", row("2022", 120), row("2022", 60, breakdown=WOMEN))

    assert [value for _, value in state.trajectory] == [100, 200]
    assert state.headline_target is not None and state.headline_target.key == "2025"
    # The printed baseline is the whole's: of women there is none, so no pace.
    women = next(target for target in state.targets if target.key == "2025@nu")
    assert women.judgement.status is Status.INSUFFICIENT
    assert "Không có giá trị gốc" in lines(women.judgement)


def test_a_part_is_paced_from_its_own_row_of_the_baselines_period() -> None:
    figures = (row("2021", 50, breakdown=WOMEN), row("2022", 66, breakdown=WOMEN))
    state = indicator_state(SPLIT, "2023-01-31", *figures)
    women = next(target for target in state.targets if target.key == "2024@nu")

    # 365 of the 1 096 days from 50 to 70: 56,7; 16 ÷ 6,7.
    assert women.judgement.status is Status.ON_TRACK
    assert "Giá trị gốc: 50 (năm 2021)." in lines(women.judgement)


def test_two_authorities_are_judged_each_on_its_own() -> None:
    indicator = {
        "baseline": {"period": "2021", "value": 100},
        "targets": {
            "2025@bo": {"at_least": 300, "authority": "qd-bo"},
            "2025@tinh": {"at_least": 200},
        },
    }
    state = indicator_state(indicator, "2022-12-31", row("2022", 125))

    assert _by_key(state) == {"2025@bo": Status.BEHIND, "2025@tinh": Status.ON_TRACK} or _by_key(
        state
    ) == {"2025@bo": Status.FAR_BEHIND, "2025@tinh": Status.ON_TRACK}
    assert [value for _, value in state.trajectory] == [100, 200]
    assert state.headline_target is not None and state.headline_target.key == "2025@tinh"
    at_end = indicator_state(indicator, "2026-01-31", row("2025", 250))
    assert _by_key(at_end) == {"2025@bo": Status.NOT_MET, "2025@tinh": Status.EXCEEDED}
    assert at_end.headline.status is Status.EXCEEDED


def test_where_only_another_authority_set_a_target_it_is_the_headline() -> None:
    indicator = {
        "baseline": {"period": "2021", "value": 100},
        "targets": {"2025": {"at_least": 300, "authority": "qd-bo"}},
    }
    state = indicator_state(indicator, "2022-12-31", row("2022", 125))

    assert state.headline_target is not None and state.headline_target.key == "2025"
    assert [value for _, value in state.trajectory] == [100, 300]


def test_a_rank_in_the_region_has_its_own_figures() -> None:
    indicator = {
        "measures": "rank",
        "better": "less",
        "unit": "hạng",
        "breakdowns": ["pham-vi"],
        "targets": {
            "2025@nuoc": {"at_most": 50, "scope": "cả nước"},
            "2025@vung": {"at_most": 3, "scope": "vùng", "of": {"pham-vi": "vung"}},
        },
    }
    figures = (row("2025", 47), row("2025", 4, breakdown=(("pham-vi", "vung"),)))
    state = indicator_state(indicator, "2026-01-31", *figures)

    assert _by_key(state) == {"2025@nuoc": Status.EXCEEDED, "2025@vung": Status.NOT_MET}
    assert state.headline.status is Status.EXCEEDED


def test_a_share_of_every_year_is_judged_by_each_years_own_row() -> None:
    indicator = {
        "measures": "ratio",
        "unit": "%",
        "targets": {"2025": {"at_least": 80, "each": "year", "first": "2022"}},
    }
    figures = (
        row("2022", numerator=85, denominator=100),
        row("2023-Q1", numerator=100, denominator=100),
        row("2024", numerator=79, denominator=100),
    )
    (target,) = indicator_state(indicator, "2026-01-31", *figures).targets

    assert [judged.status for _, judged in target.each] == [
        Status.EXCEEDED, Status.NO_DATA, Status.NOT_MET, Status.NO_DATA,
    ]  # fmt: skip
    assert target.judgement.status is Status.NOT_MET


def test_a_range_is_met_inside_it() -> None:
    for value, status in (
        (59, Status.NOT_MET),
        (60, Status.MET),
        (70, Status.MET),
        (71, Status.EXCEEDED),
    ):
        state = indicator_state(
            {"targets": {"2025": {"between": [60, 70]}}}, "2026-01-31", row("2025", value)
        )
        assert state.headline.status is status


def test_parts_of_another_body_are_not_the_wholes() -> None:
    state = indicator_state(SPLIT, "2026-01-31", row("2025", 90, breakdown=WOMEN, agency="a"))

    assert state.whole == WHOLE and not state.parts
