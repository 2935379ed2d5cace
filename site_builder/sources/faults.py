"""What the models refuse, as places in the file: pydantic's errors without pydantic's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from site_builder.sources.shape import looks_unknown
from site_builder.sources.yaml_tree import Path, Tree
from site_builder.terms.place import Node


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit the language. `kind` is the schema's name for it."""

    file: str
    kind: str
    path: Path
    """To the faulty value; of a missing key, to the mapping that lacks it."""
    part: Literal["key", "value"]
    root: Any
    model: type[BaseModel]
    missing: str = ""
    context: Mapping[str, Any] | None = None

    @property
    def value(self) -> Any:
        """What stands there."""
        return value_at(self.root, self.path)

    @property
    def where(self) -> Node:
        """The place: a mapping or list is pointed at by its key."""
        if self.part == "value" and isinstance(self.value, (dict, list, type(None))):
            return Node(self.file, self.path, "key")
        return Node(self.file, self.path, self.part)

    @property
    def read(self) -> str:
        """What stands there, in a few words: a scalar itself, a mapping by its keys."""
        if self.part == "key" and self.path:
            return str(self.path[-1])
        return shown(self.value)


def shown(value: Any) -> str:
    """A scalar as it is; a mapping by its keys; a list by its first items."""
    if isinstance(value, dict):
        return "{" + ", ".join(map(str, value)) + "}"
    if isinstance(value, list):
        inner = [item if isinstance(item, str) else "…" for item in value[:5]]
        return "[" + ", ".join([*inner, *(["…"] if len(value) > 5 else [])]) + "]"
    return "" if value is None else str(value)


def value_at(root: Any, path: Path) -> Any:
    """The value at a path that exists."""
    for step in path:
        root = root[step]
    return root


def faults(
    file: str, model: type[BaseModel], tree: Tree, error: ValidationError, under: Path = ()
) -> Iterator[Fault]:
    """The error's faults; `under` is the path to what was validated, when not the whole file."""
    errors = error.errors(include_url=False, include_input=False)
    worded = {e["loc"][:n] for e in errors for n, s in enumerate(e["loc"]) if "Words" in str(s)}
    for one in errors:
        fault = _fault(file, model, tree, one, under, worded)
        if fault is not None and not _refused(fault.path, tree):
            yield fault


def _refused(path: Path, tree: Tree) -> bool:
    return any(path[:n] in tree.refused for n in range(len(path) + 1))


def _fault(
    file: str,
    model: type[BaseModel],
    tree: Tree,
    error: Any,
    under: Path,
    worded: set[tuple[int | str, ...]],
) -> Fault | None:
    """None for a complaint of an alternative that was not meant.

    `worded` holds the places where a wording is among the alternatives.
    """
    path = under
    value = value_at(tree.value, under)
    part: Literal["key", "value"] = "value"
    missing = ""
    loc = error["loc"]
    for n, step in enumerate(loc):
        if step == "[key]":
            part = "key"
        elif _has(value, step):
            path, value = (*path, step), value[step]
        elif error["type"] == "missing" and n == len(loc) - 1:
            missing = str(step)
        elif not _meant(step, value, loc[:n] in worded):
            return None
    if error["type"] == "extra_forbidden":
        part = "key"
    return Fault(file, error["type"], path, part, tree.value, model, missing, error.get("ctx"))


def _has(value: Any, step: Any) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _meant(tag: Any, value: Any, worded: bool) -> bool:
    """Whether the alternative named `tag` is the one that the author wrote.

    A mapping is a wording or says what is unknown; anything else was meant as the plain value.
    """
    if not isinstance(value, dict):
        return str(tag) != "Unknown"
    unknown = looks_unknown(value) or not worded
    if str(tag) == "Unknown":
        return unknown
    return "Words" in str(tag) and not unknown
