"""Duties and deadlines: what is due now, what has passed in silence, then every duty by its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder.pages import paths
from site_builder.pages.duty_calendar import (
    OPEN,
    DueKind,
    DueLine,
    Window,
    due_lines,
    next_due,
    window,
)
from site_builder.pages.duty_lines import Duties, duties
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, ClauseRef, Ref, clause_ref, plan_number
from site_builder.pages.view_duty import timing
from site_builder.pages.view_owed import overdue
from site_builder.pages.view_target import period_words
from site_builder.progress.snapshot import DutyState, Judgement, PlanState, Snapshot
from site_builder.progress.wording import day
from site_builder.terms.text import Text

TITLE = Text("Nhiệm vụ và thời hạn", "Duties and deadlines")
ABOUT = Text(
    "Việc gì đến hạn trong quý này và 90 ngày tới, việc gì đã qua hạn, và mọi nhiệm vụ của mọi kế "
    "hoạch theo thời hạn.",
    "What is due this quarter and within 90 days, what is past its deadline, and every duty of "
    "every plan by its time.",
)


@dataclass(frozen=True, slots=True)
class Day:
    """What falls due on one day."""

    day: dt.date
    lines: tuple[DueLine, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A duty past its printed deadline that is not known to be done."""

    duty: Ref
    clause: ClauseRef
    plan: Text
    requested: bool
    timing: Text
    days: int
    """Days since the deadline."""
    years: Text | None
    """The same in years, where it is more than two."""
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Missing:
    """The reports of one plan that are due and have not come in."""

    plan: Text
    path: str
    reports: int
    bodies: int
    since: dt.date
    illustrative: bool


