"""What became of a body: its beginning, its end, who took over, what it was called before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from site_builder.model.agency import Agency, FormerName, Share, Successor
from site_builder.model.base import Unknown, Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.page import Context
from site_builder.pages.view import text
from site_builder.pages.view_life import ActView, LifeView, act_view, life_view
from site_builder.progress.snapshot import AgencyState
from site_builder.terms.period import Period, format_date
from site_builder.terms.text import Text

SHARE_WORDS: dict[Share, Text] = {
    "whole": Text("toàn bộ", "the whole"),
    "part": Text("một phần", "a part"),
    "unknown": Text("chưa xác định phần nào", "which part is not established"),
}


@dataclass(frozen=True, slots=True)
class Heir:
    """A body at the other end of a succession, and how much of it passed on."""

    name: Words
    path: str
    """Empty for a body that stands in no list."""
    life: LifeView | None
    share: Text
    what: Words | None
    by: ActView | None
    note: Words | None
    same: bool = False
    """Whether the document is the one that ended the body on whose page this stands."""


@dataclass(frozen=True, slots=True)
class OldName:
    """A name that the body had until some day."""

    name: Words
    short: Words | None
    until: Period
    by: ActView | None
    note: Words | None


@dataclass(frozen=True, slots=True)
class Began:
    """From when a body works."""

    start: Period | None
    by: ActView | None


@dataclass(frozen=True, slots=True)
class LifeStory:
    """Everything that is known of a body's life; each part is empty where nothing is known."""

    end: LifeView | None
    unknown: Words | None
    """Why its last day is not known."""
    bounds: Text | None
    """Between which days it lies, if it has ended, and what says so; a sentence."""
    note: Words | None
    successors: tuple[Heir, ...]
    predecessors: tuple[Heir, ...]
    names: tuple[OldName, ...]
    """The latest first: that is the one looked for most."""
    began: Began | None
    members: Text | None
    """Of a group that says nothing of its own end: that its members say it."""
    doubted: Text | None
    """From when nothing is claimed to be overdue, because it may have ended."""

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.end is not None and self.end.kind == "ended"

    @property
    def heirless(self) -> bool:
        """Whether it is said that no successor is established."""
        certain = self.end is not None and self.end.kind != "doubtful"
        return certain and not self.successors and self.members is None

    @property
    def told(self) -> bool:
        """Whether there is something to tell besides its end."""
        return bool(self.predecessors or self.names or self.began)


def life_story(context: Context, agency: Agency, state: AgencyState) -> LifeStory:
    """A body's life as it is known on the day of judgement."""
    repository = context.snapshot.repository
    until = agency.until if isinstance(agency.until, Unknown) else None
    end = life_view(context.snapshot, state.agency_id)
    begun = agency.start is not None or agency.started_by is not None
    since = state.life.doubtful_from
    doubted = end is not None and end.kind == "doubtful" and since is not None
    return LifeStory(
        end=end,
        unknown=unstopped(until.unknown) if until else None,
        bounds=_bounds(until) if until else None,
        note=agency.ended_note,
        successors=tuple(
            replace(heir, same=_same(heir.by, end))
            for heir in (_heir(context, one, one.agency) for one in agency.successors)
        ),
        predecessors=tuple(
            _heir(context, one, before)
            for before in state.life.predecessors
            for one in repository.agencies[before].successors
            if one.agency == state.agency_id
        ),
        names=tuple(_old_name(repository, one) for one in reversed(agency.renamed)),
        began=Began(agency.start, act_view(repository, agency.started_by)) if begun else None,
        members=_members(end) if end and agency.until is None else None,
        doubted=_doubted(since) if doubted and since else None,
    )


def _same(by: ActView | None, end: LifeView | None) -> bool:
    told = end.by if end else None
    return by is not None and told is not None and by.path != "" and by.path == told.path


def unstopped(words: Words | None) -> Words | None:
    """A wording without its full stop, to stand within a sentence."""
    if words is None:
        return None
    vi, en = words.vi, words.en
    return Words(vi=vi.rstrip(". ") or vi, en=(en.rstrip(". ") or en) if en else None)


def _bounds(until: Unknown) -> Text | None:
    days = ((until.not_before, _NOT_BEFORE), (until.not_after, _NOT_AFTER))
    told = [words.fill(day=Text(day.words("vi"), day.words("en"))) for day, words in days if day]
    if not told:
        return None
    both = Text(", ".join(one.vi for one in told), ", ".join(one.en for one in told))
    why = unstopped(until.bounds)
    if why is not None:
        both = _BECAUSE.fill(days=both, why=text(why))
    return _IF_ENDED.fill(days=both)


def _members(end: LifeView) -> Text:
    return _MEMBERS_DOUBTFUL if end.kind == "doubtful" else _MEMBERS


def _doubted(since: dt.date) -> Text:
    return _DOUBTED.fill(day=Text(format_date(since, "vi"), format_date(since, "en")))


def _heir(context: Context, one: Successor, agency_id: str | None) -> Heir:
    repository = context.snapshot.repository
    known = repository.agencies.get(agency_id or "")
    return Heir(
        name=known.name if known else one.name or Words(vi=agency_id or "", en=None),
        path=paths.agency(agency_id) if known and agency_id else "",
        life=life_view(context.snapshot, agency_id) if agency_id else None,
        share=SHARE_WORDS[one.share],
        what=unstopped(one.what),
        by=act_view(repository, one.by),
        note=unstopped(one.note),
    )


def _old_name(repository: Repository, one: FormerName) -> OldName:
    return OldName(
        one.name, one.short, one.until, act_view(repository, one.by), unstopped(one.note)
    )


_NOT_BEFORE = Text("không sớm hơn {day}", "not before {day}")
_NOT_AFTER = Text("không muộn hơn {day}", "not after {day}")
_BECAUSE = Text("{days} ({why})", "{days} ({why})")
_IF_ENDED = Text("Ngày cuối, nếu đã kết thúc: {days}.", "Its last day, if it has ended: {days}.")
_MEMBERS = Text(
    "mọi thành viên được nêu tên đều như vậy, theo trang của từng nơi",
    "so with every member that is named, as their pages say",
)
_MEMBERS_DOUBTFUL = Text(
    "mọi thành viên được nêu tên đã kết thúc hoặc chưa xác định, theo trang của từng nơi",
    "every member that is named has ended or may have, as their pages say",
)
_DOUBTED = Text(
    "Không kết luận quá hạn hay còn nợ đối với hạn từ ngày {day} trở đi.",
    "Of what was due from {day} on, nothing is said to be overdue or owed.",
)
