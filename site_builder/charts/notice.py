"""The mark of illustrative data inside the picture, so that a screenshot carries it."""

from __future__ import annotations

from site_builder.charts.measure import text_width
from site_builder.charts.scene import Box, Label, Mark, Sketch
from site_builder.charts.style import EDGE, SMALL, WIDTH
from site_builder.charts.words import ILLUSTRATIVE
from site_builder.terms.text import Lang

HEAD = 30.0
"""The height of the row that holds the band."""
_WATERMARK = 46.0
_EVERY = 380.0
"""How far apart watermarks stand in a tall picture: no screen of it is without one."""


def band(lang: Lang) -> tuple[Mark, ...]:
    """The words on a ground of their own, at the top right."""
    words = ILLUSTRATIVE.of(lang)
    width = text_width(words, SMALL, bold=True) + 20
    left = WIDTH - EDGE - width
    return (
        Box(left, 3, width, HEAD - 6, "note-surface", "note", 1.2),
        Label(left + width / 2, 20, words, "note", SMALL, "middle", bold=True),
    )


def watermarks(lang: Lang, top: float, bottom: float) -> tuple[Mark, ...]:
    """The words across the picture, faint, once or at intervals; smaller in a low picture."""
    count = max(1, round((bottom - top) / _EVERY))
    step = (bottom - top) / count
    size = min(_WATERMARK, step / 3)
    return tuple(
        Label(
            WIDTH / 2,
            top + step * (n + 0.5) + size / 2,
            ILLUSTRATIVE.of(lang),
            "note",
            size,
            "middle",
            bold=True,
            angle=16 if step > 150 else 0,
            opacity=0.13,
        )
        for n in range(count)
    )


def mark_illustrative(sketch: Sketch, lang: Lang, top: float, bottom: float) -> None:
    """Band and watermarks, the latter below everything else between `top` and `bottom`."""
    sketch.marks[:0] = watermarks(lang, top, bottom)
    sketch.add(*band(lang))
