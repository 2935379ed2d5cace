from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

from site_builder.model.agency import Agency
from site_builder.model.plan import Plan
from site_builder.model.rows import SubmittedReport
from site_builder.pages import home, reporting
from site_builder.pages.collation import sort_key
from site_builder.pages.reporting import ReportingData, reporting_data
from site_builder.pages.view_reports import SHOWN, ReportGrid, report_grids
from site_builder.progress.build import take_snapshot
from site_builder.progress.calendar import DATABLE
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.status import Status
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html, text


def mini() -> ReportingData:
    data = page_of("reporting/").data
    assert isinstance(data, ReportingData)
    return data


def received(agency: str, period: str, day: str, state: str = "official") -> SubmittedReport:
    return SubmittedReport.model_validate(
        {
            "plan": small.PLAN, "file": "data/a.csv", "record": 0, "agency": agency,
            "state": state, "source": "Báo cáo", "duty": "bao-cao", "period": period,
            "received_on": day, "reported_on": day,
        }
    )  # fmt: skip


def snapshot(as_of: dt.date, *rows: SubmittedReport, **timing: Any) -> Snapshot:
    plan = copy.deepcopy(small.PLAN_FILE)
    if timing:
        plan["duties"][0]["when"] = timing
    plans = {small.PLAN: Plan.model_validate(plan)}
    return take_snapshot(replace(small.repository(), plans=plans, reports=rows), as_of)


def grid(as_of: dt.date, *rows: SubmittedReport, **timing: Any) -> ReportGrid:
    given = snapshot(as_of, *rows, **timing)
    (found,) = report_grids(given, given.plans[small.PLAN])
    return found


def words(found: ReportGrid, body: int = 0) -> list[str | None]:
    return [cell.words.vi if cell else None for cell in found.rows[body].cells]


def test_the_worst_debt_comes_first() -> None:
    assert [(debt.owed.agency.path, debt.owed.count) for debt in mini().debts] == [
        ("agencies/ldld-vung/", 9),
        ("agencies/cd-dong/", 4),
        ("agencies/cd-b/", 3),
        ("agencies/cd-a/", 2),
    ]
    days = [debt.days for debt in mini().debts]
    assert days == sorted(days, reverse=True)
    assert days[0] == (dt.date(2026, 11, 20) - dt.date(2022, 7, 31)).days


def test_all_reports_are_counted_once() -> None:
    data = mini()
    assert (data.tally.on_time, data.tally.late, data.tally.missing) == (2, 1, 18)
    assert data.tally.due == 21
    assert data.debtors == 4
    assert sum(debt.owed.count for debt in data.debts) == data.tally.missing


def test_a_grid_has_the_newest_period_first_with_its_due_day() -> None:
    found = mini().plans[0].grids[0]
    assert [(one.period.text, one.due.isoformat()) for one in found.columns] == [
        ("2025", "2026-01-31"),
        ("2024", "2025-01-31"),
        ("2023", "2024-01-31"),
        ("2022", "2023-01-31"),
    ]
    assert [row.body.name.vi for row in found.rows] == ["CĐ xã A", "CĐ xã B", "CĐ xã Đông"]
    assert not found.printed


def test_a_cell_says_how_late() -> None:
    found = mini().plans[0].grids[0]
    missing, on_time = "Quá hạn chưa nhận", "Đã nhận đúng hạn"
    assert words(found) == [missing, missing, "Nhận quá hạn 15 ngày", on_time]
    late = found.rows[0].cells[2]
    assert late is not None and late.words.en == "15 days late"
    assert (late.status, late.received) == (Status.DONE_LATE, dt.date(2024, 2, 15))


def test_one_day_late_is_one_day() -> None:
    found = grid(dt.date(2022, 3, 1), received("huyen-dong", "2021-Q4", "2022-02-01"))
    cell = found.rows[0].cells[0]
    assert cell is not None and (cell.words.vi, cell.words.en) == (
        "Nhận quá hạn 1 ngày",
        "1 day late",
    )


def test_not_yet_due_is_not_missing() -> None:
    found = grid(dt.date(2022, 1, 10))
    assert words(found) == ["Chưa đến hạn"]
    assert (found.rows[0].tally.missing, found.rows[0].tally.waiting) == (0, 3)
    assert reporting_data(snapshot(dt.date(2022, 1, 10))).debts == ()


def test_many_periods_are_counted_in_one_column() -> None:
    early = received("huyen-an", "2021-12", "2022-01-02")
    found = grid(dt.date(2023, 3, 1), early, every=["month"])
    rest = 16 - SHOWN
    assert len(found.columns) == SHOWN and found.earlier == rest > 0
    assert found.columns[0].period.text == "2023-02"
    first, second = (row.earlier for row in found.rows)
    assert first is not None and (first.on_time, first.missing) == (0, rest)
    assert second is not None and (second.on_time, second.missing) == (1, rest - 1)


