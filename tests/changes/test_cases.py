"""Every kind of change in its case: the whole report there and back, and an amendment that covers it.

`UPDATE=1 pytest tests/changes` writes the expected reports again; then read them as a diff.
"""

from __future__ import annotations

import os

import pytest

from site_builder import pipeline
from site_builder.changes.catalogue import KINDS
from site_builder.changes.comparison import Comparison
from site_builder.checks.amendment_rules import TWO_REVISIONS
from site_builder.model.repository import plan_file
from site_builder.reports import Style
from site_builder.reports.changes._paste import paste
from site_builder.reports.changes.text import render
from tests.changes.repositories import (
    CASES,
    DOCUMENTS,
    Case,
    Files,
    amended,
    with_amending_document,
)
from tests.sites.trees import DAY

PLAIN = Style(colour=False, width=100)


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    return Case(request.param)


def _compare(base: Files, head: Files) -> Comparison:
    return pipeline.compare(base, head, DAY)


def test_the_whole_report_is_as_expected(case: Case) -> None:
    there, back = _compare(case.base, case.head), _compare(case.head, case.base)
    said = render(there, "vi", PLAIN), render(back, "vi", PLAIN)
    if os.environ.get("UPDATE") == "1":
        case.rewrite(*said)
        case = Case(case.path)

    assert said == (case.there, case.back)
    assert render(there, "en", PLAIN) != said[0]


def _codes(comparison: Comparison) -> set[str]:
    return {change.kind.code for change in comparison.changes}


@pytest.mark.parametrize("code", sorted(KINDS))
def test_every_kind_has_a_case_there_or_back(code: str) -> None:
    mirror = KINDS[code].mirror
    named = next((path for path in CASES if path.stem in (code, mirror)), None)
    assert named is not None
    case = Case(named)
    there, back = _compare(case.base, case.head), _compare(case.head, case.base)
    found = there if named.stem == code else back

    assert code in _codes(found)
    assert mirror in _codes(back if found is there else there)


def test_every_rule_about_two_revisions_speaks_in_a_case() -> None:
    said = {
        located.finding.code
        for path in CASES
        for located in _compare(Case(path).base, Case(path).head).findings
    }
    back = {
        located.finding.code
        for path in CASES
        for located in _compare(Case(path).head, Case(path).base).findings
    }

    assert {rule.code for rule in TWO_REVISIONS} <= said | back


def _recorded(comparison: Comparison, head: Files) -> Files:
    """The head with every amendment recorded as the report asks for it."""
    found = head
    if "sua-doi:" not in head[DOCUMENTS].decode():
        found = with_amending_document(head)
    for plan in sorted({change.plan for change in comparison.changes if change.uncovered}):
        told = [change for change in comparison.changes if change.plan == plan]
        assert plan not in comparison.amended
        block = paste(told, more=False)
        found = amended(found, plan_file(plan), block.replace("document: …", "document: sua-doi"))
    return found


ACCEPTABLE = [
    path
    for path in CASES
    if path.stem in KINDS and KINDS[path.stem].weight == "authority" and KINDS[path.stem].authorised
]


@pytest.mark.parametrize("way", ["there", "back"])
@pytest.mark.parametrize("path", ACCEPTABLE, ids=lambda path: path.stem)
def test_what_the_report_asks_for_is_accepted_when_recorded(
    path: os.PathLike[str], way: str
) -> None:
    case = Case(path)  # type: ignore[arg-type]
    base, head = (case.base, case.head) if way == "there" else (case.head, case.base)
    refused = _compare(base, head)
    assert refused.refused

    accepted = _compare(base, _recorded(refused, head))

    assert not accepted.refused, [str(one.spot) for one in accepted.findings]
    assert {c.authority for c in accepted.changes if c.kind.weight == "authority"} == {"sua-doi"}
    assert pipeline.check(_recorded(refused, head)).count("error") == 0
