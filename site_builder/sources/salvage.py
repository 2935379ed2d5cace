"""What remains of a file when its faulty items are taken out, so that the rest is checked too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from site_builder.model.plan import Plan
from site_builder.sources.yaml_tree import Path

_UNKNOWN = {"unknown": "…"}
_STAND_INS: Mapping[str, Any] = {
    "kind": "…",
    "number": _UNKNOWN,
    "title": "…",
    "issued": _UNKNOWN,
    "place": _UNKNOWN,
    "territory": "…",
    "signed_by": {"name": "…", "position": "…"},
    "period": {},
}
"""For what a plan must have, but on which the meaning of the rest does not hang: a misspelt
`territory` must not keep a wrong total from being told in the same run."""


@dataclass(frozen=True, slots=True)
class Partial:
    """The sound remainder of a plan, and which paths of the file were taken out of it."""

    plan: Plan
    cuts: frozenset[Path]
    stood_in: frozenset[str] = frozenset()
    """Keys that a plan must have and this one lacks, or has wrong."""

    def stands_in(self, path: Path) -> bool:
        """Whether a stand-in lies there: what is found of it was told of the fault itself."""
        return bool(path) and path[0] in self.stood_in

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
    if not isinstance(root, dict):
        return None
    rest = _without(root, (), cuts)
    stood_in = frozenset(_STAND_INS.keys() - rest.keys())
    rest |= {key: _STAND_INS[key] for key in stood_in}
    try:
        plan = Plan.model_validate(rest, by_name=False, by_alias=True)
    except ValidationError:
        return None
    return Partial(plan, cuts, stood_in)


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
