"""The whole's figures by breakdown: women, a region, an age group, each against its periods."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.pages.target_labels import categories
from site_builder.pages.view_series import UnitCell, unit_cells
from site_builder.progress.snapshot import IndicatorState
from site_builder.terms.period import Period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class PartRow:
    """One breakdown across the periods of a `PartTable`."""

    name: Text
    cells: tuple[UnitCell, ...]


@dataclass(frozen=True, slots=True)
class PartTable:
    """Breakdowns by periods, the oldest first."""

    periods: tuple[Period, ...]
    rows: tuple[PartRow, ...]
    illustrative: bool


def part_table(state: IndicatorState) -> PartTable | None:
    """Each breakdown's values, and those of which a target speaks and nothing came in.

    None where neither the data nor a target knows any breakdown.
    """
    asked = {tuple(sorted(t.target.of.items())): t.target for t in state.targets if t.target.of}
    keys = tuple(dict.fromkeys((*state.parts, *asked)))
    if not keys:
        return None
    periods = tuple(sorted({seen.period for one in state.parts.values() for seen in one}))
    named = [
        (categories(dict(key), asked[key].scope if key in asked else None), key) for key in keys
    ]
    return PartTable(
        periods=periods,
        rows=tuple(
            PartRow(name, unit_cells(state.parts.get(key, ()), periods)) for name, key in named
        ),
        illustrative=any(
            seen.state == "illustrative" for one in state.parts.values() for seen in one
        ),
    )
