"""What an amendment covers, what it does not, and what of a broken revision is still compared."""

from __future__ import annotations

import pytest

from site_builder import pipeline
from site_builder.changes.comparison import Comparison
from tests.changes.repositories import (
    DOCUMENTS,
    FIGURES,
    OTHER,
    PLAN,
    Files,
    amended,
    edited,
    with_amending_document,
)
from tests.sites.trees import DAY, mini_files

LOWER = ("2025: {at_least: 5000", "2025: {at_least: 4800")
KEY = "targets/tong-doan-vien/2025"


def _amending(*changes: str, document: str = "sua-doi") -> str:
    lines = "".join(f"      - {{{change}}}\n" for change in changes)
    return f"amendments:\n  - document: {document}\n    changes:\n{lines}"


def _base() -> Files:
    return with_amending_document(mini_files())


def _compare(base: Files, head: Files) -> Comparison:
    return pipeline.compare(base, head, DAY)


def _said(comparison: Comparison) -> list[str]:
    return sorted(one.finding.code for one in comparison.findings)


def test_the_message_names_the_clause_and_both_values() -> None:
    found = _compare(_base(), edited(_base(), PLAN, LOWER)).findings

    assert [one.finding.code for one in found] == ["A001"]
    finding, spot = found[0].finding, found[0].spot
    assert (spot.file, spot.excerpt[spot.column - 1 : spot.end_column - 1]) == (PLAN, "4800")
    assert "5.000" in finding.read and "4.800" in finding.read
    for words in (finding.expected.vi, finding.expected.en):
        assert KEY in words and "at_least 5000" in words and "at_least 4800" in words
        assert "II.1" in words


def test_a_matching_amendment_is_the_authority() -> None:
    block = _amending(f"what: {KEY}, from: at_least 5000, to: at_least 4800")
    found = _compare(_base(), amended(edited(_base(), PLAN, LOWER), PLAN, block))

    assert not found.refused
    assert [c.authority for c in found.changes if c.what == KEY] == ["sua-doi"]
    assert found.documents["sua-doi"].vi == "Kế hoạch 20/KH-LĐLĐ ngày 10/02/2024"


@pytest.mark.parametrize(
    "values",
    [
        "from: at_least 5000, to: at_least 4700",
        "from: at_least 5100, to: at_least 4800",
        "to: at_least 4800",
        "from: at_least 5000",
    ],
)
def test_one_that_says_otherwise_is_none(values: str) -> None:
    """That the plan then disagrees with its latest amendment follows, and is not told as well."""
    block = _amending(f"what: {KEY}, {values}")
    found = _compare(_base(), amended(edited(_base(), PLAN, LOWER), PLAN, block))

    assert found.refused
    assert _said(found) == ["A002"]


def test_a_document_that_is_not_listed_is_told_once() -> None:
    block = _amending(f"what: {KEY}, from: at_least 5000, to: at_least 4800", document="khong-co")
    found = _compare(_base(), amended(edited(_base(), PLAN, LOWER), PLAN, block))

    assert found.refused
    assert _said(found) == ["P102"]


def test_one_that_was_there_before_may_have_its_clause_mended() -> None:
    block = _amending(f"what: {KEY}, from: at_least 5200, to: at_least 5000")
    base = amended(_base(), PLAN, block)
    head = edited(base, PLAN, ("    changes:", '    clause: "3"\n    changes:'))

    assert not _compare(base, head).refused


def test_a_plan_may_come_with_its_amendments() -> None:
    head = amended(_base(), PLAN, _amending(f"what: {KEY}, from: at_least 5200, to: at_least 5000"))
    base = {path: content for path, content in _base().items() if path != PLAN}
    base = {path: content for path, content in base.items() if "12-kh-ldld" not in path}

    found = _compare(base, head)

    assert "A003" not in _said(found)
    assert "plan-added" in {c.kind.code for c in found.changes}


def test_an_amendment_may_call_an_indicator_by_its_former_id() -> None:
    text = edited(_base(), PLAN, LOWER)[PLAN].decode()
    renamed = text.replace("tong-doan-vien", "doan-vien")
    renamed = renamed.replace(
        "      - id: doan-vien\n        name: {vi: Tổng",
        "      - id: doan-vien\n        formerly: [tong-doan-vien]\n        name: {vi: Tổng",
    )
    figures = _base()[FIGURES].replace(b"tong-doan-vien", b"doan-vien")
    block = _amending(f"what: {KEY}, from: at_least 5000, to: at_least 4800")
    head = amended({**_base(), PLAN: renamed.encode(), FIGURES: figures}, PLAN, block)

    found = _compare(_base(), head)

    assert _said(found) == []
    assert {c.kind.code for c in found.changes} == {
        "indicator-renamed", "target-weakened", "amendment-added",
    }  # fmt: skip


