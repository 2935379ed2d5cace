"""What every target of an indicator is judged by: its figures, their sides, the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.rows import AssessmentRow
from site_builder.progress.breaks import Documents
from site_builder.progress.observations import Series
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import Breakdown


@dataclass(frozen=True, slots=True)
class Scene:
    """An indicator with what is known of it on the day of judgement."""

    plan: Plan
    indicator: Indicator
    whole: str
    series: Series
    """The whole's figures, on every side of every break."""
    sides: Sides
    assessments: tuple[AssessmentRow, ...]
    as_of: dt.date
    parts: Mapping[Breakdown, Series] = field(default_factory=dict)
    """The whole's figures for each breakdown: women, a region."""
    documents: Documents = field(default_factory=dict)

    def figures(self, of: Mapping[str, str]) -> Series:
        """The figures of a breakdown; of none, those of the whole."""
        return self.parts.get(breakdown(of), ()) if of else self.series


def breakdown(of: Mapping[str, str]) -> Breakdown:
    """The key of a breakdown's figures."""
    return tuple(sorted(of.items()))