def test_a_body_without_a_report_for_a_period_has_an_empty_cell() -> None:
    # Nobody asked for the year: it came in all the same, from one body.
    found = grid(dt.date(2023, 3, 1), received("huyen-an", "2022", "2023-01-05"))
    at = [one.period.text for one in found.columns].index("2022")
    assert words(found, 0)[at] is None
    assert words(found, 1)[at] == "Đã nhận đúng hạn"


def test_a_printed_date_is_no_convention() -> None:
    found = grid(dt.date(2023, 3, 1), due="2023-02-10")
    assert found.printed and [one.due for one in found.columns] == [dt.date(2023, 2, 10)]
    assert words(found) == ["Quá hạn chưa nhận"]


def test_reports_without_a_calendar_are_listed_apart() -> None:
    (open_ended,) = reporting_data(small.context().snapshot).open_ended
    assert open_ended.duty.path.endswith("#nhiem-vu-tong-hop")
    assert mini().open_ended == ()


def test_what_rests_on_illustrative_rows_is_marked() -> None:
    first, second = mini().plans
    assert first.grids[0].illustrative and not second.grids[0].illustrative


def test_the_last_figures_of_every_plan_are_named() -> None:
    first, second = mini().last
    assert first.agency is not None and first.agency.path == "agencies/cd-dong/"
    assert first.reported_on is not None and first.reported_on.text == "2026-10-05"
    assert (first.source, first.state) == ("Báo cáo quý III/2026", "official")
    assert second.missing == 12 and second.asked_of == 1


def test_a_plan_without_figures_says_so() -> None:
    given = take_snapshot(replace(small.repository(), progress=()), small.AS_OF)
    (last,) = reporting_data(given).last
    assert last.agency is None and last.indicator is None and last.state is None


def test_an_empty_repository_owes_nothing() -> None:
    (page,) = reporting.pages(small.empty_context())
    assert isinstance(page.data, ReportingData)
    assert not (page.data.debts or page.data.plans or page.data.last)
    assert not page.illustrative


def test_where_no_interval_is_printed_missing_figures_are_not_said_to_be_none() -> None:
    for last, plan in zip(mini().last, mini_context().snapshot.plans.values(), strict=True):
        asked = {state.indicator.every for state in plan.indicators}
        assert last.datable is bool(asked & set(DATABLE))
        assert last.datable or last.missing == 0
    silent = [last for last in mini().last if not last.datable]
    shown = html(page_of("reporting/"), mini_context())
    assert shown.count("không xác định được: văn bản không ghi kỳ số liệu") == len(silent)


def body_file(**fields: Any) -> Agency:
    return Agency.model_validate({"name": "Huyện An", "short": "H. An", **fields})


def lived(as_of: dt.date, timing: dict[str, Any], **fields: Any) -> Snapshot:
    """The small repository with one of the two bodies told otherwise."""
    given = small.repository()
    plan = copy.deepcopy(small.PLAN_FILE)
    plan["duties"][0]["when"] = timing
    agencies = {**given.agencies, "huyen-an": body_file(**fields)}
    plans = {small.PLAN: Plan.model_validate(plan)}
    return take_snapshot(replace(given, plans=plans, agencies=agencies, reports=()), as_of)


def test_the_open_period_and_the_next_stand_in_one_column_and_are_not_yet_due() -> None:
    found = grid(dt.date(2023, 2, 10))
    assert [one.period.text for one in found.coming] == ["2023-Q2", "2023-Q1"]
    assert [[cell.words.vi for cell in row.coming] for row in found.rows] == [["Chưa đến hạn"]] * 2
    assert found.columns[0].period.text == "2022-Q4"


def test_what_came_in_early_is_no_longer_to_come() -> None:
    found = grid(dt.date(2023, 2, 10), received("huyen-an", "2023-Q1", "2023-02-09"))
    row = next(row for row in found.rows if row.agency == "huyen-an")
    assert [cell.words.vi for cell in row.coming] == ["Chưa đến hạn", "Đã nhận đúng hạn"]


def test_a_body_that_ended_is_marked_and_not_required_from_then_on() -> None:
    ended = {"until": "2022-11-15"}
    given = lived(dt.date(2023, 2, 10), {"every": ["quarter"]}, **ended)
    (found,) = report_grids(given, given.plans[small.PLAN])
    row = next(row for row in found.rows if row.agency == "huyen-an")
    said = {
        column.period.text: cell.words.vi
        for column, cell in zip(found.columns, row.cells, strict=True)
        if cell is not None
    }
    assert row.life is not None and "16/11/2022" in row.life.mark.vi
    assert said["2022-Q4"] == "Không phải báo cáo"
    assert said["2022-Q3"] == "Không nhận được"
    assert [cell.words.vi for cell in row.coming] == ["Không phải báo cáo"]
    assert row.tally.missing == 0 and row.tally.lapsed > 0
    debts = reporting_data(given).debts
    assert {debt.owed.agency_id for debt in debts} == {"huyen-dong"}


