"""Judging one number against one numeric goal: at its date, and on the way there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.model.indicator import Measure
from site_builder.progress import ratios, sentences, wording
from site_builder.progress.goals import Goal, Standing
from site_builder.progress.observations import Series, last_within_year, latest
from site_builder.progress.snapshot import Judgement, Observation
from site_builder.progress.trajectory import (
    BEHIND_FROM,
    ON_TRACK_FROM,
    Start,
    Trajectory,
    expected_at,
    pace,
    segment_at,
    status_of_pace,
    worse,
)
from site_builder.progress.wording import decimal, exact, number, telling
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

AT_DATE: dict[Standing, Status] = {
    "met": Status.MET,
    "exceeded": Status.EXCEEDED,
    "short": Status.NOT_MET,
}


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the judgement of one level rests on."""

    goal: Goal
    due: dt.date | None
    """The target's date; None where none is printed."""
    series: Series
    path: Trajectory
    """Empty where the kind of measure has no pace."""
    measures: Measure
    unit: Text
    as_of: dt.date
    counted: Text | None = None
    """What a share's numerator and denominator are."""
    own: Period | None = None
    """The target's own period, where figures come as often: then only one of that period counts."""


Judged = tuple[Judgement, Observation | None]


def judge_level(case: Case) -> Judged:
    """The status of one numeric target, with the value that was judged.

    From its date on it is met, exceeded or not met, by the latest figure of the twelve months
    that end on that date (and by no later one), of a month, a quarter or a half-year with figures as
    often only by one of that period; before it, at the target's level or a pace.
    """
    newest = latest(case.series)
    if newest is None:
        return Judgement(Status.NO_DATA, (sentences.NO_DATA,)), None
    if case.due is not None and case.due <= case.as_of:
        return _at_date(case, case.due)
    return _before_date(case, newest)


def _at_date(case: Case, due: dt.date) -> Judged:
    found = last_within_year(case.series, due)
    if case.own is not None and (found is None or found.period.end < case.own.start):
        why = sentences.NO_FIGURE_OF_PERIOD.fill(period=wording.period(case.own))
        return Judgement(Status.INSUFFICIENT, (why,)), None
    if found is None:
        why = sentences.NO_FIGURE_AT_DATE.fill(due=wording.day(due))
        return Judgement(Status.INSUFFICIENT, (why,)), None
    actual = _exact(found)
    lines = [_read(case, found, actual)]
    if found.period.end != due:
        days = {"due": wording.day(due), "end": wording.day(found.period.end)}
        lines.append(sentences.LATEST_BEFORE.fill(**days))
    lines += _comparison(case, found, actual)
    status = AT_DATE[case.goal.standing(actual)]
    return _judgement(case, found, status, lines, expected=case.goal.exact_aim), found


def _before_date(case: Case, newest: Observation) -> Judged:
    actual = _exact(newest)
    lines = [_read(case, newest, actual), *_comparison(case, newest, actual)]
    if case.goal.standing(actual) == "short":
        return _on_the_way(case, newest, actual, lines), newest
    if case.due is None:
        lines.append(sentences.NO_DUE)
    else:
        lines.append(sentences.UNTIL_DUE.fill(due=wording.day(case.due)))
    return _judgement(case, newest, Status.AT_LEVEL, lines), newest


def _on_the_way(case: Case, newest: Observation, actual: Fraction, lines: list[Text]) -> Judgement:
    start, day = case.path.start, newest.period.end
    why = _no_pace(case, actual, day)
    if start is None or why is not None:
        lines += [*_distance(case, actual), why or sentences.NO_START]
        return _judgement(case, newest, Status.INSUFFICIENT, lines)
    first = exact(start.value)
    expected = expected_at(case.path.points, day)
    lines.append(_start_line(case, start))
    if worse(actual, first, case.goal.better):
        told = {"actual": telling(actual, first), "start": number(start.value)}
        lines.append(sentences.WORSE.fill(**told, sign=_sign(case)))
        return _judgement(case, newest, Status.WRONG_WAY, lines, expected=expected, start=start)
    if expected is None or not worse(first, expected, case.goal.better):
        flat = sentences.FLAT.fill(start=number(start.value), sign=_sign(case))
        lines += [flat, *_distance(case, actual)]
        return _judgement(case, newest, Status.INSUFFICIENT, lines, expected=expected, start=start)
    value = pace(actual, first, expected)
    lines += _pace_lines(case, start, day, actual, expected, value)
    return _judgement(
        case, newest, status_of_pace(value), lines, expected=expected, paced=value, start=start
    )


