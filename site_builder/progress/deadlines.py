"""One deadline and what is known of it: the rule that milestones and duties share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from site_builder.model.rows import DutyState, State
from site_builder.progress import wording
from site_builder.progress.snapshot import Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Told:
    """The latest report on something to be done."""

    progress: DutyState
    earliest: dt.date | None
    """The first day on which it can have been done; None where nothing bounds it."""
    latest: dt.date | None
    """The last such day: that of a printed day, of the row's period, or of its report."""
    state: State
    source: str


def judge_deadline(told: Told | None, due: dt.date, as_of: dt.date) -> Judgement:
    """Done on time or late, in progress, not yet due, overdue, or no data.

    A deadline that has passed without any report is “no data”: silence proves neither that the
    thing was done nor that it was not. “Overdue” needs a report that says it was not done. The
    deadline's own day is still in time. Done on a day that cannot be told to lie on one side of
    the deadline: not enough data.
    """
    if told is None:
        return _silence(due, passed=as_of > due)
    lines = [_DUE.fill(due=wording.day(due)), told_line(told)]
    status = _done(told, due, as_of) if told.progress == "done" else _open(told, due, as_of)
    if status is Status.INSUFFICIENT:
        lines.append(DAY_UNKNOWN)
    return Judgement(status, tuple(lines), told.state == "illustrative")


@lru_cache(maxsize=4096)
def _silence(due: dt.date, *, passed: bool) -> Judgement:
    lines = (_DUE.fill(due=wording.day(due)), _SILENCE if passed else _NO_REPORT)
    return Judgement(Status.NO_DATA if passed else Status.NOT_YET_DUE, lines)


def _done(told: Told, due: dt.date, as_of: dt.date) -> Status:
    latest = as_of if told.latest is None else told.latest
    if latest <= due:
        return Status.DONE_ON_TIME
    if told.earliest is not None and told.earliest > due:
        return Status.DONE_LATE
    return Status.INSUFFICIENT


def _open(told: Told, due: dt.date, as_of: dt.date) -> Status:
    if as_of > due:
        return Status.OVERDUE
    return Status.IN_PROGRESS if told.progress == "in_progress" else Status.NOT_YET_DUE


def told_line(told: Told) -> Text:
    """What the latest report says, with its source."""
    source, firm = wording.cited(told.source), wording.firmness(told.state)
    if told.progress != "done":
        return _OPEN[told.progress].fill(source=source, firm=firm)
    when = Text("", "")
    if told.latest is not None:
        exact = told.earliest == told.latest
        when = (_ON if exact else _BY).fill(day=wording.day(told.latest))
    return _DONE.fill(when=when, source=source, firm=firm)


def ended_before(lines: tuple[Text, ...]) -> tuple[Text, ...]:
    """The lines on a deadline of something that ended before it: no silence is told of such a day,
    which nobody had to keep any more."""
    told = (line for line in lines if line not in (_SILENCE, _NO_REPORT))
    return (*told, _ENDED_BEFORE)


_DUE = Text("Hạn: {due}.", "Due: {due}.")
_SILENCE = Text(
    "Đã qua hạn và chưa có báo cáo nào cho biết đã làm hay chưa.",
    "The deadline has passed and no report says whether it was done.",
)
_NO_REPORT = Text("Chưa có báo cáo nào.", "Nothing has been reported yet.")
_ENDED_BEFORE = Text("Khi hết hiệu lực thì chưa đến hạn.", "It was not due yet when it ended.")
DAY_UNKNOWN = Text(
    "Đã xong nhưng không biết trước hay sau hạn.",
    "Done, but it is not known whether before or after the deadline.",
)
"""Stands in the arithmetic of what is done and yet “not enough data”."""
_DONE = Text("Đã hoàn thành{when}; nguồn: {source}{firm}.", "Done{when}; source: {source}{firm}.")
_ON = Text(" ngày {day}", " on {day}")
_BY = Text(" chậm nhất ngày {day}", " by {day} at the latest")
_OPEN = {
    "in_progress": Text(
        "Báo cáo gần nhất: đang thực hiện; nguồn: {source}{firm}.",
        "Latest report: in progress; source: {source}{firm}.",
    ),
    "not_started": Text(
        "Báo cáo gần nhất: chưa bắt đầu; nguồn: {source}{firm}.",
        "Latest report: not started; source: {source}{firm}.",
    ),
}
