"""What stands in a calendar: rounds of duties, and those that fell away a short while ago."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from site_builder.exports.feed import stable_id
from site_builder.model.repository import Repository
from site_builder.progress.calendar import first_duty_day
from site_builder.progress.dues import documented
from site_builder.progress.members import Membership
from site_builder.progress.schedule import NO_CUTOFFS, bodies_of, dropped, horizon, rounds_of
from site_builder.progress.snapshot import DutyState, PlanState, Snapshot
from site_builder.progress.times import Occurrence

BACK, AHEAD = dt.timedelta(days=92), dt.timedelta(days=400)
"""How far rounds reach back and ahead of the day; printed deadlines ahead are all there."""
CALLED_OFF = dt.timedelta(days=366)
"""How long after an ending what fell away is called off."""
MOST = Decimal(1000)
"""How many events the calendar of all has at most."""
PRINTED = "due"
"""The round of a printed deadline: the same one, whatever day it is moved to."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day event."""

    uid: str
    one: Occurrence
    bodies: tuple[str, ...]
    stamp: dt.date
    """When it became what it is: the plan's issue, or the day of what moved or ended it."""
    sequence: int
    called_off: bool = False


def of_each(snapshot: Snapshot) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The calendar of every body that has, or had, anything dated: it may have become empty."""
    fallen = _called_off(snapshot)
    for agency, state in snapshot.agencies.items():
        shown = _window(state.schedule, snapshot.as_of)
        entries = [_entry(snapshot, one, agency, (agency,)) for one in shown] + fallen[agency]
        if state.schedule or entries:
            yield agency, tuple(sorted(entries, key=_order))


def of_all(snapshot: Snapshot) -> tuple[Entry, ...]:
    """All of them, a round that several bodies have on the same terms only once; the nearest.

    A round of one body alone has the id that it has in that body's own calendar.
    """
    groups: dict[tuple[str, str, str, str], list[Occurrence]] = defaultdict(list)
    every = [one for state in snapshot.agencies.values() for one in state.schedule]
    for one in _window(every, snapshot.as_of):
        owner = _owner(snapshot.repository, one)
        groups[one.plan_id, one.duty.id, _round(one), owner].append(one)
    nearest = sorted(groups.items(), key=lambda group: (group[1][0].due, group[0]))
    if len(nearest) > MOST:
        nearest = [group for group in nearest if group[1][0].due >= snapshot.as_of][: int(MOST)]
    entries = (
        _entry(
            snapshot,
            group[0],
            group[0].agency if len(group) == 1 else owner,
            tuple(one.agency for one in group),
        )
        for (*_, owner), group in nearest
    )
    return tuple(sorted(entries, key=_order))


def _window(schedule: Iterable[Occurrence], as_of: dt.date) -> list[Occurrence]:
    """What is near, and every printed deadline ahead."""
    first, last = as_of - BACK, as_of + AHEAD
    return [one for one in schedule if first <= one.due and (one.printed or one.due <= last)]


def _order(entry: Entry) -> tuple[dt.date, str]:
    return entry.one.due, entry.uid


def _owner(repository: Repository, one: Occurrence) -> str:
    """The body, where its own cut-off sets the day; nothing where all bodies share it."""
    body = repository.agencies.get(one.agency)
    if one.cutoff is None or body is None or body.reporting == NO_CUTOFFS:
        return ""
    return one.agency


def _round(one: Occurrence) -> str:
    return PRINTED if one.printed else one.period.text


def _entry(snapshot: Snapshot, one: Occurrence, owner: str, bodies: tuple[str, ...]) -> Entry:
    issued = first_duty_day(snapshot.repository.plans[one.plan_id]) or one.window[0]
    stamp = min(one.revised or issued, snapshot.as_of)
    uid = stable_id(one.plan_id, one.duty.id, owner, _round(one))
    return Entry(uid, one, bodies, stamp, one.revision)


def _called_off(snapshot: Snapshot) -> defaultdict[str, list[Entry]]:
    """By body, the coming rounds that an ending within a year took away.

    Who subscribes no longer sees what is not there. Who once imported a file keeps it until told
    that it is called off, under the same id and a higher number.
    """
    membership = Membership(snapshot.repository.agencies)
    recent = {
        agency: state.life.last + _DAY
        for agency, state in snapshot.agencies.items()
        if state.life.last and _is_recent(state.life.last + _DAY, snapshot.as_of)
    }
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for plan in snapshot.plans.values():
        for state in plan.duties:
            ended = [
                day
                for day in _ended(plan, state, snapshot.as_of)
                if _is_recent(day, snapshot.as_of)
            ]
            changed = any(v.day and _is_recent(v.day, snapshot.as_of) for v in state.history)
            if not (ended or recent or changed):
                continue
            bound = membership.bound_by(state.duty)
            for agency in bodies_of(state, bound, membership):
                ends = [*ended, *([recent[agency]] if agency in recent else [])]
                if ends or changed:
                    found[agency] += _fallen(snapshot, plan, state, agency, ends, membership)
    return found


def _is_recent(end: dt.date, as_of: dt.date) -> bool:
    return end + CALLED_OFF >= as_of


def _ended(plan: PlanState, state: DutyState, as_of: dt.date) -> list[dt.date]:
    """The days from which a document ended the duty or its plan."""
    return [end.day for end in documented(plan.plan, (state.ended, plan.ended), as_of)]


def _fallen(
    snapshot: Snapshot,
    plan: PlanState,
    state: DutyState,
    agency: str,
    ends: list[dt.date],
    membership: Membership,
) -> Iterator[Entry]:
    as_of = snapshot.as_of
    body = snapshot.repository.agencies.get(agency)
    cutoffs = NO_CUTOFFS if body is None else body.reporting
    stand = {_round(one) for one in _own(snapshot, agency, plan.plan_id, state.duty.id)}
    until = horizon(plan.plan, as_of)
    gone = [
        (day, one)
        for day, one in dropped(plan.plan, state, agency, cutoffs, until, membership)
        if _is_recent(day, as_of) and day <= as_of
    ]
    if ends:
        whole = rounds_of(plan.plan, state, agency, cutoffs, until, membership)
        gone += [(min(ends), one) for one in whole]
    latest = {_round(one): (day, one) for day, one in gone}
    for day, one in latest.values():
        near = one.printed or one.due <= as_of + AHEAD
        if near and one.due >= max(day, as_of) and _round(one) not in stand:
            entry = _entry(snapshot, one, agency, (agency,))
            yield replace(
                entry, stamp=min(day, as_of), sequence=entry.sequence + 1, called_off=True
            )


def _own(snapshot: Snapshot, agency: str, plan_id: str, duty_id: str) -> Iterator[Occurrence]:
    state = snapshot.agencies.get(agency)
    schedule = () if state is None else state.schedule
    return (one for one in schedule if one.plan_id == plan_id and one.duty.id == duty_id)
