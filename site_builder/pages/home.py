"""Home: how things stand, what needs attention, when data came in, every plan and its descent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.charts.spec import StatusChart
from site_builder.model.base import Unknown, Words
from site_builder.model.rows import State
from site_builder.pages import documents, paths
from site_builder.pages.documents import Branch
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.plan_facts import span
from site_builder.pages.view import ClauseRef, Ref, agency_ref, clause_ref, plan_label
from site_builder.pages.view_duty import timing
from site_builder.pages.view_status import Counts, merged, ordered, strip, total
from site_builder.pages.view_target import TargetView, target_view
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    Observation,
    PlanState,
    TargetState,
)
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

ATTENTION = (Status.NOT_MET, Status.WRONG_WAY, Status.OVERDUE, Status.FAR_BEHIND)
"""What leadership must see first, the gravest first."""
SHOWN = 8
"""How many targets and how many duties of one plan stand on the home page."""


@dataclass(frozen=True, slots=True)
class AttentionTarget:
    """A target that is missed or far behind."""

    indicator: Ref
    view: TargetView
    latest: Observation | None
    """The value that was judged."""
    unit: Words
    percent: bool


@dataclass(frozen=True, slots=True)
class AttentionDuty:
    """An overdue duty."""

    duty: Ref
    clause: ClauseRef
    timing: Text
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Attention:
    """What needs attention in one plan; `more_…` is how many are not listed here."""

    plan: Text
    path: str
    targets: tuple[AttentionTarget, ...]
    more_targets: int
    duties: tuple[AttentionDuty, ...]
    more_duties: int
    reports_owed: int
    bodies_owing: int
    reports_illustrative: bool
    """Whether what came in for the plan is illustrative, and so what is missing as well."""


@dataclass(frozen=True, slots=True)
class LastData:
    """When data last came in for a plan, and from whom."""

    agency: Ref
    indicator: Ref
    reported_on: Period | None
    source: str
    state: State


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One plan in a few lines."""

    label: Text
    path: str
    title: Words
    issuer: Ref
    issued: Period | None
    issued_unknown: Unknown | None
    territory: Words
    period: Text | None
    counts: Counts
    targets: int
    chart: StatusChart | None
    indicators: int
    """Those with a target."""
    facts: int
    """Printed facts without a target."""
    duties: int
    remarks: int
    last: LastData | None


@dataclass(frozen=True, slots=True)
class HomeData:
    """Everything on the home page, in the order in which it stands there."""

    as_of: dt.date
    counts: Counts
    targets: int
    chart: StatusChart | None
    duty_counts: Counts
    duties: int
    duty_chart: StatusChart | None
    attention: tuple[Attention, ...]
    plans: tuple[PlanCard, ...]
    trees: tuple[Branch, ...]
    bodies: int


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
        illustrative=any(plan.illustrative for plan in context.snapshot.plans.values()),
    )


def home_data(context: Context) -> HomeData:
    """What the home page shows."""
    states = tuple(context.snapshot.plans.values())
    counts = merged(tuple(state.target_counts for state in states))
    duties = merged(tuple(state.duty_counts for state in states))
    shown = any(state.illustrative for state in states)
    found = (_attention(context, state) for state in states)
    return HomeData(
        as_of=context.as_of,
        counts=counts,
        targets=total(counts),
        chart=strip("tat-ca", TARGETS_TITLE, counts, illustrative=shown),
        duty_counts=duties,
        duties=total(duties),
        duty_chart=strip("nhiem-vu", DUTIES_TITLE, duties, illustrative=shown),
        attention=tuple(one for one in found if one.targets or one.duties or one.reports_owed),
        plans=tuple(_card(context, state) for state in states),
        trees=documents.trees(context.snapshot.implements, documents.lines(context)),
        bodies=len(context.snapshot.repository.agencies),
    )


