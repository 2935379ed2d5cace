"""Rows of figures in words: what they are about, what they say, what a correction says of itself."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.changes import naming, saying
from site_builder.changes.sides import Side
from site_builder.changes.words import EMPTY
from site_builder.model.indicator import UNDATED
from site_builder.model.rows import (
    STATE_WORDS,
    AssessmentRow,
    DutyRow,
    ProgressRow,
    Row,
    SubmittedReport,
)
from site_builder.progress import wording
from site_builder.progress.ratios import shown_value
from site_builder.terms.period import Period
from site_builder.terms.text import Text, same

_NONE = Text("", "")
_DUTY_STATES = {
    "not_started": Text("chưa thực hiện", "not started"),
    "in_progress": Text("đang thực hiện", "in progress"),
    "done": Text("đã hoàn thành", "done"),
}
_VERDICTS = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "not_assessed": Text("chưa đánh giá", "not assessed"),
}
_DONE_ON = Text("{state} ngày {day}", "{state} on {day}")
_RECEIVED = Text("nhận ngày {day}", "received on {day}")
_ASSESSED = Text("{verdict}, {who} đánh giá ngày {day}", "{verdict}, assessed by {who} on {day}")
_SHARE = Text("{num}/{den} ({share})", "{num}/{den} ({share})")
_STATE = Text("{said} ({state})", "{said} ({state})")
_CORRECTS = Text("đính chính: {why}", "corrects: {why}")


def subject(row: Row, side: Side) -> Text:
    """Indicator or duty, body, period, breakdown."""
    parts = [_thing(row, side), naming.bodies((row.agency,), side.agencies)]
    if isinstance(row, AssessmentRow):
        if row.target != UNDATED:
            parts.append(naming.due_of(row.target))
    else:
        period: Period | None = getattr(row, "period", None)
        parts += [wording.period(period)] if period is not None else []
    if isinstance(row, ProgressRow):
        parts += [same(f"{dimension} = {category}") for dimension, category in row.breakdown]
    return Text(" – ".join(p.vi for p in parts), " – ".join(p.en for p in parts))


def _thing(row: Row, side: Side) -> Text:
    if isinstance(row, (DutyRow, SubmittedReport)):
        duty = side.duties.get(row.duty)
        return naming.words(duty.task) if duty else same(row.duty)
    assert isinstance(row, (ProgressRow, AssessmentRow))
    indicator = side.indicator(row.indicator)
    return naming.words(indicator.name) if indicator else same(row.indicator)


def said(was: Row | None, becomes: Row | None, base: Side, head: Side) -> tuple[Text, Text]:
    """Both rows in words; where these read the same, what else differs."""
    before, after = _brief(was, base), _brief(becomes, head)
    if before != after or was is None or becomes is None:
        return before, after
    names = [name for name in _ORIGIN if getattr(was, name, None) != getattr(becomes, name, None)]
    return _origin(was, names), _origin(becomes, names)


_ORIGIN = {
    "source": Text("nguồn: {value}", "source: {value}"),
    "reported_on": Text("ngày báo cáo: {value}", "reported on: {value}"),
    "note": Text("ghi chú: {value}", "note: {value}"),
    "corrects": Text("đính chính: {value}", "corrects: {value}"),
}
_MISSING = Text("(không có)", "(none)")


def _origin(row: Row, names: Iterable[str]) -> Text:
    """Some of what a row says of where it comes from."""
    parts = []
    for name in names:
        value = getattr(row, name)
        words = _MISSING
        if isinstance(value, Period):
            words = wording.day(value.end)
        elif value:
            words = naming.plain_words(value)
        parts.append(_ORIGIN[name].fill(value=words))
    return Text("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


def _brief(row: Row | None, side: Side) -> Text:
    if row is None:
        return _NONE
    value = _value(row, side)
    if row.state == "official":
        return value
    return _STATE.fill(said=value, state=STATE_WORDS[row.state])


def _value(row: Row, side: Side) -> Text:
    match row:
        case ProgressRow():
            return _figure(row, side)
        case DutyRow():
            state = _DUTY_STATES[row.progress]
            if row.done_on is None:
                return state
            return _DONE_ON.fill(state=state, day=wording.day(row.done_on.end))
        case SubmittedReport():
            return _RECEIVED.fill(day=wording.day(row.received_on.end))
        case AssessmentRow():
            return _ASSESSED.fill(
                verdict=_VERDICTS[row.verdict],
                who=naming.plain_words(row.assessor),
                day=wording.day(row.assessed_on.end),
            )
    raise TypeError(f"not a kind of row: {type(row)}")


def _figure(row: ProgressRow, side: Side) -> Text:
    value, indicator = shown_value(row), side.indicator(row.indicator)
    if row.numerator is not None and row.denominator is not None:
        share = EMPTY if value is None else wording.number(value, 2)
        percent = Text(f"{share.vi} %", f"{share.en}%")
        return _SHARE.fill(
            num=wording.number(row.numerator), den=wording.number(row.denominator), share=percent
        )
    if value is None:
        return EMPTY
    return wording.number(value) if indicator is None else saying.quantity(value, indicator.unit)


def detail(row: Row | None) -> Text | None:
    """What a correction says that it corrects, and why."""
    if isinstance(row, ProgressRow) and row.corrects:
        return _CORRECTS.fill(why=naming.plain_words(row.corrects))
    return None
