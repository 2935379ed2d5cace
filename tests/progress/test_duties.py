from __future__ import annotations

from typing import Any

import pytest

from site_builder.terms.status import Status
from tests.progress.make import WHOLE, duty_row, duty_state, lines, report

IN_SEPTEMBER: dict[str, Any] = {"lead": [WHOLE], "when": {"due": "2022-09"}}


@pytest.mark.parametrize(
    ("rows", "as_of", "status"),
    [
        ([], "2022-09-30", Status.NOT_YET_DUE),
        ([], "2022-10-01", Status.NO_DATA),
        ([duty_row("not_started", period="2022-08")], "2022-09-30", Status.NOT_YET_DUE),
        ([duty_row("in_progress", period="2022-08")], "2022-09-30", Status.IN_PROGRESS),
        ([duty_row("in_progress", period="2022-08")], "2022-10-01", Status.OVERDUE),
        ([duty_row("not_started", period="2022-08")], "2022-10-01", Status.OVERDUE),
        ([duty_row("done", done_on="2022-09-30")], "2022-10-01", Status.DONE_ON_TIME),
        ([duty_row("done", done_on="2022-10-01")], "2022-10-01", Status.DONE_LATE),
        ([duty_row("done", period="2022-Q3")], "2022-10-01", Status.DONE_ON_TIME),
        ([duty_row("done", period="2022-Q4")], "2023-01-01", Status.DONE_LATE),
        ([duty_row("done", period="2022")], "2023-01-01", Status.INSUFFICIENT),
        ([duty_row("done", reported_on="2022-09-20")], "2023-01-01", Status.DONE_ON_TIME),
        ([duty_row("done", reported_on="2022-10-20")], "2023-01-01", Status.INSUFFICIENT),
        ([duty_row("done")], "2022-09-30", Status.DONE_ON_TIME),
        ([duty_row("done")], "2022-10-01", Status.INSUFFICIENT),
    ],
)
def test_one_body_and_a_deadline(rows: list[Any], as_of: str, status: Status) -> None:
    assert duty_state(IN_SEPTEMBER, as_of, *rows).judgement.status is status


def test_a_period_that_begins_on_the_last_day_may_still_be_in_time() -> None:
    on_the_first = {**IN_SEPTEMBER, "when": {"due": "2022-10-01"}}
    state = duty_state(on_the_first, "2023-01-01", duty_row("done", period="2022-10"))
    assert state.judgement.status is Status.INSUFFICIENT


def test_the_latest_row_counts_and_later_ones_are_not_known() -> None:
    rows = (
        duty_row("done", done_on="2022-09-10", reported_on="2022-10-05"),
        duty_row("in_progress", period="2022-08", record=1),
    )
    assert duty_state(IN_SEPTEMBER, "2022-10-04", *rows).judgement.status is Status.OVERDUE
    assert duty_state(IN_SEPTEMBER, "2022-10-05", *rows).judgement.status is Status.DONE_ON_TIME


def test_silence_after_the_deadline_says_that_nothing_is_known() -> None:
    judged = duty_state(IN_SEPTEMBER, "2022-10-01").judgement
    assert lines(judged) == (
        "Hạn: 30/9/2022.\nĐã qua hạn và chưa có báo cáo nào cho biết đã làm hay chưa."
    )


@pytest.mark.parametrize("when", [{"ongoing": True}, {"every": ["year"]}])
@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (None, Status.ONGOING),
        ("done", Status.ONGOING),
        ("not_started", Status.ONGOING),
        ("in_progress", Status.IN_PROGRESS),
    ],
)
def test_what_repeats_is_never_finished(
    when: dict[str, Any], progress: str | None, status: Status
) -> None:
    rows = [] if progress is None else [duty_row(progress, period="2022")]
    state = duty_state({"lead": [WHOLE], "when": when}, "2024-01-01", *rows)
    assert state.due is None
    assert state.judgement.status is status


@pytest.mark.parametrize("when", [None, {"on_request": True}])
@pytest.mark.parametrize(
    ("progress", "status"),
    [
        (None, Status.NOT_ASSESSED),
        ("not_started", Status.NOT_ASSESSED),
        ("in_progress", Status.IN_PROGRESS),
        ("done", Status.DONE_ON_TIME),
    ],
)
def test_without_a_time(when: dict[str, Any] | None, progress: str | None, status: Status) -> None:
    rows = [] if progress is None else [duty_row(progress, period="2022")]
    state = duty_state({"lead": [WHOLE], "when": when}, "2024-01-01", *rows)
    assert state.judgement.status is status


THREE = {"lead": ["a", "b", "c"], "when": {"due": "2022-09"}}
ON_TIME = {"done_on": "2022-09-01"}
LATE = {"done_on": "2022-10-02"}


@pytest.mark.parametrize(
    ("rows", "as_of", "status"),
    [
        ({"a": ON_TIME, "b": ON_TIME, "c": ON_TIME}, "2022-12-01", Status.DONE_ON_TIME),
        ({"a": ON_TIME, "b": LATE, "c": ON_TIME}, "2022-12-01", Status.DONE_LATE),
        ({"a": ON_TIME, "b": ON_TIME}, "2022-12-01", Status.NO_DATA),
        ({"a": ON_TIME, "b": None}, "2022-12-01", Status.OVERDUE),
        ({"a": ON_TIME}, "2022-09-15", Status.IN_PROGRESS),
        ({}, "2022-09-15", Status.NOT_YET_DUE),
    ],
)
def test_several_bodies_are_done_when_all_are(
    rows: dict[str, dict[str, str] | None], as_of: str, status: Status
) -> None:
    told = [
        duty_row("in_progress", agency, period="2022-08")
        if fields is None
        else duty_row("done", agency, **fields)
        for agency, fields in rows.items()
    ]
    state = duty_state(THREE, as_of, *told)
    assert state.judgement.status is status
    assert set(state.by_agency) == {"a", "b", "c"}


