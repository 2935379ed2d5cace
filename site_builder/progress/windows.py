"""Budgets over a window: a flow summed from the start of one period to the end of another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.progress import wording
from site_builder.progress.filling import filling
from site_builder.progress.flows import Amount, amount, by_period
from site_builder.progress.goals import Goal
from site_builder.progress.levels import AT_DATE, Judged, band
from site_builder.progress.observations import Series, least_firm
from site_builder.progress.snapshot import Judgement
from site_builder.progress.trajectory import BEHIND_FROM, ON_TRACK_FROM, pace, status_of_pace
from site_builder.progress.wording import decimal, exact, number, telling
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day of one period to the last day of another."""

    since: Period
    due: Period

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.due.end - self.since.start).days + 1

    @property
    def pieces(self) -> tuple[Period, ...]:
        """The calendar periods that fill it; empty where none do."""
        return filling(self.since.start, self.due.end)

    def until(self, day: dt.date) -> int:
        """How many of them have passed at the end of a day."""
        return (day - self.since.start).days + 1


@dataclass(frozen=True, slots=True)
class Spent:
    """What is known of the flow over a window, piece by piece; earliest first."""

    window: Window
    pieces: tuple[Amount, ...]

    @property
    def used(self) -> Series:
        """Every figure summed."""
        return tuple(o for piece in self.pieces for o in piece.used)

    @property
    def total(self) -> Decimal:
        """Their sum: of the whole window only where nothing is missing."""
        return sum((piece.total for piece in self.pieces), Decimal(0))

    def missing(self, until: dt.date) -> tuple[Period, ...]:
        """The parts without a figure that were over on a day."""
        return tuple(p for piece in self.pieces for p in piece.missing if p.end <= until)

    @property
    def reach(self) -> dt.date:
        """The last day that any figure covers; `used` must not be empty."""
        return max(o.period.end for o in self.used)


def judge_window(goal: Goal, series: Series, window: Window, unit: Text, as_of: dt.date) -> Judged:
    """The sum over a window, judged at its end; before that its pace.

    Pace = sum so far ÷ (target × days covered ÷ days of the window): the linear rule of DESIGN
    section 7 of this project, from zero on the first day to the target on the last. A part
    without a figure is missing, never zero: without it there is no pace and no conclusion. What
    must not be exceeded has no pace.
    """
    known = by_period(series)
    spent = Spent(window, tuple(amount(known, period) for period in window.pieces))
    if not spent.used:
        return _nothing(spent, as_of), None
    total = exact(spent.total)
    lines = [_read(spent, unit), goal.explain(total, unit)]
    status, expected, paced, more = _standing(goal, spent, total, as_of)
    judgement = Judgement(
        status=status,
        arithmetic=(*lines, *more),
        illustrative=any(o.state == "illustrative" for o in spent.used),
        actual=spent.total,
        expected=None if expected is None else decimal(expected),
        pace=None if paced is None else decimal(paced),
        share_of_target=_share(goal, total),
    )
    return judgement, spent.used[-1]


_Standing = tuple[Status, Fraction | None, Fraction | None, list[Text]]


def _standing(goal: Goal, spent: Spent, total: Fraction, as_of: dt.date) -> _Standing:
    """Status, what is expected by now, the pace, and the lines that say so."""
    end = spent.window.due.end
    missing = spent.missing(end if end <= as_of else spent.reach)
    lines = [_MISSING.fill(periods=_listed(missing))] if missing else []
    if end <= as_of:
        if missing:
            return Status.INSUFFICIENT, goal.exact_aim, None, [*lines, _PARTIAL]
        return AT_DATE[goal.standing(total)], goal.exact_aim, None, lines
    lines.append(_NOT_OVER.fill(end=wording.day(end)))
    rising = goal.better == "more" and goal.comparison in ("at_least", "more_than", "bare", "about")
    never_falls = all(o.value is not None and o.value >= 0 for o in spent.used)
    if rising and never_falls and goal.standing(total) != "short":
        return Status.AT_LEVEL, None, None, lines
    if goal.better == "less" or goal.against or goal.exact_aim <= 0:
        return Status.IN_PROGRESS, None, None, [*lines, _NO_PACE]
    if missing:
        return Status.INSUFFICIENT, None, None, [*lines, _GAPS]
    passed, days = spent.window.until(spent.reach), spent.window.days
    expected = goal.exact_aim * passed / days
    value = pace(total, Fraction(0), expected)
    said = _pace_lines(goal, spent, total, expected, value)
    return status_of_pace(value), expected, value, [*lines, *said]


