from __future__ import annotations

import re

from site_builder.pages import agencies
from site_builder.pages.agencies import AgencyLine
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html


def _line(name: str) -> AgencyLine:
    groups = agencies.agencies_data(small.context()).groups
    (found,) = [line for group in groups for line in group.lines if line.name.vi == name]
    return found


def test_bodies_stand_by_territory_and_name() -> None:
    groups = agencies.agencies_data(small.context()).groups
    assert [group.territory.vi for group in groups] == ["Trung ương", "Tỉnh X"]
    assert [line.name.vi for line in groups[1].lines] == [
        "Các huyện", "Huyện An", "Huyện Đông", "Liên đoàn Lao động tỉnh X",
    ]  # fmt: skip


def test_numbers_are_those_of_the_body() -> None:
    line, state = _line("Huyện Đông"), small.context().snapshot.agencies["huyen-dong"]
    assert (line.leads, line.others) == (len(state.leads), len(state.supports)) == (1, 1)
    assert line.missing == len(state.reports_owed) > 0
    assert line.past == len(state.overdue) > 0
    assert line.owes == ("past", "report", "share")
    assert _line("Bộ Chính trị").owes == ()


def test_a_short_name_stands_beside_the_name_only_where_it_adds_a_word() -> None:
    assert _line("Huyện An").short is not None
    assert _line("Huyện Đông").short is None


def test_only_choices_that_occur_are_offered() -> None:
    data = agencies.agencies_data(small.context())
    assert [choice.value for choice in data.levels] == ["central", "province", "district"]
    assert data.systems == ()
    lines = [line for group in data.groups for line in group.lines]
    assert {choice.value for choice in data.owes} == {kind for line in lines for kind in line.owes}


def test_every_body_is_an_item_of_the_filter_and_zero_is_shown_as_zero() -> None:
    (page,) = agencies.pages(small.context())
    markup = html(page, small.context())
    rows = re.findall(r'<tr data-item="body".*?</tr>', markup, re.DOTALL)
    assert len(rows) == agencies.agencies_data(small.context()).total == 5
    (central,) = [row for row in rows if "Bộ Chính trị" in row]
    assert central.count("<td>0</td>") == 4


def test_numbers_told_from_illustrative_rows_are_marked() -> None:
    marked = html(page_of("agencies/"), mini_context()).count("mark-ill")
    groups = agencies.agencies_data(mini_context()).groups
    lines = [line for group in groups for line in group.lines if line.illustrative]
    assert marked == sum(bool(line.past) + bool(line.missing) for line in lines) > 0


def test_an_empty_repository_has_the_list_all_the_same() -> None:
    (page,) = agencies.pages(small.empty_context())
    assert "Chưa có cơ quan nào được khai báo." in html(page, small.empty_context())
