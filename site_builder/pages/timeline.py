"""Everything that happened or is decided, in order: what the page of changes and the feed tell."""

from __future__ import annotations

from dataclasses import replace

from site_builder.pages.alike import together
from site_builder.pages.deeds import KIND_WORDS, Deed
from site_builder.pages.deeds_bodies import body_deeds
from site_builder.pages.deeds_figures import figure_deeds
from site_builder.pages.deeds_plans import plan_deeds
from site_builder.progress.snapshot import Snapshot

LISTED = 300
"""So many of the newest stand on the page of changes; older ones on the pages of what they did."""
_ORDER = {kind: place for place, kind in enumerate(KIND_WORDS)}


def timeline(snapshot: Snapshot) -> list[Deed]:
    """Every deed known on the day, newest first; what has no day stands last."""
    found = [*plan_deeds(snapshot), *body_deeds(snapshot), *figure_deeds(snapshot)]
    ordered = sorted(together(found), key=_place)
    older = [replace(deed, listed=False) for deed in ordered[LISTED:]]
    return [*ordered[:LISTED], *older]


def listed(snapshot: Snapshot) -> frozenset[str]:
    """The anchors that stand on the page of changes."""
    return frozenset(deed.anchor for deed in timeline(snapshot) if deed.listed)


def _place(deed: Deed) -> tuple[bool, int, int, str]:
    day = deed.day.toordinal() if deed.day else 0
    return deed.day is None, -day, _ORDER[deed.kind], deed.anchor
