"""The lives of bodies: when they began and ended, who says so, and who took over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.checks.life_rules import (
    ASSIGNED_LATER,
    CANNOT_SUCCEED,
    LATE_HEIR,
    NAMES,
    NOT_ENDED,
    REVERSED,
    UNBOUNDED,
    UNDATED,
    UNSAID,
    WHOLE_TWICE,
)
from site_builder.checks.plan_mentions import Reference, acts
from site_builder.checks.view import PlanView, View, agency, cycles
from site_builder.model.agency import Agency
from site_builder.model.base import Unknown
from site_builder.model.duty import ROLE_WORDS
from site_builder.model.entries import issued_on
from site_builder.progress.lives import Lives
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.place import Node
from site_builder.terms.text import Text

_ONE_DAY = dt.timedelta(days=1)
_A_YEAR = dt.timedelta(days=366)


def spans(view: View) -> Iterator[Finding]:
    """Bodies that ended before they began."""
    for name, body in view.agencies.items():
        last = _latest(body)
        if body.start is not None and last is not None and last < body.start.start:
            unknown = isinstance(body.until, Unknown)
            yield REVERSED.finding(
                agency(name, "until", "not_after") if unknown else agency(name, "until"),
                read=str(body.until.not_after)
                if isinstance(body.until, Unknown)
                else str(body.until),
                expected=Text("không trước {day}", "not before {day}").fill(day=body.start),
            )


def _latest(body: Agency) -> dt.date | None:
    """The latest day that can be its last; None where nothing bounds it."""
    if isinstance(body.until, Unknown):
        return body.until.not_after.end if body.until.not_after is not None else None
    return None if body.until is None else body.until.end


def vouched(view: View) -> Iterator[Finding]:
    """Ends that rest on nothing, and what only an end can have without one."""
    for name, body in view.agencies.items():
        if body.until is None:
            yield from _not_ended(name, body)
        elif isinstance(body.until, Period) and body.ended_by is None and body.ended_note is None:
            expected = Text("ended_by hoặc ended_note", "ended_by or ended_note")
            yield UNSAID.finding(agency(name, "until"), read=str(body.until), expected=expected)


def _not_ended(name: str, body: Agency) -> Iterator[Finding]:
    given = {"ended_by": body.ended_by is not None, "successors": bool(body.successors)}
    key = next((key for key, there in given.items() if there), None)
    if key is not None:
        where = Node(agency(name).file, agency(name, key).path, "key")
        expected = Text("có “until”", "“until” beside it")
        yield NOT_ENDED.finding(where, read=key, expected=expected)


def successors(view: View) -> Iterator[Finding]:
    """Bodies that cannot have taken over: in a circle, or ended by then."""
    edges = {
        name: tuple(one.agency for one in body.successors if one.agency is not None)
        for name, body in view.agencies.items()
        if body.successors
    }
    looped: set[str] = set()
    for loop in cycles(edges):
        looped.update(loop)
        at = edges[loop[0]].index(loop[1 % len(loop)])
        expected = Text("một cơ quan lập sau", "a body that came after")
        yield CANNOT_SUCCEED.finding(
            _successor(view, loop[0], edges[loop[0]][at]),
            read=" → ".join((*loop, loop[0])),
            expected=expected,
        )
    yield from _ended_by_then(view, looped)


def _successor(view: View, name: str, heir: str) -> Node:
    named = [one.agency for one in view.agencies[name].successors]
    return agency(name, "successors", named.index(heir), "agency")


def _ended_by_then(view: View, looped: set[str]) -> Iterator[Finding]:
    lives = Lives(view.agencies, dt.date.max)
    for name, body in view.agencies.items():
        if not isinstance(body.until, Period) or name in looped:
            continue
        begins = body.until.start + _ONE_DAY
        for i, one in enumerate(body.successors):
            last = None if one.agency is None else lives.ended_before(one.agency, begins)
            if last is not None:
                expected = Text(
                    "một cơ quan còn hoạt động ngày {day}", "a body that works on {day}"
                ).fill(day=begins)
                yield CANNOT_SUCCEED.finding(
                    agency(name, "successors", i, "agency"),
                    read=f"{one.agency} (until: {last})",
                    expected=expected,
                )


def bounded(view: View) -> Iterator[Finding]:
    """Ends that are doubted without a day from which on."""
    for name, body in view.agencies.items():
        if isinstance(body.until, Unknown) and body.until.not_before is None:
            yield UNBOUNDED.finding(
                agency(name, "until", "unknown"),
                read=body.until.unknown.vi,
                expected=Text("có “not_before”", "“not_before” beside it"),
            )


def late_heirs(view: View) -> Iterator[Finding]:
    """Bodies that took over the whole and began long after the end."""
    for name, body in view.agencies.items():
        last = _latest(body)
        if last is None:
            continue
        for i, one in enumerate(body.successors):
            heir = view.agencies.get(one.agency or "")
            if one.share != "whole" or heir is None or heir.start is None:
                continue
            if heir.start.start > last + _A_YEAR:
                expected = Text("bắt đầu không sau {day}", "one that began no later than {day}")
                yield LATE_HEIR.finding(
                    agency(name, "successors", i, "agency"),
                    read=f"{one.agency} (from: {heir.start})",
                    expected=expected.fill(day=last + _A_YEAR),
                )


def dated(view: View) -> Iterator[Finding]:
    """Acts in documents of which nothing says when they were issued."""
    told: set[str] = set()
    for name, body in view.agencies.items():
        for path, act in acts(body):
            entry = view.documents.get(act.document)
            if (
                entry is not None
                and issued_on(act.document, view.documents) is None
                and act.document not in told
            ):
                told.add(act.document)
                expected = Text("một văn bản có ngày", "a document with a date")
                where = agency(name, *path, "document")
                yield UNDATED.finding(where, read=act.document, expected=expected)


def names(view: View) -> Iterator[Finding]:
    """Former names that do not follow one another, or that outlast their body."""
    for name, body in view.agencies.items():
        before: Period | None = None
        for i, former in enumerate(body.renamed):
            where, last = agency(name, "renamed", i, "until"), _latest(body)
            if before is not None and former.until.end <= before.start:
                expected = Text("sau {day}", "after {day}").fill(day=before)
                yield NAMES.finding(where, read=str(former.until), expected=expected)
            elif last is not None and former.until.start >= last:
                expected = Text("trước {day}", "before {day}").fill(day=last)
                yield NAMES.finding(where, read=str(former.until), expected=expected)
            before = former.until


def wholes(view: View) -> Iterator[Finding]:
    """Bodies taken over whole of which others took over something too."""
    for name, body in view.agencies.items():
        shares = [one.share for one in body.successors]
        if "whole" in shares and len(shares) > 1:
            i = shares.index("whole")
            yield WHOLE_TWICE.finding(
                agency(name, "successors", i, "share"),
                read="whole",
                expected=Text("một cơ quan kế thừa duy nhất", "a single successor"),
            )


def assigned(view: View) -> Iterator[Finding]:
    """Duties, figures and shares that a plan gives to bodies that had ended before its issue."""
    lives = Lives(view.agencies, dt.date.max)
    for plan in view.plans:
        day = plan.plan.issued
        issued = day.not_before if isinstance(day, Unknown) else day
        if issued is None:
            continue
        for where, name in _given(plan):
            last = None if name is None else lives.ended_before(name, issued.start)
            if last is not None:
                expected = Text(
                    "một cơ quan còn hoạt động ngày {day}", "a body that works on {day}"
                ).fill(day=issued)
                yield ASSIGNED_LATER.finding(
                    where, read=f"{name} (until: {last})", expected=expected
                )


def _given(plan: PlanView) -> Iterator[Reference]:
    """Every body that is to do something or whose figures count, with its place."""
    yield plan.at("whole"), plan.plan.whole
    for path, indicator in plan.indicators():
        yield plan.at(*path, "whole"), indicator.whole
        shares = indicator.allocation.shares if indicator.allocation else {}
        for name in shares:
            yield plan.key(*path, "allocation", "shares", name), name
    for i, duty in enumerate(plan.plan.duties):
        for role in ROLE_WORDS:
            for j, member in enumerate(duty.members(role)):
                yield plan.at("duties", i, role, j), member


CHECKS = (spans, vouched, bounded, successors, late_heirs, dated, names, wholes, assigned)
