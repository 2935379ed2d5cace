"""The rich plan edited at random, and what has to be undone to come from one state to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hypothesis import strategies as st

from site_builder.changes.renaming import renames, under_new_name
from site_builder.model import keys
from site_builder.model.facts import Fact, plan_facts
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from tests.changes import mutations
from tests.changes.repositories import PLAN, rich_files

PLAN_ID = "vung/12-kh-ldld"


@cache
def rich_root() -> object:
    return mutations.parsed(rich_files()[PLAN])


@cache
def rich_repository() -> Repository:
    return mutations.repository(rich_files())


def plan_of(root: object) -> Plan | None:
    found = mutations.with_file(rich_repository(), PLAN, root)
    return None if found is None else found.plans[PLAN_ID]


def sound(plan: Plan) -> bool:
    """Without ids that stand twice, which the checks refuse."""
    names = [fact.key for fact in plan_facts(plan)]
    return len(names) == len(set(names))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """The rich plan after a few edits that leave it readable."""
    root = rich_root()
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.sampled_from(list(mutations.paths(root))))
        value = mutations.at(root, place)
        if draw(st.booleans()) or not isinstance(value, str):
            edited = mutations.without(root, place)
        else:
            other = draw(st.sampled_from(list(mutations.variants(value))))
            edited = mutations.replaced(root, place, other)
        tried = plan_of(edited)
        if tried is not None and sound(tried):
            root = edited
    made = plan_of(root)
    assert made is not None
    return made


def _facts(plan: Plan) -> dict[str, Fact]:
    return {f.key: f for f in plan_facts(plan) if keys.form_at(f.key) is not None}


def said(plan: Plan) -> dict[str, str]:
    return {key: "" if fact.is_whole else fact.value for key, fact in _facts(plan).items()}


def undoing(old: Plan, new: Plan) -> dict[str, str | None]:
    """By the keys of the new one what the old one says of all that differs."""
    names = renames(old, new)
    before = {f.key: f for f in (under_new_name(one, names) for one in _facts(old).values())}
    return dict(_differing(before, _facts(new)))


def _differing(old: dict[str, Fact], new: dict[str, Fact]) -> Iterator[tuple[str, str | None]]:
    for key in dict.fromkeys((*old, *new)):
        was, becomes = old.get(key), new.get(key)
        if was is None:
            assert becomes is not None
            if all(whole in old for whole in becomes.within):
                yield key, None
        elif becomes is None:
            # A whole that comes back holds the rest; where it stood and what belonged to a target
            # has to be told beside it.
            gone = [whole for whole in was.within if whole not in new]
            if not any(keys.is_whole(one) for one in gone) or key.endswith("/objective"):
                yield key, was.value
        elif not becomes.is_whole and was.value != becomes.value:
            yield key, was.value