def test_the_counts_of_bodies_are_shown() -> None:
    state = duty_state(THREE, "2022-12-01", duty_row("done", "a", **ON_TIME))
    assert lines(state.judgement) == (
        "Hạn: 30/9/2022.\n3 cơ quan: 2 chưa có số liệu; 1 hoàn thành đúng hạn."
    )


def test_what_holds_of_every_body_is_said_once() -> None:
    silent = {"lead": ["a", "b"]}
    assert lines(duty_state(silent, "2022-12-01").judgement) == (
        "Văn bản không ghi thời hạn nên không có quá hạn.\nChưa có báo cáo nào."
    )
    told = duty_row("in_progress", "a", period="2022-08")
    assert "2 cơ quan" in lines(duty_state(silent, "2022-12-01", told).judgement)


GROUP = {
    "nhom": {"name": "14 phường", "type": "group", "members": ["p1", "p2"]},
    "p1": {"name": "P1"},
    "p2": {"name": "P2"},
}


def test_a_group_reaches_its_members_and_may_speak_for_them() -> None:
    duty = {"assigned": ["nhom"], "when": {"due": "2022-09"}}
    apart = duty_state(duty, "2022-12-01", duty_row("done", "p1", **ON_TIME), agencies=GROUP)
    assert {k: j.status for k, j in apart.by_agency.items()} == {
        "p1": Status.DONE_ON_TIME,
        "p2": Status.NO_DATA,
    }
    together = duty_state(duty, "2022-12-01", duty_row("done", "nhom", **ON_TIME), agencies=GROUP)
    assert together.judgement.status is Status.DONE_ON_TIME
    own = (duty_row("done", "nhom", **ON_TIME), duty_row("done", "p2", record=1, **LATE))
    mixed = duty_state(duty, "2022-12-01", *own, agencies=GROUP)
    assert mixed.by_agency["p1"].status is Status.DONE_ON_TIME
    assert mixed.by_agency["p2"].status is Status.DONE_LATE


def test_a_group_nobody_names_is_judged_by_a_row_in_its_own_name() -> None:
    classes = {"moi-cdcs": {"name": "Mọi CĐCS", "type": "class"}}
    duty = {"assigned": ["moi-cdcs"], "when": {"due": "2022-09"}}
    silent = duty_state(duty, "2022-12-01", agencies=classes)
    assert silent.judgement.status is Status.NO_DATA
    told = duty_row("done", "moi-cdcs", **ON_TIME)
    assert duty_state(duty, "2022-12-01", told, agencies=classes).judgement.status is (
        Status.DONE_ON_TIME
    )


def test_support_does_not_hold_the_duty_open_but_its_own_row_is_shown() -> None:
    duty = {"lead": ["a"], "with": ["b"], "when": {"due": "2022-09"}}
    rows = (duty_row("done", "a", **ON_TIME), duty_row("in_progress", "b", period="2022-08"))
    state = duty_state(duty, "2022-12-01", *rows)
    assert state.judgement.status is Status.DONE_ON_TIME
    assert state.by_agency["b"].status is Status.OVERDUE


def test_where_nobody_leads_the_other_roles_answer_and_an_open_list_is_named() -> None:
    monitored = duty_state({"monitor": ["a"], "receives": ["b"]}, "2022-12-01")
    assert set(monitored.by_agency) == {"a"}
    nobody = duty_state({"receives": ["b"]}, "2022-12-01")
    assert nobody.judgement.status is Status.NOT_ASSESSED
    opened = duty_state({"lead": ["a", "…"], "when": {"due": "2022-09"}}, "2022-12-01")
    assert "để mở" in lines(opened.judgement)


def test_a_one_off_report_is_done_by_the_report_itself() -> None:
    duty = {**IN_SEPTEMBER, "report": True}
    on_time = duty_state(duty, "2022-12-01", reports=[report("2022-09", "2022-09-28")])
    assert on_time.judgement.status is Status.DONE_ON_TIME
    late = duty_state(duty, "2022-12-01", reports=[report("2022-09", "2022-10-03")])
    assert late.judgement.status is Status.DONE_LATE


def test_illustrative_rows_mark_the_duty() -> None:
    told = duty_row("done", state="illustrative", **ON_TIME)
    assert duty_state(IN_SEPTEMBER, "2022-12-01", told).judgement.illustrative


def test_reports_received_under_a_recurring_duty_are_told() -> None:
    duty = {"assigned": [WHOLE], "report": True, "when": {"every": ["quarter"]}}
    received = (
        report("2022-Q2", "2022-07-10", state="illustrative"),
        report("2022-Q1", "2022-04-05"),
        report("2022-Q1", "2022-08-01", record=1),
    )
    judged = duty_state(duty, "2022-12-01", reports=received).judgement
    assert judged.status is Status.ONGOING and judged.illustrative
    assert lines(judged).endswith(
        "Đã nhận báo cáo của 2 kỳ, mới nhất là quý II/2022, nhận ngày 10/7/2022 (số liệu minh họa)."
    )
    assert lines(duty_state(duty, "2022-01-01").judgement).endswith("Chưa có báo cáo nào.")
