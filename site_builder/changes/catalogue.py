"""Every kind of change, by code; and by which rule a difference of a field is of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from site_builder.changes import data, duties, indicators, lists, plan_facts, targets
from site_builder.changes.change import ChangeKind
from site_builder.changes.sides import Classify, Difference
from site_builder.model.act_facts import ENGLISH

_ROOMS = (lists, plan_facts, targets, indicators, duties, data)


def _collect() -> Mapping[str, ChangeKind]:
    kinds: dict[str, ChangeKind] = {}
    for room in _ROOMS:
        for kind in room.KINDS:
            if kind.code in kinds:
                raise ValueError(f"two kinds of change have the code {kind.code}")
            kinds[kind.code] = kind
    return MappingProxyType(kinds)


KINDS: Mapping[str, ChangeKind] = _collect()
CLASSIFY: Mapping[str, Classify] = MappingProxyType(
    {
        **plan_facts.CLASSIFY,
        **targets.CLASSIFY,
        **indicators.CLASSIFY,
        **duties.CLASSIFY,
        **lists.CLASSIFY,
    }
)


def classify(difference: Difference) -> ChangeKind:
    """Of which kind a difference is."""
    field = difference.fact.field
    if field.endswith(ENGLISH):
        return plan_facts.TRANSLATION
    return CLASSIFY[field](difference)
