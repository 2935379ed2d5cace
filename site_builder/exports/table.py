"""CSV text that a spreadsheet may open without running anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The full-width ones too: a spreadsheet for East Asian scripts reads them as the plain ones."""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8, comma, CRLF as RFC 4180 has it; every cell that needs quotes gets them."""
    lines = [",".join(columns)]
    lines.extend(",".join(map(cell, row)) for row in rows)
    return ("\r\n".join(lines) + "\r\n").encode()


@lru_cache(maxsize=65536)
def cell(text: str) -> str:
    """One cell. Text that a spreadsheet would run as a formula gets a leading apostrophe.

    A plain negative number is a number and stays as it is (OWASP, CSV Injection). Kept, because
    ids, states, sources and files stand in row after row.
    """
    if text.startswith(FORMULA_STARTS) and not _is_number(text):
        text = "'" + text
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def number(value: Decimal | None) -> str:
    """The digits as they are, with a point; nothing for what is not known."""
    return "" if value is None else f"{value:f}"


def yes(value: bool) -> str:
    """A flag as every reader of CSV takes it."""
    return "true" if value else "false"


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()
