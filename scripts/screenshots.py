"""Pictures of every kind of page of a built site, to be looked at one by one (`make screenshots`).

    python -m scripts.screenshots SITE FOLDER

On the screen: narrow and wide, light and dark. On paper: A4, as PDF and each sheet as a picture. The
pictures that the README shows go to `docs/images/`.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

import pypdfium2  # type: ignore[import-untyped]  # has no types of its own
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from tests.browser.kinds import pages_by_kind
from tests.browser.serving import FLAGS, serve

WIDTHS = (390, 1280)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 900
SLICE = 6000
"""Pixels after which a picture goes on in the next file: longer ones cannot be looked at."""
SHEET_DPI = 110
README = {"indicator": ("plans/ba-dinh/55-kh-qu/indicators/doan-vien/", 1180, 1240)}
"""Picture of the README → the page, and the width and height of the window."""
IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"


@dataclass(frozen=True, slots=True)
class Made:
    """One page pictured in one manner; `length` in CSS pixels on the screen, sheets on paper."""

    manner: str
    address: str
    length: int
    files: tuple[Path, ...]


def chosen(site: Path) -> list[str]:
    """The largest, the typical and the smallest page of each kind, and in English the largest."""
    addresses = [
        pages[place]
        for pages in pages_by_kind(site).values()
        for place in sorted({0, len(pages) // 2, len(pages) - 1})
    ]
    return addresses + [pages[0] for pages in pages_by_kind(site, "en").values()]


def name_of(address: str) -> str:
    """A file's name for a page: `en/plans/x/` → `en-plans-x`."""
    return address.removesuffix(".html").strip("/").replace("/", "-") or "home"


def on_screen(tab: Page, address: str, folder: Path, manner: str) -> Made:
    """The whole page as it is on the screen, cut into pictures that can be looked at."""
    width, height = tab.evaluate(
        "(({scrollWidth, scrollHeight}) => [scrollWidth, scrollHeight])(document.documentElement)"
    )
    files = []
    for number, top in enumerate(range(0, height, SLICE), 1):
        mark = f"-{number}" if height > SLICE else ""
        file = folder / manner / f"{name_of(address)}{mark}.png"
        clip = FloatRect(x=0, y=top, width=width, height=min(SLICE, height - top))
        tab.screenshot(path=file, full_page=True, clip=clip)
        files.append(file)
    return Made(manner, address, height, tuple(files))


def on_paper(tab: Page, address: str, folder: Path) -> Made:
    """The page as it is printed: the PDF, and every sheet of it as a picture."""
    pdf = tab.pdf(prefer_css_page_size=True)
    file = folder / "paper" / f"{name_of(address)}.pdf"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pdf)
    files = [file]
    document = pypdfium2.PdfDocument(pdf)
    for number, sheet in enumerate(document, 1):
        picture = file.with_name(f"{file.stem}-{number}.png")
        sheet.render(scale=SHEET_DPI / 72).to_pil().save(picture)
        files.append(picture)
    return Made("paper", address, len(files) - 1, tuple(files))


def picture_all(
    browser: Browser, origin: str, addresses: list[str], folder: Path
) -> Iterator[Made]:
    """Every page in every manner, one manner after the other."""
    for theme in THEMES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT}, color_scheme=theme
            )
            tab = context.new_page()
            for address in addresses:
                tab.goto(f"{origin}/{address}", wait_until="load")
                yield on_screen(tab, address, folder, f"{width}-{theme}")
            context.close()
    with browser.new_context() as context:
        tab = context.new_page()
        for address in addresses:
            tab.goto(f"{origin}/{address}", wait_until="load")
            yield on_paper(tab, address, folder)


def for_readme(browser: Browser, origin: str) -> Iterator[Made]:
    """The few pictures that the README shows, in few colours so that they stay small."""
    for name, (address, width, height) in README.items():
        with browser.new_context(viewport={"width": width, "height": height}) as context:
            tab = context.new_page()
            tab.goto(f"{origin}/{address}", wait_until="load")
            picture = Image.open(io.BytesIO(tab.screenshot()))
        file = IMAGES / f"{name}.png"
        picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
        yield Made("README", address, height, (file,))


def line(made: Made) -> str:
    """One row of the table that is printed."""
    size = sum(file.stat().st_size for file in made.files)
    unit = "sheets" if made.manner == "paper" else "px"
    return f"{made.manner:<11} {made.length:>6} {unit:<6} {size / 1000:>7.0f} KB  /{made.address}"


def main(site: Path, folder: Path) -> None:
    """Make all pictures anew and print what was made."""
    addresses = chosen(site)
    for manner in (*(f"{width}-{theme}" for width in WIDTHS for theme in THEMES), "paper"):
        shutil.rmtree(folder / manner, ignore_errors=True)
    with sync_playwright() as playwright, serve(site) as origin:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=FLAGS)
        files = 0
        pictures = picture_all(browser, origin, addresses, folder)
        for made in chain(pictures, for_readme(browser, origin)):
            print(line(made), flush=True)
            files += len(made.files)
        browser.close()
    print(f"{len(addresses)} pages, {files} files in {folder}/ and {IMAGES.name}/")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
