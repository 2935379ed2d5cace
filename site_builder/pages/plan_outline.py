"""A plan clause by clause, in the document's order: every statement stands at its clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.model.base import Words
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.plan_facts import DocumentRef, document_ref
from site_builder.pages.view import UNNUMBERED, Ref, clause_words
from site_builder.pages.view_duty import DutyView, duty_view
from site_builder.pages.view_target import TargetView, target_view
from site_builder.progress.snapshot import IndicatorState, PlanState
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class ClauseTarget:
    """A target where its clause sets it."""

    indicator: Ref
    view: TargetView


@dataclass(frozen=True, slots=True)
class ClauseRemark:
    """A remark by its number; in full it stands in the plan's list of remarks."""

    number: int
    """Its place in that list, from 1."""
    path: str
    text: Words


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause: its permanent anchor and every statement that the document makes there."""

    number: str
    anchor: str
    full: Text
    heading: Words | None
    """None for a clause below the printed headings, such as a dash."""
    numbered: bool
    """Whether the document prints the number before the heading."""
    depth: int
    """1 for the document's main parts."""
    objectives: tuple[Words, ...]
    tables: tuple[Ref, ...]
    """Indicators whose allocation or baseline is printed here."""
    targets: tuple[ClauseTarget, ...]
    duties: tuple[DutyView, ...]
    remarks: tuple[ClauseRemark, ...]
    citations: tuple[DocumentRef, ...]


@dataclass(slots=True)
class _Statements:
    """What is gathered for one clause before it is frozen."""

    objectives: list[Words] = field(default_factory=list)
    tables: dict[str, Ref] = field(default_factory=dict)
    targets: list[ClauseTarget] = field(default_factory=list)
    duties: list[DutyView] = field(default_factory=list)
    remarks: list[ClauseRemark] = field(default_factory=list)
    citations: list[DocumentRef] = field(default_factory=list)


def clause_views(context: Context, plan: PlanState) -> tuple[ClauseView, ...]:
    """Every clause of the outline and every clause that a statement names, in document order."""
    gathered = _gather(context, plan)
    headings = {heading.clause: heading.heading for heading in plan.plan.outline}
    silent = _Statements()
    return tuple(
        _clause(number, headings.get(number), gathered.get(number, silent))
        for number in document_order(tuple(headings), gathered)
    )


def document_order(outline: tuple[str, ...], named: Iterable[str]) -> tuple[str, ...]:
    """All clauses in order: the outline's own, each followed by what is named below it.

    A clause that hangs under nothing in the outline comes at the end.
    """
    below: dict[str, list[str]] = {}
    for number in dict.fromkeys(named):
        if number not in outline:
            parent = next((p for p in _ancestors(number) if p in outline), "")
            below.setdefault(parent, []).append(number)
    ordered: list[str] = []
    for number in (*outline, ""):
        if number:
            ordered.append(number)
        ordered.extend(sorted(below.get(number, ()), key=_natural))
    return tuple(dict.fromkeys(ordered))


def _ancestors(number: str) -> Iterator[str]:
    """Shorter and shorter: `III.2.1-3` → `III.2.1`, `III.2`, `III`."""
    stem, dash, _ = number.partition("-")
    if dash:
        yield stem
    while "." in stem:
        stem = stem.rpartition(".")[0]
        yield stem


def _natural(number: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.findall(r"(\d+)|([^\W\d]+)", number)
    return tuple((0, int(digits), "") if digits else (1, 0, word) for digits, word in pieces)


def _gather(context: Context, plan: PlanState) -> Mapping[str, _Statements]:
    gathered: defaultdict[str, _Statements] = defaultdict(_Statements)
    for objective in plan.plan.objectives:
        gathered[objective.clause].objectives.append(objective.title)
    for state in plan.indicators:
        _gather_indicator(plan.plan_id, state, gathered)
    for duty in plan.duties:
        view = duty_view(context.snapshot.repository, duty)
        gathered[duty.duty.clause].duties.append(view)
    for place, remark in enumerate(plan.plan.remarks, start=1):
        path = f"{paths.plan(plan.plan_id)}#{paths.remark_anchor(remark.id)}"
        for number in remark.clauses:
            gathered[number].remarks.append(ClauseRemark(place, path, remark.text))
    for citation in plan.plan.cites:
        for number in citation.clauses:
            gathered[number].citations.append(document_ref(context, citation.document))
    return gathered


def _gather_indicator(
    plan_id: str, state: IndicatorState, gathered: defaultdict[str, _Statements]
) -> None:
    indicator = state.indicator
    ref = Ref(indicator.name, paths.indicator(plan_id, indicator.id))
    for target in state.targets:
        view = target_view(plan_id, indicator, target)
        gathered[target.target.clause].targets.append(ClauseTarget(ref, view))
    printed = (
        indicator.clause if not state.targets else None,
        indicator.allocation.clause if indicator.allocation else None,
        indicator.baseline.clause if indicator.baseline else None,
    )
    for number in printed:
        if number is not None:
            gathered[number].tables[indicator.id] = ref


def _clause(number: str, heading: Words | None, said: _Statements) -> ClauseView:
    return ClauseView(
        number=number,
        anchor=paths.clause_anchor(number),
        full=clause_words(number),
        heading=heading,
        numbered=number not in UNNUMBERED,
        depth=len(re.split(r"[.-]", number)),
        objectives=tuple(said.objectives),
        tables=tuple(said.tables.values()),
        targets=tuple(said.targets),
        duties=tuple(said.duties),
        remarks=tuple(said.remarks),
        citations=tuple(said.citations),
    )
