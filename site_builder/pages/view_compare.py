"""One indicator side by side: as several plans set it, and body by body where it is shared out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.indicator import MEASURE_WORDS
from site_builder.pages.plan_targets import milestones
from site_builder.pages.target_labels import due_of
from site_builder.pages.view import ClauseRef, Ref, agency_ref, clause_ref, plan_number, short_ref
from site_builder.pages.view_clash import Clashes, clashes
from site_builder.pages.view_ending import EndView, end_view
from site_builder.pages.view_target import TargetView, column, target_view
from site_builder.pages.view_verdict import assessed, headline_notes
from site_builder.progress.snapshot import (
    IndicatorState,
    Judgement,
    Observation,
    ShareState,
    Snapshot,
    TargetState,
)
from site_builder.terms.period import Period
from site_builder.terms.quantity import round_half_up
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Milestone:
    """A column: a date, and whether the plans ask for different things by then."""

    words: Text
    differs: bool


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """The indicator as one plan has it."""

    plan: Text
    plan_path: str
    territory: Words
    issuer: Ref
    path: str
    name: Words | None
    """Where the plan calls it otherwise than the first one does."""
    targets: tuple[tuple[TargetView, ...], ...]
    """For each column what the plan asks for by then."""
    latest: Observation | None
    assessed: Period | None
    """The day on which the target that the headline is about was assessed in words."""
    headline: Judgement | None
    notes: tuple[Text, ...]
    """What must stand beside the headline."""
    unit: Words
    percent: bool
    ended: EndView | None
    """Where a document ended the plan or the indicator."""


@dataclass(frozen=True, slots=True)
class Apart:
    """The indicator of a plan that has the same id and yet cannot be set beside the others."""

    plan: Text
    path: str
    measure: Text
    unit: Words


@dataclass(frozen=True, slots=True)
class Compared:
    """One indicator of several plans: the same id, unit and kind of measure."""

    anchor: str
    name: Words
    unit: Words | None
    """None for what is not counted."""
    own_unit: Words
    percent: bool
    measure: Text
    population: Words | None
    """Where all count over the same."""
    populations_differ: bool
    columns: tuple[Milestone, ...]
    lines: tuple[ComparedLine, ...]
    apart: tuple[Apart, ...]
    clashes: Clashes | None
    """Where one body tells two plans different figures."""
    illustrative: bool


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One body's share of a target, and how much of it is done."""

    body: Ref
    share: Decimal | None
    """None where the printed cell is blank."""
    actual: Decimal | None
    done: Decimal | None
    """In percent of the share, to four places; None where one of the two is missing."""
    period: Period | None
    state: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class SharedOut:
    """An indicator that a plan shares out among bodies, in the order of its printed table."""

    anchor: str
    name: Words
    path: str
    unit: Words
    plan: Text
    plan_path: str
    clause: ClauseRef
    period: Period
    seen: Period | None
    """The period of every body's figure, where they all have the same."""
    bodies: tuple[BodyLine, ...]
    illustrative: bool


def compared(snapshot: Snapshot) -> tuple[Compared, ...]:
    """Every indicator that at least two plans have alike, in the order of the first plan."""
    by_id: dict[str, list[IndicatorState]] = {}
    for plan in snapshot.plans.values():
        for state in plan.indicators:
            by_id.setdefault(state.indicator.id, []).append(state)
    found = []
    for states in by_id.values():
        alike: dict[tuple[str, str], list[IndicatorState]] = {}
        for state in states:
            alike.setdefault((state.indicator.unit.vi, state.indicator.measures), []).append(state)
        found += [
            _compared(snapshot, same, [s for s in states if s not in same], number)
            for number, same in enumerate(alike.values())
            if len(same) > 1
        ]
    return tuple(found)


def _compared(
    snapshot: Snapshot, states: list[IndicatorState], others: list[IndicatorState], number: int
) -> Compared:
    first = states[0].indicator
    keys = milestones(states)
    lines = tuple(_line(snapshot, state, first.name, keys) for state in states)
    views = [view for line in lines for cell in line.targets for view in cell]
    populations = {view.population.vi if view.population else None for view in views}
    return Compared(
        anchor=f"so-{first.id}" + (f"-{number}" if number else ""),
        name=first.name,
        unit=None if first.measures in ("assessment", "milestone") else first.unit,
        own_unit=first.unit,
        percent=first.unit.vi == "%",
        measure=MEASURE_WORDS[first.measures],
        population=views[0].population if len(populations) == 1 else None,
        populations_differ=len(populations) > 1,
        columns=tuple(Milestone(column(key), _differ(states, key)) for key in keys),
        lines=lines,
        apart=tuple(_apart(snapshot, state) for state in others),
        clashes=clashes(snapshot.repository, states),
        illustrative=any(state.illustrative for state in states),
    )


