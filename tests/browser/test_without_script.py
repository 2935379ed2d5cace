"""Without script nothing is missing and nothing is dead; script only adds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.test_places import walk
from tests.browser.visit import HEIGHT, Visitor

pytestmark = pytest.mark.xdist_group("browser-without-script")

Kinds = dict[str, list[str]]

DEAD = """() => [...document.querySelectorAll("button, input, select, textarea, [hidden], form")]
  .filter((el) => el.checkVisibility() && !el.closest("form[action]"))
  .map((el) => el.outerHTML.slice(0, 120))"""
"""Controls that can be seen and do nothing without script; what is sent to a page leads there."""
WORDS = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  for (const one of document.querySelectorAll("noscript")) one.remove();
  return document.querySelector("main").innerText.split(/\\s+/).filter(Boolean);
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, origin: str) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": 1280, "height": HEIGHT}, java_script_enabled=False
    )
    yield Visitor(context.new_page(), origin)
    context.close()


@pytest.fixture(scope="module")
def scripted(browser: Browser, origin: str) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": 1280, "height": HEIGHT})
    yield Visitor(context.new_page(), origin)
    context.close()


def test_no_dead_control_is_seen(plain: Visitor, kinds: Kinds) -> None:
    faults = []
    for pages in kinds.values():
        faults += [f"/{pages[0]}: {fault}" for fault in plain.visit(pages[0]).faults]
        faults += [f"/{pages[0]}: {control}" for control in plain.tab.evaluate(DEAD)]
    assert not faults, "\n".join(faults)


def test_what_is_typed_into_the_search_leads_on(plain: Visitor) -> None:
    plain.visit("")
    field = plain.tab.locator("header form[action] input")
    field.fill("cong doan")
    with plain.tab.expect_navigation(wait_until="load"):
        field.press("Enter")
    assert not plain.look().faults
    assert plain.tab.locator("body.page-search").count() == 1
    # Nothing can be looked up without script: the page leads on by its lists.
    assert plain.tab.locator("main a[href]").filter(visible=True).count() >= 5


def test_every_word_is_there_without_script(
    plain: Visitor, scripted: Visitor, kinds: Kinds
) -> None:
    for pages in kinds.values():
        for visitor in (plain, scripted):
            visitor.visit(pages[0])
        without, with_script = (set(v.tab.evaluate(WORDS)) for v in (plain, scripted))
        hidden_by_script = without - with_script
        assert len(without) > 10, pages[0]
        assert not hidden_by_script, f"/{pages[0]}: {sorted(hidden_by_script)}"
        main = plain.tab.locator("main")
        assert main.locator("h1").is_visible(), pages[0]


def test_links_lead_on_without_script(plain: Visitor) -> None:
    faults = [*plain.visit("").faults, *walk(plain)]
    assert not faults, "\n".join(faults)
