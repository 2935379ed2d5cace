from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

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


def _of(duty: dict[str, Any], as_of: str, *reports: Any, **fields: Any) -> Any:
    agencies = fields.pop("agencies", None)
    return plan_state(plan(duties=[duty], **fields), as_of, reports=reports, agencies=agencies)


def _ended(until: str, **fields: Any) -> dict[str, Any]:
    return {WHOLE: {"name": "A", "until": until, **fields}}


def test_after_a_bodys_last_day_no_report_is_required_and_what_was_due_lapsed() -> None:
    owed = _owed(QUARTERLY, "2022-06-01", agencies=_ended("2022-02-15"))
    assert _found(owed) == [
        (WHOLE, "2021-Q3", Status.OVERDUE),
        (WHOLE, "2021-Q4", Status.OVERDUE),
        (WHOLE, "2022-Q1", Status.NOT_REQUIRED),
    ]
    assert [o.lapsed for o in owed] == [True, True, False]
    assert not any(o.missing or o.waiting for o in owed)
    assert "kết thúc hoạt động từ 16/02/2022" in lines(owed[0].judgement)
    assert "không tính là còn phải gửi" in lines(owed[0].judgement)


def test_due_on_the_last_day_is_owed_and_a_day_later_is_not() -> None:
    on_the_day = _owed(QUARTERLY, "2022-06-01", agencies=_ended("2022-01-31"))
    assert on_the_day[1].lapsed
    before = _owed(QUARTERLY, "2022-06-01", agencies=_ended("2022-01-30"))
    assert before[1].judgement.status is Status.NOT_REQUIRED


def test_before_its_end_has_come_a_body_owes_as_any_other() -> None:
    agencies = _ended("2022-06-30", ended_by={"document": "qd"})
    owed = _owed(QUARTERLY, "2022-03-01", agencies=agencies)
    assert [o.missing for o in owed] == [True, True]


def test_what_came_in_is_judged_by_its_day_whatever_became_of_the_body() -> None:
    reports = (report("2021-Q3", "2021-10-31"), report("2021-Q4", "2022-02-14", record=1))
    owed = _owed(QUARTERLY, "2022-06-01", *reports, agencies=_ended("2022-02-15"))
    assert [o.judgement.status for o in owed] == [
        Status.DONE_ON_TIME, Status.DONE_LATE, Status.NOT_REQUIRED,
    ]  # fmt: skip


def test_a_body_that_began_later_does_not_report_on_what_closed_before() -> None:
    owed = _owed(QUARTERLY, "2022-06-01", agencies={WHOLE: {"name": "A", "from": "2022-01-01"}})
    assert [o.judgement.status for o in owed] == [
        Status.NOT_REQUIRED, Status.NOT_REQUIRED, Status.OVERDUE,
    ]  # fmt: skip
    assert "bắt đầu hoạt động từ 01/01/2022" in lines(owed[1].judgement)


def test_of_a_doubtful_body_nothing_is_claimed() -> None:
    until = {"unknown": "chưa có văn bản", "not_before": "2022-01-01"}
    owed = _owed(QUARTERLY, "2022-06-01", agencies={WHOLE: {"name": "A", "until": until}})
    assert [o.judgement.status for o in owed] == [
        Status.OVERDUE, Status.INSUFFICIENT, Status.INSUFFICIENT,
    ]  # fmt: skip
    assert "Chưa xác định cơ quan còn hoạt động" in lines(owed[1].judgement)
    assert [o.missing for o in owed] == [False, False, False]
    # What was due before stays in the record, and on the day before the doubt it was owed.
    assert owed[0].lapsed
    assert "từ 01/01/2022" in lines(owed[0].judgement)
    before = _owed(QUARTERLY, "2021-12-31", agencies={WHOLE: {"name": "A", "until": until}})
    assert before[0].missing


def test_the_open_period_and_the_next_are_to_come() -> None:
    state = _of(QUARTERLY, "2022-02-01")
    assert [(o.period.text, o.judgement.status) for o in state.coming] == [
        ("2022-Q1", Status.NOT_YET_DUE),
        ("2022-Q2", Status.NOT_YET_DUE),
    ]
    early = _of(QUARTERLY, "2022-02-01", report("2022-Q1", "2022-01-31"))
    assert [o.period.text for o in early.coming] == ["2022-Q2", "2022-Q3"]
    assert early.reports[-1].judgement.status is Status.DONE_ON_TIME
    assert _of(QUARTERLY, "2022-02-01", period={"to": "2021"}).coming == ()


def test_of_several_intervals_each_has_its_two_to_come() -> None:
    duty = {**QUARTERLY, "when": {"every": ["half_year", "year"]}}
    state = _of(duty, "2022-02-01")
    assert sorted(o.period.text for o in state.coming) == ["2022", "2022-H1", "2022-H2", "2023"]


