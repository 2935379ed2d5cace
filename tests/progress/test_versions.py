"""A plan as it stood: versions with their authority, what ended, what replaced what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from site_builder.model.canonical import whole
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import PlanState
from site_builder.progress.standing import as_known
from site_builder.progress.times import DutyVersion, Ending, TargetVersion
from site_builder.terms.status import Status
from tests.progress import make

STOCK = {
    "baseline": {"period": "2020", "value": 0},
    "targets": {"2023": {"about": 23000}, "2025": {"about": 25000}},
}
DOCUMENTS: dict[str, dict[str, Any]] = {
    "sua-1": {"kind": "Kế hoạch", "number": "1/KH", "issued": "2022-03-01"},
    "sua-2": {"kind": "Kế hoạch", "number": "2/KH", "issued": "2024-03-01"},
    "thay": {"kind": "Kế hoạch", "number": "3/KH", "issued": "2024-06-01"},
}
LOWERED = [
    {
        "document": "sua-1",
        "clause": "II.1",
        "in_force": "2022-04-01",
        "changes": [{"what": "targets/chi-so/2025", "from": "about 28000", "to": "about 24000"}],
    },
    {
        "document": "sua-2",
        "changes": [{"what": "targets/chi-so/2025", "from": "about 24000", "to": "about 25000"}],
    },
]


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _state(plan: Plan, as_of: str, **rows: Any) -> PlanState:
    return make.plan_state(plan, as_of, documents=DOCUMENTS, **rows)


def _about(state: PlanState, key: str = "2025") -> list[int]:
    return [
        int(target.target.about or 0) for target in state.indicators[0].targets if target.key == key
    ]


# ------------------------------------------------------------------ versions


def test_a_target_stands_as_it_stood_on_the_day() -> None:
    plan = make.plan(STOCK, amendments=LOWERED)
    assert _about(_state(plan, "2022-02-28")) == [28000]
    assert _about(_state(plan, "2022-03-31")) == [28000]
    assert _about(_state(plan, "2022-04-01")) == [24000]
    assert _about(_state(plan, "2024-02-29")) == [24000]
    assert _about(_state(plan, "2024-03-01")) == [25000]


def test_of_an_amendment_nobody_knows_before_its_document() -> None:
    plan = make.plan(STOCK, amendments=LOWERED)
    before, announced, after = (
        _state(plan, day) for day in ("2022-02-28", "2022-03-15", "2024-03-01")
    )
    assert before.stands == ()
    assert before.plan.amendments == ()
    assert before.indicators[0].targets[1].history == ()
    assert [stand.day for stand in announced.stands] == [None, _day("2022-04-01")]
    assert [a.document for a in announced.plan.amendments] == ["sua-1"]
    assert [stand.day for stand in after.stands] == [None, _day("2022-04-01"), _day("2024-03-01")]
    assert [stand.decided for stand in after.stands] == [
        None,
        _day("2022-03-01"),
        _day("2024-03-01"),
    ]
    assert after.stands[-1].plan == after.plan.model_copy(update={"amendments": ()})


def test_a_target_tells_its_versions_with_their_authority() -> None:
    plan = make.plan(STOCK, amendments=LOWERED)
    first, second = _state(plan, "2024-03-01").indicators[0].targets
    assert first.history == ()
    assert [(v.day, v.document, v.clause) for v in second.history] == [
        (None, "", ""),
        (_day("2022-04-01"), "sua-1", "II.1"),
        (_day("2024-03-01"), "sua-2", ""),
    ]
    assert [v.target and v.target.about for v in second.history] == [28000, 24000, 25000]


def test_an_amendment_may_reach_back_before_its_own_day() -> None:
    """In force since January by a document of March: in February nobody knew."""
    amended = [{**LOWERED[1], "in_force": "2022-01-01"}]
    plan = make.plan(STOCK, amendments=amended)
    assert _about(_state(plan, "2024-02-29")) == [24000]
    state = _state(plan, "2024-03-01")
    assert _about(state) == [25000]
    assert [stand.day for stand in state.stands] == [None, _day("2022-01-01")]


def test_an_earlier_amendment_that_came_to_be_known_later_leaves_the_later_value() -> None:
    """Both in force; the older one was decided last. Without it the newer one still stands."""
    amended = [
        {**LOWERED[0], "document": "thay", "in_force": "2022-04-01"},
        {**LOWERED[1], "in_force": "2024-04-01"},
    ]
    plan = make.plan(STOCK, amendments=amended)
    assert _about(_state(plan, "2024-03-15")) == [28000]
    assert _about(_state(plan, "2024-05-01")) == [25000]
    assert _about(_state(plan, "2024-06-01")) == [25000]


def test_an_amendment_by_a_document_that_nobody_can_date_stands_as_the_plan_has_it() -> None:
    amended = [{**LOWERED[1], "document": "khong-co"}]
    plan = make.plan(STOCK, amendments=amended)
    state = _state(plan, "2022-01-01")
    assert _about(state) == [25000]
    assert state.stands == ()


def test_an_added_target_has_a_history_of_one() -> None:
    amended = [
        {"document": "sua-1", "changes": [{"what": "targets/chi-so/2025", "to": "about 25000"}]}
    ]
    plan = make.plan(STOCK, amendments=amended)
    assert _about(_state(plan, "2022-01-01")) == []
    versions = _state(plan, "2022-03-01").indicators[0].targets[1].history
    assert versions == (
        TargetVersion(
            _day("2022-03-01"), plan.objectives[0].indicators[0].targets["2025"], "sua-1", ""
        ),
    )


# ------------------------------------------------------------------ what amendments ended

ENDED_TARGET = [
    {
        "document": "sua-2",
        "clause": "3",
        "changes": [
            {"what": "targets/chi-so/2030", "from": "about 30000"},
            {"what": "targets/chi-so/2030/clause", "from": "I"},
        ],
    }
]


def test_an_ended_target_is_shown_and_bends_nothing() -> None:
    plan = make.plan(STOCK, amendments=ENDED_TARGET)
    rows = [make.row("2023", 23000)]
    before = _state(plan, "2024-02-29", progress=rows).indicators[0]
    after = _state(plan, "2024-03-01", progress=rows).indicators[0]
    plain = _state(make.plan(STOCK), "2024-03-01", progress=rows).indicators[0]

    assert [t.key for t in before.targets] == ["2023", "2025", "2030"]
    assert before.targets[2].ended is None
    assert [t.key for t in after.targets] == ["2023", "2025", "2030"]
    ended = after.targets[2]
    assert ended.judgement.status is Status.ENDED
    assert ended.ended == Ending(_day("2024-03-01"), "sua-2", "3")
    assert "2/KH, mục 3" in make.lines(ended.judgement)
    assert ended.history[-1] == TargetVersion(_day("2024-03-01"), None, "sua-2", "3")
    assert after.trajectory == plain.trajectory
    assert after.headline == plain.headline
    assert "2030" not in after.indicator.targets


def test_a_target_that_ended_after_its_date_stays_as_it_was_judged() -> None:
    amended = [
        {"document": "sua-2", "changes": [{"what": "targets/chi-so/2022", "from": "about 22000"}]}
    ]
    plan = make.plan(STOCK, amendments=amended)
    rows = [make.row("2022", 20000)]
    state = _state(plan, "2025-01-01", progress=rows).indicators[0].targets[0]
    assert (state.key, state.judgement.status) == ("2022", Status.NOT_MET)
    assert state.ended is not None


def test_an_ended_indicator_stays_with_its_record() -> None:
    other: dict[str, Any] = {"id": "khac", "name": "Khác", "measures": "stock", "unit": "người"}
    other["targets"] = {"2025": {"at_least": 1, "clause": "I"}}
    gone = make.plan({**other}).objectives[0].indicators[0]
    amended = [{"document": "sua-2", "changes": [{"what": "indicators/khac", "from": whole(gone)}]}]
    plan = make.plan(STOCK, amendments=amended)

    before = _state(plan, "2024-01-01")
    assert [(i.indicator.id, i.ended) for i in before.indicators] == [
        ("chi-so", None),
        ("khac", None),
    ]
    after = _state(plan, "2024-03-01")
    assert [i.indicator.id for i in after.indicators] == ["chi-so", "khac"]
    assert after.indicators[1].ended == Ending(_day("2024-03-01"), "sua-2")
    assert after.indicators[1].headline.status is Status.ENDED
    assert after.indicators[1].targets[0].judgement.status is Status.ENDED
    assert after.target_counts[Status.ENDED] == 1
    assert [i.id for i in after.stands[-1].plan.indicators()] == ["chi-so"]
    assert (
        as_known(make.repository(plan, documents=DOCUMENTS), _day("2024-03-01")).plans[make.PLAN]
        == after.plan
    )


def _ended_duty(**fields: Any) -> Plan:
    viec = make.plan(duties=[{"id": "cu", "lead": ["a"], **fields}]).duties[0]
    changes = [{"what": "duties/cu", "from": whole(viec)}]
    return make.plan(
        duties=[{"lead": ["a"]}], amendments=[{"document": "sua-2", "changes": changes}]
    )


def _duty(plan: Plan, as_of: str, *rows: Any) -> Any:
    state = _state(plan, as_of, duty_rows=rows, agencies={"a": {"name": "A"}})
    return next(one for one in state.duties if one.duty.id == "cu")


def test_an_ended_duty_is_never_overdue_afterwards() -> None:
    plan = _ended_duty(when={"due": "2023"})
    undone = make.duty_row("in_progress", "a", duty="cu", reported_on="2022-01-01")
    assert _duty(plan, "2024-02-29", undone).judgement.status is Status.OVERDUE
    ended = _duty(plan, "2024-03-01", undone)
    assert ended.judgement.status is Status.ENDED
    assert ended.by_agency["a"].status is Status.ENDED
    assert ended.ended == Ending(_day("2024-03-01"), "sua-2")
    assert ended.history[0].duty == ended.duty
    assert ended.history[-1] == DutyVersion(_day("2024-03-01"), None, "sua-2", "")
    assert "01/3/2024" in make.lines(ended.judgement)
    assert "Hạn: 31/12/2023." in make.lines(ended.judgement)


def test_a_duty_done_before_it_ended_stays_done() -> None:
    plan = _ended_duty(when={"due": "2023"})
    done = make.duty_row("done", "a", duty="cu", done_on="2023-05-01")
    state = _duty(plan, "2025-01-01", done)
    assert state.judgement.status is Status.DONE_ON_TIME
    assert state.ended is not None


def test_a_duty_tells_who_led_it_before() -> None:
    amended = [
        {"document": "sua-1", "changes": [{"what": "duties/viec/lead", "from": "b", "to": "a"}]}
    ]
    plan = make.plan(duties=[{"lead": ["a"]}], amendments=amended)
    bodies = {"a": {"name": "A"}, "b": {"name": "B"}}
    before = _state(plan, "2022-02-01", agencies=bodies).duties[0]
    after = _state(plan, "2022-03-01", agencies=bodies).duties[0]
    assert before.duty.lead == ("b",)
    assert after.duty.lead == ("a",)
    assert [v.duty and v.duty.lead for v in after.history] == [("b",), ("a",)]
    assert after.history[1].document == "sua-1"


# ------------------------------------------------------------------ replaced and superseded

RECURRING = {"lead": ["a"], "when": {"every": ["year"]}, "report": True}


def _replaced(**fields: Any) -> Plan:
    how = {"document": "thay", "from": "2024-07-01", **fields}
    return make.plan(STOCK, duties=[RECURRING], superseded=[how])


def test_a_replaced_plan_ends_with_all_that_is_open() -> None:
    bodies = {"a": {"name": "A"}}
    rows = [make.row("2023", 23000)]
    unknown = _state(_replaced(), "2024-05-31", progress=rows, agencies=bodies)
    assert unknown.plan.superseded == ()
    known = _state(_replaced(), "2024-06-30", progress=rows, agencies=bodies)
    assert (known.ended, len(known.plan.superseded)) == (None, 1)
    state = _state(_replaced(clause="1"), "2024-07-01", progress=rows, agencies=bodies)

    assert state.ended == Ending(_day("2024-07-01"), "thay", "1", replaced=True)
    past, to_come = state.indicators[0].targets
    assert past.judgement.status is Status.MET
    assert to_come.judgement.status is Status.ENDED
    assert "được thay thế theo 3/KH, mục 1" in make.lines(to_come.judgement)
    assert state.indicators[0].headline.status is Status.ENDED
    assert state.indicators[0].ended == state.ended
    assert state.duties[0].judgement.status is Status.ENDED
    assert not [owed for owed in state.reports if owed.missing]


def test_only_the_parts_that_are_named_end() -> None:
    plan = _replaced(parts=["targets/chi-so/2025", "duties/viec"], replaced="false")
    state = _state(plan, "2024-07-01", agencies={"a": {"name": "A"}})
    end = Ending(_day("2024-07-01"), "thay")
    assert state.ended is None
    assert [t.ended for t in state.indicators[0].targets] == [None, end]
    assert state.indicators[0].ended is None
    assert state.duties[0].ended == end
    assert state.duties[0].judgement.status is Status.ENDED
    # What is left of the trajectory is what still holds.
    assert state.indicators[0].trajectory[-1][0] == _day("2023-12-31")
    whole_indicator = _state(_replaced(parts=["objectives/muc-tieu"]), "2024-07-01")
    assert whole_indicator.indicators[0].ended is not None
    assert whole_indicator.duties[0].ended is None


def _with_later_plan() -> Repository:
    old = make.plan(STOCK, superseded=[{"document": "thay", "from": "2024-07-01"}])
    new = make.plan(number="3/KH", issued="2024-06-01", document="thay")
    known = make.repository(old, documents=DOCUMENTS)
    return replace(known, plans={make.PLAN: old, "p/moi": new})


def test_both_ways_of_a_replacement_are_told() -> None:
    snapshot = take_snapshot(_with_later_plan(), _day("2024-08-01"))
    old, new = snapshot.plans[make.PLAN], snapshot.plans["p/moi"]
    assert [(name, how.document) for name, how in new.replaces] == [(make.PLAN, "thay")]
    assert old.replaces == ()
    assert [how.document for how in old.plan.superseded] == ["thay"]


def test_a_plan_that_was_not_issued_yet_is_not_there() -> None:
    snapshot = take_snapshot(_with_later_plan(), _day("2024-05-31"))
    assert list(snapshot.plans) == [make.PLAN]
    assert list(snapshot.repository.plans) == [make.PLAN]
    assert "thay" not in snapshot.repository.documents
    assert snapshot.plans[make.PLAN].plan.superseded == ()


def test_of_an_unknown_day_the_latest_counts() -> None:
    unknown = {"unknown": "Không in", "not_before": "2021-01-01", "not_after": "2021-12-31"}
    known = make.repository(make.plan(issued=unknown))
    assert take_snapshot(known, _day("2021-12-30")).plans == {}
    assert list(take_snapshot(known, _day("2021-12-31")).plans) == [make.PLAN]
    undated = make.repository(make.plan(issued={"unknown": "Không in"}))
    assert list(take_snapshot(undated, _day("2000-01-01")).plans) == [make.PLAN]


# ------------------------------------------------------------------ the printed period


def test_when_the_printed_period_is_over_what_goes_on_does_so_no_more() -> None:
    duties: list[dict[str, Any]] = [
        {"id": "thuong-xuyen", "lead": ["a"], "when": {"ongoing": "true"}},
        {"id": "hang-nam", "lead": ["a"], "when": {"every": ["year"]}},
        {"id": "co-han", "lead": ["a"], "when": {"due": "2022"}},
        {"id": "khong-han", "lead": ["a"]},
    ]
    plan = make.plan(STOCK, duties=duties, period={"from": "2021", "to": "2023"})
    undone = make.duty_row("in_progress", "a", duty="co-han", reported_on="2022-01-01")
    bodies = {"a": {"name": "A"}}
    last = _state(plan, "2023-12-31", duty_rows=[undone], agencies=bodies)
    assert last.ended is None
    assert [d.ended for d in last.duties] == [None] * 4
    state = _state(plan, "2024-01-01", duty_rows=[undone], agencies=bodies)
    over = Ending(_day("2024-01-01"))

    assert state.ended == over
    assert [d.ended for d in state.duties] == [over, over, None, None]
    assert [d.judgement.status for d in state.duties] == [
        Status.ENDED,
        Status.ENDED,
        Status.OVERDUE,
        Status.NOT_ASSESSED,
    ]
    assert "thời gian thực hiện in trong kế hoạch đã hết" in make.lines(state.duties[0].judgement)
    assert [t.ended for t in state.indicators[0].targets] == [None, None]


def test_a_period_that_was_prolonged_ends_as_it_was_known() -> None:
    changes = [{"what": "plan/period/to", "from": "2022", "to": "2025"}]
    plan = make.plan(
        duties=[RECURRING],
        period={"from": "2021", "to": "2025"},
        amendments=[{"document": "sua-2", "in_force": "2024-01-01", "changes": changes}],
    )
    bodies = {"a": {"name": "A"}}
    assert _state(plan, "2023-06-01", agencies=bodies).ended == Ending(_day("2023-01-01"))
    assert _state(plan, "2024-06-01", agencies=bodies).ended is None
