"""A plan taken back step by step: of each step only what it touches is made and judged anew."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from site_builder.model import keys
from site_builder.model.act_facts import ENGLISH
from site_builder.model.base import Model
from site_builder.model.duty import Duty
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Citation, Heading, Objective, Plan, Remark
from site_builder.model.setting import set_key
from site_builder.model.tree import CannotSetError, Tree, call, plain

Values = Mapping[str, str | None]
"""By key the value in canonical form; None where nothing is said."""
_ITEMS: Mapping[str, type[Model]] = {
    "outline": Heading, "cites": Citation, "duties": Duty, "remarks": Remark,
}  # fmt: skip
"""Lists of the plan's file of which every item stands for itself."""
_LISTS = (*_ITEMS, "objectives")
_ALONE = ("amendments", "superseded", *_LISTS)
"""What is not made anew with the rest of the plan; amendments and ends are themselves not amended."""
_NAMES = ("id", "document", "clause")
"""What an item can be called by in a key."""


@dataclass(frozen=True, slots=True)
class Then:
    """A plan with the same as a plain tree, which nobody changes."""

    plan: Plan
    root: Tree


def begun(plan: Plan) -> Then:
    """A plan, ready to be taken back."""
    return Then(plan, plain(plan.model_copy(update={"amendments": (), "superseded": ()})))


def set_back(then: Then, values: Values) -> Then:
    """With other values under some of its keys; what cannot be is left as it stands.

    Nothing is raised: what is written wrongly, the checks have refused.
    """
    if not values:
        return then
    together = _tried(then, values)
    if together is not None:
        return together
    # One of them makes it no plan: each has to be tried on its own.
    for key in sorted(values, key=lambda key: _order(key, values[key])):
        then = _tried(then, {key: values[key]}) or then
    return then


def touched(plan: Plan, values: Values) -> Plan:
    """The plan with nothing of its lists but what the keys name or lie in."""
    names = _named(values)
    objectives = []
    for objective in plan.objectives:
        inside = tuple(one for one in objective.indicators if one.id in names)
        if inside or objective.id in names:
            objectives.append(objective.model_copy(update={"indicators": inside}))
    return plan.model_copy(
        update={
            "amendments": (),
            "superseded": (),
            "objectives": tuple(objectives),
            "outline": tuple(one for one in plan.outline if one.clause in names),
            "cites": tuple(one for one in plan.cites if one.document in names),
            "duties": tuple(one for one in plan.duties if one.id in names),
            "remarks": tuple(one for one in plan.remarks if one.id in names),
        }
    )


def _named(values: Values) -> set[str]:
    """The second part of each key: what of its folder it is about."""
    return {key.removesuffix(ENGLISH).split("/")[1] for key in values if "/" in key}


def _tried(then: Then, values: Values) -> Then | None:
    root = _opened(then.root, _named(values))
    for key in sorted(values, key=lambda key: _order(key, values[key])):
        try:
            set_key(root, key, values[key])
        except CannotSetError:
            continue
    _tidy(root)
    try:
        return Then(_made(then, root, values), root)
    except ValidationError:
        return None


def _opened(root: Tree, names: set[str]) -> Tree:
    """A copy in which the lists, what is named and all that is no item may be changed."""
    opened: Tree = {}
    for name, value in root.items():
        if name == "objectives":
            opened[name] = [_objective(one, names) for one in value]
        elif name in _ITEMS:
            opened[name] = [deepcopy(one) if _is_of(one, names) else one for one in value]
        else:
            opened[name] = deepcopy(value)
    return opened


def _objective(objective: Tree, names: set[str]) -> Tree:
    own = objective["id"] in names
    opened = {
        name: deepcopy(value) if own and name != "indicators" else value
        for name, value in objective.items()
    }
    if "indicators" in opened:
        inside = opened["indicators"]
        opened["indicators"] = [deepcopy(one) if one["id"] in names else one for one in inside]
    return opened


