"""A plan as it stood: its amendments undone, the latest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model import keys
from site_builder.model.document import Document
from site_builder.model.entries import Entry, by_key, entries
from site_builder.model.plan import Plan
from site_builder.model.undoing import Values, begun, renames, set_back


@dataclass(frozen=True, slots=True)
class Undone:
    """What is undone in one step on the way back, and the plan that this leads to."""

    until: dt.date | None
    """The step is no part of a plan of this day or later; None where it is part of none at all."""
    values: Values
    """What the keys said before."""
    plan: Plan


def back(
    plan: Plan, told: Mapping[str, Iterable[Entry]], known: Callable[[Entry], bool]
) -> Iterator[Undone]:
    """The plan before each day on which entries came to hold, the latest day first.

    `told` are its entries by key, the earliest first. Those that nobody knew of are undone before
    the others; but what an entry that was known made of a thing later on is left alone until that
    is undone. The ids of indicators are ours and not the documents': those of today stay.
    """
    then = begun(plan)
    for (until, _), values in steps(told, known):
        then = set_back(then, {key: said for key, said in values.items() if not renames(key)})
        yield Undone(None if until is dt.date.max else until, values, then.plan)


def steps(
    told: Mapping[str, Iterable[Entry]], known: Callable[[Entry], bool]
) -> Iterator[tuple[tuple[dt.date, dt.date], Values]]:
    """The values before, by the day on which they were over and the day of the entry itself."""
    found: dict[tuple[dt.date, dt.date], dict[str, str | None]] = {}
    for key, some in told.items():
        until = dt.date.max
        for entry in reversed(tuple(some)):
            assert entry.day is not None, "without a day there is no way back"
            if known(entry):
                until = entry.day
            found.setdefault((until, entry.day), {})[key] = entry.amended.before
    for days in sorted(found, reverse=True):
        yield days, found[days]


def put_back(over: Mapping[str, Entry], wanted: Callable[[str], bool]) -> Values:
    """The values that bring back what had ended: the things that are wanted, and with each what
    ended on its day of what it was made of. `over` are the entries that ended them, by key."""
    things = {key for key in over if wanted(key)}
    return {
        key: entry.amended.before
        for key, entry in over.items()
        if key in things
        or any(entry.day == over[w].day for w in keys.wholes_around(key) if w in things)
    }


def with_ended(plan: Plan, documents: Mapping[str, Document]) -> Plan:
    """The plan with every whole and every target that an amendment ended, as it stood then: what
    was reported of it remains."""
    if not plan.amendments:
        return plan
    told = by_key(entries(plan, documents))
    over = {key: some[-1] for key, some in told.items() if some[-1].ends}
    return with_values(plan, put_back(over, lambda key: keys.is_whole(key) or is_target(key)))


def is_target(key: str) -> bool:
    """Whether a key is that of a target itself."""
    return key.startswith("targets/") and key.count("/") == 2


def earlier_bodies(plan: Plan) -> dict[str, set[str]]:
    """By duty the bodies that an earlier version named in any role."""
    found: dict[str, set[str]] = {}
    for amended in (one for amendment in plan.amendments for one in amendment.changes):
        folder, _, rest = amended.what.partition("/")
        name, _, field = rest.partition("/")
        if folder != "duties" or amended.before is None:
            continue
        if field in ("lead", "assigned"):
            found.setdefault(name, set()).update(amended.before.split(", "))
        elif field.startswith("bodies/"):
            found.setdefault(name, set()).add(field.removeprefix("bodies/"))
    return found


def with_values(plan: Plan, values: Values) -> Plan:
    """The plan with other values under some of its keys; what cannot be is left as it stands."""
    return set_back(begun(plan), values).plan if values else plan
