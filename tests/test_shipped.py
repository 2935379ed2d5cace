"""The repository as it is shipped: what it promises to show can be seen on its site."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from site_builder import publish
from site_builder.model.base import Unknown
from site_builder.model.repository import Repository
from site_builder.pipeline import read
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import AgencyState, Snapshot
from site_builder.shell.files import read_repository
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import same
from tests.conftest import ROOT

DAY = dt.date(2026, 11, 20)

STANDING = {
    Status.MET,
    Status.EXCEEDED,
    Status.NOT_MET,
    Status.AT_LEVEL,
    Status.NO_DATA,
    Status.INSUFFICIENT,
    Status.NOT_ASSESSED,
    Status.DONE_ON_TIME,
    Status.DONE_LATE,
    Status.ONGOING,
    Status.ENDED,
}
"""What can be seen of targets and duties. A pace, “not yet due” or “in progress” needs a plan that
still runs and a body that still reports: one plan ended in 2023, and of the others the bodies have
ended. The cases under tests/sites show those."""
REPORTED = {Status.DONE_ON_TIME, Status.DONE_LATE, Status.OVERDUE, Status.NOT_REQUIRED}
"""What can be seen of reports: those of 2025 were due when the district was no more."""

LDLD, UBND = "ldld-quan-ba-dinh", "ubnd-quan-ba-dinh"
DANG_UY_KHOI = "dang-uy-khoi-cac-co-quan-lam-dong"
BTV_DANG_UY_KHOI = "btv-dang-uy-khoi-cac-co-quan-lam-dong"
LAST_DAYS = {
    LDLD: dt.date(2025, 6, 29),
    UBND: dt.date(2025, 6, 30),
    "btv-quan-uy-ba-dinh": dt.date(2025, 6, 30),
    DANG_UY_KHOI: dt.date(2025, 2, 28),
    BTV_DANG_UY_KHOI: dt.date(2025, 2, 28),
}
ELEVEN = (
    "ldld-tp-lai-chau",
    "ldld-huyen-tam-duong",
    "ldld-huyen-tan-uyen",
    "ldld-huyen-than-uyen",
    "ldld-huyen-phong-tho",
    "ldld-huyen-sin-ho",
    "ldld-huyen-nam-nhun",
    "ldld-huyen-muong-te",
    "cd-vien-chuc-lai-chau",
    "cdn-giao-duc-lai-chau",
    "cdn-y-te-lai-chau",
)
"""The bodies of the annex to 277/KH-LĐLĐ."""


_LEGEND = re.compile(r'<details class="groups">.*?</details>', re.DOTALL)
"""Where the home page explains every status, whether it stands or not."""


@cache
def _pages(*, illustrative: bool) -> dict[str, str]:
    """Every page by its path, charts left out."""
    settings = publish.Settings(as_of=DAY, illustrative=illustrative, site_name=same("Tiến độ"))
    built = publish.build(
        read_repository(ROOT),
        read_templates(),
        settings,
        publish.Artist(lambda *_: "", lambda *_: b""),
    )
    assert built.site is not None, built.findings
    files = built.site.files.items()
    return {path: content.decode() for path, content in files if path.endswith(".html")}


@cache
def _repository() -> Repository:
    return read(read_repository(ROOT)).repository


@cache
def _snapshot(day: dt.date = DAY) -> Snapshot:
    return take_snapshot(_repository(), day)


def _page(agency: str) -> str:
    return _pages(illustrative=True)[f"agencies/{agency}/index.html"]


def _statuses(state: AgencyState) -> set[Status]:
    return {duty.judgement.status for duty in (*state.leads, *state.supports)}


def test_the_statuses_that_stand_on_the_site_are_these() -> None:
    pages = [
        _LEGEND.sub("", html)
        for path, html in _pages(illustrative=True).items()
        if not path.removeprefix("en/").startswith("method/")
    ]
    shown = {one for one in Status if any(f'data-status="{one.value}"' in html for html in pages)}

    assert shown == STANDING


def test_reports_came_in_stayed_out_or_were_not_required_any_more() -> None:
    reports = [one for plan in _snapshot().plans.values() for one in plan.reports]

    assert {one.judgement.status for one in reports} == REPORTED


def test_without_illustrative_figures_none_is_left_and_the_printed_facts_stay() -> None:
    pages = _pages(illustrative=False)
    facts = pages["plans/lai-chau/277-kh-ldld/indicators/doan-vien-hien-co/index.html"]

    assert not [path for path, html in pages.items() if "mark-ill" in html or "banner" in html]
    assert "23.320" in facts
    assert "2.136" in facts


def test_every_clause_that_anything_names_is_an_anchor_of_its_plan() -> None:
    pages = _pages(illustrative=True)
    for plan in ("lai-chau/277-kh-ldld", "ba-dinh/55-kh-qu", "ba-dinh/10-kh-ubnd"):
        html = pages[f"plans/{plan}/index.html"]
        named = set(re.findall(r'href="#(muc-[^"]+)"', html))

        assert named
        assert named <= set(re.findall(r'id="(muc-[^"]+)"', html))


# ------------------------------------------------------------------- bodies that are no more


@pytest.mark.parametrize(("agency", "last"), LAST_DAYS.items())
def test_a_body_that_ended_owes_nothing_and_keeps_what_was_judged(
    agency: str, last: dt.date
) -> None:
    state = _snapshot().agencies[agency]

    assert state.life.last == last
    assert state.life.over
    assert not state.overdue
    assert not state.due_soon
    assert not state.reports_owed
    assert all(one.due <= last for one in state.schedule)
    assert _statuses(state) <= {Status.ENDED, Status.DONE_ON_TIME, Status.DONE_LATE}


@pytest.mark.parametrize("agency", ELEVEN)
def test_of_the_eleven_unions_it_is_not_claimed_that_they_ended_nor_that_they_exist(
    agency: str,
) -> None:
    state = _snapshot().agencies[agency]
    since = state.life.doubtful_from

    assert state.life.doubtful
    assert not state.life.over
    assert state.life.last is None
    assert since is not None
    assert dt.date(2025, 1, 1) < since < dt.date(2025, 7, 1)
    assert not state.overdue
    assert not [one for one in state.reports_owed if one.due >= since]
    assert "Chưa xác định cơ quan còn hoạt động hay không" in _page(agency)


def test_no_body_that_has_ended_owes_anything_whoever_it_is() -> None:
    ended = [one for one in _snapshot().agencies.values() if one.life.over]

    assert len(ended) > 30
    assert not [one.agency_id for one in ended if one.overdue or one.due_soon or one.reports_owed]


@pytest.mark.parametrize(
    ("agency", "day", "act"),
    [
        (LDLD, "30/6/2025", "Quyết định kết thúc hoạt động 40 công đoàn cấp trên trực tiếp cơ sở"),
        (UBND, "01/7/2025", "72/2025/QH15"),
        (DANG_UY_KHOI, "01/3/2025", "Quyết định kết thúc hoạt động các Đảng bộ Khối"),
    ],
)
def test_the_page_says_from_when_and_by_which_document(agency: str, day: str, act: str) -> None:
    html = _page(agency)

    assert f"Đã kết thúc hoạt động từ ngày {day}" in re.sub(r"<[^>]+>|\s+", " ", html).replace(
        "  ", " "
    )
    assert act in html


def test_the_area_of_the_district_lies_in_eight_wards_and_in_none_as_a_whole() -> None:
    wards = _repository().agencies[UBND].successors

    assert len(wards) == 8
    assert {ward.share for ward in wards} == {"part"}
    assert {ward.by.document for ward in wards if ward.by} == {"1656-nq-ubtvqh15"}


def test_no_end_is_known_before_its_document() -> None:
    before, after = _snapshot(dt.date(2025, 6, 15)), _snapshot(dt.date(2025, 7, 2))

    for agency in (LDLD, UBND):
        assert before.agencies[agency].life.last is None
        assert not before.agencies[agency].life.doubtful
        assert after.agencies[agency].life.over


def test_every_end_rests_on_a_document_or_says_what_is_not_established() -> None:
    for name, body in _repository().agencies.items():
        if isinstance(body.until, Period):
            assert body.ended_by, name
            assert body.ended_note, name
        elif isinstance(body.until, Unknown):
            assert body.until.unknown.en, name
            assert body.until.not_before, name
            assert body.until.bounds, name


# ------------------------------------------------------------------- figures and their breaks


def test_no_figure_outlives_the_body_that_reports_it() -> None:
    bodies = _repository().agencies
    for row in _repository().progress:
        until = bodies[row.agency].until
        if isinstance(until, Period):
            assert row.period.end <= until.end, row
            assert row.reported_on is not None
            assert row.reported_on.end <= until.end, row


@pytest.mark.parametrize("plan", ["ba-dinh/55-kh-qu", "ba-dinh/10-kh-ubnd"])
def test_no_target_of_the_district_after_its_end_has_a_pace(plan: str) -> None:
    for indicator in _snapshot().plans[plan].indicators:
        later = [t for t in indicator.targets if t.period is None or t.period.end.year >= 2025]
        if later:
            assert [one.start.start for one in indicator.breaks] == [dt.date(2025, 7, 1)]
        assert {target.judgement.status for target in later} <= {Status.INSUFFICIENT}


def test_a_corrected_figure_and_a_provisional_one_keep_what_stood_before() -> None:
    members = _snapshot().plans["ba-dinh/55-kh-qu"].indicators[0]
    replaced = {str(one.period): one.replaced for one in members.series if one.replaced}

    assert set(replaced) == {"2024-Q4", "2025-Q1"}
    assert [str(row.value) for row in replaced["2025-Q1"]] == ["32627"]
