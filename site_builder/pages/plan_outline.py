"""A plan clause by clause, in the document's order: every statement stands at its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from site_builder.model.base import Words
from site_builder.model.plan import Objective
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.plan_facts import document_ref
from site_builder.pages.plan_order import ancestors, document_order
from site_builder.pages.plan_reasons import Key, key
from site_builder.pages.view import UNNUMBERED, Ref, clause_words
from site_builder.pages.view_duty import DutyView, duty_view
from site_builder.pages.view_target import amount, original, row_anchor
from site_builder.progress.snapshot import IndicatorState, PlanState
from site_builder.terms.text import Text, same

FEW = 3
"""How many statements a main part may hold and still stand open."""


@dataclass(frozen=True, slots=True)
class ClauseTarget:
    """A target where its clause sets it; how far it is met stands once, in the plan's table."""

    indicator: Ref
    """By its row in that table."""
    amount: Text
    original: Text | None
    """What the clause itself prints, where a document has changed it since."""
    ended: bool


@dataclass(frozen=True, slots=True)
class ClauseAim:
    """An objective that no indicator measures, in full at its clause."""

    title: Words | None
    """None where the clause's own heading says the same."""
    statement: Words | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A remark or a cited document by its short name; in full it stands in the plan's list."""

    label: Text
    path: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause: its permanent anchor and every statement that the document makes there."""

    number: str
    anchor: str
    label: Text
    """As short as it can be read below its parent: `III.2`, `gạch đầu dòng 3`, `phụ lục`."""
    full: Text
    heading: Words | None
    """None for a clause below the printed headings, such as a dash."""
    numbered: bool
    """Whether the document prints the number before the heading."""
    aims: tuple[ClauseAim, ...]
    tables: tuple[Ref, ...]
    """Indicators whose allocation or baseline is printed here."""
    targets: tuple[ClauseTarget, ...]
    duties: tuple[DutyView, ...]
    remarks: tuple[Mention, ...]
    citations: tuple[Mention, ...]
    below: tuple[ClauseView, ...]
    targets_within: int
    """How many targets are set here and below."""
    duties_within: int
    statements_within: int
    short: bool
    """Whether folding it away would save nothing."""
    silent: bool
    """Whether nothing at all is said here or below but the heading."""


@dataclass(slots=True)
class _Statements:
    """What is gathered for one clause before it is frozen."""

    aims: list[Objective] = field(default_factory=list)
    tables: dict[str, Ref] = field(default_factory=dict)
    targets: list[ClauseTarget] = field(default_factory=list)
    duties: list[DutyView] = field(default_factory=list)
    remarks: list[Mention] = field(default_factory=list)
    citations: list[Mention] = field(default_factory=list)

    def count(self) -> int:
        """How many statements there are, the remarks and citations beside them left out."""
        return len(self.aims) + len(self.tables) + len(self.targets) + len(self.duties)

    def silent(self) -> bool:
        """Whether nothing is said but perhaps a heading."""
        return not (self.count() or self.remarks or self.citations)


def clause_views(
    context: Context, plan: PlanState, reasons: Mapping[Key, str]
) -> tuple[ClauseView, ...]:
    """The main parts of a document, each with the clauses below it, in the document's order.

    Every clause of the outline and every clause that a statement names has its place. `reasons`
    are the anchors of the arithmetic that several duties share.
    """
    gathered = _gather(context, plan, reasons)
    headings = {heading.clause: heading.heading for heading in plan.plan.outline}
    numbers = document_order(tuple(headings), gathered)
    below: dict[str, list[str]] = {}
    for number in numbers:
        parent = next((p for p in ancestors(number) if p in numbers), "")
        below.setdefault(parent, []).append(number)
    silent = _Statements()

    def view(number: str) -> ClauseView:
        children = tuple(view(child) for child in below.get(number, ()))
        return _clause(number, headings.get(number), gathered.get(number, silent), children)

    return tuple(view(number) for number in below.get("", ()))


def walk(clauses: Iterable[ClauseView]) -> Iterator[ClauseView]:
    """Every clause with those below it, in the document's order."""
    for clause in clauses:
        yield clause
        yield from walk(clause.below)


