from __future__ import annotations

from decimal import Decimal
from typing import Any

from site_builder.model.agency import AgenciesFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import ProgressRow
from site_builder.pages.view_series import spark, timeline
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import IndicatorState
from tests.pages import small

SHARE: dict[str, Any] = {
    "id": "thoa-uoc",
    "name": "Tỷ lệ ký thỏa ước",
    "measures": "ratio",
    "unit": "%",
    "population": "doanh nghiệp",
    "targets": {
        "2023": {"at_least": "75", "clause": "II.1-1", "population": "doanh  nghiệp"},
        "2025": {"at_least": "80", "clause": "II.1-1"},
        "2030": {"more_than": "85", "clause": "II.1-2", "population": "đơn vị, doanh nghiệp"},
    },
}
FLOW: dict[str, Any] = {
    "id": "thanh-lap",
    "name": "Số công đoàn cơ sở thành lập",
    "measures": "flow",
    "unit": {"vi": "CĐCS", "en": "unions"},
    "targets": {"2025": {"at_least": "25", "clause": "II.1-1", "each": "year"}},
}
STOCK: dict[str, Any] = {
    "id": "doan-vien",
    "name": "Số đoàn viên",
    "measures": "stock",
    "unit": {"vi": "đoàn viên", "en": "members"},
    "targets": {
        "2023": {"about": "22000", "clause": "II.1-1"},
        "2025": {"about": "24000", "clause": "II.1-2"},
        "2030": {"at_least": "900", "unit": "CĐCS", "clause": "II.1-2"},
    },
}


def state(indicator: dict[str, Any], *rows: ProgressRow) -> IndicatorState:
    goals = [{"id": "g", "clause": "II.1", "title": "Phát triển", "indicators": [indicator]}]
    duties = [duty | {"indicators": []} for duty in small.PLAN_FILE["duties"]]
    changed = {"objectives": goals, "duties": duties, "remarks": []}
    repository = Repository(
        agencies=AgenciesFile.model_validate({"agencies": small.AGENCIES}).agencies,
        plans={small.PLAN: Plan.model_validate(small.PLAN_FILE | changed)},
        progress=rows,
    )
    (found,) = take_snapshot(repository, small.AS_OF).plans[small.PLAN].indicators
    return found


def share_state() -> IndicatorState:
    return state(SHARE, small.row("thoa-uoc", "tinh", "2022", numerator=7, denominator=10))


def test_a_target_of_another_population_is_marked_and_said() -> None:
    chart = timeline(share_state(), small.AS_OF)
    assert chart is not None
    assert [mark.other_population for mark in chart.targets] == [False, False, True]
    assert "trong đó 1 mốc đếm trên phạm vi khác với số liệu" in chart.description.vi
    assert "1 of them counting another population" in chart.description.en


def test_where_all_count_the_same_nothing_is_said_of_it() -> None:
    same = SHARE | {"targets": {"2025": SHARE["targets"]["2025"]}}
    chart = timeline(
        state(same, small.row("thoa-uoc", "tinh", "2022", numerator=7, denominator=10)),
        small.AS_OF,
    )
    assert chart is not None
    assert "phạm vi" not in chart.description.vi and "population" not in chart.description.en


def test_a_chart_names_the_unit_once_and_reads_it_out_in_full() -> None:
    chart = timeline(state(STOCK, small.row("doan-vien", "tinh", "2022", value=20000)), small.AS_OF)
    assert chart is not None
    first = chart.targets[0]
    assert (first.label.vi, first.label.en) == (
        "khoảng 22.000 đoàn viên", "about 22,000 members"
    )  # fmt: skip
    assert first.short is not None
    assert (first.short.vi, first.short.en) == ("khoảng 22.000", "about 22,000")


def test_a_target_in_another_unit_has_no_place_on_the_scale() -> None:
    chart = timeline(state(STOCK, small.row("doan-vien", "tinh", "2022", value=20000)), small.AS_OF)
    assert chart is not None
    assert [mark.date.year for mark in chart.targets] == [2023, 2025]


def test_a_percentage_keeps_its_sign() -> None:
    chart = timeline(share_state(), small.AS_OF)
    assert chart is not None and chart.targets[0].short is not None
    assert chart.targets[0].short.vi == "ít nhất 75\N{NO-BREAK SPACE}%"


def test_a_spark_runs_towards_the_next_comparable_target() -> None:
    run = spark(share_state(), small.AS_OF)
    assert run is not None and run.target is not None
    assert [point.value for point in run.points] == [Decimal(70)]
    assert (run.target.date.year, run.bars) == (2023, False)
    assert not run.illustrative


def test_a_spark_after_the_last_target_keeps_it() -> None:
    late = small.AS_OF.replace(year=2027)
    run = spark(share_state(), late)
    assert run is not None and run.target is not None
    assert run.target.date.year == 2025


def test_without_a_value_there_is_no_spark() -> None:
    assert spark(state(SHARE), small.AS_OF) is None


def test_a_years_target_is_held_against_years_only() -> None:
    yearly = state(FLOW, small.row("thanh-lap", "tinh", "2022", value=20, state="illustrative"))
    quarterly = state(FLOW, small.row("thanh-lap", "tinh", "2022-Q4", value=6))
    by_year, by_quarter = spark(yearly, small.AS_OF), spark(quarterly, small.AS_OF)
    assert by_year is not None and by_quarter is not None
    assert by_year.target is not None and by_quarter.target is None
    assert by_year.bars and by_year.illustrative
