"""A plan: its head, its targets, its tables, and every clause with what is done about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from site_builder.charts.spec import StatusChart
from site_builder.model.base import Words
from site_builder.model.plan import Plan, Remark
from site_builder.pages import paths, things
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.plan_facts import DocumentRef, PlanFacts, document_ref, plan_facts
from site_builder.pages.plan_filter import DutyFilter, duty_filter
from site_builder.pages.plan_finds import finds
from site_builder.pages.plan_outline import ClauseView, Mention, citation_anchor, clause_views, walk
from site_builder.pages.plan_reasons import Reason, anchors, shared_reasons
from site_builder.pages.plan_targets import TargetTable, target_table
from site_builder.pages.plan_times import PlanTimes, plan_times
from site_builder.pages.timeline import listed
from site_builder.pages.view import HOME_CRUMB, ClauseRef, Ref, clause_ref, plan_label, text
from site_builder.pages.view_allocation import AllocationTable, allocation_tables
from site_builder.pages.view_duty import DutyView
from site_builder.pages.view_status import ordered, strip, total
from site_builder.pages.view_target import row_anchor
from site_builder.progress.snapshot import PlanState
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A place where the document contradicts itself or another: shown, never mended."""

    anchor: str
    clauses: tuple[ClauseRef, ...]
    text: Words
    documents: tuple[Mention, ...]
    indicators: tuple[Ref, ...]
    duties: tuple[Mention, ...]
    """Each by the number of its clause; on the plan's page those at other clauses only."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A cited document and where it is cited."""

    anchor: str
    document: DocumentRef
    clauses: tuple[ClauseRef, ...]
    printed: str | None
    implemented: bool
    """Whether the plan carries it out, rather than merely naming it."""


@dataclass(frozen=True, slots=True)
class PlanData:
    """Everything on a plan's page, in the order in which it stands there."""

    facts: PlanFacts
    times: PlanTimes
    target_total: int
    target_strip: StatusChart | None
    duty_total: int
    duty_strip: StatusChart | None
    deadlines: tuple[DutyView, ...]
    """Duties with a date of their own, earliest first; those that ended undone left out."""
    targets: TargetTable
    tables: tuple[AllocationTable, ...]
    filter: DutyFilter
    reasons: tuple[Reason, ...]
    clauses: tuple[ClauseView, ...]
    """The document's main parts; the other clauses hang below them."""
    remarks: tuple[RemarkView, ...]
    citations: tuple[CitationView, ...]


def pages(context: Context) -> Iterable[Page]:
    """One page for each plan."""
    shown = listed(context.snapshot)
    for plan_id, state in context.snapshot.plans.items():
        yield page(context, plan_id, state, shown)


def page(
    context: Context, plan_id: str, state: PlanState, shown: Collection[str] | None = None
) -> Page:
    """The page of one plan; `shown` as in `plan_data`."""
    plan = state.plan
    label = plan_label(plan)
    description = Text("{label}: {title}. {where}.", "{label}: {title}. {where}.").fill(
        label=label, title=text(plan.title), where=text(plan.territory)
    )
    data = plan_data(context, state, shown)
    return Page(
        path=paths.plan(plan_id),
        kind=KIND.name,
        title=label,
        description=description,
        data=data,
        crumbs=(HOME_CRUMB,),
        illustrative=state.illustrative,
        finds=tuple(finds(plan, data.clauses)),
        about=things.plan(context.snapshot.repository, plan_id, plan),
        picture=paths.picture(plan_id),
    )


def plan_data(context: Context, state: PlanState, shown: Collection[str] | None = None) -> PlanData:
    """What the page of a plan shows; `shown` are the anchors on the page of changes, if known."""
    shown = listed(context.snapshot) if shown is None else shown
    targets, counted = ordered(state.target_counts), ordered(state.duty_counts)
    invented = state.illustrative
    reasons = shared_reasons(state.duties)
    clauses = clause_views(context, state, anchors(reasons))
    duties = tuple(duty for clause in walk(clauses) for duty in clause.duties)
    return PlanData(
        facts=plan_facts(context, state.plan_id, state.plan),
        times=plan_times(context, state, shown),
        target_total=total(targets),
        target_strip=strip("tinh-trang-chi-tieu", TARGETS_TITLE, targets, illustrative=invented),
        duty_total=total(counted),
        duty_strip=strip("tinh-trang-nhiem-vu", DUTIES_TITLE, counted, illustrative=invented),
        deadlines=_deadlines(state, duties),
        targets=target_table(context.snapshot.repository, state, context.as_of),
        tables=allocation_tables(context.snapshot.repository, state),
        filter=duty_filter(context.snapshot.repository, state.duties),
        reasons=reasons,
        clauses=clauses,
        remarks=remark_views(context, state.plan_id, state.plan),
        citations=_citations(context, state.plan_id, state.plan),
    )


TARGETS_TITLE = Text("Các chỉ tiêu theo tình trạng", "Targets by status")
DUTIES_TITLE = Text("Các nhiệm vụ theo tình trạng", "Duties by status")


def remark_views(
    context: Context, plan_id: str, plan: Plan, *, about: str | None = None
) -> tuple[RemarkView, ...]:
    """The remarks of a plan, or only those about one indicator.

    On the plan's own page an indicator is shown by its row there, elsewhere by its page.
    """
    return tuple(
        _remark(context, plan_id, plan, remark, about)
        for remark in plan.remarks
        if about is None or about in remark.indicators
    )


def _remark(
    context: Context, plan_id: str, plan: Plan, remark: Remark, about: str | None
) -> RemarkView:
    names = {i.id: i.name for i in plan.indicators() if i.id != about}
    clauses = {d.id: d.clause for d in plan.duties if about or d.clause not in remark.clauses}

    def place(indicator: str) -> str:
        row = f"{paths.plan(plan_id)}#{row_anchor(indicator)}"
        return row if about is None else paths.indicator(plan_id, indicator)

    def document(key: str) -> Mention:
        cited = about is None and key in {citation.document for citation in plan.cites}
        line = f"{paths.plan(plan_id)}#{citation_anchor(key)}"
        named = document_ref(context, key)
        return Mention(named.label, line if cited else named.path)

    return RemarkView(
        anchor=paths.remark_anchor(remark.id),
        clauses=tuple(clause_ref(plan_id, number) for number in remark.clauses),
        text=remark.text,
        documents=tuple(document(key) for key in remark.documents),
        indicators=tuple(Ref(names[i], place(i)) for i in remark.indicators if i in names),
        duties=tuple(
            Mention(clause_ref(plan_id, clauses[i]).label, paths.duty(plan_id, i))
            for i in remark.duties
            if i in clauses
        ),
    )


def _deadlines(state: PlanState, duties: tuple[DutyView, ...]) -> tuple[DutyView, ...]:
    due = {
        paths.duty_anchor(d.duty.id): d.due
        for d in state.duties
        if d.due is not None and d.judgement.status is not Status.ENDED
    }
    dated = [duty for duty in duties if duty.anchor in due]
    return tuple(sorted(dated, key=lambda duty: due[duty.anchor]))


def _citations(context: Context, plan_id: str, plan: Plan) -> tuple[CitationView, ...]:
    return tuple(
        CitationView(
            anchor=citation_anchor(citation.document),
            document=document_ref(context, citation.document),
            clauses=tuple(clause_ref(plan_id, number) for number in citation.clauses),
            printed=citation.printed,
            implemented=citation.document in plan.implements,
        )
        for citation in plan.cites
    )


KIND = PageKind(name="plan", title=Text("Kế hoạch", "Plan"), template="plan.html", pages=pages)
