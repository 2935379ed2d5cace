"""What needs attention, across plans: one line for each indicator and duty, the gravest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.base import Words
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, clause_ref, plan_number
from site_builder.pages.view_duty import timing
from site_builder.pages.view_quantity import quantity
from site_builder.pages.view_target import named, target_view
from site_builder.pages.view_verdict import assessed, partial_sum, period_count, target_notes
from site_builder.progress import wording
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    Observation,
    PlanState,
    TargetState,
)
from site_builder.progress.times import Ending
from site_builder.progress.trajectory import same_subject
from site_builder.terms.quantity import round_half_up
from site_builder.terms.status import Status
from site_builder.terms.text import Text

GRAVE = (Status.NOT_MET, Status.WRONG_WAY, Status.OVERDUE, Status.FAR_BEHIND)
"""What leadership must see first, the gravest first."""

_REQUIRED = Text("{amount}, {deadline}", "{amount}, {deadline}")


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target, what was found and how it is judged, in a line."""

    indicator: Ref
    plan: Text
    plan_path: str
    required: Text
    """`mỗi năm ít nhất 25 CĐCS, đến năm 2023`."""
    clause: ClauseRef
    latest: Observation | None
    """The value that was judged."""
    told: Text | None
    """What stands in place of one value: how many periods were met, or an assessment in words."""
    unit: Words
    percent: bool
    judgement: Judgement
    partial: Text | None
    """How many of the bodies the value adds up, where it is not all of them."""
    notes: tuple[Text, ...]
    """What must stand beside the status."""


@dataclass(frozen=True, slots=True)
class AttentionLine:
    """An indicator with its gravest target, or an overdue duty."""

    subject: Ref
    plan: Text
    plan_path: str
    required: Text
    clause: ClauseRef
    target: TargetLine | None
    """None for a duty."""
    judgement: Judgement
    others: tuple[tuple[Status, tuple[Text, ...]], ...] = ()
    """Its other targets in a grave state: which status, by which years."""


def attention(plans: Iterable[PlanState], as_of: dt.date) -> list[AttentionLine]:
    """Every line; of two equally grave the one with more targets in that way, else in plan order."""
    lines = [line for plan in plans for line in _of_plan(plan, as_of)]
    return sorted(lines, key=lambda line: (_gravity(line.judgement), -_other_targets(line)))


def _of_plan(plan: PlanState, as_of: dt.date) -> Iterator[AttentionLine]:
    """Nothing of what a document ended or replaced: the list of targets still has it."""
    if _was_ended(plan.ended):
        return
    for state in plan.indicators:
        grave = [
            target
            for target in state.targets
            if target.judgement.status in GRAVE and not _was_ended(target.ended)
        ]
        if grave:
            yield _indicator(plan, state, grave, as_of)
    for duty in plan.duties:
        if duty.judgement.status is Status.OVERDUE and not _was_ended(duty.ended):
            yield _duty(plan, duty)


def _was_ended(ending: Ending | None) -> bool:
    """Whether a document ended it; a plan whose printed period is over still has to be answered."""
    return ending is not None and bool(ending.document)


def _indicator(
    plan: PlanState, state: IndicatorState, grave: list[TargetState], as_of: dt.date
) -> AttentionLine:
    chief = min(grave, key=lambda target: (_gravity(target.judgement), -_ordinal(target)))
    others: dict[Status, list[Text]] = {}
    for target in grave:
        if target is not chief:
            others.setdefault(target.judgement.status, []).append(named(target.key, target.target))
    line = target_line(plan, state, chief, as_of)
    return AttentionLine(
        subject=line.indicator,
        plan=line.plan,
        plan_path=line.plan_path,
        required=line.required,
        clause=line.clause,
        target=line,
        judgement=line.judgement,
        others=tuple((status, tuple(others[status])) for status in GRAVE if status in others),
    )


