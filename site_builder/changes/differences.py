"""Two sets of facts, key by key: what differs, and what of it is a change of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from site_builder.changes import duties, indicators
from site_builder.changes.catalogue import classify
from site_builder.changes.change import NOTHING, Change, ChangeKind
from site_builder.changes.saying import say
from site_builder.changes.sides import Difference, Side
from site_builder.changes.subjects import clause, subject
from site_builder.changes.words import NO
from site_builder.model.facts import Fact
from site_builder.model.indicator import Indicator
from site_builder.terms.place import Node
from site_builder.terms.text import Text


def fact_changes(
    before: Iterable[Fact], after: Iterable[Fact], base: Side, head: Side, file: str
) -> Iterator[Change]:
    """What changed among the facts of one file; those of the base under the head's keys."""
    old, new = ({fact.key: fact for fact in facts} for facts in (before, after))
    for key in dict.fromkeys((*new, *old)):
        was, becomes = old.get(key), new.get(key)
        if not _differ(was, becomes):
            continue
        if _follows(was or becomes, old if was is None else new):
            continue
        difference = Difference(key, was, becomes, base, head)
        if not _told_elsewhere(difference, old, new):
            yield replace(_change(difference, file, new), parts=_parts(difference, old, new))


def _differ(was: Fact | None, becomes: Fact | None) -> bool:
    if was is None or becomes is None:
        return True
    # A whole is told by what it holds.
    return not becomes.is_whole and was.value != becomes.value


def _parts(
    difference: Difference, old: Mapping[str, Fact], new: Mapping[str, Fact]
) -> tuple[tuple[str, str | None, str | None], ...]:
    """What lay within a target that is gone, and the printed words of one that changed."""
    key = difference.key
    if difference.fact.field != "target":
        return ()
    if difference.after is None:
        return tuple((name, one.value, None) for name, one in old.items() if key in one.within)
    word = f"{key}/wording"
    before, after = (facts[word].value if word in facts else None for facts in (old, new))
    return ((word, before, after),) if difference.before and before != after else ()


def _follows(fact: Fact | None, other: Mapping[str, Fact]) -> bool:
    """Whether what it is part of is not there either: then that is the change."""
    assert fact is not None
    return any(key not in other for key in fact.within)


def _told_elsewhere(
    difference: Difference, old: Mapping[str, Fact], new: Mapping[str, Fact]
) -> bool:
    """Whether it is part of another change: of a new id, of a new number, of a new lead."""
    field = difference.fact.field
    if field == "indicator.formerly":
        return difference.name in difference.base.names.values()
    if field == "target.wording":
        target = difference.fact.within[-1]
        return old[target].value != new[target].value
    return duties.follows_from_lead(difference)


def _change(difference: Difference, file: str, new: Mapping[str, Fact]) -> Change:
    was, becomes, kind = difference.before, difference.after, classify(difference)
    fact = difference.fact
    return Change(
        kind=kind,
        plan=difference.head.plan_id,
        what=difference.key,
        subject=subject(difference),
        clause=clause(difference),
        before=was.value if was else "",
        after=becomes.value if becomes else "",
        said_before=_said(was, difference.base, difference),
        said_after=_said(becomes, difference.head, difference),
        where=Node(file, fact.path),
        revision="head" if becomes else "base",
        anchor=None if becomes else _anchor(fact, file, new),
        detail=_detail(kind, difference),
    )


def _said(fact: Fact | None, found: Side, difference: Difference) -> Text:
    if fact is None:
        # A flag of a duty is off where it is not set.
        flag = difference.fact.field.startswith("duty.") and difference.fact.content is True
        return NO if flag else NOTHING
    folder = difference.key.partition("/")[0]
    owner: Indicator | None = None
    if folder in ("indicators", "targets", "baselines", "allocations"):
        owner = found.indicators.get(difference.name)
    return say(fact, found, owner)


def _anchor(fact: Fact, file: str, new: Mapping[str, Fact]) -> Node:
    """Where in the head it would be: in what it was part of, else among its like."""
    for key in reversed(fact.within):
        if key in new:
            return Node(file, new[key].path)
    return Node(file, fact.path[:1], "key")


_DETAILS = {
    duties.LEAD.code: duties.lead_detail,
    duties.ASSIGNED.code: duties.lead_detail,
    indicators.SHARE_ADDED.code: indicators.share_detail,
    indicators.SHARE_REMOVED.code: indicators.share_detail,
    indicators.SHARE_CHANGED.code: indicators.share_detail,
}


def _detail(kind: ChangeKind, difference: Difference) -> Text | None:
    say_more = _DETAILS.get(kind.code)
    return say_more(difference) if say_more else None
