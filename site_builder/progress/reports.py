"""Reports that bodies owe under a duty: which are due, came in, lapsed or are not asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from site_builder.model.plan import Plan
from site_builder.model.rows import SubmittedReport
from site_builder.progress.calendar import end_of_next_month
from site_builder.progress.dues import Claim, Office, documented, freed, judge, unasked
from site_builder.progress.members import Bound, Membership
from site_builder.progress.schedule import NO_CUTOFFS, bodies_of, horizon, rounds_of
from site_builder.progress.snapshot import DutyState, Owed
from site_builder.progress.times import Ending, Occurrence
from site_builder.terms.period import Period
from site_builder.terms.status import Status

COMING = 2
"""So many rounds of each interval are told before they are over: the open one and the next."""

ReportsByAgency = Mapping[str, tuple[SubmittedReport, ...]]


def known_reports(rows: Iterable[SubmittedReport], as_of: dt.date) -> tuple[SubmittedReport, ...]:
    """The reports received and registered by the day, first received first."""
    known = [row for row in rows if registered_on(row) <= as_of]
    return tuple(sorted(known, key=lambda r: (r.received_on.end, r.file, r.record)))


def registered_on(row: SubmittedReport) -> dt.date:
    """The day from which a report could be known: when it came in and was registered."""
    return max(p.end for p in (row.received_on, row.reported_on or row.received_on))


def owed_reports(
    plan: Plan,
    state: DutyState,
    plan_ended: Ending | None,
    bound: tuple[Bound, ...],
    reports: ReportsByAgency,
    membership: Membership,
    office: Office,
) -> tuple[list[Owed], list[Owed]]:
    """The reports under one duty: those due or received up to the day, and those to come.

    A recurring duty owes one for each round of its schedule; each body that leads or is assigned
    owes its own, a group with unnamed members one in its own name. Where nobody leads or is
    assigned, the other roles owe it, receiving excepted. A one-off duty owes one by its printed
    date. Intervals without a calendar owe nothing datable, but what came in under them is listed.
    A round that is not required of a body, because it or the duty has ended, is listed as such.
    To come are the open round and the next one of each interval, unless they came in early.
    """
    if not state.duty.report:
        return [], []
    ends = documented(plan, (state.ended, plan_ended), office.as_of)
    listed: list[Owed] = []
    coming: list[Owed] = []
    for agency in bodies_of(state, bound, membership):
        received = {r.period.text: r for r in reversed(reports.get(agency, ()))}
        body = office.agencies.get(agency)
        own = NO_CUTOFFS if body is None else body.reporting
        ahead: dict[str, int] = {}
        until = horizon(plan, office.as_of)
        for one in rounds_of(plan, state, agency, own, until, membership):
            report = received.pop(one.period.text, None)
            if report is not None or one.printed or one.window[1] <= office.as_of:
                listed.append(_owed(one, report, ends, office))
                continue
            ahead[one.period.kind] = ahead.get(one.period.kind, 0) + 1
            if ahead[one.period.kind] <= COMING:
                coming.append(_owed(one, None, ends, office))
        listed += [_unasked(state, report) for report in received.values()]
    return listed, coming


def _owed(
    one: Occurrence, report: SubmittedReport | None, ends: tuple[Ending, ...], office: Office
) -> Owed:
    claim = Claim(one.agency, one.window, one.due, one.printed, one.cutoff, one.joined)
    free = None if report is not None else freed(claim, ends, office)
    judgement = judge(claim, report, free, office)
    return Owed(
        plan_id=one.plan_id,
        agency=one.agency,
        period=one.period,
        due=one.due,
        duty=one.duty,
        indicators=one.duty.indicators,
        judgement=judgement,
        received=report,
        window=own_window(one.period, one.window),
        lapsed=judgement.status is Status.OVERDUE and free is not None,
        cutoff=one.cutoff,
        printed=one.printed,
    )


def own_window(period: Period, window: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date] | None:
    """The window where it is not the period's own days."""
    return None if window == (period.start, period.end) else window


def _unasked(state: DutyState, report: SubmittedReport) -> Owed:
    """A report for a period that the duty does not date: received, so never late."""
    due = end_of_next_month(report.period.end)
    duty = state.duty
    return Owed(
        state.plan_id, report.agency, report.period, due, duty, duty.indicators,
        unasked(report), report,
    )  # fmt: skip
