"""All bodies: by territory and level, in the order of a Vietnamese dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from site_builder.model.agency import Agency, AgencyLevel
from site_builder.model.base import Words
from site_builder.pages import paths
from site_builder.pages.agency import LEVEL_WORDS, TYPE_WORDS
from site_builder.pages.collation import sort_key
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import AGENCIES_CRUMB, HOME_CRUMB
from site_builder.progress.snapshot import AgencyState
from site_builder.terms.text import Text

LEVELS: tuple[AgencyLevel, ...] = get_args(AgencyLevel)
NO_TERRITORY = Text("Không ghi địa bàn", "No territory given")
NO_LEVEL = Text("Không ghi cấp", "No level given")


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One body and how much is asked of it."""

    name: Words
    path: str
    type: Text | None
    """None for an ordinary single body."""
    overdue: int
    owed: int
    leads: int
    supports: int
    shares: int
    illustrative: bool
    """Whether what is overdue or owed is told from illustrative rows."""


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The bodies of one level within a territory."""

    level: Text
    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class TerritoryGroup:
    """The bodies of one territory, highest level first."""

    territory: Text
    levels: tuple[LevelGroup, ...]


@dataclass(frozen=True, slots=True)
class AgenciesData:
    """Every body."""

    groups: tuple[TerritoryGroup, ...]
    total: int


def pages(context: Context) -> Iterable[Page]:
    """The one list of bodies."""
    states = context.snapshot.agencies.values()
    yield Page(
        path=paths.AGENCIES,
        kind=KIND.name,
        title=AGENCIES_CRUMB.title,
        description=Text(
            "Mọi cơ quan, đơn vị mà các kế hoạch nêu tên, và phần việc của từng nơi.",
            "Every body that the plans name, and what each is responsible for.",
        ),
        data=agencies_data(context),
        crumbs=(HOME_CRUMB,),
        illustrative=any(state.illustrative for state in states),
    )


def agencies_data(context: Context) -> AgenciesData:
    """Bodies by province (central ones first, those without a territory last), then by level."""
    agencies = context.snapshot.repository.agencies
    names: dict[str, Text] = {}
    territories: dict[str, dict[AgencyLevel | None, list[AgencyLine]]] = {}
    for agency_id, agency in agencies.items():
        line = _line(agency_id, agency, context.snapshot.agencies.get(agency_id))
        territory = _territory(agency)
        names.setdefault(territory.vi, territory)
        levels = territories.setdefault(territory.vi, {})
        levels.setdefault(agency.level, []).append(line)
    ordered = sorted(territories.items(), key=lambda item: _place(names[item[0]]))
    groups = tuple(TerritoryGroup(names[name], _levels(levels)) for name, levels in ordered)
    return AgenciesData(groups, len(agencies))


def _territory(agency: Agency) -> Text:
    if agency.level == "central":
        return LEVEL_WORDS["central"]
    if agency.territory is None:
        return NO_TERRITORY
    words = agency.territory
    return Text(_widest(words.vi), _widest(words.en or words.vi))


def _widest(territory: str) -> str:
    """`huyện Tam Đường, tỉnh Lai Châu` → `Tỉnh Lai Châu`: the last name is the widest."""
    name = territory.rpartition(",")[2].strip()
    return name[:1].upper() + name[1:]


def _place(territory: Text) -> tuple[int, object]:
    if territory == LEVEL_WORDS["central"]:
        return 0, sort_key("")
    return (2 if territory == NO_TERRITORY else 1), sort_key(territory.vi)


def _levels(levels: dict[AgencyLevel | None, list[AgencyLine]]) -> tuple[LevelGroup, ...]:
    order: tuple[AgencyLevel | None, ...] = (*LEVELS, None)
    return tuple(
        LevelGroup(
            LEVEL_WORDS[level] if level else NO_LEVEL,
            tuple(sorted(levels[level], key=lambda line: sort_key(line.name.vi))),
        )
        for level in order
        if level in levels
    )


def _line(agency_id: str, agency: Agency, state: AgencyState | None) -> AgencyLine:
    return AgencyLine(
        name=agency.name,
        path=paths.agency(agency_id),
        type=None if agency.type == "body" else TYPE_WORDS[agency.type],
        overdue=len(state.overdue) if state else 0,
        owed=sum(o.received is None for o in state.reports_owed) if state else 0,
        leads=len(state.leads) if state else 0,
        supports=len(state.supports) if state else 0,
        shares=len(state.shares) if state else 0,
        illustrative=_is_illustrative(state) if state else False,
    )


def _is_illustrative(state: AgencyState) -> bool:
    told = bool(state.overdue) or bool(state.reports_owed)
    return told and state.illustrative


KIND = PageKind(name="agencies", title=AGENCIES_CRUMB.title, template="agencies.html", pages=pages)
