from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from site_builder.model.document import Document
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import AgencyState, DutyState, PlanState, Snapshot
from site_builder.terms.status import Status
from tests.progress import make

ACT = Document.model_validate(
    {"kind": "Nghị quyết", "number": "203/2025/QH15", "issued": "2025-06-16"}
)
ENDED = {"name": "A", "until": "2025-06-30", "ended_by": {"document": "nq-203"}}
DOUBTED = {"name": "A", "until": {"unknown": "chưa rõ", "not_before": "2025-06-30"}}
B = {"name": "B"}
GONE = "từ ngày 01/7/2025 theo Nghị quyết số 203/2025/QH15"


def _snapshot(
    as_of: str, agencies: Mapping[str, Any], plan: Mapping[str, Any], **rows: Any
) -> Snapshot:
    known = make.repository(make.plan(**plan), agencies, **rows)
    return take_snapshot(replace(known, documents={"nq-203": ACT}), dt.date.fromisoformat(as_of))


def _duty(
    duty: Mapping[str, Any], as_of: str, *rows: Any, a: Mapping[str, Any] = ENDED, **fields: Any
) -> tuple[DutyState, AgencyState]:
    agencies = {"a": a, "b": B, **fields.pop("agencies", {})}
    snapshot = _snapshot(as_of, agencies, {"duties": [duty], **fields}, duty_rows=rows)
    return snapshot.plans[make.PLAN].duties[0], snapshot.agencies["a"]


DUE_LATER = {"when": {"due": "2025-12-31"}, "lead": ["a"]}
DUE_EARLIER = {"when": {"due": "2024-12-31"}, "lead": ["a"]}


def test_what_was_open_ends_with_its_body_and_says_by_which_document() -> None:
    state, body = _duty(DUE_LATER, "2026-01-15")
    assert state.by_agency["a"].status is state.judgement.status is Status.ENDED
    told = (
        f"Hạn: 31/12/2025.\n{{}} đã kết thúc hoạt động {GONE}; cơ quan kế thừa chưa được xác định, "
        "nhiệm vụ không tự chuyển sang cơ quan khác."
    )
    assert make.lines(state.by_agency["a"]) == told.format("Cơ quan")
    assert make.lines(state.judgement) == told.format("A")
    assert body.life.over
    assert not body.overdue
    assert not body.due_soon
    assert [d.judgement.status for d in body.leads] == [Status.ENDED]


def test_its_silence_on_a_deadline_that_it_lived_to_see_stays_in_the_record() -> None:
    state, body = _duty(DUE_EARLIER, "2026-01-15")
    assert state.judgement.status is Status.ENDED
    assert "Đã qua hạn và chưa có báo cáo nào" in make.lines(state.judgement)
    assert not body.overdue


def test_until_its_last_day_it_is_judged_as_any_other() -> None:
    state, body = _duty(DUE_EARLIER, "2025-06-30")
    assert state.judgement.status is Status.NO_DATA
    assert [d.state.duty.id for d in body.overdue] == ["viec"]
    assert not body.life.over


def test_what_was_late_is_late_no_more_and_what_was_done_stays_done() -> None:
    late = make.duty_row("in_progress", "a", reported_on="2025-02-01")
    state, body = _duty(DUE_EARLIER, "2026-01-15", late)
    assert state.judgement.status is Status.ENDED
    assert "đang thực hiện" in make.lines(state.judgement)
    assert not body.overdue
    done = make.duty_row("done", "a", done_on="2024-11-01")
    state, _ = _duty(DUE_EARLIER, "2026-01-15", done)
    assert state.judgement.status is Status.DONE_ON_TIME
    unsure = make.duty_row("done", "a", period="2024-H2", reported_on="2025-02-01")
    before = {"when": {"due": "2024-11"}, "lead": ["a"]}
    assert _duty(before, "2026-01-15", unsure)[0].judgement.status is Status.INSUFFICIENT


def test_ongoing_and_undated_duties_end_too() -> None:
    for when in ({"ongoing": True}, {"every": ["quarter"]}, None):
        state, body = _duty({"when": when, "lead": ["a"]}, "2026-01-15")
        assert state.judgement.status is Status.ENDED, when
        assert body.schedule == tuple(o for o in body.schedule if o.due <= body.life.last)  # type: ignore[operator]


