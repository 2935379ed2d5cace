"""Until when a body can owe anything: its life as far as the list of bodies establishes it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.model.agency import Agency
from site_builder.model.base import Unknown
from site_builder.progress.members import has_unnamed, is_group
from site_builder.progress.times import ALIVE, Life
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class _End:
    """The bounds of a last day. Both the same: the day is established."""

    first: dt.date | None
    """The earliest day that it can be; None where nothing bounds it."""
    latest: dt.date | None
    """The latest day that it can be; None where the body may live on."""
    dated: bool
    """Whether it was written as a date, be it only a month or a year, and not as unknown."""

    @property
    def exact(self) -> bool:
        return self.first is not None and self.first == self.latest


class Lives:
    """The lives of a repository's bodies, as they are known on the day of judgement.

    `agencies` says nothing that was not known on that day (`standing.as_known`).
    """

    def __init__(self, agencies: Mapping[str, Agency], as_of: dt.date) -> None:
        self._agencies = agencies
        self._as_of = as_of
        self._ends: dict[str, _End | None] = {}
        self._lives: dict[str, Life] = {}

    def of(self, agency: str) -> Life:
        """What is known of a body's end; of one that nobody lists, nothing.

        A group of named members lives as long as one of them. An end that is announced for a
        later day is told by `last`, and not `over`. Of an end within a month or a year, `last`
        is the last day of it: the day itself stays doubtful.
        """
        if agency not in self._lives:
            self._lives[agency] = self._life(agency)
        return self._lives[agency]

    def _life(self, agency: str) -> Life:
        end, before = self._end(agency), tuple(self._predecessors.get(agency, ()))
        if end is None:
            return Life(predecessors=before) if before else ALIVE
        can_have_ended = end.first is None or end.first < self._as_of
        doubtful = not end.exact and can_have_ended
        return Life(
            last=end.latest if end.dated else None,
            over=end.latest is not None and end.latest < self._as_of,
            doubtful=doubtful,
            doubtful_from=end.first if doubtful else None,
            predecessors=before,
        )

    @cached_property
    def _predecessors(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, body in self._agencies.items():
            for successor in dict.fromkeys(s.agency for s in body.successors):
                if successor is not None:
                    found[successor].append(name)
        return found

    def requires(self, agency: str, due: dt.date) -> bool:
        """Whether the body owes what is due on that day: it lives, or no end is known of it.

        Where it is not established whether it lived on that day, it is not freed either: see
        `doubtful_on`.
        """
        body, end = self._agencies.get(agency), self._end(agency)
        if body is not None and body.start is not None and due < body.start.start:
            return False
        return end is None or end.latest is None or due <= end.latest

    def doubtful_on(self, agency: str, day: dt.date) -> bool:
        """Whether it is not established that the body lived on that day, nor that it had ended.

        Where nothing says from when on it may have ended, every day is doubted.
        """
        end = self._end(agency)
        if end is None or end.exact:
            return False
        return (end.first is None or end.first <= day) and (end.latest is None or day <= end.latest)

    def ended_before(self, agency: str, day: dt.date) -> dt.date | None:
        """The latest day on which the body can have worked, where that has passed and is before
        `day`; None where the body lives, or lived on that day."""
        end = self._end(agency)
        if end is None or end.latest is None or end.latest >= min(day, self._as_of):
            return None
        return end.latest

    def lived_in(self, agency: str, period: Period) -> bool:
        """Whether the body may have worked on some day of the period."""
        body = self._agencies.get(agency)
        if body is not None and body.start is not None and period.end < body.start.start:
            return False
        return self.ended_before(agency, period.start) is None

    def _end(self, agency: str, within: tuple[str, ...] = ()) -> _End | None:
        if agency not in self._ends:
            found = self._find_end(agency, within)
            if within:
                # In a loop of groups the answer depends on where it was entered.
                return found
            self._ends[agency] = found
        return self._ends[agency]

    def _find_end(self, agency: str, within: tuple[str, ...]) -> _End | None:
        body = self._agencies.get(agency)
        if body is None:
            return None
        if body.until is not None:
            return _own_end(body)
        if agency in within or not is_group(body) or has_unnamed(body):
            return None
        ends = [self._end(member, (*within, agency)) for member in body.members]
        known = [end for end in ends if end is not None]
        return _last_of(known) if len(known) == len(ends) else None


def _own_end(body: Agency) -> _End:
    until = body.until
    if isinstance(until, Unknown):
        return _End(
            first=until.not_before.start if until.not_before is not None else None,
            latest=until.not_after.end if until.not_after is not None else None,
            dated=False,
        )
    assert until is not None
    return _End(until.start, until.end, dated=True)


def _last_of(ends: list[_End]) -> _End:
    """The end of the last to end: whatever bounds one of them from below bounds it too."""
    firsts = [end.first for end in ends if end.first is not None]
    latests = [end.latest for end in ends if end.latest is not None]
    return _End(
        first=max(firsts, default=None),
        latest=max(latests) if len(latests) == len(ends) else None,
        dated=all(end.dated for end in ends),
    )
