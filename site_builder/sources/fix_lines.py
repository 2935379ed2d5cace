"""Letters, spaces and single values mended in their lines."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.sources.decode import NOT_NFC, ODD_SPACE
from site_builder.sources.fix_bytes import plain_text
from site_builder.sources.fixes import Fix
from site_builder.terms.finding import Finding
from site_builder.terms.place import Spot

Fault = tuple[Finding, Spot]

ODD_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_END = re.compile(r"(\r\n|\n|\r)")
_WORD = re.compile(r"\S+")


def mend_lines(data: bytes, faults: Sequence[Fault]) -> tuple[bytes, tuple[Fix, ...]]:
    """The file with every line mended that can be, and what was done in each."""
    text = plain_text(data)
    if text is None:
        return data, ()
    by_line: dict[int, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_line[fault[1].line].append(fault)
    parts = _LINE_END.split(text)
    fixes: list[Fix] = []
    for line, found in by_line.items():
        at = 2 * (line - 1)
        if at < len(parts):
            parts[at], done = _mend(parts[at], found)
            fixes += done
    return "".join(parts).encode(), tuple(fixes)


def _mend(line: str, faults: Sequence[Fault]) -> tuple[str, list[Fix]]:
    """Letters and spaces of the whole line, else values: where letters change, columns do."""
    by_code = {finding.code: spot for finding, spot in faults}
    if spot := by_code.get(ODD_SPACE.code):
        return ODD_SPACES.sub(" ", line), list(_spaces(line, spot))
    if spot := by_code.get(NOT_NFC.code):
        return _composed(line), list(_words(line, spot))
    return _values(line, faults)


def _spaces(line: str, spot: Spot) -> Iterator[Fix]:
    for match in ODD_SPACES.finditer(line):
        yield Fix(ODD_SPACE.code, _at(spot, match), match[0], " ")


def _words(line: str, spot: Spot) -> Iterator[Fix]:
    for match in _WORD.finditer(line):
        if match[0] != _composed(match[0]):
            yield Fix(NOT_NFC.code, _at(spot, match), match[0], _composed(match[0]))


def _at(spot: Spot, match: re.Match[str]) -> Spot:
    return replace(spot, column=match.start() + 1, end_column=match.end() + 1)


def _values(line: str, faults: Sequence[Fault]) -> tuple[str, list[Fix]]:
    """Values whose suggestion is what was read in cleaner dress, from the line's end on."""
    fixes: list[Fix] = []
    last = len(line)
    for finding, spot in sorted(faults, key=lambda fault: -fault[1].column):
        start, end = spot.column - 1, spot.end_column - 1
        source = line[start:end]
        if end <= last and _is_dress(finding) and source.count(finding.read) == 1:
            after = finding.suggestion or ""
            line = line[:start] + source.replace(finding.read, after) + line[end:]
            fixes.append(Fix(finding.code, spot, finding.read, after))
            last = start
    return line, fixes[::-1]


def _is_dress(finding: Finding) -> bool:
    """Whether the suggestion differs from what was read in nothing but spaces around it and the
    composition of its letters."""
    read, suggestion = finding.read, finding.suggestion
    return suggestion not in (None, read) and _composed(read.strip()) == suggestion


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
