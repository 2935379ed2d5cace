"""By what the duties of a plan can be narrowed: the bodies, roles and statuses that occur."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.duty import ROLE_WORDS
from site_builder.model.repository import Repository
from site_builder.pages.choice import Choice
from site_builder.pages.collation import sort_key
from site_builder.pages.view import text
from site_builder.pages.view_duty import body_ref
from site_builder.progress.snapshot import DutyState
from site_builder.terms.status import Status


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """What can be chosen, in the order in which it is offered."""

    bodies: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    states: tuple[Choice, ...]


def duty_filter(repository: Repository, duties: Iterable[DutyState]) -> DutyFilter:
    """The choices for some duties: bodies by name, roles and statuses as they always stand."""
    duties = tuple(duties)
    held = [one for state in duties for one in state.duty.assignments()]
    roles, bodies = {role for role, _ in held}, {agency for _, agency in held}
    states = {state.judgement.status for state in duties}
    named = [Choice(agency, text(body_ref(repository, agency).name)) for agency in bodies]
    return DutyFilter(
        bodies=tuple(sorted(named, key=lambda one: (sort_key(one.label.vi), one.value))),
        roles=tuple(Choice(role, words) for role, words in ROLE_WORDS.items() if role in roles),
        states=tuple(Choice(status.value, status.words) for status in Status if status in states),
    )
