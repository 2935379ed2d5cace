"""The report of changes that another program reads: JSON, ASCII only, one object per change."""

from __future__ import annotations

from site_builder.changes.authority import wanted
from site_builder.changes.change import Change
from site_builder.changes.comparison import Comparison
from site_builder.checks.result import Located
from site_builder.reports import Style
from site_builder.reports._json import dump
from site_builder.reports._links import rule_address
from site_builder.reports.changes import _told
from site_builder.reports.changes._paste import lacking
from site_builder.terms.place import Spot
from site_builder.terms.text import Lang

VERSION = 1


def render(comparison: Comparison, lang: Lang, style: Style) -> str:
    """Words in `lang`; every change is told, those of amendments included."""
    pairs = zip(comparison.changes, comparison.spots, strict=True)
    return dump(
        {
            "version": VERSION,
            "lang": lang,
            "refused": comparison.refused,
            "verdict": _told.verdict(comparison).of(lang),
            "counts": comparison.counts(),
            "uncovered": sum(change.uncovered for change in comparison.changes),
            "policy": dict(sorted(comparison.policy.weights.items())),
            "changes": [_change(change, spot, lang) for change, spot in pairs],
            "findings": [_finding(located, lang, style) for located in comparison.findings],
        }
    )


def _change(change: Change, spot: Spot, lang: Lang) -> dict[str, object]:
    return {
        "code": change.kind.code,
        "weight": change.kind.weight,
        "title": change.kind.title.of(lang),
        "plan": change.plan or None,
        "what": change.what,
        "subject": change.subject.of(lang),
        "clause": change.clause or None,
        "before": change.before or None,
        "after": change.after or None,
        "said_before": change.said_before.of(lang) or None,
        "said_after": change.said_after.of(lang) or None,
        "detail": change.detail.of(lang) if change.detail else None,
        "effects": [effect.of(lang) for effect in change.effects],
        "authority": change.authority or None,
        "cited": change.cited or None,
        "amendments": _amendments(change),
        "revision": change.revision,
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "cell": spot.sheet_cell or None,
    }


def _amendments(change: Change) -> list[dict[str, str]]:
    """What has to be recorded for a change that lacks its authority."""
    if not lacking([change]):
        return []
    told = [(change.what, *wanted(change)), *change.parts]
    return [
        {name: said for name, said in zip(("what", "from", "to"), one, strict=True) if said}
        for one in told
    ]


def _finding(located: Located, lang: Lang, style: Style) -> dict[str, object]:
    finding, spot = located.finding, located.spot
    return {
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.end_column,
        "code": finding.code,
        "severity": finding.severity,
        "title": finding.title.of(lang),
        "read": finding.read,
        "expected": finding.expected.of(lang),
        "fix": finding.fix.of(lang),
        "link": rule_address(finding.code, lang, style),
    }
