"""What a page is, before it has any markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Union

from site_builder.progress.snapshot import Snapshot
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from home to a page."""

    title: Text
    path: str


@dataclass(frozen=True, slots=True)
class Place:
    """An address below the site's root, of a page or (`shared`) of a file all languages share."""

    path: str
    shared: bool = False


Value = Union[str, Text, Place, "Thing", tuple["Value", ...], None]
"""What a property may be; None and empty values are left out."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a page is about, for machines: a type of schema.org and its properties."""

    type: str
    properties: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Find:
    """Something on a page that a visitor may look for by itself: a duty, a clause, a term.

    `kind` is the name of the group among the results, a key of `search.entries.GROUPS`.
    """

    kind: str
    title: Text
    excerpt: Text | None = None
    """What is shown under the title; words that it holds are found as well."""
    anchor: str = ""
    """Where on the page it stands (an id); empty for the page itself."""
    also: tuple[str, ...] = ()
    """Other words by which it is found and which are not shown: short names, numbers."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its permanent address, its words and its data. `render` gives it markup.

    `path` is the folder below the site's root, ending in a slash; home is the empty string.
    `data` is a frozen dataclass that the template of the page's kind lays out.
    """

    path: str
    kind: str
    title: Text
    description: Text
    data: object
    crumbs: tuple[Crumb, ...] = ()
    illustrative: bool = False
    finds: tuple[Find, ...] = ()
    """What search leads to here; the page itself first."""
    about: Thing | None = None
    picture: str = "site"
    """The picture that stands for the page where it is shared: `site`, or the path of a plan."""
    anywhere: bool = False
    """Whether a server shows it at whatever address was asked for, as it does the 404 page."""

    @property
    def file(self) -> str:
        """The page's file below the root of its language."""
        return self.path if self.path.endswith(".html") else f"{self.path}index.html"


@dataclass(frozen=True, slots=True)
class Download:
    """A file of open data that the site offers; `path` is below the site's root."""

    path: str
    title: Text
    description: Text
    columns: tuple[str, ...] = ()
    """The columns of a table, in their order."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every page may draw on."""

    snapshot: Snapshot
    rules: Mapping[str, Rule]
    site_name: Text
    illustrative_shown: bool
    """Whether illustrative rows were let in by the setting."""
    downloads: tuple[Download, ...] = ()
    feeds: tuple[Download, ...] = ()
    """What can be subscribed to; paths are below the root of each language."""
    written: tuple[Crumb, ...] = ()
    """Pages that somebody wrote by hand: every page leads to them."""

    @property
    def as_of(self) -> dt.date:
        """The day of judgement."""
        return self.snapshot.as_of


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page, declared once: its name, its template and how its pages are made."""

    name: str
    title: Text
    template: str
    pages: Callable[[Context], Iterable[Page]]
