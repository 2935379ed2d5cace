"""Indicators that one revision calls otherwise than the other, as far as a plan declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from site_builder.model import keys
from site_builder.model.facts import Fact
from site_builder.model.plan import Plan


def renames(base: Plan, head: Plan) -> dict[str, str]:
    """The ids in the head of indicators that either revision declares to have been called so."""
    old, new = ({one.id: one for one in plan.indicators()} for plan in (base, head))
    names: dict[str, str] = {}
    for indicator in new.values():
        for former in indicator.formerly:
            _pair(names, former, indicator.id, old, new)
    for indicator in old.values():
        for former in indicator.formerly:
            _pair(names, indicator.id, former, old, new)
    return names


def _pair(
    names: dict[str, str], was: str, becomes: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> None:
    free = was in old and was not in new and becomes in new and becomes not in old
    if free and was not in names and becomes not in names.values():
        names[was] = becomes


_NAMING = ("amendment", "superseded")
"""Facts whose key holds the key of another."""
_REFERENCES = ("indicator.within", "duty.indicators", "remark.indicators")


def under_new_name(fact: Fact, names: Mapping[str, str]) -> Fact:
    """A fact of the base under the key that the head has for it."""
    if not names or fact.field.startswith(_NAMING):
        return amendment_of(fact, names)
    content = fact.content
    if fact.field in _REFERENCES:
        single = isinstance(content, str)
        content = names.get(content, content) if single else tuple(names.get(i, i) for i in content)
    key, within = keys.renamed(fact.key, names), tuple(keys.renamed(k, names) for k in fact.within)
    return replace(fact, key=key, within=within, content=content)


def amendment_of(fact: Fact, names: Mapping[str, str]) -> Fact:
    """An amendment, or an end by a document, under the id that its indicator has in the head,
    whichever it was written with."""
    if not names or not fact.field.startswith(_NAMING):
        return fact
    folder, document, what = fact.key.split("/", 2)
    return replace(fact, key=f"{folder}/{document}/{keys.renamed(what, names)}")
