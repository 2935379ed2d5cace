"""The order of a document's clauses, and what lies within what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def document_order(outline: tuple[str, ...], named: Iterable[str]) -> tuple[str, ...]:
    """All clauses in order: the outline's own, each followed by what is named below it.

    A clause that hangs under nothing in the outline comes at the end.
    """
    below: dict[str, list[str]] = {}
    for number in dict.fromkeys(named):
        if number not in outline:
            parent = next((p for p in ancestors(number) if p in outline), "")
            below.setdefault(parent, []).append(number)
    ordered: list[str] = []
    for number in (*outline, ""):
        if number:
            ordered.append(number)
        ordered.extend(sorted(below.get(number, ()), key=_natural))
    return tuple(dict.fromkeys(ordered))


def ancestors(number: str) -> Iterator[str]:
    """The clauses that one lies within, nearest first: `III.2.1-3` → `III.2.1`, `III.2`, `III`."""
    stem, dash, _ = number.partition("-")
    if dash:
        yield stem
    while "." in stem:
        stem = stem.rpartition(".")[0]
        yield stem


def _natural(number: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.findall(r"(\d+)|([^\W\d]+)", number)
    return tuple((0, int(digits), "") if digits else (1, 0, word) for digits, word in pieces)
