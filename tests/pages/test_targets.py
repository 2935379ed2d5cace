from __future__ import annotations

import re
from collections import Counter

import pytest

from site_builder.pages import home, targets
from tests.pages import small
from tests.pages.contexts import mini_context
from tests.pages.rendered import html


def test_every_target_is_listed_once_in_the_group_that_home_counts_it_in() -> None:
    data = targets.targets_data(mini_context())
    counted = home.home_data(mini_context()).figures

    assert [section.figure for section in data.sections] == list(counted)
    for section in data.sections:
        assert len(section.rows) == section.figure.count
        statuses = Counter(row.line.judgement.status for row in section.rows)
        assert statuses == Counter(dict(section.figure.counts))
    assert data.total == sum(figure.count for figure in counted) > 3


def test_the_page_has_the_anchors_that_home_leads_to() -> None:
    (page,) = targets.pages(small.context())
    markup = html(page, small.context())

    for figure in home.home_data(small.context()).figures:
        assert markup.count(f'<h2 id="{figure.group.id}">') == 1
    rows = re.findall(r'<tr data-item="target" data-plan="([^"]*)"', markup)
    assert rows == ["tinh-x.ke-hoach"] * 4
    assert '<option value="tinh-x.ke-hoach">' not in markup  # a choice of one is no choice


def test_a_table_that_would_grow_without_end_says_where_the_rest_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(targets, "LISTED", 1)
    for section in targets.targets_data(mini_context()).sections:
        shown = len(section.rows)
        assert shown == min(1, section.figure.count)
        assert sum(number for _, number in section.rest) == section.figure.count - shown


def test_an_empty_repository_has_the_list_all_the_same() -> None:
    (page,) = targets.pages(small.empty_context())
    assert html(page, small.empty_context()).count('class="none"') == 5