def _duty(plan: PlanState, state: DutyState) -> AttentionLine:
    duty = state.duty
    return AttentionLine(
        subject=Ref(duty.task, paths.duty(state.plan_id, duty.id)),
        plan=plan_number(plan.plan),
        plan_path=paths.plan(state.plan_id),
        required=timing(duty.when, state.due),
        clause=clause_ref(state.plan_id, duty.clause),
        target=None,
        judgement=state.judgement,
    )


def target_line(
    plan: PlanState, state: IndicatorState, target: TargetState, as_of: dt.date
) -> TargetLine:
    """One target of an indicator of a plan."""
    indicator = state.indicator
    view = target_view(state.plan_id, indicator, target)
    latest = judged_value(state, target)
    return TargetLine(
        indicator=Ref(indicator.name, paths.indicator(state.plan_id, indicator.id)),
        plan=plan_number(plan.plan),
        plan_path=paths.plan(state.plan_id),
        required=_REQUIRED.fill(amount=view.amount, deadline=view.deadline),
        clause=view.clause,
        latest=latest,
        told=_told(plan, state, target, as_of),
        unit=indicator.unit,
        percent=indicator.unit.vi == "%",
        judgement=target.judgement,
        partial=partial_sum(state, latest),
        notes=target_notes(indicator, target, as_of),
    )


def _told(
    plan: PlanState, state: IndicatorState, target: TargetState, as_of: dt.date
) -> Text | None:
    if target.each:
        return period_count(target, as_of).words
    if target.target.in_words is not None or state.indicator.measures == "assessment":
        day = assessed(state, target.key, plan.plan.issuer)
        return _UNASSESSED if day is None else _ASSESSED.fill(day=wording.day(day.end))
    return _of_others(state, target) or _unused(state, target)


def _unused(state: IndicatorState, target: TargetState) -> Text | None:
    """The newest figure where the target cannot be judged by it: it must not look like none."""
    latest, status = state.latest, target.judgement.status
    if latest is None or latest.value is None or target.observation is not None:
        return None
    if status not in (Status.INSUFFICIENT, Status.ENDED):
        return None
    shown = round_half_up(latest.value, 1 if state.indicator.unit.vi == "%" else 2)
    return _UNUSED.fill(
        value=quantity(shown, state.indicator.unit),
        period=wording.period(latest.period),
        firm=wording.firmness(latest.state),
    )


def _of_others(state: IndicatorState, target: TargetState) -> Text | None:
    """The newest figure where the target counts something else than the figures do."""
    indicator, latest = state.indicator, state.latest
    if latest is None or latest.value is None or same_subject(indicator, target.target):
        return None
    shown = round_half_up(latest.value, 1 if indicator.unit.vi == "%" else 2)
    return _OTHERS.fill(value=quantity(shown, indicator.unit), firm=wording.firmness(latest.state))


_ASSESSED = Text("đánh giá ngày {day}", "assessed on {day}")
_UNASSESSED = Text("chưa ai đánh giá", "assessed by nobody")
_UNUSED = Text(
    "không xét theo số mới nhất: {value}, {period}{firm}",
    "not judged by the latest figure: {value}, {period}{firm}",
)
_OTHERS = Text(
    "có số liệu trên phạm vi khác: {value}{firm}", "data exist on another population: {value}{firm}"
)


def judged_value(state: IndicatorState, target: TargetState) -> Observation | None:
    """What the status rests on: of a target of every year the last failed year's own figure."""
    failed = [period for period, judged in target.each if judged.status is Status.NOT_MET]
    if failed:
        return next((o for o in state.series if o.period == failed[-1]), None)
    return target.observation


def _gravity(judgement: Judgement) -> int:
    return GRAVE.index(judgement.status)


def _ordinal(target: TargetState) -> int:
    """Later deadlines are larger; a target without a date comes last of all."""
    return (target.period.end if target.period else dt.date.min).toordinal()


def _other_targets(line: AttentionLine) -> int:
    return sum(len(columns) for _, columns in line.others)
