"""What happened to a timeline's targets and to its series, numbered by day, each with its cause."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from site_builder.charts.spec import BreakMark, FormerTarget, TargetMark, TimelineChart
from site_builder.charts.words import (
    ALSO,
    BROKEN,
    BROKEN_BY,
    CHANGED,
    ENDED,
    FROM_DAY,
    FROM_DAY_BY,
)
from site_builder.terms.period import format_date
from site_builder.terms.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Event:
    """One document's doing on one day, or one break of the series."""

    day: dt.date
    words: str
    """A sentence without full stop: since when, by what, what from and to."""
    broken: bool = False
    """Whether the series breaks there; otherwise targets were changed or ended."""
    values: tuple[float, ...] = ()
    """What targets said before and after."""


def events(chart: TimelineChart, lang: Lang) -> tuple[Event, ...]:
    """All of them, earliest first; what one document changed on one day is one event."""
    found = [*_of_targets(chart.targets, lang), *(_of_break(one, lang) for one in chart.breaks)]
    return tuple(sorted(found, key=lambda one: (one.day, one.broken, one.words)))


def versions(target: TargetMark) -> tuple[FormerTarget | TargetMark, ...]:
    """All that it said, the original first, what it says now last."""
    return (*target.was, target)


def _of_targets(targets: tuple[TargetMark, ...], lang: Lang) -> list[Event]:
    clauses: defaultdict[tuple[dt.date, str], dict[str, list[dt.date]]] = defaultdict(dict)
    values: defaultdict[tuple[dt.date, str], list[float]] = defaultdict(list)
    for target in targets:
        for old, new in pairwise(versions(target)):
            assert isinstance(old, FormerTarget), "only the last version is the mark itself"
            key = old.until, _words(old.cause, lang)
            clause = CHANGED.of(lang).replace("{old}", said(old, lang))
            clause = clause.replace("{new}", said(new, lang))
            clauses[key].setdefault(clause, []).append(target.date)
            values[key] += [float(old.value), float(new.value)]
        if target.ended:
            key = target.ended.day, _words(target.ended.cause, lang)
            clause = ENDED.of(lang).replace("{label}", said(target, lang))
            clauses[key].setdefault(clause, []).append(target.date)
            values[key].append(float(target.value))
    return [
        Event(day, _sentence(day, cause, said, lang), values=tuple(values[day, cause]))
        for (day, cause), said in clauses.items()
    ]


def said(version: FormerTarget | TargetMark, lang: Lang) -> str:
    """A version's number with its comparison, as short as it goes."""
    return (version.short or version.label).of(lang)


def _sentence(day: dt.date, cause: str, clauses: dict[str, list[dt.date]], lang: Lang) -> str:
    head = (FROM_DAY_BY if cause else FROM_DAY).of(lang)
    head = head.replace("{day}", format_date(day, lang)).replace("{cause}", cause)
    told = [clause.replace("{due}", _dues(dues, lang)) for clause, dues in clauses.items()]
    return head + ALSO.of(lang).join(told)


def _words(text: Text | None, lang: Lang) -> str:
    return text.of(lang) if text else ""


def _dues(days: list[dt.date], lang: Lang) -> str:
    """`2025`; `2026–2030` for years in a row; a day for what is not due at a year's end."""
    days = sorted(set(days))
    runs: list[list[dt.date]] = []
    for day in days:
        if (
            runs
            and _year_end(day)
            and _year_end(runs[-1][-1])
            and day.year == runs[-1][-1].year + 1
        ):
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_due(run, lang) for run in runs)


def _due(run: list[dt.date], lang: Lang) -> str:
    if not _year_end(run[0]):
        return format_date(run[0], lang)
    return f"{run[0].year}" if len(run) == 1 else f"{run[0].year}–{run[-1].year}"


def _year_end(day: dt.date) -> bool:
    return (day.month, day.day) == (12, 31)


def _of_break(mark: BreakMark, lang: Lang) -> Event:
    cause = _words(mark.cause, lang)
    words = (BROKEN_BY if cause else BROKEN).of(lang)
    words = words.replace("{day}", format_date(mark.day, lang))
    words = words.replace("{cause}", cause).replace("{reason}", mark.reason.of(lang))
    return Event(mark.day, words, broken=True)
