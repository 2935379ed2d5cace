"""Amendments, as far as one revision can tell: who says so, when, what of, and what stands now."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from site_builder.checks.amendment_rules import (
    BEFORE_PLAN,
    CHAIN,
    FORMER_ID,
    NO_SUCH_KEY,
    NOT_A_VALUE,
    OTHER_VALUE,
    SAYS_NOTHING,
    TWICE,
    UNCITABLE,
)
from site_builder.checks.view import PlanView, View
from site_builder.model import keys
from site_builder.model.amendment import Amendment
from site_builder.model.base import Unknown
from site_builder.model.entries import Entry, by_key, entries
from site_builder.model.facts import plan_facts
from site_builder.model.plan import Plan
from site_builder.sources.near import did_you_mean, near
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.place import Node
from site_builder.terms.text import Text, same

_ENDED = Text("không còn trong kế hoạch, vì không có “to”", "gone from the plan: there is no “to”")
_THERE = Text("một điều có trong kế hoạch", "something that the plan holds")
_NUMBER_AND_DATE = Text("văn bản có số và ngày", "a document with number and date")
_ANOTHER = Text(
    "một văn bản khác: kế hoạch không tự sửa đổi nó",
    "another document: a plan does not amend itself",
)
NOT_BEFORE = Text("không sớm hơn ngày ban hành kế hoạch {day}", "no earlier than the plan, {day}")
_CANONICAL = Text("giá trị viết như “plansite diff” in ra", "a value as `plansite diff` prints it")
_NEW_KEY = Text("một khóa như “plansite diff” in ra", "a key as `plansite diff` prints it")
_FROM_TO = Text("“from” khác “to”", "a “from” that differs from “to”")
_ONE_OF_BOTH = Text("“from”, “to” hoặc cả hai", "“from”, “to” or both")
_ONCE = Text("mỗi thay đổi ghi một lần", "each change once")
_FREE = Text("một mã không còn dùng, ghi ở một chỉ tiêu", "an id out of use, at one indicator")


def citable(view: View) -> Iterator[Finding]:
    """Amendments by a document without number or date, or from before the plan itself."""
    for plan in view.plans:
        for i, amendment in enumerate(plan.plan.amendments):
            known = view.documents.get(amendment.document)
            if known is None:
                # Of an id that is not listed another rule speaks.
                continue
            where = plan.at("amendments", i, "document")
            if amendment.document == plan.plan.document or known.plan == plan.id:
                yield UNCITABLE.finding(where, read=amendment.document, expected=_ANOTHER)
            elif not isinstance(known.number, str) or not isinstance(known.issued, Period):
                yield UNCITABLE.finding(where, read=amendment.document, expected=_NUMBER_AND_DATE)
            else:
                yield from _not_before(plan, amendment, known.issued, i)


def first_day(plan: Plan) -> dt.date | None:
    """The earliest day on which a plan can have been issued; None where nothing bounds it."""
    if isinstance(plan.issued, Unknown):
        return plan.issued.not_before.start if plan.issued.not_before else None
    return plan.issued.start


def _not_before(plan: PlanView, amendment: Amendment, issued: Period, i: int) -> Iterator[Finding]:
    first = first_day(plan.plan)
    if first is None:
        return
    days = {"document": issued, "in_force": amendment.in_force}
    for key, day in days.items():
        if day is not None and day.end < first:
            yield BEFORE_PLAN.finding(
                plan.at("amendments", i, key), read=str(day), expected=NOT_BEFORE.fill(day=first)
            )
            return


def written(view: View) -> Iterator[Finding]:
    """Keys that there cannot be, values that are none, changes that change nothing."""
    for plan in view.plans:
        for entry in entries(plan.plan, view.documents):
            amended, form = entry.amended, keys.form_at(entry.key)
            if form is None:
                yield _no_such_key(plan, entry, _NEW_KEY)
                continue
            if amended.before == amended.after and not _adds_whole(entry):
                missing = amended.before is None
                read = "" if missing else f"{amended.before} → {amended.after}"
                expected = _ONE_OF_BOTH if missing else _FROM_TO
                where = plan.at(*entry.path, "what" if missing else "to")
                yield SAYS_NOTHING.finding(where, read=read, expected=expected)
            for name, value in (("from", amended.before), ("to", amended.after)):
                if value is not None and not _reads(entry.key, value):
                    where = plan.at(*entry.path, name)
                    yield NOT_A_VALUE.finding(where, read=value, expected=_CANONICAL)


def _reads(key: str, value: str | None) -> bool:
    """Whether a value is written as one of its key is; nothing is no value and written well."""
    form = keys.form_at(key)
    if form is None or value is None:
        return form is not None
    try:
        form.read(value)
    except ValueError:
        return False
    return True


def _adds_whole(entry: Entry) -> bool:
    return entry.amended.before is None and keys.is_whole(entry.key)


def _no_such_key(plan: PlanView, entry: Entry, expected: Text) -> Finding:
    folder = entry.amended.what.partition("/")[0]
    known = [fact.key for fact in plan_facts(plan.plan)]
    guess = near(entry.amended.what, [k for k in known if k.startswith(f"{folder}/")] or known)
    return NO_SUCH_KEY.finding(
        plan.at(*entry.path, "what"),
        read=entry.amended.what,
        expected=expected,
        fix=did_you_mean(guess) if guess else None,
        suggestion=guess,
    )


def stands(view: View) -> Iterator[Finding]:
    """What the latest amendment of a thing made of it must be what the plan says now."""
    for plan in view.plans:
        if not plan.whole or not plan.plan.amendments:
            continue
        now = {fact.key: fact for fact in plan_facts(plan.plan)}
        latest = {key: told[-1] for key, told in by_key(entries(plan.plan, view.documents)).items()}
        ended = {key for key, entry in latest.items() if entry.ends}
        for key, entry in latest.items():
            if not _reads(key, entry.amended.after) or _says_nothing(entry):
                # Other rules speak of these.
                continue
            fact, after = now.get(key), entry.amended.after
            if entry.ends:
                if fact is not None:
                    where = plan.at(*entry.path, "what")
                    yield OTHER_VALUE.finding(where, read=key, expected=_ENDED)
            elif fact is None:
                if not ended.intersection(keys.wholes_around(key)):
                    yield _no_such_key(plan, entry, _THERE)
            elif after is not None and not fact.is_whole and after != fact.value:
                where = plan.at(*entry.path, "to")
                yield OTHER_VALUE.finding(where, read=after, expected=same(fact.value))


def _says_nothing(entry: Entry) -> bool:
    return entry.amended.before == entry.amended.after and not _adds_whole(entry)


def follow(view: View) -> Iterator[Finding]:
    """Changes told twice, and changes that do not start from where the one before them ended."""
    for plan in view.plans:
        for told in by_key(entries(plan.plan, view.documents)).values():
            for earlier, later in itertools.pairwise(told):
                yield from _next(plan, earlier, later)


def _next(plan: PlanView, earlier: Entry, later: Entry) -> Iterator[Finding]:
    was, becomes = earlier.amended, later.amended
    if (was.before, was.after) == (becomes.before, becomes.after):
        where = plan.at(*later.path, "what")
        yield TWICE.finding(where, read=becomes.what, expected=_ONCE)
    elif (
        was.after != becomes.before
        and not keys.is_whole(later.key)
        and (_reads(later.key, was.after) and _reads(later.key, becomes.before))
    ):
        expected = Text(
            "“{value}”, như văn bản trước để lại", "“{value}”, as the one before left it"
        )
        if was.after is None:
            expected = Text("không có “from”: điều ấy đã bãi bỏ", "no “from”: it had been ended")
        yield CHAIN.finding(
            plan.at(*later.path, "from"),
            read=becomes.before or "",
            expected=expected.fill(value=was.after),
        )


def former_ids(view: View) -> Iterator[Finding]:
    """Former ids that are still in use, or that two indicators claim."""
    for plan in view.plans:
        in_use = {indicator.id for _, indicator in plan.indicators()}
        claimed: set[str] = set()
        for path, indicator in plan.indicators():
            for i, former in enumerate(indicator.formerly):
                if former in in_use or former in claimed:
                    where: Node = plan.at(*path, "formerly", i)
                    yield FORMER_ID.finding(where, read=former, expected=_FREE)
                claimed.add(former)


CHECKS = (citable, written, stands, follow, former_ids)
