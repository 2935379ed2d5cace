from __future__ import annotations

from collections import Counter

import pytest

from site_builder.pages import plan
from site_builder.pages.plan import PlanData
from site_builder.pages.plan_order import document_order
from site_builder.pages.plan_outline import ClauseView, walk
from tests.pages import small


@pytest.fixture
def data() -> PlanData:
    state = small.context().snapshot.plans[small.PLAN]
    return plan.plan_data(small.context(), state)


@pytest.fixture
def at(data: PlanData) -> dict[str, ClauseView]:
    return {clause.number: clause for clause in walk(data.clauses)}


def test_every_clause_named_anywhere_has_its_place_in_document_order(data: PlanData) -> None:
    assert [clause.number for clause in walk(data.clauses)] == [
        "MD", "II", "II.1", "II.1-1", "II.1-2", "II.1-10", "III", "III.1", "III.1-1", "III.1-2", "PL",
    ]  # fmt: skip


def test_clauses_hang_below_the_documents_main_parts(
    data: PlanData, at: dict[str, ClauseView]
) -> None:
    assert [part.number for part in data.clauses] == ["MD", "II", "III", "PL"]
    assert [clause.number for clause in at["II.1"].below] == ["II.1-1", "II.1-2", "II.1-10"]
    assert (at["II"].targets_within, at["II"].duties_within) == (4, 0)
    assert (at["III"].targets_within, at["III"].duties_within) == (0, 3)


def test_only_a_short_part_stands_open(at: dict[str, ClauseView]) -> None:
    assert at["III"].short and not at["II"].short


def test_anchors_are_unique_and_made_of_the_clause(
    data: PlanData, at: dict[str, ClauseView]
) -> None:
    anchors = [clause.anchor for clause in at.values()]
    anchors += [duty.anchor for clause in at.values() for duty in clause.duties]
    anchors += [remark.anchor for remark in data.remarks]
    anchors += [line.anchor for group in data.targets.groups for line in group.lines]
    anchors += [one.anchor for one in (*data.targets.groups, *data.targets.aims)]
    anchors += [citation.anchor for citation in data.citations]
    anchors += [reason.anchor for reason in data.reasons]
    assert max(Counter(anchors).values()) == 1
    assert {"muc-II.1-2", "nhiem-vu-bao-cao", "luu-y-lech", "muc-tieu-muc-tieu"} <= set(anchors)


def test_statements_stand_at_their_own_clause(at: dict[str, ClauseView]) -> None:
    assert [d.task.vi for d in at["III.1-1"].duties] == [
        "Xây dựng kế hoạch", "Tổng hợp, báo cáo",
    ]  # fmt: skip
    assert [t.amount.vi for t in at["II.1-1"].targets] == [
        "kết nạp 60 đoàn viên", "ít nhất 120 đoàn viên",
    ]  # fmt: skip
    assert [(r.label.vi, r.path) for r in at["PL"].remarks] == [
        ("1", "plans/tinh-x/ke-hoach/#luu-y-lech")
    ]
    assert [c.label.vi for c in at["III.1-2"].citations] == ["Luật “Công đoàn”"]
    assert [c.label.vi for c in at["MD"].citations] == ["02-NQ/TW"]
    assert [t.name.vi for t in at["PL"].tables] == ["Số đoàn viên kết nạp"]


def test_a_target_at_its_clause_leads_to_its_row_and_repeats_no_status(
    data: PlanData, at: dict[str, ClauseView]
) -> None:
    rows = {line.anchor for group in data.targets.groups for line in group.lines}
    paths = {target.indicator.path for clause in at.values() for target in clause.targets}
    assert {path.partition("#")[2] for path in paths} <= rows


def test_an_unnumbered_part_has_no_number(at: dict[str, ClauseView]) -> None:
    assert not at["MD"].numbered and at["II.1"].numbered
    assert at["II.1-10"].full.vi == "mục II.1, gạch đầu dòng thứ 10"
    assert at["II.1-10"].label.vi == "gạch đầu dòng 10"


def test_a_clause_below_nothing_comes_last() -> None:
    assert document_order(("I", "II"), ["V.2", "I.3", "I.2.b", "I.2.a"]) == (
        "I", "I.2.a", "I.2.b", "I.3", "II", "V.2",
    )  # fmt: skip


def test_milestones_run_by_date_and_undated_comes_last(data: PlanData) -> None:
    assert [column.vi for column in data.targets.columns] == ["2023", "2025", "không ghi thời hạn"]
    (objective,) = data.targets.groups
    joined, ratio, fact = objective.lines
    assert [[t.key for t in cell] for cell in joined.targets] == [["2023"], ["2025"], []]
    assert [[t.key for t in cell] for cell in ratio.targets] == [[], ["2025"], ["undated"]]
    assert fact.headline is None and fact.milestone is None


def test_a_row_tells_its_unit_once_and_which_milestone_its_status_is_about(
    data: PlanData,
) -> None:
    joined = data.targets.groups[0].lines[0]
    assert [t.brief.vi for cell in joined.targets for t in cell] == ["kết nạp 60", "ít nhất 120"]
    assert joined.judged == "2023"
    assert joined.milestone is not None and joined.milestone.vi == "2023"


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
    assert duty.timing is not None
    assert duty.timing.vi == "hạn tháng 12/2021 (chậm nhất 31/12/2021)"
    assert duty.held == "tinh/lead huyen-dong/with"


def test_a_filter_offers_what_occurs_and_nothing_else(data: PlanData) -> None:
    assert [(one.value, one.label.vi) for one in data.filter.bodies] == [
        ("cac-huyen", "Các huyện"),
        ("huyen-dong", "Huyện Đông"),
        ("tinh", "Liên đoàn Lao động tỉnh X"),
    ]
    assert [one.value for one in data.filter.roles] == ["lead", "assigned", "with", "receives"]
    duties = [duty for clause in walk(data.clauses) for duty in clause.duties]
    assert {one.value for one in data.filter.states} == {d.judgement.status.value for d in duties}


def test_carrying_out_differs_from_merely_citing(data: PlanData) -> None:
    assert [(c.document.label.vi, c.implemented) for c in data.citations] == [
        ("Nghị quyết số 02-NQ/TW", True),
        ("Luật “Công đoàn”", False),
    ]


def test_search_finds_the_plan_its_duties_and_its_headed_clauses() -> None:
    (page,) = plan.pages(small.context())
    first, *others = page.finds
    assert (first.kind, first.anchor) == ("plan", "")
    assert first.excerpt is not None and first.excerpt.vi == small.HOSTILE
    found = {find.anchor: find for find in others}
    assert found["muc-III.1"].kind == "clause"
    assert found["muc-III.1"].title.vi == "Các huyện"
    duty = found["nhiem-vu-xay-dung"]
    assert (duty.kind, duty.title.vi) == ("duty", "Xây dựng kế hoạch")
    assert duty.excerpt is not None
    assert "mục III.1, gạch đầu dòng thứ 1 · chủ trì: " in duty.excerpt.vi
    assert "muc-II.1-1" not in found


def test_values_are_drawn_where_there_is_something_to_compare(data: PlanData) -> None:
    joined, ratio, fact = data.targets.groups[0].lines
    assert joined.spark is not None and joined.spark.target is not None
    assert [point.value for point in joined.spark.points] == [30]
    assert ratio.spark is not None
    assert fact.latest is not None and fact.spark is None
