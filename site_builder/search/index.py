"""The index of one language: a list of contents, files of keys, and files of entries.

Every file is a script that hands its text to the page's own script: pages may load scripts from
wherever the site lies, from a file share too, where nothing else may be fetched. A file carries
the digest of the whole index, so that one that is left from an earlier site is not taken for new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from site_builder.search.coding import inert
from site_builder.search.entries import GROUPS, Entry
from site_builder.search.fold import words
from site_builder.search.postings import postings
from site_builder.search.shards import coded, cut
from site_builder.terms.text import Lang

BLOCK = 8
"""Entries in a file of entries."""
TITLE, EXCERPT = 160, 200
"""Characters that are kept to be shown; all words are found."""


def index(entries: Iterable[Entry], lang: Lang) -> Mapping[str, bytes]:
    """Every file of the index by its path below the site's root.

    Entries are numbered by group, and in it those with the shortest titles first: what a query
    leaves undecided is decided so, and the best results stand close together.
    """
    ordered = sorted(entries, key=_order)
    beginnings, keys = cut(coded(postings(ordered), len(ordered)))
    counts = (sum(one.group == group for one in ordered) for group in GROUPS)
    contents = {
        "groups": [heading.of(lang) for heading in GROUPS.values()],
        "ends": list(accumulate(counts)),
        "block": BLOCK,
        "keys": ",".join(beginnings),
    }
    data = {"index": inert(contents)}
    data |= {f"k{place}": inert(text) for place, text in enumerate(keys)}
    data |= {f"e{place}": inert(records) for place, records in enumerate(_blocks(ordered, lang))}
    digest = hashlib.sha256("\n".join(data.values()).encode()).hexdigest()[:8]
    return {
        f"assets/search/{lang}/{name}.js": f'plansite.put("{name}","{digest}",{text})\n'.encode()
        for name, text in data.items()
    }


def _order(entry: Entry) -> tuple[int, int, str, str]:
    title = [folded for _, folded in words(entry.title)]
    return _PLACES[entry.group], len(title), " ".join(title), entry.path


_PLACES = {group: place for place, group in enumerate(GROUPS)}


def _blocks(entries: Sequence[Entry], lang: Lang) -> list[list[list[str]]]:
    records = [_record(entry, lang) for entry in entries]
    return [records[first : first + BLOCK] for first in range(0, len(records), BLOCK)]


def _record(entry: Entry, lang: Lang) -> list[str]:
    """What is shown of an entry; a language is named only where it is not the page's."""
    return [
        _clipped(entry.title, TITLE),
        entry.path,
        _clipped(entry.excerpt, EXCERPT),
        "" if entry.title_lang == lang else entry.title_lang,
        "" if entry.excerpt_lang == lang else entry.excerpt_lang,
    ]


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
