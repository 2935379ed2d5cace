"""Deeds that are one thing that happened: told once, with the list of what it happened to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from site_builder.pages import paths
from site_builder.pages.amended import Said
from site_builder.pages.deeds import Deed, slug
from site_builder.terms.text import Text

_Cause = tuple[str, object, str, object, object]
_MANY = Text("{n} chỉ tiêu", "{n} indicators")


def together(deeds: Iterable[Deed]) -> list[Deed]:
    """Breaks of several series of a plan on one day, by one act and for one reason, as one.

    All other deeds stay as they are.
    """
    found: list[Deed] = []
    broken: dict[_Cause, list[Deed]] = {}
    for deed in deeds:
        if deed.kind == "break":
            cause = (deed.plan_id, deed.day, deed.document, deed.by, deed.note)
            broken.setdefault(cause, []).append(deed)
        else:
            found.append(deed)
    taken: dict[str, int] = {}
    merged = (alike[0] if len(alike) == 1 else _one(alike, taken) for alike in broken.values())
    return [*found, *merged]


def _one(alike: list[Deed], taken: dict[str, int]) -> Deed:
    """Several as one; `taken` counts the anchors that are given."""
    first = alike[0]
    day = first.day.isoformat() if first.day else "chua-ro"
    anchor = f"ngat-{slug(first.plan_id)}-{day}-{first.document or 'chua-ro'}"
    taken[anchor] = taken.get(anchor, 0) + 1
    return replace(
        first,
        anchor=anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}",
        subject=_MANY.fill(n=len(alike)),
        path=paths.plan(first.plan_id),
        lines=tuple(Said(None, one.subject, one.path, None, None) for one in alike),
    )
