"""Targets that hold for every year (quarter, month): each on its own, and the count of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from site_builder.model.indicator import Interval, Target
from site_builder.model.plan import Plan
from site_builder.progress import wording
from site_builder.progress.calendar import DATABLE, first_duty_day, periods
from site_builder.progress.snapshot import Judgement
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Lang, Text

Each = tuple[tuple[Period, Judgement], ...]

_SUCCESS = (Status.MET, Status.EXCEEDED)


def each_period(
    plan: Plan, target: Target, due: Period | None, as_of: dt.date
) -> tuple[Period, ...]:
    """The periods for which the target holds and which have begun, earliest first.

    From `first`, else the first that begins after the plan's issue (its latest possible day
    where the issue is unknown), to the target's own date, or to the day of judgement for an
    undated target. Nothing says where to begin: only the target's own period.
    """
    interval = target.each
    if interval is None or interval not in DATABLE:
        return ()
    last = as_of if due is None else min(due.end, as_of)
    begin = _begin(plan, target, due)
    if begin is None:
        return ()
    found = tuple(p for p in periods(interval, begin, last) if p.start >= begin)
    return found or _next(interval, begin, due)


def _begin(plan: Plan, target: Target, due: Period | None) -> dt.date | None:
    if target.first is not None:
        return target.first.start
    issued = first_duty_day(plan)
    if issued is not None:
        return issued + dt.timedelta(days=1)
    return None if due is None else due.start


def _next(interval: Interval, begin: dt.date, due: Period | None) -> tuple[Period, ...]:
    """The first period still to come, so that a target that has not begun is shown as such."""
    until = begin + dt.timedelta(days=2 * 366) if due is None else due.end
    return tuple(p for p in periods(interval, begin, until) if p.start >= begin)[:1]


def judge_each(
    found: tuple[Period, ...],
    judge: Callable[[Period], Judgement],
    due: Period | None,
    as_of: dt.date,
) -> tuple[Judgement, Each]:
    """The headline and each period's own judgement.

    Headline: periods met ÷ periods due. One failed period makes the target not met: a surplus
    elsewhere never hides it. All due periods known and met: met once the target's date has
    come, on track before it. Any due period unknown: not enough data (no data if all are).
    The arithmetic of the failed periods is shown, else that of the newest one.
    """
    each = tuple((period, judge(period)) for period in found)
    over = tuple((period, judged) for period, judged in each if period.end <= as_of)
    if not over:
        return _not_begun(each), each
    final = due is not None and due.end <= as_of
    status = _headline([judged.status for _, judged in over], final=final)
    lines = [_count(over), _SURPLUS]
    failed = [judged for _, judged in over if judged.status is Status.NOT_MET]
    lines += [line for judged in failed or [each[-1][1]] for line in judged.arithmetic]
    illustrative = any(judged.illustrative for _, judged in each)
    return Judgement(status, tuple(lines), illustrative), each


def _not_begun(each: Each) -> Judgement:
    if not each:
        return Judgement(Status.INSUFFICIENT, (_NO_PERIOD,))
    period, judged = each[-1]
    line = _FIRST_ENDS.fill(period=wording.period(period), end=wording.day(period.end))
    return Judgement(judged.status, (line, *judged.arithmetic), judged.illustrative)


def _headline(over: list[Status], *, final: bool) -> Status:
    if Status.NOT_MET in over:
        return Status.NOT_MET
    if all(status is Status.NO_DATA for status in over):
        return Status.NO_DATA
    if any(status not in _SUCCESS for status in over):
        return Status.INSUFFICIENT
    if not final:
        return Status.ON_TRACK
    return Status.EXCEEDED if set(over) == {Status.EXCEEDED} else Status.MET


def _count(over: Each) -> Text:
    met = [period for period, judged in over if judged.status in _SUCCESS]
    failed = [period for period, judged in over if judged.status is Status.NOT_MET]
    unknown = [p for p, j in over if j.status not in (*_SUCCESS, Status.NOT_MET)]
    if len(unknown) == len(over):
        return Text(
            f"Số kỳ đã đến hạn: {len(over)}" + _named("; chưa đủ số liệu", unknown, "vi") + ".",
            f"Periods due: {len(over)}" + _named("; not enough data", unknown, "en") + ".",
        )
    return Text(
        f"Số kỳ đạt / số kỳ đã đến hạn: {len(met)}/{len(over)}"
        + _named("; không đạt", failed, "vi")
        + _named("; chưa đủ số liệu", unknown, "vi")
        + ".",
        f"Periods met / periods due: {len(met)}/{len(over)}"
        + _named("; not met", failed, "en")
        + _named("; not enough data", unknown, "en")
        + ".",
    )


def _named(label: str, found: list[Period], lang: Lang) -> str:
    return f"{label}: {', '.join(p.words(lang) for p in found)}" if found else ""


_SURPLUS = Text(
    "Mỗi kỳ xét riêng; phần vượt của kỳ này không bù cho kỳ khác.",
    "Each period stands alone; a surplus in one never hides a failure in another.",
)
_NO_PERIOD = Text(
    "Văn bản không ghi kỳ lặp lại có lịch, hoặc không biết kỳ đầu tiên.",
    "The document names no datable interval, or the first period is unknown.",
)
_FIRST_ENDS = Text(
    "Chưa có kỳ nào đến hạn; kỳ đầu tiên là {period}, đến {end}.",
    "No period is due yet; the first is {period}, until {end}.",
)
