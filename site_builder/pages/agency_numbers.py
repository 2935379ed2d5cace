"""The numbers a body answers for: its shares of targets, and figures for a whole in its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.base import Words
from site_builder.model.rows import AssessmentRow
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import plan_label, plan_number
from site_builder.pages.view_target import target_view
from site_builder.pages.view_verdict import headline_notes, partial_sum
from site_builder.progress.snapshot import IndicatorState, Judgement, Observation, ShareState
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class ShareLine:
    """This body's share of a target against what it did."""

    plan: Text
    plan_path: str
    name: Words
    path: str
    unit: Words
    due: Period | None
    """The date of the table that shares the target out."""
    share: Decimal | None
    """None where the printed cell is blank."""
    actual: Observation | None
    percent: Decimal | None
    """What it did in percent of its share; None where that means nothing."""
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class WholeLine:
    """An indicator whose figures for the whole plan are this body's."""

    name: Words
    path: str
    percent: bool
    unit: Words
    asked: Text | None
    """The target that is judged; None for a fact without any."""
    due: Text | None
    latest: Observation | None
    assessed: AssessmentRow | None
    """The newest assessment of a target in words."""
    judgement: Judgement
    notes: tuple[Text, ...]
    """What must stand beside the status."""
    partial: Text | None
    """How many of the bodies the newest figure adds up, where it is not all of them."""


@dataclass(frozen=True, slots=True)
class SilentWholes:
    """Indicators of which nothing is known, with the status that they share."""

    status: Status
    lines: tuple[WholeLine, ...]


@dataclass(frozen=True, slots=True)
class PlanWholes:
    """A body's indicators under one plan."""

    plan: Text
    plan_path: str
    told: tuple[WholeLine, ...]
    silent: tuple[SilentWholes, ...]
    illustrative: bool
    """Whether every figure and assessment here is illustrative: then it is said once."""


def share_line(context: Context, indicator: IndicatorState, share: ShareState) -> ShareLine:
    """A body's share of one target."""
    plan_id = indicator.plan_id
    allocation = indicator.indicator.allocation
    part = share.judgement.share_of_target
    return ShareLine(
        plan=plan_number(context.snapshot.repository.plans[plan_id]),
        plan_path=paths.plan(plan_id),
        name=indicator.indicator.name,
        path=paths.indicator(plan_id, indicator.indicator.id),
        unit=indicator.indicator.unit,
        due=allocation.period if allocation else None,
        share=share.share,
        actual=share.observation,
        percent=None if part is None else part * _PERCENT,
        judgement=share.judgement,
    )


def wholes(context: Context, states: Iterable[IndicatorState]) -> tuple[PlanWholes, ...]:
    """A body's indicators plan by plan; those of which nothing is known are listed together."""
    plans: dict[str, list[WholeLine]] = {}
    for state in states:
        plans.setdefault(state.plan_id, []).append(_whole(state, context.as_of))
    repository = context.snapshot.repository
    return tuple(
        _plan_wholes(plan_label(repository.plans[plan_id]), paths.plan(plan_id), lines)
        for plan_id, lines in plans.items()
    )


def _plan_wholes(plan: Text, path: str, lines: list[WholeLine]) -> PlanWholes:
    silent: dict[Status, list[WholeLine]] = {}
    told = []
    for line in lines:
        if line.asked is not None and line.latest is None and line.assessed is None:
            silent.setdefault(line.judgement.status, []).append(line)
        else:
            told.append(line)
    grouped = tuple(SilentWholes(status, tuple(group)) for status, group in silent.items())
    states = {row.state for line in told for row in (line.latest, line.assessed) if row}
    return PlanWholes(plan, path, tuple(told), grouped, illustrative=states == {"illustrative"})


def _whole(state: IndicatorState, as_of: dt.date) -> WholeLine:
    indicator, target = state.indicator, state.headline_target
    view = target_view(state.plan_id, indicator, target) if target else None
    return WholeLine(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        percent=indicator.unit.vi == "%",
        unit=indicator.unit,
        asked=view.amount if view else None,
        due=view.deadline if view else None,
        latest=state.latest,
        assessed=state.assessments[-1] if state.assessments else None,
        judgement=state.headline,
        notes=headline_notes(state, as_of),
        partial=partial_sum(state, state.latest),
    )
