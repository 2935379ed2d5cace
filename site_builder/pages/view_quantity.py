"""A number as pages show it: in the way of the language, with its unit or without."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from site_builder.model.base import Words
from site_builder.pages.view import text
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Lang, Text


def quantity(value: Decimal, unit: Words) -> Text:
    """A number and its unit: `22.000 đoàn viên`, `39,7 %`, in English `39.7%`."""
    return _quantity(value, unit.vi, "%" if unit.vi == "%" else text(unit).en)


@lru_cache(maxsize=65536)
def _quantity(value: Decimal, unit: str, unit_en: str) -> Text:
    return Text(_in_unit(value, unit, "vi"), _in_unit(value, unit_en, "en"))


def quantity_bare(value: Decimal) -> Text:
    """A number without its unit."""
    return Text(format_number(value, "vi"), format_number(value, "en"))


def _in_unit(value: Decimal, name: str, lang: Lang) -> str:
    number = format_number(value, lang)
    if name == "%" and lang == "en":
        return f"{number}%"
    space = "\N{NO-BREAK SPACE}" if name == "%" else " "
    return f"{number}{space}{name}"
