"""What comes out of the printer: a body's page on one sheet, nothing cut off at the edge."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]  # has no types of its own
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser-print")

Kinds = dict[str, list[str]]

A4 = (595, 842)
"""Points, rounded."""
PAPER_WIDTH = 680
"""CSS pixels between the margins of an A4 sheet, 15 mm each: (210 − 30) ÷ 25.4 × 96."""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    # Printed from a dark screen, the sheet is white all the same.
    context = browser.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


def sheets(tab: Page) -> list[tuple[int, int]]:
    """The size of every sheet of the page as it is printed, in points."""
    document = pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))
    return [(round(sheet.get_width()), round(sheet.get_height())) for sheet in document]


def test_the_page_of_a_typical_body_fits_one_sheet(tab: Page, origin: str, kinds: Kinds) -> None:
    bodies = kinds["agency"]
    # Most bodies have one duty or none; of those that have more, the largest are no longer typical.
    for place in (len(bodies) // 4, len(bodies) // 2, len(bodies) - 1):
        tab.goto(f"{origin}/{bodies[place]}", wait_until="load")
        assert sheets(tab) == [A4], f"/{bodies[place]}"


def test_every_kind_prints_on_white_a4_and_nothing_is_cut_off(
    tab: Page, origin: str, kinds: Kinds
) -> None:
    tab.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
    tab.emulate_media(media="print")
    cut = []
    for pages in kinds.values():
        tab.goto(f"{origin}/{pages[0]}", wait_until="load")
        background = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, pages[0]
        excess = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        cut += [f"/{pages[0]}: {excess} px too wide for the sheet"] if excess > 0 else []
    assert not cut, "\n".join(cut)


def test_every_sheet_is_a4(tab: Page, origin: str) -> None:
    tab.goto(f"{origin}/", wait_until="load")
    assert set(sheets(tab)) == {A4}
