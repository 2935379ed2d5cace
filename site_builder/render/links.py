"""Addresses relative to the page on which they stand, so that a site works below any folder."""

from __future__ import annotations

import re

from site_builder.terms.text import Lang

PAGES, FILES = "\x00", "\x01"
"""Stand for the root of a language's pages and for the root of the files that the languages share,
until the page is complete: no legal HTML text contains them."""
PREFIX: dict[Lang, str] = {"vi": "", "en": "en/"}
"""The folder below the site's root in which the pages of a language stand."""


def link(path: str) -> str:
    """The address of a page in the same language (`plans/x/#muc-II`), made relative by `settle`."""
    return PAGES + path


def file(path: str) -> str:
    """The address of a file that is the same in every language (`assets/site.css`)."""
    return FILES + path


def settle(html: str, page_path: str, lang: Lang) -> str:
    """Replace every address made by `link` and `file` by one relative to the page at `page_path`.

    Anchors on the same page become bare (`#muc-II`): they must not load the page again. What lies
    below the page is named from there (`indicators/doan-vien/`).
    """
    if page_path:
        html = html.replace(f'{PAGES}{page_path}"', './"').replace(PAGES + page_path, "")
    up = page_path.count("/")
    html = html.replace(PAGES, "../" * up or "./")
    return html.replace(FILES, "../" * (up + PREFIX[lang].count("/")) or "./")


def anchored(html: str, root: str, lang: Lang) -> str:
    """The same for a page that a server shows at any address: from the server's root on.

    `root` is the path of the site's address (`/` or `/tien-do/`).
    """
    return html.replace(PAGES, root + PREFIX[lang]).replace(FILES, root)


def moved(html: str, to_it: str) -> str:
    """Prose that is shown at another address than its own, its relative addresses led back there.

    `to_it` leads from the new address to the old one; anchors stay.
    """
    return _RELATIVE.sub(lambda found: f'{found[1]}="{to_it}{found[2]}"', html)


_RELATIVE = re.compile(r'\b(href|src)="((?![a-zA-Z][a-zA-Z0-9+.-]*:|/|#)[^"]*)"')
