from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from site_builder.model.document import Document
from site_builder.progress.agencies import SOON
from site_builder.progress.build import take_snapshot
from site_builder.progress.rollup import count_statuses
from site_builder.progress.snapshot import Judgement
from site_builder.terms.status import Status
from tests.progress.make import (
    PLAN,
    WHOLE,
    assessment,
    duty_row,
    plan,
    plan_state,
    report,
    repository,
    row,
    snapshot,
)

AGENCIES = {
    "nhom": {"name": "Nhóm", "type": "group", "members": ["p1", "p2"]},
    "p1": {"name": "P1"},
    "p2": {"name": "P2"},
    "kho": {"name": "Cơ quan hỗ trợ"},
}
INDICATOR = {"targets": {"2023": {"bare": 100}, "2025": {"in_words": "hầu hết"}}}


def _duty(id_: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, **fields}


def test_roll_ups_count_statuses_unknown_included() -> None:
    judged = [Judgement(Status.MET), Judgement(Status.NO_DATA), Judgement(Status.MET)]
    assert count_statuses(judged) == {Status.MET: 2, Status.NO_DATA: 1}
    duties = [_duty("x", lead=[WHOLE]), _duty("y", lead=[WHOLE], when={"ongoing": True})]
    state = plan_state(plan(INDICATOR, duties), "2022-01-01")
    assert state.target_counts == {Status.NO_DATA: 1, Status.NOT_ASSESSED: 1}
    assert state.duty_counts == {Status.NOT_ASSESSED: 1, Status.ONGOING: 1}


def test_what_a_body_is_responsible_for() -> None:
    duties = [
        _duty("qua-han", assigned=["nhom"], when={"due": "2021-12"}),
        _duty("sap-den", lead=["p1"], when={"due": "2022-04-01"}),
        _duty("hom-nay", lead=["p1"], when={"due": "2022-01-01"}),
        _duty("con-lau", lead=["p1"], when={"due": "2022-04-02"}),
        _duty("da-xong", lead=["p1"], when={"due": "2021-12"}),
        _duty("ho-tro", lead=["p2"], when={"ongoing": True}, **{"with": ["p1"]}),
        _duty("nhan", lead=["p2"], receives=["p1"], when={"due": "2021-12"}),
        _duty("bao-cao", lead=["p1"], report=True, when={"every": ["quarter"]}),
    ]
    done = duty_row("done", "p1", duty="da-xong", done_on="2021-12-01")
    received = report("2021-Q3", "2021-10-01", "p1", duty="bao-cao")
    found = snapshot(
        plan(duties=duties),
        "2022-01-01",
        agencies=AGENCIES,
        duty_rows=[done],
        reports=[received],
    )
    state = found.agencies["p1"]
    assert dt.timedelta(days=90) == SOON
    assert [d.state.duty.id for d in state.overdue] == ["qua-han"]
    assert state.overdue[0].through == ("nhom",)
    assert state.overdue[0].judgement.status is Status.NO_DATA
    assert [d.state.duty.id for d in state.due_soon] == ["hom-nay", "sap-den"]
    assert [o.period.text for o in state.reports_owed] == ["2021-Q4"]
    assert {d.state.duty.id for d in state.leads} == {
        "qua-han", "sap-den", "hom-nay", "con-lau", "da-xong", "bao-cao",
    }  # fmt: skip
    assert [d.state.duty.id for d in state.supports] == ["ho-tro", "nhan"]
    assert state.groups == ("nhom",)
    assert len(found.plans[PLAN].reports) == 2


def test_where_nobody_leads_whoever_has_a_part_of_its_own_carries_the_duty_out() -> None:
    duties = [
        _duty("theo-doi", monitor=["p1"], urge=["p1"], **{"with": ["p2"]}),
        _duty("huong-dan", assigned=["p2"], guide=["p1"]),
    ]
    found = snapshot(plan(duties=duties), "2022-01-01", agencies=AGENCIES)
    assert [d.state.duty.id for d in found.agencies["p1"].leads] == ["theo-doi"]
    assert [d.state.duty.id for d in found.agencies["p1"].supports] == ["huong-dan"]
    assert [d.state.duty.id for d in found.agencies["p2"].leads] == ["huong-dan"]
    assert [d.state.duty.id for d in found.agencies["p2"].supports] == ["theo-doi"]


def test_a_body_that_owes_under_an_illustrative_plan_is_marked_though_it_sent_nothing() -> None:
    duties = [_duty("bao-cao", assigned=["nhom"], report=True, when={"every": ["quarter"]})]
    for state in ("illustrative", "official"):
        sent = report("2021-Q4", "2022-01-10", "p1", duty="bao-cao", state=state)
        one = plan(duties=duties)
        found = snapshot(one, "2022-04-01", agencies=AGENCIES, reports=[sent])
        assert found.agencies["p2"].reports_owed
        assert found.agencies["p2"].illustrative is (state == "illustrative")
        assert not found.agencies["kho"].illustrative


