"""Which entries a key leads to. A key is a word in one of four families, by its first letter.

- `tcong`: a title (or another name) has the word; `wcông`: it is written so there
- `pcong doan`: the two words stand side by side in a title; `$` ends it; `p^ cong doan`: it begins
  with the two, `p^ cong` with the one
- `bcong`: an excerpt has the word, its title has not
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from site_builder.search.entries import Entry
from site_builder.search.fold import words


def postings(entries: Sequence[Entry]) -> Mapping[str, list[int]]:
    """The numbers of the entries under each key, rising."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in _keys(entry):
            found[key].append(number)
    return found


def _keys(entry: Entry) -> set[str]:
    keys: set[str] = set()
    named: set[str] = set()
    for found in filter(None, map(words, (entry.title, *entry.also))):
        before = "^"
        for written, folded in found:
            named.add(folded)
            if written != folded:
                keys.add(f"w{written}")
            keys.add(f"p{before} {folded}")
            before = folded
        keys.add(f"p{before} $")
        keys.add(" ".join(("p^", *(folded for _, folded in found[:2]))))
    keys |= {f"t{folded}" for folded in named}
    return keys | {f"b{folded}" for _, folded in words(entry.excerpt) if folded not in named}
