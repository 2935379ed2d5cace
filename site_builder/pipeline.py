"""The story, top to bottom: what is read, what is judged, what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.changes.comparison import Comparison
from site_builder.checks.data import check_data
from site_builder.checks.plans import check_plans
from site_builder.checks.result import CheckResult, Located
from site_builder.model.repository import Repository
from site_builder.sources.filing import is_read
from site_builder.sources.locate import locate
from site_builder.sources.plans import read_plans
from site_builder.terms.finding import Finding
from site_builder.terms.place import Spot

if TYPE_CHECKING:
    from site_builder.changes.change import Change
    from site_builder.changes.readable import Revision

__all__ = ["Comparison", "Reading", "check", "compare", "count_read", "locate_all", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a repository says, everything wrong with it, and the files it came from."""

    repository: Repository
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    broken: frozenset[str] = frozenset()
    """YAML files with errors: that something is absent from them means nothing."""


def read(files: Mapping[str, bytes], *, rows: bool = True) -> Reading:
    """Read plans and tables and judge them; bad data comes back as findings, never as an error.

    Without `rows` the tables are judged but not kept: a check need not hold a million models.
    """
    plans = read_plans(files)
    sound = Repository(plans.agencies, plans.documents, plans.plans, policy=plans.policy)
    data = check_data(files, sound, plans.broken, rows=rows)
    findings = (*plans.findings, *check_plans(plans), *data.findings)
    return Reading(data.repository, findings, files, plans.broken)


def check(files: Mapping[str, bytes]) -> CheckResult:
    """Every finding of a repository, each with its line and column."""
    reading = read(files, rows=False)
    return CheckResult(locate_all(files, reading.findings), count_read(files))


def compare(base: Mapping[str, bytes], head: Mapping[str, bytes], as_of: dt.date) -> Comparison:
    """What changed between two revisions of the files, and whether it may.

    Statuses are those of the day `as_of`, which also tells which periods are closed. Bad data on
    either side comes back as findings; what can be compared is compared.
    """
    # Imported only now: a check must not wait for what only a comparison needs.
    from site_builder.changes import authority, effects, readable
    from site_builder.changes import compare as comparing

    before = read(base)
    after = before if head == base else read(head)
    old, new = before.repository, after.repository
    revisions = _revision(before), _revision(after)
    changes = comparing.compare(old, new, as_of, readable.gaps(*revisions))
    judged = authority.judge(changes, old, new)
    changes = effects.with_effects(judged.changes, old, new, as_of)
    faults = readable.told_once(readable.amendment_faults(after.findings), changes, new)
    findings = (*judged.findings, *faults, *readable.unreadable(*revisions))
    return Comparison(
        changes=changes,
        findings=locate_all(head, findings),
        policy=old.policy,
        spots=_spots(base, head, changes),
        titles=comparing.titles(old, new),
        documents=authority.documents(changes, new),
        amended=frozenset(name for name, plan in new.plans.items() if plan.amendments),
    )


def _revision(reading: Reading) -> Revision:
    from site_builder.changes.readable import Revision

    return Revision(reading.repository, frozenset(reading.files), reading.findings, reading.broken)


def _spots(
    base: Mapping[str, bytes], head: Mapping[str, bytes], changes: Iterable[Change]
) -> tuple[Spot, ...]:
    """Where each change stands, in the revision in which it has a place."""
    told = tuple(changes)
    found = {
        revision: locate(files, {one.where for one in told if one.revision == revision})
        for revision, files in (("base", base), ("head", head))
    }
    return tuple(found[one.revision][one.where] for one in told)


def count_read(files: Iterable[str]) -> int:
    """How many of these files are read at all: plans, lists and tables."""
    return sum(1 for file in files if is_read(file))


def locate_all(files: Mapping[str, bytes], findings: Iterable[Finding]) -> tuple[Located, ...]:
    """The findings with their places, in order of file, line, column and code."""
    found = tuple(findings)
    spots = locate(files, {finding.where for finding in found})
    located = (Located(finding, spots[finding.where]) for finding in found)
    return tuple(sorted(located, key=_order))


def _order(located: Located) -> tuple[str, int, int, str]:
    spot = located.spot
    return spot.file, spot.line, spot.column, located.finding.code
