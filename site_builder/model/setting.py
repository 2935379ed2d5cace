"""One key of a plan set to a value in canonical form: the way back from facts to the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from site_builder.model import canonical as form
from site_builder.model import fields, keys, tree
from site_builder.model.act_facts import ENGLISH
from site_builder.model.base import Model
from site_builder.model.canonical import Form
from site_builder.model.duty import OPEN_LIST, Duty
from site_builder.model.facts import SUPPORTING
from site_builder.model.indicator import COMPARISONS, Allocation, Indicator
from site_builder.model.plan import Citation, Objective, Remark
from site_builder.model.tree import CannotSetError, Tree

_WORDS = (form.WORDS, form.WORDS_OR_UNKNOWN)


def set_key(root: Tree, key: str, value: str | None) -> None:
    """Let a plan say under a key what the value says, and nothing where there is none.

    Raises CannotSetError for a key that leads nowhere and for a value that is none of its kind.
    """
    how = keys.form_at(key)
    if how is None:
        raise CannotSetError(key)
    folder, _, rest = key.partition("/")
    name, _, field = rest.partition("/")
    special = _special(folder, name, field)
    if key.endswith(ENGLISH) and how is form.LINE:
        _translation(root, key.removesuffix(ENGLISH), value)
    elif how is form.WHOLE:
        tree.set_whole(root, folder, name, None if value is None else read_whole(folder, value))
    elif special is not None:
        special(root, name, field, value)
    else:
        holder, at = _place(root, folder, name, field)
        _leaf(holder, at, how, value)


_MODELS: Mapping[str, type[Model]] = {
    "objectives": Objective, "indicators": Indicator, "allocations": Allocation, "duties": Duty,
    "remarks": Remark, "citations": Citation,
}  # fmt: skip


def read_whole(folder: str, value: str) -> Tree:
    """A whole thing of a folder, as the plan's file would have it. Raises CannotSetError."""
    content = _read(form.WHOLE, value)
    try:
        read = _MODELS[folder].model_validate(content, by_name=False, by_alias=True)
    except ValidationError as error:
        raise CannotSetError(value) from error
    found: Tree = tree.plain(read)
    return found


Setter = Callable[[Tree, str, str, str | None], None]
"""By the second part of a key and what follows it."""


def _special(folder: str, name: str, field: str) -> Setter | None:
    """What a plan's file does not hold as one value at one place."""
    match folder, name, field.partition("/")[0]:
        case "targets", _, _ if "/" not in field:
            return _target
        case "baselines", _, _:
            return _baseline
        case "outline", _, _:
            return _heading
        case "plan", "recipients", _:
            return _recipients
        case "indicators", _, "id":
            return _rename
        case "indicators", _, "objective":
            return _move
        case "duties", _, "bodies":
            return _roles
        case "indicators", _, "breaks":
            return _break
        case _:
            return None


def _read(how: Form, value: str | None) -> Any:
    if value is None:
        raise CannotSetError("nothing")
    try:
        return how.read(value)
    except ValueError as error:
        raise CannotSetError(value) from error


def _leaf(holder: Tree, at: str, how: Form, value: str | None) -> None:
    if value is None:
        holder.pop(at, None)
        return
    read = _read(how, value)
    if how in _WORDS and isinstance(read, str):
        read = _in_vietnamese(read, holder.get(at))
    holder[at] = list(read) if isinstance(read, tuple) else read


def _in_vietnamese(text: str, before: Any) -> Tree:
    """Words with the translation that they have: that is told under a key of its own."""
    english = before.get("en") if isinstance(before, dict) else None
    return {"vi": text, "en": english} if english else {"vi": text}


def _translation(root: Tree, key: str, value: str | None) -> None:
    folder, _, rest = key.partition("/")
    name, _, field = rest.partition("/")
    if folder == "outline":
        holder, at = tree.find(root.get("outline", []), "clause", rest), "heading"
    elif folder == "targets" and "/" not in field:
        holder, at = tree.target(root, name, field), "in_words"
    else:
        holder, at = _place(root, folder, name, field)
    words = tree.inside(holder, at)
    if "vi" not in words:
        raise CannotSetError(key)
    words.pop("en", None)
    if value is not None:
        words["en"] = _read(form.LINE, value)


