"""The life of a body taken apart: its acts, its former names and its successors, each in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from site_builder.model import canonical as form
from site_builder.model.agency import Act, Agency
from site_builder.model.canonical import Form
from site_builder.terms.place import Step

ACTS = ("started_by", "ended_by")


class LifePart(NamedTuple):
    """One thing that is said of a body's life."""

    key: str
    """Below the body's own key."""
    field: str
    content: Any
    path: tuple[Step, ...]
    """Below the body's own entry."""


def _act(act: Act) -> str:
    return act.document if act.clause is None else f"{act.document} {act.clause}"


ACT = Form(_act, form.LINE.read)
LISTED = Form(form.whole, form.read_whole)
"""A former name or a successor as JSON. Nothing reads these back: no amendment names a body's life."""


def life_parts(agency: Agency) -> Iterator[tuple[LifePart, Form]]:
    """Acts, former names by their last day, successors by their id or name.

    The order in which successors are listed says nothing, nor does that of former names, which
    follows from their days.
    """
    for name in ACTS:
        act = getattr(agency, name)
        if act is not None:
            yield LifePart(name, name, act, (name,)), ACT
    former = ((one.until.text, one) for one in agency.renamed)
    yield from _listed("renamed", former)
    heirs = (
        (one.agency or (form.line(one.name.vi) if one.name is not None else ""), one)
        for one in agency.successors
    )
    yield from _listed("successors", heirs)


def _listed(field: str, found: Iterable[tuple[str, Any]]) -> Iterator[tuple[LifePart, Form]]:
    said: dict[str, list[tuple[str, int, Any]]] = {}
    for i, (name, one) in enumerate(found):
        said.setdefault(f"{field}/{name}", []).append((LISTED.write(one), i, one))
    for key, same in said.items():
        for count, (_, i, one) in enumerate(sorted(same, key=lambda told: told[0]), 1):
            at = key if count == 1 else f"{key}#{count}"
            yield LifePart(at, field, one, (field, i)), LISTED
