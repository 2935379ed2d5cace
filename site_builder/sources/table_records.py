"""Lines → records, through quotes that never close: what the strict csv reader cannot do.

The strict reader is quick, and right about sound files. It stops at a broken quote, and where two
broken quotes happen to pair it says nothing and swallows the rows between them. This reader keeps
the text and the line of every record, says where a quote opens, and goes on with the next line.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

LONGEST_CELL = 32_767
"""The most characters that a spreadsheet keeps in one cell."""
_PATIENCE = 200_000
"""How many lines may be read in vain for quotes that never close: a hostile file has one on each."""
_PERIOD_CELL = re.compile(r"(?<![^,;\t|])\d{4}(?:-[HQ]?\d{1,2}(?:-\d\d)?)?(?![^,;\t|\r\n])")

QuoteFault = Literal["unclosed", "inner"]


class Record(NamedTuple):
    """One record: a row as a spreadsheet counts rows, whatever number of lines it takes."""

    line: int
    """The line on which it starts, from 1."""
    raw: str
    cells: list[str]
    starts: list[int]
    """Where in `raw` each cell starts, its quote included."""
    fault: QuoteFault | None = None
    at: int = 0
    """The position of the cell that has the fault."""

    def source(self, position: int) -> str:
        """A cell as it stands in the file, quotes included; to the record's end if left open."""
        start = self.starts[position] if position < len(self.starts) else 0
        last = position + 1 >= len(self.starts) or self.fault == "unclosed"
        return self.raw[start : None if last else self.starts[position + 1] - 1].rstrip("\r\n")


def swallowed(cell: str) -> bool:
    """Whether a cell of several lines looks as if it had swallowed rows."""
    return any(_like_a_row(line, 3) for line in cell.splitlines()[1:])


def _like_a_row(line: str, least: int) -> bool:
    """Whether a line, as far as its first quote, has cells and a period or date among them."""
    head = line.partition('"')[0]
    return (
        max(line.count(d) for d in ",;\t|") >= least
        and max(head.count(d) for d in ",;\t|") >= 2
        and _PERIOD_CELL.search(head) is not None
    )


def read_records(lines: Iterable[str], delimiter: str, width: int = 3) -> Iterator[Record]:
    """Every record in order, broken ones included; `width` is the number of columns."""
    source = _Lines(iter(lines))
    while (line := source.next()) is not None:
        at = source.number
        if '"' not in line:
            yield _plain(at, line, delimiter)
        else:
            yield _quoted(at, line, source, delimiter, width)


class _Lines:
    """Lines that can be put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self.patience = _PATIENCE
        self.number = 0

    def next(self) -> str | None:
        line = self._back.popleft() if self._back else next(self._lines, None)
        self.number += line is not None
        return line

    def put_back(self, lines: list[str]) -> None:
        self.patience -= len(lines)
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def _plain(
    at: int, line: str, delimiter: str, fault: QuoteFault | None = None, cell: int = 0
) -> Record:
    text = line.rstrip("\r\n")
    if not text:
        return Record(at, line, [], [])
    cells = text.split(delimiter)
    starts = [0]
    for value in cells[:-1]:
        starts.append(starts[-1] + len(value) + len(delimiter))
    return Record(at, line, cells, starts, fault, cell)


@dataclass
class _Scan:
    """The state of reading one record that has quotes, fed line by line."""

    delimiter: str
    cells: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    part: list[str] = field(default_factory=list)
    inside: bool = False
    inner: int | None = None
    """The first cell with a quote in its middle that is not doubled."""
    read: int = 0
    """How many characters earlier lines of the record have."""

    def feed(self, line: str) -> bool:
        """Whether the record is complete with this line."""
        pos = 0
        while True:
            if self.inside:
                pos = self._inside(line, pos)
                if pos < 0:
                    self.read += len(line)
                    return False
            else:
                self.starts.append(self.read + pos)
                if line.startswith('"', pos):
                    self.inside, self.part, pos = True, [], pos + 1
                    continue
                pos = self._bare(line, pos)
            if pos >= len(line) or line[pos] in "\r\n":
                return True
            pos += 1

    def _bare(self, line: str, pos: int) -> int:
        end = line.find(self.delimiter, pos)
        if end < 0:
            end = len(line.rstrip("\r\n"))
        self.cells.append(line[pos:end])
        return end

    def _inside(self, line: str, pos: int) -> int:
        """The position after the closing quote, or -1 if it is not on this line."""
        while (quote := line.find('"', pos)) >= 0:
            self.part.append(line[pos:quote])
            after = line[quote + 1 : quote + 2]
            if after == '"':
                self.part.append('"')
                pos = quote + 2
            elif after in ("", "\r", "\n", self.delimiter):
                self.cells.append("".join(self.part))
                self.inside = False
                return quote + 1
            else:
                self.inner = len(self.cells) if self.inner is None else self.inner
                self.part.append('"')
                pos = quote + 1
        self.part.append(line[pos:])
        return -1


def _quoted(at: int, first: str, source: _Lines, delimiter: str, width: int) -> Record:
    scan = _Scan(delimiter)
    held = [first]
    while not scan.feed(held[-1]):
        line = source.next()
        hopeless = line is None or scan.read > LONGEST_CELL or source.patience < 0
        if line is None or hopeless or _like_a_row(line, width - 1):
            source.put_back([*held[1:], *([] if line is None else [line])])
            return _unclosed(at, first, delimiter, len(scan.cells), scan.starts)
        held.append(line)
    fault: QuoteFault | None = None if scan.inner is None else "inner"
    return Record(at, "".join(held), scan.cells, scan.starts, fault, scan.inner or 0)


def _unclosed(at: int, line: str, delimiter: str, cell: int, starts: list[int]) -> Record:
    """The record as its first line alone gives it, the quote taken as a character."""
    start = starts[cell] if cell < len(starts) and starts[cell] < len(line) else 0
    scan = _Scan(delimiter)
    head = line[:start] + " " + line[start + 1 :]
    if scan.feed(head):
        return Record(at, line, scan.cells, scan.starts, "unclosed", cell)
    return _plain(at, line, delimiter, "unclosed", cell)
