"""What a page is, before it has any markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from site_builder.progress.snapshot import Snapshot
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from home to a page."""

    title: Text
    path: str


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


@dataclass(frozen=True, slots=True)
class Download:
    """A file of open data that the site offers; `path` is below the site's root."""

    path: str
    title: Text
    description: Text


@dataclass(frozen=True, slots=True)
class Context:
    """What every page may draw on."""

    snapshot: Snapshot
    rules: Mapping[str, Rule]
    site_name: Text
    illustrative_shown: bool
    """Whether illustrative rows were let in by the setting."""
    downloads: tuple[Download, ...] = ()

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
