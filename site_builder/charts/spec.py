"""What a chart shows, as values: pages make these, `draw` turns them into SVG."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.indicator import Comparison
from site_builder.model.rows import State
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One reported value at the end of its period; `label` is read out (`quý IV/2022: 21.400`)."""

    date: dt.date
    value: Decimal
    label: Text
    state: State


@dataclass(frozen=True, slots=True)
class FormerTarget:
    """What a target said until a document changed it, and that document.

    Pages make one for each `TargetVersion` of `TargetState.history` but the last that is in force
    on the day: `value`, `label`, `short` and `upper` of that version, `until` and `cause` of the
    version after it (its `day`, and its document's number).
    """

    value: Decimal
    label: Text
    """Read out: `khoảng 24.000 đoàn viên`."""
    until: dt.date
    """The first day on which the change was in force."""
    cause: Text | None = None
    """The changing document's number, short: `15/KH-LĐLĐ`; None where it has none."""
    short: Text | None = None
    """Written in the picture, without the unit; None: the label is."""
    upper: Decimal | None = None
    """The upper bound of a range."""
    since: dt.date | None = None
    """From when it was in force; None: from as early as the picture shows."""


@dataclass(frozen=True, slots=True)
class EndMark:
    """Since when a target no longer holds, and by what; pages make it of `TargetState.ended`
    (or of the indicator's or the plan's ending, where that is what ended it)."""

    day: dt.date
    """The first day on which it no longer holds."""
    cause: Text | None = None
    """The document's number; None where the plan's own period is over."""


@dataclass(frozen=True, slots=True)
class BreakMark:
    """From a day on the values count something else: nothing is drawn across.

    Pages make one for each of `IndicatorState.breaks`, oldest first.
    """

    day: dt.date
    """The first day of the new series (`Break.start`)."""
    reason: Text
    """Why values before and after cannot be compared; one short sentence without full stop."""
    cause: Text | None = None
    """The number of the document behind it; None where there is none."""
    start: tuple[dt.date, Decimal] | None = None
    """From where progress is counted anew (`IndicatorState.starts`); None where not known yet."""
    path: tuple[tuple[dt.date, Decimal], ...] = ()
    """What is expected from there on, `start` first; empty where no pace can be claimed."""


@dataclass(frozen=True, slots=True)
class TargetMark:
    """A target at its date, with the document's comparison (`khoảng 22.000`) as its label."""

    date: dt.date
    value: Decimal
    label: Text
    """Read out: `khoảng 22.000 đoàn viên`."""
    comparison: Comparison
    other_population: bool = False
    """It counts something else than the values do: shown apart, never on their path."""
    short: Text | None = None
    """Written beside it, without the unit that the chart names once; None: the label is. Where one
    date has several targets, it says which this is: `nữ: 45 %`, `vùng: hạng 3`."""
    upper: Decimal | None = None
    """The upper bound of a range, of which `value` is the lower."""
    was: tuple[FormerTarget, ...] = ()
    """What it said before, oldest first: drawn as steps, each with its cause."""
    ended: EndMark | None = None
    """Set where it no longer holds: drawn crossed out."""
    start: dt.date | None = None
    """The first day of the period whose flow it is about; None: its date's whole year."""


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Actual values against targets by year, on a true time axis."""

    id: str
    """Unique on its page; every id in the SVG begins with it."""
    title: Text
    description: Text
    unit: Text
    points: tuple[DataPoint, ...]
    targets: tuple[TargetMark, ...]
    path: tuple[tuple[dt.date, Decimal], ...]
    """What is expected in between; empty where no pace can be claimed. With `breaks`: what was
    expected of the first series, drawn up to the first break, whatever lies behind it."""
    as_of: dt.date
    illustrative: bool
    bars: bool = False
    """Values of separate periods (flows) stand as bars; levels as a line."""
    breaks: tuple[BreakMark, ...] = ()
    """Where the series breaks: an upright line with its reason; no line is drawn across."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One body: its share and what it did. None is shown as unknown, never as zero."""

    label: Text
    share: Decimal | None
    actual: Decimal | None
    reading: Text
    """Read out: `LĐLĐ huyện Tam Đường: 25 trên 40 đoàn viên`."""


@dataclass(frozen=True, slots=True)
class AllocationChart:
    """Each body's share of a target against what it did."""

    id: str
    title: Text
    description: Text
    unit: Text
    bars: tuple[Bar, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class StatusChart:
    """How many targets or duties have each status: one horizontal strip, counted, not averaged."""

    id: str
    title: Text
    description: Text
    counts: tuple[tuple[Status, int], ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SparkChart:
    """The run of an indicator's values in a table's cell, and the target it runs towards."""

    id: str
    title: Text
    description: Text
    points: tuple[DataPoint, ...]
    target: TargetMark | None
    illustrative: bool
    bars: bool = False
    """Values of separate periods (flows) stand as bars; levels as a line."""
    breaks: tuple[BreakMark, ...] = ()
    """Where the series breaks: the line stops. The target must hold for the last series."""


Chart = TimelineChart | AllocationChart | StatusChart | SparkChart
