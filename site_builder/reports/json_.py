"""The report another program reads: JSON, ASCII only, one object per finding."""

from __future__ import annotations

import json

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.reports._groups import summary
from site_builder.terms.rule import SEVERITIES
from site_builder.terms.text import Lang

VERSION = 1


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """Words in `lang`; texts are escaped by JSON itself and everything beyond ASCII as `\\uXXXX`."""
    document = {
        "version": VERSION,
        "lang": lang,
        "files": result.files,
        "counts": {severity: result.count(severity) for severity in SEVERITIES},
        "summary": summary(result).of(lang),
        "findings": [_finding(located, lang) for located in result.findings],
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _finding(located: Located, lang: Lang) -> dict[str, object]:
    finding, spot = located.finding, located.spot
    return {
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.end_column,
        "cell": spot.sheet_cell or None,
        "read": finding.read,
        "expected": finding.expected.of(lang),
        "fix": finding.fix.of(lang),
        "suggestion": finding.suggestion,
        "code": finding.code,
        "severity": finding.severity,
        "title": finding.title.of(lang),
        "excerpt": spot.excerpt,
    }
