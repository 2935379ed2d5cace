"""Every page in both languages: the switch keeps the page, and each word says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import language_of, twin
from tests.browser.visit import Visitor

pytestmark = pytest.mark.xdist_group("browser-languages")

PER_KIND = 6

Kinds = dict[str, list[str]]

VIETNAMESE_IN_ENGLISH = r"""() => {
  // Words in small letters, one of which only Vietnamese has. Names (Lai Châu) and numbers
  // (277/KH-LĐLĐ) belong to every language, code to none; a word or two may be cited in passing.
  // Between “…” an English remark cites what a document prints: there the marks say that the words
  // are another's, and nobody who wrote the remark could have marked up a part of it.
  const uncited = (text) => {
    const less = text.replace(/“[^“”]*”/gu, " ");
    return less === text ? text : uncited(less);
  };
  const letter = /[ăâđêôơư\u1ea0-\u1ef9áàãéèíìĩóòõúùũý]/u;
  const words = (text) => text.split(/[^\p{L}\p{M}]+/u).filter((word) =>
    letter.test(word) && word === word.toLowerCase());
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const within = text.parentElement;
    if (within.closest("[lang]").lang !== "vi" && !within.closest("code, pre")
      && words(uncited(text.data)).length > 2) {
      found.push(`<${text.parentElement.localName}> ${text.data.trim().slice(0, 200)}`);
    }
  }
  return found;
}"""


def text(site: Path, address: str) -> str:
    """The file behind an address."""
    place = site / address
    return (place / "index.html" if place.is_dir() else place).read_text("utf-8")


@pytest.fixture(scope="module")
def visitor(browser: Browser, origin: str) -> Iterator[Visitor]:
    context = browser.new_context()
    yield Visitor(context.new_page(), origin)
    context.close()


def test_every_page_exists_in_both_languages(kinds: Kinds, english_kinds: Kinds) -> None:
    def addresses(kinds: Kinds) -> set[tuple[str, str]]:
        return {(kind, page) for kind, pages in kinds.items() for page in pages}

    twins = {(kind, twin(page)) for kind, page in addresses(english_kinds)}
    alone = addresses(kinds) ^ twins
    # A server shows one page for every wrong address, whatever its language.
    assert {page for _, page in alone} <= {"404.html"}
    assert len(twins) > 100


def test_every_page_says_its_language(
    kinds: Kinds, english_kinds: Kinds, shipped_site: Path
) -> None:
    wrong = []
    for pages in (*kinds.values(), *english_kinds.values()):
        for page in pages:
            said = re.search(r'<html [^>]*lang="([^"]*)"', text(shipped_site, page))
            if not said or said[1] != language_of(page):
                wrong.append(f"/{page}: {said and said[1]}")
    assert not wrong, "\n".join(wrong)


def test_the_switch_keeps_the_page(visitor: Visitor, kinds: Kinds) -> None:
    for kind, pages in kinds.items():
        page = pages[0]
        if page == "404.html":
            continue
        visitor.visit(page)
        for wanted in (twin(page), page):
            switch = visitor.tab.locator("header a[hreflang]")
            assert switch.get_attribute("hreflang") == language_of(wanted), page
            assert switch.get_attribute("lang") == language_of(wanted), page
            faults = visitor.follow("header a[hreflang]").faults
            assert not faults, f"/{wanted}: {faults}"
            assert visitor.address.removesuffix("index.html") == wanted
            assert visitor.tab.locator(f"html[lang={language_of(wanted)}]").count() == 1
            assert visitor.tab.locator(f"body.page-{kind}").count() == 1


def test_links_stay_in_the_language(english_kinds: Kinds, visitor: Visitor) -> None:
    strayed = []
    for pages in english_kinds.values():
        visitor.visit(pages[0])
        links = visitor.tab.locator("a[href]:not([hreflang])").evaluate_all(
            "links => links.filter(a => !a.download && a.pathname.endsWith('/'))"
            ".map(a => a.pathname)"
        )
        strayed += [f"/{pages[0]} → {link}" for link in links if not link.startswith("/en/")]
        assert links, pages[0]
    assert not strayed, "\n".join(strayed)


def test_vietnamese_on_english_pages_is_marked(visitor: Visitor, english_kinds: Kinds) -> None:
    unmarked = []
    for page in (page for pages in english_kinds.values() for page in pages[:PER_KIND]):
        visitor.visit(page)
        unmarked += [f"/{page}: {one}" for one in visitor.tab.evaluate(VIETNAMESE_IN_ENGLISH)]
    assert not unmarked, "\n".join(unmarked)


def test_unmarked_vietnamese_is_seen(visitor: Visitor, english_kinds: Kinds) -> None:
    # Guards the test above.
    visitor.visit(english_kinds["home"][0])
    before = len(visitor.tab.evaluate(VIETNAMESE_IN_ENGLISH))
    visitor.tab.evaluate(
        """() => {
          const main = document.querySelector("main");
          main.append("Report: số liệu minh họa, không phải báo cáo thật");
          main.append(Object.assign(document.createElement("p"), {
            lang: "vi", textContent: "số liệu minh họa, không phải báo cáo thật"}));
          const cited = "“số liệu “minh họa”, không phải báo cáo thật”";
          main.append(Object.assign(document.createElement("p"), {
            textContent: `The annex prints ${cited}.`}));
          main.append(Object.assign(document.createElement("p"), {
            textContent: `The annex prints ${cited}, là số liệu thật.`}));
        }"""
    )
    assert len(visitor.tab.evaluate(VIETNAMESE_IN_ENGLISH)) == before + 2
