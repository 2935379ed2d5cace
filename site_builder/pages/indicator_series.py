"""The whole's figures as a table; a source or a state that all rows share is said once."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.indicator import Break
from site_builder.model.rows import ProgressRow, State
from site_builder.pages.chart_marks import path_on
from site_builder.pages.indicator_glance import places
from site_builder.progress.snapshot import IndicatorState, Observation
from site_builder.progress.trajectory import expected_at
from site_builder.progress.wording import decimal
from site_builder.terms.quantity import round_half_up


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One period: the value in use, what was expected by its end, and what it replaced."""

    seen: Observation
    expected: Decimal | None
    replaced: tuple[ProgressRow, ...]
    note: str
    """Its own note, unless every row has the same."""
    noted: bool
    """Whether it has a note of its own or replaced another."""
    parted: tuple[Break, ...]
    """The breaks of the series between it and the newer row above it, newest first."""


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """The values of the whole, newest first."""

    rows: tuple[SeriesRow, ...]
    source: str | None
    """The source of every row, where they share one."""
    state: State | None
    """How firm every row is, where they are equally firm."""
    note: str
    """The note of every row, where they share one."""
    expects: bool
    """Whether a level was expected of any of them."""
    columns: int
    """How many the table has where the source is shared."""
    across: int
    """How many it has as it stands."""


def series_table(state: IndicatorState) -> SeriesTable | None:
    """The values of the whole; None where nothing came in."""
    if not state.series:
        return None
    shared = len(state.series) > 1
    notes = {seen.row.note for seen in state.series}
    note = notes.pop() if shared and len(notes) == 1 else ""
    newest_first = tuple(reversed(state.series))
    rows = tuple(
        _row(state, seen, note, newest_first[place - 1] if place else None)
        for place, seen in enumerate(newest_first)
    )
    sources = {row.seen.row.source for row in rows}
    states = {row.seen.state for row in rows}
    source = next(iter(sources)) if shared and len(sources) == 1 else None
    columns = _columns(state, rows, states)
    return SeriesTable(
        rows=rows,
        source=source,
        state=next(iter(states)) if shared and len(states) == 1 else None,
        note=note,
        expects=any(row.expected is not None for row in rows),
        columns=columns,
        across=columns if source else columns + 1,
    )


def _columns(state: IndicatorState, rows: tuple[SeriesRow, ...], states: set[State]) -> int:
    """Period, value and day, and those that not every table has."""
    expects = any(row.expected is not None for row in rows)
    ratio = 2 if state.indicator.measures == "ratio" else 0
    return 3 + expects + ratio + (len(states) > 1)


def _row(
    state: IndicatorState, seen: Observation, shared_note: str, newer: Observation | None
) -> SeriesRow:
    expected = expected_at(path_on(state, seen.period.end), seen.period.end)
    shown = None
    if expected is not None and seen.value is not None:
        shown = round_half_up(decimal(expected), places(state.indicator))
    note = "" if shared_note else seen.row.note
    noted = bool(note or seen.row.corrects or seen.replaced)
    parted = tuple(
        one
        for one in reversed(state.breaks)
        if seen.period.end < one.start.start
        and (newer is None or one.start.start <= newer.period.end)
    )
    return SeriesRow(seen, shown, seen.replaced, note, noted, parted)
