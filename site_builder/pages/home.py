"""Home: how things stand, what is overdue, when data came in, every plan and its descent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.base import Unknown, Words
from site_builder.model.rows import ProgressRow, State
from site_builder.pages import documents, paths, things
from site_builder.pages.changes import recent
from site_builder.pages.deeds import Deed
from site_builder.pages.documents import Branch
from site_builder.pages.duty_calendar import DueLine, due_lines, next_due
from site_builder.pages.headline import (
    GROUPS,
    PAST,
    Figure,
    Group,
    figures,
    in_groups,
    past,
    target_judgements,
)
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.plan_facts import span
from site_builder.pages.view import Ref, leading, plan_label, plan_number, short_ref, text
from site_builder.pages.view_attention import AttentionLine, attention
from site_builder.pages.view_ending import EndView, end_view
from site_builder.pages.view_owed import overdue
from site_builder.pages.view_status import Counts, merged, total
from site_builder.progress.observations import known_on
from site_builder.progress.snapshot import PlanState
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

SHOWN = 6
"""How many lines of what needs attention stand on the home page, over all plans."""
CHANGES = 4
"""How many of the latest changes stand on the home page."""
MARKS = 120
"""Up to so many targets are drawn one mark each; more would be a pattern that nobody counts."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is past its day: duties, and reports that are not in the data."""

    duties: int
    silent: int
    """Duties past their deadline of which nothing was reported: neither done nor not done."""
    reports: int
    bodies: int
    """How many bodies or groups of bodies these reports are missing from."""
    duties_illustrative: bool
    reports_illustrative: bool
    """Whether what came in is illustrative, and so what is missing as well."""
    lapsed: int
    """Reports that never came and are no longer to be sent."""


