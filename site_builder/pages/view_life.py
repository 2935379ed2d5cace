"""Whether a body still works, as every page says it beside the body's name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from site_builder.model.agency import Act
from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.documents import label
from site_builder.pages.view import clause_words
from site_builder.progress.snapshot import Snapshot
from site_builder.progress.times import ALIVE
from site_builder.terms.period import Period, format_date
from site_builder.terms.text import Text, same

LifeKind = Literal["ended", "ending", "doubtful"]
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ActView:
    """The document that says so, its page and where in it."""

    document: Text
    path: str
    """Empty for a document that no file declares."""
    clause: Text | None
    """`khoản 2 Điều 1` of an act of state, `mục II.2` of any other document."""


@dataclass(frozen=True, slots=True)
class LifeView:
    """What is to be said of a body that has ended, will end or may have ended."""

    kind: LifeKind
    mark: Text
    """A few words to stand beside its name: `đã kết thúc 01/7/2025`."""
    brief: Text
    """The same with the year alone, for lists."""
    answer: Text
    """A sentence without its full stop: `Đã kết thúc hoạt động từ ngày 01/7/2025`."""
    day: dt.date | None
    """The first day without it; None where the day is not known."""
    by: ActView | None


def life_view(snapshot: Snapshot, agency_id: str) -> LifeView | None:
    """What is known of a body's end on the day; None where nothing says that it has one."""
    state = snapshot.agencies.get(agency_id)
    agency = snapshot.repository.agencies.get(agency_id)
    life = state.life if state else ALIVE
    if agency is None:
        return None
    by = act_view(snapshot.repository, agency.ended_by)
    last = agency.until
    if isinstance(last, Period) and last.kind != "day":
        return _within(last, by, over=life.over)
    if life.last is not None:
        return _dated(life.last + _ONE_DAY, by, over=life.over)
    if life.over:
        return LifeView("ended", _ENDED_MARK, _ENDED_MARK, _ENDED, None, by)
    return (
        LifeView("doubtful", _DOUBT_MARK, _DOUBT_MARK, _DOUBT, None, by) if life.doubtful else None
    )


def _dated(day: dt.date, by: ActView | None, *, over: bool) -> LifeView:
    mark, answer = (_MARK, _OVER) if over else (_MARK_COMING, _COMING)
    when = Text(format_date(day, "vi"), format_date(day, "en"))
    return LifeView(
        kind="ended" if over else "ending",
        mark=mark.fill(when=when),
        brief=mark.fill(when=day.year),
        answer=answer.fill(when=when),
        day=day,
        by=by,
    )


def _within(last: Period, by: ActView | None, *, over: bool) -> LifeView:
    """The last day lies somewhere in a month or a year: it is given no more precision."""
    mark, answer = (_MARK, _WITHIN) if over else (_MARK_COMING, _WITHIN_COMING)
    when = Text(last.words("vi"), last.words("en"))
    mark = mark.fill(when=when)
    return LifeView("ended" if over else "ending", mark, mark, answer.fill(when=when), None, by)


def act_view(repository: Repository, act: Act | None) -> ActView | None:
    """The act of an entry in the list of bodies, to be cited; None where none is known."""
    return cited(repository, act.document, act.clause) if act else None


def cited(repository: Repository, document_id: str, clause: str | None) -> ActView:
    """A document and its clause; one that no file declares keeps its id as its name."""
    document = repository.documents.get(document_id)
    return ActView(
        document=label(document) if document else same(document_id),
        path=paths.document(document_id) if document else "",
        clause=_clause(document, clause) if clause else None,
    )


def _clause(document: Document | None, clause: str) -> Text:
    steps = clause.split(".")
    if document is None or not steps[0].isdigit() or not _is_statute(document):
        return clause_words(clause)
    words = _STATUTE[min(len(steps), len(_STATUTE)) - 1]
    return words.fill(**dict(zip("abc", steps, strict=False)))


def _is_statute(document: Document) -> bool:
    """Whether it is divided into articles: laws, and what the state's bodies resolve or decree."""
    if document.kind.vi != "Nghị quyết":
        return document.kind.vi in _STATUTES
    return isinstance(document.number, str) and any(one in document.number for one in _OF_STATE)


_STATUTES = ("Hiến pháp", "Luật", "Pháp lệnh", "Nghị định", "Quyết định", "Thông tư")
_OF_STATE = ("/QH", "UBTVQH", "HĐND")
_STATUTE = (
    Text("Điều {a}", "Article {a}"),
    Text("khoản {b} Điều {a}", "Article {a}({b})"),
    Text("điểm {c} khoản {b} Điều {a}", "Article {a}({b})({c})"),
)


_MARK = Text("đã kết thúc {when}", "ended {when}")
_MARK_COMING = Text("sẽ kết thúc {when}", "will end {when}")
_OVER = Text("Đã kết thúc hoạt động từ ngày {when}", "Not in operation since {when}")
_COMING = Text("Sẽ kết thúc hoạt động từ ngày {when}", "Will not be in operation from {when} on")
_WITHIN = Text(
    "Đã kết thúc hoạt động trong {when} (ngày chưa xác định)",
    "Ended in {when} (the day is not established)",
)
_WITHIN_COMING = Text(
    "Kết thúc hoạt động trong {when} (ngày chưa xác định)",
    "To end in {when} (the day is not established)",
)
_ENDED_MARK = Text("đã kết thúc", "ended")
_ENDED = Text(
    "Đã kết thúc hoạt động, ngày chưa xác định",
    "No longer in operation; the day is not established",
)
_DOUBT_MARK = Text("chưa xác định còn hoạt động", "not established whether it still exists")
_DOUBT = Text(
    "Chưa xác định cơ quan còn hoạt động hay không",
    "Not established whether the body still exists",
)
