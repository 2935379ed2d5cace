"""The list of all pages for search engines, each with its other language."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import escape

from site_builder.render.links import PREFIX
from site_builder.terms.text import LANGS

SITEMAP = "sitemap.xml"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(paths: Iterable[str], site_url: str) -> bytes:
    """The XML of https://www.sitemaps.org with `xhtml:link` for the languages.

    `paths` are pages without language; a day of change is not given, for none is known that is not
    the day of building.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">',
    ]
    for path in paths:
        places = {lang: escape(site_url + PREFIX[lang] + quote(path)) for lang in LANGS}
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href="{place}"/>'
            for lang, place in places.items()
        )
        lines += [f"<url><loc>{place}</loc>{others}</url>" for place in places.values()]
    return "\n".join([*lines, "</urlset>", ""]).encode()
