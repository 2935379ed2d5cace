"""The versions of targets and duties: what each said from when, and which document made it so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from site_builder.model import keys
from site_builder.model.amendment import Amendment
from site_builder.model.plan import Plan
from site_builder.progress.times import DutyVersion, Stand, TargetVersion

_T = TypeVar("_T")
Stands = tuple[Stand, ...]


class Histories:
    """The versions of everything in a plan, found in one walk through its states."""

    def __init__(self, stands: Stands) -> None:
        self._indicators = _walk(stands, lambda plan: {one.id: one for one in plan.indicators()})
        self._duties = _walk(stands, lambda plan: {one.id: one for one in plan.duties})

    def target(self, name: str, key: str) -> tuple[TargetVersion, ...]:
        """A target of the indicator `name`, oldest version first; empty where it never changed."""
        about = f"targets/{name}/{key}"
        stood = self._indicators.get(name, ())
        found = [(at, None if one is None else one.targets.get(key)) for at, one in stood]
        return tuple(
            TargetVersion(stand.day, target, *_cited(stand, about))
            for stand, target in _changes(found)
        )

    def duty(self, name: str) -> tuple[DutyVersion, ...]:
        """A duty, the oldest version first; empty where it never changed."""
        about = f"duties/{name}"
        return tuple(
            DutyVersion(stand.day, duty, *_cited(stand, about))
            for stand, duty in _changes(self._duties.get(name, ()))
        )


def _walk(
    stands: Stands, things: Callable[[Plan], dict[str, _T]]
) -> dict[str, list[tuple[Stand, _T | None]]]:
    """By id each state in which a thing is another object than in the state before, or is gone."""
    found: dict[str, list[tuple[Stand, _T | None]]] = {}
    before: dict[str, _T] = {}
    for stand in stands:
        now = things(stand.plan)
        for name in before.keys() - now.keys():
            found[name].append((stand, None))
        for name, one in now.items():
            if before.get(name) is not one:
                found.setdefault(name, []).append((stand, one))
        before = now
    return found


def _changes(stood: Iterable[tuple[Stand, _T | None]]) -> list[tuple[Stand, _T | None]]:
    """The versions of one thing, the first where it is there; nothing where it never changed."""
    versions: list[tuple[Stand, _T | None]] = []
    for stand, now in stood:
        if versions and now == versions[-1][1]:
            continue
        if versions or now is not None:
            versions.append((stand, now))
    original = len(versions) == 1 and versions[0][0].day is None
    return [] if original else versions


def _cited(stand: Stand, about: str) -> tuple[str, str]:
    """The document and clause that changed a thing, or what it is part of, in a version."""
    around = (about, *keys.wholes_around(about))
    names = {old: one.id for one in stand.plan.indicators() for old in one.formerly}
    cited = [
        amendment
        for amendment in stand.amendments
        if any(_is_about(keys.renamed(one.what, names), around) for one in amendment.changes)
    ]
    return _said(cited[-1]) if cited else ("", "")


def _is_about(what: str, around: tuple[str, ...]) -> bool:
    return what in around or what.startswith(f"{around[0]}/")


def _said(amendment: Amendment) -> tuple[str, str]:
    return amendment.document, amendment.clause or ""
