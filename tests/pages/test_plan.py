from __future__ import annotations

from collections import Counter

import pytest

from site_builder.pages import plan
from site_builder.pages.plan import PlanData
from site_builder.pages.plan_outline import document_order
from tests.pages import small


@pytest.fixture
def data() -> PlanData:
    state = small.context().snapshot.plans[small.PLAN]
    return plan.plan_data(small.context(), state)


def test_every_clause_named_anywhere_has_its_place_in_document_order(data: PlanData) -> None:
    assert [clause.number for clause in data.clauses] == [
        "MD", "II", "II.1", "II.1-1", "II.1-2", "II.1-10", "III", "III.1", "III.1-1", "III.1-2", "PL",
    ]  # fmt: skip


def test_anchors_are_unique_and_made_of_the_clause(data: PlanData) -> None:
    anchors = [clause.anchor for clause in data.clauses]
    anchors += [duty.anchor for clause in data.clauses for duty in clause.duties]
    anchors += [remark.anchor for remark in data.remarks]
    assert max(Counter(anchors).values()) == 1
    assert {"muc-II.1-2", "nhiem-vu-bao-cao", "luu-y-lech"} <= set(anchors)


def test_statements_stand_at_their_own_clause(data: PlanData) -> None:
    at = {clause.number: clause for clause in data.clauses}
    assert [d.task.vi for d in at["III.1-1"].duties] == [
        "Xây dựng kế hoạch", "Tổng hợp, báo cáo",
    ]  # fmt: skip
    assert [t.view.key for t in at["II.1-1"].targets] == ["2023", "2025"]
    assert [r.number for r in at["PL"].remarks] == [1]
    assert [c.label.vi for c in at["III.1-2"].citations] == ["Luật “Công đoàn”"]
    assert [t.name.vi for t in at["PL"].tables] == ["Số đoàn viên kết nạp"]


def test_an_unnumbered_part_has_no_number(data: PlanData) -> None:
    at = {clause.number: clause for clause in data.clauses}
    assert not at["MD"].numbered and at["II.1"].numbered
    assert at["II.1-10"].full.vi == "mục II.1, gạch đầu dòng thứ 10"


def test_a_clause_below_nothing_comes_last() -> None:
    assert document_order(("I", "II"), ["V.2", "I.3", "I.2.b", "I.2.a"]) == (
        "I", "I.2.a", "I.2.b", "I.3", "II", "V.2",
    )  # fmt: skip


def test_milestones_run_by_date_and_undated_comes_last(data: PlanData) -> None:
    (objective,) = data.objectives
    assert [column.vi for column in objective.columns] == ["2023", "2025", "không ghi thời hạn"]
    joined, ratio, fact = objective.lines
    assert [t.key if t else None for t in joined.targets] == ["2023", "2025", None]
    assert [t.key if t else None for t in ratio.targets] == [None, "2025", "undated"]
    assert fact.headline is None


def test_blank_cells_are_neither_zero_nor_missing(data: PlanData) -> None:
    (table,) = data.tables
    east, an = table.rows
    assert (east.body.name.vi, an.body.name.vi) == ("Huyện Đông", "H. An")
    assert an.shares[0] is not None and an.shares[0].share is None
    assert an.baselines[0].value is None and an.baselines[0].asked
    assert east.baselines[0].value == 100
    (column,) = table.columns
    assert column.done == 28 and (column.reported, column.units) == (1, 2)


def test_what_is_unknown_is_carried_with_its_reason(data: PlanData) -> None:
    facts = data.facts
    assert facts.number is None and facts.number_unknown is not None
    assert facts.issued_unknown is not None and facts.issued_unknown.not_after is not None
    assert facts.period is not None and facts.period.vi == "đến năm 2025"


def test_duties_keep_open_lists_requests_and_printed_precision(data: PlanData) -> None:
    (duty,) = data.deadlines
    assert duty.requested
    assert [(r.role.vi, len(r.bodies), r.open) for r in duty.roles] == [
        ("chủ trì", 1, False),
        ("phối hợp", 1, True),
    ]
    assert duty.timing.vi == "hạn tháng 12/2021 (chậm nhất 31/12/2021)"


def test_carrying_out_differs_from_merely_citing(data: PlanData) -> None:
    assert [(c.document.label.vi, c.implemented) for c in data.citations] == [
        ("Nghị quyết số 02-NQ/TW", True),
        ("Luật “Công đoàn”", False),
    ]
