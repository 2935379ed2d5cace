"""Targets in words: a named human assessment, or nothing. Never computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from site_builder.model.rows import AssessmentRow
from site_builder.progress import sentences, wording
from site_builder.progress.observations import year_before
from site_builder.progress.snapshot import Judgement
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


def known_assessments(rows: Iterable[AssessmentRow], as_of: dt.date) -> tuple[AssessmentRow, ...]:
    """The assessments made and reported by the day, oldest first."""
    known = [row for row in rows if known_since(row) <= as_of]
    return tuple(sorted(known, key=lambda row: (row.assessed_on.end, row.file, row.record)))


def known_since(row: AssessmentRow) -> dt.date:
    """The day from which an assessment could be known: when it was made and reported."""
    reported = row.reported_on.end if row.reported_on is not None else row.assessed_on.end
    return max(reported, row.assessed_on.end)


def judge_in_words(
    rows: Iterable[AssessmentRow],
    key: str,
    bodies: Collection[str],
    due: Period | None,
    as_of: dt.date,
) -> Judgement:
    """The latest assessment of one target that stands in the name of one of `bodies`.

    From the target's date on, an assessment of the twelve months before it or any later one
    concludes; an older one does not (not enough data). Before the date, “met” reads as already
    at the target's level and “not met” as in progress, for “not met” is only said afterwards.
    """
    about = [row for row in rows if row.target == key and row.agency in bodies]
    if not about:
        return Judgement(Status.NOT_ASSESSED, (sentences.NOT_COMPUTED, _NONE))
    latest = about[-1]
    lines = [sentences.NOT_COMPUTED, _line(latest)]
    status = _status(latest, due, as_of)
    if status is Status.INSUFFICIENT:
        lines.append(_TOO_OLD)
    return Judgement(status, tuple(lines), latest.state == "illustrative")


def _status(row: AssessmentRow, due: Period | None, as_of: dt.date) -> Status:
    if row.verdict == "not_assessed":
        return Status.NOT_ASSESSED
    over = due is not None and due.end <= as_of
    if not over:
        return Status.AT_LEVEL if row.verdict == "met" else Status.IN_PROGRESS
    assert due is not None
    if row.assessed_on.end <= year_before(due.end):
        return Status.INSUFFICIENT
    return Status.MET if row.verdict == "met" else Status.NOT_MET


def _line(row: AssessmentRow) -> Text:
    return _ASSESSED.fill(
        who=wording.cited(row.assessor),
        day=wording.day(row.assessed_on.end),
        verdict=_VERDICTS[row.verdict],
        source=wording.cited(row.source),
        firm=wording.firmness(row.state),
    )


_NONE = Text("Chưa có ai đánh giá.", "Nobody has assessed it.")
_TOO_OLD = Text(
    "Đánh giá này có trước hạn hơn một năm nên không dùng để kết luận.",
    "The assessment is more than a year older than the due date, so it concludes nothing.",
)
_ASSESSED = Text(
    "{who} đánh giá ngày {day}: {verdict}; căn cứ: {source}{firm}.",
    "Assessed by {who} on {day}: {verdict}; evidence: {source}{firm}.",
)
_VERDICTS = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "not_assessed": Text("chưa đánh giá", "not assessed"),
}
