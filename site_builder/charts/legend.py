"""The key below a picture: samples with their words, in rows that wrap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_builder.charts.measure import shorten, text_width
from site_builder.charts.scene import XY, Label, Mark, Sketch
from site_builder.charts.style import EDGE, SMALL, WIDTH

SAMPLE = 26.0
"""The width kept for each sample."""
_ROW = 25.0
_GAP = 8.0
_BETWEEN = 20.0


Sample = Callable[[XY], tuple[Mark, ...]]
"""Draws a sample around a centre."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the key: its words and its sample."""

    words: str
    sample: Sample


def add_legend(sketch: Sketch, entries: Iterable[Entry]) -> None:
    """The entries below what is drawn so far; an entry wider than a row is shortened."""
    x, y = EDGE, sketch.bottom + _ROW / 2
    for entry in entries:
        words = shorten(entry.words, WIDTH - 2 * EDGE - SAMPLE - _GAP, SMALL)
        width = SAMPLE + _GAP + text_width(words, SMALL)
        if x > EDGE and x + width > WIDTH - EDGE:
            x, y = EDGE, y + _ROW
        sketch.add(*entry.sample((x + SAMPLE / 2, y)))
        sketch.add(Label(x + SAMPLE + _GAP, y + SMALL * 0.36, words, size=SMALL))
        x += width + _BETWEEN
        sketch.bottom = y + _ROW / 2


def add_note(sketch: Sketch, text: str) -> None:
    """A quiet line of text below what is drawn so far."""
    sketch.bottom += _ROW
    words = shorten(text, WIDTH - 2 * EDGE, SMALL)
    sketch.add(Label(EDGE, sketch.bottom - 6, words, role="muted", size=SMALL))
