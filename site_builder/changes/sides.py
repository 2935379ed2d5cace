"""Two revisions side by side: what each says, and under which names the other knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from site_builder.changes.change import ChangeKind
from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.duty import Duty
from site_builder.model.facts import Fact
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Objective, Plan
from site_builder.model.repository import Repository


@dataclass(frozen=True, slots=True)
class Side:
    """One revision of one plan with the shared lists; without a plan, the lists alone."""

    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    plan_id: str = ""
    plan: Plan | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    """By the ids of the head."""
    duties: Mapping[str, Duty] = field(default_factory=dict)
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """The ids in the head of indicators that this revision calls otherwise."""

    def indicator(self, name: str) -> Indicator | None:
        """The indicator by the id that this revision gives it."""
        return self.indicators.get(self.names.get(name, name))


def side(repository: Repository, plan_id: str = "", names: Mapping[str, str] | None = None) -> Side:
    """A revision of a plan (or of the lists); `names` gives its indicators' ids in the head."""
    plan = repository.plans.get(plan_id)
    if plan is None:
        return Side(repository.agencies, repository.documents)
    called = names or {}
    return Side(
        agencies=repository.agencies,
        documents=repository.documents,
        plan_id=plan_id,
        plan=plan,
        indicators={called.get(one.id, one.id): one for one in plan.indicators()},
        duties={duty.id: duty for duty in plan.duties},
        objectives={objective.id: objective for objective in plan.objectives},
        names=called,
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """What one key says in two revisions; one of them may be silent. They differ."""

    key: str
    before: Fact | None
    after: Fact | None
    base: Side
    head: Side

    @property
    def fact(self) -> Fact:
        """It as the head has it, else as the base had it."""
        found = self.after or self.before
        assert found is not None, "a difference has at least one side"
        return found

    @property
    def name(self) -> str:
        """The id of the thing that the key is about: its second part."""
        return self.key.split("/")[1]


Classify = Callable[[Difference], ChangeKind]


def always(kind: ChangeKind) -> Classify:
    """Whatever the difference, it is a change of this kind."""
    return lambda _: kind


def come_or_gone(added: ChangeKind, removed: ChangeKind) -> Classify:
    """For wholes, which are there or not."""
    return lambda difference: removed if difference.after is None else added


def come_gone_or(added: ChangeKind, removed: ChangeKind, changed: Classify) -> Classify:
    """For what may come, go, or change."""

    def classify(difference: Difference) -> ChangeKind:
        if difference.before is None:
            return added
        return removed if difference.after is None else changed(difference)

    return classify
