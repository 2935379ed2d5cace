"""Where something stands: in keys while judging, in lines and columns only when speaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Step = str | int


@dataclass(frozen=True, slots=True)
class Node:
    """A key or value in a YAML file, by its path of keys and list positions."""

    file: str
    path: tuple[Step, ...] = ()
    part: Literal["key", "value"] = "value"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a CSV file: `record` counts data records from 0; -1 is the header.

    `column` is the header's name or, where the header itself is at fault, a position from 0;
    None means the whole record.
    """

    file: str
    record: int
    column: str | int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A place already known by line and column, both from 1: where reading itself stopped."""

    file: str
    line: int = 1
    column: int = 1


Where = Node | Cell | Point


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is spoken: line and column from 1, the source line, the spreadsheet's name."""

    file: str
    line: int
    column: int
    end_column: int
    excerpt: str = ""
    sheet_cell: str = ""
    """As a spreadsheet shows it, for example `C14`; empty outside tables."""
