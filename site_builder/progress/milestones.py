"""Milestones: done or not, by the rows of the indicator (1 done, 0 not, in between begun)."""

from __future__ import annotations

import datetime as dt

from site_builder.progress.deadlines import Told, judge_deadline, told_line
from site_builder.progress.observations import Series, filled
from site_builder.progress.snapshot import Judgement, Observation
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


def judge_milestone(
    series: Series, due: Period | None, as_of: dt.date
) -> tuple[Judgement, Observation | None]:
    """Done on time or late, in progress, overdue, not yet due, or no data.

    The latest number says how it stands. The milestone counts as done in the period of the
    first row of 1 that no later row takes back: the period says when, the report's own day only
    when it was told. A period that lies on both sides of the deadline is settled by a report
    that came in by the deadline, else it is not enough data.
    """
    numbers = filled(series)
    told, found = (None, None) if not numbers else _told(numbers)
    if due is not None:
        return judge_deadline(told, due.end, as_of), found
    if told is None:
        return Judgement(Status.NO_DATA, (_NO_DUE, _NO_ROW)), None
    status = Status.DONE_ON_TIME if told.progress == "done" else Status.IN_PROGRESS
    if told.progress == "not_started":
        status = Status.NOT_ASSESSED
    return Judgement(status, (_NO_DUE, told_line(told)), told.state == "illustrative"), found


def _told(numbers: Series) -> tuple[Told, Observation]:
    latest = numbers[-1]
    value = latest.row.value or 0
    if value < 1:
        progress = Told(
            progress="in_progress" if value > 0 else "not_started",
            earliest=None,
            latest=None,
            state=latest.state,
            source=latest.row.source,
        )
        return progress, latest
    first = latest
    for observation in reversed(numbers):
        if observation.value is None or observation.value < 1:
            break
        first = observation
    return _done(first), first


def _done(observation: Observation) -> Told:
    row = observation.row
    by = row.period.end
    if row.reported_on is not None:
        by = max(row.period.start, min(by, row.reported_on.end))
    return Told("done", row.period.start, by, row.state, row.source)


_NO_DUE = Text(
    "Văn bản không ghi thời hạn nên không có quá hạn.",
    "The document prints no deadline, so it cannot be late.",
)
_NO_ROW = Text("Chưa có báo cáo nào.", "Nothing has been reported yet.")
