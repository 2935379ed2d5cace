"""What a document changed in a plan, thing by thing, in the words of the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.changes.catalogue import classify
from site_builder.changes.saying import say
from site_builder.changes.sides import Difference, Side, side
from site_builder.changes.subjects import of_key, subject
from site_builder.model import keys
from site_builder.model.amendment import Amended, Amendment
from site_builder.model.facts import Fact, plan_facts
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.progress.snapshot import PlanState
from site_builder.progress.times import Stand
from site_builder.terms.text import Text, same

Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that changed: what kind of change, of what, from what to what."""

    kind: Text | None
    """None where the deed itself says it."""
    subject: Text
    path: str
    """Where the thing stands; empty where it has no place of its own."""
    before: Text | None
    after: Text | None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One amendment of a plan in words."""

    stand: Stand
    amendment: Amendment
    lines: tuple[Said, ...]


def told(repository: Repository, plan: PlanState) -> Iterator[Told]:
    """Every amendment known of a plan, the oldest first, against the version before it."""
    names = {old: one.id for one in plan.plan.indicators() for old in one.formerly}
    known: dict[int, tuple[Side, Facts]] = {}

    def taken(place: int) -> tuple[Side, Facts]:
        if place not in known:
            stood = plan.stands[place].plan
            sides = side(replace(repository, plans={plan.plan_id: stood}), plan.plan_id)
            known[place] = sides, {fact.key: fact for fact in plan_facts(stood)}
        return known[place]

    for place in range(1, len(plan.stands)):
        stand = plan.stands[place]
        for amendment in stand.amendments:
            changed = [_renamed(one, names) for one in amendment.changes]
            within = {one.what for one in changed}
            lines = tuple(
                _said(plan, one, taken(place - 1), taken(place))
                for one in changed
                if not _follows(one.what, within)
            )
            yield Told(stand, amendment, lines)


def _renamed(one: Amended, names: Mapping[str, str]) -> Amended:
    """Under the id that its indicator has now."""
    return one.model_copy(update={"what": keys.renamed(one.what, names)})


def _follows(key: str, within: set[str]) -> bool:
    """Whether the words of a target or a deadline are told with it, which changed as well."""
    thing = key.removesuffix("/wording")
    return thing != key and (thing in within or f"{thing}/due" in within)


def _said(
    plan: PlanState, one: Amended, before: tuple[Side, Facts], after: tuple[Side, Facts]
) -> Said:
    base, head = before[0], after[0]
    was, becomes = before[1].get(one.what), after[1].get(one.what)
    if one.before is None:
        was = None
    if one.after is None and one.before is not None:
        becomes = None
    path = path_of(plan.plan_id, one.what, plan.plan)
    if was is None and becomes is None:
        # Neither version holds it: what the amendment itself writes stands for it.
        values = (same(value) if value else None for value in (one.before, one.after))
        return Said(_MENDED, of_key(one.what, head), path, *values)
    difference = Difference(one.what, was, becomes, base, head)
    whole = keys.is_whole(one.what)
    return Said(
        kind=classify(difference).title,
        subject=subject(difference),
        path=path,
        before=None if was is None or whole else _value(was, base),
        after=None if becomes is None or whole else _value(becomes, head),
    )


def _value(fact: Fact, found: Side) -> Text:
    folder, _, rest = fact.key.partition("/")
    owner = None
    if folder in ("indicators", "targets", "baselines", "allocations"):
        owner = found.indicators.get(rest.partition("/")[0])
    return say(fact, found, owner)


def path_of(plan_id: str, key: str, plan: Plan | None) -> str:
    """Where the thing under a key stands on the site; empty where it has no place of its own."""
    folder, _, rest = key.partition("/")
    name, _, field = rest.partition("/")
    if plan is None:
        return ""
    if folder in ("indicators", "targets", "baselines", "allocations"):
        own = next((one for one in plan.indicators() if one.id == name), None)
        if own is None:
            return ""
        due = field.partition("/")[0]
        if folder == "targets" and due in own.targets:
            return paths.target(plan_id, name, due)
        return paths.indicator(plan_id, name)
    if folder == "duties":
        return paths.duty(plan_id, name) if any(one.id == name for one in plan.duties) else ""
    return ""


_MENDED = Text("Sửa đổi", "Changed")
