"""A body's duties in one role; what they share is said once, not on every line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from site_builder.model.duty import ROLE_WORDS, Duty
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import Ref, plan_label, plan_number
from site_builder.pages.view_duty import DutyBrief, body_ref, duty_brief
from site_builder.progress.calendar import DATABLE
from site_builder.progress.snapshot import AgencyDuty, Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text

ALIKE_FROM = 2
"""So many duties that differ in their task alone are a list under one line, not rows of a table."""


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as this body sees it."""

    plan: Text | None
    """None where all the lines stand under one plan, which is named once above them."""
    duty: DutyBrief
    roles: tuple[Text, ...]
    through: tuple[Ref, ...]
    """The groups through which it is named; empty too where all lines share them."""
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class AlikeDuties:
    """Duties with one role, one time and one judgement: only their tasks differ."""

    roles: tuple[Text, ...]
    through: tuple[Ref, ...]
    timing: Text
    judgement: Judgement
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties of a body, in the order of plans and clauses."""

    plan: Text | None
    """The one plan that gives them all."""
    plan_path: str
    through: tuple[Ref, ...]
    """The groups through which every one of them reaches the body."""
    apart: tuple[DutyLine, ...]
    alike: tuple[AlikeDuties, ...]


def duty_line(context: Context, duty: AgencyDuty) -> DutyLine:
    """A duty with the role of one body and the judgement of what that body did."""
    repository = context.snapshot.repository
    return DutyLine(
        plan=plan_number(repository.plans[duty.plan_id]),
        duty=duty_brief(duty.state),
        roles=tuple(ROLE_WORDS[role] for role in duty.roles),
        through=tuple(body_ref(repository, group) for group in duty.through),
        judgement=duty.judgement,
    )


def gathered(context: Context, duties: Iterable[AgencyDuty]) -> Duties | None:
    """A body's duties in one role; None where it has none."""
    duties = tuple(duties)
    if not duties:
        return None
    plans = {duty.plan_id for duty in duties}
    ways = {duty.through for duty in duties}
    lines = [duty_line(context, duty) for duty in duties]
    plan_id = duties[0].plan_id
    through = lines[0].through if len(ways) == 1 else ()
    if len(plans) == 1:
        lines = [replace(line, plan=None) for line in lines]
    if through:
        lines = [replace(line, through=()) for line in lines]
    apart, alike = _told_apart(lines)
    one_plan = len(plans) == 1
    return Duties(
        plan=plan_label(context.snapshot.repository.plans[plan_id]) if one_plan else None,
        plan_path=paths.plan(plan_id) if one_plan else "",
        through=through,
        apart=apart,
        alike=alike,
    )


def _told_apart(
    lines: list[DutyLine],
) -> tuple[tuple[DutyLine, ...], tuple[AlikeDuties, ...]]:
    groups: dict[object, list[DutyLine]] = {}
    for line in lines:
        key = (line.roles, line.through, line.duty.timing, _told_alike(line.judgement))
        groups.setdefault(key, []).append(line)
    many = [tuple(group) for group in groups.values() if len(group) >= ALIKE_FROM]
    known = {id(line) for group in many for line in group}
    return tuple(line for line in lines if id(line) not in known), tuple(map(_alike, many))


def _told_alike(judgement: Judgement) -> object:
    """What is no longer in force stands together, whatever ended it: that is told at the duty."""
    over = judgement.status is Status.ENDED
    return (judgement.status, judgement.illustrative) if over else judgement


def _alike(lines: tuple[DutyLine, ...]) -> AlikeDuties:
    first = lines[0]
    judgement = first.judgement
    if any(line.judgement != judgement for line in lines):
        judgement = replace(judgement, arithmetic=())
    return AlikeDuties(first.roles, first.through, first.duty.timing, judgement, lines)


def is_undated_report(duty: Duty) -> bool:
    """Whether it is a report for which no datable interval or deadline is printed."""
    when = duty.when
    if not duty.report or (when is not None and when.due is not None):
        return False
    return when is None or not any(interval in DATABLE for interval in when.every)
