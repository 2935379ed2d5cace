"""What comes round to a body within the next 90 days: the next round of each recurring duty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import ClauseRef, Ref, clause_ref, plan_number
from site_builder.progress.agencies import SOON
from site_builder.progress.snapshot import AgencyState, Occurrence, Owed
from site_builder.terms.period import Period
from site_builder.terms.text import Text

RoundKey = tuple[str, str, str]
"""Plan, duty and period: a report that came in."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A recurring duty whose round is to be done."""

    plan: Text
    duty: Ref
    clause: ClauseRef
    requested: bool


@dataclass(frozen=True, slots=True)
class RoundDay:
    """What falls due on one day for one period."""

    due: dt.date
    period: Period
    window: tuple[dt.date, dt.date] | None
    """The days covered, where a cut-off is declared and they are not the period's own."""
    lines: tuple[RoundLine, ...]


@dataclass(frozen=True, slots=True)
class Rounds:
    """The next rounds, earliest due first."""

    days: tuple[RoundDay, ...]
    count: int
    convention: bool
    """Whether a day among them is this site's convention, declared by nobody."""


def rounds_ahead(context: Context, state: AgencyState, came_in: Iterable[Owed]) -> Rounds | None:
    """What comes round within 90 days and has not come in yet; None where nothing does."""
    done = {(one.plan_id, one.duty.id, one.period.text) for one in came_in if one.duty}
    ahead = _next_of_each(state.schedule, context.as_of, done)
    if not ahead:
        return None
    days = groupby(ahead, key=lambda one: (one.due, one.period, _window(one)))
    return Rounds(
        days=tuple(
            RoundDay(*key, lines=tuple(_line(context, one) for one in found)) for key, found in days
        ),
        count=len(ahead),
        convention=any(one.cutoff is None for one in ahead),
    )


def has_rounds_ahead(state: AgencyState, as_of: dt.date) -> bool:
    """Whether anything dated is still to come, however far ahead: then a calendar is of use."""
    return any(one.due >= as_of for one in state.schedule)


def _next_of_each(
    schedule: Iterable[Occurrence], as_of: dt.date, done: Collection[RoundKey]
) -> list[Occurrence]:
    found: dict[tuple[str, str], Occurrence] = {}
    for one in schedule:
        open_still = (one.plan_id, one.duty.id, one.period.text) not in done
        if not one.printed and as_of <= one.due <= as_of + SOON and open_still:
            found.setdefault((one.plan_id, one.duty.id), one)
    return sorted(found.values(), key=lambda one: (one.due, one.period.text, _window(one) or ()))


def _window(one: Occurrence) -> tuple[dt.date, dt.date] | None:
    return None if one.window == (one.period.start, one.period.end) else one.window


def _line(context: Context, one: Occurrence) -> RoundLine:
    return RoundLine(
        plan=plan_number(context.snapshot.repository.plans[one.plan_id]),
        duty=Ref(one.duty.task, paths.duty(one.plan_id, one.duty.id)),
        clause=clause_ref(one.plan_id, one.duty.clause),
        requested=one.duty.requested,
    )
