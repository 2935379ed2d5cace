"""The repository as it is shipped: what it promises to show can be seen on its site."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from site_builder import publish
from site_builder.shell.files import read_repository
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.status import Status
from site_builder.terms.text import same
from tests.conftest import ROOT

DAY = dt.date(2026, 11, 20)


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


@pytest.mark.parametrize("status", Status)
def test_every_status_stands_on_some_target_or_duty(status: Status) -> None:
    shown = f'data-status="{status.value}"'
    pages = _pages(illustrative=True)

    assert any(shown in html for path, html in pages.items() if not path.startswith("method/"))


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
