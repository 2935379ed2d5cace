"""Names for findings that stay the same while lines move: a server tells by them what is new."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from site_builder.checks.result import Located
from site_builder.terms.place import Cell, Node, Where

_HEADER = -1


def fingerprints(findings: Iterable[Located]) -> Iterator[str]:
    """One of 32 hexadecimal digits for each finding, all different.

    Made from the file, the place in keys, the rule and what was read. Lines, row numbers and
    positions in lists have no part in it, so what moves keeps its name; findings that are alike in
    all of this are numbered in their order.
    """
    seen: Counter[str] = Counter()
    for located in findings:
        finding = located.finding
        same = json.dumps([located.spot.file, place(finding.where), finding.code, finding.read])
        seen[same] += 1
        yield sha256(f"{same}{seen[same]}".encode()).hexdigest()[:32]


def place(where: Where) -> str:
    """A place in keys: `objectives.*.indicators.*.unit`, `value`; empty for a whole file."""
    if isinstance(where, Node):
        steps = ("*" if isinstance(step, int) else step for step in where.path)
        return ".".join(steps) + (":" if where.part == "key" else "")
    if isinstance(where, Cell):
        column = "" if where.column is None else str(where.column)
        return f"header.{column}" if where.record == _HEADER else column
    return ""