def test_an_illustrative_assessment_marks_its_indicator() -> None:
    told = assessment("2025", "met", "2022-02-01", state="illustrative")
    state = plan_state(plan(INDICATOR), "2022-06-01", assessments=[told])
    assert state.indicators[0].illustrative
    assert not plan_state(plan(INDICATOR), "2022-06-01").indicators[0].illustrative


def test_a_named_group_sees_its_duties_as_a_whole() -> None:
    duties = [_duty("qua-han", assigned=["nhom"], when={"due": "2021-12"})]
    found = snapshot(plan(duties=duties), "2022-01-01", agencies=AGENCIES)
    [duty] = found.agencies["nhom"].leads
    assert duty.judgement == duty.state.judgement
    assert duty.through == ()


def test_a_body_sees_its_shares_and_the_wholes_it_reports() -> None:
    allocation = {"clause": "PL", "period": "2023", "shares": {"p1": 10, "p2": ""}}
    one = plan({**INDICATOR, "allocation": allocation})
    found = snapshot(one, "2022-01-01", agencies=AGENCIES)
    [(indicator, share)] = found.agencies["p1"].shares
    assert indicator.indicator.id == "chi-so"
    assert share.share == Decimal(10)
    assert [i.indicator.id for i in found.agencies[WHOLE].whole_of] == ["chi-so"]
    assert found.agencies["kho"].shares == ()


def test_the_indicators_own_whole_comes_before_the_plans() -> None:
    one = plan({**INDICATOR, "whole": "p1"})
    state = plan_state(one, "2023-01-01", progress=[row("2022", 5, agency="p1"), row("2022", 6)])
    [indicator] = state.indicators
    assert indicator.latest is not None and indicator.latest.value == 5
    assert list(indicator.unit_series) == [WHOLE]


def test_the_row_reported_last_by_its_own_date() -> None:
    rows = [
        row("2022-Q1", 1, reported_on="2022-09-01"),
        row("2022-Q2", 2, reported_on="2022-07-10", record=1),
        row("2022-Q3", 3, reported_on="2022-12-01", record=2),
    ]
    state = plan_state(plan(INDICATOR), "2022-10-01", progress=rows)
    assert state.last_reported == rows[0]
    assert plan_state(plan(INDICATOR), "2022-10-01").last_reported is None


def test_illustrative_is_said_of_every_plan_that_shows_such_a_row() -> None:
    shown = row("2022", 1, state="illustrative")
    assert plan_state(plan(INDICATOR), "2023-01-01", progress=[shown]).illustrative
    assert not plan_state(plan(INDICATOR), "2022-06-01", progress=[shown]).illustrative
    told = duty_row("done", duty="x", state="illustrative", period="2022")
    with_duty = plan(INDICATOR, [_duty("x", lead=[WHOLE])])
    assert plan_state(with_duty, "2023-01-01", duty_rows=[told]).illustrative


def test_every_edge_of_what_carries_out_what_once_and_sorted() -> None:
    one = plan(implements=("z-nghi-quyet", "a-ke-hoach"))
    documents = {
        "55-kh-qu": Document.model_validate({"kind": "Kế hoạch", "implements": ["a-ke-hoach"]}),
        "a-ke-hoach": Document.model_validate({"kind": "Kế hoạch", "implements": ["02-nq-tw"]}),
    }
    base = repository(one)
    full = type(base)(agencies=base.agencies, documents=documents, plans=base.plans)
    assert take_snapshot(full, dt.date(2022, 1, 1)).implements == (
        ("55-kh-qu", "a-ke-hoach"),
        ("55-kh-qu", "z-nghi-quyet"),
        ("a-ke-hoach", "02-nq-tw"),
    )


def test_equal_input_gives_an_equal_snapshot() -> None:
    rows = [row("2022-Q1", 1), row("2022-Q2", 2, record=1)]
    one = plan(INDICATOR, [_duty("x", lead=[WHOLE])])
    forwards = snapshot(one, "2023-01-01", progress=rows)
    backwards = snapshot(one, "2023-01-01", progress=rows[::-1])
    assert forwards == snapshot(one, "2023-01-01", progress=rows)
    assert forwards.plans == backwards.plans
    assert forwards.agencies == backwards.agencies


def test_an_empty_repository_is_a_snapshot_too() -> None:
    found = take_snapshot(type(repository(plan()))(), dt.date(2022, 1, 1))
    assert found.plans == {} and found.agencies == {} and found.implements == ()
