"""GitHub's workflow commands: the worst findings as annotations on their lines, and a count.

GitHub shows at most ten annotations of a kind for a step, and hides the rest without a word: where
there are more, nine are given and the tenth says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._escape import visible
from site_builder.reports._groups import Group, groups, rest, summary, worst_first
from site_builder.reports._links import server_path
from site_builder.reports._message import message
from site_builder.terms.rule import SEVERITIES, Severity
from site_builder.terms.text import Lang, Text

SHOWN = 10
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_PLACES = Text("({count} chỗ trong tệp này)", "({count} places in this file)")


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """One command a line; the summary is a plain line, for the log."""
    ordered = worst_first(groups(result.findings))
    lines = [
        line for severity in SEVERITIES for line in _kind(severity, ordered, result, lang, style)
    ]
    return "\n".join([*lines, summary(result).of(lang)]) + "\n"


def _kind(
    severity: Severity, ordered: Sequence[Group], result: CheckResult, lang: Lang, style: Style
) -> Iterator[str]:
    """The annotations of one severity, as many as GitHub shows."""
    found = [group for group in ordered if group[0].finding.severity == severity]
    shown = len(found) if len(found) <= SHOWN else SHOWN - 1
    for group in found[:shown]:
        yield _annotation(group, lang, style)
    if left := [located for group in found[shown:] for located in group]:
        words = f"{rest(left).of(lang)} {summary(result).of(lang)}"
        yield f"::{_COMMANDS[severity]}::{_data(words)}"


def _annotation(group: Group, lang: Lang, style: Style) -> str:
    finding, spot = group[0].finding, group[0].spot
    sentences = list(message(finding, lang, style))
    if len(group) > 1:
        sentences.append(_PLACES.fill(count=len(group)).of(lang))
    properties = {
        "file": visible(server_path(spot, style)),
        "line": str(spot.line),
        "col": str(spot.column),
        "endColumn": str(spot.end_column),
        "title": f"{finding.code} {finding.title.of(lang)}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(chr(10).join(sentences))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
