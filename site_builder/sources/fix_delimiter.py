"""A table with semicolons → the same table with commas, where only one reading is possible."""

from __future__ import annotations

import io
from collections.abc import Iterator

from site_builder.sources.fix_bytes import plain_text
from site_builder.sources.table_header import find_layout
from site_builder.sources.table_records import Record, read_records

_WRONG, _RIGHT = ";", ","


def with_commas(data: bytes) -> bytes | None:
    """The table with commas, all else byte for byte; a cell that holds a comma is put in quotes.

    None where a row has another number of cells than the header, or a quote does not close: then
    nobody can say which semicolons separate cells.
    """
    text = plain_text(data)
    if text is None:
        return None
    layout = find_layout(_lines(text))
    if layout is None or layout.delimiter != _WRONG or layout.header is None:
        return None
    width = len(layout.names)
    rows: list[str] = []
    for record in read_records(_lines(text), _WRONG, width):
        if record.fault is not None or len(record.cells) not in (0, width):
            return None
        rows.append(_row(record))
    return "".join(rows).encode()


def _lines(text: str) -> Iterator[str]:
    return iter(io.StringIO(text, newline=""))


def _row(record: Record) -> str:
    if not record.cells:
        return record.raw
    content = record.raw.rstrip("\r\n")
    ends = (*(start - 1 for start in record.starts[1:]), len(content))
    cells = (content[start:end] for start, end in zip(record.starts, ends, strict=True))
    return _RIGHT.join(map(_cell, cells)) + record.raw[len(content) :]


def _cell(source: str) -> str:
    """A cell as it stands, put in quotes if it would fall apart without."""
    if _RIGHT not in source or source.startswith('"'):
        return source
    return '"' + source.replace('"', '""') + '"'
