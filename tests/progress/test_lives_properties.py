"""What holds of every life: a body owes nothing outside it, and an end gives nobody anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.agency import Agency
from site_builder.progress.build import take_snapshot
from site_builder.progress.lives import Lives
from site_builder.progress.snapshot import AgencyState, Owed, Snapshot
from site_builder.terms.status import Status
from tests.progress import make

NAMES = ("a", "b", "c")
HEIR = "ke-thua"
Bodies = Mapping[str, Mapping[str, Any]]

_FIRST, _LAST = dt.date(2021, 1, 1), dt.date(2027, 12, 31)
DAYS = st.dates(_FIRST, _LAST)
JUDGED = st.dates(dt.date(2021, 9, 7), _LAST)
"""Days on which the plan has been issued."""
ISO = DAYS.map(dt.date.isoformat)


def _coarse(day: str) -> st.SearchStrategy[str]:
    return st.sampled_from([day, day[:7], day[:4]])


DATES = ISO.flatmap(_coarse)
UNKNOWN = st.fixed_dictionaries(
    {"unknown": st.just("chưa rõ")}, optional={"not_before": ISO, "not_after": ISO}
)
LIVES = st.fixed_dictionaries(
    {"name": st.just("Cơ quan")}, optional={"from": DATES, "until": st.one_of(DATES, UNKNOWN)}
)
BODIES: st.SearchStrategy[Bodies] = st.fixed_dictionaries(
    dict.fromkeys((*NAMES, make.WHOLE), LIVES)
).map(lambda bodies: {**bodies, "g": {"name": "Nhóm", "type": "group", "members": ["a", "b"]}})

SOME = st.lists(st.sampled_from([*NAMES, "g"]), unique=True, max_size=3)
WHEN = st.one_of(
    st.none(),
    st.fixed_dictionaries({"due": DATES}),
    st.fixed_dictionaries(
        {"every": st.lists(st.sampled_from(["month", "quarter", "year"]), min_size=1, max_size=2)}
    ),
    st.just({"ongoing": True}),
)
DUTIES = st.lists(
    st.fixed_dictionaries(
        {"when": WHEN, "report": st.booleans(), "lead": SOME, "assigned": SOME, "with": SOME}
    ),
    min_size=1,
    max_size=3,
).map(lambda duties: [{**duty, "id": f"viec-{i}"} for i, duty in enumerate(duties)])
ROWS = st.lists(
    st.builds(
        lambda agency, progress, day, i: make.duty_row(
            progress, agency, duty=f"viec-{i}", reported_on=day
        ),
        st.sampled_from(NAMES),
        st.sampled_from(["in_progress", "not_started"]),
        ISO,
        st.integers(0, 2),
    ),
    max_size=4,
)
INDICATOR = {
    "measures": "cumulative",
    "every": "quarter",
    "targets": {"2024": {"bare": 30}, "2027": {"bare": 60}},
    "allocation": {"clause": "PL", "period": "2026", "shares": {"a": 10, "b": 20, "c": None}},
}


def _snapshot(bodies: Bodies, duties: Any, rows: Any, day: dt.date) -> Snapshot:
    figures = [make.row("2022", 5), make.row("2023", 9), make.row("2023", 2, agency="a")]
    one = make.plan(INDICATOR, duties)
    known = make.repository(one, bodies, duty_rows=rows, progress=figures)
    return take_snapshot(known, day)


def _owed(snapshot: Snapshot) -> list[Owed]:
    plan = snapshot.plans[make.PLAN]
    asked = [*plan.reports, *plan.coming, *(o for i in plan.indicators for o in i.owed)]
    on_desks = [owed for state in snapshot.agencies.values() for owed in state.reports_owed]
    return [owed for owed in (*asked, *on_desks) if owed.missing or owed.waiting]


@settings(max_examples=200, deadline=None)
@given(BODIES, DUTIES, ROWS, JUDGED)
def test_a_body_owes_nothing_outside_its_life(
    bodies: Bodies, duties: Any, rows: Any, day: dt.date
) -> None:
    snapshot = _snapshot(bodies, duties, rows, day)
    lives = Lives(snapshot.repository.agencies, day)
    for owed in _owed(snapshot):
        assert not lives.of(owed.agency).over
        assert lives.requires(owed.agency, owed.due)
        assert not lives.doubtful_on(owed.agency, owed.due)
    for name, state in snapshot.agencies.items():
        _owes_within(name, state, lives)


def _owes_within(name: str, state: AgencyState, lives: Lives) -> None:
    for duty in (*state.overdue, *state.due_soon):
        assert not state.life.over
        assert duty.state.due is not None
        assert lives.requires(name, duty.state.due)
    for duty in state.overdue:
        assert duty.state.due is not None
        assert not lives.doubtful_on(name, duty.state.due)
    for one in state.schedule:
        assert lives.requires(name, one.due)
        assert not lives.doubtful_on(name, one.due)
    if state.life.over:
        assert not state.reports_owed
        open_ = (Status.OVERDUE, Status.NO_DATA, Status.NOT_YET_DUE, Status.IN_PROGRESS)
        assert not {d.judgement.status for d in (*state.leads, *state.supports)} & {*open_}


def _late(snapshot: Snapshot) -> set[tuple[str, ...]]:
    plan = snapshot.plans[make.PLAN]
    found: set[tuple[str, ...]] = {
        ("duty", state.duty.id, agency)
        for state in plan.duties
        for agency, judged in state.by_agency.items()
        if judged.status is Status.OVERDUE
    }
    found |= {
        ("desk", name, duty.state.duty.id)
        for name, state in snapshot.agencies.items()
        for duty in state.overdue
    }
    found |= {
        ("owed", owed.agency, owed.period.text, owed.duty.id if owed.duty else "")
        for owed in _owed(snapshot)
        if owed.missing
    }
    found |= {
        ("target", indicator.indicator.id, target.key)
        for indicator in plan.indicators
        for target in indicator.targets
        if target.judgement.status in (Status.BEHIND, Status.FAR_BEHIND, Status.NOT_MET)
    }
    return found


@settings(max_examples=200, deadline=None)
@given(BODIES, st.sampled_from([*NAMES, make.WHOLE]), DATES, DUTIES, ROWS, JUDGED)
def test_an_end_makes_nothing_late(
    bodies: Bodies, name: str, until: str, duties: Any, rows: Any, day: dt.date
) -> None:
    body = {key: value for key, value in bodies[name].items() if key != "until"}
    alive = _snapshot({**bodies, name: body}, duties, rows, day)
    ended = _snapshot({**bodies, name: {**body, "until": until}}, duties, rows, day)
    assert _late(ended) <= _late(alive)


@settings(max_examples=100, deadline=None)
@given(BODIES, DUTIES, ROWS, JUDGED)
def test_a_successor_gets_nothing_without_an_amendment(
    bodies: Bodies, duties: Any, rows: Any, day: dt.date
) -> None:
    heir = {HEIR: {"name": "Cơ quan kế thừa"}}
    took = [{"agency": HEIR, "share": "whole"}]
    without = _snapshot({**bodies, **heir}, duties, rows, day)
    succeeded = {
        name: {**body, "successors": took} if "until" in body else body
        for name, body in bodies.items()
    }
    snapshot = _snapshot({**succeeded, **heir}, duties, rows, day)
    state = snapshot.agencies[HEIR]
    assert (state.leads, state.supports, state.overdue, state.due_soon) == ((), (), (), ())
    assert (state.schedule, state.reports_owed, state.shares, state.whole_of) == ((), (), (), ())
    for name, before in without.agencies.items():
        after = snapshot.agencies[name]
        assert [d.judgement.status for d in after.leads] == [
            d.judgement.status for d in before.leads
        ]
        assert replace(after.life, predecessors=()) == before.life


@settings(max_examples=300, deadline=None)
@given(LIVES, DAYS, DAYS)
def test_what_is_said_of_a_life_never_contradicts_itself(
    body: Mapping[str, Any], as_of: dt.date, day: dt.date
) -> None:
    lives = Lives({"a": Agency.model_validate(body)}, as_of)
    life, ended = lives.of("a"), lives.ended_before("a", day)
    if ended is not None:
        assert ended < day
        assert ended < as_of
        assert life.over
        assert not lives.requires("a", day)
    if lives.doubtful_on("a", day):
        assert lives.requires("a", day) or "from" in body
    if life.over and life.last is not None:
        assert life.last < as_of
    assert life.doubtful_from is None or life.doubtful
