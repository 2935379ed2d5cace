"""A plan's page as it is laid out: each thing once, and every way to it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from site_builder.charts.spec import Chart
from site_builder.pages import plan
from site_builder.render.environment import Renderer
from site_builder.terms.text import LANGS, Lang
from tests.pages import small
from tests.render.shipped import TEMPLATES


def _no_chart(chart: Chart, lang: Lang) -> str:
    return f'<svg id="{chart.id}"></svg>'


@cache
def html(lang: Lang = "vi") -> str:
    (page,) = plan.pages(small.context())
    return Renderer(TEMPLATES, _no_chart, (plan.KIND,)).page(page, lang, small.context())


@pytest.mark.parametrize("lang", LANGS)
def test_every_anchor_that_the_page_leads_to_is_on_it_once(lang: Lang) -> None:
    ids = re.findall(r' id="([^"]+)"', html(lang))
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html(lang))) <= set(ids)


@pytest.mark.parametrize(
    "anchor",
    ["chi-tieu", "bang-giao", "thoi-han", "luu-y", "noi-dung", "vien-dan", "muc-tieu-muc-tieu",
     "muc-MD", "muc-II", "muc-II.1-2", "muc-PL", "nhiem-vu-bao-cao", "luu-y-lech"],
)  # fmt: skip
def test_permanent_anchors_stay(anchor: str) -> None:
    assert f' id="{anchor}"' in html()


def test_every_clause_can_be_linked_to() -> None:
    own = re.findall(r'<a href="#(muc-[^"]+)"[^>]* data-copy>', html())
    assert len(own) == len(set(own)) == 11


def test_a_part_is_folded_with_its_anchor_inside_so_that_a_browser_opens_it() -> None:
    parts = re.findall(r'<details class="part"[^>]*>\n<summary>.*?</summary>\n(.*)', html())
    assert parts
    assert all(first.startswith('<div class="said" id="muc-') for first in parts)


@pytest.mark.parametrize("text", ["Xây dựng kế hoạch", "Không khớp", "Phát triển"])
def test_each_wording_stands_once(text: str) -> None:
    body = html().partition("<main")[2]
    shown = body.count(text)
    listed = body.count(f">{text}</a>")
    assert shown - listed == 1, "once in full, elsewhere as a link"


def test_an_objective_with_indicators_is_not_called_an_objective_again_at_its_clause() -> None:
    clause = html().partition('<section id="muc-II.1">')[2].partition("</section>")[0]
    assert "Mục tiêu" not in clause


def test_the_filter_waits_for_the_script_and_knows_each_duty() -> None:
    assert re.search(r'<form class="filter" data-filter="duty"[^>]* hidden>', html())
    items = re.findall(r'data-item="duty" data-state="([a-z-]+)" data-agency="([^"]+)"', html())
    offered = set(re.findall(r'<option value="([^"]+)"', html()))
    assert len(items) == 3
    for state, words in items:
        assert state in offered
        assert {part for word in words.split() for part in word.split("/")} <= offered


def test_a_hostile_title_is_only_text() -> None:
    assert "<script>alert" not in html().replace("\n", "")
