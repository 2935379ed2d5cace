"""The source line of a finding with carets below the place, both cut to the screen's width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.reports._escape import columns, pieces
from site_builder.reports._wrap import NARROWEST
from site_builder.terms.place import Spot

_MARK = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Two lines: the source, and below it a margin and the carets."""

    source: str
    margin: str
    carets: str


def excerpt(spot: Spot, width: int) -> Excerpt | None:
    """The excerpt in at most `width` columns; None where the line is blank."""
    if not spot.excerpt.strip():
        return None
    gutter = f"{spot.line:>5} │ "
    # An empty place has a caret all the same, which may stand behind the last letter.
    empty = min(spot.end_column, len(spot.excerpt) + 1) <= spot.column
    head, word, tail = _window(spot, max(width - len(gutter), NARROWEST) - empty)
    margin = " " * (len(gutter) - 2) + "│ " + " " * columns(head)
    return Excerpt(gutter + (head + word + tail).rstrip(), margin, "^" * max(columns(word), 1))


def _window(spot: Spot, room: int) -> tuple[str, str, str]:
    """What is shown before, of and after the place, in at most `room` columns together."""
    # Of a line of a megabyte only the neighbourhood is looked at.
    left = 0 if spot.column <= room * 4 else spot.column - room
    right = spot.column + room * 4
    line = pieces(spot.excerpt[left:right])
    start = spot.column - 1 - left
    end = min(max(spot.end_column - 1, spot.column) - left, len(line))
    first = _first(line, start, end, room) if left == 0 else _back(line, start, room)
    head = (_MARK if left or first else "") + "".join(line[first:start])
    word, whole = _fitting(line[start:end], room - columns(head))
    if not whole:
        return head, word, ""
    return head, word, _fitting(line[end:], room - columns(head) - columns(word))[0]


def _first(line: Sequence[str], start: int, end: int, room: int) -> int:
    """The first character shown: the line's own, unless that leaves too little of what follows."""
    wide = columns("".join(line[:end]))
    if wide <= room - room // 4 or wide + columns("".join(line[end:])) <= room:
        return 0
    return _back(line, start, room)


def _back(line: Sequence[str], start: int, room: int) -> int:
    """As far before the place as a third of the room."""
    first, taken = start, 0
    while first > 0:
        taken += columns(line[first - 1])
        if taken > room // 3:
            break
        first -= 1
    return first


def _fitting(line: Sequence[str], room: int) -> tuple[str, bool]:
    """As much of a line as fits, with a mark where it was cut, and whether that is all of it."""
    said, taken = "", 0
    for at, piece in enumerate(line):
        taken += columns(piece)
        if taken > (room if at == len(line) - 1 else room - 1):
            return said + _MARK * (columns(said) < room), False
        said += piece
    return said, True