def test_the_living_decide_and_nobody_can_finish_what_the_ended_left() -> None:
    both = {**DUE_EARLIER, "lead": ["a", "b"]}
    state, _ = _duty(
        both, "2026-01-15", make.duty_row("in_progress", "b", reported_on="2025-02-01")
    )
    assert state.judgement.status is Status.OVERDUE
    assert "2 cơ quan: 1 quá hạn chưa hoàn thành; 1 không còn hiệu lực." in make.lines(
        state.judgement
    )
    state, _ = _duty(both, "2026-01-15", make.duty_row("done", "b", done_on="2024-11-01"))
    assert state.judgement.status is Status.ENDED
    assert state.by_agency["b"].status is Status.DONE_ON_TIME
    three = {**both, "lead": ["a", "b", "c"]}
    done = make.duty_row("done", "b", done_on="2024-11-01")
    state, _ = _duty(three, "2026-01-15", done, agencies={"c": {"name": "C"}})
    assert state.judgement.status is Status.NO_DATA


def test_of_the_duty_as_a_whole_the_body_is_named_and_of_several_all_are_meant() -> None:
    short = {**ENDED, "name": "Liên đoàn Lao động quận A", "short": "LĐLĐ quận A"}
    state, _ = _duty(DUE_LATER, "2026-01-15", a=short)
    assert f"LĐLĐ quận A đã kết thúc hoạt động {GONE}" in make.lines(state.judgement)
    both = {**DUE_LATER, "lead": ["a", "c"]}
    state, body = _duty(both, "2026-01-15", agencies={"c": {**ENDED, "name": "C"}})
    assert f"Các cơ quan thực hiện đã kết thúc hoạt động {GONE}" in make.lines(state.judgement)
    (own,) = body.leads
    assert f"Cơ quan đã kết thúc hoạt động {GONE}" in make.lines(own.judgement)


def test_of_several_in_doubt_all_are_meant_and_their_group_is_told_once() -> None:
    group = {"name": "G", "type": "group", "members": ["a", "b"]}
    bodies = {"b": DOUBTED, "g": group}
    snapshot = _snapshot(
        "2026-01-15", {"a": DOUBTED, **bodies}, {"duties": [{**DUE_LATER, "lead": ["g"]}]}
    )
    doubt = "Chưa xác định các cơ quan thực hiện còn hoạt động hay không."
    state = snapshot.plans[make.PLAN].duties[0]
    assert make.lines(state.judgement).count(doubt) == 1
    (seen,) = snapshot.agencies["g"].leads
    assert make.lines(seen.judgement).count("còn hoạt động hay không") == 1


PERIOD: dict[str, Any] = {"period": {"from": "2021", "to": "2025"}}
OVER = "thời gian thực hiện in trong kế hoạch đã hết"
SUPERSEDED: dict[str, Any] = {"superseded": [{"document": "nq-203", "from": "2025-06-20"}]}


def test_what_ended_first_tells_why_a_duty_has_ended() -> None:
    """A body that ended before the plan's printed period was over, and one that lived to see it."""
    going_on = {"when": {"ongoing": True}, "lead": ["a", "b"], "with": ["c"]}
    third = {"c": {**ENDED, "name": "C"}}
    state, body = _duty(going_on, "2026-01-15", agencies=third, **PERIOD)
    assert state.ended is not None and not state.ended.document
    assert f"Cơ quan đã kết thúc hoạt động {GONE}" in make.lines(state.by_agency["a"])
    assert OVER not in make.lines(state.by_agency["a"])
    assert OVER in make.lines(state.by_agency["b"]) and OVER in make.lines(state.judgement)
    assert [one.judgement for one in body.leads] == [state.by_agency["a"]]
    snapshot = _snapshot(
        "2026-01-15", {"a": ENDED, "b": B, **third}, {"duties": [going_on], **PERIOD}
    )
    (supported,) = snapshot.agencies["c"].supports
    assert f"Cơ quan đã kết thúc hoạt động {GONE}" in make.lines(supported.judgement)
    alone, _ = _duty({**going_on, "lead": ["a"]}, "2026-01-15", agencies=third, **PERIOD)
    assert f"A đã kết thúc hoạt động {GONE}" in make.lines(alone.judgement)
    assert OVER not in make.lines(alone.judgement)


def test_a_plan_that_ended_before_its_body_tells_so() -> None:
    state, _ = _duty(DUE_LATER, "2026-01-15", **SUPERSEDED)
    assert state.ended is not None and state.ended.document == "nq-203"
    assert "Không còn hiệu lực từ ngày 20/6/2025" in make.lines(state.by_agency["a"])
    assert "kết thúc hoạt động" not in make.lines(state.by_agency["a"])
    same_day: dict[str, Any] = {"superseded": [{"document": "nq-203", "from": "2025-07-01"}]}
    state, _ = _duty(DUE_LATER, "2026-01-15", **same_day)
    assert "Không còn hiệu lực từ ngày 01/7/2025" in make.lines(state.by_agency["a"])


