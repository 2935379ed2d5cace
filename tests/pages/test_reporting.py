from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

from site_builder.model.plan import Plan
from site_builder.model.rows import SubmittedReport
from site_builder.pages import reporting
from site_builder.pages.reporting import ReportingData, reporting_data
from site_builder.pages.view_reports import SHOWN, ReportGrid, report_grids
from site_builder.progress.build import take_snapshot
from site_builder.progress.calendar import DATABLE
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.status import Status
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html


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
    assert [(period.text, due.isoformat()) for period, due in found.columns] == [
        ("2025", "2026-01-31"),
        ("2024", "2025-01-31"),
        ("2023", "2024-01-31"),
        ("2022", "2023-01-31"),
    ]
    assert [row.body.name.vi for row in found.rows] == ["CĐ xã A", "CĐ xã B", "CĐ xã Đông"]
    assert not found.printed


def test_a_cell_says_how_late() -> None:
    found = mini().plans[0].grids[0]
    assert words(found) == ["chưa có", "chưa có", "muộn 15 ngày", "đúng hạn"]
    late = found.rows[0].cells[2]
    assert late is not None and late.words.en == "15 days late"
    assert (late.status, late.received) == (Status.DONE_LATE, dt.date(2024, 2, 15))


def test_one_day_late_is_one_day() -> None:
    found = grid(dt.date(2022, 3, 1), received("huyen-dong", "2021-Q4", "2022-02-01"))
    cell = found.rows[0].cells[0]
    assert cell is not None and (cell.words.vi, cell.words.en) == ("muộn 1 ngày", "1 day late")


def test_not_yet_due_is_not_missing() -> None:
    found = grid(dt.date(2022, 1, 10))
    assert words(found) == ["chưa đến hạn"]
    assert (found.rows[0].tally.missing, found.rows[0].tally.waiting) == (0, 1)
    assert reporting_data(snapshot(dt.date(2022, 1, 10))).debts == ()


def test_many_periods_are_counted_in_one_column() -> None:
    early = received("huyen-an", "2021-12", "2022-01-02")
    found = grid(dt.date(2023, 3, 1), early, every=["month"])
    rest = 16 - SHOWN
    assert len(found.columns) == SHOWN and found.earlier == rest > 0
    assert found.columns[0][0].text == "2023-02"
    first, second = (row.earlier for row in found.rows)
    assert first is not None and (first.on_time, first.missing) == (0, rest)
    assert second is not None and (second.on_time, second.missing) == (1, rest - 1)


def test_a_body_without_a_report_for_a_period_has_an_empty_cell() -> None:
    # Nobody asked for the year: it came in all the same, from one body.
    found = grid(dt.date(2023, 3, 1), received("huyen-an", "2022", "2023-01-05"))
    at = [period.text for period, _ in found.columns].index("2022")
    assert words(found, 0)[at] is None
    assert words(found, 1)[at] == "đúng hạn"


def test_a_printed_date_is_no_convention() -> None:
    found = grid(dt.date(2023, 3, 1), due="2023-02-10")
    assert found.printed and [due for _, due in found.columns] == [dt.date(2023, 2, 10)]
    assert words(found) == ["chưa có"]


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
