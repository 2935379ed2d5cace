"""The report a person reads: where, what was read, what was expected, what to do, the code."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._escape import clip, columns, visible
from site_builder.reports._groups import SEVERITY_WORDS, SHOWN_PLACES, Group, groups, summary
from site_builder.terms.place import Spot
from site_builder.terms.text import Lang, Text

_COLOURS = {"error": "31", "warning": "33", "note": "36"}
_READ = Text("đọc thấy", "read")
_EXPECTED = Text("cần có", "expected")
_FIX = Text("cách sửa", "to do")
_TRY = Text("thử", "try")
_CODE = Text("mã", "code")
_NOTHING = Text("(để trống)", "(nothing)")
_CELL = Text("ô {cell}", "cell {cell}")
_ALSO = Text("cũng ở: {places}", "also at: {places}")
_MORE = Text("; tất cả {count} chỗ", "; {count} places in all")
_READ_LIMIT = 200


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """Every finding in full, repeated ones grouped, and a summary line at the end."""
    parts = ["\n".join(_told(group, lang, style)) for group in groups(result)]
    return "\n\n".join([*parts, summary(result).of(lang)]) + "\n"


def _told(group: Group, lang: Lang, style: Style) -> Iterator[str]:
    finding, spot = group[0].finding, group[0].spot
    colour = _COLOURS[finding.severity]
    yield _paint(_place(spot, lang), "1", style)
    yield from _excerpt(spot, colour, style)
    read = clip(visible(finding.read), _READ_LIMIT) or _NOTHING.of(lang)
    yield _line(_READ, read, lang)
    yield _line(_EXPECTED, visible(finding.expected.of(lang)), lang)
    yield _line(_FIX, visible(finding.fix.of(lang)), lang)
    if finding.suggestion is not None:
        yield _line(_TRY, visible(finding.suggestion), lang)
    severity = _paint(SEVERITY_WORDS[finding.severity].of(lang), colour, style)
    yield _line(_CODE, f"{finding.code} · {severity} · {finding.title.of(lang)}", lang)
    if len(group) > 1:
        yield "  " + _also(group, lang)


def _line(label: Text, words: str, lang: Lang) -> str:
    return f"  {label.of(lang):<9} {words}"


def _place(spot: Spot, lang: Lang) -> str:
    cell = f" ({_CELL.fill(cell=spot.sheet_cell).of(lang)})" if spot.sheet_cell else ""
    return f"{visible(spot.file)}:{spot.line}:{spot.column}{cell}"


def _also(group: Group, lang: Lang) -> str:
    spots = [located.spot for located in group[1:SHOWN_PLACES]]
    places = ", ".join(
        f"{s.line}:{s.column}" + (f" ({s.sheet_cell})" if s.sheet_cell else "") for s in spots
    )
    more = _MORE.fill(count=len(group)).of(lang) if len(group) > SHOWN_PLACES else ""
    return _ALSO.fill(places=places).of(lang) + more


def _excerpt(spot: Spot, colour: str, style: Style) -> Iterator[str]:
    """The source line and carets below the word, both cut to the width around the word."""
    if not spot.excerpt.strip():
        return
    gutter = f"{spot.line:>5} │ "
    room = max(style.width - len(gutter), 20)
    start, end = spot.column - 1, max(spot.end_column - 1, spot.column)
    line = spot.excerpt
    first = 0
    if columns(visible(line)) > room:
        first = max(0, start - room // 3)
        line = line[: first + room - 1]
    head = ("…" if first else "") + visible(line[first:start])
    word = visible(line[start:end])
    tail = visible(line[end:]) + ("…" if len(line) < len(spot.excerpt) else "")
    yield gutter + (head + word + tail).rstrip()
    pad = " " * (len(gutter) - 2) + "│ " + " " * columns(head)
    yield pad + _paint("^" * max(columns(word), 1), colour, style)


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
