"""What a body belongs to and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.repository import Repository
from site_builder.pages.collation import sort_key
from site_builder.pages.view import Ref, agency_ref


@dataclass(frozen=True, slots=True)
class Kinship:
    """A body among the others: above it, below it, and the groups that any plan speaks of."""

    parent: Ref | None
    children: tuple[Ref, ...]
    groups: tuple[Ref, ...]
    members: tuple[Ref, ...]
    count: int | None
    """How many members the document speaks of."""

    @property
    def known(self) -> bool:
        """Whether there is anything to tell."""
        named = (self.parent, self.children, self.groups, self.members)
        return any(named) or self.count is not None


def kin(repository: Repository) -> dict[str, Kinship]:
    """Every body's kinship, gathered in one pass."""
    children: dict[str, list[str]] = {}
    groups: dict[str, list[str]] = {}
    for agency_id, agency in repository.agencies.items():
        if agency.parent:
            children.setdefault(agency.parent, []).append(agency_id)
        for member in agency.members:
            groups.setdefault(member, []).append(agency_id)

    def refs(ids: Iterable[str]) -> tuple[Ref, ...]:
        made = [agency_ref(repository, one) for one in ids]
        return tuple(sorted(made, key=lambda ref: sort_key(ref.name.vi)))

    return {
        agency_id: Kinship(
            parent=agency_ref(repository, agency.parent) if agency.parent else None,
            children=refs(children.get(agency_id, ())),
            groups=refs(groups.get(agency_id, ())),
            members=refs(agency.members),
            count=agency.count,
        )
        for agency_id, agency in repository.agencies.items()
    }
