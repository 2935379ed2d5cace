"""A duty from one document to the next: which rounds each version has, and how they join."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.model.duty import Duty, Timing
from site_builder.model.indicator import Interval
from site_builder.progress.times import DutyVersion, Occurrence

_KINDS: Mapping[Interval, str] = {
    "month": "month",
    "quarter": "quarter",
    "half_year": "half",
    "year": "year",
}
"""How the periods of each interval with a calendar are called."""
Reached = Mapping[str, dt.date]
"""By kind of period: the day on which what has not been reported on begins."""


@dataclass(frozen=True, slots=True)
class Version:
    """A duty from one day to another, and how often its time had been changed by then."""

    duty: Duty
    first: dt.date | None
    before: dt.date | None
    moved: dt.date | None
    moves: int

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of period that it asks for."""
        when = self.duty.when
        every = () if when is None else when.every
        return frozenset(_KINDS[interval] for interval in every if interval in _KINDS)

    def holds(self, day: dt.date) -> bool:
        """Whether it was in force on the day."""
        begun = self.first is None or self.first <= day
        return begun and (self.before is None or day < self.before)


def versions_of(history: tuple[DutyVersion, ...]) -> Iterator[Version]:
    """The versions of a duty that stood, earliest first; none of one that never changed."""
    moved, moves, known = None, 0, False
    when: Timing | None = None
    later: tuple[DutyVersion | None, ...] = (*history[1:], *([None] if history else []))
    for version, following in zip(history, later, strict=True):
        if version.duty is None:
            continue
        if known and version.duty.when != when:
            moved, moves = version.day, moves + 1
        when, known = version.duty.when, True
        before = following.day if following is not None else None
        yield Version(version.duty, version.day, before, moved, moves)


def joined(
    rounds_: list[Occurrence], version: Version, before: tuple[Version, Reached] | None
) -> list[Occurrence]:
    """The rounds that close while the version holds; of an interval that replaces another, the
    first one is drawn to where that one ended."""
    held = [one for one in rounds_ if version.holds(one.window[1])]
    if before is None:
        return held
    starts = _starts(version, *before)
    found = []
    for one in held:
        start = starts.pop(one.period.kind, None)
        if start is not None and start != one.window[0]:
            found.append(replace(one, window=(start, one.window[1]), joined=True))
        else:
            found.append(one)
    return found


def _starts(version: Version, before: Version, reached: Reached) -> dict[str, dt.date]:
    """Where each interval that this version asks for anew begins, if it replaces another."""
    gone = [reached[kind] for kind in before.kinds - version.kinds if kind in reached]
    kept = {kind: reached[kind] for kind in version.kinds & before.kinds if kind in reached}
    return kept | {kind: max(gone) for kind in version.kinds - before.kinds if gone}


def reached_of(
    held: list[Occurrence],
    every: list[Occurrence],
    version: Version,
    before: tuple[Version, Reached] | None,
) -> Reached:
    """From when on each interval of the version has still to be reported on."""
    found: dict[str, dt.date] = {}
    for one in every:
        if not one.printed:
            found.setdefault(one.period.kind, one.window[0])
    if before is not None:
        found |= _starts(version, *before)
    for one in held:
        found[one.period.kind] = one.window[1] + dt.timedelta(days=1)
    return found
