"""The tables of one plan and kind, laid end to end: what the rules about rows look at."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from site_builder.checks.table_vectors import distinct, recode, rows_with
from site_builder.checks.value_plain import number
from site_builder.sources.table_draft import Codes, Words
from site_builder.sources.table_kinds import TableKind
from site_builder.sources.tables import Table
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text


class Fault(NamedTuple):
    """What a rule says of a value, before it is known where that stands."""

    rule: Rule
    expected: Text
    fix: Text | None = None
    suggestion: str | None = None
    column: str | None = None
    """The column to point at, where several were looked at."""


class Hit(NamedTuple):
    """A finding and the row that it concerns."""

    row: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Column:
    """One thing known of every row: a code into the distinct values."""

    codes: Codes
    values: Sequence[Hashable]

    def through(self, mapped: Sequence[Hashable]) -> Column:
        """The same rows seen coarser: `mapped` gives each distinct value's class."""
        classes = {kind: code for code, kind in enumerate(dict.fromkeys(mapped))}
        return Column(recode(self.codes, [classes[kind] for kind in mapped]), list(classes))


@dataclass(slots=True)
class Ledger:
    """Rows of all files in file order, by columns of codes; row numbers run through all files."""

    kind: TableKind
    words: Words
    files: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    codes: dict[str, Codes] = field(default_factory=dict)
    skip: set[int] = field(default_factory=set)
    lacking: set[tuple[str, str]] = field(default_factory=set)
    """(file, column) where the file has no such column: said once, of its header."""
    count: int = 0
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _numbers: dict[str, list[float | None]] = field(default_factory=dict)

    def texts(self, name: str) -> list[str]:
        """The distinct cells of a column, by code."""
        if name not in self._texts:
            self._texts[name] = list(self.words[name])
        return self._texts[name]

    def numbers(self, name: str) -> list[float | None]:
        """The distinct cells of a column as numbers, by code; None where a cell holds none."""
        if name not in self._numbers:
            self._numbers[name] = [number(text) for text in self.texts(name)]
        return self._numbers[name]

    def number(self, row: int, name: str) -> float | None:
        """One cell as a number."""
        return self.numbers(name)[self.codes[name][row]]

    def column(self, name: str) -> Column:
        """A column as it was read."""
        return Column(self.codes[name], self.texts(name))

    def text(self, row: int, name: str) -> str:
        """One cell."""
        return self.texts(name)[self.codes[name][row]]

    def cell(self, row: int, name: str | None) -> Cell:
        """Where a row's cell stands."""
        at = bisect_right(self.starts, row) - 1
        return Cell(self.files[at], row - self.starts[at], name)

    def places(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """Every row with its file and its record there."""
        ends = (*self.starts[1:], self.count)
        for file, start, end in zip(self.files, self.starts, ends, strict=True):
            for row in range(start, end):
                yield row, (file, row - start)

    def row_words(self, row: int, beside: int) -> Text:
        """How a row is spoken of in a finding about another: by its spreadsheet row, and its file
        where that is another one."""
        where = self.cell(row, None)
        file = "" if self.cell(beside, None).file == where.file else f" ({where.file})"
        # A header stands above: whatever else does is a finding of its own.
        line = where.record + 2
        return Text(f"dòng {line} của bảng tính{file}", f"spreadsheet row {line}{file}")

    def hit(self, row: int, fault: Fault, column: str | None = None) -> Hit:
        """The fault as a finding at that row."""
        name = fault.column or column
        finding = fault.rule.finding(
            self.cell(row, name),
            read="" if name is None else self.text(row, name),
            expected=fault.expected,
            fix=fault.fix,
            suggestion=fault.suggestion,
        )
        return Hit(row, finding)

    def each(
        self,
        columns: Sequence[Column],
        *judges: Callable[..., Fault | None],
        point: str | None = None,
    ) -> Iterator[Hit]:
        """Judge each distinct combination once, and speak at every row that has a bad one."""
        bad: dict[tuple[int, ...], list[Fault]] = {}
        codes = [column.codes for column in columns]
        values = [column.values for column in columns]
        for combination in self._combinations(columns):
            asked = [v[code] for v, code in zip(values, combination, strict=True)]
            for judge in judges:
                if fault := judge(*asked):
                    bad.setdefault(combination, []).append(fault)
        for row in rows_with(codes, bad) if bad else ():
            if row not in self.skip:
                for fault in bad[tuple(column[row] for column in codes)]:
                    yield self.hit(row, fault, point)

    def _combinations(self, columns: Sequence[Column]) -> Iterable[tuple[int, ...]]:
        if len(columns) == 1:
            return zip(range(len(columns[0].values)))
        sizes = [len(column.values) for column in columns]
        return distinct([column.codes for column in columns], sizes)


def lay_out(
    kind: TableKind, tables: Sequence[Table], words: Words, breakdowns: Sequence[str] = ()
) -> Ledger:
    """The ledger of tables that were read with the same `words`."""
    ledger = Ledger(kind, words)
    for table in tables:
        ledger.files.append(table.file)
        ledger.starts.append(ledger.count)
        ledger.skip |= {row + ledger.count for row in table.skip}
        ledger.count += table.count
    for name in dict.fromkeys((*kind.columns, *kind.optional, *breakdowns, *words)):
        blank = None if all(name in t.codes for t in tables) else _blank(words, name)
        ledger.codes[name] = array("i")
        for table in tables:
            codes = table.codes.get(name)
            if codes is None:
                ledger.lacking.add((table.file, name))
            ledger.codes[name].extend(
                array("i", [blank or 0]) * table.count if codes is None else codes
            )
    return ledger


def _blank(words: Words, name: str) -> int:
    known = words.setdefault(name, {})
    return known.setdefault("", len(known))