def _is_of(item: Tree, names: set[str]) -> bool:
    return any(item.get(name) in names for name in _NAMES)


def _made(then: Then, root: Tree, values: Values) -> Plan:
    """The plan of a tree, with what did not change taken from before. Raises ValidationError."""
    plan, update = then.plan, dict[str, Any]()
    if any(key.startswith(("plan/", "abbreviations/")) for key in values):
        rest = {**root, **{name: [] for name in _LISTS}}
        read = Plan.model_validate(rest, by_name=False, by_alias=True)
        update |= {name: getattr(read, name) for name in Plan.model_fields if name not in _ALONE}
    for name, model in _ITEMS.items():
        items = tuple(zip(then.root.get(name, ()), getattr(plan, name), strict=True))
        known = {id(item): one for item, one in items}
        update[name] = tuple(_item(model, item, known) for item in root.get(name, ()))
    update["objectives"] = _objectives(then, root)
    return plan.model_copy(update=update)


def _objectives(then: Then, root: Tree) -> tuple[Objective, ...]:
    known: dict[int, Any] = {}
    before: dict[str, tuple[Tree, Objective]] = {}
    for item, objective in zip(then.root.get("objectives", ()), then.plan.objectives, strict=True):
        before[objective.id] = item, objective
        pairs = zip(item.get("indicators", ()), objective.indicators, strict=True)
        known.update((id(one), indicator) for one, indicator in pairs)
    found = []
    for item in root.get("objectives", ()):
        inside = tuple(_item(Indicator, one, known) for one in item.get("indicators", ()))
        old = before.get(item["id"])
        if old is not None and _alone(old[0]) == _alone(item):
            one = old[1]
            same = len(one.indicators) == len(inside) and all(
                a is b for a, b in zip(one.indicators, inside, strict=True)
            )
        else:
            one, same = _valid(Objective, _alone(item)), False
        found.append(one if same else one.model_copy(update={"indicators": inside}))
    return tuple(found)


def _alone(objective: Tree) -> Tree:
    return {name: value for name, value in objective.items() if name != "indicators"}


def _item(model: type[Model], item: Tree, known: Mapping[int, Any]) -> Any:
    found = known.get(id(item))
    return _valid(model, item) if found is None else found


def _valid(model: type[Model], item: Tree) -> Any:
    found: BaseModel = model.model_validate(item, by_name=False, by_alias=True)
    return found


_ID = "/id"
_OUTER = ("objectives", "indicators")


def renames(key: str) -> bool:
    """Whether a key is that of the id of an indicator."""
    return key.startswith("indicators/") and key.endswith(_ID)


def _order(key: str, value: str | None) -> tuple[int, int, bool, str]:
    """Wholes come back before what lies in them is set, and go after it, under their old id."""
    folder, deep, english = key.partition("/")[0], key.count("/"), key.endswith(ENGLISH)
    if not keys.is_whole(key):
        return (7 if renames(key) else 4), deep, english, key
    place = _OUTER.index(folder) if folder in _OUTER else 2
    if value is not None:
        return place, deep, english, key
    return (6 if place == 2 else 9 - place), deep, english, key


def _tidy(root: Tree) -> None:
    """Take out what without the rest says nothing, and call indicators by the ids they have."""
    for duty in root.get("duties", []):
        if "when" in duty and not any(duty["when"].get(name) for name in _TIMES):
            duty.pop("when")
    reporting = root.get("reporting", {})
    for interval in [one for one, said in reporting.items() if not _CLOSES.intersection(said)]:
        del reporting[interval]
    called: dict[str, Any] = {}
    ids = set()
    for objective in root.get("objectives", []):
        for one in objective.get("indicators", []):
            ids.add(one["id"])
            called |= dict.fromkeys(one.get("formerly", ()), one["id"])
    call(root, {old: new for old, new in called.items() if old not in ids})


_CLOSES = {"closes_on", "due_after"}
_TIMES = ("due", "every", "on_request", "ongoing")
