"""A finding in a few sentences, for servers that show it beside its line."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.reports import Style
from site_builder.reports._block import read_words
from site_builder.reports._escape import clip, visible
from site_builder.reports._links import rule_help
from site_builder.terms.finding import Finding
from site_builder.terms.text import Lang, Text

_READ = Text("đọc thấy: {read}", "read: {read}")
_EXPECTED = Text("cần có: {expected}", "expected: {expected}")
_FIX = Text("cách sửa: {fix}", "to do: {fix}")
_TRY = Text("thử: {suggestion}", "try: {suggestion}")
_HELP = Text("xem: {help}", "see: {help}")
_LONGEST = 1000
"""Characters of a sentence; a server shows no more and refuses much more."""


def message(finding: Finding, lang: Lang, style: Style) -> Iterator[str]:
    """What was read, what was expected, what to do, where more is said: a sentence each."""
    yield _READ.fill(read=read_words(finding.read)).of(lang)
    yield clip(_EXPECTED.fill(expected=visible(finding.expected.of(lang))).of(lang), _LONGEST)
    yield clip(_FIX.fill(fix=visible(finding.fix.of(lang))).of(lang), _LONGEST)
    if finding.suggestion is not None:
        yield clip(_TRY.fill(suggestion=visible(finding.suggestion)).of(lang), _LONGEST)
    yield _HELP.fill(help=rule_help(finding.code, lang, style)).of(lang)
