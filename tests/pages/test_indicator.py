from __future__ import annotations

from site_builder.pages import indicator
from site_builder.pages.indicator import IndicatorData
from tests.pages import small


def data(indicator_id: str) -> IndicatorData:
    plan = small.context().snapshot.plans[small.PLAN]
    (state,) = [s for s in plan.indicators if s.indicator.id == indicator_id]
    return indicator.indicator_data(small.context(), plan, state)


def test_the_chart_has_every_value_and_every_dated_target() -> None:
    chart = data("ket-nap").chart
    assert chart is not None
    assert [point.label.vi for point in chart.points] == ["quý IV/2022: 30 đoàn viên"]
    assert [(mark.date.year, mark.label.vi) for mark in chart.targets] == [
        (2023, "kết nạp 60 đoàn viên"),
        (2025, "ít nhất 120 đoàn viên"),
    ]
    assert chart.illustrative and chart.as_of == small.AS_OF


def test_a_single_value_without_targets_gets_no_chart() -> None:
    fact = data("hien-co")
    assert fact.chart is None and fact.headline is None and len(fact.series) == 1


def test_a_ratio_shows_what_it_was_computed_from() -> None:
    (row,) = data("ty-le").series
    assert str(row.value).startswith("39.7")
    assert row.row.numerator == 397 and row.row.denominator == 1000


def test_units_tell_a_blank_cell_from_no_report() -> None:
    table = data("hien-co").units
    assert table is not None
    cells = {row.body.name.vi: row.cells[0] for row in table.rows}
    assert (cells["H. An"].value, cells["H. An"].reported) == (None, True)
    assert cells["Huyện Đông"].value == 100


def test_what_is_missing_is_one_line_for_each_debtor() -> None:
    owed = data("ket-nap").owed
    assert len(owed) == len({(one.agency.path, one.duty) for one in owed})
    assert [one.since for one in owed] == sorted(one.since for one in owed)


def test_remarks_and_duties_about_it_are_there() -> None:
    page = data("ket-nap")
    assert [remark.anchor for remark in page.remarks] == ["luu-y-lech"]
    assert [duty.name.vi for duty in page.duties] == ["Báo cáo kết quả"]
    assert not data("ty-le").remarks
