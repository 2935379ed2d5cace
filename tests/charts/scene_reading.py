"""Where the words of a scene stand at one of its widths, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.charts.measure import text_width
from site_builder.charts.place import Area
from site_builder.charts.scene import Label, Pinned, Scene
from site_builder.charts.style import NARROW, WIDE

WIDE_STRETCH = WIDE / NARROW
"""Roughly where a picture begins to be wide; a little more where its left is kept free."""
STRETCHES = (1.0, 1.35, 1.7, 2.2, 3.0)
"""The last two, and the third where little is kept free at the left, are wide."""


def texts(scene: Scene, stretch: float) -> Iterator[tuple[Label, float, float]]:
    """Each label that is shown, its middle and its width; watermarks are none."""
    wide = (scene.width * stretch + scene.left) >= WIDE
    hidden = "narrow" if wide else "wide"
    for mark in scene.marks:
        if isinstance(mark, Pinned) and mark.at != hidden:
            for one in mark.marks:
                if isinstance(one, Label):
                    yield _placed(one, mark.x * stretch + one.x)
        elif isinstance(mark, Label) and mark.at != hidden:
            yield _placed(mark, mark.x * stretch)


def area(label: Label, middle: float, width: float) -> Area:
    """What the letters of a label take."""
    top, bottom = label.y - label.size * 0.72, label.y + label.size * 0.12
    return Area(middle - width / 2, top, middle + width / 2, bottom)


def _placed(label: Label, x: float) -> tuple[Label, float, float]:
    width = text_width(label.text, label.size, bold=label.bold)
    middle = {"start": width / 2, "middle": 0.0, "end": -width / 2}[label.anchor]
    return label, x + label.shift + middle, width
