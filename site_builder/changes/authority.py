"""Authority: every change that needs one is matched, letter by letter, with the amendment that the
head cites for it; what is missing, contradicts or matches nothing is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from site_builder.changes.change import Change
from site_builder.changes.closed import overwritten
from site_builder.changes.naming import document
from site_builder.changes.renaming import renames
from site_builder.checks.amendment_rules import (
    BEFORE_PLAN,
    CONTRADICTS,
    MATCHES_NOTHING,
    NEVER,
    NO_AUTHORITY,
)
from site_builder.checks.plan_amendments import NOT_BEFORE
from site_builder.model import keys
from site_builder.model.canonical import line
from site_builder.model.entries import Entry, by_key, entries
from site_builder.model.facts import plan_facts
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository, plan_file
from site_builder.terms.finding import Finding
from site_builder.terms.period import Period
from site_builder.terms.place import Node, Step
from site_builder.terms.text import Text, same

Values = tuple[str | None, str | None]
"""From and to; None where there is none."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The changes with the authority of each, and what is wrong with it."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def judge(changes: Iterable[Change], base: Repository, head: Repository) -> Judged:
    """Match what changed with the amendments of the head."""
    by_plan: dict[str, list[Change]] = {p: [] for p in ("", *sorted({*base.plans, *head.plans}))}
    for change in changes:
        by_plan[change.plan].append(change)
    found: list[Finding] = []
    judged: list[Change] = []
    for plan_id, told in by_plan.items():
        cites = _Cites.of(plan_id, base, head)
        covered = [
            replace(
                change, authority=cites.document(change), cited=cites.named.get(change.what, "")
            )
            for change in told
        ]
        judged += covered
        found += [_lacking(change, head) for change in covered if cites.says_nothing_of(change)]
        found += overwritten(covered)
        if plan_id in base.plans and plan_id in head.plans:
            # A plan that comes with its amendments has no base that they could have changed.
            found += _wrong(cites, base.plans[plan_id], head.plans[plan_id], plan_id)
            found += _before_the_base(cites, base.plans[plan_id], head, plan_id)
    return Judged(tuple(judged), tuple(found))


@dataclass(frozen=True, slots=True)
class _Cites:
    """The amendments of one plan: those of this comparison, and of the older ones the last on each
    key, for an older one is no permit to make its change a second time."""

    added: Mapping[str, tuple[Entry, ...]]
    """By key, from the earliest on."""
    latest: Mapping[str, Entry]
    named: Mapping[str, str]
    """By every key that those of this comparison name, of whatever day, the document."""

    @staticmethod
    def of(plan_id: str, base: Repository, head: Repository) -> _Cites:
        plan = head.plans.get(plan_id)
        if plan is None:
            return _Cites({}, {}, {})
        known = _known(base.plans.get(plan_id), plan)
        every = tuple(entries(plan, head.documents))
        added = {id(entry) for entry in every if _identity(entry, entry.key) not in known}
        told = by_key(every)
        return _Cites(
            added={
                key: new
                for key, one in told.items()
                if (new := tuple(entry for entry in one if id(entry) in added))
            },
            latest={key: one[-1] for key, one in told.items()},
            named={e.key: e.amendment.document for e in every if id(e) in added},
        )

    def document(self, change: Change) -> str:
        """The document whose amendment says exactly this; empty where there is none."""
        if not change.kind.authorised:
            return ""
        values = change.before or None, change.after or None
        entry = self._saying(change.what, values)
        return entry.amendment.document if entry else ""

    def _saying(self, key: str, values: Values) -> Entry | None:
        new = self.added.get(key, ())
        if new and _lead(new, key, values):
            return new[-1]
        old = self.latest.get(key)
        return next((one for one in (*new, old) if one and _lead((one,), key, values)), None)

    def agrees(self, key: str, values: Values) -> bool:
        """Whether an amendment of this comparison says exactly this."""
        new = self.added.get(key, ())
        return _lead(new, key, values) or any(_lead((one,), key, values) for one in new)

    def says_nothing_of(self, change: Change) -> bool:
        """Whether a change that needs it has no authority, not even one that contradicts it."""
        return change.uncovered and not (change.kind.authorised and change.what in self.named)


def _lead(chain: tuple[Entry, ...], key: str, values: Values) -> bool:
    """Whether amendments, one after the other, lead from the one value to the other."""
    before, after = values
    if _said(chain[0].amended.before) != before:
        return False
    for earlier, later in pairwise(chain):
        if _said(earlier.amended.after) != _said(later.amended.before):
            return False
    last = _said(chain[-1].amended.after)
    # What a whole thing was added as, the plan itself holds.
    return last == after or (before is None and last is None and keys.is_whole(key))


def _said(value: str | None) -> str | None:
    return None if value is None else line(value)


