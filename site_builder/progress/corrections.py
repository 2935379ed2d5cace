"""The history of figures: each value that another one replaced, when it became known, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from site_builder.model.rows import ProgressRow, State
from site_builder.progress.observations import chain, known_on
from site_builder.progress.ratios import shown_value
from site_builder.progress.snapshot import Breakdown, Observation
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that replaced another for one body and period: a correction, or a firmer figure."""

    agency: str
    period: Period
    day: dt.date
    """From when the new value is known."""
    old: ProgressRow
    new: ProgressRow

    @property
    def before(self) -> Decimal | None:
        """The earlier value; shares in percent, unrounded; None for a blank cell."""
        return shown_value(self.old)

    @property
    def after(self) -> Decimal | None:
        """The value that took its place."""
        return shown_value(self.new)

    @property
    def why(self) -> str:
        """What the row says it corrects; empty where it is the same figure made firm."""
        return self.new.corrects

    @property
    def firmed(self) -> tuple[State, State] | None:
        """How firm the value was and became, where that changed: provisional → official."""
        if self.old.state == self.new.state:
            return None
        return self.old.state, self.new.state

    @property
    def breakdown(self) -> Breakdown:
        """Of which part the value is; empty for the total."""
        return tuple(sorted(self.new.breakdown))


def corrections(series: Iterable[Observation]) -> tuple[Correction, ...]:
    """Every replacement in a series, in the order in which they became known.

    A value that was corrected twice gives two of them, each with the value before it. Rows that
    never came into use (a provisional figure told after the official one) are none.
    """
    found = [
        Correction(new.agency, new.period, known_on(new), old, new)
        for observation in series
        if observation.replaced
        for old, new in pairwise(chain((*observation.replaced, observation.row)))
    ]
    return tuple(sorted(found, key=_order))


def _order(one: Correction) -> tuple[dt.date, dt.date, dt.date, str]:
    """Of one place and day they stay in the order in which they replaced one another."""
    return one.day, one.period.end, one.period.start, one.agency
