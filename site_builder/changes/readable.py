"""What could not be read of either revision: what is then not compared, and who is told so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from site_builder.changes.change import Change
from site_builder.changes.compare import Gaps
from site_builder.checks.amendment_rules import (
    BASE_UNREADABLE,
    HEAD_UNREADABLE,
    OTHER_VALUE,
    RULES,
)
from site_builder.model.repository import AGENCIES_FILE, LIST_FILES, Repository, plan_file
from site_builder.sources.filing import is_plan_file, is_table_file, plan_id
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node, Point
from site_builder.terms.text import Text

_AMENDMENT_CODES = frozenset(rule.code for rule in RULES)
_NO_ERROR = Text("không có lỗi", "no errors")


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision: what it says, its files, what is wrong with it."""

    repository: Repository
    files: Collection[str]
    findings: tuple[Finding, ...]
    broken: frozenset[str]
    """YAML files that do not fit the language."""

    def errors(self) -> list[Finding]:
        """What is wrong beyond doubt."""
        return [finding for finding in self.findings if finding.severity == "error"]

    def unread(self) -> frozenset[str]:
        """Files of which something is missing from the repository."""
        plans = {f for f in self.files if is_plan_file(f)}
        missing = {f for f in plans if plan_id(f) not in self.repository.plans}
        tables = {e.where.file for e in self.errors() if is_table_file(e.where.file)}
        return frozenset(missing | tables | self.broken)


def gaps(base: Revision, head: Revision) -> Gaps:
    """What is not compared, because one of the two revisions says it badly."""
    unread = base.unread() | head.unread()
    plans = {plan_id(file) for file in unread if is_plan_file(file)}
    known = {*base.repository.plans, *head.repository.plans}
    if AGENCIES_FILE in unread:
        # Without the list of bodies no row of a table can be judged.
        return Gaps(frozenset(plans), frozenset(known), unread.intersection(LIST_FILES))
    tables = [file for file in unread if is_table_file(file)]
    figures = {name for name in known if any(f.startswith(f"data/{name}/") for f in tables)}
    return Gaps(frozenset(plans), frozenset(figures), unread.intersection(LIST_FILES))


def unreadable(base: Revision, head: Revision) -> Iterator[Finding]:
    """A finding for each file that keeps something from being compared, or has any error now."""
    told = _by_file(base.errors())
    for file in sorted(base.unread()):
        read = _codes(told.get(file, ()))
        yield BASE_UNREADABLE.finding(Point(file), read=read, expected=_NO_ERROR)
    faults = amendment_faults(head.findings)
    for file, found in sorted(_by_file(e for e in head.errors() if e not in faults).items()):
        yield HEAD_UNREADABLE.finding(Point(file), read=_codes(found), expected=_NO_ERROR)


def _by_file(errors: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for error in errors:
        found.setdefault(error.where.file, []).append(error)
    return found


def _codes(errors: Iterable[Finding]) -> str:
    """`P005, V06 × 3`: the rules that spoke."""
    counts = Counter(error.code for error in errors)
    return ", ".join(code if n == 1 else f"{code} × {n}" for code, n in sorted(counts.items()))


def amendment_faults(findings: Iterable[Finding]) -> list[Finding]:
    """The errors about amendments, which a comparison tells in full."""
    return [
        finding
        for finding in findings
        if finding.severity == "error"
        and (finding.code in _AMENDMENT_CODES or _is_amendment(finding))
    ]


def _is_amendment(finding: Finding) -> bool:
    where = finding.where
    return isinstance(where, Node) and where.path[:1] == ("amendments",)


def told_once(
    faults: Iterable[Finding], changes: Iterable[Change], head: Repository
) -> list[Finding]:
    """Without those that follow from a change that lacks its authority: it is told itself."""
    lacking = {(plan_file(change.plan), change.what) for change in changes if change.uncovered}
    return [one for one in faults if not _follows(one, lacking, head)]


def _follows(fault: Finding, lacking: Collection[tuple[str, str]], head: Repository) -> bool:
    where = fault.where
    if fault.code != OTHER_VALUE.code or not isinstance(where, Node):
        return False
    _, i, _, j, *_ = where.path
    plan = head.plans[plan_id(where.file)]
    assert isinstance(i, int)
    assert isinstance(j, int)
    return (where.file, plan.amendments[i].changes[j].what) in lacking
