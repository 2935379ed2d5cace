"""What bodies owe: reports under a duty, and values that an indicator's interval asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache

from site_builder.model.duty import Duty
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.rows import SubmittedReport
from site_builder.progress import wording
from site_builder.progress.calendar import (
    end_of_next_month,
    ending_between,
    first_duty_day,
    span_end,
)
from site_builder.progress.flows import amount, by_period
from site_builder.progress.members import Bound
from site_builder.progress.observations import Series
from site_builder.progress.snapshot import Judgement, Owed
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

REPORT_GRACE = Text(
    "Hạn quy ước: ngày cuối của tháng liền sau kỳ báo cáo (văn bản không ghi ngày chốt).",
    "Due by our convention on the last day of the month after the period (no cut-off is printed).",
)
"""No document here prints a cut-off, and a report on a period cannot come before it has ended;
so lateness is told by a convention of this site, said wherever it is used."""

ReportsByAgency = Mapping[str, tuple[SubmittedReport, ...]]


def known_reports(rows: Iterable[SubmittedReport], as_of: dt.date) -> tuple[SubmittedReport, ...]:
    """The reports received and registered by the day, first received first."""
    known = [row for row in rows if _known_on(row) <= as_of]
    return tuple(sorted(known, key=lambda r: (r.received_on.end, r.file, r.record)))


def _known_on(row: SubmittedReport) -> dt.date:
    return max(p.end for p in (row.received_on, row.reported_on or row.received_on))


def owed_reports(
    plan_id: str,
    plan: Plan,
    duty: Duty,
    bound: tuple[Bound, ...],
    reports: ReportsByAgency,
    as_of: dt.date,
) -> list[Owed]:
    """Every report due or received under one duty up to the day.

    A recurring duty owes one for each period that ends after the plan's issue (its latest
    possible day where unknown), within the plan's printed period and not after the day; each
    body that leads or is assigned owes its own, a group with unnamed members one in its own
    name. Where nobody leads or is assigned, the other roles owe it, receiving excepted. A
    one-off duty owes one by its printed date. Intervals without a calendar owe nothing datable,
    but what came in under them is listed.
    """
    if not duty.report:
        return []
    dated = _dates(plan, duty, as_of)
    found: list[Owed] = []
    for agency in _owing(bound):
        received = {r.period.text: r for r in reversed(reports.get(agency, ()))}
        for period, due, printed in dated:
            report = received.pop(period.text, None)
            judgement = _judge(due, printed, report, as_of)
            found.append(
                Owed(plan_id, agency, period, due, duty, duty.indicators, judgement, report)
            )
        found += [_unasked(plan_id, duty, report) for report in received.values()]
    return found


def _owing(bound: tuple[Bound, ...]) -> list[str]:
    leading = [b.agency for b in bound if "lead" in b.roles or "assigned" in b.roles]
    return leading or [b.agency for b in bound if b.roles != ("receives",)]


def _dates(plan: Plan, duty: Duty, as_of: dt.date) -> list[tuple[Period, dt.date, bool]]:
    """(period, due day, whether that day is printed) for each report owed by one body."""
    when = duty.when
    if when is None:
        return []
    found: list[tuple[Period, dt.date, bool]] = []
    if when.due is not None:
        found.append((when.due, when.due.end, True))
    begin = first_duty_day(plan)
    if begin is not None:
        until = min(as_of, span_end(plan) or as_of)
        for interval in when.every:
            periods = ending_between(interval, begin, until)
            found += [(p, end_of_next_month(p.end), False) for p in periods]
    return found


def _judge(
    due: dt.date, printed: bool, report: SubmittedReport | None, as_of: dt.date
) -> Judgement:
    if report is None:
        return _missing_printed(due, as_of) if printed else missing(due, as_of)
    late = report.received_on.end > due
    status = Status.DONE_LATE if late else Status.DONE_ON_TIME
    lines = (
        _DUE.fill(due=wording.day(due)),
        _PRINTED if printed else REPORT_GRACE,
        _RECEIVED.fill(day=wording.day(report.received_on.end)),
    )
    return Judgement(status, lines, report.state == "illustrative")


@lru_cache(maxsize=4096)
def missing(due: dt.date, as_of: dt.date) -> Judgement:
    """Not received by the day: overdue after the due day, else not yet due."""
    status = Status.OVERDUE if as_of > due else Status.NOT_YET_DUE
    return Judgement(status, (_DUE.fill(due=wording.day(due)), REPORT_GRACE, _NOT_RECEIVED))


def _missing_printed(due: dt.date, as_of: dt.date) -> Judgement:
    status = Status.OVERDUE if as_of > due else Status.NOT_YET_DUE
    return Judgement(status, (_DUE.fill(due=wording.day(due)), _PRINTED, _NOT_RECEIVED))


def _unasked(plan_id: str, duty: Duty, report: SubmittedReport) -> Owed:
    """A report for a period that the duty does not date: received, so never late."""
    judgement = Judgement(
        Status.DONE_ON_TIME,
        (_RECEIVED.fill(day=wording.day(report.received_on.end)), _UNDATED),
        report.state == "illustrative",
    )
    due = end_of_next_month(report.period.end)
    return Owed(
        plan_id, report.agency, report.period, due, duty, duty.indicators, judgement, report
    )


def owed_values(
    plan_id: str,
    plan: Plan,
    indicator: Indicator,
    series: Mapping[str, Series],
    whole: str,
    as_of: dt.date,
) -> tuple[Owed, ...]:
    """The values that are missing up to the day, by the indicator's own interval, oldest first.

    For the whole, and for each body with a printed share (a blank share asks for nothing).
    Periods run from the plan's issue to the plan's printed end, else to the last dated target;
    a body's, to its share's date.
    """
    begin = first_duty_day(plan)
    if indicator.every is None or begin is None:
        return ()
    until = _last_day(plan, indicator, as_of)
    found = _missing_values(plan_id, indicator, whole, series.get(whole, ()), begin, until, as_of)
    allocation = indicator.allocation
    if allocation is not None:
        until = min(until, allocation.period.end)
        for agency, share in allocation.shares.items():
            if share is not None:
                own = series.get(agency, ())
                found += _missing_values(plan_id, indicator, agency, own, begin, until, as_of)
    return tuple(sorted(found, key=lambda owed: (owed.period.end, owed.period.start)))


def _last_day(plan: Plan, indicator: Indicator, as_of: dt.date) -> dt.date:
    end = span_end(plan)
    dated = indicator.dated_targets()
    if end is None and dated and len(dated) == len(indicator.targets):
        end = dated[-1][0].end
    return as_of if end is None else min(as_of, end)


def _missing_values(
    plan_id: str,
    indicator: Indicator,
    agency: str,
    series: Series,
    begin: dt.date,
    until: dt.date,
    as_of: dt.date,
) -> list[Owed]:
    assert indicator.every is not None
    periods = ending_between(indicator.every, begin, until)
    ends = {o.period.end for o in series if o.value is not None}
    amounts = by_period(series) if indicator.measures == "flow" else {}
    asked = (indicator.id,)
    found = []
    for period in periods:
        if period.end in ends and indicator.measures != "flow":
            continue
        if amounts and not amount(amounts, period).missing:
            continue
        due = end_of_next_month(period.end)
        judgement = missing(due, as_of)
        found.append(Owed(plan_id, agency, period, due, None, asked, judgement))
    return found


_DUE = Text("Hạn: {due}.", "Due: {due}.")
_PRINTED = Text("Hạn in trong văn bản.", "The date is printed in the document.")
_RECEIVED = Text("Nhận ngày {day}.", "Received on {day}.")
_NOT_RECEIVED = Text("Chưa nhận được.", "Not received.")
_UNDATED = Text(
    "Văn bản không ghi hạn cho kỳ này nên không có quá hạn.",
    "The document dates no report for this period, so it cannot be late.",
)
