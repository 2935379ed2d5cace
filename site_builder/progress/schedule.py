"""Rounds: by when a duty that comes round, or a one-off one, is to be done by each body."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from site_builder.model.agency import Agency
from site_builder.model.duty import Duty, Timing
from site_builder.model.indicator import Interval
from site_builder.model.plan import Plan
from site_builder.model.reporting import Cutoff, Cutoffs
from site_builder.progress.calendar import (
    DATABLE,
    end_of_next_month,
    first_duty_day,
    periods,
    span_end,
)
from site_builder.progress.changed_rounds import Reached, Version, joined, reached_of, versions_of
from site_builder.progress.dues import documented
from site_builder.progress.lives import Lives
from site_builder.progress.members import LEADING, Bound, Membership
from site_builder.progress.snapshot import DutyState, PlanState
from site_builder.progress.times import Occurrence
from site_builder.terms.period import Period

YEARS_AHEAD = 2
"""The schedule ends with the second calendar year after that of the day of judgement."""
NO_CUTOFFS = Cutoffs()
"""Declares nothing."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of an interval: what it covers, and by when it is reported on."""

    period: Period
    window: tuple[dt.date, dt.date]
    due: dt.date


def horizon(plan: Plan, as_of: dt.date) -> dt.date:
    """The last day on which a round of the schedule may close."""
    last = dt.date(as_of.year + YEARS_AHEAD, 12, 31)
    return min(last, span_end(plan) or last)


def declared(interval: Interval, plan: Plan, own: Cutoffs) -> Cutoff | None:
    """The cut-off of an interval: what the body declares goes before what the plan declares."""
    if interval not in DATABLE:
        return None
    found: Cutoff | None = getattr(own, interval) or getattr(plan.reporting, interval)
    return found


def closing_between(
    interval: Interval, cutoff: Cutoff | None, after: dt.date, until: dt.date
) -> tuple[Round, ...]:
    """The rounds that close later than `after` and not later than `until`, earliest first.

    Each begins on the day after the one before it closed: no day is left out or counted twice.
    """
    if cutoff is None:
        return _closing(interval, None, None, after, until)
    return _closing(interval, cutoff.closes_on, cutoff.due_after, after, until)


@lru_cache(maxsize=4096)
def _closing(
    interval: Interval,
    closes_on: int | None,
    due_after: int | None,
    after: dt.date,
    until: dt.date,
) -> tuple[Round, ...]:
    found = []
    for period in periods(interval, after, until):
        close = _close(period.end, closes_on)
        if not after < close <= until:
            continue
        before = _close(period.start - dt.timedelta(days=1), closes_on)
        due = end_of_next_month(period.end)
        if due_after is not None:
            due = close + dt.timedelta(days=due_after)
        found.append(Round(period, (before + dt.timedelta(days=1), close), due))
    return tuple(found)


def _close(last: dt.date, closes_on: int | None) -> dt.date:
    return last if closes_on is None else last.replace(day=closes_on)


def rounds(
    plan_id: str,
    plan: Plan,
    duty: Duty,
    agency: str,
    cutoffs_of_agency: Cutoffs,
    until: dt.date,
) -> tuple[Occurrence, ...]:
    """Every dated round of a duty for one body that closes by `until`, earliest due first.

    From the plan's issue (its latest possible day where unknown) to its printed end. A duty to
    report follows the cut-offs declared; any other is to be done within its calendar period,
    whose last day is its due day. A printed deadline is one round, due on its last day, however
    far ahead. What comes on request, once a term or “định kỳ” has no dated round.
    """
    when = duty.when
    if when is None:
        return ()
    found: list[Occurrence] = []
    if when.due is not None:
        due = when.due
        window = (due.start, due.end)
        found.append(Occurrence(plan_id, duty, agency, due, window, due.end, True))
    begin, end = first_duty_day(plan), span_end(plan)
    if begin is not None:
        last = until if end is None else min(until, end)
        for interval in when.every:
            cutoff = declared(interval, plan, cutoffs_of_agency) if duty.report else None
            for one in closing_between(interval, cutoff, begin, last):
                day = one.due if duty.report else one.window[1]
                found.append(
                    Occurrence(plan_id, duty, agency, one.period, one.window, day, False, cutoff)
                )
    return tuple(sorted(found, key=_order))


def _order(one: Occurrence) -> tuple[dt.date, dt.date, dt.date]:
    return one.due, one.period.end, one.period.start


