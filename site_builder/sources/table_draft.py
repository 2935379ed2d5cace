"""A table while it is read: columns of codes that grow row by row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from site_builder.sources.table_records import QuoteFault

Codes: TypeAlias = "array[int]"
"""A column: for each row the number of its cell among the distinct ones."""
Words = dict[str, dict[str, int]]
"""For each column its distinct cells, in the order of their codes."""


@dataclass(slots=True)
class Draft:
    """A table while it is read."""

    file: str
    columns: Sequence[str | None]
    words: Words
    codes: dict[str, Codes] = field(default_factory=dict)
    count: int = 0
    ragged: dict[int, list[str]] = field(default_factory=dict)
    unread: set[int] = field(default_factory=set)
    """Ragged rows of which it cannot be told which cell belongs to which column."""
    quotes: dict[int, tuple[QuoteFault, int, str]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.columns)

    def column_at(self, position: int) -> str | int:
        """The name of the column at a position, or the position where it has none."""
        name = self.columns[position] if position < self.width else None
        return position if name is None else name

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        """Append rows; ragged ones are noted and stand as blank."""
        if set(map(len, rows)) != {self.width}:
            rows = [self._even(self.count + i, row) for i, row in enumerate(rows)]
        for name, cells in zip(self.columns, zip(*rows, strict=True), strict=True):
            if name is not None:
                known = self.words.setdefault(name, {})
                codes = self.codes.setdefault(name, array("i"))
                words = dict.fromkeys(cells)
                for word in words:
                    if word not in known:
                        known[word] = len(known)
                if len(words) == 1:
                    codes.extend(array("i", [known[cells[0]]]) * len(cells))
                else:
                    codes.fromlist(list(map(known.__getitem__, cells)))
        self.count += len(rows)

    def _even(self, record: int, row: Sequence[str]) -> Sequence[str]:
        if len(row) == self.width:
            return row
        if any(cell.strip() for cell in row):
            self.ragged[record] = list(row)
            if len(row) > self.width and not any(row[self.width :]):
                return row[: self.width]
            self.unread.add(record)
        return [""] * self.width
