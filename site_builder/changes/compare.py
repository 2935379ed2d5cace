"""The story of a comparison: plan by plan and key by key, then the lists, the figures, the policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.changes import lists, plan_facts
from site_builder.changes.catalogue import KINDS
from site_builder.changes.change import NOTHING, Change
from site_builder.changes.data import data_changes
from site_builder.changes.differences import fact_changes
from site_builder.changes.naming import words
from site_builder.changes.renaming import amendment_of, renames, under_new_name
from site_builder.changes.sides import side
from site_builder.model.facts import agency_facts, document_facts
from site_builder.model.facts import plan_facts as facts_of
from site_builder.model.plan import Plan
from site_builder.model.policy import Policy, Weight
from site_builder.model.repository import (
    AGENCIES_FILE,
    DOCUMENTS_FILE,
    POLICY_FILE,
    Repository,
    plan_file,
)
from site_builder.model.rows import Row
from site_builder.terms.place import Node
from site_builder.terms.text import Text, same


@dataclass(frozen=True, slots=True)
class Gaps:
    """What one of the revisions could not be read of: that it is absent there means nothing."""

    plans: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    """Plans whose figures are not compared."""
    lists: frozenset[str] = frozenset()
    """Files of shared lists that are not compared."""


def compare(
    base: Repository, head: Repository, as_of: dt.date, gaps: Gaps | None = None
) -> tuple[Change, ...]:
    """Every change from `base` to `head`, plan by plan in the order of the files.

    Weights are those of the policy of the base. Of two equal repositories there is none. `as_of`
    tells which periods are closed.
    """
    skip = gaps or Gaps()
    found = [*_policy_changes(base.policy, head.policy), *_list_changes(base, head, skip)]
    old, new = _rows(base), _rows(head)
    for plan_id in sorted({*base.plans, *head.plans} - skip.plans):
        found += _plan_changes(plan_id, base, head)
        if plan_id in base.plans and plan_id in head.plans and plan_id not in skip.figures:
            names = renames(base.plans[plan_id], head.plans[plan_id])
            sides = side(base, plan_id, names), side(head, plan_id)
            rows = old.get(plan_id, ()), new.get(plan_id, ())
            found += data_changes(*rows, *sides, names, as_of)
    return tuple(_weighed(change, base.policy) for change in found)


def _weighed(change: Change, policy: Policy) -> Change:
    """With the weight that the policy gives it; a change of the policy itself is always looked at."""
    weight: Weight | None = policy.weights.get(change.kind.code)  # type: ignore[call-overload]
    if weight is None or weight == change.kind.weight:
        return change
    if change.kind is lists.POLICY and weight != "authority":
        return change
    return replace(change, kind=replace(change.kind, weight=weight))


def _policy_changes(base: Policy, head: Policy) -> Iterator[Change]:
    for code in sorted({*base.weights, *head.weights}):
        before, after = base.weights.get(code), head.weights.get(code)
        if before != after:
            usual = KINDS[code].weight
            yield Change(
                kind=lists.POLICY,
                plan="",
                what=f"policy/{code}",
                subject=KINDS[code].title,
                clause="",
                before=before or "",
                after=after or "",
                said_before=WEIGHT_WORDS[before or usual],
                said_after=WEIGHT_WORDS[after or usual],
                where=Node(POLICY_FILE, ("weights", code)),
                revision="head" if after else "base",
                anchor=None if after else Node(POLICY_FILE),
            )


WEIGHT_WORDS: Mapping[Weight, Text] = {
    "authority": Text("cần căn cứ", "needs authority"),
    "review": Text("cần người xem", "needs review"),
    "data": Text("số liệu", "data"),
    "editorial": Text("biên tập", "editorial"),
}


def _rows(repository: Repository) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    tables: tuple[Iterable[Row], ...] = (
        repository.progress, repository.duty_rows, repository.reports, repository.assessments,
    )  # fmt: skip
    for rows in tables:
        for row in rows:
            found.setdefault(row.plan, []).append(row)
    return found


def _list_changes(base: Repository, head: Repository, skip: Gaps) -> Iterator[Change]:
    sides = side(base), side(head)
    if DOCUMENTS_FILE not in skip.lists:
        facts = document_facts(base.documents), document_facts(head.documents)
        yield from fact_changes(*facts, *sides, DOCUMENTS_FILE)
    if AGENCIES_FILE not in skip.lists:
        facts = agency_facts(base.agencies), agency_facts(head.agencies)
        yield from fact_changes(*facts, *sides, AGENCIES_FILE)


def _plan_changes(plan_id: str, base: Repository, head: Repository) -> Iterator[Change]:
    old, new = base.plans.get(plan_id), head.plans.get(plan_id)
    if old is None or new is None:
        yield _whole_plan(plan_id, old, new)
        return
    if old == new:
        # As most plans of a large repository are; to take one apart costs more than to see that.
        return
    names = renames(old, new)
    sides = side(base, plan_id, names), side(head, plan_id)
    before = (under_new_name(fact, names) for fact in facts_of(old))
    after = (amendment_of(fact, names) for fact in facts_of(new))
    yield from fact_changes(before, after, *sides, plan_file(plan_id))


_HOLDS = Text(
    "{indicators} chỉ tiêu, {duties} nhiệm vụ", "{indicators} indicators, {duties} duties"
)


def _whole_plan(plan_id: str, old: Plan | None, new: Plan | None) -> Change:
    plan = new or old
    assert plan is not None
    number = plan.number if isinstance(plan.number, str) else plan_id
    return Change(
        kind=plan_facts.PLAN_ADDED if new else plan_facts.PLAN_REMOVED,
        plan=plan_id,
        what="plan",
        subject=Text(plan.title.vi, plan.title.of("en")),
        clause="",
        before=plan_id if old else "",
        after=plan_id if new else "",
        said_before=same(number) if old else NOTHING,
        said_after=same(number) if new else NOTHING,
        where=Node(plan_file(plan_id)),
        revision="head" if new else "base",
        anchor=None if new else Node(plan_file(plan_id)),
        detail=_HOLDS.fill(indicators=len(list(plan.indicators())), duties=len(plan.duties)),
    )


def titles(base: Repository, head: Repository) -> dict[str, Text]:
    """What each plan of either revision is called: its number, where it has one, and its title."""
    return {plan_id: _title(plan) for plan_id, plan in {**base.plans, **head.plans}.items()}


def _title(plan: Plan) -> Text:
    title = words(plan.title)
    if not isinstance(plan.number, str):
        return title
    return Text("{number} – {title}", "{number} – {title}").fill(number=plan.number, title=title)
