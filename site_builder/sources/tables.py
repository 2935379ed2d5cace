"""A CSV file → columns, with every fault of its form.

Columns hold codes: each distinct cell is kept once, so that a rule looks at a distinct value once,
however many rows there are. Sound files go through the standard library's strict reader; a file at
which it stops, or which seems to have swallowed rows, is read again with patience.
"""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.sources.table_bytes import UTF_16, clean_bytes, read_lines
from site_builder.sources.table_columns import MOST_COLUMNS, resolve
from site_builder.sources.table_draft import Codes, Draft, Words
from site_builder.sources.table_header import (
    EMPTY,
    HEADER_ONLY,
    Layout,
    find_layout,
    layout_findings,
)
from site_builder.sources.table_kinds import TableKind
from site_builder.sources.table_ragged import ragged_findings
from site_builder.sources.table_records import Record, read_records, swallowed
from site_builder.sources.table_rows import (
    huge_cells,
    quote_findings,
    rows_without_id,
)
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.text import Text

_CHUNK = 512
"""Rows read at a time: few enough that the garbage collector has nothing to walk through."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table by columns; `codes[name][r]` is the place of record r's cell in `words[name]`."""

    file: str
    count: int
    words: Mapping[str, Mapping[str, int]]
    codes: Mapping[str, Codes]
    skip: frozenset[int] = frozenset()
    """Records that are no rows of figures or cannot be read as one; already reported."""

    def cells(self, column: str) -> list[str]:
        """A column as plain texts, one a record."""
        texts = list(self.words[column])
        return [texts[code] for code in self.codes[column]]


@dataclass(frozen=True, slots=True)
class TableRead:
    """What a file yields: a table, unless nothing in it can be understood, and the findings."""

    table: Table | None
    findings: tuple[Finding, ...] = ()


def read_table(
    file: str,
    data: bytes,
    kind: TableKind,
    extra: Sequence[str] | None = (),
    words: Words | None = None,
) -> TableRead:
    """Read a table of that kind; `extra` are the breakdown columns that its plan declares,
    None if that is not known.

    `words` may be shared by tables that are judged together, so that a value has one code in all.
    Whatever can be read in spite of a fault is read, so that all faults are reported at once.
    """
    clean = clean_bytes(file, data)
    layout = find_layout(read_lines(clean.data))
    if layout is None:
        expected = Text("dòng tên cột và các dòng số liệu", "a header and rows of figures")
        empty = EMPTY.finding(Point(file), read="", expected=expected)
        return TableRead(None, (*clean.findings, empty))
    found = list(clean.findings)
    found += layout_findings(
        file,
        layout,
        next(iter(read_lines(clean.data))),
        kind,
        unicode_text=any(finding.code == UTF_16.code for finding in found),
    )
    columns = _columns(file, layout, kind, extra, found)
    if columns is None:
        return TableRead(None, tuple(found))
    draft = _read(file, clean.data, layout, columns, words)
    if draft.count == 0:
        expected = Text("ít nhất một dòng số liệu", "at least one row of figures")
        found.append(
            HEADER_ONLY.finding(
                Point(file), read=layout.delimiter.join(layout.names), expected=expected
            )
        )
    found += [*quote_findings(draft), *ragged_findings(draft), *huge_cells(draft)]
    skip, without_id = rows_without_id(draft, kind.keys)
    found += without_id
    table = Table(file, draft.count, draft.words, draft.codes, frozenset(skip))
    return TableRead(table, tuple(found))


def _columns(
    file: str, layout: Layout, kind: TableKind, extra: Sequence[str] | None, found: list[Finding]
) -> Sequence[str | None] | None:
    """What each position is read as; None where no header says so and the width does not either."""
    if layout.header is None:
        return kind.columns if len(layout.names) == len(kind.columns) else None
    columns, faults = resolve(file, layout, kind, extra)
    found += faults
    return columns if len(columns) <= MOST_COLUMNS else None


def _read(
    file: str,
    data: bytes,
    layout: Layout,
    columns: Sequence[str | None],
    words: Words | None,
) -> Draft:
    words = {} if words is None else words
    draft = Draft(file, columns, words)
    if not _read_strictly(draft, data, layout):
        draft = Draft(file, columns, words)
        records = read_records(read_lines(data), layout.delimiter, len(columns))
        _read_patiently(draft, islice(records, layout.first, None))
    for name in columns:
        if name is not None:
            words.setdefault(name, {})
            draft.codes.setdefault(name, array("i"))
    return draft


def _read_strictly(draft: Draft, data: bytes, layout: Layout) -> bool:
    """By the csv reader; False where it stops or where a cell seems to have swallowed rows."""
    if b'"' not in data:
        lines: Iterable[str] = read_lines(data)
    elif data.count(b'"') % 2:
        return False
    else:
        lines = read_lines(data)
    seen = {name: len(words) for name, words in draft.words.items()}
    try:
        rows = csv.reader(lines, delimiter=layout.delimiter, strict=True)
        for _ in islice(rows, layout.first):
            pass
        while chunk := list(islice(rows, _CHUNK)):
            draft.add(chunk)
    except csv.Error:
        return False
    return not any(
        "\n" in word and swallowed(word)
        for name, words in draft.words.items()
        for word in islice(words, seen.get(name, 0), None)
    )


def _read_patiently(draft: Draft, records: Iterator[Record]) -> None:
    while chunk := list(islice(records, _CHUNK)):
        for i, record in enumerate(chunk, start=draft.count):
            if record.fault is not None:
                draft.quotes[i] = (record.fault, record.at, record.source(record.at))
                draft.unread |= {i} if record.fault == "unclosed" else set()
        draft.add([record.cells for record in chunk])
