"""Who owes which report: what is missing today, each body's reports by period, and the last data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.rows import State
from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.collation import sort_key
from site_builder.pages.duty_lines import slug
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import (
    HOME_CRUMB,
    ClauseRef,
    Ref,
    agency_ref,
    agency_short,
    clause_ref,
    plan_label,
    plan_number,
    text,
)
from site_builder.pages.view_duty import timing
from site_builder.pages.view_life import LifeView, life_view
from site_builder.pages.view_next_reports import Next, next_reports
from site_builder.pages.view_owed import OwedGroup, overdue, owed_groups
from site_builder.pages.view_report_cells import Tally, tally
from site_builder.pages.view_reports import ReportGrid, plan_anchor, report_grids
from site_builder.progress.calendar import DATABLE, first_duty_day
from site_builder.progress.schedule import undated
from site_builder.progress.snapshot import DutyState, PlanState, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

TITLE = Text("Tình hình báo cáo", "Reporting status")
ABOUT = Text(
    "Cơ quan nào còn thiếu báo cáo nào, từ bao giờ; báo cáo nào đã nhận, đúng hạn hay muộn bao lâu.",
    "Which body owes which report and since when; which came in, on time or how late.",
)


@dataclass(frozen=True, slots=True)
class Debt:
    """What one body owes under one duty today."""

    owed: OwedGroup
    days: int
    """Since the oldest fell due."""
    plan_token: str
    life: LifeView | None


@dataclass(frozen=True, slots=True)
class Options:
    """What the controls of the filter offer."""

    plans: tuple[Choice, ...]
    agencies: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class OpenEnded:
    """A duty to report for which no period or date is printed, so that nothing can be missing."""

    duty: Ref
    clause: ClauseRef
    plan: Text
    requested: bool
    timing: Text


@dataclass(frozen=True, slots=True)
class PlanReports:
    """The reports of one plan."""

    anchor: str
    token: str
    label: Text
    path: str
    tally: Tally
    grids: tuple[ReportGrid, ...]


@dataclass(frozen=True, slots=True)
class LastData:
    """When figures last came in for a plan, from whom, and how many are missing."""

    plan: Text
    path: str
    reported_on: Period | None
    agency: Ref | None
    """None where no figure has come in."""
    indicator: Ref | None
    source: str
    state: State | None
    missing: int
    """Figures that the indicators' own intervals ask for and nobody reported."""
    asked_of: int
    """How many bodies owe them."""
    datable: bool
    """Whether any interval is printed by which a missing figure can be told."""


@dataclass(frozen=True, slots=True)
class ReportingData:
    """Everything on the page, in the order in which it stands there."""

    tally: Tally
    debts: tuple[Debt, ...]
    """The worst first: the longest overdue, then the most."""
    debtors: int
    doubtful: bool
    """Whether of any report due it is not established that it was owed."""
    next: tuple[Next, ...]
    """What falls due next, the earliest first."""
    options: Options
    plans: tuple[PlanReports, ...]
    open_ended: tuple[OpenEnded, ...]
    last: tuple[LastData, ...]
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one page of reports."""
    yield Page(
        path=paths.REPORTING,
        kind=KIND.name,
        title=TITLE,
        description=ABOUT,
        data=reporting_data(context.snapshot),
        crumbs=(HOME_CRUMB,),
        illustrative=any(plan.illustrative for plan in context.snapshot.plans.values()),
        finds=(Find("page", TITLE, ABOUT, also=("nợ báo cáo", "chậm báo cáo", "reports owed")),),
    )


def reporting_data(snapshot: Snapshot) -> ReportingData:
    """What the page shows."""
    plans = tuple(snapshot.plans.values())
    reports = [owed for plan in plans for owed in plan.reports]
    debts = _debts(snapshot)
    shown = tuple(plan for plan in plans if plan.reports or plan.coming)
    return ReportingData(
        tally=tally(reports),
        debts=debts,
        debtors=len({debt.owed.agency.path for debt in debts}),
        doubtful=any(owed.judgement.status is Status.INSUFFICIENT for owed in reports),
        next=next_reports(snapshot),
        options=_options(snapshot, shown),
        plans=tuple(
            PlanReports(
                anchor=plan_anchor(plan.plan_id),
                token=slug(plan.plan_id),
                label=plan_label(plan.plan),
                path=paths.plan(plan.plan_id),
                tally=tally(plan.reports),
                grids=report_grids(snapshot, plan),
            )
            for plan in shown
        ),
        open_ended=tuple(_open_ended(plan, state) for plan in plans for state in _undated(plan)),
        last=tuple(_last(snapshot, plan) for plan in plans),
        illustrative=any(plan.illustrative for plan in plans),
    )


def _debts(snapshot: Snapshot) -> tuple[Debt, ...]:
    missing = (owed for plan in snapshot.plans.values() for owed in overdue(plan.reports))
    debts = [
        Debt(
            group,
            (snapshot.as_of - group.since).days,
            slug(group.plan_id),
            life_view(snapshot, group.agency_id),
        )
        for group in owed_groups(snapshot, missing)
    ]
    return tuple(sorted(debts, key=lambda debt: (-debt.days, -debt.owed.count)))


def _options(snapshot: Snapshot, plans: tuple[PlanState, ...]) -> Options:
    owing = {owed.agency for plan in plans for owed in (*plan.reports, *plan.coming)}
    named = {agency: text(agency_short(snapshot.repository, agency)) for agency in owing}
    return Options(
        plans=tuple(Choice(slug(plan.plan_id), plan_number(plan.plan)) for plan in plans),
        agencies=tuple(
            Choice(agency, label)
            for agency, label in sorted(named.items(), key=lambda item: sort_key(item[1].vi))
        ),
    )


def _undated(plan: PlanState) -> Iterable[DutyState]:
    """Duties to report of which no day follows from what is printed, and under which none came."""
    came = {owed.duty.id for owed in plan.reports if owed.duty is not None}
    return (
        state
        for state in plan.duties
        if state.duty.report and undated(state.duty.when) and state.duty.id not in came
    )


def _open_ended(plan: PlanState, state: DutyState) -> OpenEnded:
    duty = state.duty
    return OpenEnded(
        duty=Ref(duty.task, paths.duty(plan.plan_id, duty.id)),
        clause=clause_ref(plan.plan_id, duty.clause),
        plan=plan_number(plan.plan),
        requested=duty.requested,
        timing=timing(duty.when, state.due),
    )


def _last(snapshot: Snapshot, plan: PlanState) -> LastData:
    row = plan.last_reported
    named = {indicator.id: indicator.name for indicator in plan.plan.indicators()}
    missing = [owed for indicator in plan.indicators for owed in indicator.owed if owed.missing]
    return LastData(
        plan=plan_number(plan.plan),
        path=paths.plan(plan.plan_id),
        reported_on=row.reported_on if row else None,
        agency=agency_ref(snapshot.repository, row.agency) if row else None,
        indicator=(
            Ref(named[row.indicator], paths.indicator(plan.plan_id, row.indicator)) if row else None
        ),
        source=row.source if row else "",
        state=row.state if row else None,
        missing=len(missing),
        asked_of=len({owed.agency for owed in missing}),
        datable=first_duty_day(plan.plan) is not None
        and any(state.indicator.every in DATABLE for state in plan.indicators),
    )


KIND = PageKind(name="reporting", title=TITLE, template="reporting.html", pages=pages)
