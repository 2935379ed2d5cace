"""Abbreviations explained where they stand: the first of each in a wording, with its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from site_builder.model.base import Words
from site_builder.terms.text import Lang, Text, plain

Mark = Callable[[str, str], str]
"""Markup for an abbreviation and its meaning, both given as plain text."""
Foreign = Callable[[str], str]
"""Markup for words in the other language; markup that it is given it must leave as it is."""

_APART = r"(?<![\w/&.-])({})(?!\w|[/&-]\w)"
"""Standing alone: in `277/KH-LĐLĐ`, a number, or within a word `LĐLĐ` is no abbreviation."""


def gloss(
    meanings: Mapping[str, Text], lang: Lang, mark: Mark, foreign: Foreign
) -> Callable[[Words], str]:
    """The filter for a document's wording, with the abbreviations in it explained.

    `meanings` are the abbreviations that mean one thing wherever they stand. Within a Vietnamese
    wording on an English page the meaning is given in both languages. A wording without any comes
    back as it is, to be escaped like every other text.
    """
    own = _Explainer({short: plain(text.of(lang)) for short, text in meanings.items()}, mark)
    both = _Explainer({short: _in_both(text) for short, text in meanings.items()}, mark)

    def vietnamese(words: Words) -> str:
        return own.explain(words.vi)

    def english(words: Words) -> str:
        return own.explain(words.en) if words.en else foreign(both.explain(words.vi))

    return vietnamese if lang == "vi" else english


def _in_both(meaning: Text) -> str:
    english = plain(meaning.en)
    return meaning.vi if english == meaning.vi else f"{meaning.vi} ({english})"


class _Explainer:
    """Explains, and keeps every answer: a wording is searched once for all pages that show it."""

    def __init__(self, meanings: Mapping[str, str], mark: Mark) -> None:
        self._meanings = meanings
        self._mark = mark
        longest_first = sorted(meanings, key=lambda short: (-len(short), short))
        any_of_them = "|".join(re.escape(short) for short in longest_first)
        self._pattern = re.compile(_APART.format(any_of_them)) if meanings else None
        self._known: dict[str, str] = {}

    def explain(self, wording: str) -> str:
        known = self._known.get(wording)
        if known is None:
            known = self._known[wording] = self._explained(wording)
        return known

    def _explained(self, wording: str) -> str:
        pieces = self._pattern.split(wording) if self._pattern else [wording]
        if len(pieces) == 1:
            return wording
        explained: set[str] = set()
        written = []
        for at, piece in enumerate(pieces):
            # Every second piece is what the pattern caught.
            if at % 2 and piece not in explained:
                explained.add(piece)
                written.append(self._mark(piece, self._meanings[piece]))
            else:
                written.append(escape(piece))
        return Markup("").join(written)


def once(html: str) -> str:
    """A page on which each abbreviation is explained where it stands first, and only there.

    Sixty explanations of the same word would be sixty stops for whoever goes by keyboard.
    """
    explained: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found[0] in explained:
            return found[1]
        explained.add(found[0])
        return found[0]

    return _EXPLAINED.sub(first, html) if "<abbr " in html else html


_EXPLAINED = re.compile(r'<abbr title="[^"]*">([^<]*)</abbr>')
