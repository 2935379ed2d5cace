"""Keys with their lists, cut into small files so that a query needs few of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from site_builder.search.coding import rising

SHARD = 2_000
"""Characters of a file of keys, unless one list alone is longer."""
EVERYWHERE = "*"
"""Instead of a list of excerpts: so many have the word that it tells them apart no more."""
Found = Mapping[str, Sequence[int]]


def coded(found: Found, entries: int) -> dict[str, str]:
    """Every key with its list as characters, in the order in which the script compares keys.

    Words of titles and excerpts are found by their beginnings too: under `tco*` stand the entries
    of all words that begin with `co`, where there are several.
    """
    most = max(1_000, entries // 8)
    every = dict(found)
    for family in ("t", "b"):
        every.update(_beginnings(found, sorted(key for key in found if key[0] == family), 2))
    return {key: _code(key, every[key], most) for key in sorted(every, key=utf16)}


def utf16(key: str) -> bytes:
    """What scripts compare strings by."""
    return key.encode("utf-16-be")


def _code(key: str, numbers: Sequence[int], most: int) -> str:
    return EVERYWHERE if key[0] == "b" and len(numbers) > most else rising(numbers)


def _beginnings(
    found: Found, keys: Sequence[str], length: int
) -> Iterator[tuple[str, Sequence[int]]]:
    """`beginning*` and its entries, for every beginning of several keys that is so long or longer."""
    for beginning, members in groupby(keys, key=lambda key: key[:length]):
        below = tuple(members)
        if len(below) > 1:
            yield f"{beginning}*", sorted(set().union(*(found[key] for key in below)))
            longer = [key for key in below if len(key) > length]
            yield from _beginnings(found, longer, length + 1)


def cut(codes: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The files of keys, and for each the shortest text that tells it from the one before."""
    beginnings = [""]
    files: list[list[str]] = [[]]
    size, last = 0, ""
    for key, code in codes.items():
        record = f"{key}={code}"
        if size and size + len(record) > SHARD:
            beginnings.append(_shortest_after(last, key))
            files.append([])
            size = 0
        files[-1].append(record)
        size += len(record) + 1
        last = key
    return beginnings, [",".join(records) for records in files]


def _shortest_after(last: str, key: str) -> str:
    same = 0
    while same < len(last) and last[same] == key[same]:
        same += 1
    return key[: same + 1]