def _gather(
    context: Context, plan: PlanState, reasons: Mapping[Key, str]
) -> Mapping[str, _Statements]:
    gathered: defaultdict[str, _Statements] = defaultdict(_Statements)
    page = paths.plan(plan.plan_id)
    for objective in plan.plan.objectives:
        if not objective.indicators:
            gathered[objective.clause].aims.append(objective)
    for state in plan.indicators:
        _gather_indicator(plan, state, gathered)
    for duty in plan.duties:
        reason = reasons.get(key(duty.judgement), "")
        view = duty_view(context.snapshot.repository, duty, reason, context.as_of, plan.ended)
        gathered[duty.duty.clause].duties.append(view)
    for place, remark in enumerate(plan.plan.remarks, start=1):
        path = f"{page}#{paths.remark_anchor(remark.id)}"
        for number in remark.clauses:
            gathered[number].remarks.append(Mention(same(str(place)), path))
    for citation in plan.plan.cites:
        name = Mention(
            _short_label(context, citation.document),
            f"{page}#{citation_anchor(citation.document)}",
        )
        for number in citation.clauses:
            gathered[number].citations.append(name)
    return gathered


def citation_anchor(document_id: str) -> str:
    """The anchor of a document's line among those that a plan cites."""
    return f"vb-{document_id}"


def _short_label(context: Context, document_id: str) -> Text:
    """The number alone, where there is one."""
    document = context.snapshot.repository.documents.get(document_id)
    if document is not None and isinstance(document.number, str):
        return same(document.number)
    return document_ref(context, document_id).label


def _gather_indicator(
    plan: PlanState, state: IndicatorState, gathered: defaultdict[str, _Statements]
) -> None:
    indicator, plan_id = state.indicator, plan.plan_id
    ref = Ref(indicator.name, f"{paths.plan(plan_id)}#{row_anchor(indicator.id)}")
    for target in state.targets:
        said = ClauseTarget(
            indicator=ref,
            amount=amount(indicator, target.target),
            original=original(indicator, target),
            ended=target.ended is not None and target.ended != plan.ended,
        )
        gathered[target.target.clause].targets.append(said)
    printed = (
        indicator.clause if not state.targets else None,
        indicator.allocation.clause if indicator.allocation else None,
        indicator.baseline.clause if indicator.baseline else None,
    )
    for number in printed:
        if number is not None:
            gathered[number].tables[indicator.id] = ref


def _clause(
    number: str, heading: Words | None, said: _Statements, below: tuple[ClauseView, ...]
) -> ClauseView:
    statements = said.count() + sum(one.statements_within for one in below)
    return ClauseView(
        number=number,
        anchor=paths.clause_anchor(number),
        label=_label(number),
        full=clause_words(number),
        heading=heading,
        numbered=number not in UNNUMBERED,
        aims=tuple(_aim(objective, heading) for objective in said.aims),
        tables=tuple(said.tables.values()),
        targets=tuple(said.targets),
        duties=tuple(said.duties),
        remarks=tuple(said.remarks),
        citations=tuple(said.citations),
        below=below,
        targets_within=len(said.targets) + sum(one.targets_within for one in below),
        duties_within=len(said.duties) + sum(one.duties_within for one in below),
        statements_within=statements,
        short=statements <= FEW,
        silent=said.silent() and all(one.silent for one in below),
    )


def _label(number: str) -> Text:
    """What tells a clause from its neighbours; a dash stands below the clause that it is of."""
    _, dash, place = number.partition("-")
    if dash:
        return Text(f"gạch đầu dòng {place}", f"dash {place}")
    return UNNUMBERED.get(number, same(number))


def _aim(objective: Objective, heading: Words | None) -> ClauseAim:
    """A title that the heading already says is left out, but never both title and statement."""
    told = heading is not None and heading.vi.casefold() == objective.title.vi.casefold()
    hidden = told and objective.statement is not None
    return ClauseAim(None if hidden else objective.title, objective.statement)
