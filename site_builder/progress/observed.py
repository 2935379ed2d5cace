"""A figure in use and a judgement on it: what every other part of the snapshot is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.rows import ProgressRow, State
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

Breakdown = tuple[tuple[str, str], ...]
"""(dimension, category) pairs in the order of their dimensions."""


@dataclass(frozen=True, slots=True)
class Observation:
    """The value in use for one body and period, and the rows that it replaced."""

    agency: str
    period: Period
    value: Decimal | None
    """Shares in percent, unrounded; None where the source leaves the cell blank."""
    row: ProgressRow
    replaced: tuple[ProgressRow, ...] = ()
    """Earlier rows for the same place, oldest first: corrected or provisional values."""

    @property
    def state(self) -> State:
        """How firm the value is."""
        return self.row.state


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status with the arithmetic that leads to it, ready to be shown beside it."""

    status: Status
    arithmetic: tuple[Text, ...] = ()
    """One sentence or formula a line, with the numbers put in."""
    illustrative: bool = False
    """Whether any number behind it is illustrative."""
    actual: Decimal | None = None
    expected: Decimal | None = None
    pace: Decimal | None = None
    """(actual − start) ÷ (expected − start); None where no pace can be claimed."""
    share_of_target: Decimal | None = None
    """actual ÷ target, as a fraction of 1; None where it means nothing."""
    colour_withheld: bool = False
    """A tiny denominator: the count is shown and no colour is given."""
