"""A page written by hand: the host has turned its Markdown into HTML; only the frame is ours."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from site_builder.pages.page import Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB
from site_builder.terms.text import Lang, Text, borrowed, same

_SHORT = 200
"""How much of a text describes it, in characters."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Trusted HTML: the owner of the site wrote its Markdown."""

    html: str
    lang: Lang
    """The language it is written in, which is not the page's where nobody has translated it."""


def page(path: str, title: str, html: str, lang: Lang) -> Page:
    """The page at `path` (without language), written in `lang`."""
    words = _Paragraphs.of(html)
    about = words[0][:_SHORT] if words else title

    def spoken(words: str) -> Text:
        return borrowed(words, None) if lang == "vi" else same(words)

    name = spoken(title)
    return Page(
        path=path,
        kind=KIND.name,
        title=name,
        description=spoken(about),
        crumbs=(HOME_CRUMB,),
        data=Prose(html, lang),
        finds=(Find("page", name, spoken(" ".join(words))),),
    )


class _Paragraphs(HTMLParser):
    """The text of paragraphs, items and headings, without markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = [""]

    @classmethod
    def of(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        texts = (" ".join(text.split()) for text in reader.found)
        return [text for text in texts if text]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "li", "h1", "h2", "h3", "h4", "td"}:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data


KIND = PageKind(
    name="prose",
    title=Text("Trang viết tay", "A page written by hand"),
    template="prose.html",
    pages=lambda _context: (),
)
