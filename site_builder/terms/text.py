"""Bilingual wording: a Vietnamese and an English text that cannot be told apart by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")
BORROWED = ("\ufdd0", "\ufdd1")
"""Stand around Vietnamese words inside an English wording: a page must mark their language. Both
are noncharacters, which no text that is interchanged may hold."""


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages, declared together so that neither drifts from the other."""

    vi: str
    en: str

    def of(self, lang: Lang) -> str:
        """The wording in `lang` as plain text, without the marks of borrowed words."""
        return self.vi if lang == "vi" else plain(self.en)

    def fill(self, **values: object) -> Text:
        """The same wording with `{name}` places filled; a `Text` value is filled per language."""
        vi, en = values, values.copy()
        for name, value in en.items():
            if isinstance(value, Text):
                vi[name], en[name] = value.vi, value.en
        return Text(self.vi.format(**vi), self.en.format(**en))


def same(text: str) -> Text:
    """A text that reads the same in both languages: a name, a number, a code."""
    return Text(text, text)


def borrowed(vi: str, en: str | None) -> Text:
    """A wording that may lack its English: there it is the Vietnamese, marked as such."""
    opening, closing = BORROWED
    return Text(vi, en or f"{opening}{plain(vi)}{closing}")


def plain(words: str) -> str:
    """Without the marks of borrowed words, for places that hold text and nothing else."""
    return words.replace(BORROWED[0], "").replace(BORROWED[1], "")
