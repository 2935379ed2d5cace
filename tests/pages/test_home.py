from __future__ import annotations

import re
from dataclasses import replace

import pytest

from site_builder.pages import home
from site_builder.pages.deadlines import DeadlinesData
from site_builder.pages.page import Page
from site_builder.terms.status import Status
from site_builder.terms.text import Lang
from tests.pages import aging, small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html, text
from tests.progress.make import duty_row, plan, plan_state


def _page(lang: Lang = "vi") -> str:
    (page,) = home.pages(small.context())
    return html(page, small.context(), lang)


def test_the_headline_counts_every_target_once() -> None:
    data = home.home_data(small.context())
    counts = small.context().snapshot.plans[small.PLAN].target_counts
    assert data.targets == sum(counts.values()) == 4
    assert dict(pair for figure in data.figures for pair in figure.counts) == dict(counts)
    assert [row.targets for row in data.plans] == [4]


def test_every_figure_leads_to_its_list_and_they_add_up_on_the_page() -> None:
    found = re.findall(r'href="([^"]*)"><strong>(\d+)</strong>', _page()[: _page().index("</ul>")])
    assert [address for address, _ in found] == [
        f"./targets/#{figure.group.id}" for figure in home.home_data(small.context()).figures
    ]
    assert sum(int(number) for _, number in found) == 4


def test_a_plan_has_a_mark_for_each_target() -> None:
    row = re.findall(r"<tr>.*?</tr>", _page(), re.DOTALL)[-1]
    assert small.HOSTILE not in row
    assert row.count("<i></i>") == 4


def test_marks_are_left_out_where_nobody_could_count_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "MARKS", 3)
    data = home.home_data(small.context())
    assert not data.drawn
    assert [row.counts for row in data.plans] == [()]


def test_reports_that_are_missing_are_counted_with_their_debtors() -> None:
    overdue = home.home_data(small.context()).overdue
    missing = [
        owed
        for owed in small.context().snapshot.plans[small.PLAN].reports
        if owed.received is None and owed.judgement.status is Status.OVERDUE
    ]
    assert overdue.reports == len(missing) > 0
    assert overdue.bodies == len({owed.agency for owed in missing})


def test_a_deadline_passed_in_silence_is_not_called_overdue() -> None:
    one = plan(duties=[{"lead": ["toan-quan"], "when": {"due": "2022"}}])
    told = duty_row("not_started", reported_on="2023-02-01")
    day = small.AS_OF
    silent = home._overdue((plan_state(one, day.isoformat()),), day)
    known = home._overdue((plan_state(one, day.isoformat(), duty_rows=(told,)),), day)
    assert (silent.duties, silent.silent) == (0, 1)
    assert (known.duties, known.silent) == (1, 0)


def test_the_last_data_say_when_from_whom_and_for_what() -> None:
    last = home.home_data(small.context()).last
    assert last is not None and last.reported_on is not None
    assert last.reported_on.text == "2023-01-15"
    assert last.plan_path == f"plans/{small.PLAN}/"


def test_an_unknown_date_is_short_and_says_why_on_demand() -> None:
    row = re.findall(r"<tr>.*?</tr>", _page(), re.DOTALL)[-1]
    assert re.findall(r'class="unknown" title="([^"]*)">([^<]*)<', row) == [
        ("Bản quét mờ", "chưa rõ ngày")
    ]


def test_a_plan_hangs_below_what_it_carries_out_and_shows_how_it_stands() -> None:
    (tree,) = home.home_data(small.context()).trees
    assert tree.line.id == "02-nq-tw"
    (branch,) = tree.below
    assert branch.line.plan_path == f"plans/{small.PLAN}/"
    assert sum(number for _, number in branch.line.counts) == 4
    assert branch.line.illustrative


def test_a_lineage_that_leads_to_no_plan_is_left_to_the_documents() -> None:
    context = small.context()
    stray = replace(context, snapshot=replace(context.snapshot, implements=(("luat", "02-nq-tw"),)))
    assert home.home_data(stray).trees == ()


def test_only_the_gravest_lines_stand_on_home_and_the_rest_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = home.home_data(mini_context())
    assert every.more == 0 and len(every.attention) > 1
    monkeypatch.setattr(home, "SHOWN", 1)
    data = home.home_data(mini_context())
    assert data.attention == every.attention[:1]
    assert data.more == len(every.attention) - 1


def test_silence_is_not_told_as_good_news() -> None:
    data = home.home_data(small.context())
    assert not data.attention and data.unknown == 4
    section = _page().partition('id="can-chu-y"')[2].partition("</section>")[0]
    assert "4 mốc chưa có số liệu hoặc chưa đánh giá" in text(section)


def test_what_is_illustrative_is_marked_where_it_is_counted() -> None:
    page = page_of("")
    figures = [figure for figure in home.home_data(mini_context()).figures if figure.illustrative]
    sums = html(page, mini_context()).partition('<ul class="sums">')[2].partition("</ul>")[0]
    assert sums.count("mark-ill") == len(figures) > 0
    rows = [row for row in home.home_data(mini_context()).plans if row.illustrative]
    heads = re.findall(
        r'<th scope="row"><a href="[^"]*plans/[^"]*/">.*?</th>',
        html(page, mini_context()),
        re.DOTALL,
    )
    assert sum("mark-ill" in head for head in heads) == len(rows) > 0
    real = mini_context(illustrative=False)
    assert "mark-ill" not in html(page_of("", illustrative=False), real)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_empty_repository_has_a_home_all_the_same(lang: Lang) -> None:
    context = small.empty_context()
    data = home.home_data(context)
    assert (data.targets, data.attention, data.plans, data.last) == (0, (), (), None)
    (page,) = home.pages(context)
    assert isinstance(page, Page)
    assert text(html(page, context, lang)).startswith(context.site_name.of(lang))


def test_plans_of_one_title_are_told_apart_by_place_and_issuer() -> None:
    shown = text(html(page_of(""), mini_context()))

    assert "Huyện Vùng · LĐLĐ huyện" in shown


def test_home_names_the_next_deadline_as_the_page_of_deadlines_does() -> None:
    data = page_of("").data
    deadlines = page_of("deadlines/").data
    assert isinstance(data, home.HomeData)
    assert isinstance(deadlines, DeadlinesData)

    assert data.next is not None and data.next == deadlines.next


def test_what_ended_before_it_was_concluded_stands_beside_the_four_groups() -> None:
    context = aging.context(aging.AFTER)
    data = home.home_data(context)
    assert len(data.figures) == 4
    assert data.past is not None and data.past.count == 1
    old, new = data.plans
    assert old.ended is not None and old.past == 1
    assert new.ended is None and new.past == 0
    (page,) = home.pages(context)
    markup = html(page, context)
    assert 'href="./targets/#het-hieu-luc"' in markup
    assert "Bị thay thế từ ngày 01/01/2024" in text(markup)
    assert home.home_data(small.context()).past is None


def test_a_failure_of_a_replaced_plan_needs_nobodys_attention() -> None:
    def named(as_of: str) -> set[str]:
        return {line.plan_path for line in home.home_data(aging.context(as_of)).attention}

    assert f"plans/{aging.OLD}/" in named(aging.BETWEEN)
    assert f"plans/{aging.OLD}/" not in named(aging.AFTER)
