"""Counting: how many targets and duties have each status. No average, no score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from site_builder.model.indicator import Allocation, Measure
from site_builder.progress.observations import SeriesByAgency
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import Judgement, UnitSum
from site_builder.terms.period import Period
from site_builder.terms.status import Status

ADDITIVE: tuple[Measure, ...] = ("stock", "cumulative", "flow")
"""What may be added over bodies: counts, never shares, ranks, indices or rates."""


def count_statuses(judgements: Iterable[Judgement]) -> Mapping[Status, int]:
    """How many have each status, in the order of the statuses; only those that occur."""
    counts = Counter(judgement.status for judgement in judgements)
    return {status: counts[status] for status in Status if counts[status]}


def unit_sums(
    sides: Sides,
    allocation: Allocation | None,
    series: SeriesByAgency,
    lived: Callable[[str, Period], bool] = lambda agency, period: True,
) -> tuple[UnitSum, ...]:
    """For each period the sum over the bodies of the allocation table, and how many reported.

    Every body of the table counts, those with a blank share too: blank is neither zero nor
    “not applicable”. Without a table nobody knows how many bodies there are: no sum is made. None
    is made either of a period in which a break of the series makes of each figure two things.
    Bodies that had ended before a period, or began after it (`lived`), are none of its units.
    """
    if allocation is None or sides.measures not in ADDITIVE:
        return ()
    found: dict[Period, dict[str, Decimal]] = defaultdict(dict)
    for agency in allocation.shares:
        for observation in series.get(agency, ()):
            if observation.value is not None and sides.usable(observation.period):
                found[observation.period][agency] = observation.value
    return tuple(
        UnitSum(period, sum(told.values(), Decimal(0)), len(told), units)
        for period, told in sorted(found.items(), key=lambda item: item[0])
        for units in (sum(one in told or lived(one, period) for one in allocation.shares),)
    )
