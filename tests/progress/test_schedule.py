from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.duty import Duty
from site_builder.model.reporting import Cutoff, Cutoffs
from site_builder.progress.build import take_snapshot
from site_builder.progress.calendar import DATABLE
from site_builder.progress.lives import Lives
from site_builder.progress.schedule import (
    closing_between,
    lives_through,
    rounds,
    rounds_of,
    undated,
)
from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.progress.times import DutyVersion, Ending, Occurrence
from site_builder.terms.status import Status
from tests.progress.make import PLAN, WHOLE, plan, repository, snapshot

DAY = dt.date.fromisoformat
ISSUED = DAY("2021-09-07")
CUTOFF_14 = {"half_year": {"closes_on": 14, "due_after": 6}}


def duty(**fields: Any) -> Duty:
    given = {"id": "viec", "clause": "I", "task": "Việc", "lead": [WHOLE], "report": True}
    return Duty.model_validate(given | fields)


def found(one: Duty, until: str, own: Any = None, **fields: Any) -> list[Occurrence]:
    given = Cutoffs.model_validate(own or {})
    return list(rounds(PLAN, plan(**fields), one, WHOLE, given, DAY(until)))


def told(occurrences: list[Occurrence]) -> list[tuple[str, str, str, str]]:
    return [
        (o.period.text, o.window[0].isoformat(), o.window[1].isoformat(), o.due.isoformat())
        for o in occurrences
    ]


@pytest.mark.parametrize(
    ("interval", "periods"),
    [
        ("month", ["2021-09", "2021-10", "2021-11", "2021-12"]),
        ("quarter", ["2021-Q3", "2021-Q4"]),
        ("half_year", ["2021-H2"]),
        ("year", ["2021"]),
        ("term", []),
        ("unspecified", []),
    ],
)
def test_rounds_close_after_the_issue(interval: str, periods: list[str]) -> None:
    given = found(duty(when={"every": [interval]}), "2021-12-31")
    assert [o.period.text for o in given] == periods


def test_a_declared_close_moves_window_and_due_day() -> None:
    given = found(duty(when={"every": ["half_year"]}), "2022-12-31", reporting=CUTOFF_14)
    assert told(given) == [
        ("2021-H2", "2021-06-15", "2021-12-14", "2021-12-20"),
        ("2022-H1", "2021-12-15", "2022-06-14", "2022-06-20"),
        ("2022-H2", "2022-06-15", "2022-12-14", "2022-12-20"),
    ]
    assert given[0].cutoff == Cutoff(closes_on=14, due_after=6)


def test_a_bodys_own_cutoff_goes_before_the_plans() -> None:
    own = {"half_year": {"closes_on": 20}}
    (given,) = found(duty(when={"every": ["half_year"]}), "2021-12-31", own, reporting=CUTOFF_14)
    assert told([given]) == [("2021-H2", "2021-06-21", "2021-12-20", "2022-01-31")]
    other = {"year": {"closes_on": 20}}
    (given,) = found(duty(when={"every": ["half_year"]}), "2021-12-31", other, reporting=CUTOFF_14)
    assert given.window[1] == DAY("2021-12-14")


def test_without_a_declaration_the_calendar_and_the_sites_convention_hold() -> None:
    given = found(duty(when={"every": ["quarter"]}), "2021-12-31")
    assert told(given) == [
        ("2021-Q3", "2021-07-01", "2021-09-30", "2021-10-31"),
        ("2021-Q4", "2021-10-01", "2021-12-31", "2022-01-31"),
    ]
    assert given[0].cutoff is None and not given[0].printed


def test_a_period_closed_before_the_issue_is_not_owed_though_it_ends_after_it() -> None:
    given = found(
        duty(when={"every": ["half_year"]}), "2022-06-30",
        issued="2021-12-20", reporting=CUTOFF_14,
    )  # fmt: skip
    assert [o.period.text for o in given] == ["2022-H1"]


def test_a_duty_that_is_no_report_is_done_within_its_calendar_period() -> None:
    one = duty(when={"every": ["half_year"]}, report=False)
    (given,) = found(one, "2021-12-31", reporting=CUTOFF_14)
    assert told([given]) == [("2021-H2", "2021-07-01", "2021-12-31", "2021-12-31")]


def test_a_printed_month_is_due_on_its_last_day_however_far_the_schedule_goes() -> None:
    (given,) = found(duty(when={"due": "2021-09"}), "2021-09-08")
    assert (given.due, given.printed) == (DAY("2021-09-30"), True)
    (far,) = found(duty(when={"due": "2045"}), "2023-12-31")
    assert far.due == DAY("2045-12-31")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, True),
        ({"on_request": True}, True),
        ({"every": ["unspecified"]}, True),
        ({"every": ["term"], "on_request": True}, True),
        ({"ongoing": True}, True),
        ({"every": ["half_year", "unspecified"], "on_request": True}, False),
        ({"due": "2021-09"}, False),
    ],
)
def test_what_has_no_day_is_told_as_such(when: Any, expected: bool) -> None:
    given = duty(when=when)
    assert undated(given.when) is expected
    assert (found(given, "2030-12-31") == []) is expected


