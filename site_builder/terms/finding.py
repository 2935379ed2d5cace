"""A finding: bad data as a value, never as an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.terms.place import Where
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where it stands, what was read, what was expected, what to do."""

    code: str
    severity: Literal["error", "warning", "note"]
    title: Text
    where: Where
    read: str
    expected: Text
    fix: Text
    suggestion: str | None = None
