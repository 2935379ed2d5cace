"""The numbers a body answers for: its shares of targets, and figures for a whole in its name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
class SharedNote:
    """What all lines of one status under a plan have to say besides."""

    status: Status
    note: Text


@dataclass(frozen=True, slots=True)
class PlanWholes:
    """A body's indicators under one plan."""

    plan: Text
    plan_path: str
    told: tuple[WholeLine, ...]
    silent: tuple[SilentWholes, ...]
    shared: tuple[SharedNote, ...]
    """What stands beside every line of one status, said once."""
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
        plan_wholes(plan_label(repository.plans[plan_id]), paths.plan(plan_id), lines)
        for plan_id, lines in plans.items()
    )


def plan_wholes(plan: Text, path: str, lines: list[WholeLine]) -> PlanWholes:
    """The lines of one plan: what is known of, what is not, and what many have to say once."""
    silent: dict[Status, list[WholeLine]] = {}
    told = []
    for line in lines:
        if line.asked is not None and line.latest is None and line.assessed is None:
            silent.setdefault(line.judgement.status, []).append(line)
        else:
            told.append(line)
    grouped = tuple(SilentWholes(status, tuple(group)) for status, group in silent.items())
    states = {row.state for line in told for row in (line.latest, line.assessed) if row}
    shared = _shared(told, [line for group in grouped for line in group.lines])
    lines = [_without(line, shared) for line in told]
    invented = states == {"illustrative"}
    return PlanWholes(plan, path, tuple(lines), grouped, shared, illustrative=invented)


def _shared(told: Iterable[WholeLine], silent: Iterable[WholeLine]) -> tuple[SharedNote, ...]:
    """Only what is true of every line of the status, those listed without their notes too."""
    found: dict[Status, list[WholeLine]] = {}
    for line in told:
        found.setdefault(line.judgement.status, []).append(line)
    unlike = {(line.judgement.status, note) for line in silent for note in _lacking(line, found)}
    return tuple(
        SharedNote(status, note)
        for status, alike in found.items()
        if len(alike) > 1
        for note in alike[0].notes
        if all(note in line.notes for line in alike) and (status, note) not in unlike
        if status is not Status.INSUFFICIENT or _one_reason(alike)
    )


def _one_reason(lines: list[WholeLine]) -> bool:
    """Whether nothing was concluded for the same reason everywhere: what stands beside the status
    once is read as the reason of all."""
    return len({line.judgement.arithmetic for line in lines}) == 1


def _lacking(line: WholeLine, found: Mapping[Status, list[WholeLine]]) -> set[Text]:
    said = {note for one in found.get(line.judgement.status, ()) for note in one.notes}
    return said.difference(line.notes)


def _without(line: WholeLine, shared: tuple[SharedNote, ...]) -> WholeLine:
    said = {one.note for one in shared if one.status is line.judgement.status}
    return replace(line, notes=tuple(note for note in line.notes if note not in said))


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
