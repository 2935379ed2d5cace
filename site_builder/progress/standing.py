"""A repository as it was known and in force on a day: nothing in it was decided or told later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from site_builder.model.base import Unknown
from site_builder.model.plan import Objective, Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import Row
from site_builder.progress.calendar import issued_by
from site_builder.progress.duties import told_on
from site_builder.progress.known_lists import bodies_as_known, documents_as_known
from site_builder.progress.observations import known_rows
from site_builder.progress.plan_standing import Standing, standing_of
from site_builder.progress.reports import registered_on
from site_builder.progress.words import known_since

_R = TypeVar("_R", bound=Row)


@dataclass(frozen=True, slots=True)
class KnownOn:
    """What was known on a day."""

    repository: Repository
    standings: Mapping[str, Standing]
    """By plan: its versions and its ends."""


def as_known(repository: Repository, as_of: dt.date) -> Repository:
    """The repository of that day: see `standing_on`."""
    return standing_on(repository, as_of).repository


def standing_on(repository: Repository, as_of: dt.date) -> KnownOn:
    """The plans issued by the day, each as it stood, and bodies, documents and rows known by it.

    What an amendment ended stays in its plan, so that its address and its record stay.
    """
    standings = {
        plan_id: standing_of(plan, repository.documents, as_of)
        for plan_id, plan in repository.plans.items()
        if _is_issued(plan, as_of)
    }
    plans = {plan_id: standing.plan for plan_id, standing in standings.items()}
    rows = _rows(repository, plans, as_of)

    def mentioned() -> Iterable[Any]:
        reporting = ({row.agency for row in some} for some in rows.values())
        return chain(_versions(standings.values()), reporting)

    listed = repository.documents
    agencies = bodies_as_known(repository.agencies, listed, mentioned, as_of)
    documents = documents_as_known(listed, plans, agencies, mentioned, as_of)
    return KnownOn(
        replace(repository, agencies=agencies, documents=documents, plans=plans, **rows), standings
    )


def _is_issued(plan: Plan, as_of: dt.date) -> bool:
    """Whether it had been issued; where the day is unknown, on its latest possible day."""
    issued = issued_by(plan)
    if issued is None and isinstance(plan.issued, Unknown) and plan.issued.not_before is not None:
        issued = plan.issued.not_before.start
    return issued is None or issued <= as_of


def _versions(standings: Iterable[Standing]) -> Iterator[Any]:
    """All that the states of a plan that pages show hold; what several have in common once."""
    seen: set[int] = set()
    for standing in standings:
        for plan in (standing.plan, *(stand.plan for stand in standing.stands)):
            for name in type(plan).model_fields:
                value = getattr(plan, name)
                for one in value if isinstance(value, tuple) else (value,):
                    for part in _parts(one):
                        if id(part) not in seen:
                            seen.add(id(part))
                            yield part


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Objective):
        yield from (
            getattr(value, name) for name in type(value).model_fields if name != "indicators"
        )
        yield from value.indicators
    else:
        yield value


def _rows(repository: Repository, plans: Mapping[str, Plan], as_of: dt.date) -> dict[str, Any]:
    """The rows that could be known by the day, in the order given, of plans that were issued."""
    every = len(plans) == len(repository.plans)

    def of_issued(rows: Iterable[_R]) -> tuple[_R, ...]:
        return tuple(rows) if every else tuple(row for row in rows if row.plan in plans)

    return {
        "progress": of_issued(known_rows(repository.progress, as_of)),
        "duty_rows": of_issued(row for row in repository.duty_rows if told_on(row) <= as_of),
        "reports": of_issued(row for row in repository.reports if registered_on(row) <= as_of),
        "assessments": of_issued(
            row for row in repository.assessments if known_since(row) <= as_of
        ),
    }
