"""Names that look alike: what a reader means by a misspelt column, id or word."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable
from functools import cached_property

_LOOK_ALIKE = str.maketrans(
    "авеёкмнорстухіјѕԁɡαοριτνυκ" "đðɖ" "‐‑‒–—−_ \t",
    "abeekmhopctyxijsdgaopitvuk" "ddd" "---------",
)  # fmt: skip
"""Cyrillic, Greek and other letters drawn like Latin ones, and dashes drawn like a hyphen."""
_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DIGIT_LIKE = str.maketrans("oli", "011")
_ENOUGH = 0.78
_LONGEST = 100


def fold(text: str) -> str:
    """Without case, diacritics, hidden characters and foreign look-alikes; spaces as hyphens."""
    text = unicodedata.normalize("NFKD", text.strip().translate(_HIDDEN).casefold())
    plain = "".join(char for char in text if not unicodedata.combining(char))
    return plain.strip().translate(_LOOK_ALIKE)


class Nearest:
    """Known names, asked many times for what was meant by an unknown one."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)

    @cached_property
    def _alike(self) -> dict[str, str]:
        """The first name of each shape; nobody asks for it where every name is known."""
        alike: dict[str, str] = {}
        for name in self.known:
            alike.setdefault(_skeleton(name), name)
        return alike

    def same_shape(self, word: str) -> str | None:
        """The name that differs from `word` only in what the eye does not see or mistakes."""
        return self._alike.get(_skeleton(word)) if len(word) <= _LONGEST else None

    def near(self, word: str) -> str | None:
        """The name meant, probably; None where nothing is near enough."""
        if len(word) > _LONGEST:
            return None
        if alike := self.same_shape(word):
            return alike
        return nearest(fold(word), self.known)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The most similar of `known`, if similar enough to be worth saying."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=_ENOUGH)
    return close[0] if close else None


def _skeleton(text: str) -> str:
    return fold(text).translate(_DIGIT_LIKE)
