"""A duty as pages show it: who, in which role, by when, how far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from site_builder.model.base import Words
from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Duty, Role, Timing
from site_builder.model.indicator import Interval
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, clause_ref
from site_builder.pages.view_ending import EndView, cited, end_view
from site_builder.pages.view_life import ActView
from site_builder.pages.view_target import row_anchor, unless_same
from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.progress.times import DutyVersion, Ending
from site_builder.terms.period import format_date
from site_builder.terms.status import Status
from site_builder.terms.text import Text

EVERY_WORDS: dict[Interval, Text] = {
    "month": Text("hằng tháng", "monthly"),
    "quarter": Text("hằng quý", "quarterly"),
    "half_year": Text("6 tháng một lần", "half-yearly"),
    "year": Text("hằng năm", "yearly"),
    "term": Text("theo nhiệm kỳ", "once a term"),
    "unspecified": Text(
        "định kỳ (văn bản không ghi khoảng cách)", "periodically (no interval is printed)"
    ),
}
ON_REQUEST = Text("khi có yêu cầu hoặc phát sinh", "on request or as the need arises")
ONGOING = Text("thường xuyên", "ongoing")
NO_TIME = Text("không ghi thời hạn", "no time is printed")


@dataclass(frozen=True, slots=True)
class RoleView:
    """The bodies of one role, and whether the document leaves their list open.

    Roles that the same bodies hold are named together.
    """

    role: Text
    bodies: tuple[Ref, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class DutyBefore:
    """One change of a duty: only what it changed, as it was, or as it will be."""

    day: dt.date
    """The first day of the change."""
    by: ActView | None
    coming: bool
    """Whether it is decided and not yet in force: then what follows is how it will be."""
    roles: tuple[RoleView, ...]
    """Who held the roles that changed hands; empty where the assignment stays."""
    nobody: bool
    """Whether the roles that changed were nobody's."""
    timing: Text | None
    """The other time, where that changed."""


@dataclass(frozen=True, slots=True)
class DutyBrief:
    """One duty in a line, for pages other than its plan's."""

    path: str
    clause: ClauseRef
    task: Words
    requested: bool
    timing: Text


@dataclass(frozen=True, slots=True)
class DutyView:
    """One duty in full, ready to be laid out."""

    anchor: str
    path: str
    clause: ClauseRef
    task: Words
    roles: tuple[RoleView, ...]
    held: str
    """`tinh/lead huyen-dong/with`: every body with each role that it holds, for a filter."""
    requested: bool
    timing: Text | None
    """None where the document prints no time, or where the status says the same."""
    wording: str | None
    """The timing as printed."""
    judgement: Judgement
    reason: str
    """The anchor at which the arithmetic of several duties stands once; empty for its own."""
    by_body: tuple[tuple[Status, tuple[tuple[Ref, Judgement], ...]], ...]
    """By status which bodies have it, where they differ; in the document's order."""
    bodies: int
    """How many bodies these are."""
    indicators: tuple[Ref, ...]
    """The indicators that it serves, by their rows among the plan's targets."""
    note: Words | None
    ended: EndView | None
    """Where it no longer holds: since when, and by which document."""
    before: tuple[DutyBefore, ...]
    """What documents changed of it, the oldest change first."""


def duty_brief(state: DutyState) -> DutyBrief:
    """A duty of a plan in a line."""
    duty = state.duty
    return DutyBrief(
        path=paths.duty(state.plan_id, duty.id),
        clause=clause_ref(state.plan_id, duty.clause),
        task=duty.task,
        requested=duty.requested,
        timing=timing(duty.when, state.due),
    )


def duty_view(
    repository: Repository,
    state: DutyState,
    reason: str = "",
    as_of: dt.date | None = None,
    plan_ended: Ending | None = None,
) -> DutyView:
    """The view of a duty of a plan; after `as_of` a change that is decided is still to come.

    That the whole plan ended is said once, at its head.
    """
    duty = state.duty
    plan_id = state.plan_id
    when = timing(duty.when, state.due)
    return DutyView(
        anchor=paths.duty_anchor(duty.id),
        path=paths.duty(plan_id, duty.id),
        clause=clause_ref(plan_id, duty.clause),
        task=duty.task,
        roles=role_views(repository, duty),
        held=" ".join(f"{agency}/{role}" for role, agency in duty.assignments()),
        requested=duty.requested,
        timing=when if duty.when and when.vi != state.judgement.status.words.vi.lower() else None,
        wording=unless_same(duty.when.wording if duty.when else None, when),
        judgement=state.judgement,
        reason=reason,
        by_body=_by_body(repository, state),
        bodies=len(state.by_agency),
        indicators=_indicators(repository, plan_id, duty),
        note=None if _says(state.judgement, duty.note) else duty.note,
        ended=None if state.ended == plan_ended else end_view(repository, state.ended),
        before=changes_of(repository, state.history, as_of),
    )


