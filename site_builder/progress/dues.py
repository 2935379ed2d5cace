"""What became of one round that is owed: came in, late or not, missing, lapsed, not required."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.plan import Plan
from site_builder.model.reporting import Cutoff
from site_builder.model.rows import SubmittedReport
from site_builder.progress import wording
from site_builder.progress.lives import Lives
from site_builder.progress.snapshot import Judgement
from site_builder.progress.times import Ending
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same

REPORT_GRACE = Text(
    "Hạn quy ước: ngày cuối của tháng liền sau kỳ báo cáo (văn bản không ghi ngày chốt).",
    "Due by our convention on the last day of the month after the period (no cut-off is printed).",
)
"""Where no cut-off is declared: a report on a period cannot come before it has ended, so lateness
is told by a convention of this site, said wherever it is used."""


@dataclass(frozen=True, slots=True)
class Office:
    """What decides on the day who owes what: the bodies, their lives, the documents that say so."""

    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    lives: Lives
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class Claim:
    """What one body is asked for once: for which days, by when, and on what that rests."""

    agency: str
    window: tuple[dt.date, dt.date]
    due: dt.date
    printed: bool = False
    cutoff: Cutoff | None = None
    joined: bool = False
    """Whether it begins where a round of another interval ended, which a document replaced."""


@dataclass(frozen=True, slots=True)
class Freed:
    """Why a claim is not made, lapsed, or is in doubt."""

    kind: Literal["not-required", "lapsed", "doubtful"]
    why: Text


def documented(plan: Plan, ends: Iterable[Ending | None], as_of: dt.date) -> tuple[Ending, ...]:
    """The ends that a document names, and those of the whole plan by what replaced it.

    The latter also where its printed period was over before: then that is its end as a plan.
    """
    found = [end for end in ends if end is not None and end.document]
    for said in plan.superseded:
        if not said.parts and said.start.start <= as_of:
            end = Ending(said.start.start, said.document, said.clause or "", said.replaced)
            if end not in found:
                found.append(end)
    return tuple(found)


def freed(claim: Claim, ends: tuple[Ending, ...], office: Office) -> Freed | None:
    """Why nobody owes it any more, or never did; None where it is owed in the ordinary way.

    `ends` are the ends of the duty and its plan. What was due before a document ended them lapses
    with it; what would have been due on or after it is not required. The end of the plan's printed
    period alone frees nobody. What a body owed lapses on the first day from which it is not
    established whether the body still exists; what fell due while that was not established stays
    in doubt, whatever ended later.
    """
    by_end = None
    for end in sorted((one for one in ends if one.document), key=lambda one: one.day):
        by = _by(end.document, end.clause, office)
        why = _DUTY_ENDED.fill(day=wording.day(end.day), by=by)
        if claim.due >= end.day:
            return Freed("not-required", why)
        if by_end is None and end.day <= office.as_of:
            by_end = Freed("lapsed", why)
    by_life = _freed_by_life(claim, office)
    if by_life is not None and by_life.kind != "lapsed":
        return by_life
    return by_end or by_life


def _freed_by_life(claim: Claim, office: Office) -> Freed | None:
    lives, agency, close = office.lives, claim.agency, claim.window[1]
    if lives.doubtful_on(agency, claim.due):
        return Freed("doubtful", _DOUBTFUL)
    life, asked = lives.of(agency), lives.requires(agency, close)
    asked = asked and lives.requires(agency, claim.due)
    if asked and life.doubtful and life.doubtful_from is not None and not life.over:
        # What it owed it owed; whether anybody owes it today is not established.
        return Freed("lapsed", _DOUBTFUL_SINCE.fill(day=wording.day(life.doubtful_from)))
    if asked and not life.over:
        return None
    kind: Literal["not-required", "lapsed"] = "lapsed" if asked else "not-required"
    body = office.agencies.get(agency)
    if not asked and body is not None and body.start is not None and close < body.start.start:
        return Freed(kind, _NOT_BEGUN.fill(day=wording.day(body.start.start)))
    if life.last is None:
        return Freed(kind, _BODY_ENDED_UNDATED)
    act = body.ended_by if body is not None else None
    by = same("") if act is None else _by(act.document, act.clause or "", office)
    day = life.last + dt.timedelta(days=1)
    return Freed(kind, _BODY_ENDED.fill(day=wording.day(day), by=by))


def judge(
    claim: Claim, report: SubmittedReport | None, free: Freed | None, office: Office
) -> Judgement:
    """The status of a claim with its arithmetic.

    What came in is judged by its day alone. What did not: not required; in doubt, not enough
    data; after the due day overdue, also where it lapsed since; else not yet due.
    """
    lines = _due_lines(claim, office)
    if report is not None:
        late = report.received_on.end > claim.due
        received = _RECEIVED.fill(day=wording.day(report.received_on.end))
        status = Status.DONE_LATE if late else Status.DONE_ON_TIME
        return Judgement(status, (*lines, received), report.state == "illustrative")
    if free is not None and free.kind == "not-required":
        return Judgement(Status.NOT_REQUIRED, (*lines, free.why))
    if free is not None and free.kind == "doubtful":
        return Judgement(Status.INSUFFICIENT, (*lines, _NOT_RECEIVED, free.why))
    if office.as_of <= claim.due:
        return _open(Status.NOT_YET_DUE, lines)
    if free is None:
        return _open(Status.OVERDUE, lines)
    return Judgement(Status.OVERDUE, (*lines, _NOT_RECEIVED, free.why, _LAPSED))


@lru_cache(maxsize=4096)
def _open(status: Status, lines: tuple[Text, ...]) -> Judgement:
    return Judgement(status, (*lines, _NOT_RECEIVED))


def _due_lines(claim: Claim, office: Office) -> tuple[Text, ...]:
    if claim.joined:
        first, last = (wording.day(day) for day in claim.window)
        joined = (_JOINED.fill(first=first, last=last),)
        return joined + _due_lines(replace(claim, joined=False), office)
    if claim.cutoff is None:
        return _plain_lines(claim.due, claim.printed)
    return _declared_lines(claim.due, claim.window, basis(claim.cutoff, office.documents))


@lru_cache(maxsize=4096)
def _plain_lines(due: dt.date, printed: bool) -> tuple[Text, ...]:
    return _DUE.fill(due=wording.day(due)), _PRINTED if printed else REPORT_GRACE


@lru_cache(maxsize=4096)
def _declared_lines(
    due: dt.date, window: tuple[dt.date, dt.date], by: tuple[Text, ...]
) -> tuple[Text, ...]:
    first, last = window
    covers = _COVERS.fill(first=wording.day(first), last=wording.day(last))
    return covers, _DUE.fill(due=wording.day(due)), *by


def basis(cutoff: Cutoff, documents: Mapping[str, Document]) -> tuple[Text, ...]:
    """On what a declared cut-off rests: the document and clause, or whoever compiled the plan."""
    by = authority(cutoff, documents)
    if cutoff.closes_on is None:
        return (_DUE_BY.fill(by=by),)
    if cutoff.due_after is None:
        return _CLOSE_BY.fill(by=by), _GRACE_ONLY
    return (_BOTH_BY.fill(by=by),)


def authority(cutoff: Cutoff, documents: Mapping[str, Document]) -> Text:
    """`277/KH-LĐLĐ, mục IV`, or that it is a convention of those who compiled the plan."""
    if cutoff.document is None:
        return COMPILERS
    name = named(cutoff.document, documents)
    return name if cutoff.clause is None else _IN.fill(name=name, clause=cutoff.clause)


def named(document: str, documents: Mapping[str, Document]) -> Text:
    """A document by its number, else by its subject or kind."""
    found = documents.get(document)
    if found is None:
        return same(document)
    if isinstance(found.number, str):
        return same(found.number)
    return wording.wording(found.subject or found.kind)


def unasked(report: SubmittedReport) -> Judgement:
    """Of a report on a period that nothing dates: it came in, so it is never late."""
    received = _RECEIVED.fill(day=wording.day(report.received_on.end))
    return Judgement(Status.DONE_ON_TIME, (received, _UNDATED), report.state == "illustrative")


def _by(document: str, clause: str, office: Office) -> Text:
    if not document:
        return same("")
    name = named(document, office.documents)
    return _BY.fill(name=_IN.fill(name=name, clause=clause) if clause else name)


COMPILERS = Text("quy ước của người biên soạn", "the compilers' convention")
_IN = Text("{name}, mục {clause}", "{name}, clause {clause}")
_BY = Text(" theo {name}", " by {name}")
_COVERS = Text(
    "Kỳ báo cáo tính từ {first} đến {last} (ngày chốt số liệu).",
    "The period runs from {first} to {last}, the cut-off.",
)
_JOINED = Text(
    "Báo cáo này tính từ {first} đến {last}: định kỳ báo cáo đã đổi, kỳ đầu nối tiếp kỳ đã chốt trước.",
    "This report runs from {first} to {last}: the interval was changed, and the first round goes on "
    "where the last one closed.",
)
_DUE = Text("Hạn: {due}.", "Due: {due}.")
_DUE_BY = Text("Hạn gửi: {by}.", "Due day: {by}.")
_CLOSE_BY = Text("Ngày chốt số liệu: {by}.", "Cut-off: {by}.")
_BOTH_BY = Text("Ngày chốt số liệu và hạn gửi: {by}.", "Cut-off and due day: {by}.")
_GRACE_ONLY = Text(
    "Hạn gửi quy ước: ngày cuối của tháng liền sau kỳ báo cáo.",
    "Due by our convention on the last day of the month after the period.",
)
_PRINTED = Text("Hạn in trong văn bản.", "The date is printed in the document.")
_RECEIVED = Text("Nhận ngày {day}.", "Received on {day}.")
_NOT_RECEIVED = Text("Chưa nhận được.", "Not received.")
_UNDATED = Text(
    "Văn bản không ghi hạn cho kỳ này nên không có quá hạn.",
    "The document dates no report for this period, so it cannot be late.",
)
_LAPSED = Text(
    "Vì vậy không tính là còn phải gửi; hồ sơ giữ nguyên là chưa nhận.",
    "So it is not counted as owed any more; the record keeps that it never came.",
)
_DUTY_ENDED = Text(
    "Nhiệm vụ không còn hiệu lực từ {day}{by}.", "The duty is no longer in force from {day}{by}."
)
_BODY_ENDED = Text("Cơ quan đã kết thúc hoạt động từ {day}{by}.", "The body ended as of {day}{by}.")
_BODY_ENDED_UNDATED = Text(
    "Cơ quan đã kết thúc hoạt động; ngày kết thúc chưa xác định.",
    "The body has ended; the day is not established.",
)
_NOT_BEGUN = Text(
    "Cơ quan bắt đầu hoạt động từ {day}, sau khi kỳ này đã chốt.",
    "The body began on {day}, after this period had closed.",
)
_DOUBTFUL_SINCE = Text(
    "Chưa xác định cơ quan còn hoạt động hay không từ {day}.",
    "It is not established whether the body still exists from {day} on.",
)
_DOUBTFUL = Text(
    "Chưa xác định cơ quan còn hoạt động hay không vào ngày đến hạn.",
    "It is not established whether the body still existed on the due day.",
)
