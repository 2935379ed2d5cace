"""One cell of the grid of reports: a word, a shape, a colour and a day; and what they add up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder.progress.snapshot import Owed
from site_builder.terms.status import Status, Tone
from site_builder.terms.text import Text

STATES: dict[Status, Text] = {
    Status.DONE_ON_TIME: Text("Đã nhận đúng hạn", "Received on time"),
    Status.DONE_LATE: Text("Nhận quá hạn", "Received late"),
    Status.OVERDUE: Text("Quá hạn chưa nhận", "Overdue"),
    Status.NOT_YET_DUE: Text("Chưa đến hạn", "Not yet due"),
    Status.NOT_REQUIRED: Text("Không phải báo cáo", "Not required"),
    Status.INSUFFICIENT: Text("Chưa xác định", "Not established"),
}
"""What became of a report, as the page calls it."""
LAPSED = Text("Không nhận được", "Never received")
"""Overdue when the body, the duty or the plan ended: nobody owes it any more."""
UNASKED = Text("Đã nhận", "Received")
"""On a period that nothing dates."""
_LATE = Text("Nhận quá hạn {days} ngày", "{days} days late")
_LATE_ONE = Text("Nhận quá hạn 1 ngày", "1 day late")


@dataclass(frozen=True, slots=True)
class ReportCell:
    """What became of one report, or of several in a row that are alike."""

    status: Status
    tone: Tone
    words: Text
    received: dt.date | None
    due: dt.date | None
    """Its own due day where that is not the column's."""
    span: int = 1
    """Over how many columns it stands."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports of a body, a duty or a plan are in which state."""

    on_time: int
    late: int
    missing: int
    """Due, not in, and owed."""
    waiting: int
    """Not yet due."""
    lapsed: int
    """Never came, and owed no more."""

    @property
    def due(self) -> int:
        """Those that are due or came in."""
        return self.on_time + self.late + self.missing


def joined(cells: list[ReportCell | None]) -> tuple[ReportCell | None, ...]:
    """What was not required for several periods in a row is said once."""
    found: list[ReportCell | None] = []
    for key, some in groupby(cells, key=lambda c: c is not None and c.status):
        run = list(some)
        if key is Status.NOT_REQUIRED and run[0] is not None:
            first = run[0]
            found.append(ReportCell(first.status, first.tone, first.words, None, None, len(run)))
        else:
            found += run
    return tuple(found)


def cell(owed: Owed | None, day: dt.date) -> ReportCell | None:
    """What became of a report; `day` is the due day that its column shows."""
    if owed is None:
        return None
    status = owed.judgement.status
    received = owed.received.received_on.end if owed.received is not None else None
    asked = received is None and status in (Status.OVERDUE, Status.NOT_YET_DUE)
    due = owed.due if asked and owed.due != day else None
    return ReportCell(status, _tone(owed), _words(owed), received, due)


def _words(owed: Owed) -> Text:
    status = owed.judgement.status
    if owed.lapsed:
        return LAPSED
    if owed.received is not None and status is Status.DONE_LATE:
        days = (owed.received.received_on.end - owed.due).days
        return _LATE_ONE if days == 1 else _LATE.fill(days=days)
    unasked = owed.received is not None and owed.received.received_on.end > owed.due
    return UNASKED if unasked else STATES[status]


def _tone(owed: Owed) -> Tone:
    return "none" if owed.lapsed else owed.judgement.status.tone


def tally(owed: Iterable[Owed]) -> Tally:
    """Reports by what became of them."""
    listed = tuple(owed)
    statuses = [one.judgement.status for one in listed]
    return Tally(
        on_time=statuses.count(Status.DONE_ON_TIME),
        late=statuses.count(Status.DONE_LATE),
        missing=sum(one.missing for one in listed),
        waiting=statuses.count(Status.NOT_YET_DUE),
        lapsed=sum(one.lapsed for one in listed),
    )
