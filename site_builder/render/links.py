"""Addresses relative to the page on which they stand, so that a site works below any folder."""

from __future__ import annotations

ROOT = "\x00"
"""Stands for the site's root until the page is complete: no legal HTML text contains it."""


def link(path: str) -> str:
    """An address below the site's root (`plans/x/#muc-II`), to be made relative by `settle`."""
    return ROOT + path


def settle(html: str, page_path: str) -> str:
    """Replace every address made by `link` by one relative to the page at `page_path`.

    Anchors on the same page become bare (`#muc-II`): they must not load the page again.
    """
    if page_path:
        html = html.replace(f"{ROOT}{page_path}#", "#")
    return html.replace(ROOT, "../" * page_path.count("/") or "./")