def test_what_was_done_before_either_ended_stays_done() -> None:
    done = make.duty_row("done", "a", done_on="2025-01-15")
    state, _ = _duty(DUE_LATER, "2026-06-15", done, **PERIOD)
    assert state.judgement.status is state.by_agency["a"].status is Status.DONE_ON_TIME


def test_a_body_that_supports_has_ended_too() -> None:
    duty = {**DUE_EARLIER, "lead": ["b"], "with": ["a"]}
    state, body = _duty(duty, "2026-01-15")
    assert state.judgement.status is Status.NO_DATA
    assert [d.judgement.status for d in body.supports] == [Status.ENDED]
    assert not body.overdue


def test_members_of_a_group_end_one_by_one() -> None:
    group = {"name": "G", "type": "group", "members": ["a", "b"]}
    state, _ = _duty({**DUE_EARLIER, "lead": ["g"]}, "2026-01-15", agencies={"g": group})
    assert {a: j.status for a, j in state.by_agency.items()} == {
        "a": Status.ENDED,
        "b": Status.NO_DATA,
    }
    assert state.judgement.status is Status.NO_DATA


def test_a_successor_is_named_and_gets_nothing() -> None:
    heir = {**ENDED, "successors": [{"agency": "b", "share": "whole"}]}
    agencies = {"a": heir, "b": B}
    snapshot = _snapshot("2026-01-15", agencies, {"duties": [DUE_LATER]})
    state, successor = snapshot.plans[make.PLAN].duties[0], snapshot.agencies["b"]
    assert "nhiệm vụ không tự chuyển sang cơ quan kế thừa" in make.lines(state.judgement)
    assert (successor.leads, successor.supports, successor.schedule) == ((), (), ())
    assert successor.life.predecessors == ("a",)


def test_of_a_doubtful_body_nothing_is_claimed_from_the_bound_on() -> None:
    state, body = _duty(DUE_LATER, "2026-01-15", a=DOUBTED)
    assert state.judgement.status is Status.INSUFFICIENT
    assert "Chưa xác định cơ quan còn hoạt động" in make.lines(state.by_agency["a"])
    assert "Chưa xác định A còn hoạt động hay không." in make.lines(state.judgement)
    assert not body.overdue
    assert body.life.doubtful


def test_a_doubtful_body_owes_what_was_due_before_the_bound() -> None:
    state, body = _duty(DUE_EARLIER, "2026-01-15", a=DOUBTED)
    assert state.judgement.status is Status.NO_DATA
    assert len(body.overdue) == 1
    assert "Chưa xác định" in make.lines(state.judgement)


def test_where_nothing_bounds_the_doubt_nothing_is_claimed_of_any_day() -> None:
    unsure = {"name": "A", "until": {"unknown": "chưa rõ"}}
    state, body = _duty(DUE_EARLIER, "2026-01-15", a=unsure)
    assert state.judgement.status is Status.INSUFFICIENT
    assert not body.overdue
    assert "Chưa xác định" in make.lines(state.judgement)


def test_an_end_within_a_month_or_on_an_unknown_day_claims_no_day() -> None:
    state, _ = _duty(DUE_LATER, "2026-01-15", a={"name": "A", "until": "2025-02"})
    assert "đã kết thúc hoạt động trong tháng 2/2025; " in make.lines(state.judgement)
    until = {"unknown": "chưa rõ", "not_after": "2025-06-30"}
    state, _ = _duty(DUE_LATER, "2026-01-15", a={"name": "A", "until": until})
    assert "đã kết thúc hoạt động (ngày chưa xác định); " in make.lines(state.judgement)


def test_what_is_due_after_an_announced_end_is_not_due_soon() -> None:
    soon = {"when": {"due": "2025-07-31"}, "lead": ["a"]}
    state, body = _duty(soon, "2025-06-20")
    assert state.judgement.status is Status.NOT_YET_DUE
    assert not body.due_soon


INDICATOR = {
    "baseline": {"period": "2020", "value": 100},
    "targets": {"2024": {"at_least": 120}, "2030": {"at_least": 200}},
}


def _plan(as_of: str, *progress: Any, indicator: Any = INDICATOR, **fields: Any) -> PlanState:
    agencies = {"a": ENDED, "b": B, make.WHOLE: {**ENDED, "name": "Toàn quận"}}
    given = {"indicator": indicator, **fields}
    return _snapshot(as_of, agencies, given, progress=progress).plans[make.PLAN]