def test_the_schedule_ends_with_the_plan_or_two_years_on() -> None:
    one = {"lead": [WHOLE], "report": True, "when": {"every": ["year"]}}
    ahead = snapshot(plan(duties=[one]), "2022-05-01").agencies[WHOLE].schedule
    assert [o.period.text for o in ahead] == ["2021", "2022", "2023", "2024"]
    short = snapshot(plan(duties=[one], period={"to": "2022"}), "2022-05-01")
    assert [o.period.text for o in short.agencies[WHOLE].schedule] == ["2021", "2022"]


def test_supporters_and_receivers_have_no_round() -> None:
    one = {"lead": [WHOLE], "with": ["b"], "receives": ["c"], "when": {"every": ["year"]}}
    given = snapshot(
        plan(duties=[one]), "2022-05-01", agencies={"b": {"name": "B"}, "c": {"name": "C"}}
    )
    assert given.agencies[WHOLE].schedule
    assert given.agencies["b"].schedule == given.agencies["c"].schedule == ()


def _state(current: Duty, *history: DutyVersion, ended: Ending | None = None) -> DutyState:
    judged = Judgement(Status.ONGOING)
    return DutyState(PLAN, current, None, judged, {}, (), history, ended)


def test_a_changed_interval_asks_for_the_new_rounds_only_from_then_on() -> None:
    yearly, halves = duty(when={"every": ["year"]}), duty(when={"every": ["half_year"]})
    state = _state(
        halves, DutyVersion(None, yearly), DutyVersion(DAY("2023-03-01"), halves, "qd", "Điều 1")
    )
    given = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2023-12-31"))
    assert [(o.period.text, o.revision, o.revised) for o in given] == [
        ("2021", 0, None),
        ("2022", 0, None),
        ("2023-H1", 1, DAY("2023-03-01")),
        ("2023-H2", 1, DAY("2023-03-01")),
    ]


def test_a_moved_deadline_is_one_round_that_says_so() -> None:
    first, then = duty(when={"due": "2021-12"}), duty(when={"due": "2022-06"})
    other = duty(when={"due": "2022-06"}, task="Việc khác")
    state = _state(
        other,
        DutyVersion(None, first),
        DutyVersion(DAY("2021-12-01"), then, "qd-1"),
        DutyVersion(DAY("2022-01-01"), other, "qd-2"),
    )
    (given,) = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2023-12-31"))
    assert (given.due, given.revised, given.revision) == (
        DAY("2022-06-30"), DAY("2021-12-01"), 1,
    )  # fmt: skip
    assert given.duty is other


def test_an_ended_duty_has_no_round_from_then_on() -> None:
    yearly = duty(when={"every": ["year"]})
    state = _state(yearly, DutyVersion(None, yearly), DutyVersion(DAY("2023-03-01"), None, "qd"))
    given = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2030-12-31"))
    assert [o.period.text for o in given] == ["2021", "2022"]


INTERVALS = st.sampled_from(DATABLE)
CUTOFFS = st.one_of(
    st.none(),
    st.builds(
        Cutoff,
        closes_on=st.integers(1, 28),
        due_after=st.one_of(st.none(), st.integers(0, 366)),
    ),
)
DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2045, 12, 31))


@given(INTERVALS, CUTOFFS, DAYS, st.integers(0, 3000))
def test_windows_tile_without_gap_or_overlap(
    interval: Any, cutoff: Cutoff | None, after: dt.date, length: int
) -> None:
    until = after + dt.timedelta(days=length)
    tiles = closing_between(interval, cutoff, after, until)
    for one, following in pairwise(tiles):
        assert following.window[0] == one.window[1] + dt.timedelta(days=1)
        assert one.due < following.due or (cutoff is not None and one.due <= following.due)
    for one in tiles:
        assert after < one.window[1] <= until
        assert one.period.start <= one.window[1] <= one.period.end
        assert one.due >= one.window[1]


@given(INTERVALS, CUTOFFS, DAYS, st.integers(400, 3000), st.integers(1, 399))
def test_two_spans_that_meet_have_the_rounds_of_the_whole(
    interval: Any, cutoff: Cutoff | None, after: dt.date, length: int, cut: int
) -> None:
    until, between = after + dt.timedelta(days=length), after + dt.timedelta(days=cut)
    whole = closing_between(interval, cutoff, after, until)
    parts = (
        *closing_between(interval, cutoff, after, between),
        *closing_between(interval, cutoff, between, until),
    )
    assert parts == whole


