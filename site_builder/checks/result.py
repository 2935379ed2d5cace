"""What a check says: findings with their places spoken in lines, worst counted."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.terms.finding import Finding
from site_builder.terms.place import Spot
from site_builder.terms.rule import Severity


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the line and column at which it is spoken."""

    finding: Finding
    spot: Spot


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Every finding, sorted by file, line, column and code, and how many files were read."""

    findings: tuple[Located, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(located.finding.severity == severity for located in self.findings)