TARGETS_TITLE = Text("Chỉ tiêu của mọi kế hoạch theo tình trạng", "Targets of all plans by status")
DUTIES_TITLE = Text("Nhiệm vụ của mọi kế hoạch theo tình trạng", "Duties of all plans by status")


def _attention(context: Context, plan: PlanState) -> Attention:
    targets = [(state, target) for state in plan.indicators for target in state.targets]
    targets = [pair for pair in targets if pair[1].judgement.status in ATTENTION]
    targets.sort(key=lambda pair: ATTENTION.index(pair[1].judgement.status))
    overdue = [duty for duty in plan.duties if duty.judgement.status is Status.OVERDUE]
    owed = [report for report in plan.reports if report.received is None]
    return Attention(
        plan=plan_label(plan.plan),
        path=paths.plan(plan.plan_id),
        targets=tuple(_target(*pair) for pair in targets[:SHOWN]),
        more_targets=max(0, len(targets) - SHOWN),
        duties=tuple(_duty(duty) for duty in overdue[:SHOWN]),
        more_duties=max(0, len(overdue) - SHOWN),
        reports_owed=len(owed),
        bodies_owing=len({report.agency for report in owed}),
        reports_illustrative=plan.illustrative,
    )


def _target(state: IndicatorState, target: TargetState) -> AttentionTarget:
    indicator = state.indicator
    return AttentionTarget(
        indicator=Ref(indicator.name, paths.indicator(state.plan_id, indicator.id)),
        view=target_view(state.plan_id, indicator, target),
        latest=_judged_value(state, target),
        unit=indicator.unit,
        percent=indicator.unit.vi == "%",
    )


def _judged_value(state: IndicatorState, target: TargetState) -> Observation | None:
    """What the status rests on: of a target of every year the last failed year's own figure."""
    failed = [period for period, judged in target.each if judged.status is Status.NOT_MET]
    if failed:
        return next((o for o in state.series if o.period == failed[-1]), None)
    return target.observation


def _duty(state: DutyState) -> AttentionDuty:
    return AttentionDuty(
        duty=Ref(state.duty.task, paths.duty(state.plan_id, state.duty.id)),
        clause=clause_ref(state.plan_id, state.duty.clause),
        timing=timing(state.duty.when, state.due),
        judgement=state.judgement,
    )


def _card(context: Context, state: PlanState) -> PlanCard:
    plan = state.plan
    counts = ordered(state.target_counts)
    slug = state.plan_id.replace("/", "-")
    title = Text("{plan}: chỉ tiêu theo tình trạng", "{plan}: targets by status")
    return PlanCard(
        label=plan_label(plan),
        path=paths.plan(state.plan_id),
        title=plan.title,
        issuer=agency_ref(context.snapshot.repository, plan.issuer),
        issued=plan.issued if isinstance(plan.issued, Period) else None,
        issued_unknown=plan.issued if isinstance(plan.issued, Unknown) else None,
        territory=plan.territory,
        period=span(plan),
        counts=counts,
        targets=total(counts),
        chart=strip(
            slug, title.fill(plan=plan_label(plan)), counts, illustrative=state.illustrative
        ),
        indicators=sum(bool(indicator.targets) for indicator in state.indicators),
        facts=sum(not indicator.targets for indicator in state.indicators),
        duties=len(state.duties),
        remarks=len(plan.remarks),
        last=_last(context, state),
    )


def _last(context: Context, state: PlanState) -> LastData | None:
    row = state.last_reported
    if row is None:
        return None
    named = {indicator.id: indicator.name for indicator in state.plan.indicators()}
    return LastData(
        agency=agency_ref(context.snapshot.repository, row.agency),
        indicator=Ref(named[row.indicator], paths.indicator(state.plan_id, row.indicator)),
        reported_on=row.reported_on,
        source=row.source,
        state=row.state,
    )


KIND = PageKind(name="home", title=Text("Trang chủ", "Home"), template="home.html", pages=pages)
