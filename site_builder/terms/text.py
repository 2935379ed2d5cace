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
        return Text(
            self.vi.format(**{k: _plain(v, "vi") for k, v in values.items()}),
            self.en.format(**{k: _plain(v, "en") for k, v in values.items()}),
        )


def same(text: str) -> Text:
    """A text that reads the same in both languages: a name, a number, a code."""
    return Text(text, text)


def _plain(value: object, lang: Lang) -> object:
    return value.of(lang) if isinstance(value, Text) else value