@dataclass(frozen=True, slots=True)
class DeadlinesData:
    """Everything on the page, in the order in which it stands there."""

    answer: Text
    """What is due this quarter, in a sentence; nothing is said as well."""
    window: Window
    quarter: tuple[Day, ...]
    soon: tuple[Day, ...]
    """After the quarter, within 90 days."""
    next: DueLine | None
    """The first that is due on or after the day of judgement and not known to be done."""
    now: int
    """How many printed deadlines and reports fall due within the quarter."""
    ahead: int
    """How many do from the day of judgement on, within 90 days."""
    passed: tuple[Passed, ...]
    missing: tuple[Missing, ...]
    missing_total: int
    duties: Duties
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one list of duties."""
    yield Page(
        path=paths.DEADLINES,
        kind=KIND.name,
        title=TITLE,
        description=ABOUT,
        data=deadlines_data(context.snapshot),
        crumbs=(HOME_CRUMB,),
        illustrative=any(plan.illustrative for plan in context.snapshot.plans.values()),
        finds=(Find("page", TITLE, ABOUT, also=("đến hạn", "quá hạn", "lịch", "deadline", "due")),),
    )


def deadlines_data(snapshot: Snapshot) -> DeadlinesData:
    """What the page shows."""
    asked = window(snapshot.as_of)
    lines = due_lines(snapshot, asked.quarter.start)
    quarter = tuple(line for line in lines if line.day <= asked.quarter.end)
    dated = [line for line in lines if line.kind != "round"]
    missing = tuple(found for plan in snapshot.plans.values() if (found := _missing(plan)))
    return DeadlinesData(
        answer=_answer(asked, quarter),
        window=asked,
        quarter=_days(quarter),
        soon=_days(line for line in lines if asked.quarter.end < line.day <= asked.until),
        next=next_due(lines, snapshot.as_of),
        now=sum(line.day <= asked.quarter.end for line in dated),
        ahead=sum(snapshot.as_of <= line.day <= asked.until for line in dated),
        passed=_all_passed(snapshot),
        missing=missing,
        missing_total=sum(one.reports for one in missing),
        duties=duties(snapshot),
        illustrative=any(plan.illustrative for plan in snapshot.plans.values()),
    )


def _days(lines: Iterable[DueLine]) -> tuple[Day, ...]:
    return tuple(Day(day, tuple(due)) for day, due in groupby(lines, key=lambda line: line.day))


def _answer(asked: Window, lines: tuple[DueLine, ...]) -> Text:
    kinds = [line.kind for line in lines]
    parts = [_many(kinds.count(kind), *words) for kind, words in _COUNTED.items() if kind in kinds]
    ends = {line.day for line in lines if line.kind == "round"}
    if len(ends) == 1:
        parts[-1] = _ON.fill(part=parts[-1], day=day(*ends))
    sentence = _DUE if "deadline" in kinds or "report" in kinds else _NOTHING
    if not parts:
        sentence = _EMPTY
    listed = Text(_listed([p.vi for p in parts], " và "), _listed([p.en for p in parts], " and "))
    return sentence.fill(quarter=period_words(asked.quarter.text), parts=listed)


def _listed(parts: list[str], last: str) -> str:
    return last.join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def _many(number: int, vi: str, one: str, many: str) -> Text:
    return Text(f"{number} {vi}", f"{number} {one if number == 1 else many}")


_COUNTED: dict[DueKind, tuple[str, str, str]] = {
    "deadline": ("hạn in trong văn bản", "printed deadline", "printed deadlines"),
    "report": ("kỳ báo cáo đến hạn", "report due", "reports due"),
    "round": (
        "nhiệm vụ lặp lại hết kỳ",
        "recurring duty ends a round",
        "recurring duties end a round",
    ),
}
_DUE = Text("Trong {quarter} có {parts}.", "In {quarter}: {parts}.")
_NOTHING = Text(
    "Trong {quarter} không có hạn nào in trong văn bản và không có báo cáo nào đến hạn; {parts}.",
    "No printed deadline falls in {quarter} and no report is due; {parts}.",
)
_ON = Text("{part} ngày {day}", "{part} on {day}")
_EMPTY = Text(
    "Trong {quarter} không có nhiệm vụ hay báo cáo nào đến hạn.",
    "Nothing has a deadline and no report is due in {quarter}.",
)


def _all_passed(snapshot: Snapshot) -> tuple[Passed, ...]:
    """The longest passed first."""
    found = [
        _passed(plan, state, (snapshot.as_of - state.due).days, snapshot.as_of)
        for plan in snapshot.plans.values()
        for state in plan.duties
        if state.due is not None and state.due < snapshot.as_of and state.judgement.status in OPEN
    ]
    return tuple(sorted(found, key=lambda one: -one.days))


def _years(since: dt.date, as_of: dt.date) -> Text | None:
    """`hơn 5 năm`; `5 năm` on the very day; None up to two years."""
    turned = (as_of.month, as_of.day) >= (since.month, since.day)
    years = as_of.year - since.year - (not turned)
    if years < _MANY_YEARS:
        return None
    exact = (as_of.month, as_of.day) == (since.month, since.day)
    return (_YEARS if exact else _OVER).fill(n=years)


_MANY_YEARS = 2
_YEARS = Text("{n} năm", "{n} years")
_OVER = Text("hơn {n} năm", "over {n} years")


def _passed(plan: PlanState, state: DutyState, days: int, as_of: dt.date) -> Passed:
    duty = state.duty
    return Passed(
        duty=Ref(duty.task, paths.duty(plan.plan_id, duty.id)),
        clause=clause_ref(plan.plan_id, duty.clause),
        plan=plan_number(plan.plan),
        requested=duty.requested,
        timing=timing(duty.when, state.due),
        days=days,
        years=_years(state.due, as_of) if state.due else None,
        judgement=state.judgement,
    )


def _missing(plan: PlanState) -> Missing | None:
    owed = overdue(plan.reports)
    if not owed:
        return None
    return Missing(
        plan=plan_number(plan.plan),
        path=paths.plan(plan.plan_id),
        reports=len(owed),
        bodies=len({one.agency for one in owed}),
        since=min(one.due for one in owed),
        illustrative=plan.illustrative,
    )


KIND = PageKind(name="deadlines", title=TITLE, template="deadlines.html", pages=pages)
