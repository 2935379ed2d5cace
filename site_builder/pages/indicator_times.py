"""What time did to an indicator: targets that changed, a series that broke, figures corrected."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.indicator import Indicator
from site_builder.model.repository import Repository
from site_builder.pages.amended import Said
from site_builder.pages.deeds_figures import corrected, correction_line, is_illustrative
from site_builder.pages.view_ending import EndView, cited, end_view
from site_builder.pages.view_life import ActView
from site_builder.pages.view_target import amount
from site_builder.progress import wording
from site_builder.progress.snapshot import IndicatorState, TargetState
from site_builder.terms.text import Text

LISTED = 50
"""So many corrections stand on the page; every row is in the file of its values."""


@dataclass(frozen=True, slots=True)
class TargetVersionView:
    """What a target said from a day on."""

    day: dt.date | None
    """None for the original, which holds from the plan's own day."""
    amount: Text | None
    """None where the document ended it."""
    by: ActView | None
    """None for the original: the plan itself says it."""
    coming: bool
    current: bool
    """Whether it is the one that is judged."""


@dataclass(frozen=True, slots=True)
class TargetTimes:
    """The history of one target; without any change it is empty."""

    key: str
    versions: tuple[TargetVersionView, ...]
    ended: EndView | None
    authority: ActView | None
    """The document that sets its number, where that is not the plan."""


@dataclass(frozen=True, slots=True)
class BreakView:
    """Where the series breaks, and why."""

    day: dt.date
    why: Text
    by: ActView | None
    holds: bool
    """Whether targets that were set before are used for the new series."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A figure that took the place of another, and the day on which it came."""

    day: dt.date
    said: Said
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IndicatorTimes:
    """Everything that the page says of time."""

    ended: EndView | None
    targets: tuple[TargetTimes, ...]
    """One for each target, in their order."""
    breaks: tuple[BreakView, ...]
    corrections: tuple[CorrectionView, ...]
    more: int
    """How many more corrections there are than are listed."""


def indicator_times(
    repository: Repository, state: IndicatorState, as_of: dt.date
) -> IndicatorTimes:
    """What time did to one indicator, as known on the day."""
    found = corrected(state)
    return IndicatorTimes(
        ended=end_view(repository, state.ended),
        targets=tuple(
            _target(repository, state.indicator, target, as_of) for target in state.targets
        ),
        breaks=tuple(
            BreakView(
                day=one.start.start,
                why=wording.clause(one.why),
                by=cited(repository, one.document or "", one.clause),
                holds=one.targets_hold,
            )
            for one in state.breaks
        ),
        corrections=tuple(
            CorrectionView(
                day=one.day,
                said=correction_line(repository, state, one),
                illustrative=is_illustrative(one),
            )
            for one in found[:LISTED]
        ),
        more=max(0, len(found) - LISTED),
    )


def _target(
    repository: Repository, indicator: Indicator, state: TargetState, as_of: dt.date
) -> TargetTimes:
    authority = state.target.authority or ""
    in_force = [one for one in state.history if one.day is None or one.day <= as_of]
    return TargetTimes(
        key=state.key,
        versions=tuple(
            TargetVersionView(
                day=one.day,
                amount=None if one.target is None else amount(indicator, one.target),
                by=cited(repository, one.document, one.clause),
                coming=one.day is not None and one.day > as_of,
                current=bool(in_force) and one is in_force[-1],
            )
            for one in state.history
        ),
        ended=end_view(repository, state.ended),
        authority=cited(repository, authority),
    )
