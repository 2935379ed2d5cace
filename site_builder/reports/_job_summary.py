"""The page that GitHub shows for a job: Markdown, in which whatever comes from a file stands in
blocks of code, where nothing is a link, a mention, an image or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._block import block
from site_builder.reports._groups import (
    SEVERITY_WORDS,
    Group,
    groups,
    rest,
    summary,
    worst_first,
)
from site_builder.reports._links import rule_address
from site_builder.terms.text import Lang, Text

MOST_BYTES = 900_000
"""GitHub refuses a page of more than 1 MiB, and one step may be one of several."""
OPEN = 10
"""So many findings are told openly; the others are folded away."""
_WIDTH = 100
_MORE = Text("Các phát hiện khác", "Other findings")
_TICKS = re.compile("`{3,}")
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&@:])")


def job_summary(result: CheckResult, lang: Lang, style: Style) -> str:
    """The worst findings first, as many as the page holds, and a count of the others."""
    plain = replace(style, colour=False, width=_WIDTH, whole=False)
    ordered = worst_first(groups(result.findings))
    sections = list(_fitting(_sections(ordered, lang, plain)))
    parts = [f"## plansite check: {_escaped(summary(result).of(lang))}\n", *sections[:OPEN]]
    if folded := sections[OPEN:]:
        heading = f"<details><summary>{_MORE.of(lang)}</summary>\n"
        parts += [heading, *folded, "</details>\n"]
    if left := [located for group in ordered[len(sections) :] for located in group]:
        parts.append(_escaped(rest(left).of(lang)) + "\n")
    return "\n".join(parts)


def _fitting(sections: Iterable[str]) -> Iterator[str]:
    """As many sections as the page holds."""
    size = 0
    for section in sections:
        size += len(section.encode())
        if size > MOST_BYTES:
            return
        yield section


def _sections(ordered: Sequence[Group], lang: Lang, style: Style) -> Iterator[str]:
    for group in ordered:
        finding = group[0].finding
        address = rule_address(finding.code, lang, style)
        code = f"[{finding.code}]({address})" if address else finding.code
        severity = SEVERITY_WORDS[finding.severity].of(lang)
        yield f"### {code} · {severity} · {_escaped(finding.title.of(lang))}\n\n" + _fenced(
            "\n".join(block(group, lang, style))
        )


def _fenced(text: str) -> str:
    """A block of code whose fence is longer than any in it."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}\n"


def _escaped(text: str) -> str:
    """`text` as Markdown that reads as it stands."""
    return _SIGNS.sub(r"\\\1", text)