def test_what_all_plans_share_has_no_amendments() -> None:
    base = {**_base(), "plans/policy.yml": b"weights: {document-changed: authority}\n"}
    head = edited(base, DOCUMENTS, ("number: 05-NQ/TU", "number: 06-NQ/TU"))

    assert _said(_compare(base, head)) == ["A004"]


def test_the_policy_of_the_base_is_in_force_and_its_change_is_seen() -> None:
    policy = {"plans/policy.yml": b"weights: {target-weakened: editorial}\n"}
    lowered = edited(_base(), PLAN, LOWER)

    loosened_here = _compare(_base(), {**lowered, **policy})
    loosened_before = _compare({**_base(), **policy}, {**lowered, **policy})

    assert loosened_here.refused and not loosened_here.policy.weights
    assert loosened_here.changes[0].kind.code == "policy-changed"
    assert not loosened_before.refused
    assert [c.kind.weight for c in loosened_before.changes] == ["editorial"]


def test_a_change_of_the_policy_cannot_be_made_to_go_unseen() -> None:
    base = {**_base(), "plans/policy.yml": b"weights: {policy-changed: editorial}\n"}
    head = {**_base(), "plans/policy.yml": b"weights: {}\n"}
    stricter = {**_base(), "plans/policy.yml": b"weights: {policy-changed: authority}\n"}

    assert [c.kind.weight for c in _compare(base, head).changes] == ["review"]
    assert _said(_compare(stricter, head)) == ["A004"]


def test_a_broken_plan_hides_nothing_of_the_others() -> None:
    broken = edited(_base(), OTHER, ("measures: rank", "measures: rankk"))
    there = _compare(broken, edited(_base(), PLAN, LOWER))
    back = _compare(_base(), edited(broken, PLAN, LOWER))

    assert [c.what for c in there.changes] == [c.what for c in back.changes] == [KEY]
    assert _said(there) == ["A001", "A005"]
    assert _said(back) == ["A001", "A006"]


def test_a_broken_table_takes_nothing_away() -> None:
    head = edited(_base(), FIGURES, ("2022,4210", "2022,4.210"), ("2023,4480", "2023,4470"))
    found = _compare(_base(), edited(head, PLAN, LOWER))

    assert [c.what for c in found.changes] == [KEY]
    assert found.refused


def test_a_broken_list_of_bodies_takes_nobody_away() -> None:
    head = edited(_base(), "plans/agencies.yml", ("type: group", "type: grup"))
    found = _compare(_base(), edited(head, PLAN, LOWER))

    assert [c.what for c in found.changes] == [KEY]


def test_nothing_can_be_read_and_nothing_raised() -> None:
    for base, head in ((_base(), {}), ({}, _base()), ({}, {})):
        found = _compare(base, head)
        assert found.refused == bool(not head or base)


def test_a_policy_that_names_no_kind_is_told_and_is_not_in_force() -> None:
    files = {**_base(), "plans/policy.yml": b"weights: {target-weakend: editorial}\n"}
    (located,) = [one for one in pipeline.check(files).findings if one.finding.code == "P005"]

    assert located.finding.suggestion == "target-weakened"
    assert pipeline.read(files).repository.policy.weights == {}
    assert _said(_compare(_base(), files)) == ["A006"]


def test_a_plan_does_not_amend_itself() -> None:
    block = _amending(
        f"what: {KEY}, from: at_least 5000, to: at_least 4800", document="ke-hoach-12"
    )
    found = _compare(_base(), amended(edited(_base(), PLAN, LOWER), PLAN, block))

    assert "P184" in _said(found)
    assert found.refused


def test_moving_the_plans_own_date_makes_no_room_for_an_older_document() -> None:
    block = _amending(f"what: {KEY}, from: at_least 5000, to: at_least 4800")
    older = edited(_base(), DOCUMENTS, ("issued: 2024-02-10", "issued: 2022-01-05"))
    moved = edited(older, PLAN, LOWER, ("issued: 2022-01-10", "issued: 2022-01-01"))
    found = _compare(_base(), amended(moved, PLAN, block))

    assert "P183" in _said(found)
    assert found.refused