def test_not_required_for_several_periods_is_said_once() -> None:
    given = lived(dt.date(2023, 2, 10), {"every": ["quarter"]}, until="2022-05-15")
    (found,) = report_grids(given, given.plans[small.PLAN])
    row = next(row for row in found.rows if row.agency == "huyen-an")
    first = row.cells[0]
    assert first is not None and (first.status, first.span) == (Status.NOT_REQUIRED, 3)
    assert sum(cell.span for cell in row.cells if cell is not None) == len(found.columns)


def test_a_bodys_own_cutoff_is_shown_beside_it_with_its_due_day() -> None:
    own = {"reporting": {"quarter": {"closes_on": 20, "due_after": 5}}}
    given = lived(dt.date(2023, 2, 10), {"every": ["quarter"]}, **own)
    (found,) = report_grids(given, given.plans[small.PLAN])
    row = next(row for row in found.rows if row.agency == "huyen-an")
    (said,) = row.own
    assert "ngày 20 của tháng cuối kỳ" in said.words.vi
    assert "quy ước của người biên soạn" in said.words.vi
    (ours,) = found.cutoffs
    assert "quy ước của trang này" in ours.words.vi
    column = found.columns[0]
    assert (column.period.text, column.close, column.due) == ("2022-Q4", None, dt.date(2023, 1, 31))
    cell = row.cells[0]
    assert cell is not None and cell.due == dt.date(2022, 12, 25)


def test_a_cutoff_of_the_plan_names_its_document() -> None:
    plan = copy.deepcopy(small.PLAN_FILE)
    plan["duties"][0]["when"] = {"every": ["quarter"]}
    plan["reporting"] = {"quarter": {"closes_on": 14, "document": "02-nq-tw", "clause": "II"}}
    plans = {small.PLAN: Plan.model_validate(plan)}
    given = take_snapshot(replace(small.repository(), plans=plans), dt.date(2023, 2, 10))
    (found,) = report_grids(given, given.plans[small.PLAN])
    (said,) = found.cutoffs
    assert said.by is not None and said.by.path == "documents/02-nq-tw/"
    assert found.columns[0].close == dt.date(2022, 12, 14)


def test_what_falls_due_next_is_listed_once_for_all_who_send_it() -> None:
    given = snapshot(dt.date(2023, 2, 10), every=["quarter"])
    (one,) = reporting_data(given).next
    assert (one.due, one.days, one.period.text) == (dt.date(2023, 4, 30), 79, "2023-Q1")
    assert one.open and one.agencies.split() == ["huyen-dong", "huyen-an"]


def test_the_filter_offers_plans_and_bodies_as_vietnamese_sorts() -> None:
    data = mini()
    names = [choice.label.vi for choice in data.options.agencies]
    assert names == sorted(names, key=sort_key)
    page = html(page_of("reporting/"), mini_context())
    assert 'data-filter="report"' in page
    for choice in data.options.agencies:
        assert f'data-agency="{choice.value}"' in page


def test_the_page_says_each_state_by_shape_and_word() -> None:
    page = html(page_of("reporting/"), mini_context())
    for tone, words in (
        ("good", "Đã nhận đúng hạn"), ("slow", "Nhận quá hạn"), ("bad", "Quá hạn chưa nhận"),
        ("wait", "Chưa đến hạn"), ("past", "Không phải báo cáo"),
    ):  # fmt: skip
        assert f'<span class="st st-{tone}">{words}</span>' in page


def test_where_reports_lapsed_nobody_is_told_that_all_came_in() -> None:
    """What never came and is owed no more is counted in the sentence that says nothing is owed."""
    given = lived(dt.date(2023, 2, 10), {"every": ["quarter"]}, until="2022-11-15")
    plan = given.plans[small.PLAN]
    ended = replace(plan, reports=tuple(one for one in plan.reports if one.agency == "huyen-an"))
    data = reporting_data(replace(given, plans={small.PLAN: ended}))
    assert data.debts == () and data.tally.lapsed == 4
    context = replace(small.context(), snapshot=replace(given, plans={small.PLAN: ended}))
    (page,), (front,) = reporting.pages(context), home.pages(context)
    shown, english = text(html(page, context)), text(html(page, context, "en"))
    sentence = (
        "Không cơ quan nào còn phải gửi báo cáo quá hạn; 4 kỳ không nhận được, nay không còn phải"
    )
    assert sentence in shown and "Mọi báo cáo đã đến hạn đều đã nhận" not in shown
    assert "4 never came and are no longer to be sent." in english
    first = text(html(front, context))
    assert "không cơ quan nào còn phải gửi báo cáo quá hạn; 4 kỳ không nhận được" in first
    assert "không thiếu báo cáo nào" not in first
