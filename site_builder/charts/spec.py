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
    """Written beside it, without the unit that the chart names once; None: the label is."""


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
    """What is expected in between; empty where no pace can be claimed."""
    as_of: dt.date
    illustrative: bool
    bars: bool = False
    """Values of separate periods (flows) stand as bars; levels as a line."""


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


Chart = TimelineChart | AllocationChart | StatusChart | SparkChart
