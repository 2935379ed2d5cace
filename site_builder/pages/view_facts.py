"""The facts that a document prints in the same table as the shares of a target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import Ref, short_ref
from site_builder.progress.snapshot import IndicatorState, PlanState
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell of the table. `asked` tells a cell left blank in its source from one never given."""

    value: Decimal | None
    asked: bool


@dataclass(frozen=True, slots=True)
class FactColumn:
    """A printed column of facts at their own date; one cell for each row of its table."""

    name: Words
    path: str
    period: Period
    cells: tuple[Amount, ...]
    total: Amount


@dataclass(frozen=True, slots=True)
class FactTable:
    """The facts that the document prints beside the shares, at their own date."""

    bodies: tuple[Ref, ...]
    columns: tuple[FactColumn, ...]


def fact_table(
    repository: Repository, plan: PlanState, bodies: tuple[str, ...]
) -> FactTable | None:
    """Indicators without a target that the same bodies report: the table's other columns."""
    states = [
        state
        for state in plan.indicators
        if not state.indicator.targets and any(body in state.unit_series for body in bodies)
    ]
    if not states:
        return None
    return FactTable(
        bodies=tuple(short_ref(repository, body) for body in bodies),
        columns=tuple(_fact_column(state, bodies) for state in states),
    )


def _fact_column(state: IndicatorState, bodies: tuple[str, ...]) -> FactColumn:
    indicator = state.indicator
    period = min(o.period for series in state.unit_series.values() for o in series)
    whole = next((o for o in state.series if o.period == period), None)
    return FactColumn(
        name=indicator.name,
        path=paths.indicator(state.plan_id, indicator.id),
        period=period,
        cells=tuple(_fact(state, body, period) for body in bodies),
        total=Amount(whole.value if whole else None, whole is not None),
    )


def _fact(state: IndicatorState, body: str, period: Period) -> Amount:
    series = state.unit_series.get(body, ())
    observation = next((o for o in series if o.period == period), None)
    return Amount(observation.value if observation else None, observation is not None)
