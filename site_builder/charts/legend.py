"""The key below a picture: samples with their words, two in a row where they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_builder.charts.measure import shorten, text_width, wrap
from site_builder.charts.scene import XY, At, Box, Label, Pinned, Points, Sketch, Strokes
from site_builder.charts.style import SMALL

SAMPLE = 26.0
"""The width kept for each sample."""
_ROW = 22.0
_GAP = 6.0
_LINE = 17.0

Drawn = tuple[Strokes | Points | Box, ...]
Sample = Callable[[XY], Drawn]
"""Draws a sample around a centre."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the key: its words and its sample."""

    words: str
    sample: Sample


def add_legend(sketch: Sketch, entries: Iterable[Entry], width: float, left: float = 0.0) -> None:
    """The entries below what is drawn so far, in two columns; `left` is what lies left of x = 0.

    An entry wider than half the picture takes a row of its own; one wider than all of it is
    shortened.
    """
    whole = width + left
    half = whole / 2
    used = 2
    for entry in entries:
        needed = SAMPLE + 2 * _GAP + text_width(entry.words, SMALL)
        slots = 1 if needed <= half else 2
        if used + slots > 2:
            used = 0
            sketch.bottom += _ROW
        # Halfway between both edges of the whole, whatever its width becomes.
        at, shift = (width / 2, -left / 2) if used else (0.0, -left)
        room = (half if slots == 1 else whole) - SAMPLE - _GAP
        sketch.add(_entry(entry, at, shift, sketch.bottom - _ROW / 2, room))
        used += slots


def _entry(entry: Entry, at: float, shift: float, y: float, room: float) -> Pinned:
    words = shorten(entry.words, room, SMALL)
    label = Label(shift + SAMPLE + _GAP, y + SMALL * 0.36, words, size=SMALL)
    return Pinned(at, (*entry.sample((shift + SAMPLE / 2, y)), label))


def add_note(sketch: Sketch, text: str, room: float, left: float, at: At) -> None:
    """A quiet line of text below what is drawn so far, or two, at most as wide as `room`."""
    for line in wrap(text, room, SMALL):
        sketch.bottom += _LINE
        sketch.add(Label(0, sketch.bottom - 4, line, "muted", SMALL, shift=-left, at=at))
