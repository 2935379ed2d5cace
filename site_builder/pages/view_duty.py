"""A duty as pages show it: who, in which role, by when, how far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.base import Words
from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Duty, Timing
from site_builder.model.indicator import Interval
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import ClauseRef, Ref, clause_ref
from site_builder.pages.view_target import row_anchor, unless_same
from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.terms.period import format_date
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
    by_body: tuple[tuple[Ref, Judgement], ...]
    """Each body's own judgement, where they differ."""
    indicators: tuple[Ref, ...]
    """The indicators that it serves, by their rows among the plan's targets."""
    note: Words | None


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


def duty_view(repository: Repository, state: DutyState, reason: str = "") -> DutyView:
    """The view of a duty of a plan."""
    duty = state.duty
    plan_id = state.plan_id
    when = timing(duty.when, state.due)
    return DutyView(
        anchor=paths.duty_anchor(duty.id),
        path=paths.duty(plan_id, duty.id),
        clause=clause_ref(plan_id, duty.clause),
        task=duty.task,
        roles=_roles(repository, duty),
        held=" ".join(f"{agency}/{role}" for role, agency in duty.assignments()),
        requested=duty.requested,
        timing=when if duty.when and when.vi != state.judgement.status.words.vi.lower() else None,
        wording=unless_same(duty.when.wording if duty.when else None, when),
        judgement=state.judgement,
        reason=reason,
        by_body=_by_body(repository, state),
        indicators=_indicators(repository, plan_id, duty),
        note=None if _says(state.judgement, duty.note) else duty.note,
    )


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


def _roles(repository: Repository, duty: Duty) -> tuple[RoleView, ...]:
    named: dict[tuple[str, ...], list[Text]] = {}
    for role, words in ROLE_WORDS.items():
        if members := duty.members(role):
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


def _by_body(repository: Repository, state: DutyState) -> tuple[tuple[Ref, Judgement], ...]:
    if len({judgement.status for judgement in state.by_agency.values()}) < 2:
        return ()
    return tuple((body_ref(repository, a), j) for a, j in state.by_agency.items())


def _indicators(repository: Repository, plan_id: str, duty: Duty) -> tuple[Ref, ...]:
    if not duty.indicators:
        return ()
    named = {i.id: i.name for i in repository.plans[plan_id].indicators()}
    return tuple(
        Ref(named[i], f"{paths.plan(plan_id)}#{row_anchor(i)}")
        for i in duty.indicators
        if i in named
    )
