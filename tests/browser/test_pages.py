"""Every kind of page opens in a browser, at every width, without a fault."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.pages.catalogue import KINDS
from tests.browser.visit import HEIGHT, Visit, Visitor

pytestmark = pytest.mark.xdist_group("browser-pages")

WIDTHS = (320, 360, 390, 768, 1280)

Kinds = dict[str, list[str]]


def illustrated_indicators(site: Path) -> set[str]:
    """The addresses of indicators with an illustrative value, by the site's own open data."""
    with (site / "data" / "progress.csv").open(encoding="utf-8", newline="") as file:
        return {
            f"plans/{row['plan']}/indicators/{row['indicator']}/"
            for row in csv.DictReader(file)
            if row["state"] == "illustrative"
        }


@pytest.fixture(scope="module")
def visitor(browser: Browser, origin: str) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": WIDTHS[-1], "height": HEIGHT})
    yield Visitor(context.new_page(), origin)
    context.close()


@pytest.fixture(scope="module")
def visits(visitor: Visitor, kinds: Kinds, english_kinds: Kinds) -> dict[str, Visit]:
    # Where there is most, and where there is least.
    pages = [page for pages in kinds.values() for page in sorted({*pages[:2], pages[-1]})]
    pages += [pages[0] for pages in english_kinds.values()]
    return {page: visitor.visit(page, WIDTHS) for page in pages}


def test_every_kind_opens_without_a_fault_and_fits_every_width(visits: dict[str, Visit]) -> None:
    faults = [f"/{page}: {fault}" for page, visit in visits.items() for fault in visit.faults]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["kinds", "english_kinds"])
def test_the_site_has_every_kind(language: str, request: pytest.FixtureRequest) -> None:
    # Guards the test above: a kind that is not there has no fault either.
    kinds: Kinds = request.getfixturevalue(language)
    assert kinds.keys() >= {kind.name for kind in KINDS}
    assert any(page.endswith("about/") for pages in kinds.values() for page in pages)


def test_what_is_too_wide_is_seen(visitor: Visitor, kinds: Kinds) -> None:
    # Guards the first test: a visitor who sees no overflow finds none either.
    visitor.visit(kinds["home"][0])
    visitor.tab.evaluate("document.querySelector('h1').style.width = '400px'")
    assert any("overflows" in fault for fault in visitor.look(WIDTHS[:1]).faults)


def test_an_illustrative_chart_says_so_inside_its_picture(
    visitor: Visitor, shipped_site: Path
) -> None:
    unmarked, marked = [], 0
    for page in sorted(illustrated_indicators(shipped_site)):
        charts = visitor.visit(page).charts
        if charts and not any("số liệu minh họa" in chart.text.lower() for chart in charts):
            unmarked.append(page)
        marked += bool(charts)
    assert not unmarked, "\n".join(unmarked)
    assert marked > 0, "no indicator with illustrative values shows a chart"
