"""The mark of illustrative data inside the picture, so that a screenshot carries it."""

from __future__ import annotations

from site_builder.charts.measure import text_width
from site_builder.charts.scene import Box, Label, Pinned, Sketch, Watermark
from site_builder.charts.style import SMALL
from site_builder.charts.words import ILLUSTRATIVE
from site_builder.terms.text import Lang

HEAD = 26.0
"""The height of the row that holds the band."""
_WATERMARK = 27.0
_EVERY = 300.0
"""How far apart watermarks stand in a tall picture: no screen of it is without one."""


def band_width(lang: Lang) -> float:
    """How much of the first row the band takes."""
    return text_width(ILLUSTRATIVE.of(lang), SMALL, bold=True) + 16


def mark_illustrative(sketch: Sketch, lang: Lang, width: float, top: float, bottom: float) -> None:
    """The band at the top right, and below everything else the words across the picture."""
    sketch.marks[:0] = _watermarks(lang, width, top, bottom)
    sketch.add(_band(lang, width))


def _band(lang: Lang, right: float) -> Pinned:
    """The words on a ground of their own."""
    width = band_width(lang)
    words = Label(-width / 2, 16, ILLUSTRATIVE.of(lang), "note", SMALL, anchor="middle", bold=True)
    ground = Box(-width, 1, width, HEAD - 5, "note-surface", "note", 1.0, (3.0, 2.0))
    return Pinned(right, (ground, words))


def _watermarks(lang: Lang, width: float, top: float, bottom: float) -> tuple[Watermark, ...]:
    """Once or at intervals; level and smaller in a low picture."""
    count = max(1, round((bottom - top) / _EVERY))
    step = (bottom - top) / count
    size = min(_WATERMARK, step / 3)
    angle = 14.0 if step > 150 else 0.0
    return tuple(
        Watermark(width / 2, top + step * (n + 0.5) + size / 2, ILLUSTRATIVE.of(lang), size, angle)
        for n in range(count)
    )