@dataclass(frozen=True, slots=True)
class LastData:
    """When data last came in, from whom and for what."""

    plan: Text
    plan_path: str
    agency: Ref
    indicator: Ref
    reported_on: Period | None
    source: str
    state: State


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan in a line; its figures are those of the headline, of this plan alone."""

    label: Text
    path: str
    title: Words
    """Often that of the resolution it carries out: place and issuer tell such plans apart."""
    issuer: Ref
    issued: Period | None
    issued_unknown: Text | None
    """Why the date is not known, and what bounds it."""
    territory: Text | None
    """None where the label names it already, for want of a number."""
    period: Text | None
    counts: Counts
    """Side by side as the groups have them; empty where they are too many to be drawn."""
    figures: tuple[Figure, ...]
    targets: int
    past: int
    """How many more have ended before they were concluded."""
    ended: EndView | None
    """Where the whole plan no longer holds, by which document; by its printed period none."""
    illustrative: bool
    """Whether any of its figures rests on illustrative rows."""
    last: LastData | None


@dataclass(frozen=True, slots=True)
class HomeData:
    """Everything on the home page, in the order in which it stands there."""

    as_of: dt.date
    targets: int
    figures: tuple[Figure, ...]
    unknown: int
    """How many targets are in the last group: silence there is no good news."""
    past: Figure | None
    """What ended before it was concluded: in none of the groups; None where nothing did."""
    drawn: bool
    """Whether each target of the headline is drawn as a mark."""
    groups: tuple[Group, ...]
    duties: int
    duty_counts: Counts
    overdue: Overdue
    next: DueLine | None
    """The next deadline or report, as the page of deadlines has it."""
    last: LastData | None
    attention: tuple[AttentionLine, ...]
    more: int
    """How many lines that need attention are not listed here."""
    plans: tuple[PlanRow, ...]
    trees: tuple[Branch, ...]
    """The lineages that lead to a plan."""
    bodies: int
    changes: tuple[Deed, ...]
    """What changed last."""


def pages(context: Context) -> Iterable[Page]:
    """The one home page."""
    yield Page(
        path=paths.HOME,
        kind=KIND.name,
        title=context.site_name,
        description=Text(
            "Tiến độ thực hiện các kế hoạch: chỉ tiêu, nhiệm vụ, đơn vị chịu trách nhiệm, số liệu mở.",
            "Progress of the plans: targets, duties, who is responsible, open data.",
        ),
        data=home_data(context),
        about=things.site(context),
        illustrative=any(plan.illustrative for plan in context.snapshot.plans.values()),
    )


def home_data(context: Context) -> HomeData:
    """What the home page shows."""
    states = tuple(context.snapshot.plans.values())
    indicators = [indicator for state in states for indicator in state.indicators]
    judged = tuple(target_judgements(indicators))
    headline, ended = figures(judged), past(judged)
    targets = sum(figure.count for figure in headline)
    duties = merged(tuple(state.duty_counts for state in states))
    lines = attention(states, context.as_of)
    known = documents.lines(context)
    trees = documents.trees(context.snapshot.implements, known)
    return HomeData(
        as_of=context.as_of,
        targets=targets,
        figures=headline,
        unknown=headline[-1].count,
        drawn=targets <= MARKS,
        past=ended,
        groups=(*GROUPS, PAST) if ended else GROUPS,
        duties=total(duties),
        duty_counts=duties,
        overdue=_overdue(states, context.as_of),
        next=next_due(due_lines(context.snapshot, context.as_of), context.as_of),
        last=_newest(context, states),
        attention=tuple(lines[:SHOWN]),
        more=max(0, len(lines) - SHOWN),
        plans=tuple(_row(context, state) for state in states),
        trees=tuple(tree for tree in trees if tree.leads_to_plan),
        bodies=len(context.snapshot.repository.agencies),
        changes=recent(context, CHANGES),
    )


def _overdue(states: tuple[PlanState, ...], as_of: dt.date) -> Overdue:
    late = [
        duty.judgement
        for state in states
        for duty in state.duties
        if duty.due is not None and duty.due < as_of and not (duty.ended and duty.ended.document)
    ]
    known = [judgement for judgement in late if judgement.status is Status.OVERDUE]
    missing = [(state, owed.agency) for state in states for owed in overdue(state.reports)]
    return Overdue(
        duties=len(known),
        silent=sum(judgement.status is Status.NO_DATA for judgement in late),
        reports=len(missing),
        bodies=len({agency for _, agency in missing}),
        duties_illustrative=any(judgement.illustrative for judgement in known),
        reports_illustrative=any(state.illustrative for state, _ in missing),
        lapsed=sum(owed.lapsed for state in states for owed in state.reports),
    )


def _newest(context: Context, states: tuple[PlanState, ...]) -> LastData | None:
    rows = [(state, row) for state in states if (row := state.last_reported) is not None]
    if not rows:
        return None
    return _last(context, *max(rows, key=lambda pair: known_on(pair[1])))


def _row(context: Context, state: PlanState) -> PlanRow:
    plan = state.plan
    judged = tuple(target_judgements(state.indicators))
    counted, ended = figures(judged), past(judged)
    targets = sum(figure.count for figure in counted)
    row = state.last_reported
    return PlanRow(
        label=plan_label(plan),
        path=paths.plan(state.plan_id),
        title=plan.title,
        issuer=short_ref(context.snapshot.repository, plan.issuer),
        issued=plan.issued if isinstance(plan.issued, Period) else None,
        issued_unknown=_reason(plan.issued) if isinstance(plan.issued, Unknown) else None,
        territory=None if isinstance(plan.number, Unknown) else leading(plan.territory),
        period=span(plan),
        counts=in_groups(state.target_counts) if targets <= MARKS else (),
        figures=counted,
        targets=targets,
        past=ended.count if ended else 0,
        ended=end_view(context.snapshot.repository, state.ended) if _by_act(state) else None,
        illustrative=any(figure.illustrative for figure in counted),
        last=_last(context, state, row) if row else None,
    )


def _by_act(state: PlanState) -> bool:
    """Whether a document ended the plan, rather than its own printed period being over."""
    return state.ended is not None and bool(state.ended.document)


def _reason(unknown: Unknown) -> Text:
    told = [text(words) for words in (unknown.unknown, unknown.bounds) if words]
    return Text(" ".join(t.vi for t in told), " ".join(t.en for t in told))


def _last(context: Context, state: PlanState, row: ProgressRow) -> LastData:
    named = {indicator.id: indicator.name for indicator in state.plan.indicators()}
    return LastData(
        plan=plan_number(state.plan),
        plan_path=paths.plan(state.plan_id),
        agency=short_ref(context.snapshot.repository, row.agency),
        indicator=Ref(named[row.indicator], paths.indicator(state.plan_id, row.indicator)),
        reported_on=row.reported_on,
        source=row.source,
        state=row.state,
    )


KIND = PageKind(name="home", title=Text("Trang chủ", "Home"), template="home.html", pages=pages)
