"""Names in the order of a Vietnamese dictionary: letters first, then tones, numbers by value."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Level, huyền, hỏi, ngã, sắc, nặng."""

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

_LETTER_RANK = {letter: rank for rank, letter in enumerate(LETTERS)}
_TONE_RANK = {mark: rank for rank, mark in enumerate(TONES)}
_PIECE = re.compile(r"(\d+)|(\s+)|(.)", re.DOTALL)
_SPACE, _NUMBER, _LETTER, _OTHER = 0, 1, 2, 3


@lru_cache(maxsize=16384)
def sort_key(name: str) -> SortKey:
    """The place of a name among others.

    Letters of the whole name decide first and tones only between equal letters; a shorter word
    comes before a longer one that it begins. Independent of any installed locale.
    """
    bases: list[tuple[int, int]] = []
    tones: list[int] = []
    for number, space, character in _PIECE.findall(unicodedata.normalize("NFC", name.casefold())):
        if number:
            bases.append((_NUMBER, int(number)))
        elif space:
            bases.append((_SPACE, 0))
        else:
            letter, tone = _split(character)
            rank = _LETTER_RANK.get(letter)
            bases.append((_OTHER, ord(letter)) if rank is None else (_LETTER, rank))
            tones.append(tone)
    return tuple(bases), tuple(tones), name


@cache
def _split(character: str) -> tuple[str, int]:
    """A character without its tone mark, and the tone's rank."""
    tone = 0
    kept = []
    for mark in unicodedata.normalize("NFD", character):
        if mark in _TONE_RANK:
            tone = _TONE_RANK[mark]
        else:
            kept.append(mark)
    letter = unicodedata.normalize("NFC", "".join(kept))
    return letter[:1], tone
