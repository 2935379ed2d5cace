"""Every kind of page opens in a browser, narrow and wide, without a fault."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.pages.catalogue import KINDS
from tests.browser.visit import Visit, Visitor

pytestmark = pytest.mark.xdist_group("shipped-site")

WIDTHS = (390, 1280)
PER_KIND = 3


def pages_by_kind(site: Path) -> dict[str, list[str]]:
    """The addresses of all pages, the largest of each kind first: a fault shows there first."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("*.html"), key=lambda page: (-page.stat().st_size, page)):
        kind = re.search(r'<body class="page-([a-z0-9-]+)', page.read_text("utf-8"))
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        kinds[kind[1] if kind else address].append(address)
    return kinds


def illustrated_indicators(site: Path) -> set[str]:
    """The addresses of indicators with an illustrative value, by the site's own open data."""
    with (site / "data" / "progress.csv").open(encoding="utf-8", newline="") as file:
        return {
            f"plans/{row['plan']}/indicators/{row['indicator']}/"
            for row in csv.DictReader(file)
            if row["state"] == "illustrative"
        }


@pytest.fixture(scope="module", params=WIDTHS, ids=lambda width: f"{width}px")
def visitor(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield Visitor(context.new_page(), origin)
    context.close()


@pytest.fixture(scope="module")
def visits(visitor: Visitor, shipped_site: Path) -> dict[str, Visit]:
    kinds = pages_by_kind(shipped_site).values()
    return {page: visitor.visit(page) for pages in kinds for page in pages[:PER_KIND]}


def test_every_kind_opens_without_a_fault(visits: dict[str, Visit]) -> None:
    faults = [f"/{page}: {fault}" for page, visit in visits.items() for fault in visit.faults]
    assert not faults, "\n".join(faults)


def test_the_site_has_every_kind(shipped_site: Path) -> None:
    # Guards the test above: a kind that is not there has no fault either.
    kinds = pages_by_kind(shipped_site)
    assert kinds.keys() >= {kind.name for kind in KINDS}
    assert any("about/" in pages for pages in kinds.values())


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
