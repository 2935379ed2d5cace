"""Whoever has no mouse gets everywhere: Tab, Enter, and the focus is always seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.keyboard import go_round
from tests.browser.visit import HEIGHT

pytestmark = pytest.mark.xdist_group("browser-keyboard")

Kinds = dict[str, list[str]]


@pytest.fixture(scope="module", params=[390, 1280], ids=lambda width: f"{width}px")
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    # With motion switched off the page has scrolled when the next key goes down.
    context = browser.new_context(
        viewport={"width": request.param, "height": HEIGHT}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_tab_reaches_everything_in_order_and_traps_nobody(
    tab: Page, origin: str, kinds: Kinds
) -> None:
    faults, stops = [], 0
    for pages in kinds.values():
        typical = pages[len(pages) // 2]
        tab.goto(f"{origin}/{typical}", wait_until="load")
        way = go_round(tab)
        faults += [f"/{typical}: {fault}" for fault in way.faults]
        stops += way.stops
    assert not faults, "\n".join(faults)
    assert stops > 20 * len(kinds)


def test_tab_notices_what_cannot_be_reached_or_seen(tab: Page, origin: str) -> None:
    # Guards the test above.
    tab.goto(f"{origin}/about/", wait_until="load")
    tab.evaluate(
        """() => {
          const [hidden, back, bare] = document.querySelectorAll("footer a");
          hidden.addEventListener("focus", () => hidden.blur());
          back.tabIndex = 1;
          bare.style.outline = "none";
        }"""
    )
    faults = " ".join(go_round(tab).faults)
    assert "never reached" in faults
    assert "no visible focus" in faults


def test_the_first_stop_skips_to_the_content(tab: Page, origin: str, kinds: Kinds) -> None:
    for pages in kinds.values():
        tab.goto(f"{origin}/{pages[0]}", wait_until="load")
        tab.keyboard.press("Tab")
        skip = tab.locator(":focus")
        box = skip.bounding_box()
        assert skip.get_attribute("href") == "#main", pages[0]
        assert box and box["x"] >= 0 and box["y"] >= 0 and box["height"] > 10, pages[0]
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        # A page may have nothing to stop at in its content; then the way goes on behind it.
        assert tab.evaluate(
            """() => {
              const main = document.querySelector("main");
              const at = document.activeElement;
              return main.contains(at) || !!(main.compareDocumentPosition(at)
                & Node.DOCUMENT_POSITION_FOLLOWING);
            }"""
        ), pages[0]


def test_enter_unfolds_and_folds(tab: Page, origin: str, kinds: Kinds) -> None:
    tried = 0
    for pages in kinds.values():
        tab.goto(f"{origin}/{pages[0]}", wait_until="load")
        folded = tab.locator("details:not([open]) > summary").filter(visible=True)
        if not folded.count():
            continue
        one = folded.first.element_handle()
        one.focus()
        for is_open in (True, False):
            tab.keyboard.press("Enter")
            assert one.evaluate("summary => summary.parentElement.open") is is_open, pages[0]
        tried += 1
    assert tried >= 3