def _known(old: Plan | None, new: Plan) -> frozenset[tuple[str | None, ...]]:
    """The identities, under the ids of the head, of the amendments that the base has already."""
    if old is None:
        return frozenset()
    names = renames(old, new)
    return frozenset(_identity(entry, keys.renamed(entry.key, names)) for entry in entries(old, {}))


def _identity(entry: Entry, key: str) -> tuple[str | None, ...]:
    """An entry is the same while document, key and values are; clause and day may be mended."""
    return entry.amendment.document, key, entry.amended.before, entry.amended.after


# ------------------------------------------------------------------------ what is wrong

_WANTED = Text(
    "một mục trong “amendments” ghi what: {what}{before}{after}{clause}",
    "an entry under “amendments” with what: {what}{before}{after}{clause}",
)
_FROM = Text(", from: {value}", ", from: {value}")
_TO = Text(", to: {value}", ", to: {value}")
_CLAUSE = Text(" (mục {clause})", " (clause {clause})")
_NOTHING = Text("(không có)", "(none)")
_EMPTY = Text("", "")
_KEPT = Text("giữ nguyên: {before}", "left as it was: {before}")
_HAPPENED = Text(
    "khóa của một thay đổi trong lần này", "the key of something that changes with this"
)


def _lacking(change: Change, head: Repository) -> Finding:
    before, after = (said.vi or _NOTHING.vi for said in (change.said_before, change.said_after))
    read = f"{change.subject.vi}: {before} → {after}"
    where = change.where if change.revision == "head" else change.anchor or change.where
    if not change.kind.authorised or change.plan not in head.plans:
        return NEVER.finding(where, read=read, expected=_KEPT.fill(before=change.said_before))
    said_before, said_after = wanted(change)
    expected = _WANTED.fill(
        what=change.what,
        before=_FROM.fill(value=said_before) if said_before else _EMPTY,
        after=_TO.fill(value=said_after) if said_after else _EMPTY,
        clause=_CLAUSE.fill(clause=change.clause) if change.clause else _EMPTY,
    )
    return NO_AUTHORITY.finding(where, read=read, expected=expected)


def wanted(change: Change) -> Values:
    """The values that an amendment of this change states."""
    if not change.before and keys.is_whole(change.what):
        return None, None
    return change.before or None, change.after or None


def _wrong(cites: _Cites, old: Plan, new: Plan, plan_id: str) -> Iterator[Finding]:
    """Amendments of this comparison that say of a key what did not happen to it."""
    if not cites.added:
        return
    names = renames(old, new)
    before = {keys.renamed(fact.key, names): fact for fact in plan_facts(old)}
    after = {fact.key: fact for fact in plan_facts(new)}
    for key, told in cites.added.items():
        was, becomes = before.get(key), after.get(key)
        values = was.value if was else None, becomes.value if becomes else None
        whole_stays = was is not None and becomes is not None and becomes.is_whole
        if values[0] == values[1] or whole_stays:
            for entry in told:
                where = Node(plan_file(plan_id), (*entry.path, "what"))
                yield MATCHES_NOTHING.finding(where, read=entry.amended.what, expected=_HAPPENED)
        elif not cites.agrees(key, values):
            yield _contradiction(told, values, plan_id)


def _before_the_base(cites: _Cites, old: Plan, head: Repository, plan_id: str) -> Iterator[Finding]:
    """Amendments of this comparison by a document older than the plan as the base dates it.

    By the head's own date a check says the same; a date that is moved with the amendment must not
    make room for it.
    """
    if not isinstance(old.issued, Period) or head.plans[plan_id].issued == old.issued:
        return
    told: set[Step] = set()
    for entry in (one for new in cites.added.values() for one in new):
        known = head.documents.get(entry.amendment.document)
        issued = known.issued if known else None
        place = entry.path[1]
        if isinstance(issued, Period) and issued.end < old.issued.start and place not in told:
            told.add(place)
            where = Node(plan_file(plan_id), ("amendments", place, "document"))
            expected = NOT_BEFORE.fill(day=old.issued)
            yield BEFORE_PLAN.finding(where, read=str(issued), expected=expected)


def _contradiction(told: tuple[Entry, ...], values: Values, plan_id: str) -> Finding:
    """At the first value, from the earliest amendment on, that is not the one of the change."""
    before, after = values
    entry, name, read, expected = told[-1], "to", told[-1].amended.after, after
    if _said(told[0].amended.before) != before:
        entry, name, read, expected = told[0], "from", told[0].amended.before, before
    return CONTRADICTS.finding(
        Node(plan_file(plan_id), (*entry.path, name)),
        read=read or "",
        expected=same(expected) if expected else _NOTHING,
    )


def documents(changes: Iterable[Change], head: Repository) -> dict[str, Text]:
    """The documents that are cited for the changes, as they are called."""
    names = {name for change in changes for name in (change.authority, change.cited) if name}
    return {name: document(name, head.documents) for name in sorted(names)}
