"""How values are written on a page of one language: numbers, dates, periods, wordings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from site_builder.model.base import Unknown, Words
from site_builder.terms.period import Period, format_date, format_date_long
from site_builder.terms.quantity import format_number
from site_builder.terms.text import BORROWED, Lang, Text, plain

Filter = Callable[..., Any]


def filters(lang: Lang) -> Mapping[str, Filter]:
    """The filters that need no template of their own, by the names that templates use."""
    return {
        "plain": _plain_vi if lang == "vi" else _plain_en,
        "num": partial(_number, lang),
        "pct": partial(_percent, lang),
        "date": partial(_date, lang),
        "date_long": partial(_date_long, lang),
        "period": partial(_period, lang),
    }


def is_unknown(value: object) -> bool:
    """Whether the source does not let us know it; in templates `value is unknown`."""
    return isinstance(value, Unknown)


def words(lang: Lang, foreign: Callable[[str], str]) -> Filter:
    """The filter for wordings of documents; `foreign` marks up one in the other language."""

    def vietnamese(value: Words) -> str:
        return value.vi

    def translated(value: Words) -> str:
        return value.en or foreign(value.vi)

    return vietnamese if lang == "vi" else translated


def say(lang: Lang, foreign: Callable[[str], str]) -> Filter:
    """The filter for the site's own words; `foreign` marks up what they borrow from a document."""

    def vietnamese(text: Text) -> str:
        return text.vi

    def english(text: Text) -> str:
        words = text.en
        if BORROWED[0] not in words:
            return words
        pieces = _BORROWED.split(words)
        # Every second piece is what stood between the marks.
        return Markup("").join(
            foreign(piece) if at % 2 else piece for at, piece in enumerate(pieces) if piece
        )

    return vietnamese if lang == "vi" else english


_BORROWED = re.compile(f"{BORROWED[0]}([^{BORROWED[1]}]*){BORROWED[1]}")


def _plain_vi(text: Text) -> str:
    return text.vi


def _plain_en(text: Text) -> str:
    return plain(text.en)


@lru_cache(maxsize=65536)
def _number(lang: Lang, value: Decimal | int, places: int | None = None) -> str:
    """A number; `places` is the most decimals that are shown."""
    return format_number(Decimal(value), lang, places=places)


@lru_cache(maxsize=65536)
def _percent(lang: Lang, value: Decimal, places: int = 1) -> str:
    """A value in percent: `39,7 %` (the space does not break), in English `39.7%`."""
    space = "\N{NO-BREAK SPACE}" if lang == "vi" else ""
    return f"{format_number(value, lang, places=places)}{space}%"


@lru_cache(maxsize=65536)
def _date(lang: Lang, value: dt.date | Period) -> str:
    """A day, or a period with no more precision than it has."""
    return value.words(lang) if isinstance(value, Period) else format_date(value, lang)


@lru_cache(maxsize=4096)
def _date_long(lang: Lang, value: dt.date | Period) -> str:
    """A day as the head of a document writes it; coarser periods in their own words."""
    if isinstance(value, Period):
        if value.kind != "day":
            return value.words(lang)
        value = value.start
    return format_date_long(value, lang)


@lru_cache(maxsize=65536)
def _period(lang: Lang, value: Period) -> str:
    return value.words(lang)
