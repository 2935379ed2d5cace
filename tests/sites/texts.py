"""A page as somebody reads it: its text in lines, the cells of a table row side by side."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt",
     "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "header", "footer", "li", "nav", "ol",
     "p", "section", "summary", "table", "tbody", "thead", "tr", "ul")
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "svg", "title", "button", "form", "nav", "template"))
_HEADS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._said: list[str] = []
        self._prefix = ""
        self._main = False
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self._main = True
        if tag in _VOID:
            return
        if self._unseen or tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self._end()
            self._prefix = _HEADS.get(tag, self._prefix)
        elif tag in ("td", "th") and self._said:
            self._said.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._unseen:
            self._unseen -= 1
        elif tag in _BLOCKS or tag == "main":
            self._end()
        if tag == "main":
            self._main = False

    def handle_data(self, data: str) -> None:
        if self._main and not self._unseen:
            self._said.append(data)

    def _end(self) -> None:
        line = " ".join("".join(self._said).split())
        if line:
            self.lines.append(self._prefix + line)
            self._prefix = ""
        self._said = []


def text(page: bytes) -> str:
    """What stands in the main part of a page: headings marked, one line for each block."""
    reader = _Reader()
    reader.feed(page.decode())
    return "\n".join(reader.lines) + "\n"
