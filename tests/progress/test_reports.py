from __future__ import annotations

import datetime as dt
from typing import Any

from site_builder.terms.status import Status
from tests.progress.make import (
    WHOLE,
    indicator_state,
    lines,
    plan,
    plan_state,
    report,
    row,
)

QUARTERLY: dict[str, Any] = {"lead": [WHOLE], "report": True, "when": {"every": ["quarter"]}}


def _owed(duty: dict[str, Any], as_of: str, *reports: Any, **fields: Any) -> Any:
    agencies = fields.pop("agencies", None)
    one = plan(duties=[duty], **fields)
    return plan_state(one, as_of, reports=reports, agencies=agencies).reports


def _found(owed: Any) -> list[tuple[str, str, Status]]:
    return [(o.agency, o.period.text, o.judgement.status) for o in owed]


def test_each_period_that_ends_after_the_issue_and_not_after_the_day_is_owed() -> None:
    owed = _owed(QUARTERLY, "2022-03-31")
    assert _found(owed) == [
        (WHOLE, "2021-Q3", Status.OVERDUE),
        (WHOLE, "2021-Q4", Status.OVERDUE),
        (WHOLE, "2022-Q1", Status.NOT_YET_DUE),
    ]
    assert [o.due for o in owed] == [
        dt.date(2021, 10, 31),
        dt.date(2022, 1, 31),
        dt.date(2022, 4, 30),
    ]


def test_received_by_the_end_of_the_next_month_is_on_time_and_the_convention_is_said() -> None:
    reports = (report("2021-Q3", "2021-10-31"), report("2021-Q4", "2022-02-01", record=1))
    owed = _owed(QUARTERLY, "2022-02-15", *reports)
    assert [o.judgement.status for o in owed] == [Status.DONE_ON_TIME, Status.DONE_LATE]
    assert "Hạn quy ước" in lines(owed[0].judgement)
    assert owed[0].received == reports[0]


def test_a_report_received_later_than_the_day_is_not_known() -> None:
    owed = _owed(QUARTERLY, "2021-11-01", report("2021-Q3", "2021-11-02"))
    assert _found(owed) == [(WHOLE, "2021-Q3", Status.OVERDUE)]


def test_not_received_is_not_yet_due_on_the_due_day_itself() -> None:
    assert _found(_owed(QUARTERLY, "2021-10-31")) == [(WHOLE, "2021-Q3", Status.NOT_YET_DUE)]


def test_the_plans_printed_end_and_an_unknown_issue_bound_the_periods() -> None:
    ended = _owed(QUARTERLY, "2030-01-01", period={"to": "2021"})
    assert [o.period.text for o in ended] == ["2021-Q3", "2021-Q4"]
    unknown = {"unknown": "bản quét mờ", "not_after": "2021-12-31"}
    bounded = _owed(QUARTERLY, "2022-04-01", issued=unknown)
    assert [o.period.text for o in bounded] == ["2022-Q1"]
    assert _owed(QUARTERLY, "2022-04-01", issued={"unknown": "bản quét mờ"}) == ()


def test_several_intervals_owe_each_their_own() -> None:
    duty = {**QUARTERLY, "when": {"every": ["half_year", "year", "term", "unspecified"]}}
    owed = _owed(duty, "2022-12-31")
    assert sorted(o.period.text for o in owed) == ["2021", "2021-H2", "2022", "2022-H1", "2022-H2"]


def test_without_a_calendar_nothing_is_owed_but_what_came_is_listed() -> None:
    duty = {**QUARTERLY, "when": {"every": ["unspecified"], "on_request": True}}
    assert _owed(duty, "2023-01-01") == ()
    received = _owed(duty, "2023-01-01", report("2022", "2022-12-30"))
    assert _found(received) == [(WHOLE, "2022", Status.DONE_ON_TIME)]
    assert "không ghi hạn" in lines(received[0].judgement)


def test_a_one_off_report_is_owed_by_its_printed_date() -> None:
    duty = {**QUARTERLY, "when": {"due": "2021-09"}}
    [owed] = _owed(duty, "2021-10-01")
    assert (owed.due, owed.judgement.status) == (dt.date(2021, 9, 30), Status.OVERDUE)
    [early] = _owed(duty, "2021-09-30")
    assert early.judgement.status is Status.NOT_YET_DUE
    [late] = _owed(duty, "2021-12-01", report("2021-09", "2021-10-01"))
    assert late.judgement.status is Status.DONE_LATE


def test_groups_owe_through_their_members_and_unnamed_ones_on_one_line() -> None:
    agencies = {
        "nhom": {"name": "N", "type": "group", "members": ["p1", "p2"]},
        "moi": {"name": "Mọi", "type": "class"},
    }
    duty = {"assigned": ["nhom", "moi"], "receives": [WHOLE], "report": True}
    owed = _owed({**duty, "when": {"every": ["quarter"]}}, "2021-09-30", agencies=agencies)
    assert [o.agency for o in owed] == ["p1", "p2", "moi"]


def test_duties_that_are_no_reports_owe_none() -> None:
    assert _owed({**QUARTERLY, "report": False}, "2022-03-31") == ()


YEARLY: dict[str, Any] = {"every": "year", "targets": {"2023": {"bare": 100}}}


def _missing(indicator: dict[str, Any], as_of: str, *rows: Any) -> list[tuple[str, str, Status]]:
    return _found(indicator_state(indicator, as_of, *rows).owed)


def test_values_missing_by_the_indicators_interval() -> None:
    assert _missing(YEARLY, "2023-01-15", row("2021", 1)) == [(WHOLE, "2022", Status.NOT_YET_DUE)]
    assert _missing(YEARLY, "2023-02-01", row("2021", 1)) == [(WHOLE, "2022", Status.OVERDUE)]
    assert _missing(YEARLY, "2023-02-01", row("2021", 1), row("2022", None)) == [
        (WHOLE, "2022", Status.OVERDUE)
    ]


def test_a_level_at_the_same_day_serves_and_nothing_is_asked_beyond_the_last_target() -> None:
    assert _missing(YEARLY, "2023-02-01", row("2021-Q4", 1), row("2022-12", 2)) == []
    beyond = _missing(YEARLY, "2030-01-01")
    assert [text for _, text, _ in beyond] == ["2021", "2022", "2023"]
    assert _missing({"targets": {"2023": {"bare": 1}}}, "2030-01-01") == []


def test_a_flow_needs_all_its_parts() -> None:
    flow = {**YEARLY, "measures": "flow", "targets": {"2021": {"bare": 1}}}
    quarters = [row(f"2021-Q{q}", 1) for q in (1, 2, 3, 4)]
    assert _missing(flow, "2022-02-01", *quarters) == []
    assert _missing(flow, "2022-02-01", *quarters[1:]) == [(WHOLE, "2021", Status.OVERDUE)]


def test_bodies_with_a_share_owe_their_values_and_a_blank_share_asks_for_nothing() -> None:
    shared = {
        **YEARLY,
        "allocation": {"clause": "PL", "period": "2021", "shares": {"a": 60, "b": ""}},
    }
    missing = _missing(shared, "2023-02-01", row("2021", 1), row("2022", 1))
    assert missing == [("a", "2021", Status.OVERDUE)]