def test_a_target_due_after_the_end_of_its_body_is_not_judged() -> None:
    rows = make.row("2024", 130), make.row("2025-02", 100)
    state = _plan("2026-01-15", *rows).indicators[0]
    met, open_ = state.targets
    assert met.judgement.status is Status.EXCEEDED
    assert open_.judgement.status is Status.INSUFFICIENT
    assert make.lines(open_.judgement) == (
        f"Cơ quan đứng tên số liệu đã kết thúc hoạt động {GONE}, trước hạn của chỉ tiêu; chưa có "
        "văn bản giao tiếp chỉ tiêu này nên không đánh giá."
    )
    assert (open_.judgement.pace, open_.judgement.expected) == (None, None)
    assert open_.judgement.actual == 100
    assert state.headline == open_.judgement
    assert state.headline_target == open_
    before = _plan("2025-06-30", *rows).indicators[0]
    assert before.headline.status is Status.FAR_BEHIND


def test_what_a_person_found_of_a_target_in_words_stands() -> None:
    words = {"measures": "assessment", "targets": {"2030": {"in_words": "hầu hết"}}}
    found = make.assessment("2030", "not_met", "2031-01-05")
    agencies = {make.WHOLE: {**ENDED, "name": "Toàn quận"}}
    snapshot = _snapshot("2031-01-15", agencies, {"indicator": words}, assessments=[found])
    judged = snapshot.plans[make.PLAN].indicators[0].targets[0].judgement
    assert judged.status is Status.NOT_MET


def test_a_level_reached_early_is_no_verdict_on_a_later_date() -> None:
    state = _plan("2026-01-15", make.row("2024", 230)).indicators[0]
    assert state.targets[1].judgement.status is Status.INSUFFICIENT
    before = _plan("2025-06-30", make.row("2024", 230)).indicators[0]
    assert before.targets[1].judgement.status is Status.AT_LEVEL


def test_a_target_without_a_date_says_where_its_body_stood_at_its_end() -> None:
    undated = {"targets": {"undated": {"at_least": 100}}}
    state = _plan("2026-01-15", make.row("2024", 130), indicator=undated).indicators[0].targets[0]
    assert state.judgement.status is Status.AT_LEVEL
    assert make.lines(state.judgement).endswith(f"{GONE}: đây là mức khi kết thúc.")
    state = _plan("2026-01-15", make.row("2024", 30), indicator=undated).indicators[0].targets[0]
    assert state.judgement.status is Status.INSUFFICIENT
    assert "trước hạn" not in make.lines(state.judgement)
    assert make.lines(state.judgement).startswith(
        f"Cơ quan đứng tên số liệu đã kết thúc hoạt động {GONE}"
    )


def test_of_a_target_of_every_year_only_the_years_that_it_lived_to_see_count() -> None:
    each = {
        "measures": "flow",
        "every": "year",
        "targets": {"2026": {"at_least": 25, "each": "year", "first": "2023"}},
    }
    met = make.row("2023", 30), make.row("2024", 26)
    state = _plan("2027-02-01", *met, indicator=each).indicators[0].targets[0]
    assert [(p.text, j.status) for p, j in state.each] == [
        ("2023", Status.EXCEEDED),
        ("2024", Status.EXCEEDED),
        ("2025", Status.INSUFFICIENT),
        ("2026", Status.INSUFFICIENT),
    ]
    assert state.judgement.status is Status.INSUFFICIENT
    assert "Số kỳ đạt / số kỳ đã đến hạn: 2/2." in make.lines(state.judgement)
    missed = make.row("2023", 10), make.row("2024", 26)
    state = _plan("2027-02-01", *missed, indicator=each).indicators[0].targets[0]
    assert state.judgement.status is Status.NOT_MET
    assert "1/2" in make.lines(state.judgement)


ALLOTTED = {
    **INDICATOR,
    "measures": "cumulative",
    "every": "year",
    "allocation": {"clause": "PL", "period": "2025", "shares": {"a": 10, "b": 20}},
}


def test_the_share_of_an_ended_body_is_not_judged_and_nobody_asks_it_for_values() -> None:
    state = _plan("2026-03-01", indicator=ALLOTTED).indicators[0]
    assert [share.judgement.status for share in state.shares] == [
        Status.INSUFFICIENT,
        Status.NO_DATA,
    ]
    assert {owed.agency for owed in state.owed} == {"b"}


def test_a_sum_counts_no_body_that_had_ended_before_its_period() -> None:
    fields = {**ALLOTTED, "allocation": {**ALLOTTED["allocation"], "period": "2027"}}  # type: ignore[dict-item]
    rows = [make.row(year, 5, agency="b") for year in ("2024", "2025", "2026")]
    sums = _plan("2027-03-01", *rows, indicator=fields).indicators[0].sums
    assert [(s.period.text, s.reported, s.units) for s in sums] == [
        ("2024", 1, 2),
        ("2025", 1, 2),
        ("2026", 1, 1),
    ]
