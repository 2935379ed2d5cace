"""The pages of a built site by their kind, told from the files alone."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from site_builder.render.links import PREFIX
from site_builder.terms.text import Lang


def pages_by_kind(site: Path, lang: Lang = "vi") -> dict[str, list[str]]:
    """The addresses of all pages in a language, the largest of each kind first.

    A fault shows first where there is most to go wrong.
    """
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("*.html"), key=lambda page: (-page.stat().st_size, page)):
        address = page.relative_to(site).as_posix().removesuffix("index.html")
        if language_of(address) == lang:
            kind = re.search(r'<body class="page-([a-z0-9-]+)', page.read_text("utf-8"))
            kinds[kind[1] if kind else address].append(address)
    return dict(sorted(kinds.items()))


def language_of(address: str) -> Lang:
    """The language of the page at an address below the site's root."""
    return "en" if address.startswith(PREFIX["en"]) else "vi"


def twin(address: str) -> str:
    """The address of the same page in the other language."""
    if language_of(address) == "en":
        return address.removeprefix(PREFIX["en"])
    return PREFIX["en"] + address
