"""The findings that a server is given: as many as it takes, the worst first where there are more."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.reports._fingerprints import fingerprints
from site_builder.terms.rule import SEVERITIES

MOST = 5000
"""What GitHub's code scanning keeps of one run; beyond it a file only grows."""


@dataclass(frozen=True, slots=True)
class Worst:
    """Findings with their fingerprints, in the order of the files, and those left out."""

    named: tuple[tuple[Located, str], ...]
    left: tuple[Located, ...] = ()


def worst(result: CheckResult, style: Style) -> Worst:
    """Not more than `MOST` findings, unless everything is wanted."""
    named = list(zip(result.findings, fingerprints(result.findings), strict=True))
    if style.whole or len(named) <= MOST:
        return Worst(tuple(named))
    order = sorted(range(len(named)), key=lambda i: SEVERITIES.index(named[i][0].finding.severity))
    kept, left = sorted(order[:MOST]), sorted(order[MOST:])
    return Worst(tuple(named[i] for i in kept), tuple(named[i][0] for i in left))
