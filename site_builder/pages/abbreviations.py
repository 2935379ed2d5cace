"""What the plans' abbreviations mean: every meaning with its plans, and those safe to explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages.collation import sort_key
from site_builder.pages.view import text
from site_builder.terms.text import Text

LETTERS = 3
"""Fewer letters mean too many things: `TT` is both “Thường trực” and “Thứ tự” in these plans."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of an abbreviation, and the plans that declare it."""

    words: Words
    plans: tuple[str, ...]
    """Ids."""


def abbreviations(repository: Repository) -> Mapping[str, tuple[Meaning, ...]]:
    """Every abbreviation as it is written, with its meanings; sorted as Vietnam sorts.

    Meanings that differ in capitals only are one; the first plan's wording stands for it.
    """
    found: dict[str, dict[str, tuple[Words, list[str]]]] = {}
    for plan_id, plan in repository.plans.items():
        for short, words in plan.abbreviations.items():
            _, plans = found.setdefault(short, {}).setdefault(words.vi.casefold(), (words, []))
            plans.append(plan_id)
    return {
        short: tuple(Meaning(words, tuple(plans)) for words, plans in found[short].values())
        for short in sorted(found, key=sort_key)
    }


def glossary(repository: Repository) -> Mapping[str, Text]:
    """What may be explained wherever it stands: one word, one meaning, three letters or more."""
    return {
        short: text(meanings[0].words)
        for short, meanings in abbreviations(repository).items()
        if len(meanings) == 1
        and sum(letter.isalpha() for letter in short) >= LETTERS
        and not any(letter.isspace() for letter in short)
    }
