"""Which reports fall due next, each once for all who are to send it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.duty_calendar import Bodies, bodies
from site_builder.pages.duty_lines import slug
from site_builder.pages.view import ClauseRef, Ref, clause_ref, plan_number
from site_builder.pages.view_owed import waiting
from site_builder.progress.snapshot import Owed, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Next:
    """A report that falls due next, and who is to send it."""

    due: dt.date
    days: int
    """From the day of judgement."""
    period: Period
    window: tuple[dt.date, dt.date]
    duty: Ref
    clause: ClauseRef
    plan: Text
    plan_token: str
    agencies: str
    """Their ids, for the filter."""
    requested: bool
    open: bool
    """Whether its period is not over yet."""
    bodies: Bodies


def next_reports(snapshot: Snapshot) -> tuple[Next, ...]:
    """Each report once for all who send it; of each duty the first of every interval."""
    found: dict[tuple[str, str, str], list[Owed]] = {}
    for plan in snapshot.plans.values():
        seen: dict[tuple[str, str], Period] = {}
        for owed in (*waiting(plan.reports), *plan.coming):
            if owed.duty is None or owed.judgement.status is not Status.NOT_YET_DUE:
                continue
            first = seen.setdefault((owed.duty.id, owed.period.kind), owed.period)
            if owed.period == first:
                key = (plan.plan_id, owed.duty.id, owed.period.text)
                found.setdefault(key, []).append(owed)
    made = (_next_of(snapshot, some) for some in found.values())
    return tuple(sorted(made, key=lambda one: one.due))


def _next_of(snapshot: Snapshot, some: list[Owed]) -> Next:
    one = min(some, key=lambda owed: owed.due)
    duty, agencies = one.duty, tuple(owed.agency for owed in some)
    assert duty is not None, "only reports under a duty fall due"
    window = one.window or (one.period.start, one.period.end)
    return Next(
        due=one.due,
        days=(one.due - snapshot.as_of).days,
        period=one.period,
        window=window,
        duty=Ref(duty.task, paths.duty(one.plan_id, duty.id)),
        clause=clause_ref(one.plan_id, duty.clause),
        plan=plan_number(snapshot.repository.plans[one.plan_id]),
        plan_token=slug(one.plan_id),
        agencies=" ".join(agencies),
        requested=duty.requested,
        open=window[1] > snapshot.as_of,
        bodies=bodies(snapshot, agencies),
    )
