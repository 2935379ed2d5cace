"""Entries for the tests of search."""

from __future__ import annotations

import random
from itertools import pairwise

from bench.search import Reader
from site_builder.search.entries import Entry
from site_builder.search.fold import words
from site_builder.search.index import index
from tests.conftest import ROOT


def entry(
    title: str, excerpt: str = "", *also: str, group: str = "duty", path: str = "plans/a/"
) -> Entry:
    """Something in Vietnamese to be found."""
    return Entry(group, path, title, "vi", excerpt, "vi", also)


def found(query: str, *those: Entry) -> list[str]:
    """The titles that a query shows, best first."""
    return Reader(index(those, "vi")).ask(query)


def mixed(count: int) -> list[Entry]:
    """Entries in the words of the shipped plans, each word followed by one that follows it there.

    Harder than a generated site, whose titles are all alike: every list is long and irregular.
    """
    chance = random.Random(7)
    text = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "plans").rglob("*.yml")))
    said = [word.written for word in words(text)]
    after: dict[str, list[str]] = {}
    for word, following in pairwise(said):
        after.setdefault(word, []).append(following)

    def phrase(length: int) -> str:
        chosen = [chance.choice(said)]
        while len(chosen) < length:
            chosen.append(chance.choice(after.get(chosen[-1], said)))
        return " ".join(chosen)

    groups = ("plan", *("indicator",) * 10, *("agency",) * 6, *("duty",) * 20, *("clause",) * 8)
    return [
        entry(
            phrase(chance.randint(3, 16)),
            phrase(chance.randint(10, 40)),
            group=chance.choice(groups),
            path=f"plans/vung-{number % 500}/ke-hoach/#nhiem-vu-{number}",
        )
        for number in range(count)
    ]
