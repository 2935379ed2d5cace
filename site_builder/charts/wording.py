"""A label of a few lines, before it has found its place."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.charts.measure import shorten, text_width, wrap
from site_builder.charts.place import Room
from site_builder.charts.scene import XY, At, Label, Pinned, Strokes
from site_builder.charts.style import SMALL, TEXT, Role

_WIDEST = 190.0
_LINE = 1.15
_DESCENT = 0.28


@dataclass(frozen=True, slots=True)
class Wording:
    """The lines, each with its size; the label is first, what stands below it is smaller."""

    lines: tuple[tuple[str, float], ...]
    role: Role
    bold: bool

    @property
    def size(self) -> tuple[float, float]:
        """Its width and height."""
        wide = max(text_width(words, size, bold=self.bold) for words, size in self.lines)
        return wide + 4, sum(size for _, size in self.lines) * _LINE

    def marks(self, anchor: XY, room: Room, at: At) -> tuple[Pinned | Label, ...]:
        """The lines in the room found for them, and what leads to the anchor if it is far."""
        marks: list[Pinned | Label] = []
        if room.leader:
            line = tuple((x, y + anchor[1]) for x, y in room.leader)
            marks.append(Pinned(anchor[0], (Strokes((line,), self.role, 0.8),), at))
        shift = (room.area.left + room.area.right) / 2
        y = anchor[1] + room.area.top
        for words, size in self.lines:
            y += size * _LINE
            label = Label(
                anchor[0], y - size * _DESCENT, words, self.role, size,
                anchor="middle", bold=self.bold, halo=True, shift=shift, at=at,
            )  # fmt: skip
            marks.append(label)
        return tuple(marks)


def worded(lines: tuple[str, ...], role: Role, *, bold: bool) -> Wording:
    """The lines in their sizes; a label that is too long runs on, and is shortened at last."""
    first = [(words, TEXT) for words in _run_on(lines[0], bold=bold)]
    others = [(shorten(words, _WIDEST, SMALL, bold=bold), SMALL) for words in lines[1:]]
    return Wording((*first, *others), role, bold)


def _run_on(words: str, *, bold: bool) -> tuple[str, ...]:
    """A label in two lines where one is not enough; what tells it from others is the first."""
    if text_width(words, TEXT, bold=bold) <= _WIDEST:
        return (words,)
    apart, colon, number = words.partition(": ")
    if colon and text_width(apart, TEXT, bold=bold) <= _WIDEST:
        return f"{apart}:", shorten(number, _WIDEST, TEXT, bold=bold)
    return tuple(wrap(words, _WIDEST, TEXT, bold=bold, lines=2))
