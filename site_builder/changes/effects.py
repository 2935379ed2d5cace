"""Consequences: by how much a number moves, and what becomes of statuses, on one and the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_builder.changes.amounts import moved
from site_builder.changes.catalogue import KINDS
from site_builder.changes.change import Change
from site_builder.changes.renaming import renames
from site_builder.changes.statuses import Turn, turns
from site_builder.model.act_facts import WHOLE_PLAN
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import PlanState
from site_builder.terms.text import Text

_TELLING = (
    "targets", "indicators", "baselines", "allocations", "duties", "data", "plan", "superseded",
)  # fmt: skip
"""The folders of keys whose changes can move a status."""
_OWN = Text("tình trạng: {turn}", "status: {turn}")
_OTHER = Text("tình trạng {what}: {turn}", "status {what}: {turn}")
_MORE = Text("và {count} tình trạng khác đổi theo", "and {count} other statuses change with it")
_MOST = 5
"""So many statuses are told at a change that is not of the thing itself."""


def with_effects(
    changes: tuple[Change, ...], base: Repository, head: Repository, as_of: dt.date
) -> tuple[Change, ...]:
    """The changes, each with what follows from it; every turn of a status is told once."""
    plans = {change.plan for change in changes if _tells(change)}
    plans &= base.plans.keys() & head.plans.keys()
    states = _states(base, plans, as_of), _states(head, plans, as_of)
    told = list(changes)
    for plan_id in sorted(states[0].keys() & states[1].keys()):
        # On a day before it was issued a plan has no statuses yet.
        at = [i for i, change in enumerate(changes) if change.plan == plan_id and _tells(change)]
        names = renames(base.plans[plan_id], head.plans[plan_id])
        found = turns(states[0][plan_id], states[1][plan_id], names, head.agencies)
        effects = _share_out([changes[i] for i in at], found)
        for i, said in zip(at, effects, strict=True):
            told[i] = replace(told[i], effects=said)
    return tuple(_with_amount(change, base, head) for change in told)


def _tells(change: Change) -> bool:
    """Whether it is of a kind that can move a status, whatever a policy makes of its weight."""
    editorial = KINDS[change.kind.code].weight == "editorial"
    return bool(change.plan) and not editorial and change.what.split("/")[0] in _TELLING


def _states(
    repository: Repository, plans: Iterable[str], as_of: dt.date
) -> Mapping[str, PlanState]:
    """The state of these plans alone, with all their figures, illustrative ones included."""
    wanted = frozenset(plans)
    if not wanted:
        return {}
    part = replace(
        repository,
        plans={plan_id: repository.plans[plan_id] for plan_id in sorted(wanted)},
        progress=tuple(row for row in repository.progress if row.plan in wanted),
        duty_rows=tuple(row for row in repository.duty_rows if row.plan in wanted),
        reports=tuple(row for row in repository.reports if row.plan in wanted),
        assessments=tuple(row for row in repository.assessments if row.plan in wanted),
    )
    return take_snapshot(part, as_of).plans


def _share_out(changes: list[Change], found: Iterable[Turn]) -> list[tuple[Text, ...]]:
    """Each turn at the change of its own thing, else at the first that has to do with it."""
    own: list[list[Text]] = [[] for _ in changes]
    others: list[list[Text]] = [[] for _ in changes]
    for turn in found:
        first = _first(changes, turn.key, exact=True)
        if first is not None:
            own[first].append(_OWN.fill(turn=turn.said))
            continue
        first = _first(changes, turn.thing, exact=False)
        what = turn.label if first is not None else turn.subject
        others[first or 0].append(_OTHER.fill(what=what, turn=turn.said))
    return [(*mine, *_some(more)) for mine, more in zip(own, others, strict=True)]


def _first(changes: list[Change], key: str, *, exact: bool) -> int | None:
    for at, change in enumerate(changes):
        what = change.what if exact else _thing(change.what)
        if what == key or (exact and what.startswith(f"{key}/")):
            return at
    return None


def _thing(what: str) -> str:
    """The indicator or duty that a key is about: `targets/x/2025` and `data/progress/x/…` → x."""
    folder, _, rest = what.partition("/")
    if folder == "data":
        table, _, rest = rest.partition("/")
        folder = "duties" if table in ("duties", "reports") else "indicators"
    if folder == "superseded":
        part = rest.partition("/")[2]
        return part if part.startswith(WHOLE_PLAN) else _thing(part)
    if folder == "plan":
        return what
    kind = "duties" if folder == "duties" else "indicators"
    return f"{kind}/{rest.split('/')[0]}"


def _some(said: list[Text]) -> list[Text]:
    if len(said) <= _MOST:
        return said
    return [*said[:_MOST], _MORE.fill(count=len(said) - _MOST)]


def _with_amount(change: Change, base: Repository, head: Repository) -> Change:
    plans = base.plans.get(change.plan), head.plans.get(change.plan)
    amount = moved(change, *plans)
    return change if amount is None else replace(change, effects=(amount, *change.effects))
