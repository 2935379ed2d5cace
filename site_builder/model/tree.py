"""A plan as plain mappings and lists: its things found by their ids, put in, taken out and moved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

Tree = dict[str, Any]
_NAMED_BY = {"objectives": "id", "duties": "id", "remarks": "id", "citations": "document"}
"""Folders of keys whose things stand in a list of the plan, with what names them there."""
_FILED = {"citations": "cites"}
"""Folders that the plan's file calls otherwise."""


class CannotSetError(ValueError):
    """A key that leads to nothing in the plan, or a value that is none of its kind."""


def plain(value: Any) -> Any:
    """Models as mappings with the keys of the file, what says nothing left out; the rest as it is."""
    match value:
        case BaseModel():
            return {
                info.alias or name: plain(getattr(value, name))
                for name, info in type(value).model_fields.items()
                if getattr(value, name) != info.get_default(call_default_factory=True)
            }
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case tuple() | list():
            return [plain(one) for one in value]
        case _:
            return value


def find(items: list[Tree], by: str, name: str) -> Tree:
    """The one of a list that is named so. Raises CannotSetError where there is none."""
    for one in items:
        if one.get(by) == name:
            return one
    raise CannotSetError(name)


def inside(holder: Tree, name: str) -> Tree:
    """A part of a thing. Raises CannotSetError where it is not there."""
    found = holder.get(name)
    if not isinstance(found, dict):
        raise CannotSetError(name)
    return found


def item(root: Tree, folder: str, name: str) -> Tree:
    """A thing of one of the plan's lists, by the folder of its key."""
    return find(root.get(_FILED.get(folder, folder), []), _NAMED_BY[folder], name)


def objective_of(root: Tree, name: str) -> Tree:
    """The objective that holds an indicator."""
    objectives: list[Tree] = root.get("objectives", [])
    for objective in objectives:
        if any(one["id"] == name for one in objective.get("indicators", [])):
            return objective
    raise CannotSetError(name)


def indicator(root: Tree, name: str) -> Tree:
    """An indicator by its id."""
    return find(objective_of(root, name)["indicators"], "id", name)


def target(root: Tree, name: str, period: str) -> Tree:
    """A target of an indicator."""
    return inside(inside(indicator(root, name), "targets"), period)


def set_whole(root: Tree, folder: str, name: str, content: Tree | None) -> None:
    """Put a whole thing in, in the place of what bears its name, or take it out."""
    if folder == "allocations":
        one = indicator(root, name)
        one.pop("allocation", None)
        if content is not None:
            one["allocation"] = content
        return
    by = _NAMED_BY.get(folder, "id")
    if content is not None and content.get(by) != name:
        raise CannotSetError(name)
    if folder == "indicators":
        items = _home(root, name, content).setdefault("indicators", [])
    else:
        items = root.setdefault(_FILED.get(folder, folder), [])
    standing = next((one for one in items if one.get(by) == name), None)
    if folder == "objectives" and standing is not None and standing.get("indicators"):
        if content is None:
            raise CannotSetError(name)
        content = {**content, "indicators": standing["indicators"]}
    put(root, items, standing, content)


def put(root: Tree, items: list[Tree], standing: Tree | None, content: Tree | None) -> None:
    """In the place of what stands there; else where its clause comes in the document."""
    if standing is not None:
        at = items.index(standing)
        items[at : at + 1] = [] if content is None else [content]
    elif content is not None:
        own = _rank(root, content)
        last = max((i for i, one in enumerate(items) if _rank(root, one) <= own), default=-1)
        items.insert(last + 1, content)


def _rank(root: Tree, thing: Tree) -> tuple[int, list[tuple[int, str]]]:
    """The place of a thing's clause: of the heading that it lies under, then by its own number."""
    own = next(iter(clauses(thing)), "")
    headings = [one["clause"] for one in root.get("outline", [])]
    shared = [_shared(own, one) for one in headings]
    under = shared.index(max(shared)) if any(shared) else len(headings)
    numbers = re.findall(r"(\d+)|([^\W\d]+)", own)
    return under, [(int(digits or 0), word) for digits, word in numbers]


def _home(root: Tree, name: str, content: Tree | None) -> Tree:
    """The objective of an indicator; of one that comes back, that of the nearest clause."""
    try:
        return objective_of(root, name)
    except CannotSetError:
        objectives: list[Tree] = root.get("objectives", [])
        if content is None or not objectives:
            raise
        return max(reversed(objectives), key=lambda one: _nearness(content, one))


def _nearness(one: Tree, other: Tree) -> int:
    """How many steps of a clause two things share at most."""
    pairs = ((a, b) for a in clauses(one) for b in clauses(other))
    return max((_shared(a, b) for a, b in pairs), default=0)


def clauses(thing: Tree) -> list[str]:
    """Every clause that a thing names, its own first."""
    within = (*thing.get("targets", {}).values(), *thing.get("indicators", []))
    own = [thing["clause"]] if "clause" in thing else []
    # What a duty lists under “indicators” are ids.
    return own + [clause for one in within if isinstance(one, dict) for clause in clauses(one)]


def _shared(one: str, other: str) -> int:
    steps = zip(one.split("."), other.split("."), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], steps))


def rename(root: Tree, name: str, former: str) -> None:
    """Give an indicator back the id that it had, wherever it is mentioned."""
    one = indicator(root, name)
    one["id"] = former
    if "formerly" in one:
        one["formerly"] = [old for old in one["formerly"] if old != former]
    call(root, {name: former})


def call(root: Tree, names: Mapping[str, str]) -> None:
    """Mention indicators by other ids; what mentions one is put in anew and not changed itself."""
    if not names:
        return
    for objective in root.get("objectives", []):
        inside = objective.get("indicators", [])
        for i, one in enumerate(inside):
            if one.get("within") in names:
                inside[i] = {**one, "within": names[one["within"]]}
    for items in (root.get("duties", []), root.get("remarks", [])):
        for i, holder in enumerate(items):
            if not names.keys().isdisjoint(holder.get("indicators", ())):
                called = [names.get(one, one) for one in holder["indicators"]]
                items[i] = {**holder, "indicators": called}


def move(root: Tree, name: str, objective: str) -> None:
    """Put an indicator under another objective."""
    one, home = indicator(root, name), objective_of(root, name)
    other = item(root, "objectives", objective)
    if other is not home:
        home["indicators"].remove(one)
        put(root, other.setdefault("indicators", []), None, one)
