"""A page written by hand: the host has turned its Markdown into HTML; only the frame is ours."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.pages.page import PageKind
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Prose:
    """Trusted HTML: the owner of the site wrote its Markdown."""

    html: str


KIND = PageKind(
    name="prose",
    title=Text("Trang viết tay", "A page written by hand"),
    template="prose.html",
    pages=lambda _context: (),
)
