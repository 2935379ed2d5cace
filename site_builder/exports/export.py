"""What an export is: a file of open data, declared once with its words."""

from __future__ import annotations

from collections.abc import Callable
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