def _no_pace(case: Case, actual: Fraction, day: dt.date) -> Text | None:
    """Why no pace can be told, if something forbids it."""
    if case.measures in ("rank", "index", "rate"):
        return sentences.NO_EXTRAPOLATION
    if case.due is None:
        return sentences.NO_DUE
    if case.goal.against:
        return sentences.AGAINST
    if case.goal.past_exact(actual):
        return sentences.PAST_EXACT
    if case.path.start is not None and day <= case.path.start.day:
        return sentences.NOT_AFTER_START.fill(start=wording.day(case.path.start.day))
    return None


def _exact(observation: Observation) -> Fraction:
    value = ratios.exact_value(observation.row)
    assert value is not None, "only numbers are judged"
    return value


def _read(case: Case, observation: Observation, actual: Fraction) -> Text:
    return sentences.READ.fill(
        period=wording.period(observation.period),
        actual=telling(actual, case.goal.exact_aim),
        unit=case.unit,
        firm=wording.firmness(observation.state),
    )


def _comparison(case: Case, observation: Observation, actual: Fraction) -> list[Text]:
    lines = [case.goal.explain(actual, case.unit)]
    if case.measures == "ratio":
        row, aim = observation.row, case.goal.aim
        counted = ratios.unrounded(row, aim) if case.goal.bounds is None else None
        shown = (ratios.counts(row, case.goal.exact_aim), case.counted, counted)
        lines += [line for line in shown if line is not None]
    return lines


def _distance(case: Case, actual: Fraction) -> list[Text]:
    """The share of the target where that means something, else the gap."""
    share = _share_of_target(case, actual)
    if share is not None:
        filled_in = sentences.SHARE.fill(
            share=telling(share * 100, Fraction(100), 1),
            actual=number(decimal(actual)),
            goal=case.goal.shown_aim(actual),
        )
        return [filled_in]
    gap = abs(case.goal.exact_aim - actual)
    unit = sentences.POINTS if case.measures == "ratio" else case.unit
    return [sentences.GAP.fill(gap=telling(gap, Fraction(0)), unit=unit)]


def _share_of_target(case: Case, actual: Fraction) -> Fraction | None:
    """actual ÷ target, where more is better, the target is positive and counts are counted."""
    counted = case.measures in ("stock", "cumulative", "flow")
    if not counted or case.goal.better == "less" or case.goal.aim <= 0:
        return None
    return actual / case.goal.exact_aim


def _sign(case: Case) -> Text:
    """What follows a number of the arithmetic: the sign of a share, else nothing."""
    return sentences.PERCENT if case.unit.vi == "%" else sentences.NO_SIGN


def _start_line(case: Case, start: Start) -> Text:
    sign = _sign(case)
    if start.observation is not None:
        return sentences.START_ROW.fill(
            start=number(start.value, 2),
            sign=sign,
            period=wording.period(start.observation.period),
            firm=wording.firmness(start.observation.state),
        )
    if start.printed:
        day = wording.day(start.day)
        return sentences.START_PRINTED.fill(start=number(start.value), sign=sign, day=day)
    return sentences.START_ZERO.fill(day=wording.day(start.day))


def _pace_lines(
    case: Case, start: Start, day: dt.date, actual: Fraction, expected: Fraction, value: Fraction
) -> list[Text]:
    segment = segment_at(case.path.points, day)
    assert segment is not None, "something is expected on that day"
    (day0, value0), (day1, value1) = segment
    shown = telling(expected, actual, 1)
    return [
        sentences.EXPECTED.fill(
            day=wording.day(day),
            expected=shown,
            sign=_sign(case),
            left=number(value0, 2),
            right=number(value1, 2),
            from_day=wording.day(day0),
            to_day=wording.day(day1),
        ),
        sentences.PACE.fill(
            actual=number(decimal(actual), 2),
            start=number(start.value, 2),
            expected=shown,
            pace=telling(value, BEHIND_FROM if value < BEHIND_FROM else ON_TRACK_FROM),
            band=band(value),
        ),
    ]


def band(value: Fraction) -> Text:
    """Between which thresholds a pace lies."""
    if value >= ON_TRACK_FROM:
        return sentences.BAND_ON_TRACK
    return sentences.BAND_BEHIND if value >= BEHIND_FROM else sentences.BAND_FAR


def _judgement(
    case: Case,
    observation: Observation,
    status: Status,
    lines: list[Text],
    *,
    expected: Fraction | None = None,
    paced: Fraction | None = None,
    start: Start | None = None,
) -> Judgement:
    tiny = case.measures == "ratio" and ratios.is_tiny(observation.row)
    if tiny:
        lines = [*lines, ratios.tiny_note(observation.row)]
    share = _share_of_target(case, _exact(observation))
    return Judgement(
        status=status,
        arithmetic=tuple(lines),
        illustrative=observation.state == "illustrative"
        or (start is not None and start.illustrative),
        actual=observation.value,
        expected=_decimal(expected),
        pace=_decimal(paced),
        share_of_target=_decimal(share),
        colour_withheld=tiny,
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    return None if value is None else decimal(value)
