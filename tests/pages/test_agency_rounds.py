from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from site_builder.model.agency import AgenciesFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import SubmittedReport
from site_builder.pages import agency
from site_builder.pages.agency import AgencyData
from site_builder.pages.page import Context
from site_builder.progress.build import take_snapshot
from tests.pages import small
from tests.pages.rendered import html, text

BY_QUARTER = {"every": ["quarter"]}


def context(as_of: str, *duties: dict[str, Any], **more: Any) -> Context:
    """A plan with these duties of the body `huyen-an`, and what came in."""
    given = [
        {"id": f"viec-{n}", "clause": "III.1-1", "task": f"Việc {n}", "assigned": ["huyen-an"], **d}
        for n, d in enumerate(duties, 1)
    ]
    fields = {"reporting": more["reporting"]} if "reporting" in more else {}
    repository = Repository(
        agencies=AgenciesFile.model_validate({"agencies": small.AGENCIES}).agencies,
        plans={
            small.PLAN: Plan.model_validate(
                {**small.PLAN_FILE, "objectives": [], "remarks": [], "duties": given, **fields}
            )
        },
        reports=more.get("reports", ()),
    )
    day = dt.date.fromisoformat(as_of)
    return replace(small.context(), snapshot=take_snapshot(repository, day))


def data(context: Context) -> AgencyData:
    page = small.the(list(agency.pages(context)), "agencies/huyen-an/")
    assert isinstance(page.data, AgencyData)
    return page.data


def read(context: Context) -> str:
    page = small.the(list(agency.pages(context)), "agencies/huyen-an/")
    return text(html(page, context))


def test_the_next_round_of_each_recurring_duty_within_90_days_is_listed_once() -> None:
    shown = context("2023-02-20", {"when": BY_QUARTER}, {"when": {"every": ["month"]}})
    rounds = data(shown).rounds
    assert rounds is not None and rounds.count == 2 and rounds.convention
    assert [(day.due.isoformat(), day.period.text) for day in rounds.days] == [
        ("2023-02-28", "2023-02"),
        ("2023-03-31", "2023-Q1"),
    ]
    (counted,) = [one for one in data(shown).tally if one.anchor == "sap-den-han"]
    assert counted.count == 2
    assert "31/3/2023 quý I/2023 : Việc 1" in read(shown)
    assert "để xét quá hạn; việc định kỳ sắp đến kỳ nêu ở dưới." in read(shown)


def test_what_is_due_later_than_90_days_is_not_soon() -> None:
    shown = context("2023-01-02", {"when": {"every": ["year"]}})
    assert data(shown).rounds is None
    assert data(shown).calendar == "calendar/huyen-an.ics"


def test_a_report_that_came_in_early_is_not_asked_for_again() -> None:
    report = {"when": BY_QUARTER, "report": "true"}
    assert [d.period.text for d in data_days(context("2023-04-05", report))] == ["2023-Q1"]
    came = SubmittedReport.model_validate(
        {
            "plan": small.PLAN,
            "file": "data/tinh-x/reports.csv",
            "record": 0,
            "duty": "viec-1",
            "agency": "huyen-an",
            "period": "2023-Q1",
            "received_on": "2023-04-03",
            "state": "official",
            "source": "Sổ công văn",
        }
    )
    assert data_days(context("2023-04-05", report, reports=(came,))) == ()


def data_days(context: Context) -> tuple[Any, ...]:
    rounds = data(context).rounds
    return rounds.days if rounds else ()


def test_a_declared_cut_off_is_shown_and_is_no_convention_of_ours() -> None:
    report = {"when": {"every": ["half_year"]}, "report": "true"}
    shown = context(
        "2023-06-01", report, reporting={"half_year": {"closes_on": "14", "due_after": "5"}}
    )
    rounds = data(shown).rounds
    assert rounds is not None and not rounds.convention
    (day,) = rounds.days
    assert day.window == (dt.date(2022, 12, 15), dt.date(2023, 6, 14))
    assert "19/6/2023 6 tháng đầu năm 2023 (từ 15/12/2022 đến 14/6/2023)" in read(shown)


def test_a_body_without_any_day_to_come_has_no_calendar() -> None:
    assert data(context("2023-01-02", {})).calendar is None
    past = data(context("2023-01-02", {"when": {"due": "2022-06"}}))
    assert past.calendar is None
    assert data(context("2022-06-30", {"when": {"due": "2022-06"}})).calendar is not None