def _pace_lines(
    goal: Goal, spent: Spent, total: Fraction, expected: Fraction, value: Fraction
) -> list[Text]:
    shown = telling(expected, total, 1)
    return [
        _EXPECTED.fill(
            day=wording.day(spent.reach),
            goal=goal.shown_aim(total),
            passed=number(Decimal(spent.window.until(spent.reach))),
            days=number(Decimal(spent.window.days)),
            expected=shown,
        ),
        _PACE.fill(
            actual=number(spent.total),
            expected=shown,
            pace=telling(value, BEHIND_FROM if value < BEHIND_FROM else ON_TRACK_FROM),
            band=band(value),
        ),
    ]


def _nothing(spent: Spent, as_of: dt.date) -> Judgement:
    """No figure at all: of a part that is over that is missing data, before that it is early."""
    words = {
        "first": wording.day(spent.window.since.start),
        "last": wording.day(spent.window.due.end),
    }
    over = bool(spent.missing(as_of))
    line = (_NONE if over else _NONE_YET).fill(**words)
    return Judgement(Status.NO_DATA if over else Status.NOT_YET_DUE, (line,))


def _read(spent: Spent, unit: Text) -> Text:
    terms = [number(piece.total) for piece in spent.pieces if piece.used]
    total = number(spent.total)
    said = total
    if len(terms) > 1:
        said = Text(
            " + ".join(term.vi for term in terms) + f" = {total.vi}",
            " + ".join(term.en for term in terms) + f" = {total.en}",
        )
    return _READ.fill(
        first=wording.day(spent.window.since.start),
        last=wording.day(spent.reach),
        actual=said,
        unit=unit,
        firm=wording.firmness(least_firm(spent.used)),
    )


def _listed(missing: tuple[Period, ...]) -> Text:
    return Text(
        ", ".join(p.words("vi") for p in missing), ", ".join(p.words("en") for p in missing)
    )


def _share(goal: Goal, total: Fraction) -> Decimal | None:
    if goal.better == "less" or goal.exact_aim <= 0:
        return None
    return decimal(total / goal.exact_aim)


UNFILLED = Judgement(
    Status.INSUFFICIENT,
    (
        Text(
            "Khoảng thời gian này không chia hết thành tháng nên không cộng được số liệu từng kỳ.",
            "The window is not made of whole months, so figures of periods cannot be summed.",
        ),
    ),
)
"""What is said of a window that no calendar periods fill."""
_READ = Text(
    "Cộng dồn từ {first} đến {last}: {actual} {unit}{firm}.",
    "Summed from {first} to {last}: {actual} {unit}{firm}.",
)
_MISSING = Text("Còn thiếu số liệu: {periods}.", "Figures missing: {periods}.")
_PARTIAL = Text(
    "Đã hết thời hạn nhưng số liệu chưa đủ; phần thiếu không coi là 0 nên chưa kết luận.",
    "The time is over but figures are missing; what is missing is not zero, so no conclusion.",
)
_GAPS = Text(
    "Phần thiếu không coi là 0 nên chưa tính được nhịp độ.",
    "What is missing is not zero, so no pace can be told.",
)
_NOT_OVER = Text("Chưa hết thời hạn (đến {end}).", "The time is not over (until {end}).")
_NO_PACE = Text(
    "Chỉ tiêu là mức không được vượt nên không tính nhịp độ.",
    "The target is not to be exceeded, so no pace is claimed.",
)
_EXPECTED = Text(
    "Mức kỳ vọng đến {day}, chia đều theo ngày: {goal} × {passed} ÷ {days} = {expected}.",
    "Expected by {day}, in equal parts by days: {goal} × {passed} ÷ {days} = {expected}.",
)
_PACE = Text(
    "Nhịp độ: {actual} ÷ {expected} = {pace}; {band}.",
    "Pace: {actual} ÷ {expected} = {pace}; {band}.",
)
_NONE = Text("Chưa có số liệu nào từ {first} đến {last}.", "No figure between {first} and {last}.")
_NONE_YET = Text(
    "Chưa có số liệu; cộng dồn từ {first} đến {last}.",
    "No figure yet; it is summed from {first} to {last}.",
)
