"""Counting: how many targets and duties have each status. No average, no score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from site_builder.model.indicator import Allocation, Measure
from site_builder.progress.observations import SeriesByAgency
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
    measures: Measure, allocation: Allocation | None, series: SeriesByAgency
) -> tuple[UnitSum, ...]:
    """For each period the sum over the bodies of the allocation table, and how many reported.

    Every body of the table counts, those with a blank share too: blank is neither zero nor
    “not applicable”. Without a table nobody knows how many bodies there are: no sum is made.
    """
    if allocation is None or measures not in ADDITIVE:
        return ()
    found: dict[Period, list[Decimal]] = defaultdict(list)
    for agency in allocation.shares:
        for observation in series.get(agency, ()):
            if observation.value is not None:
                found[observation.period].append(observation.value)
    units = len(allocation.shares)
    return tuple(
        UnitSum(period, sum(found[period], Decimal(0)), len(found[period]), units)
        for period in sorted(found)
    )
