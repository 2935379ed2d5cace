"""Paths of keys → lines and columns, by reading a file's events a second time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from site_builder.sources.decode import clean, lines, raw_column
from site_builder.sources.yaml_events import events
from site_builder.terms.place import Node, Spot, Step

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Extent:
    """From a line and column to another, both counted from 0; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def locate_nodes(data: bytes, nodes: Sequence[Node]) -> dict[Node, Spot]:
    """The spot of each node of one file; where a path does not exist, of its nearest ancestor."""
    text = lines(data)
    wanted = {(path, part) for node in nodes for path, part in _fallbacks(node)}
    extents: dict[tuple[Path, str], _Extent] = {}
    for path, part, extent in _walk(clean("\n".join(text))):
        if (path, part) in wanted:
            extents.setdefault((path, part), extent)
    return {node: _spot(node, extents, text) for node in nodes}


def _fallbacks(node: Node) -> Iterator[tuple[Path, str]]:
    yield node.path, node.part
    yield node.path, "value"
    for length in range(len(node.path) - 1, -1, -1):
        yield node.path[:length], "key"
        yield node.path[:length], "value"


def _spot(node: Node, extents: dict[tuple[Path, str], _Extent], text: list[str]) -> Spot:
    for asked in _fallbacks(node):
        extent = extents.get(asked)
        if extent is not None:
            line = text[extent.line]
            same_line = extent.end_line == extent.line
            start = raw_column(line, extent.column)
            end = raw_column(line, extent.end_column) if same_line else len(line.rstrip())
            return Spot(node.file, extent.line + 1, start + 1, max(end, start + 1) + 1, line)
    return Spot(node.file, 1, 1, 2, text[0])


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence, and how far into it the reading has come."""

    path: Path
    mapping: bool
    key: str | None = None
    index: int = -1


def _walk(text: str) -> Iterator[tuple[Path, str, _Extent]]:
    """Every key and value of the first document with its extent, until the text breaks off."""
    stack: list[_Frame] = []
    try:
        for event in events(text):
            if isinstance(event, yaml.DocumentEndEvent):
                return
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                stack.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            path, part = _place(stack, event)
            yield path, part, _extent(event)
            if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                stack.append(_Frame(path, isinstance(event, yaml.MappingStartEvent)))
    except yaml.YAMLError:
        # What stands before the break keeps its place; the break itself is a finding already.
        return


def _place(stack: list[_Frame], event: yaml.NodeEvent) -> tuple[Path, str]:
    if not stack:
        return (), "value"
    frame = stack[-1]
    if not frame.mapping:
        frame.index += 1
        return (*frame.path, frame.index), "value"
    if frame.key is None:
        frame.key = clean(event.value) if isinstance(event, yaml.ScalarEvent) else ""
        return (*frame.path, frame.key), "key"
    path = (*frame.path, frame.key)
    frame.key = None
    return path, "value"


def _extent(event: Any) -> _Extent:
    start, end = event.start_mark, event.end_mark
    return _Extent(start.line, start.column, end.line, end.column)
