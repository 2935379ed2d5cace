"""The status of each duty: for every body that answers for it, and for the duty as a whole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from site_builder.model.duty import Duty
from site_builder.model.rows import DutyRow, SubmittedReport
from site_builder.progress import wording
from site_builder.progress.deadlines import Told, judge_deadline, told_line
from site_builder.progress.members import Bound
from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text

ReportsByAgency = Mapping[str, tuple[SubmittedReport, ...]]

_EPOCH = dt.date.min
_ORDER = {status: place for place, status in enumerate(Status)}


def known_duty_rows(rows: Iterable[DutyRow], as_of: dt.date) -> tuple[DutyRow, ...]:
    """The rows that could be known on the day, in the order in which they were told."""
    known = [row for row in rows if told_on(row) <= as_of]
    return tuple(sorted(known, key=lambda row: (told_on(row), row.file, row.record)))


def told_on(row: DutyRow) -> dt.date:
    """The day from which a row could be known: the latest of its days; the first day if none."""
    days = [p.end for p in (row.reported_on, row.period, row.done_on) if p is not None]
    return max(days, default=_EPOCH)


def duty_state(
    plan_id: str,
    duty: Duty,
    bound: tuple[Bound, ...],
    rows: tuple[DutyRow, ...],
    reports: ReportsByAgency,
    as_of: dt.date,
) -> DutyState:
    """A duty on the day of judgement; `rows` are its known rows, oldest first.

    Each body is judged by its own latest row, else by one in the name of the group that it is
    named through. A one-off duty to report is also done by the report itself.
    """
    due = duty.when.due.end if duty.when is not None and duty.when.due is not None else None
    told = _told_by_agency(duty, rows, reports, due)
    answering = answering_of(bound)
    by_agency = {
        b.agency: _judge_body(duty, _told_for(b, told), due, as_of, reports.get(b.agency, ()))
        for b in answering
    }
    overall = overall_of(by_agency, duty)
    if told:
        for b in bound:
            if b.agency not in by_agency and b.agency in told:
                by_agency[b.agency] = _judge_body(duty, told[b.agency], due, as_of)
    return DutyState(plan_id, duty, due, overall, by_agency, rows)


def answering_of(bound: tuple[Bound, ...]) -> list[Bound]:
    """Who answers for a duty: those that lead or carry it out, else all but who only receives."""
    return [b for b in bound if b.answers] or [b for b in bound if b.roles != ("receives",)]


def _told_by_agency(
    duty: Duty, rows: tuple[DutyRow, ...], reports: ReportsByAgency, due: dt.date | None
) -> dict[str, Told]:
    told = {row.agency: _told(row) for row in rows}
    if duty.report and due is not None:
        for agency, received in reports.items():
            first = received[0]
            day = first.received_on.end
            told[agency] = Told("done", day, day, first.state, first.source)
    return told


def _told(row: DutyRow) -> Told:
    if row.done_on is not None:
        return Told(row.progress, row.done_on.end, row.done_on.end, row.state, row.source)
    earliest = row.period.start if row.period is not None else None
    ends = [p.end for p in (row.period, row.reported_on) if p is not None]
    latest = min(ends, default=None)
    if earliest is not None and latest is not None:
        latest = max(earliest, latest)
    return Told(row.progress, earliest, latest, row.state, row.source)


def _told_for(bound: Bound, told: Mapping[str, Told]) -> Told | None:
    for name in (bound.agency, *reversed(bound.through)):
        if name in told:
            return told[name]
    return None


def _judge_body(
    duty: Duty,
    told: Told | None,
    due: dt.date | None,
    as_of: dt.date,
    reports: tuple[SubmittedReport, ...] = (),
) -> Judgement:
    if due is not None:
        return judge_deadline(told, due, as_of)
    when = duty.when
    repeated = when is not None and (when.ongoing or bool(when.every))
    return _judge_repeated(told, reports) if repeated else _judge_undated(told)


def _judge_repeated(told: Told | None, reports: tuple[SubmittedReport, ...] = ()) -> Judgement:
    """Ongoing and recurring duties are never finished: a finished round leaves them ongoing."""
    lines = [_REPEATED]
    if told is not None:
        lines.append(told_line(told))
    if reports:
        lines.append(_received(reports))
    if len(lines) == 1:
        lines.append(_NO_REPORT)
    running = told is not None and told.progress == "in_progress"
    status = Status.IN_PROGRESS if running else Status.ONGOING
    states = [report.state for report in reports] + ([told.state] if told is not None else [])
    return Judgement(status, tuple(lines), "illustrative" in states)


def _received(reports: tuple[SubmittedReport, ...]) -> Text:
    """How many periods were reported on, and the newest of them; a period counts once."""
    newest = max(reports, key=lambda report: (report.period.end, report.received_on.end))
    invented = any(report.state == "illustrative" for report in reports)
    return _RECEIVED.fill(
        count=len({report.period.text for report in reports}),
        period=wording.period(newest.period),
        day=wording.day(newest.received_on.end),
        firm=wording.firmness("illustrative" if invented else newest.state),
    )


def _judge_undated(told: Told | None) -> Judgement:
    if told is None:
        return Judgement(Status.NOT_ASSESSED, (_NO_DUE, _NO_REPORT))
    status = {
        "done": Status.DONE_ON_TIME,
        "in_progress": Status.IN_PROGRESS,
        "not_started": Status.NOT_ASSESSED,
    }[told.progress]
    return Judgement(status, (_NO_DUE, told_line(told)), told.state == "illustrative")


_WORST_FIRST = (
    Status.OVERDUE,
    Status.NO_DATA,
    Status.INSUFFICIENT,
    Status.IN_PROGRESS,
)


def overall_of(by_agency: Mapping[str, Judgement], duty: Duty) -> Judgement:
    """The worst that is honest: done only when every named body is done, late if one was late.

    One body known to be overdue makes the duty overdue; else one past its deadline in silence
    makes it “no data”; some done and some not yet makes it in progress. Where the same is to be
    said of every body, it is said once.
    """
    judged = tuple(by_agency.values())
    if not judged:
        return Judgement(Status.NOT_ASSESSED, (_NOBODY,))
    lines = [_OPEN_LIST] if any(duty.is_open(role) for role in ("lead", "assigned")) else []
    if len({(one.status, one.arithmetic) for one in judged}) == 1:
        every = judged[0]
        return Judgement(every.status, (*every.arithmetic, *lines), every.illustrative)
    counts = Counter(judgement.status for judgement in judged)
    first = judged[0].arithmetic[:1]
    return Judgement(
        _worst(counts),
        (*first, counted(judged), *lines),
        any(judgement.illustrative for judgement in judged),
    )


def _worst(counts: Counter[Status]) -> Status:
    for status in _WORST_FIRST:
        if counts[status]:
            return status
    done = counts[Status.DONE_ON_TIME] + counts[Status.DONE_LATE]
    if done == counts.total():
        return Status.DONE_LATE if counts[Status.DONE_LATE] else Status.DONE_ON_TIME
    if done:
        return Status.IN_PROGRESS
    return min(counts, key=_ORDER.__getitem__)


def counted(judged: Collection[Judgement]) -> Text:
    """How many bodies there are, and how many of them in which status."""
    counts = Counter(judgement.status for judgement in judged)
    return _bodies(len(judged), tuple(sorted(counts.items(), key=lambda item: _ORDER[item[0]])))


@lru_cache(maxsize=4096)
def _bodies(total: int, listed: tuple[tuple[Status, int], ...]) -> Text:
    return Text(
        f"{total} cơ quan: " + "; ".join(f"{n} {s.words.vi.lower()}" for s, n in listed) + ".",
        f"{total} bodies: " + "; ".join(f"{n} {s.words.en.lower()}" for s, n in listed) + ".",
    )


_REPEATED = Text(
    "Nhiệm vụ thường xuyên hoặc lặp lại: không có một ngày hoàn thành.",
    "An ongoing or recurring duty: there is no single day of completion.",
)
_NO_DUE = Text(
    "Văn bản không ghi thời hạn nên không có quá hạn.",
    "The document prints no deadline, so it cannot be late.",
)
_NO_REPORT = Text("Chưa có báo cáo nào.", "Nothing has been reported yet.")
_RECEIVED = Text(
    "Đã nhận báo cáo của {count} kỳ, mới nhất là {period}, nhận ngày {day}{firm}.",
    "Reports received for {count} periods, the newest for {period}, on {day}{firm}.",
)
_NOBODY = Text("Văn bản không nêu cơ quan thực hiện.", "The document names no body to do it.")
_OPEN_LIST = Text(
    "Danh sách trong văn bản để mở (…): chỉ xét các cơ quan được nêu tên.",
    "The document leaves the list open (…): only the bodies named are judged.",
)
