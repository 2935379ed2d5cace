"""The report another program reads: JSON, ASCII only, one object per finding."""

from __future__ import annotations

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.reports._escape import clip
from site_builder.reports._fingerprints import fingerprints
from site_builder.reports._groups import summary
from site_builder.reports._json import dump
from site_builder.reports._links import rule_address
from site_builder.terms.place import Spot
from site_builder.terms.rule import SEVERITIES
from site_builder.terms.text import Lang

VERSION = 1
LONGEST_EXCERPT = 400
LONGEST_READ = 1000


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """Words in `lang`; texts are escaped by JSON itself and everything beyond ASCII as `\\uXXXX`."""
    named = zip(result.findings, fingerprints(result.findings), strict=True)
    return dump(
        {
            "version": VERSION,
            "lang": lang,
            "files": result.files,
            "counts": {severity: result.count(severity) for severity in SEVERITIES},
            "summary": summary(result).of(lang),
            "findings": [_finding(located, name, lang, style) for located, name in named],
        }
    )


def _excerpt(spot: Spot) -> str:
    """The source line, of a long one the part around the place: it stands in every finding of it."""
    line = spot.excerpt
    if len(line) <= LONGEST_EXCERPT:
        return line
    start = max(0, spot.column - 1 - LONGEST_EXCERPT // 4)
    end = start + LONGEST_EXCERPT
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


def _finding(located: Located, name: str, lang: Lang, style: Style) -> dict[str, object]:
    finding, spot = located.finding, located.spot
    return {
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.end_column,
        "cell": spot.sheet_cell or None,
        "read": clip(finding.read, LONGEST_READ),
        "expected": finding.expected.of(lang),
        "fix": finding.fix.of(lang),
        "suggestion": finding.suggestion,
        "code": finding.code,
        "severity": finding.severity,
        "title": finding.title.of(lang),
        "excerpt": _excerpt(spot),
        "fingerprint": name,
        "link": rule_address(finding.code, lang, style),
    }
