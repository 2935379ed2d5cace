"""What remains of a file when its faulty items are taken out, so that the rest is checked too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from site_builder.model.plan import Plan
from site_builder.sources.yaml_tree import Path


@dataclass(frozen=True, slots=True)
class Partial:
    """The sound remainder of a plan, and which paths of the file were taken out of it."""

    plan: Plan
    cuts: frozenset[Path]

    def path_in_file(self, path: Path) -> Path:
        """Where something of the remainder stands in the file: list items count those cut out."""
        found: Path = ()
        for step in path:
            found = (*found, self._index_in_file(found, step) if isinstance(step, int) else step)
        return found

    def _index_in_file(self, parent: Path, index: int) -> int:
        place = -1
        for _ in range(index + 1):
            place += 1
            while (*parent, place) in self.cuts:
                place += 1
        return place


def salvage(root: Any, faulty: Iterable[Path]) -> Partial | None:
    """The plan without its faulty list items and optional keys; None where too little is left."""
    cuts = frozenset(_cut(path) for path in faulty)
    if () in cuts or not isinstance(root, dict):
        return None
    try:
        plan = Plan.model_validate(_without(root, (), cuts), by_name=False, by_alias=True)
    except ValidationError:
        return None
    return Partial(plan, cuts)


def _cut(path: Path) -> Path:
    """The smallest whole item around a fault: a list's element, else the file's own key."""
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            return path[:length]
    return path[:1]


def _without(node: Any, path: Path, cuts: frozenset[Path]) -> Any:
    if isinstance(node, dict):
        return {
            key: _without(value, (*path, key), cuts)
            for key, value in node.items()
            if (*path, key) not in cuts
        }
    if isinstance(node, list):
        return [
            _without(value, (*path, n), cuts)
            for n, value in enumerate(node)
            if (*path, n) not in cuts
        ]
    return node