def _place(root: Tree, folder: str, name: str, field: str) -> tuple[Tree, str]:
    """The mapping that holds a single value, and its name there."""
    within, _, rest = field.partition("/")
    match folder:
        case "plan":
            *path, last = [name, *field.split("/")] if field else [name]
            holder = root
            for step in path:
                holder = holder.setdefault(step, {})
            return holder, last
        case "abbreviations":
            return root.setdefault(folder, {}), f"{name}/{field}" if field else name
        case "targets":
            return tree.target(root, name, within), rest
        case "allocations":
            table = tree.inside(tree.indicator(root, name), "allocation")
            return table.setdefault("shares", {}), field
        case "indicators":
            one = tree.indicator(root, name)
            return (tree.inside(one, within), rest) if rest else (one, field)
        case "duties" if field in fields.TIMING:
            return tree.item(root, folder, name).setdefault("when", {}), field
        case _:
            return tree.item(root, folder, name), field


def _target(root: Tree, name: str, period: str, value: str | None) -> None:
    """The comparison; a target that comes back takes the clause of what it lies in."""
    one = tree.indicator(root, name)
    targets = one.setdefault("targets", {})
    if value is None:
        targets.pop(period, None)
        return
    read = tree.plain(_read(form.TARGET, value))
    was = targets.get(period)
    if was is None:
        around = (*tree.clauses(one), *tree.clauses(tree.objective_of(root, name)))
        targets[period] = {"clause": around[0], **read}
        return
    kept = {at: said for at, said in was.items() if at not in COMPARISONS}
    if "about" in was or "about" in read:
        kept.pop("tolerance", None)
    if "in_words" in read:
        read = {"in_words": _in_vietnamese(read["in_words"]["vi"], was.get("in_words"))}
    targets[period] = {**kept, **read}


def _baseline(root: Tree, name: str, _field: str, value: str | None) -> None:
    one = tree.indicator(root, name)
    if value is None:
        one.pop("baseline", None)
        return
    period, number = _read(form.BASELINE, value)
    clause = {at: said for at, said in one.get("baseline", {}).items() if at == "clause"}
    one["baseline"] = {"period": period, "value": number, **clause}


def _break(root: Tree, name: str, field: str, value: str | None) -> None:
    one, (_, day, *more) = tree.indicator(root, name), field.split("/")
    standing = next((b for b in one.get("breaks", []) if str(b["from"]) == day), None)
    if more:
        if standing is None:
            raise CannotSetError(field)
        _leaf(standing, more[0], form.FLAG, value)
        return
    content = None if value is None else _read(form.BREAK, value)
    if content is not None and standing is not None and "targets_hold" in standing:
        content = {**content, "targets_hold": standing["targets_hold"]}
    others = [b for b in one.get("breaks", []) if b is not standing]
    told = others if content is None else [*others, content]
    one["breaks"] = sorted(told, key=lambda b: str(b["from"]))


def _heading(root: Tree, clause: str, _field: str, value: str | None) -> None:
    outline: list[Tree] = root.setdefault("outline", [])
    standing = next((one for one in outline if one["clause"] == clause), None)
    content = None
    if value is not None:
        words = _in_vietnamese(_read(form.WORDS, value), (standing or {}).get("heading"))
        content = {"clause": clause, "heading": words}
    tree.put(root, outline, standing, content)


_BETWEEN_LINES = " · "


def _recipients(root: Tree, name: str, _field: str, value: str | None) -> None:
    """Lines that stand as they are keep their parts; of the others only the words are known."""
    said = [] if value is None else _read(form.LINE, value).split(_BETWEEN_LINES)
    known = {_line(one): one for one in root.get(name, [])}
    root[name] = [known.get(line, {"text": line}) for line in said]


def _line(recipient: Tree) -> str:
    parts = (recipient.get(name) for name in ("text", "agency", "purpose"))
    return form.line("; ".join(part for part in parts if part))


def _rename(root: Tree, name: str, _field: str, value: str | None) -> None:
    tree.rename(root, name, _read(form.ID, value))


def _move(root: Tree, name: str, _field: str, value: str | None) -> None:
    tree.move(root, name, _read(form.ID, value))


def _roles(root: Tree, name: str, field: str, value: str | None) -> None:
    duty, body = tree.item(root, "duties", name), field.partition("/")[2]
    held = () if value is None else _read(form.IDS, value)
    if not set(held) <= set(SUPPORTING):
        raise CannotSetError(str(value))
    for role in SUPPORTING:
        members = [one for one in duty.get(role, []) if one != body or role in held]
        if role in held and body not in members:
            opened = bool(members) and members[-1] == OPEN_LIST
            members.insert(len(members) - opened, body)
        duty[role] = members
