"""axe-core finds nothing on any kind of page, in both themes, narrow and wide, folded or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import SCRIPT, Violation, bring_axe, told, unfold, violations
from tests.browser.visit import HEIGHT

pytestmark = pytest.mark.xdist_group("browser-axe")

WIDE, NARROW = WIDTHS = (1280, 390)

Kinds = dict[str, list[str]]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    if not SCRIPT.is_file():
        pytest.fail("axe-core is not installed: scripts/node-tools.sh does that", pytrace=False)
    # Without motion nothing is judged half-way between two colours.
    context = browser.new_context(reduced_motion="reduce")
    bring_axe(context)
    yield context.new_page()
    context.close()


def judge(tab: Page, address: str, widths: tuple[int, ...] = WIDTHS) -> list[Violation]:
    """What axe finds on a page as it opens (if wide), then unfolded in every width and theme."""
    tab.set_viewport_size({"width": widths[0], "height": HEIGHT})
    tab.emulate_media(color_scheme="light")
    tab.goto(address, wait_until="load")
    found = violations(tab, f"{address} as it opens") if widths[0] == WIDE else []
    unfold(tab)
    for width in widths:
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        found += violations(tab, f"{address} unfolded, {width} px, light")
        tab.emulate_media(color_scheme="dark")
        found += violations(tab, f"{address} unfolded, {width} px, dark", colours_only=True)
        tab.emulate_media(color_scheme="light")
    return found


def test_axe_finds_nothing(tab: Page, origin: str, kinds: Kinds) -> None:
    found = [
        violation
        for pages in kinds.values()
        # Where there is most, and where there is least: what is missing is said there.
        for page in sorted({pages[0], pages[-1]})
        for violation in judge(tab, f"{origin}/{page}")
    ]
    assert not found, told(found)


def test_axe_finds_nothing_in_english(tab: Page, origin: str, english_kinds: Kinds) -> None:
    found = [
        violation
        for pages in english_kinds.values()
        # The same page in other, longer words: they show where there is little room.
        for violation in judge(tab, f"{origin}/{pages[0]}", (NARROW,))
    ]
    assert not found, told(found)


def test_axe_speaks(tab: Page, origin: str) -> None:
    # Guards the tests above: it must see a fault of each sort that they are there for.
    tab.goto(f"{origin}/", wait_until="load")
    tab.evaluate(
        """() => {
          const main = document.querySelector("main");
          main.append(document.createElement("button"), document.createElement("img"));
          const pale = document.createElement("p");
          pale.style.color = "#bbb";
          pale.style.background = "#ccc";
          pale.textContent = "Nghị quyết";
          main.append(pale);
          const small = document.createElement("div");
          for (const text of ["1", "2"]) {
            const button = document.createElement("button");
            button.textContent = text;
            button.style.cssText = "font-size: 6px; padding: 0; border: 0; width: 5px; height: 5px";
            small.append(button);
          }
          main.append(small);
        }"""
    )
    assert {violation.rule for violation in violations(tab)} >= {
        "button-name",
        "image-alt",
        "color-contrast",
        "target-size",
    }
