"""What a comparison says: the changes with their places, what is wrong with their authority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_builder.changes.change import WEIGHTS, Change
from site_builder.checks.result import Located
from site_builder.model.policy import Policy, Weight
from site_builder.terms.place import Spot
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every change from the base to the head, and every finding, located in the head."""

    changes: tuple[Change, ...]
    findings: tuple[Located, ...]
    policy: Policy
    """That of the base: the head's own is not in force for its own comparison."""
    spots: tuple[Spot, ...] = ()
    """Where each change stands, in the revision that its `revision` names."""
    titles: Mapping[str, Text] = field(default_factory=dict)
    """What each plan is called, by its id."""
    documents: Mapping[str, Text] = field(default_factory=dict)
    """The documents that are cited as authority, by their ids."""
    amended: frozenset[str] = frozenset()
    """Plans that have amendments already."""

    @property
    def refused(self) -> bool:
        """Whether a change lacks the authority that it needs, or an amendment or the head is wrong."""
        errors = any(one.finding.severity == "error" for one in self.findings)
        return errors or any(change.uncovered for change in self.changes)

    def of_weight(self, weight: Weight) -> tuple[Change, ...]:
        """The changes of one weight."""
        return tuple(change for change in self.changes if change.kind.weight == weight)

    def counts(self) -> dict[Weight, int]:
        """How many changes there are of each weight, the gravest first."""
        return {weight: len(self.of_weight(weight)) for weight in WEIGHTS}
