from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from site_builder.charts.style import Role, css_colour, marker_colour

CSS = Path(__file__).parents[2] / "templates" / "assets" / "chart.css"
READ_AS_TEXT = {"text", "muted", "series", "target", "as-of", "note"}


def _palettes() -> dict[str, dict[str, str]]:
    text = CSS.read_text(encoding="utf-8")
    light, dark = text.split("@media screen", 1)
    dark = dark.split(".chart {", 1)[0]
    found = re.compile(r"--chart-([a-z-]+):\s*(#[0-9a-f]{6})")
    return {"light": dict(found.findall(light)), "dark": dict(found.findall(dark))}


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_role_has_its_colour(theme: str) -> None:
    assert set(_palettes()[theme]) == set(get_args(Role))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stand_out(theme: str) -> None:
    """4.5 to 1 for text, 3 to 1 for shapes; the grid is decoration."""
    palette = _palettes()[theme]
    for role in set(palette) - {"surface", "grid", "note-surface"}:
        ground = "note-surface" if role == "note" else "surface"
        least = 4.5 if role in READ_AS_TEXT else 3.0
        assert _contrast(palette[role], palette[ground]) >= least, role


def test_stand_ins_are_all_different_and_never_black() -> None:
    markers = [marker_colour(role) for role in get_args(Role)]
    assert len(set(markers)) == len(markers)
    assert "#000000" not in markers
    assert css_colour(marker_colour("as-of")) == "var(--chart-as-of)"
    with pytest.raises(KeyError):
        css_colour("#ffffff")
