"""Older states of an amended plan: they can be made again, and every name in them leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from site_builder.checks import (
    plan_breaks,
    plan_identity,
    plan_indicators,
    plan_target_shapes,
    plan_targets,
)
from site_builder.checks.plan_mentions import agencies_of, documents_of, indicators_of
from site_builder.checks.view import PlanCheck, PlanView, View
from site_builder.model import keys
from site_builder.model.duty import OPEN_LIST
from site_builder.model.entries import Entry, by_key, entries
from site_builder.model.facts import plan_facts
from site_builder.model.plan import Plan
from site_builder.model.standing import back
from site_builder.model.undoing import Values, touched
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node, Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

LOST = Rule(
    code="P205",
    severity="error",
    title=Text("Không dựng lại được bản cũ", "Older state cannot be made again"),
    reason=Text(
        "Trang của một ngày trước khi sửa đổi dựng lại kế hoạch từ các giá trị “from”.",
        "A page of a day before the amendment makes the plan again from the values “from”.",
    ),
    fix=Text(
        "Chép “what” và “from” đúng như “plansite diff” in ra giữa bản cũ và bản mới.",
        "Copy “what” and “from” as `plansite diff` prints them between the old and the new state.",
    ),
    wrong='{what: duties/tong-ket, from: "{\\"id\\": \\"khac\\"}"}',
    right='{what: duties/tong-ket, from: "{\\"id\\": \\"tong-ket\\", \\"clause\\": \\"III\\", …}"}',
)
OLD_NAME = Rule(
    code="P206",
    severity="error",
    title=Text("Bản cũ dẫn tới mã không có", "Older state names an id that does not exist"),
    reason=Text(
        "Bản cũ vẫn có trang: cơ quan, văn bản, chỉ tiêu mà nó nêu phải còn trong danh mục.",
        "The older state has its page: bodies, documents and indicators that it names stay listed.",
    ),
    fix=Text(
        "Sửa mã trong “from”, hoặc giữ mục ấy trong danh mục (kể cả khi đã kết thúc).",
        "Correct the id in “from”, or keep the entry in its list (even where it has ended).",
    ),
    wrong="{what: duties/tong-ket/lead, from: ldld-tihn, to: ldld-vung}",
    right="{what: duties/tong-ket/lead, from: ldld-tinh, to: ldld-vung}",
)
RULES = (LOST, OLD_NAME)

_LISTED = Text("mã có trong danh mục hoặc trong kế hoạch", "an id in the lists or in the plan")
_MAKES_IT = Text(
    "giá trị mà từ đó dựng lại được điều ấy", "a value from which the thing can be made again"
)
_MENTIONS = ("/within", "/indicators")
"""Keys that name indicators, which in an older state are called as they are today."""
_WORD = re.compile(r"[^\s,/\"]+")


def older_states(view: View) -> Iterator[Finding]:
    """What an older state of a plan does not say though its amendments do, whom it names, and what
    of it could never have been."""
    for plan in view.plans:
        if not plan.whole or not plan.plan.amendments:
            continue
        told = {
            key: some
            for key, some in by_key(entries(plan.plan, view.documents)).items()
            if keys.form_at(key) is not None and all(map(_reads, some))
        }
        yield from _States(view, plan, told).findings()


class _States:
    """The states of one plan, from the present one back."""

    def __init__(self, view: View, plan: PlanView, told: Mapping[str, list[Entry]]) -> None:
        self._view, self._plan, self._told = view, plan, told
        self._reported: set[str] = set()
        self._current = _names(plan, view)

    def findings(self) -> Iterator[Finding]:
        later = self._plan.plan
        for step in back(later, self._told, lambda entry: True):
            # Of the rest of the plan the state after it has told the same.
            older = touched(step.plan, step.values)
            yield from self._lost(older, step.values)
            named = _without_acts(step.plan) if _moves(step.values) else older
            ids = {one.id for one in step.plan.indicators()}
            names = _names(PlanView(self._plan.id, named), self._view, ids) - self._current
            yield from self._old_names(names)
            after = touched(later, step.values)
            if any(key.endswith("/within") for key in step.values):
                # Of shares within shares others may be part.
                older, after = _without_acts(step.plan), _without_acts(later)
            yield from self._unsound(older, after, step.values)
            later = step.plan

    def _lost(self, older: Plan, values: Values) -> Iterator[Finding]:
        facts = {fact.key: fact for fact in plan_facts(older)}
        for key, value in values.items():
            if key in self._reported or key.endswith(("/id", *_MENTIONS)):
                continue
            around = keys.wholes_around(key)
            if any(whole not in facts for whole in around):
                continue
            fact = facts.get(key)
            made = None if fact is None else fact.value
            if made == value or (keys.is_whole(key) and (made is None) == (value is None)):
                continue
            self._reported.add(key)
            where = self._at(key, value)
            yield LOST.finding(where, read=value or key, expected=_MAKES_IT)

    def _old_names(self, names: Iterable[str]) -> Iterator[Finding]:
        for name in sorted(set(names) - self._reported):
            every = (entry for some in self._told.values() for entry in some)
            naming = next((entry for entry in every if _mentions(entry, name)), None)
            if naming is not None:
                self._reported.add(name)
                where = self._plan.at(*_place([naming], naming.amended.before))
                yield OLD_NAME.finding(where, read=name, expected=_LISTED)

    def _unsound(self, older: Plan, later: Plan, values: Values) -> Iterator[Finding]:
        """What the rules say of a state and did not say of the one after it."""
        found = list(self._judged(older))
        if not found:
            return
        known = {(one.code, one.read) for one in self._judged(later)}
        paths = {fact.key: fact.path for plan in (later, older) for fact in plan_facts(plan)}
        for finding in found:
            if (finding.code, finding.read) not in known and isinstance(finding.where, Node):
                cause = _cause(finding.where.path, paths, values)
                yield replace(finding, where=self._at(cause, values[cause]), suggestion=None)

    def _judged(self, plan: Plan) -> Iterator[Finding]:
        view = replace(self._view, plans=(PlanView(self._plan.id, plan),))
        for check in _OF_ANY_STATE:
            yield from (one for one in check(view) if one.severity == "error")

    def _at(self, key: str, value: str | None) -> Node:
        return self._plan.at(*_place(self._told[key], value))


_OF_ANY_STATE: tuple[PlanCheck, ...] = (
    *plan_targets.CHECKS,
    *plan_target_shapes.CHECKS,
    *plan_breaks.CHECKS,
    plan_identity.order_of_span,
    plan_indicators.within,
)
"""Rules about what a plan says that hold of every state of it, and look at one thing at a time."""


def _without_acts(plan: Plan) -> Plan:
    return plan.model_copy(update={"amendments": (), "superseded": ()})


def _moves(values: Values) -> bool:
    """Whether indicators come or go, which others may mention."""
    return any(keys.is_whole(key) or key.endswith("/id") for key in values)


def _cause(path: tuple[Step, ...], paths: Mapping[str, tuple[Step, ...]], values: Values) -> str:
    """Of what was set in the step the key that is nearest to a place: no other can have done it."""

    def near(key: str) -> int:
        steps = zip(path, paths.get(key, ()), strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], steps))

    return max(sorted(values), key=near)


def _reads(entry: Entry) -> bool:
    """Whether the value is well written; of others another rule speaks."""
    form, value = keys.form_at(entry.key), entry.amended.before
    if form is None or value is None:
        return form is not None
    try:
        form.read(value)
    except ValueError:
        return False
    return True


def _names(plan: PlanView, view: View, known: Collection[str] = ()) -> set[str]:
    """Every id that a state of a plan mentions and that nothing has."""
    known = known or {one.id for one in plan.plan.indicators()}
    found = {name for _, name in indicators_of(plan) if name is not None and name not in known}
    if view.knows_agencies:
        found |= {name for _, name in agencies_of(plan) if name and name not in view.agencies}
    if view.knows_documents:
        found |= {name for _, name in documents_of(plan) if name and name not in view.documents}
    return found - {OPEN_LIST}


def _mentions(entry: Entry, name: str) -> bool:
    said = f"{entry.amended.what} {entry.amended.before or ''}"
    return name in _WORD.findall(said)


def _place(some: Iterable[Entry], value: str | None) -> tuple[str | int, ...]:
    entry = next((one for one in some if one.amended.before == value), None)
    assert entry is not None, "a value comes from an entry"
    return (*entry.path, "what" if value is None else "from")


CHECKS = (older_states,)