def changes_of(
    repository: Repository, history: tuple[DutyVersion, ...], as_of: dt.date | None
) -> tuple[DutyBefore, ...]:
    """What was otherwise until a document changed it, and what one will change."""
    found = []
    for old, new in pairwise(history):
        if old.duty is None or new.duty is None or new.day is None:
            continue
        coming = as_of is not None and new.day > as_of
        told, other = (new.duty, old.duty) if coming else (old.duty, new.duty)
        parted = [one for one in ROLE_WORDS if told.members(one) != other.members(one)]
        if not parted and told.when == other.when:
            continue
        roles = role_views(repository, told, parted)
        found.append(
            DutyBefore(
                day=new.day,
                by=cited(repository, new.document, new.clause),
                coming=coming,
                roles=roles,
                nobody=bool(parted) and not roles,
                timing=timing(told.when, None) if told.when != other.when else None,
            )
        )
    return tuple(found)


def _says(judgement: Judgement, note: Words | None) -> bool:
    """Whether the arithmetic already says what a note says."""
    return note is not None and any(line.vi == note.vi for line in judgement.arithmetic)


def timing(when: Timing | None, due: dt.date | None) -> Text:
    """When a duty is to be done, with no more precision than is printed.

    A deadline coarser than a day is followed by the last day on which it is kept.
    """
    if when is None:
        return NO_TIME
    parts = [EVERY_WORDS[interval] for interval in when.every]
    if when.due is not None:
        parts.append(_deadline(when, due or when.due.end))
    if when.on_request:
        parts.append(ON_REQUEST)
    if when.ongoing:
        parts.append(ONGOING)
    return Text("; ".join(p.vi for p in parts), "; ".join(p.en for p in parts))


def _deadline(when: Timing, last_day: dt.date) -> Text:
    assert when.due is not None, "called for a deadline only"
    words = Text(f"hạn {when.due.words('vi')}", f"by {when.due.words('en')}")
    if when.due.kind == "day":
        return words
    ending = Text("{words} (chậm nhất {day})", "{words} (no later than {day})")
    day = Text(format_date(last_day, "vi"), format_date(last_day, "en"))
    return ending.fill(words=words, day=day)


def role_views(
    repository: Repository, duty: Duty, only: Collection[Role] = tuple(ROLE_WORDS)
) -> tuple[RoleView, ...]:
    """The bodies of each role, as far as those of `only` are asked for."""
    named: dict[tuple[str, ...], list[Text]] = {}
    for role, words in ROLE_WORDS.items():
        if role in only and (members := duty.members(role)):
            named.setdefault(members, []).append(words)
    return tuple(
        RoleView(
            role=Text(", ".join(w.vi for w in words), ", ".join(w.en for w in words)),
            bodies=tuple(body_ref(repository, a) for a in members if a != OPEN_LIST),
            open=OPEN_LIST in members,
        )
        for members, words in named.items()
    )


def body_ref(repository: Repository, agency_id: str) -> Ref:
    """A body by its short name; in English by its full name where only that is translated."""
    agency = repository.agencies.get(agency_id)
    path = paths.agency(agency_id)
    if agency is None:
        return Ref(Words(vi=agency_id, en=None), path)
    short = agency.short or agency.name
    return Ref(Words(vi=short.vi, en=short.en or agency.name.en), path)


def _by_body(
    repository: Repository, state: DutyState
) -> tuple[tuple[Status, tuple[tuple[Ref, Judgement], ...]], ...]:
    found: dict[Status, list[tuple[Ref, Judgement]]] = {}
    for agency, judgement in state.by_agency.items():
        one = body_ref(repository, agency), judgement
        found.setdefault(judgement.status, []).append(one)
    if len(found) < 2:
        return ()
    return tuple((status, tuple(bodies)) for status, bodies in found.items())


def _indicators(repository: Repository, plan_id: str, duty: Duty) -> tuple[Ref, ...]:
    if not duty.indicators:
        return ()
    named = {i.id: i.name for i in repository.plans[plan_id].indicators()}
    return tuple(
        Ref(named[i], f"{paths.plan(plan_id)}#{row_anchor(i)}")
        for i in duty.indicators
        if i in named
    )
