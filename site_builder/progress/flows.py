"""Flows: what a year amounts to, whole or in part, and how it stands to its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.progress import wording
from site_builder.progress.calendar import parts
from site_builder.progress.goals import Goal
from site_builder.progress.levels import AT_DATE, Judged
from site_builder.progress.observations import Series, least_firm
from site_builder.progress.snapshot import Judgement, Observation
from site_builder.progress.wording import decimal, exact, number
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Amount:
    """What is known of a flow over one period: its own row, or the rows of its parts."""

    period: Period
    used: Series
    missing: tuple[Period, ...]
    """The coarsest parts without a figure; empty when the amount is complete."""

    @property
    def total(self) -> Decimal:
        """The sum of the figures used."""
        return sum((o.value for o in self.used if o.value is not None), Decimal(0))

    @property
    def illustrative(self) -> bool:
        """Whether any figure used is illustrative."""
        return any(o.state == "illustrative" for o in self.used)


_READ = Text(
    "Thực hiện {period}: {actual} {unit}{firm}.", "Actual, {period}: {actual} {unit}{firm}."
)
_MISSING = Text("Còn thiếu số liệu: {periods}.", "Figures missing: {periods}.")
_PARTIAL = Text(
    "Kỳ đã kết thúc nhưng số liệu chưa đủ; phần thiếu không coi là 0 nên chưa kết luận.",
    "The period is over but figures are missing; what is missing is not zero, so no conclusion.",
)
_NOT_OVER = Text("Kỳ chưa kết thúc (đến {end}).", "The period is not over (until {end}).")
_NONE = Text("Chưa có số liệu của {period}.", "No figure for {period}.")
_NONE_YET = Text(
    "Chưa có số liệu của {period}; kỳ kết thúc ngày {end}.",
    "No figure for {period} yet; the period ends on {end}.",
)


def by_period(series: Series) -> dict[str, Observation]:
    """The numbers of a series by the period that each stands for."""
    return {o.period.text: o for o in series if o.value is not None}


def amount(known: Mapping[str, Observation], period: Period) -> Amount:
    """A period's own figure, else the sum of its halves, quarters or months.

    A part is used whole or not at all, so that nothing is counted twice; a part without any
    figure is missing, never zero.
    """
    own = known.get(period.text)
    if own is not None:
        return Amount(period, (own,), ())
    found = [amount(known, part) for part in parts(period)]
    used = tuple(o for part in found for o in part.used)
    if not used:
        return Amount(period, (), (period,))
    return Amount(period, used, tuple(p for part in found for p in part.missing))


def judge_flow(goal: Goal, series: Series, period: Period, unit: Text, as_of: dt.date) -> Judged:
    """One period of a flow, judged on that period's value alone.

    Complete and over: met, exceeded or not met. Not over: in progress with what is there so far
    (at the target's level once the part alone reaches it), or not yet due. Over but with parts
    missing: not enough data, for a missing part is not zero; without any figure: no data.
    """
    known = amount(by_period(series), period)
    if not known.used:
        return _nothing(period, as_of), None
    lines = [_read(known, unit)]
    actual = exact(known.total)
    if known.missing:
        lines.append(_MISSING.fill(periods=_listed(known.missing)))
    lines.append(goal.explain(actual, unit))
    status = _status(goal, known, actual, as_of)
    if status in (Status.IN_PROGRESS, Status.AT_LEVEL):
        lines.append(_NOT_OVER.fill(end=wording.day(period.end)))
    if status is Status.INSUFFICIENT:
        lines.append(_PARTIAL)
    judgement = Judgement(
        status=status,
        arithmetic=tuple(lines),
        illustrative=known.illustrative,
        actual=known.total,
        expected=goal.aim if period.end <= as_of else None,
        share_of_target=_share(goal, actual),
    )
    return judgement, known.used[-1]


def _status(goal: Goal, known: Amount, actual: Fraction, as_of: dt.date) -> Status:
    if not known.missing:
        return AT_DATE[goal.standing(actual)]
    if known.period.end <= as_of:
        return Status.INSUFFICIENT
    growing = goal.better == "more" and goal.comparison in ("at_least", "more_than", "bare")
    never_falls = all(o.value is not None and o.value >= 0 for o in known.used)
    if growing and never_falls and goal.standing(actual) != "short":
        return Status.AT_LEVEL
    return Status.IN_PROGRESS


def _nothing(period: Period, as_of: dt.date) -> Judgement:
    words = {"period": wording.period(period), "end": wording.day(period.end)}
    if period.end <= as_of:
        return Judgement(Status.NO_DATA, (_NONE.fill(**words),))
    return Judgement(Status.NOT_YET_DUE, (_NONE_YET.fill(**words),))


def _read(known: Amount, unit: Text) -> Text:
    own = len(known.used) == 1 and known.used[0].period == known.period
    return _READ.fill(
        period=wording.period(known.period),
        actual=number(known.total) if own else _sum(known),
        unit=unit,
        firm=wording.firmness(least_firm(known.used)),
    )


def _sum(known: Amount) -> Text:
    terms = [number(o.value) for o in known.used if o.value is not None]
    total = number(known.total)
    return Text(
        " + ".join(term.vi for term in terms) + f" = {total.vi}",
        " + ".join(term.en for term in terms) + f" = {total.en}",
    )


def _listed(periods: tuple[Period, ...]) -> Text:
    return Text(
        ", ".join(p.words("vi") for p in periods), ", ".join(p.words("en") for p in periods)
    )


def _share(goal: Goal, actual: Fraction) -> Decimal | None:
    if goal.better == "less" or goal.aim <= 0:
        return None
    return decimal(actual / exact(goal.aim))
