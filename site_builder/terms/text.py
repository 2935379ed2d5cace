"""Bilingual wording: a Vietnamese and an English text that cannot be told apart by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages, declared together so that neither drifts from the other."""

    vi: str
    en: str

    def of(self, lang: Lang) -> str:
        """The wording in `lang`."""
        return self.vi if lang == "vi" else self.en

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
