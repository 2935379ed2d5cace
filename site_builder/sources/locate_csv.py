"""Cells → lines and columns: looked up once, only in files that have findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from string import ascii_uppercase

from site_builder.sources.table_bytes import clean_bytes, read_lines
from site_builder.sources.table_header import Layout, find_layout, meant_column
from site_builder.sources.table_kinds import kind_of
from site_builder.sources.table_near import Nearest
from site_builder.sources.table_records import Record, read_records
from site_builder.terms.place import Cell, Spot

_LINE_END = re.compile(r"\r\n|\n|\r")


def locate_cells(data: bytes, cells: Iterable[Cell]) -> dict[Cell, Spot]:
    """Where each cell of one file stands: line and column from 1, and its name in a spreadsheet.

    Lines are counted as an editor counts them, rows as a spreadsheet does: a cell with three lines
    is three lines and one row. A cell that is not there is spoken of as the file's first place.
    """
    by_record: dict[int, list[Cell]] = {}
    for cell in cells:
        by_record.setdefault(cell.record, []).append(cell)
    first = {cell: Spot(cell.file, 1, 1, 1) for asked in by_record.values() for cell in asked}
    data = clean_bytes("", data).data
    layout = find_layout(read_lines(data))
    if layout is None:
        return first
    records = read_records(read_lines(data), layout.delimiter, len(layout.names))
    for row, record in enumerate(islice(records, layout.first + max(by_record, default=-1) + 1)):
        for cell in by_record.get(row - layout.first, ()):
            first[cell] = _spot(cell, row, record, layout)
    return first


def _spot(cell: Cell, row: int, record: Record, layout: Layout) -> Spot:
    if cell.column is None:
        text = _LINE_END.split(record.raw, 1)[0]
        return Spot(cell.file, record.line, 1, len(text) + 1, text, f"A{row + 1}")
    position = _position(cell, layout)
    sheet_cell = f"{_letters(position)}{row + 1}"
    if position >= len(record.starts):
        text = record.raw.rstrip("\r\n")
        end = len(text) + 1
        return Spot(cell.file, record.line, end, end, text, sheet_cell)
    start = record.starts[position]
    text, line, column = _line_at(record, start)
    end = column + _length(record, position, len(text) - column + 1)
    return Spot(cell.file, line, column, max(end, column + 1), text, sheet_cell)


def _line_at(record: Record, start: int) -> tuple[str, int, int]:
    """The line that holds offset `start` of the record, its number, and the column, from 1."""
    line = record.line
    begin = 0
    for match in _LINE_END.finditer(record.raw, 0, start):
        begin = match.end()
        line += 1
    end = begin
    while end < len(record.raw) and record.raw[end] not in "\r\n":
        end += 1
    return record.raw[begin:end], line, start - begin + 1


def _length(record: Record, position: int, most: int) -> int:
    """How many characters the cell takes on its first line, quotes included."""
    start = record.starts[position]
    if position + 1 < len(record.starts):
        return min(record.starts[position + 1] - 1 - start, most)
    return most


def _position(cell: Cell, layout: Layout) -> int:
    """Which column a name stands in: as written in the header, else as it was understood."""
    if isinstance(cell.column, int):
        return cell.column
    name = str(cell.column)
    if layout.header is None:
        columns = kind_of(_folder(cell.file)).columns
        return columns.index(name) if name in columns else 0
    if name in layout.names:
        return layout.names.index(name)
    meant = [i for i, text in enumerate(layout.names) if meant_column(text) == name]
    near = [i for i, text in enumerate(layout.names) if Nearest((name,)).near(text)]
    return (meant or near or [0])[0]


def _folder(file: str) -> str:
    return file.split("/")[-2] if "/" in file else ""


def _letters(position: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return letters
