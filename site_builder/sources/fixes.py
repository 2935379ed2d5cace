"""A fix: a fault that was mended by itself."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.terms.place import Spot


@dataclass(frozen=True, slots=True)
class Fix:
    """What was done, where, and by which rule's leave; both texts are raw."""

    code: str
    spot: Spot
    before: str
    after: str
