"""The years below a timeline: which are labelled, and in which row, at either width."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from site_builder.charts.measure import text_width
from site_builder.charts.scale import Linear
from site_builder.charts.scene import At
from site_builder.charts.style import SMALL

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_APART = 5.0
_HALF = 183


@dataclass(frozen=True, slots=True)
class Year:
    """A labelled year: where its label stands, in which row, and whether a target ends there."""

    year: int
    at: float
    row: int
    milestone: bool
    shown: At = "any"


def label_years(
    x: Linear, wider: float, span: tuple[int, int], milestones: frozenset[int], *, bands: bool
) -> tuple[Year, ...]:
    """The labels of the years after `span[0]` up to `span[1]`, at the narrowest width and wider.

    With `bands`, a label stands in the middle of its year (values belong to all of it); otherwise
    at its last day, where levels are read, and then the first year has one too.
    """
    shift, first = (_HALF, span[0] + 1) if bands else (0, span[0])
    places = {
        year: x(dt.date(year, 12, 31).toordinal() - shift) for year in range(first, span[1] + 1)
    }
    narrow = _choose(places, milestones, 1.0)
    wide = _choose(places, milestones, wider)
    both = [one for one in narrow if one in wide]
    return (
        *both,
        *(replace(one, shown="narrow") for one in narrow if one not in both),
        *(replace(one, shown="wide") for one in wide if one not in both),
    )


def _choose(places: dict[int, float], milestones: frozenset[int], stretch: float) -> list[Year]:
    """Milestones first, in a second row where they would touch; others where room is left."""
    width = (text_width("0000", SMALL, bold=True) + _APART) / stretch
    years = sorted(places)
    apart = (places[years[-1]] - places[years[0]]) / (len(years) - 1) if len(years) > 1 else width
    step = next((n for n in _STEPS if n * apart >= width), _STEPS[-1])
    # Counted so that most milestones fall on the step: 2021, 2023, 2025 rather than 2022, 2024.
    start = max(range(step), key=lambda n: (sum(y % step == n for y in milestones), -n))
    shown = [year for year in years if year in milestones or year % step == start]
    placed: list[Year] = []
    for year in sorted(shown, key=lambda year: (year not in milestones, year)):
        rows = (0, 1) if year in milestones else (0,)
        for row in rows:
            taken = (other.at for other in placed if other.row == row)
            if all(abs(places[year] - at) >= width for at in taken):
                placed.append(Year(year, places[year], row, year in milestones))
                break
    return placed