def rounds_of(
    plan: Plan,
    state: DutyState,
    agency: str,
    cutoffs_of_agency: Cutoffs,
    until: dt.date,
    membership: Membership | None = None,
) -> tuple[Occurrence, ...]:
    """The rounds of a duty whose time and bodies amendments may have changed.

    A printed deadline is the one in force. A round that comes round belongs to the version that
    was in force on the day it closed, so that nobody owes for the time before an amendment what
    only the amendment asked for. With `membership`, of each version only what it asks of the body.
    Where an interval replaces another, its first round begins on the day after the last one of the
    other closed: no day of the duty is left out or counted twice.
    """
    if not state.history:
        return rounds(state.plan_id, plan, state.duty, agency, cutoffs_of_agency, until)
    found: list[Occurrence] = []
    versions = tuple(versions_of(state.history))
    in_force = [version for version in versions if version.duty == state.duty][-1:]
    before: tuple[Version, Reached] | None = None
    for version in versions:
        if membership is not None and agency not in _bodies(version.duty, membership):
            before = None
            continue
        if before is not None and before[0].before != version.first:
            before = None
        every = [
            replace(one, duty=state.duty, revised=version.moved, revision=version.moves)
            for one in rounds(state.plan_id, plan, version.duty, agency, cutoffs_of_agency, until)
        ]
        found += [one for one in every if one.printed and version in in_force]
        held = joined([one for one in every if not one.printed], version, before)
        found += held
        before = version, reached_of(held, every, version, before)
    return tuple(sorted(found, key=_order))


def dropped(
    plan: Plan,
    state: DutyState,
    agency: str,
    cutoffs_of_agency: Cutoffs,
    until: dt.date,
    membership: Membership,
) -> Iterator[tuple[dt.date, Occurrence]]:
    """The rounds that a document took away by changing or ending the duty, each with that day.

    A round that stands in another version is among them: whoever asks knows what stands.
    """
    for version in versions_of(state.history):
        day = version.before
        if day is None or agency not in _bodies(version.duty, membership):
            continue
        for one in rounds(state.plan_id, plan, version.duty, agency, cutoffs_of_agency, until):
            if one.printed or one.window[1] >= day:
                yield day, replace(one, revised=version.moved, revision=version.moves)


def bodies_of(
    state: DutyState, bound: tuple[Bound, ...], membership: Membership
) -> tuple[str, ...]:
    """In whose schedule a duty stands or once stood: who answers for it, or did before an
    amendment gave it to others."""
    if not state.history:
        return answering(state.duty, bound)
    duties = [version.duty for version in reversed(state.history) if version.duty is not None]
    found = (_bodies(duty, membership) for duty in (state.duty, *duties))
    return tuple(dict.fromkeys(agency for some in found for agency in some))


def _bodies(duty: Duty, membership: Membership) -> tuple[str, ...]:
    return answering(duty, membership.bound_by(duty))


def undated(when: Timing | None) -> bool:
    """Whether no day follows from what is printed: nothing, on request, “định kỳ”, once a term."""
    return when is None or (when.due is None and not any(i in DATABLE for i in when.every))


def owing(bound: tuple[Bound, ...]) -> tuple[str, ...]:
    """Who owes the reports under a duty: whoever leads or carries it out, each its own.

    Where nobody does, the bodies in the other roles, receiving excepted.
    """
    leading = tuple(b.agency for b in bound if "lead" in b.roles or "assigned" in b.roles)
    return leading or tuple(b.agency for b in bound if b.roles != ("receives",))


def answering(duty: Duty, bound: tuple[Bound, ...]) -> tuple[str, ...]:
    """In whose schedule a duty stands."""
    if duty.report:
        return owing(bound)
    leading = tuple(b.agency for b in bound if not LEADING.isdisjoint(b.roles))
    return leading or tuple(b.agency for b in bound if b.roles != ("receives",))


def schedules(
    plans: Iterable[PlanState],
    bound_by: Mapping[tuple[str, str], tuple[Bound, ...]],
    membership: Membership,
    agencies: Mapping[str, Agency],
    lives: Lives,
    as_of: dt.date,
) -> dict[str, tuple[Occurrence, ...]]:
    """Every body's rounds, earliest due first: none outside its life or after the duty's end."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for plan in plans:
        until = horizon(plan.plan, as_of)
        for state in plan.duties:
            if undated(state.duty.when) and not state.history:
                continue
            bound = bound_by[plan.plan_id, state.duty.id]
            for agency in bodies_of(state, bound, membership):
                body = agencies.get(agency)
                own = NO_CUTOFFS if body is None else body.reporting
                for one in rounds_of(plan.plan, state, agency, own, until, membership):
                    if holds(one, state, plan, as_of) and lives_through(one, lives):
                        found[agency].append(one)
    return {agency: tuple(sorted(own, key=_order)) for agency, own in found.items()}


def holds(one: Occurrence, state: DutyState, plan: PlanState, as_of: dt.date) -> bool:
    """Whether the duty and its plan are not ended by a document by the day the round is due.

    The end of the plan's printed period alone frees nobody from reporting on it.
    """
    ends = documented(plan.plan, (state.ended, plan.ended), as_of)
    return all(one.due < end.day for end in ends)


def lives_through(one: Occurrence, lives: Lives) -> bool:
    """Whether the body is established to live when the round closes and when it is due."""
    close = one.window[1]
    if not (lives.requires(one.agency, close) and lives.requires(one.agency, one.due)):
        return False
    return not lives.doubtful_on(one.agency, one.due)
