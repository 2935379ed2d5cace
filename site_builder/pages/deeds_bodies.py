"""What happened to bodies: begun, renamed, ended, and who took over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.model.agency import Agency, FormerName, Share, Successor
from site_builder.model.base import Words
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.amended import Said
from site_builder.pages.deeds import Deed
from site_builder.pages.deeds_plans import issued_on
from site_builder.pages.view import agency_ref, text
from site_builder.pages.view_ending import cited
from site_builder.pages.view_life import act_view, life_view
from site_builder.progress import wording
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.period import Period
from site_builder.terms.text import Text

_Act = tuple[Period, str]
"""When, and by which document; empty where none is named."""
_Body = tuple[str, Agency]
_ONE_DAY = dt.timedelta(days=1)
_SHARES: dict[Share, Text] = {
    "whole": Text("kế thừa toàn bộ", "takes over the whole"),
    "part": Text("kế thừa một phần", "takes over a part"),
    "unknown": Text("kế thừa, chưa xác định phần nào", "takes over, which part is not established"),
}


def body_deeds(snapshot: Snapshot) -> Iterator[Deed]:
    """Every deed about a body of which a day is known.

    Bodies that began by one act on one day stand together, and so do those that ended by one
    without a successor: a law that ends a level of the state is one thing that happened.
    """
    begun: dict[_Act, list[_Body]] = {}
    ended: dict[_Act, list[_Body]] = {}
    for agency_id, agency in snapshot.repository.agencies.items():
        one = agency_id, agency
        if agency.start is not None and agency.started_by is not None:
            begun.setdefault((agency.start, agency.started_by.document), []).append(one)
        for place, former in enumerate(agency.renamed, 1):
            yield _renamed(snapshot, agency_id, agency, former, place)
        if isinstance(agency.until, Period):
            if agency.successors:
                yield _ended(snapshot, agency_id, agency, agency.until)
            else:
                by = agency.ended_by.document if agency.ended_by else ""
                ended.setdefault((agency.until, by), []).append(one)
        yield from _taken_over(snapshot, agency_id, agency)
    for (start, document), bodies in begun.items():
        day = start.start if start.kind == "day" else start.end
        yield _together(snapshot, "lap", _BEGUN, day, start, document, bodies)
    for (until, document), bodies in ended.items():
        exact = until.kind == "day"
        day = until.end + _ONE_DAY if exact else until.end
        yield _together(
            snapshot, "ket-thuc", _ENDED, day, None if exact else until, document, bodies
        )


def _together(
    snapshot: Snapshot,
    prefix: str,
    title: Text,
    day: dt.date,
    period: Period | None,
    document: str,
    bodies: list[_Body],
) -> Deed:
    """Bodies to which the same happened on one day by one act; `period` where only that is known."""
    repository = snapshot.repository
    agency_id, agency = bodies[0]
    clauses = {_clause(one, prefix) for _, one in bodies}
    when = wording.day(day) if period is None else wording.period(period)
    alone = len(bodies) == 1
    ended = prefix == "ket-thuc"
    return Deed(
        kind="body",
        anchor=f"{prefix}-{day.isoformat()}-{document or 'chua-ro'}",
        day=day,
        when=when,
        title=title,
        subject=text(agency.name) if alone else _MANY.fill(n=len(bodies)),
        path=paths.agency(agency_id) if alone else paths.AGENCIES,
        plan_id="",
        plan=None,
        document=document,
        by=cited(repository, document, clauses.pop() if len(clauses) == 1 else None),
        coming=day > snapshot.as_of,
        lines=()
        if alone
        else tuple(
            Said(None, text(one.name), paths.agency(key), None, None) for key, one in bodies
        ),
        note=_NO_SUCCESSOR if ended else None,
    )


def _clause(agency: Agency, prefix: str) -> str | None:
    act = agency.ended_by if prefix == "ket-thuc" else agency.started_by
    return act.clause if act else None


def _renamed(
    snapshot: Snapshot, agency_id: str, agency: Agency, former: FormerName, place: int
) -> Deed:
    exact = former.until.kind == "day"
    day = former.until.end + _ONE_DAY if exact else former.until.end
    now = agency.renamed[place].name if place < len(agency.renamed) else agency.name
    return Deed(
        kind="body",
        anchor=f"doi-ten-{agency_id}" + (f"-{place}" if place > 1 else ""),
        day=day,
        when=wording.day(day) if exact else wording.period(former.until),
        title=_RENAMED,
        subject=text(agency.name),
        path=paths.agency(agency_id),
        plan_id="",
        plan=None,
        document=former.by.document if former.by else "",
        by=act_view(snapshot.repository, former.by),
        coming=day > snapshot.as_of,
        lines=(Said(None, _NAME, "", text(former.name), text(now)),),
        note=text(former.note) if former.note else None,
    )


def _ended(snapshot: Snapshot, agency_id: str, agency: Agency, until: Period) -> Deed:
    life = life_view(snapshot, agency_id)
    exact = until.kind == "day"
    day = until.end + _ONE_DAY if exact else until.end
    by = agency.ended_by
    successors = [one for one in agency.successors if _by_the_same(one, agency)]
    return Deed(
        kind="body",
        anchor=f"ket-thuc-{agency_id}",
        day=day,
        when=wording.day(day) if exact else wording.period(until),
        title=_ENDED,
        subject=text(agency.name),
        path=paths.agency(agency_id),
        plan_id="",
        plan=None,
        document=by.document if by else "",
        by=life.by if life else act_view(snapshot.repository, by),
        coming=day > snapshot.as_of,
        lines=tuple(_successor(snapshot.repository, one) for one in successors),
    )


def _by_the_same(one: Successor, agency: Agency) -> bool:
    """Whether the document that ended the body says so too, or none is named."""
    return one.by is None or (agency.ended_by is not None and _same(one, agency))


def _same(one: Successor, agency: Agency) -> bool:
    assert one.by is not None
    assert agency.ended_by is not None
    return one.by.document == agency.ended_by.document


def _successor(repository: Repository, one: Successor) -> Said:
    name, path = _named(repository, one)
    what = text(one.what) if one.what else None
    return Said(_SHARES[one.share], name, path, None, None, what)


def _named(repository: Repository, one: Successor) -> tuple[Text, str]:
    if one.agency is None:
        return text(one.name or Words(vi="?", en=None)), ""
    known = agency_ref(repository, one.agency)
    return text(known.name), known.path


def _taken_over(snapshot: Snapshot, agency_id: str, agency: Agency) -> Iterator[Deed]:
    """Successors that another document names than the one that ended the body."""
    repository = snapshot.repository
    apart: dict[str, list[Successor]] = {}
    for one in agency.successors:
        if one.by is not None and not _by_the_same(one, agency):
            apart.setdefault(one.by.document, []).append(one)
    for document, heirs in apart.items():
        day = issued_on(repository, document)
        yield Deed(
            kind="body",
            anchor=f"ke-thua-{agency_id}-{document}",
            day=day,
            when=wording.day(day) if day else _UNDATED,
            title=_HEIRS,
            subject=text(agency.name),
            path=paths.agency(agency_id),
            plan_id="",
            plan=None,
            document=document,
            by=act_view(repository, heirs[0].by),
            lines=tuple(_successor(repository, one) for one in heirs),
        )


_MANY = Text("{n} cơ quan", "{n} bodies")
_BEGUN = Text("Bắt đầu hoạt động:", "Began:")
_RENAMED = Text("Đổi tên:", "Renamed:")
_ENDED = Text("Kết thúc hoạt động:", "Ended:")
_HEIRS = Text("Xác định cơ quan kế thừa của", "Successors established of")
_NAME = Text("tên gọi", "name")
_NO_SUCCESSOR = Text("Cơ quan kế thừa: chưa xác định.", "Successor: not established.")
_UNDATED = Text("chưa rõ ngày", "date unknown")
