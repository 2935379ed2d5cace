"""The site works wherever it stands: below a folder of a server, and opened from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import serve
from tests.browser.visit import Visitor

pytestmark = pytest.mark.xdist_group("browser-places")

Kinds = dict[str, list[str]]

WAY = (
    ('main a[href*="plans/"]:not([href*="indicators/"], [href*="#"])', "plan"),
    ('main a[href*="indicators/"]', "indicator"),
    ('main a[href*="agencies/"]', "agency"),
    ("header a.brand", "home"),
    ('header a[href*="documents/"]', "documents"),
    ("header a[hreflang]", "documents"),
    ('header a[href*="agencies/"]', "agencies"),
    ("footer a[href*='method/']", "method"),
    ("header a.brand", "home"),
)
"""Links to click one after the other, and the kind of page to which each leads."""


@pytest.fixture
def below(browser: Browser, shipped_site: Path) -> Iterator[Visitor]:
    with serve(shipped_site, "/tien-do") as origin, browser.new_context() as context:
        yield Visitor(context.new_page(), origin)


@pytest.fixture
def on_disk(browser: Browser, shipped_site: Path) -> Iterator[Visitor]:
    with browser.new_context(offline=True) as context:
        yield Visitor(context.new_page(), shipped_site.resolve().as_uri())


def test_every_kind_opens_below_a_folder(below: Visitor, kinds: Kinds) -> None:
    faults = [
        f"/{page}: {fault}"
        for pages in kinds.values()
        # What a server shows for any wrong address must name the site's own from the root on.
        for page in pages[:1]
        if page != "404.html"
        for fault in below.visit(page).faults
    ]
    assert not faults, "\n".join(faults)


def test_links_lead_on_below_a_folder(below: Visitor) -> None:
    faults = [*below.visit("").faults, *walk(below)]
    assert not faults, "\n".join(faults)


def test_links_lead_on_from_a_disk(on_disk: Visitor) -> None:
    faults = [*on_disk.visit("index.html").faults, *walk(on_disk)]
    assert not faults, "\n".join(faults)


def walk(visitor: Visitor) -> list[str]:
    """Go the way by clicking; what went wrong, up to the first link that leads elsewhere."""
    faults = []
    for selector, kind in WAY:
        visit = visitor.follow(selector)
        faults += [f"{visitor.address}: {fault}" for fault in visit.faults]
        if not visitor.tab.locator(f"body.page-{kind}").count():
            return [*faults, f"{selector} leads to {visitor.tab.url}, not to a page of {kind}"]
    return faults
