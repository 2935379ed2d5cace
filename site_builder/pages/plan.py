"""A plan: its head, its targets, its tables, and every clause with what is done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.charts.spec import StatusChart
from site_builder.model.base import Words
from site_builder.model.plan import Plan, Remark
from site_builder.pages import paths
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.plan_facts import DocumentRef, PlanFacts, document_ref, plan_facts
from site_builder.pages.plan_outline import ClauseView, clause_views
from site_builder.pages.plan_targets import ObjectiveView, objective_views
from site_builder.pages.view import HOME_CRUMB, ClauseRef, Ref, clause_ref, plan_label, text
from site_builder.pages.view_allocation import AllocationTable, allocation_tables
from site_builder.pages.view_duty import DutyView
from site_builder.pages.view_status import Counts, ordered, strip, total
from site_builder.progress.snapshot import PlanState
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A place where the document contradicts itself or another: shown, never mended."""

    anchor: str
    clauses: tuple[ClauseRef, ...]
    text: Words
    documents: tuple[DocumentRef, ...]
    indicators: tuple[Ref, ...]
    duties: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CitationView:
    """A cited document and where it is cited."""

    document: DocumentRef
    clauses: tuple[ClauseRef, ...]
    printed: str | None
    implemented: bool
    """Whether the plan carries it out, rather than merely naming it."""


@dataclass(frozen=True, slots=True)
class PlanData:
    """Everything on a plan's page, in the order in which it stands there."""

    label: Text
    facts: PlanFacts
    target_counts: Counts
    target_total: int
    target_strip: StatusChart | None
    duty_counts: Counts
    duty_total: int
    duty_strip: StatusChart | None
    objectives: tuple[ObjectiveView, ...]
    tables: tuple[AllocationTable, ...]
    clauses: tuple[ClauseView, ...]
    deadlines: tuple[DutyView, ...]
    """Duties with a date of their own, earliest first."""
    remarks: tuple[RemarkView, ...]
    citations: tuple[CitationView, ...]


def pages(context: Context) -> Iterable[Page]:
    """One page for each plan."""
    for plan_id, state in context.snapshot.plans.items():
        yield page(context, plan_id, state)


def page(context: Context, plan_id: str, state: PlanState) -> Page:
    """The page of one plan."""
    plan = state.plan
    label = plan_label(plan)
    description = Text("{label}: {title}. {where}.", "{label}: {title}. {where}.").fill(
        label=label, title=text(plan.title), where=text(plan.territory)
    )
    return Page(
        path=paths.plan(plan_id),
        kind=KIND.name,
        title=label,
        description=description,
        data=plan_data(context, state),
        crumbs=(HOME_CRUMB,),
        illustrative=state.illustrative,
    )


def plan_data(context: Context, state: PlanState) -> PlanData:
    """What the page of a plan shows."""
    targets, duties = ordered(state.target_counts), ordered(state.duty_counts)
    shown = state.illustrative
    clauses = clause_views(context, state)
    return PlanData(
        label=plan_label(state.plan),
        facts=plan_facts(context, state.plan_id, state.plan),
        target_counts=targets,
        target_total=total(targets),
        target_strip=strip("tinh-trang-chi-tieu", TARGETS_TITLE, targets, illustrative=shown),
        duty_counts=duties,
        duty_total=total(duties),
        duty_strip=strip("tinh-trang-nhiem-vu", DUTIES_TITLE, duties, illustrative=shown),
        objectives=objective_views(state),
        tables=allocation_tables(context.snapshot.repository, state),
        clauses=clauses,
        deadlines=_deadlines(state, clauses),
        remarks=remark_views(context, state.plan_id, state.plan),
        citations=_citations(context, state.plan_id, state.plan),
    )


TARGETS_TITLE = Text("Các chỉ tiêu theo tình trạng", "Targets by status")
DUTIES_TITLE = Text("Các nhiệm vụ theo tình trạng", "Duties by status")


def remark_views(
    context: Context, plan_id: str, plan: Plan, *, about: str | None = None
) -> tuple[RemarkView, ...]:
    """The remarks of a plan, or only those about one indicator."""
    return tuple(
        _remark(context, plan_id, plan, remark)
        for remark in plan.remarks
        if about is None or about in remark.indicators
    )


def _remark(context: Context, plan_id: str, plan: Plan, remark: Remark) -> RemarkView:
    names = {i.id: i.name for i in plan.indicators()}
    tasks = {duty.id: duty.task for duty in plan.duties}
    return RemarkView(
        anchor=paths.remark_anchor(remark.id),
        clauses=tuple(clause_ref(plan_id, number) for number in remark.clauses),
        text=remark.text,
        documents=tuple(document_ref(context, key) for key in remark.documents),
        indicators=tuple(
            Ref(names[i], paths.indicator(plan_id, i)) for i in remark.indicators if i in names
        ),
        duties=tuple(Ref(tasks[i], paths.duty(plan_id, i)) for i in remark.duties if i in tasks),
    )


def _deadlines(state: PlanState, clauses: tuple[ClauseView, ...]) -> tuple[DutyView, ...]:
    due = {paths.duty_anchor(d.duty.id): d.due for d in state.duties if d.due is not None}
    dated = [duty for clause in clauses for duty in clause.duties if duty.anchor in due]
    return tuple(sorted(dated, key=lambda duty: due[duty.anchor]))


def _citations(context: Context, plan_id: str, plan: Plan) -> tuple[CitationView, ...]:
    return tuple(
        CitationView(
            document=document_ref(context, citation.document),
            clauses=tuple(clause_ref(plan_id, number) for number in citation.clauses),
            printed=citation.printed,
            implemented=citation.document in plan.implements,
        )
        for citation in plan.cites
    )


KIND = PageKind(name="plan", title=Text("Kế hoạch", "Plan"), template="plan.html", pages=pages)
