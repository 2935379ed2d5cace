"""Reports and values that are owed, gathered so that a page never lists hundreds of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, agency_ref, clause_ref, plan_number
from site_builder.progress.snapshot import Owed, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class OwedGroup:
    """What one body owes under one duty, or for one indicator where no duty asks for it."""

    plan: Text
    plan_path: str
    agency: Ref
    duty: Ref | None
    clause: ClauseRef | None
    indicators: tuple[Ref, ...]
    count: int
    first: Period
    last: Period
    since: dt.date
    """The day on which the oldest falls due, or fell due."""
    requested: bool
    """Whether the document only requests it."""
    illustrative: bool
    """Whether what came in for the plan is illustrative, and so what is missing as well."""
    plan_id: str = ""
    agency_id: str = ""


def owed_groups(snapshot: Snapshot, owed: Iterable[Owed]) -> tuple[OwedGroup, ...]:
    """What is still missing, grouped by body and duty; the oldest debt first."""
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[Owed]] = {}
    for item in owed:
        if item.received is None:
            duty = item.duty.id if item.duty else ""
            key = (item.plan_id, item.agency, duty, () if duty else item.indicators)
            groups.setdefault(key, []).append(item)
    made = [_group(snapshot, items) for items in groups.values()]
    return tuple(sorted(made, key=lambda group: group.since))


def overdue(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What is due and has not come in."""
    return tuple(one for one in owed if one.missing)


def waiting(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    """What has not come in and is not due yet, though its period is over."""
    return tuple(one for one in owed if one.waiting)


def _group(snapshot: Snapshot, items: list[Owed]) -> OwedGroup:
    repository = snapshot.repository
    items = sorted(items, key=lambda item: (item.due, item.period.text))
    first = items[0]
    plan_id = first.plan_id
    plan = repository.plans[plan_id]
    named = {i.id: i.name for i in plan.indicators()}
    wanted = dict.fromkeys(i for item in items for i in item.indicators if i in named)
    duty = first.duty
    return OwedGroup(
        plan=plan_number(plan),
        plan_path=paths.plan(plan_id),
        agency=agency_ref(repository, first.agency),
        duty=Ref(duty.task, paths.duty(plan_id, duty.id)) if duty else None,
        clause=clause_ref(plan_id, duty.clause) if duty else None,
        indicators=tuple(Ref(named[i], paths.indicator(plan_id, i)) for i in wanted),
        count=len(items),
        first=first.period,
        last=items[-1].period,
        since=first.due,
        requested=duty is not None and duty.requested,
        illustrative=snapshot.plans[plan_id].illustrative,
        plan_id=plan_id,
        agency_id=first.agency,
    )
