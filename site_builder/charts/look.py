"""How each tone of a status looks in a picture: by filling and hatch as well as by colour."""

from __future__ import annotations

from site_builder.charts.scene import Box
from site_builder.charts.style import Role
from site_builder.terms.status import Tone

_LOOKS: dict[Tone, tuple[Role, Role, str, tuple[float, ...]]] = {
    "good": ("good", "good", "", ()),
    "ok": ("surface", "ok", "//", ()),
    "slow": ("surface", "slow", "--", ()),
    "bad": ("surface", "bad", "xx", ()),
    "none": ("surface", "none", "", (4.0, 3.0)),
    "wait": ("surface", "wait", "", ()),
    "past": ("surface", "none", "\\\\", (1.5, 2.5)),
}
"""By tone: ground, edge and hatching, hatch, dash of the edge. No two are alike without colour."""


def segment(x: float, y: float, width: float, height: float, tone: Tone, title: str = "") -> Box:
    """A piece of a status strip."""
    face, edge, hatch, dash = _LOOKS[tone]
    return Box(x, y, width, height, face, edge, 1.6, dash, hatch, title)
