"""All bodies: by territory, in the order of a Vietnamese dictionary, with what is asked of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from site_builder.model.agency import Agency, AgencyLevel, AgencySystem
from site_builder.model.base import Words
from site_builder.pages import paths
from site_builder.pages.agency import LEVEL_WORDS, SYSTEM_WORDS
from site_builder.pages.choice import Choice
from site_builder.pages.collation import sort_key
from site_builder.pages.page import Context, Page, PageKind
from site_builder.pages.view import AGENCIES_CRUMB, HOME_CRUMB
from site_builder.pages.view_life import LifeView, life_view
from site_builder.pages.view_owed import overdue
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text, borrowed

K = TypeVar("K", bound=str)
Owes = Literal["past", "report", "share"]
OWES_WORDS: dict[Owes, Text] = {
    "past": Text("có nhiệm vụ đã qua hạn", "has duties past their deadline"),
    "report": Text("còn thiếu báo cáo", "has reports missing"),
    "share": Text("được giao phần chỉ tiêu", "has a share of a target"),
}
LifeChoice = Literal["alive", "ended", "doubtful"]
LIFE_WORDS: dict[LifeChoice, Text] = {
    "alive": Text("đang hoạt động", "in operation"),
    "ended": Text("đã kết thúc", "ended"),
    "doubtful": Text("chưa xác định", "not established"),
}
NO_TERRITORY = Text("Không ghi địa bàn", "No territory given")


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One body and how much is asked of it."""

    name: Words
    short: Words | None
    """Where it has words that the name has not: people look for both."""
    path: str
    level: AgencyLevel | None
    system: AgencySystem | None
    """None where it is not known."""
    past: int
    """Duties past their deadline that are not known to be done, those in silence too."""
    missing: int
    """Reports that are due and have not come in."""
    leads: int
    others: int
    """Duties in which it supports or has any other role than to lead or carry out."""
    owes: tuple[Owes, ...]
    life: LifeView | None
    """Whether it has ended, will end or may have ended."""
    alive: LifeChoice
    illustrative: bool
    """Whether what is overdue or missing is told from illustrative rows."""


@dataclass(frozen=True, slots=True)
class TerritoryGroup:
    """The bodies of one territory, by name, those that have ended after the others.

    `value` is its mark on their lines.
    """

    value: str
    territory: Text
    lines: tuple[AgencyLine, ...]


@dataclass(frozen=True, slots=True)
class AgenciesData:
    """Every body, and the choices by which the list is narrowed: only those that occur."""

    groups: tuple[TerritoryGroup, ...]
    total: int
    ended: int
    doubtful: int
    territories: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    systems: tuple[Choice, ...]
    owes: tuple[Choice, ...]
    lives: tuple[Choice, ...]
    illustrative: bool


def pages(context: Context) -> Iterable[Page]:
    """The one list of bodies."""
    data = agencies_data(context)
    yield Page(
        path=paths.AGENCIES,
        kind=KIND.name,
        title=AGENCIES_CRUMB.title,
        description=Text(
            "Mọi cơ quan, đơn vị mà các kế hoạch nêu tên, và phần việc của từng nơi.",
            "Every body that the plans name, and what each is responsible for.",
        ),
        data=data,
        crumbs=(HOME_CRUMB,),
        illustrative=data.illustrative,
    )


def agencies_data(context: Context) -> AgenciesData:
    """Bodies by province (central ones first, those without a territory last), then by name."""
    agencies = context.snapshot.repository.agencies
    names: dict[str, Text] = {}
    territories: dict[str, list[AgencyLine]] = {}
    for agency_id, agency in agencies.items():
        territory = _territory(agency)
        names.setdefault(territory.vi, territory)
        line = _line(agency_id, agency, context.snapshot)
        territories.setdefault(territory.vi, []).append(line)
    lines = [line for some in territories.values() for line in some]
    groups = _groups(territories, names)
    return AgenciesData(
        groups=groups,
        total=len(agencies),
        ended=sum(line.alive == "ended" for line in lines),
        doubtful=sum(line.alive == "doubtful" for line in lines),
        territories=tuple(Choice(group.value, group.territory) for group in groups),
        levels=_choices(LEVEL_WORDS, (line.level for line in lines)),
        systems=_choices(SYSTEM_WORDS, (line.system for line in lines)),
        owes=_choices(OWES_WORDS, (kind for line in lines for kind in line.owes)),
        lives=_choices(LIFE_WORDS, (line.alive for line in lines)),
        illustrative=any(line.illustrative for line in lines),
    )


def _groups(
    territories: Mapping[str, list[AgencyLine]], names: Mapping[str, Text]
) -> tuple[TerritoryGroup, ...]:
    ordered = sorted(territories.items(), key=lambda item: _place(names[item[0]]))
    return tuple(
        TerritoryGroup(
            value=str(number),
            territory=names[name],
            lines=tuple(sorted(lines, key=_order)),
        )
        for number, (name, lines) in enumerate(ordered, 1)
    )


def _order(line: AgencyLine) -> tuple[bool, object]:
    return line.alive == "ended", sort_key(line.name.vi)


def _choices(words: Mapping[K, Text], found: Iterable[K | None]) -> tuple[Choice, ...]:
    known = set(found)
    return tuple(Choice(value, label) for value, label in words.items() if value in known)


def _territory(agency: Agency) -> Text:
    if agency.level == "central":
        return LEVEL_WORDS["central"]
    if agency.territory is None:
        return NO_TERRITORY
    words = agency.territory
    return borrowed(_widest(words.vi), _widest(words.en) if words.en else None)


def _widest(territory: str) -> str:
    """`huyện Tam Đường, tỉnh Lai Châu` → `Tỉnh Lai Châu`: the last name is the widest.

    One rule for all: a body stands with its province, whatever its own level.
    """
    name = territory.rpartition(",")[2].strip()
    return name[:1].upper() + name[1:]


def _place(territory: Text) -> tuple[int, object]:
    if territory == LEVEL_WORDS["central"]:
        return 0, sort_key("")
    return (2 if territory == NO_TERRITORY else 1), sort_key(territory.vi)


def _line(agency_id: str, agency: Agency, snapshot: Snapshot) -> AgencyLine:
    state = snapshot.agencies[agency_id]
    life = life_view(snapshot, agency_id)
    missing = len(overdue(state.reports_owed))
    owes: dict[Owes, int] = {
        "past": len(state.overdue),
        "report": missing,
        "share": len(state.shares),
    }
    return AgencyLine(
        name=agency.name,
        short=agency.short if agency.short and _adds(agency.short, agency.name) else None,
        path=paths.agency(agency_id),
        level=agency.level,
        system=None if agency.system == "unknown" else agency.system,
        past=len(state.overdue),
        missing=missing,
        leads=len(state.leads),
        others=len(state.supports),
        owes=tuple(kind for kind, number in owes.items() if number),
        life=life,
        alive="alive" if life is None or life.kind == "ending" else life.kind,
        illustrative=state.illustrative and bool(state.overdue or missing),
    )


def _adds(short: Words, name: Words) -> bool:
    return not set(short.vi.split()) <= set(name.vi.split())


KIND = PageKind(name="agencies", title=AGENCIES_CRUMB.title, template="agencies.html", pages=pages)
