"""Everything that the amendments of a plan change, one by one, each with its place and its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model import keys
from site_builder.model.amendment import Amended, Amendment
from site_builder.model.base import Unknown
from site_builder.model.document import Document
from site_builder.model.plan import Plan
from site_builder.terms.place import Step


@dataclass(frozen=True, slots=True)
class Entry:
    """One amended thing with its place and its days."""

    amendment: Amendment
    amended: Amended
    path: tuple[Step, ...]
    key: str
    """Its key with the id that its indicator has now."""
    day: dt.date | None
    """From when it holds; None where that is not known."""
    decided: dt.date | None = None
    """The day of its document, before which nobody knew of it; None where that is not known."""

    @property
    def ends(self) -> bool:
        """Whether it did away with the thing."""
        return self.amended.before is not None and self.amended.after is None

    def known(self, day: dt.date) -> bool:
        """Whether it could be known on a day; of a document without a date, from the start."""
        return self.decided is None or self.decided <= day

    def holds(self, day: dt.date) -> bool:
        """Whether it was known and in force on a day."""
        return self.known(day) and (self.day is None or self.day <= day)


def entries(plan: Plan, documents: Mapping[str, Document]) -> Iterator[Entry]:
    """Every amended thing of a plan, in the order of its file."""
    names = {old: one.id for one in plan.indicators() for old in one.formerly}
    for i, amendment in enumerate(plan.amendments):
        day, decided = in_force(amendment, documents), issued_on(amendment.document, documents)
        for j, amended in enumerate(amendment.changes):
            key = keys.renamed(amended.what, names)
            path: tuple[Step, ...] = ("amendments", i, "changes", j)
            yield Entry(amendment, amended, path, key, day, decided)


def issued_on(document: str, documents: Mapping[str, Document]) -> dt.date | None:
    """The last day on which a document can be dated; None where it is not listed or not dated."""
    known = documents.get(document)
    issued = known.issued if known is not None else None
    if isinstance(issued, Unknown):
        issued = issued.not_after
    return None if issued is None else issued.end


def in_force(amendment: Amendment, documents: Mapping[str, Document]) -> dt.date | None:
    """From when an amendment holds: its own day, else the last one on which it can be dated."""
    if amendment.in_force is not None:
        return amendment.in_force.start
    return issued_on(amendment.document, documents)


def by_key(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each key from the earliest on; keys of which a day is unknown are left out."""
    grouped: dict[str, list[Entry]] = {}
    for entry in found:
        grouped.setdefault(entry.key, []).append(entry)
    return {
        key: sorted(told, key=lambda entry: entry.day or dt.date.min)
        for key, told in grouped.items()
        if all(entry.day is not None for entry in told)
    }
