"""Every internal address of a site leads somewhere: to a page, a file, an anchor that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from site_builder.render.links import FILES, PAGES, PREFIX
from site_builder.terms.text import Lang

_FOLDERS = "assets/"
_OWN = ' href="#'
_SKIP = "main"
"""Where the skip link of every page leads; the layout has it."""
_ANCHOR = re.compile(r' id="([^"]*)"')
_HREF = re.compile(r'<[^>]*? (?:href|src)="([^"]*)"')


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """An address that leads nowhere, and a page that bears it."""

    page: str
    address: str


class LinkCheck:
    """Takes every page's draft as it is made, and says at the end which addresses are broken.

    Addresses in a draft still count from the site's root, so that those of ten thousand pages are
    few and each is looked up once.
    """

    def __init__(self) -> None:
        self._wanted: dict[str, str] = {}
        """By address below the site's root, the first page that bears it."""

    def note(self, file: str, draft: str, lang: Lang) -> None:
        """Take in a page that will stand in `file`."""
        prefix = PREFIX[lang]
        for path in _after(PAGES, draft):
            self._wanted.setdefault(prefix + path, file)
        for path in _after(FILES, draft):
            # A folder of files (where the index of search lies) is no address to be followed.
            if not (path.startswith(_FOLDERS) and path.endswith("/")):
                self._wanted.setdefault(path, file)
        for anchor in _after(_OWN, draft) - {_SKIP}:
            self._wanted.setdefault(f"{file}#{anchor}", file)

    def note_prose(self, file: str, html: str) -> None:
        """Take in a page whose addresses are relative already, as a person wrote them."""
        folder = posixpath.dirname(file)
        for href in _HREF.findall(html):
            parts = urlsplit(href)
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
            if parts.path.endswith("/"):
                path += "/"
            target = file if not parts.path else path.removeprefix("./")
            self._wanted.setdefault(f"{target}#{parts.fragment}".rstrip("#"), file)

    def broken(self, files: Mapping[str, bytes]) -> Iterator[Broken]:
        """The addresses that lead nowhere, given every file of the site."""
        ids = _Ids(files)
        for address, page in self._wanted.items():
            path, _, anchor = address.partition("#")
            path = path.partition("?")[0]
            file = path if path and not path.endswith("/") else f"{path}index.html"
            if file not in files or (anchor and unquote(anchor) not in ids.of(file)):
                yield Broken(page, address)


def _after(mark: str, html: str) -> set[str]:
    """What stands between `mark` and the next quote; a plain split is ten times a pattern's speed."""
    return {piece[: piece.index('"')] for piece in html.split(mark)[1:]}


class _Ids:
    """The ids on the pages that anchors lead to; the other pages are never read again."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._known: dict[str, frozenset[str]] = {}

    def of(self, file: str) -> frozenset[str]:
        if file not in self._known:
            html = self._files[file].decode()
            self._known[file] = frozenset(map(unescape, _ANCHOR.findall(html)))
        return self._known[file]
