"""What must stand beside a status: which period failed, and which milestone failed before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.indicator import Comparison, Indicator
from site_builder.pages.view_target import (
    COMPARISON_SIGNS,
    CONCLUDED,
    basis,
    named,
    period_words,
)
from site_builder.progress import wording
from site_builder.progress.snapshot import IndicatorState, Observation, TargetState
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

SUCCESS = (Status.MET, Status.EXCEEDED)


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """The periods of a target of every year (or quarter) that are over."""

    met: int
    failed: int
    unknown: int
    silent: bool
    """Whether nothing at all is known of those that are unknown."""

    @property
    def over(self) -> int:
        """How many are over."""
        return self.met + self.failed + self.unknown

    @property
    def words(self) -> Text:
        """How many were met, of those that are known: what is unknown is no failure."""
        if not self.over:
            return _NONE_DUE
        words = {"met": self.met, "over": self.over, "unknown": self.unknown}
        if self.unknown == self.over:
            return (_SILENT if self.silent else _PARTIAL).fill(over=self.over)
        if not self.unknown:
            return _ALL_KNOWN.fill(**words)
        rest = _REST_SILENT if self.silent else _REST_PARTIAL
        return rest.fill(known=self.met + self.failed, **words)

    @property
    def brief(self) -> Text:
        """The same beside a period that failed, where it goes without saying that it is due."""
        return self.words if self.unknown else _BRIEF.fill(met=self.met, over=self.over)


def period_count(target: TargetState, as_of: dt.date) -> PeriodCount:
    """How a target's periods went; all zero where it has none that is over."""
    over = [judged.status for period, judged in target.each if period.end <= as_of]
    met = sum(status in SUCCESS for status in over)
    failed = over.count(Status.NOT_MET)
    unknown = [status for status in over if status not in CONCLUDED]
    silent = all(status is Status.NO_DATA for status in unknown)
    return PeriodCount(met, failed, len(unknown), silent)


def headline_notes(state: IndicatorState, as_of: dt.date) -> tuple[Text, ...]:
    """Beside the status of an indicator: what is known of its target, and what failed before."""
    target = state.headline_target
    if target is None:
        return ()
    beside = (_failed_before(state, target, as_of), break_note(state))
    notes = target_notes(state.indicator, target, as_of)
    return (*notes, *(note for note in beside if note is not None))


def break_note(state: IndicatorState) -> Text | None:
    """Since when the figures count something else: none before stands beside one after."""
    if not state.breaks:
        return None
    return _BROKEN.fill(day=wording.day(state.breaks[-1].start.start))


def target_notes(indicator: Indicator, target: TargetState, as_of: dt.date) -> tuple[Text, ...]:
    """Beside the status of one target: the period that failed, the day of an older figure or
    since when it no longer holds."""
    notes = (_failed_period(indicator, target, as_of), basis(target), _ended(target))
    return tuple(note for note in notes if note is not None)


def _ended(target: TargetState) -> Text | None:
    """What was concluded before it ended stays as it was: of that nothing need be said."""
    if target.ended is None or target.judgement.status is not Status.ENDED:
        return None
    return _ENDED.fill(day=wording.day(target.ended.day))


def _failed_before(state: IndicatorState, headline: TargetState, as_of: dt.date) -> Text | None:
    failed = [
        target
        for target in state.targets
        if target is not headline
        and target.judgement.status is Status.NOT_MET
        and target.period is not None
        and target.period.end <= as_of
    ]
    if not failed:
        return None
    columns = [named(target.key, target.target) for target in failed]
    said = Text(", ".join(c.vi for c in columns), ", ".join(c.en for c in columns))
    unmarked = not headline.judgement.illustrative
    firm = unmarked and any(target.judgement.illustrative for target in failed)
    mark = wording.firmness("illustrative" if firm else "official")
    return _FAILED_BEFORE.fill(columns=said, status=Status.NOT_MET.words, firm=mark)


def _failed_period(indicator: Indicator, target: TargetState, as_of: dt.date) -> Text | None:
    failed = [
        (period, judged)
        for period, judged in target.each
        if period.end <= as_of and judged.status is Status.NOT_MET
    ]
    if not failed:
        return None
    period, judged = failed[-1]
    count = period_count(target, as_of).brief
    if judged.actual is None or judged.expected is None:
        return _FAILED_BARE.fill(period=period_words(period.text), count=count)
    return _FAILED.fill(
        period=period_words(period.text),
        actual=_number(judged.actual, judged.expected, indicator),
        sign=_sign(target.target.comparison, judged.actual, judged.expected),
        aim=_number(judged.expected, judged.actual, indicator),
        count=count,
    )


def _number(value: Decimal, against: Decimal, indicator: Indicator) -> Text:
    """A number that is never rounded to the one that it is compared with."""
    shown = wording.telling(wording.exact(value), wording.exact(against))
    if indicator.unit.vi != "%":
        return shown
    return Text(f"{shown.vi}\N{NO-BREAK SPACE}%", f"{shown.en}%")


def _sign(comparison: Comparison, actual: Decimal, aim: Decimal) -> str:
    """How a figure stands to the number that it failed."""
    if actual == aim:
        return "≤" if COMPARISON_SIGNS.get(comparison) == ">" else "≥"
    return "<" if actual < aim else ">"


def partial_sum(state: IndicatorState, seen: Observation | None) -> Text | None:
    """`của 10 trên 11 đơn vị`, where a figure for the whole adds up only some of the bodies."""
    if seen is None or seen.value is None:
        return None
    found = next((one for one in state.sums if one.period == seen.period), None)
    if found is None or found.complete or found.total != seen.value:
        return None
    return _OF_BODIES.fill(reported=found.reported, units=found.units)


def assessed(state: IndicatorState, key: str, issuer: str) -> Period | None:
    """The day of the assessment by which a target in words is judged."""
    bodies = (state.whole, issuer)
    found = [r for r in state.assessments if r.target == key and r.agency in bodies]
    return found[-1].assessed_on if found else None


_BROKEN = Text(
    "chuỗi số liệu ngắt từ {day}: số trước và sau không so với nhau",
    "the series breaks on {day}: figures before and after are not compared",
)
_ENDED = Text("từ ngày {day}", "since {day}")
_NONE_DUE = Text("chưa kỳ nào đến hạn", "no period is due yet")
_SILENT = Text("chưa có số liệu của {over} kỳ đã đến hạn", "no data for {over} periods due")
_PARTIAL = Text(
    "chưa đủ số liệu của {over} kỳ đã đến hạn", "not enough data for {over} periods due"
)
_BRIEF = Text("đạt {met}/{over} kỳ", "{met} of {over} periods met")
_ALL_KNOWN = Text("đạt {met}/{over} kỳ đã đến hạn", "{met} of {over} periods due were met")
_REST_SILENT = Text(
    "đạt {met} trên {known} kỳ có số liệu, {unknown} kỳ chưa có",
    "{met} of {known} periods with data were met, {unknown} have none",
)
_REST_PARTIAL = Text(
    "đạt {met} trên {known} kỳ đủ số liệu, {unknown} kỳ chưa đủ",
    "{met} of {known} periods with enough data were met, {unknown} lack it",
)
_FAILED_BEFORE = Text("mốc {columns}: {status}{firm}", "by {columns}: {status}{firm}")
_FAILED = Text(
    "{period}: {actual} {sign} {aim}; {count}", "{period}: {actual} {sign} {aim}; {count}"
)
_FAILED_BARE = Text("{period}: không đạt; {count}", "{period}: not met; {count}")
_OF_BODIES = Text("của {reported} trên {units} đơn vị", "from {reported} of {units} bodies")
