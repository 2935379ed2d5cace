"""What a built page holds, read without a browser: its links, its ids and what it fetches."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

FETCHING = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
"""Elements that make a browser ask for something by itself."""
NOT_FETCHED = {"canonical", "alternate"}
"""Kinds of `<link>` that only state a relation."""


@dataclass
class Html:
    """One page of a built site."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    in_page: list[str] = field(default_factory=list)
    """Ids that the page's own parts point to: labels, descriptions, SVG uses."""


def read_html(path: Path) -> Html:
    """Read one page."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    POINTING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.page.ids.append(values["id"])
        for name in self.POINTING:
            self.page.in_page.extend(values.get(name, "").split())
        if tag in {"a", "area"} and "href" in values:
            self.page.links.append(values["href"])
        elif tag == "form" and "action" in values:
            self.page.links.append(values["action"])
        elif tag == "use":
            target = values.get("href") or values.get("xlink:href", "")
            self.page.in_page.append(target.removeprefix("#"))
        elif tag in FETCHING and not NOT_FETCHED & set(values.get("rel", "").split()):
            self.page.fetched.append(values.get(FETCHING[tag], ""))
