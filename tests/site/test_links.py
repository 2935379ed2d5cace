"""Every internal link of the shipped site leads somewhere, to the very anchor it names."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.html import Html, read_html

pytestmark = pytest.mark.xdist_group("shipped-site")


class Site:
    """A built site as a visitor's browser resolves it: a folder stands for its index page."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def pages(self) -> dict[Path, Html]:
        """Every page by its file."""
        return {path: read_html(path) for path in sorted(self.root.rglob("*.html"))}

    def target(self, page: Path, link: str) -> Path:
        """The file that a link on `page` leads to."""
        path = unquote(urlsplit(link).path)
        if not path:
            return page
        start = self.root if path.startswith("/") else page.parent
        target = (start / path.lstrip("/")).resolve()
        return target / "index.html" if path.endswith("/") or target.is_dir() else target

    def fault(self, page: Path, link: str) -> str | None:
        """What is wrong with an internal link, if anything."""
        target = self.target(page, link)
        if not target.is_relative_to(self.root) or not target.is_file():
            return "no such file"
        anchor = unquote(urlsplit(link).fragment)
        if anchor and anchor not in self.pages[target].ids:
            return "no such anchor"
        return None


def is_internal(link: str) -> bool:
    parts = urlsplit(link)
    return not parts.scheme and not parts.netloc


@pytest.fixture(scope="module")
def site(shipped_site: Path) -> Site:
    return Site(shipped_site.resolve())


def test_internal_links_and_anchors_resolve(site: Site) -> None:
    faults = {
        f"{page.relative_to(site.root)}: {link}: {fault}"
        for page, html in site.pages.items()
        for link in (*html.links, *html.fetched)
        if is_internal(link) and (fault := site.fault(page, link))
    }
    assert not faults, "\n".join(sorted(faults))


def test_the_site_has_links_to_follow(site: Site) -> None:
    # Guards the test above: a parser that sees nothing finds no fault either.
    anchored = [link for html in site.pages.values() for link in html.links if "#" in link]
    assert len(site.pages) > 50
    assert len(anchored) > 50


def test_every_page_can_be_reached_from_home(site: Site) -> None:
    home = site.root / "index.html"
    reached, waiting = {home}, [home]
    while waiting:
        page = waiting.pop()
        links = [link for link in site.pages[page].links if is_internal(link)]
        new = {site.target(page, link) for link in links} & site.pages.keys() - reached
        reached |= new
        waiting.extend(new)
    # The page a server shows for a wrong address is the one that nothing links to.
    unreached = (
        site.pages.keys() - reached - {site.root / page for page in ("404.html", "en/404.html")}
    )
    assert not unreached, "\n".join(sorted(str(page.relative_to(site.root)) for page in unreached))


def test_no_page_fetches_from_elsewhere(site: Site) -> None:
    foreign = {
        f"{page.relative_to(site.root)}: {link}"
        for page, html in site.pages.items()
        for link in html.fetched
        if not is_internal(link) and not link.startswith("data:")
    }
    assert not foreign, "\n".join(sorted(foreign))


def test_ids_are_unique_and_what_points_to_them_finds_them(site: Site) -> None:
    faults = []
    for page, html in site.pages.items():
        name = page.relative_to(site.root)
        faults += [f"{name}: {id_} stands twice" for id_, n in Counter(html.ids).items() if n > 1]
        faults += [f"{name}: no {id_}" for id_ in sorted(set(html.in_page) - set(html.ids))]
    assert not faults, "\n".join(faults)
