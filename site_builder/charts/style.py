"""The look that all charts share: sizes in CSS pixels, and colours by their role."""

from __future__ import annotations

from typing import Literal, get_args

VERSION = "9"
"""Part of every chart's key: raised whenever the same specification gives another picture."""

NARROW = 288.0
"""The width for which a chart is laid out: what a screen of 320 px leaves between its margins."""
WIDE = 520.0
"""From here on labels stand where there is room in a wide picture; the stylesheet says so too."""
WIDEST = 720.0
"""No timeline is drawn wider."""
TEXT = 13.0
SMALL = 12.0
FLAG = 11.0, 17.0
"""The width of a target's pennant and the height of its pole."""
STEP = 16
"""The room left of a picture comes in steps: `chart-left-3` in the stylesheet is three of them."""

Role = Literal[
    "text", "muted", "axis", "grid", "surface", "series", "path", "target", "as-of", "note",
    "note-surface", "share", "good", "ok", "slow", "bad", "none", "wait",
]  # fmt: skip
"""What a colour is for; each is the CSS variable `--chart-<role>`, set in `05-chart.css`."""

_MARKERS: dict[Role, str] = {role: f"#{n:06x}" for n, role in enumerate(get_args(Role), start=1)}
_VARIABLES = {marker: f"var(--chart-{role})" for role, marker in _MARKERS.items()}


def marker_colour(role: Role) -> str:
    """The stand-in with which matplotlib draws `role`; never black, which it would leave out."""
    return _MARKERS[role]


def css_colour(marker: str) -> str:
    """The CSS variable for a stand-in. Raises KeyError for a colour that no role stands for."""
    return _VARIABLES[marker]


def css_variable(role: Role) -> str:
    """The CSS variable for a role."""
    return _VARIABLES[_MARKERS[role]]
