"""The report a person reads at a terminal: each fault with its source line, repeated ones once."""

from __future__ import annotations

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._block import block
from site_builder.reports._groups import rest, summary, told
from site_builder.terms.text import Lang


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """A block for each group of findings, a count of those left out, and a summary line."""
    said = told(result, style)
    parts = ["\n".join(block(group, lang, style)) for group in said.groups]
    if said.left:
        parts.append(rest(said.left).of(lang))
    return "\n\n".join([*parts, summary(result).of(lang)]) + "\n"
