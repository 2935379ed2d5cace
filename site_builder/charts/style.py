"""The look that all charts share: sizes in units of the viewBox, and colours by their role."""

from __future__ import annotations

from typing import Literal, get_args

VERSION = "1"
"""Part of every chart's key: raised whenever the same specification gives another picture."""

WIDTH = 560.0
"""Narrow on purpose: on a phone of 360 px the picture shrinks to two thirds, never to half."""
TEXT = 16.0
SMALL = 14.5
EDGE = 8.0
"""What stays free on every side."""

Role = Literal[
    "text", "muted", "axis", "grid", "surface", "series", "path", "target", "as-of", "note",
    "note-surface", "share", "good", "ok", "slow", "bad", "none", "wait",
]  # fmt: skip
"""What a colour is for; each is the CSS variable `--chart-<role>`, set in `chart.css`."""

_MARKERS: dict[Role, str] = {role: f"#{n:06x}" for n, role in enumerate(get_args(Role), start=1)}
_VARIABLES = {marker: f"var(--chart-{role})" for role, marker in _MARKERS.items()}


def marker_colour(role: Role) -> str:
    """The stand-in with which matplotlib draws `role`; never black, which it would leave out."""
    return _MARKERS[role]


def css_colour(marker: str) -> str:
    """The CSS variable for a stand-in. Raises KeyError for a colour that no role stands for."""
    return _VARIABLES[marker]
