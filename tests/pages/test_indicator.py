from __future__ import annotations

from dataclasses import replace

from site_builder.pages import indicator
from site_builder.pages.indicator import IndicatorData
from site_builder.pages.page import Context
from site_builder.progress.build import take_snapshot
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html, text

MINI = "plans/vung/12-kh-ldld/indicators/"


def data(indicator_id: str) -> IndicatorData:
    plan = small.context().snapshot.plans[small.PLAN]
    (state,) = [s for s in plan.indicators if s.indicator.id == indicator_id]
    return indicator.indicator_data(small.context(), plan, state)


def mini(indicator_id: str, *, illustrative: bool = True) -> IndicatorData:
    found = page_of(f"{MINI}{indicator_id}/", illustrative=illustrative).data
    assert isinstance(found, IndicatorData)
    return found


def facts(page: IndicatorData) -> dict[str, tuple[str, str | None]]:
    return {f.label.vi: (f.value.vi, f.note.vi if f.note else None) for f in page.glance}


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
    assert fact.chart is None and fact.headline is None
    assert fact.series is not None and len(fact.series.rows) == 1


def test_a_ratio_shows_what_it_was_computed_from() -> None:
    series = data("ty-le").series
    assert series is not None
    (row,) = series.rows
    assert str(row.seen.value).startswith("39.7")
    assert row.seen.row.numerator == 397 and row.seen.row.denominator == 1000


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


# ------------------------------------------------------------------------- at one glance


def test_the_head_says_the_latest_value_what_was_expected_and_what_comes_next() -> None:
    # From 4,500 at the end of 2023 to 5,000 at the end of 2025, after 366 of 731 days: 4,750.3;
    # pace (4,700 − 4,000) ÷ (4,750.3 − 4,000) = 0.93.
    assert facts(mini("tong-doan-vien", illustrative=False)) == {
        "Mới nhất": ("4.700 đoàn viên", "năm 2024, gửi ngày 09/01/2025"),
        "Kỳ vọng đến cuối kỳ ấy": (
            "4.750 đoàn viên",
            "thực hiện thấp hơn 50 đoàn viên; nhịp độ 0,93",
        ),
        "Mốc kế tiếp": ("trên 6.000 đoàn viên", "đến năm 2030, còn cách 1.300 đoàn viên"),
    }


def test_a_target_of_every_year_counts_the_years() -> None:
    told = facts(mini("thanh-lap-cdcs"))
    assert told["Số kỳ đạt"][0] == "đạt 1 trên 3 kỳ có số liệu, 1 kỳ chưa có"
    assert told["Mốc đã qua"] == ("mỗi năm ít nhất 2 CĐCS", "đến năm 2025")
    assert "Kỳ vọng đến cuối kỳ ấy" not in told


def test_a_target_in_words_gives_the_person_who_assessed_it() -> None:
    told = facts(mini("on-dinh"))
    assert told["Đánh giá gần nhất"] == ("đạt", "Ban Thường vụ LĐLĐ huyện, ngày 20/01/2026")


def test_the_unknown_is_said_to_be_unknown() -> None:
    (newest, _) = mini("so-tay").glance
    assert newest.unknown and newest.value.vi == "chưa có số liệu"


# -------------------------------------------------------------------------- the figures


def test_each_period_has_what_was_expected_by_its_end_and_what_it_replaced() -> None:
    series = mini("tong-doan-vien").series
    assert series is not None and series.source is None and series.state is None
    rows = {row.seen.period.text: row for row in series.rows}
    assert list(rows) == sorted(rows, reverse=True)
    assert rows["2021"].expected == 4000 and rows["2023"].expected == 4500
    assert [old.value for old in rows["2023"].replaced] == [4550] and rows["2023"].noted


def test_a_source_and_a_state_that_all_rows_share_are_told_once() -> None:
    series = mini("thanh-lap-cdcs").series
    assert series is not None
    assert series.state == "official" and series.source is None and series.note == ""
    assert not series.expects


def test_the_table_has_as_many_columns_as_its_head() -> None:
    for page in (*indicator.pages(small.context()), *indicator.pages(mini_context())):
        assert isinstance(page.data, IndicatorData)
        series = page.data.series
        if series is not None and series.source is not None:
            shown = html(page, mini_context())
            table = shown[shown.index('<table class="series') :]
            assert table[: table.index("</thead>")].count("<th ") == series.columns, page.path


# --------------------------------------------------------------------- what is not known


def test_silence_says_who_is_to_send_what_and_since_when() -> None:
    wanted = mini("so-tay").wanted
    assert wanted is not None
    assert wanted.who.name.vi == "Liên đoàn Lao động huyện Vùng"
    assert [words.vi for words in wanted.passed] == ["đến quý IV/2022"]
    assert wanted.since is not None and wanted.since.isoformat() == "2022-12-31"
    assert wanted.folder == "data/vung/12-kh-ldld/progress/"
    header, row = wanted.example.split("\n")
    assert dict(zip(header.split(","), row.split(","), strict=True)) == {
        "indicator": "so-tay",
        "agency": "ldld-vung",
        "period": "2022-Q4",
        "value": "",
        "state": "official",
        "source": "",
        "reported_on": "",
        "note": "",
    }


def test_a_target_in_words_wants_an_assessment() -> None:
    context = _without_assessments()
    (page,) = [p for p in indicator.pages(context) if p.path == f"{MINI}on-dinh/"]
    assert isinstance(page.data, IndicatorData)
    wanted = page.data.wanted
    assert wanted is not None and wanted.assessment
    assert wanted.folder == "data/vung/12-kh-ldld/assessments/"
    exact = {column.name: column.exact for column in wanted.columns}
    assert exact["target"] == "2025" and exact["verdict"] == ""
    assert "cần một người có thẩm quyền đánh giá" in text(html(page, context))


def _without_assessments() -> Context:
    context = mini_context()
    silent = replace(context.snapshot.repository, assessments=())
    return replace(context, snapshot=take_snapshot(silent, context.as_of))


def test_where_something_is_known_nothing_is_wanted() -> None:
    assert mini("tong-doan-vien").wanted is None
    assert mini("on-dinh").wanted is None
    # A fact without a target asks for nothing.
    assert data("hien-co").wanted is None


def test_an_indicator_without_figures_has_no_empty_chart() -> None:
    without = mini("tong-doan-vien").chart
    assert without is not None
    silent = [p for p in indicator.pages(mini_context()) if getattr(p.data, "wanted", None)]
    assert silent and all(getattr(page.data, "chart", None) is None for page in silent)
    for page in silent:
        assert 'id="can-gui"' in html(page, mini_context())


def test_it_is_found_by_its_name_its_statement_and_its_id() -> None:
    (find,) = page_of(f"{MINI}doi-thoai/").finds
    assert find.kind == "indicator" and find.title.vi == "Tỷ lệ đơn vị tổ chức đối thoại"
    assert find.excerpt is not None
    assert find.excerpt.vi == "Kế hoạch số 12/KH-LĐLĐ: đơn vị có công đoàn"
    assert find.also == ("doi-thoai", "60", "80")


def test_the_page_names_the_rows_of_the_download_that_are_its_own() -> None:
    page = page_of(f"{MINI}doi-thoai/")
    shown = html(page, mini_context(), "en")
    assert "<code>vung/12-kh-ldld</code>" in shown and "<code>doi-thoai</code>" in shown


def test_an_indicator_is_found_by_the_numbers_of_its_targets() -> None:
    [find] = page_of("plans/vung/12-kh-ldld/indicators/tong-doan-vien/").finds

    assert {"tong-doan-vien", "4.500", "4500"} <= set(find.also)
