"""A group of findings as a block of lines: where, what was read, what was expected, what to do,
the code, where more is said."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.reports import Style
from site_builder.reports._escape import clip, shown_value, visible
from site_builder.reports._excerpt import excerpt
from site_builder.reports._groups import SEVERITY_WORDS, SHOWN_PLACES, Group
from site_builder.reports._links import rule_help
from site_builder.reports._wrap import wrap
from site_builder.terms.place import Spot
from site_builder.terms.rule import Severity
from site_builder.terms.text import Lang, Text, same

READ_LIMIT = 200
"""Characters of what was read that a person is shown."""
NOTHING = Text("(để trống)", "(nothing)")
_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "note": "36"}
_READ = Text("đọc thấy", "read")
_EXPECTED = Text("cần có", "expected")
_FIX = Text("cách sửa", "to do")
_TRY = Text("thử", "try")
_CODE = Text("mã", "code")
_HELP = Text("xem", "see")
_CELL = Text("ô {cell}", "cell {cell}")
_ALSO = Text("cũng ở", "also at")
_MORE = Text("; tất cả {count} chỗ", "; {count} places in all")
_LABEL = 12
"""Columns before what a label says."""


def block(group: Group, lang: Lang, style: Style) -> Iterator[str]:
    """The lines, without a blank one at the end."""
    finding, spot = group[0].finding, group[0].spot
    colour = _COLOURS[finding.severity]
    yield _paint(place_words(spot, lang), "1", style)
    if source := excerpt(spot, style.width):
        yield source.source
        yield source.margin + _paint(source.carets, colour, style)
    yield from _labelled(_READ, read_words(finding.read).of(lang), lang, style)
    yield from _labelled(_EXPECTED, visible(finding.expected.of(lang)), lang, style)
    yield from _labelled(_FIX, visible(finding.fix.of(lang)), lang, style)
    if finding.suggestion is not None:
        yield from _labelled(_TRY, visible(finding.suggestion), lang, style)
    yield from _code(group, lang, style)
    # An address that is broken in two can be neither clicked nor copied.
    yield f"  {_HELP.of(lang):<{_LABEL - 3}} {rule_help(finding.code, lang, style)}"
    if len(group) > 1:
        yield from _labelled(_ALSO, _also(group, lang, style), lang, style)


def place_words(spot: Spot, lang: Lang) -> str:
    """`data/a.csv:2:31 (ô D2)`: file, line, column, and the cell as a spreadsheet names it."""
    cell = f" ({_CELL.fill(cell=spot.sheet_cell).of(lang)})" if spot.sheet_cell else ""
    return f"{visible(spot.file)}:{spot.line}:{spot.column}{cell}"


def read_words(read: str) -> Text:
    """What was read as it is shown: visible, not too long, blank said to be blank."""
    words = clip(shown_value(read), READ_LIMIT)
    return same(words) if words else NOTHING


def _labelled(label: Text, words: str, lang: Lang, style: Style) -> Iterator[str]:
    first, *others = wrap(words, style.width - _LABEL)
    yield f"  {label.of(lang):<{_LABEL - 3}} {first}"
    for line in others:
        yield " " * _LABEL + line


def _code(group: Group, lang: Lang, style: Style) -> Iterator[str]:
    finding = group[0].finding
    severity = SEVERITY_WORDS[finding.severity].of(lang)
    head = f"{finding.code} · {severity}"
    painted = f"{finding.code} · {_paint(severity, _COLOURS[finding.severity], style)}"
    first, *others = _labelled(_CODE, f"{head} · {finding.title.of(lang)}", lang, style)
    yield first.replace(head, painted, 1)
    yield from others


def _also(group: Group, lang: Lang, style: Style) -> str:
    spots = [located.spot for located in group[1 : None if style.whole else SHOWN_PLACES]]
    places = ", ".join(
        f"{s.line}:{s.column}" + (f" ({s.sheet_cell})" if s.sheet_cell else "") for s in spots
    )
    more = _MORE.fill(count=len(group)).of(lang) if len(group) > len(spots) + 1 else ""
    return places + more


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text
