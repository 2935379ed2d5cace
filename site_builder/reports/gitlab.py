"""GitLab's code quality report: a list of faults that a merge request compares with its target."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.reports._escape import visible
from site_builder.reports._groups import rest
from site_builder.reports._json import dump
from site_builder.reports._links import server_path
from site_builder.reports._message import message
from site_builder.reports._worst import worst
from site_builder.terms.rule import Severity
from site_builder.terms.text import Lang

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}
_REST = "plansite"
"""What stands for a rule's code in the entry about faults left out."""


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """Every finding as an object; GitLab lists no more than it is given and groups nothing."""
    found = worst(result, style)
    entries = [_entry(located, name, lang, style) for located, name in found.named]
    if found.left:
        entries.append(_rest(found.left, lang, style))
    return dump(entries)


def _entry(located: Located, name: str, lang: Lang, style: Style) -> dict[str, object]:
    finding = located.finding
    return {
        "description": " · ".join([finding.title.of(lang), *message(finding, lang, style)]),
        "check_name": finding.code,
        "fingerprint": name,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(located, style),
    }


def _rest(left: Sequence[Located], lang: Lang, style: Style) -> dict[str, object]:
    return {
        "description": rest(left).of(lang),
        "check_name": _REST,
        "fingerprint": _REST,
        "severity": "info",
        "location": _location(left[0], style),
    }


def _location(located: Located, style: Style) -> dict[str, object]:
    spot = located.spot
    return {
        "path": visible(server_path(spot, style)),
        "lines": {"begin": spot.line, "end": spot.line},
    }