def _differ(states: Iterable[IndicatorState], key: str) -> bool:
    asked = {
        frozenset(_asked(target) for target in state.targets if due_of(target.key) == key)
        for state in states
        if any(due_of(target.key) == key for target in state.targets)
    }
    return len(asked) > 1


def _asked(state: TargetState) -> tuple[object, ...]:
    """What a target asks for, whatever its wording and clause."""
    target = state.target
    words = target.in_words.vi.casefold() if target.in_words else None
    relative = (target.relative.relation, target.relative.base) if target.relative else None
    apart = tuple(sorted(target.of.items())), target.scope.vi if target.scope else None
    return target.comparison, target.value, target.between, words, target.each, relative, apart


def _line(
    snapshot: Snapshot, state: IndicatorState, heading: Words, keys: tuple[str, ...]
) -> ComparedLine:
    plan = snapshot.repository.plans[state.plan_id]
    indicator, target = state.indicator, state.headline_target
    documents = snapshot.repository.documents
    views = [target_view(state.plan_id, indicator, one, documents) for one in state.targets]
    over = snapshot.plans[state.plan_id].ended or state.ended
    return ComparedLine(
        plan=plan_number(plan),
        plan_path=paths.plan(state.plan_id),
        territory=plan.territory,
        issuer=agency_ref(snapshot.repository, plan.issuer),
        path=paths.indicator(state.plan_id, indicator.id),
        name=indicator.name if indicator.name.vi != heading.vi else None,
        targets=tuple(tuple(one for one in views if due_of(one.key) == key) for key in keys),
        latest=state.latest,
        assessed=assessed(state, target.key, plan.issuer) if target else None,
        headline=state.headline if state.targets else None,
        notes=headline_notes(state, snapshot.as_of),
        unit=indicator.unit,
        percent=indicator.unit.vi == "%",
        ended=end_view(snapshot.repository, over) if over and over.document else None,
    )


def _apart(snapshot: Snapshot, state: IndicatorState) -> Apart:
    indicator = state.indicator
    return Apart(
        plan=plan_number(snapshot.repository.plans[state.plan_id]),
        path=paths.indicator(state.plan_id, indicator.id),
        measure=MEASURE_WORDS[indicator.measures],
        unit=indicator.unit,
    )


def shared_out(snapshot: Snapshot) -> tuple[SharedOut, ...]:
    """Every allocated indicator, plan by plan."""
    return tuple(
        _shared(snapshot.repository, state)
        for plan in snapshot.plans.values()
        for state in plan.indicators
        if state.shares
    )


def _shared(repository: Repository, state: IndicatorState) -> SharedOut:
    indicator, allocation = state.indicator, state.indicator.allocation
    assert allocation is not None, "only an allocation has shares"
    bodies = tuple(_body(repository, share) for share in state.shares)
    periods = {body.period for body in bodies if body.period is not None}
    return SharedOut(
        anchor=f"giao-{state.plan_id.replace('/', '-')}-{indicator.id}",
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        unit=indicator.unit,
        plan=plan_number(repository.plans[state.plan_id]),
        plan_path=paths.plan(state.plan_id),
        clause=clause_ref(state.plan_id, allocation.clause),
        period=allocation.period,
        seen=periods.pop() if len(periods) == 1 else None,
        bodies=bodies,
        illustrative=any(share.judgement.illustrative for share in state.shares),
    )


def _body(repository: Repository, state: ShareState) -> BodyLine:
    seen = state.observation
    actual = seen.value if seen else None
    known = seen if actual is not None else None
    return BodyLine(
        body=short_ref(repository, state.agency),
        share=state.share,
        actual=actual,
        done=_percent(actual, state.share),
        period=known.period if known else None,
        state=known.state if known else "",
        judgement=state.judgement,
    )


def _percent(actual: Decimal | None, share: Decimal | None) -> Decimal | None:
    if actual is None or not share:
        return None
    return round_half_up(actual / share * 100, 4)
