"""A plan file edited at random, or written otherwise and saying the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml
from pydantic import ValidationError

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.repository import AGENCIES_FILE, DOCUMENTS_FILE, Repository
from site_builder.sources.filing import plan_id
from site_builder.sources.plans import read_plans
from tests.changes.repositories import Files

Path = tuple[str | int, ...]


def parsed(content: bytes) -> Any:
    """What the file says, every scalar a string as our own reader has it."""
    return yaml.load(content.decode(), Loader=yaml.CBaseLoader)


def dumped(root: Any, **style: Any) -> bytes:
    """The file again, in whatever form of YAML."""
    text: str = yaml.safe_dump(root, allow_unicode=True, sort_keys=False, **style)
    return text.encode()


def repository(files: Files) -> Repository:
    """Plans and lists without figures."""
    read = read_plans(files)
    return Repository(read.agencies, read.documents, read.plans, policy=read.policy)


def with_file(known: Repository, path: str, root: Any) -> Repository | None:
    """The repository with other content in one of its files; None where that does not fit."""
    try:
        if path == AGENCIES_FILE:
            return replace(known, agencies=AgenciesFile.model_validate(root).agencies)
        if path == DOCUMENTS_FILE:
            return replace(known, documents=DocumentsFile.model_validate(root).documents)
        plan = Plan.model_validate(root, by_name=False, by_alias=True)
    except ValidationError:
        return None
    return replace(known, plans={**known.plans, plan_id(path): plan})


def paths(node: Any, path: Path = ()) -> Iterator[Path]:
    """The path of everything in the file."""
    children: list[tuple[str | int, Any]] = []
    if isinstance(node, dict):
        children = list(node.items())
    elif isinstance(node, list):
        children = list(enumerate(node))
    for step, child in children:
        yield (*path, step)
        yield from paths(child, (*path, step))


def at(root: Any, path: Path) -> Any:
    for step in path:
        root = root[step]
    return root


def without(root: Any, path: Path) -> Any:
    """A copy without what stands at the path."""
    return _with(root, path, None, drop=True)


def replaced(root: Any, path: Path, value: Any) -> Any:
    """A copy with something else at the path."""
    return _with(root, path, value, drop=False)


def _with(node: Any, path: Path, value: Any, *, drop: bool) -> Any:
    step, *rest = path
    found: Any = dict(node) if isinstance(node, dict) else list(node)
    if rest:
        found[step] = _with(node[step], tuple(rest), value, drop=drop)
    elif drop:
        del found[step]
    else:
        found[step] = value
    return found


def shuffled(node: Any, chance: random.Random, key: str = "") -> Any:
    """The same with keys and lists in another order; a range of two numbers keeps its own."""
    if isinstance(node, dict):
        items = list(node.items())
        chance.shuffle(items)
        return {name: shuffled(value, chance, name) for name, value in items}
    if isinstance(node, list):
        items = [shuffled(item, chance) for item in node]
        if key != "between":
            chance.shuffle(items)
        return items
    return node


def variants(value: str) -> Iterator[str]:
    """Other values, of which some fit the place."""
    if value.isdigit():
        yield str(int(value) + 1)
    yield from _WORDS
    yield f"{value} nữa"
    yield f"{value}-nua"


_WORDS = (
    "true", "more", "less", "quarter", "year", "half_year", "stock", "index", "party", "union",
    "2024", "2024-03", "2024-03-05", "ldld-vung", "huyen-uy", "cd-a", "II", "7",
)  # fmt: skip