def test_a_declared_cutoff_decides_and_its_authority_is_said() -> None:
    halves = {**QUARTERLY, "when": {"every": ["half_year"]}}
    declared = {"half_year": {"closes_on": 14, "due_after": 6, "document": "qd-9", "clause": "IV"}}
    reports = (report("2021-H2", "2021-12-21"),)
    [owed] = _owed(halves, "2022-01-01", *reports, reporting=declared)
    assert owed.window == (dt.date(2021, 6, 15), dt.date(2021, 12, 14))
    assert (owed.due, owed.judgement.status) == (dt.date(2021, 12, 20), Status.DONE_LATE)
    said = lines(owed.judgement)
    assert "từ 15/6/2021 đến 14/12/2021" in said
    assert "qd-9, mục IV" in said and "quy ước" not in said
    ours = {"half_year": {"due_after": 10}}
    [plain] = _owed(halves, "2022-01-05", reporting=ours)
    assert plain.window is None and plain.due == dt.date(2022, 1, 10)
    assert "quy ước của người biên soạn" in lines(plain.judgement)


def test_a_report_is_owed_once_the_cutoff_has_passed_though_the_period_runs_on() -> None:
    halves = {**QUARTERLY, "when": {"every": ["half_year"]}}
    declared = {"half_year": {"closes_on": 14, "due_after": 6}}
    [owed] = _owed(halves, "2021-12-21", reporting=declared)
    assert owed.judgement.status is Status.OVERDUE
    assert _owed(halves, "2021-12-13", reporting=declared) == ()


def test_a_figure_for_a_longer_period_serves_for_a_flow_and_no_other() -> None:
    flow = {**YEARLY, "every": "quarter", "measures": "flow", "targets": {"2021": {"bare": 1}}}
    assert _missing(flow, "2022-02-01", row("2021-H2", 5)) == []
    stock = {**flow, "measures": "stock"}
    assert [text for _, text, _ in _missing(stock, "2022-02-01", row("2021-H2", 5))] == ["2021-Q3"]


def _values(as_of: str, *rows: Any, **fields: Any) -> list[str]:
    agencies = fields.pop("agencies", None)
    state = plan_state(plan(YEARLY, **fields), as_of, progress=rows, agencies=agencies)
    return [owed.period.text for owed in state.indicators[0].owed]


def test_no_value_is_asked_for_after_a_body_has_ended_or_that_lapsed() -> None:
    assert _values("2024-06-01") == ["2021", "2022", "2023"]
    assert _values("2022-06-01", agencies=_ended("2022-12-31")) == ["2021"]
    assert _values("2024-06-01", agencies=_ended("2022-12-31")) == []


def test_a_period_across_the_plans_end_is_not_asked_for() -> None:
    assert _values("2024-06-01", period={"to": "2022-06-30"}) == ["2021"]


def test_values_follow_the_declared_due_day() -> None:
    declared = {"year": {"closes_on": 14, "due_after": 17}}
    state = plan_state(plan(YEARLY, reporting=declared), "2022-01-05")
    [owed] = state.indicators[0].owed
    assert (owed.due, owed.judgement.status) == (dt.date(2021, 12, 31), Status.OVERDUE)


def test_the_end_of_the_printed_period_alone_frees_nobody() -> None:
    owed = _owed(QUARTERLY, "2022-06-01", period={"to": "2021"})
    assert [(o.period.text, o.lapsed, o.missing) for o in owed] == [
        ("2021-Q3", False, True),
        ("2021-Q4", False, True),
    ]
    before = _owed(QUARTERLY, "2021-12-31", period={"to": "2021"})
    assert [o.missing for o in before] == [True, False]


def test_a_document_that_replaces_the_plan_lapses_what_was_owed() -> None:
    documents = {"thay": {"kind": "Kế hoạch", "number": "2/KH", "issued": "2022-03-01"}}
    replaced = {"document": "thay", "from": "2022-03-01"}
    state = plan_state(
        plan(duties=[QUARTERLY], superseded=[replaced], period={"to": "2021"}),
        "2022-06-01", documents=documents,
    )  # fmt: skip
    assert [(o.period.text, o.lapsed) for o in state.reports] == [
        ("2021-Q3", True), ("2021-Q4", True),
    ]  # fmt: skip


@pytest.mark.parametrize("replaced", [False, True])
def test_what_fell_due_in_doubt_stays_in_doubt_whatever_ended_later(replaced: bool) -> None:
    until = {"unknown": "chưa có văn bản", "not_before": "2022-01-01"}
    documents = {"thay": {"kind": "Kế hoạch", "number": "2/KH", "issued": "2022-03-01"}}
    more: dict[str, Any] = (
        {"superseded": [{"document": "thay", "from": "2022-03-01"}]}
        if replaced else {"period": {"to": "2021"}}
    )  # fmt: skip
    state = plan_state(
        plan(duties=[QUARTERLY], **more), "2022-06-01",
        agencies={WHOLE: {"name": "A", "until": until}}, documents=documents,
    )  # fmt: skip
    due = [o for o in state.reports if o.period.text in ("2021-Q3", "2021-Q4")]
    assert [(o.judgement.status, o.lapsed) for o in due] == [
        (Status.OVERDUE, True), (Status.INSUFFICIENT, False),
    ]  # fmt: skip
