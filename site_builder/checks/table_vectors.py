"""Columns of codes, taken as vectors where a table is large and as plain numbers where it is not.

numpy takes 0.1 s to import and pays only for large tables: a check of a small repository must not
wait for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from math import prod
from typing import Any

from site_builder.sources.table_draft import Codes

LARGE = 50_000
GLANCE = 8.0
"""A value fewer times larger than the one before it is passed at a glance."""
_MOST_MARKS = 1 << 24
_MOST_PACKED = 1 << 62


def recode(codes: Codes, table: Sequence[int]) -> Codes:
    """Each code replaced by what `table` gives for it."""
    if len(codes) < LARGE:
        return array("i", map(table.__getitem__, codes))
    import numpy as np

    found = array("i")
    found.frombytes(np.asarray(table, dtype=np.int32)[_vector(codes)].tobytes())
    return found


def distinct(columns: Sequence[Codes], sizes: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """Each combination of codes that some row has, once; `sizes` are the numbers of codes."""
    if len(columns[0]) < LARGE or prod(sizes) > _MOST_PACKED:
        return set(zip(*columns, strict=True))
    import numpy as np

    keys = _packed(columns, sizes)
    if prod(sizes) <= _MOST_MARKS:
        marks = np.zeros(prod(sizes), dtype=np.bool_)
        marks[keys] = True
        found = np.flatnonzero(marks)
    else:
        keys.sort()
        found = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    return zip(*(codes.tolist() for codes in np.unravel_index(found, sizes)), strict=True)


def rows_with(columns: Sequence[Codes], wanted: Collection[tuple[int, ...]]) -> list[int]:
    """The rows that have one of the wanted combinations of codes."""
    return [row for row, codes in enumerate(zip(*columns, strict=True)) if codes in wanted]


def rows_of(codes: Codes, wanted: Collection[int], size: int) -> Sequence[int]:
    """The rows that have one of the wanted codes, of which there are `size` in all."""
    if len(codes) < LARGE:
        return [row for row, code in enumerate(codes) if code in wanted]
    import numpy as np

    marks = np.zeros(size, dtype=np.bool_)
    marks[list(wanted)] = True
    rows: list[int] = np.flatnonzero(marks[_vector(codes)]).tolist()
    return rows


def keys(columns: Sequence[Codes], sizes: Sequence[int]) -> Sequence[int]:
    """For each row one number that is the same for rows with the same codes, in order of codes."""
    if len(columns[0]) >= LARGE and prod(sizes) <= _MOST_PACKED:
        packed: list[int] = _packed(columns, sizes).tolist()
        return packed
    found: Sequence[int] = columns[0]
    for codes, size in zip(columns[1:], sizes[1:], strict=True):
        found = [key * size + code for key, code in zip(found, codes, strict=True)]
    return found


def repeated(keys: Sequence[int], left_out: Collection[int]) -> list[list[int]]:
    """Groups of rows, two or more, that have the same key; rows in `left_out` do not count."""
    suspects: Iterable[int] = range(len(keys))
    if len(keys) >= LARGE and max(keys) < _MOST_PACKED:
        import numpy as np

        vector = np.array(keys, dtype=np.int64)
        order = np.argsort(vector, kind="stable")
        same = np.flatnonzero(vector[order[1:]] == vector[order[:-1]])
        suspects = sorted({*order[same].tolist(), *order[same + 1].tolist()})
    groups: dict[int, list[int]] = {}
    for row in suspects:
        if row not in left_out:
            groups.setdefault(keys[row], []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def restless(
    series: Sequence[int], ranks: Sequence[int], values: Sequence[float], falls: Sequence[float]
) -> set[int]:
    """Series with a value far from the one before it, up or down.

    Rows are given in any order; `ranks` puts those of a series in order of time. `falls` says for
    each row how many times smaller a value must be to count: 1 where any fall does.
    """
    if len(series) < LARGE:
        return set(series)
    import numpy as np

    groups, times, numbers = np.array(series), np.array(ranks), np.array(values)
    order = np.lexsort((times, groups))
    groups, numbers, factors = groups[order], numbers[order], np.array(falls)[order]
    before, after = numbers[:-1], numbers[1:]
    odd = (after * factors[1:] < before) | (after > before * GLANCE)
    return set(groups[1:][odd & (groups[1:] == groups[:-1])].tolist())


def _packed(columns: Sequence[Codes], sizes: Sequence[int]) -> Any:
    packed = _vector(columns[0]).astype("int64")
    for codes, size in zip(columns[1:], sizes[1:], strict=True):
        packed *= size
        packed += _vector(codes)
    return packed


def _vector(codes: Codes) -> Any:
    import numpy as np

    return np.frombuffer(codes, dtype=np.int32)
