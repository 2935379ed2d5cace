"""Duties that a document moved from one body to another: told at both ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.duty import Duty
from site_builder.pages.page import Context
from site_builder.pages.view import Ref, agency_ref, plan_number
from site_builder.pages.view_duty import DutyBrief, duty_brief
from site_builder.pages.view_life import ActView, cited
from site_builder.progress.snapshot import DutyState, DutyVersion
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class PassedDuty:
    """A duty with the body or bodies at the other end of the move."""

    plan: Text
    duty: DutyBrief
    others: tuple[Ref, ...]
    """Empty where it was only added to those that have it, or only taken from one of them."""
    day: dt.date | None
    by: ActView | None


@dataclass(frozen=True, slots=True)
class Passed:
    """What came to a body and what went from it, in the order of plans and clauses."""

    came: tuple[PassedDuty, ...] = ()
    went: tuple[PassedDuty, ...] = ()


NOTHING_PASSED = Passed()


def passed_by_agency(context: Context) -> Mapping[str, Passed]:
    """Every move by a document that is in force, under both bodies."""
    came: dict[str, list[PassedDuty]] = {}
    went: dict[str, list[PassedDuty]] = {}
    for plan in context.snapshot.plans.values():
        for state in plan.duties:
            for version, lost, gained in _moves(state, context.as_of):
                for body in gained:
                    came.setdefault(body, []).append(_passed(context, state, version, lost))
                for body in lost:
                    went.setdefault(body, []).append(_passed(context, state, version, gained))
    return {
        body: Passed(tuple(came.get(body, ())), tuple(went.get(body, ())))
        for body in (*came, *(one for one in went if one not in came))
    }


def _moves(
    state: DutyState, as_of: dt.date
) -> Iterator[tuple[DutyVersion, tuple[str, ...], tuple[str, ...]]]:
    """Each version in force that changed who answers for the duty: who lost it, who gained it."""
    for before, after in zip(state.history, state.history[1:], strict=False):
        in_force = after.day is None or after.day <= as_of
        if before.duty is None or after.duty is None or not in_force:
            continue
        old, new = _answering(before.duty), _answering(after.duty)
        lost = tuple(body for body in old if body not in new)
        gained = tuple(body for body in new if body not in old)
        if lost or gained:
            yield after, lost, gained


def _answering(duty: Duty) -> tuple[str, ...]:
    """Everybody whom it gives a part to do, once each."""
    named = (body for role, body in duty.assignments() if role != "receives")
    return tuple(dict.fromkeys(named))


def _passed(
    context: Context, state: DutyState, version: DutyVersion, others: Iterable[str]
) -> PassedDuty:
    repository = context.snapshot.repository
    return PassedDuty(
        plan=plan_number(repository.plans[state.plan_id]),
        duty=duty_brief(state),
        others=tuple(agency_ref(repository, other) for other in others),
        day=version.day,
        by=cited(repository, version.document, version.clause) if version.document else None,
    )
