"""Who a duty binds: bodies named themselves, and the members of the groups that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.agency import Agency
from site_builder.model.duty import Duty, Role

LEADING: frozenset[Role] = frozenset(("lead", "assigned", "standing"))
"""Roles that answer for a duty: they lead it, carry it out, or are its standing body."""


def leading(roles: tuple[Role, ...]) -> bool:
    """Whether one of the roles answers for the duty."""
    return not LEADING.isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class Bound:
    """A body bound by a duty: in which roles, and through which groups (none: named itself)."""

    agency: str
    roles: tuple[Role, ...]
    through: tuple[str, ...]

    @property
    def answers(self) -> bool:
        """Whether it answers for the duty rather than supporting it."""
        return leading(self.roles)


class Membership:
    """The groups of a repository, opened once."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        self._agencies = agencies
        self._expanded: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}

    def expand(self, agency: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The bodies that an id stands for, each with the groups it is named through.

        A body stands for itself. A group stands for its named members; where it has others
        that nobody names (an open list, a class, a count above the names, no names at all), it
        also stands for itself, for them. Unknown ids stand for themselves.
        """
        if agency not in self._expanded:
            self._expanded[agency] = tuple(self._walk(agency, ()))
        return self._expanded[agency]

    def _walk(self, agency: str, through: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        known = self._agencies.get(agency)
        if known is None or not is_group(known):
            return [(agency, through)]
        if agency in through:
            return []
        found = [(agency, through)] if has_unnamed(known) else []
        for member in known.members:
            found += self._walk(member, (*through, agency))
        return found

    def groups_of(self) -> dict[str, tuple[str, ...]]:
        """For each body the groups of which it is a named member, directly or through a group."""
        found: dict[str, set[str]] = {}
        for group, agency in self._agencies.items():
            if is_group(agency):
                for member, through in self.expand(group):
                    if member != group:
                        found.setdefault(member, set()).update(through)
        return {member: tuple(sorted(groups)) for member, groups in found.items()}

    def bound_by(self, duty: Duty) -> tuple[Bound, ...]:
        """Every body the duty binds, in the order of its roles.

        A body named itself and through a group counts as named itself. A group that supports a
        body that answers for the duty supports it by its other members: nobody supports itself.
        """
        roles: dict[str, list[Role]] = {}
        through: dict[str, tuple[str, ...]] = {}
        for role, named in duty.assignments():
            for agency, groups in self.expand(named):
                held = roles.setdefault(agency, [])
                if role == "with" and groups and leading(tuple(held)):
                    continue
                if role not in held:
                    held.append(role)
                known = through.setdefault(agency, groups)
                if known and not groups:
                    through[agency] = ()
        return tuple(Bound(agency, tuple(held), through[agency]) for agency, held in roles.items())


def is_group(agency: Agency) -> bool:
    """Whether it stands for the members that it names."""
    return bool(agency.members) and agency.type in ("group", "open_group", "class")


def has_unnamed(agency: Agency) -> bool:
    """Whether a group has members that nobody names."""
    if agency.type in ("open_group", "class"):
        return True
    return agency.count is not None and agency.count > len(agency.members)
