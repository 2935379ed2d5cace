"""Keys → lines: where findings stand, looked up once, only in files that have any."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from site_builder.sources.decode import lines
from site_builder.sources.locate_csv import locate_cells
from site_builder.sources.locate_yaml import locate_nodes
from site_builder.terms.place import Cell, Node, Point, Spot, Where

_WORD = re.compile(r"[^\s,\[\]{}]+")
_Place = TypeVar("_Place", Node, Cell, Point)


def locate(files: Mapping[str, bytes], wheres: Iterable[Where]) -> dict[Where, Spot]:
    """The line and column of each place; a place in a file that is not there is its first line."""
    wanted = set(wheres)
    nodes = _by_file(where for where in wanted if isinstance(where, Node))
    cells = _by_file(where for where in wanted if isinstance(where, Cell))
    points = _by_file(where for where in wanted if isinstance(where, Point))
    found: list[Mapping[Node, Spot] | Mapping[Cell, Spot] | Mapping[Point, Spot]] = [
        *(locate_nodes(files.get(file, b""), asked) for file, asked in nodes.items()),
        *(locate_cells(files.get(file, b""), asked) for file, asked in cells.items()),
        *(_locate_points(files.get(file, b""), asked) for file, asked in points.items()),
    ]
    return {where: spot for part in found for where, spot in part.items()}


def _by_file(places: Iterable[_Place]) -> dict[str, list[_Place]]:
    by_file: dict[str, list[_Place]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    return by_file


def _locate_points(data: bytes, points: list[Point]) -> dict[Point, Spot]:
    text = lines(data)
    return {point: _spot(point, text) for point in points}


def _spot(point: Point, text: list[str]) -> Spot:
    line = text[point.line - 1] if point.line <= len(text) else ""
    word = _WORD.match(line, point.column - 1)
    end = word.end() + 1 if word else point.column + 1
    return Spot(point.file, point.line, point.column, end, line)
