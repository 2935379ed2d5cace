"""What an export is: open data, declared once with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Export:
    """One downloadable file; `write` gives its bytes, the same for the same snapshot."""

    path: str
    title: Text
    description: Text
    write: Callable[[Snapshot], bytes]
    columns: tuple[str, ...] = ()
    """The columns of a table, in their order."""


@dataclass(frozen=True, slots=True)
class Extracts:
    """Many small files, each a part of an export that lies beside the page it belongs to.

    `write` gives each path below the site's root with its bytes.
    """

    part_of: Export
    write: Callable[[Snapshot], Iterator[tuple[str, bytes]]]
