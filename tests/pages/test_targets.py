from __future__ import annotations

import re
from collections import Counter

import pytest

from site_builder.pages import home, targets
from site_builder.terms.status import Status
from tests.pages import aging, small
from tests.pages.contexts import mini_context
from tests.pages.rendered import html, text


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


def test_what_has_ended_is_folded_away_and_in_none_of_the_groups() -> None:
    context = aging.context(aging.AFTER)
    data = targets.targets_data(context)
    assert data.past is not None
    ended = [row.line.judgement.status for row in data.past.rows]
    assert ended == [Status.ENDED]
    listed = [row.line.judgement.status for section in data.sections for row in section.rows]
    assert Status.ENDED not in listed
    every = [t for p in context.snapshot.plans.values() for i in p.indicators for t in i.targets]
    assert data.total + data.past.figure.count == len(every)

    (page,) = targets.pages(context)
    markup = html(page, context)
    folded = markup.partition('<h2 id="het-hieu-luc">')[2]
    assert folded.count('<tr data-item="target"') == 1 and "<details" in folded
    assert "ít nhất 90 hội viên, đến năm 2030" in text(folded)


def test_nothing_is_said_of_the_past_where_nothing_ended() -> None:
    (page,) = targets.pages(small.context())
    assert "het-hieu-luc" not in html(page, small.context())
