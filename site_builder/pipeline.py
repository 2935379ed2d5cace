"""The story, top to bottom: what is read, what is judged, what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.checks.data import check_data
from site_builder.checks.plans import check_plans
from site_builder.checks.result import CheckResult, Located
from site_builder.model.repository import Repository
from site_builder.sources.filing import is_read
from site_builder.sources.locate import locate
from site_builder.sources.plans import read_plans
from site_builder.terms.finding import Finding


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a repository says, everything wrong with it, and the files it came from."""

    repository: Repository
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]


def read(files: Mapping[str, bytes], *, rows: bool = True) -> Reading:
    """Read plans and tables and judge them; bad data comes back as findings, never as an error.

    Without `rows` the tables are judged but not kept: a check need not hold a million models.
    """
    plans = read_plans(files)
    sound = Repository(plans.agencies, plans.documents, plans.plans)
    data = check_data(files, sound, plans.broken, rows=rows)
    findings = (*plans.findings, *check_plans(plans), *data.findings)
    return Reading(data.repository, findings, files)


def check(files: Mapping[str, bytes]) -> CheckResult:
    """Every finding of a repository, each with its line and column."""
    reading = read(files, rows=False)
    return CheckResult(locate_all(files, reading.findings), count_read(files))


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
