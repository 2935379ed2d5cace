"""A rule: what is checked, why, and how to mend it, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.terms.finding import Finding
from site_builder.terms.place import Where
from site_builder.terms.text import Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Rule:
    """The whole declaration of one kind of finding; its logic stands beside it.

    `wrong` and `right` are short examples as they would stand in a file.
    """

    code: str
    severity: Severity
    title: Text
    reason: Text
    fix: Text
    wrong: str
    right: str

    def finding(
        self,
        where: Where,
        *,
        read: str,
        expected: Text,
        fix: Text | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        """A finding of this rule.

        `read` is what stands there, raw (report formats escape it); `expected` what should;
        `fix` overrides the rule's general advice where something more exact can be said;
        `suggestion` is a replacement that the rule has itself checked.
        """
        return Finding(
            code=self.code,
            severity=self.severity,
            title=self.title,
            where=where,
            read=read,
            expected=expected,
            fix=fix or self.fix,
            suggestion=suggestion,
        )
