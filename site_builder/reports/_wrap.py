"""Sentences broken to the width of a screen, measured as the screen shows them."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.reports._escape import columns, no_command

NARROWEST = 20
"""Columns that a sentence is given on however narrow a screen."""


def wrap(text: str, width: int) -> list[str]:
    """`text` in one or more lines of at most `width` columns, broken at spaces; a word wider than
    a line is broken anywhere but before a combining mark."""
    first, *others = _lines(text, max(width, NARROWEST))
    # What a cell holds comes to stand at the start of these.
    return [first, *map(no_command, others)]


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _words(text):
        if line and columns(line) + 1 + columns(word) <= width:
            line += f" {word}"
            continue
        if line:
            yield line
        *full, line = _pieces(word, width)
        yield from full
    yield line


def _words(text: str) -> list[str]:
    """The words between spaces; a space that carries a combining mark separates nothing."""
    words: list[str] = []
    for word in text.split(" "):
        if words and word and columns(word[0]) == 0:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in pieces of at most `width` columns."""
    piece, taken = "", 0
    for char in word:
        wide = columns(char)
        if piece and taken + wide > width:
            yield piece
            piece, taken = "", 0
        piece += char
        taken += wide
    yield piece
