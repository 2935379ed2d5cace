"""Every duty in a line: grouped by how its time is printed, with the words that filters ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.duty import ROLE_WORDS, Duty
from site_builder.model.indicator import Interval
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.choice import Choice
from site_builder.pages.collation import sort_key
from site_builder.pages.duty_calendar import Bodies, bodies
from site_builder.pages.view import agency_short, plan_number, text
from site_builder.pages.view_duty import DutyBrief, duty_brief, timing
from site_builder.progress.calendar import first_duty_day, span_end
from site_builder.progress.members import LEADING, Membership
from site_builder.progress.snapshot import DutyState, Judgement, PlanState, Snapshot
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same

LISTED = 60
"""About as many lines as a small page holds. A group that would go beyond is counted by plan, but
for printed deadlines, which are always listed."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a filter finds a line by: values parted by spaces, one string for each control."""

    plan: str
    agency: str
    """`body/role` for every body in every role."""
    state: str
    year: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty with who answers for it and how it stands."""

    duty: DutyBrief
    plan: Text
    timing: Text | None
    """None where the group's title says as much."""
    bodies: Bodies
    judgement: Judgement
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Count:
    """How many duties of a group one plan has."""

    plan: Text
    path: str
    number: int


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties whose time is printed alike: listed, or counted by plan."""

    anchor: str
    title: Text
    number: int
    lines: tuple[DutyLine, ...]
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """What each control of the filter offers: values that occur, and no others."""

    plans: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    states: tuple[Choice, ...]
    years: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """Every duty of every plan."""

    groups: tuple[DutyGroup, ...]
    options: Options
    total: int
    listed: int


GROUPS: dict[str, Text] = {
    "han": Text("Có hạn in trong văn bản", "With a printed deadline"),
    "month": Text("Hằng tháng", "Every month"),
    "quarter": Text("Hằng quý", "Every quarter"),
    "half_year": Text("6 tháng một lần", "Every half-year"),
    "year": Text("Hằng năm", "Every year"),
    "term": Text("Theo nhiệm kỳ", "Once a term"),
    "unspecified": Text("Định kỳ, không ghi khoảng cách", "Periodically, no interval printed"),
    "khi-can": Text("Khi có yêu cầu hoặc phát sinh", "On request or as the need arises"),
    "thuong-xuyen": Text("Thường xuyên", "Ongoing"),
    "khong-ghi": Text("Không ghi thời hạn", "No time printed"),
}
"""The groups in the order of the page, from the most pressing time to none."""
INTERVALS: tuple[Interval, ...] = ("month", "quarter", "half_year", "year", "term", "unspecified")


def group_of(duty: Duty) -> str:
    """The group of a duty, a key of GROUPS; of several intervals the shortest decides."""
    when = duty.when
    if when is None:
        return "khong-ghi"
    if when.due is not None:
        return "han"
    for interval in INTERVALS:
        if interval in when.every:
            return interval
    return "thuong-xuyen" if when.ongoing else "khi-can"


Pair = tuple[PlanState, DutyState]


def duties(snapshot: Snapshot) -> Duties:
    """Every duty, listed or counted; dated ones by date, the others as their plans have them."""
    membership = Membership(snapshot.repository.agencies)
    pairs: dict[str, list[Pair]] = {key: [] for key in GROUPS}
    for plan in snapshot.plans.values():
        for state in plan.duties:
            pairs[group_of(state.duty)].append((plan, state))
    pairs["han"].sort(key=lambda pair: pair[1].due or dt.date.max)
    groups: list[DutyGroup] = []
    lines: list[DutyLine] = []
    for key, found in pairs.items():
        title = GROUPS[key]
        fits = key == "han" or len(lines) + len(found) <= LISTED
        listed = [_line(snapshot, membership, title, *pair) for pair in found] if fits else []
        counted = () if fits else _counts(found)
        anchor = f"nhom-{key.replace('_', '-')}"
        groups.append(DutyGroup(anchor, title, len(found), tuple(listed), counted))
        lines += listed
    return Duties(
        groups=tuple(group for group in groups if group.number),
        options=_options(snapshot.repository, lines),
        total=sum(group.number for group in groups),
        listed=len(lines),
    )


def _counts(pairs: Iterable[Pair]) -> tuple[Count, ...]:
    plans = [plan for plan, _ in pairs]
    return tuple(
        Count(plan_number(plan.plan), paths.plan(plan.plan_id), sum(p is plan for p in plans))
        for plan in {plan.plan_id: plan for plan in plans}.values()
    )


def _line(
    snapshot: Snapshot, membership: Membership, title: Text, plan: PlanState, state: DutyState
) -> DutyLine:
    duty = state.duty
    answering = [agency for role, agency in duty.assignments() if role in LEADING]
    named = answering or [agency for role, agency in duty.assignments() if role != "receives"]
    when = timing(duty.when, state.due)
    return DutyLine(
        duty=duty_brief(state),
        plan=plan_number(plan.plan),
        timing=None if when.vi.casefold() == title.vi.casefold() else when,
        bodies=bodies(snapshot, tuple(dict.fromkeys(named))),
        judgement=state.judgement,
        tokens=Tokens(
            plan=slug(plan.plan_id),
            agency=" ".join(_parts(membership, duty)),
            state=state.judgement.status.value,
            year=" ".join(str(year) for year in _years(snapshot, plan, state)),
        ),
    )


def slug(plan_id: str) -> str:
    """A plan's id as one word of a filter."""
    return plan_id.replace("/", ".")


def _parts(membership: Membership, duty: Duty) -> Iterable[str]:
    """`body/role`: as the duty names them, and for the named members of the groups."""
    parts = dict.fromkeys(f"{agency}/{role}" for role, agency in duty.assignments())
    for bound in membership.bound_by(duty):
        parts |= dict.fromkeys(f"{bound.agency}/{role}" for role in bound.roles)
    return parts


def _years(snapshot: Snapshot, plan: PlanState, state: DutyState) -> Iterable[int]:
    """The year of the deadline; of what recurs or goes on, every year to the plan's end.

    Where the plan prints no end, as far as the year after the day of judgement.
    """
    if state.due is not None:
        return (state.due.year,)
    begin = first_duty_day(plan.plan)
    if begin is None or state.duty.when is None:
        return ()
    end = span_end(plan.plan)
    return range(begin.year, (end.year if end else snapshot.as_of.year + 1) + 1)


def _options(repository: Repository, lines: list[DutyLine]) -> Options:
    plans = {line.tokens.plan: line.plan for line in lines}
    parts = {part for line in lines for part in line.tokens.agency.split()}
    agencies, roles = ({part.split("/")[at] for part in parts} for at in (0, 1))
    states = {line.tokens.state for line in lines}
    years = {year for line in lines for year in line.tokens.year.split()}
    named = {agency: text(agency_short(repository, agency)) for agency in agencies}
    return Options(
        plans=tuple(Choice(value, label) for value, label in plans.items()),
        agencies=tuple(
            Choice(agency, label)
            for agency, label in sorted(named.items(), key=lambda item: sort_key(item[1].vi))
        ),
        roles=tuple(Choice(role, words) for role, words in ROLE_WORDS.items() if role in roles),
        states=tuple(Choice(s.value, s.words) for s in Status if s.value in states),
        years=tuple(Choice(year, same(year)) for year in sorted(years)),
    )
