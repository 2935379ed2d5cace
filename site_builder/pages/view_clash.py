"""Where two plans are told different figures by one body for one indicator and period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import Ref, plan_number, short_ref
from site_builder.progress.snapshot import IndicatorState, Observation
from site_builder.terms.period import Period
from site_builder.terms.text import Text

_Key = tuple[str, Period, str, tuple[Period, ...]]
"""The body, the period, whom it counts and after which breaks of the series."""
SHOWN = 3
"""So many differences are told in full under a table; all are counted."""


@dataclass(frozen=True, slots=True)
class Version:
    """The figure that stands under one plan."""

    plan: Text
    path: str
    seen: Observation


@dataclass(frozen=True, slots=True)
class Clash:
    """One body and period with figures that contradict each other."""

    body: Ref
    period: Period
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Clashes:
    """What contradicts itself among the figures that stand side by side, newest period first."""

    count: int
    shown: tuple[Clash, ...]
    illustrative: bool
    """Whether every figure shown is illustrative: then it is said once."""


def clashes(repository: Repository, states: Iterable[IndicatorState]) -> Clashes | None:
    """Bodies with different figures for one period in two plans; None where there are none.

    Figures that count over different populations may differ and are not held against each other,
    nor are those of a series that has broken against those of one that has not.
    """
    found: dict[_Key, list[tuple[IndicatorState, Observation]]] = {}
    for state in states:
        population = state.indicator.population
        for seen in _figures(state):
            broken = tuple(b.start for b in state.breaks if b.start.start <= seen.period.end)
            key = (seen.agency, seen.period, population.vi if population else "", broken)
            found.setdefault(key, []).append((state, seen))
    apart = [
        Clash(
            body=short_ref(repository, agency),
            period=period,
            versions=tuple(_version(repository, *one) for one in told),
        )
        for (agency, period, _, _), told in found.items()
        if len({seen.value for _, seen in told}) > 1
    ]
    apart.sort(key=lambda one: (one.period.end, one.period.start), reverse=True)
    if not apart:
        return None
    shown = tuple(apart[:SHOWN])
    firm = {version.seen.state for one in shown for version in one.versions}
    return Clashes(len(apart), shown, illustrative=firm == {"illustrative"})


def _figures(state: IndicatorState) -> Iterable[Observation]:
    every = (*state.series, *(one for own in state.unit_series.values() for one in own))
    return (one for one in every if one.value is not None)


def _version(repository: Repository, state: IndicatorState, seen: Observation) -> Version:
    plan = repository.plans[state.plan_id]
    return Version(plan_number(plan), paths.indicator(state.plan_id, state.indicator.id), seen)
