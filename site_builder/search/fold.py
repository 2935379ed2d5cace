"""Words without their diacritics: `công đoàn`, `Cong doan` and NFD all fold to the same.

The page's script (`templates/assets/js/search.js`) folds what is typed in exactly this way.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_STROKES = {"đ": "d", "ð": "d", "ɖ": "d"}
"""Letters whose stroke Unicode does not take off; the last two are mistaken for đ."""
LONGEST = 40
"""Letters of a word that count: whoever types so many has found it."""


class Word(NamedTuple):
    """A word as it stands, in lower case and NFC, and folded."""

    written: str
    folded: str


def fold(text: str) -> str:
    """Lower case, without marks and strokes."""
    spread = unicodedata.normalize("NFD", text.lower())
    return "".join(_STROKES.get(c, c) for c in spread if not _is_mark(c))


def words(text: str) -> list[Word]:
    """Every run of letters and digits, in order: `277/KH-LĐLĐ` has three."""
    return [word for piece in text.split() for word in _words(piece)]


@lru_cache(maxsize=1 << 17)
def _words(piece: str) -> tuple[Word, ...]:
    """The words between two spaces: such pieces come again and again, and are kept."""
    letters = unicodedata.normalize("NFC", piece.lower())
    runs = "".join(c if c.isalnum() or _is_mark(c) else " " for c in letters).split()
    folded = ((run, fold(run)) for run in runs)
    return tuple(Word(run[:LONGEST], plain[:LONGEST]) for run, plain in folded if plain)


def _is_mark(letter: str) -> bool:
    return letter > "\u02ff" and unicodedata.category(letter)[0] == "M"
