"""From reported rows to the value in use for each body and period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from site_builder.model.rows import ProgressRow, State
from site_builder.progress.ratios import shown_value
from site_builder.progress.snapshot import Breakdown, Observation

_FIRMNESS: dict[State, int] = {"illustrative": 0, "estimate": 1, "provisional": 2, "official": 3}

Series = tuple[Observation, ...]
SeriesByAgency = Mapping[str, Series]
Parts = Mapping[Breakdown, Series]
"""One body's figures for each breakdown."""


def known_on(row: ProgressRow) -> dt.date:
    """The day from which a row could be known: its report's day, never before its period's end."""
    reported = row.reported_on
    if reported is None or reported.end < row.period.end:
        return row.period.end
    return reported.end


def known_rows(rows: Iterable[ProgressRow], as_of: dt.date) -> list[ProgressRow]:
    """The rows that could be known on the day, in the order given."""
    return [row for row in rows if known_on(row) <= as_of]


def index_rows(rows: Iterable[ProgressRow]) -> dict[tuple[str, str], SeriesByAgency]:
    """Every value in use, by (plan, indicator) and then by body, oldest first; no breakdowns."""
    bodies: dict[tuple[str, str, str], list[ProgressRow]] = {}
    for row in rows:
        if not row.breakdown:
            bodies.setdefault((row.plan, row.indicator, row.agency), []).append(row)
    found: dict[tuple[str, str], dict[str, Series]] = {}
    for plan, indicator, agency in sorted(bodies):
        series = _series(bodies[plan, indicator, agency])
        found.setdefault((plan, indicator), {})[agency] = series
    return dict(found)


def index_parts(
    rows: Iterable[ProgressRow],
) -> dict[tuple[str, str], Mapping[str, Parts]]:
    """The values of breakdowns, by (plan, indicator), then by body and breakdown."""
    cells: dict[tuple[str, str, str, Breakdown], list[ProgressRow]] = {}
    for row in rows:
        if row.breakdown:
            key = (row.plan, row.indicator, row.agency, tuple(sorted(row.breakdown)))
            cells.setdefault(key, []).append(row)
    found: dict[tuple[str, str], dict[str, dict[Breakdown, Series]]] = {}
    for plan, indicator, agency, of in sorted(cells):
        bodies = found.setdefault((plan, indicator), {})
        bodies.setdefault(agency, {})[of] = _series(cells[plan, indicator, agency, of])
    return dict(found)


def _series(rows: list[ProgressRow]) -> Series:
    rows.sort(key=lambda row: (row.period.end, row.period.start))
    cells = groupby(rows, key=lambda row: row.period.text)
    return tuple(in_use(list(cell)) for _, cell in cells)


def in_use(rows: list[ProgressRow]) -> Observation:
    """The row in use among those of one body and period; the others are its history.

    In the order in which they became known, a row replaces the one in use if it names what it
    corrects or is at least as firm (illustrative < estimate < provisional < official). A blank
    never replaces a number unless it says that it corrects it, and an illustrative row never
    replaces a real one. `rows` must not be empty.
    """
    if len(rows) == 1:
        return _observation(rows[0], ())
    told = sorted(rows, key=_telling_order)
    current = chain(told)[-1]
    return _observation(current, tuple(row for row in told if row is not current))


def chain(rows: Iterable[ProgressRow]) -> tuple[ProgressRow, ...]:
    """The rows of one body and period that were in use one after another, the latest last; those
    that never came into use, a provisional figure after the official one, are left out."""
    found: list[ProgressRow] = []
    for row in sorted(rows, key=_telling_order):
        if not found or _replaces(row, found[-1]):
            found.append(row)
    return tuple(found)


def _telling_order(row: ProgressRow) -> tuple[dt.date, bool, int, str, int]:
    firm = _FIRMNESS[row.state]
    return known_on(row), bool(row.corrects), firm, row.file, row.record


def _replaces(row: ProgressRow, current: ProgressRow) -> bool:
    firmer = _FIRMNESS[row.state] >= _FIRMNESS[current.state]
    if row.corrects:
        return firmer or row.state != "illustrative"
    if shown_value(row) is None:
        return firmer and shown_value(current) is None
    return firmer or (shown_value(current) is None and row.state != "illustrative")


def _observation(row: ProgressRow, replaced: tuple[ProgressRow, ...]) -> Observation:
    return Observation(row.agency, row.period, shown_value(row), row, replaced)


def filled(series: Series) -> Series:
    """The observations that hold a number."""
    if all(o.value is not None for o in series):
        return series
    return tuple(o for o in series if o.value is not None)


def latest(series: Series) -> Observation | None:
    """The newest observation that holds a number."""
    return next((o for o in reversed(series) if o.value is not None), None)


def last_within_year(series: Series, end: dt.date) -> Observation | None:
    """The latest number of the year that ends on `end`: later than a year before, never after."""
    after = year_before(end)
    for observation in reversed(series):
        if observation.value is not None and observation.period.end <= end:
            return observation if observation.period.end > after else None
    return None


def year_before(day: dt.date) -> dt.date:
    """The same day a year earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def least_firm(series: Series) -> State:
    """How firm a figure made of several is: as the least firm of them. `series` is not empty."""
    return min((o.state for o in series), key=_FIRMNESS.__getitem__)