@settings(max_examples=60)
@given(
    st.sets(INTERVALS, min_size=1),
    CUTOFFS,
    CUTOFFS,
    st.one_of(st.none(), st.dates(dt.date(2021, 10, 1), dt.date(2027, 1, 1))),
    st.one_of(st.none(), st.dates(dt.date(2021, 1, 1), dt.date(2026, 1, 1))),
    st.one_of(st.none(), st.dates(dt.date(2021, 10, 1), dt.date(2027, 1, 1))),
    st.dates(dt.date(2021, 9, 7), dt.date(2027, 1, 1)),
)
def test_no_round_lies_outside_the_plan_or_the_bodys_life(
    every: set[Any],
    plans: Cutoff | None,
    own: Cutoff | None,
    end: dt.date | None,
    born: dt.date | None,
    died: dt.date | None,
    as_of: dt.date,
) -> None:
    one = {"lead": [WHOLE], "report": True, "when": {"every": sorted(every)}}
    every_interval = {interval: plans for interval in DATABLE if plans is not None}
    body = {
        "name": "A",
        "from": born.isoformat() if born else None,
        "until": died.isoformat() if died else None,
        "reporting": {interval: own for interval in DATABLE if own is not None},
    }
    given = snapshot(
        plan(
            duties=[one],
            period={"to": end.isoformat()} if end else {},
            reporting=every_interval,
        ),
        as_of.isoformat(),
        agencies={WHOLE: body},
    )
    schedule = given.agencies[WHOLE].schedule
    last = died if died is not None and died < as_of else None
    for o in schedule:
        assert ISSUED < o.window[1] <= dt.date(as_of.year + 2, 12, 31)
        assert end is None or o.window[1] <= end
        assert last is None or o.due <= last
        assert o.cutoff == (own or plans)
    assert list(schedule) == sorted(schedule, key=lambda o: o.due)
    assert len({(o.period.text, o.due) for o in schedule}) == len(schedule)


def test_a_body_owes_nothing_for_rounds_that_closed_before_it_began() -> None:
    agencies = {WHOLE: Agency.model_validate({"name": "A", "from": "2022-01-15"})}
    lives = Lives(agencies, DAY("2022-12-31"))
    given = found(duty(when={"every": ["quarter"]}), "2022-06-30")
    assert [o.period.text for o in given if lives_through(o, lives)] == ["2022-Q1", "2022-Q2"]


def test_a_doubtful_body_is_told_no_round_from_the_day_of_doubt() -> None:
    until = {"unknown": "chưa có văn bản", "not_before": "2022-05-01"}
    agencies = {WHOLE: Agency.model_validate({"name": "A", "until": until})}
    lives = Lives(agencies, DAY("2023-12-31"))
    given = found(duty(when={"every": ["quarter"]}), "2022-12-31")
    assert [o.period.text for o in given if lives_through(o, lives)] == [
        "2021-Q3", "2021-Q4", "2022-Q1",
    ]  # fmt: skip


AMENDMENT = {
    "document": "sua-doi",
    "in_force": "2023-01-01",
    "changes": [{"what": "duties/viec/assigned", "from": "a", "to": "b"}],
}
OFFICES = {"a": {"name": "A"}, "b": {"name": "B"}}


def test_a_report_given_to_another_body_is_owed_by_each_for_its_own_time() -> None:
    one = {"assigned": ["b"], "report": True, "when": {"every": ["year"]}}
    amended = plan(duties=[one], amendments=[AMENDMENT])
    document = Document.model_validate({"kind": "Kế hoạch", "number": "1", "issued": "2022-12-01"})
    known = replace(repository(amended, OFFICES), documents={"sua-doi": document})
    given = take_snapshot(known, DAY("2024-03-01"))
    assert [o.period.text for o in given.agencies["a"].schedule] == ["2021", "2022"]
    assert [o.period.text for o in given.agencies["b"].schedule][:2] == ["2023", "2024"]
    owed = given.plans[PLAN].reports
    assert [(o.agency, o.period.text) for o in owed] == [
        ("a", "2021"), ("a", "2022"), ("b", "2023"),
    ]  # fmt: skip


def test_a_duty_that_an_amendment_added_has_no_round_before_it() -> None:
    yearly = duty(when={"every": ["year"]})
    state = _state(yearly, DutyVersion(DAY("2023-03-01"), yearly, "qd"))
    given = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2024-12-31"))
    assert [o.period.text for o in given] == ["2023", "2024"]


@settings(max_examples=60)
@given(
    INTERVALS,
    CUTOFFS,
    st.dates(dt.date(2021, 10, 1), dt.date(2026, 1, 1)),
    st.dates(dt.date(2021, 10, 1), dt.date(2027, 1, 1)),
)
def test_a_body_owes_nothing_outside_its_life(
    interval: Any, own: Cutoff | None, died: dt.date, as_of: dt.date
) -> None:
    body = {
        "name": "A",
        "until": died.isoformat(),
        "reporting": {interval: own} if own is not None else {},
    }
    one = {"lead": [WHOLE], "report": True, "when": {"every": [interval]}}
    indicator = {"every": interval, "targets": {"2030": {"bare": 1}}}
    state = snapshot(plan(indicator, [one]), as_of.isoformat(), agencies={WHOLE: body})
    found = state.plans[PLAN]
    over = died < as_of
    for owed in (*found.reports, *found.coming, *found.indicators[0].owed):
        if over:
            assert not owed.missing and not owed.waiting
        if over and owed.due > died:
            assert owed.judgement.status is Status.NOT_REQUIRED
        elif owed.due >= as_of:
            assert owed.judgement.status is not Status.OVERDUE
    if over:
        assert state.agencies[WHOLE].reports_owed == ()
