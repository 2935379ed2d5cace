from __future__ import annotations

from site_builder.pages import agencies, agency
from site_builder.pages.agency import AgencyData
from site_builder.pages.view_owed import owed_groups
from tests.pages import small


def data(agency_id: str) -> AgencyData:
    page = small.the(list(agency.pages(small.context())), f"agencies/{agency_id}/")
    assert isinstance(page.data, AgencyData)
    return page.data


def test_reports_owed_are_one_line_a_duty_with_their_count() -> None:
    state = small.context().snapshot.agencies["huyen-an"]
    (group,) = [g for g in data("huyen-an").owed if g.duty is not None]
    items = [o for o in state.reports_owed if o.duty is not None and o.received is None]
    assert group.count == len(items) > 1
    assert group.since == min(item.due for item in items)
    assert (group.first, group.last) == (min(i.period for i in items), max(i.period for i in items))


def test_what_is_owed_says_that_it_was_requested_and_that_the_plan_is_illustrative() -> None:
    (group,) = [g for g in data("huyen-an").owed if g.duty is not None]
    assert (group.requested, group.illustrative) == (False, True)
    page = small.the(list(agency.pages(small.context())), "agencies/huyen-an/")
    assert page.illustrative


def test_past_its_deadline_in_silence_is_counted_apart() -> None:
    assert len(data("tinh").overdue) == data("tinh").overdue_silent == 1
    assert data("huyen-an").overdue_silent == 0


def test_reports_without_a_calendar_are_counted_not_owed() -> None:
    assert data("huyen-an").undated_reports == 0
    assert data("tinh").undated_reports == 1


def test_what_was_received_is_not_owed() -> None:
    assert owed_groups(small.context().snapshot, ()) == ()


def test_a_duty_given_to_a_group_says_through_which() -> None:
    lines = [line for line in data("huyen-an").leads if line.duty.task.vi == "Báo cáo kết quả"]
    assert [group.name.vi for line in lines for group in line.through] == ["Các huyện"]


def test_its_share_left_blank_stays_blank() -> None:
    (share,) = data("huyen-an").shares
    assert share.share is None and share.actual is None
    (share,) = data("huyen-dong").shares
    assert share.share == 60 and share.actual is not None and share.actual.value == 28


def test_kinship_goes_both_ways() -> None:
    assert [ref.name.vi for ref in data("tinh").kinship.children] == ["Huyện An", "Huyện Đông"]
    assert [ref.name.vi for ref in data("cac-huyen").kinship.members] == ["Huyện An", "Huyện Đông"]
    assert [ref.name.vi for ref in data("huyen-an").kinship.groups] == ["Các huyện"]
    parent = data("huyen-an").kinship.parent
    assert parent is not None and parent.path == "agencies/tinh/"


def test_a_body_asked_for_nothing_says_so() -> None:
    assert data("bo-chinh-tri").empty
    assert not data("huyen-an").empty


def test_the_list_goes_by_province_and_level() -> None:
    groups = agencies.agencies_data(small.context()).groups
    assert [
        (g.territory.vi, [(lv.level.vi, [line.name.vi for line in lv.lines]) for lv in g.levels])
        for g in groups
    ] == [
        ("Trung ương", [("Trung ương", ["Bộ Chính trị"])]),
        (
            "Tỉnh X",
            [
                ("cấp tỉnh", ["Liên đoàn Lao động tỉnh X"]),
                ("cấp huyện", ["Các huyện", "Huyện An", "Huyện Đông"]),
            ],
        ),
    ]


def test_debts_told_from_illustrative_rows_are_marked_in_the_list() -> None:
    groups = agencies.agencies_data(small.context()).groups
    lines = {line.name.vi: line for g in groups for level in g.levels for line in level.lines}
    assert lines["Huyện An"].owed and lines["Huyện An"].illustrative
    assert not lines["Bộ Chính trị"].illustrative
