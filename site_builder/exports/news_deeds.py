"""News of plans, bodies, series and corrections: the deeds of the page of changes, in plain text."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.exports.feed import stable_id
from site_builder.exports.news_entry import ILLUSTRATIVE, Kind, News
from site_builder.pages.amended import Said
from site_builder.pages.deeds import Deed, DeedKind
from site_builder.pages.timeline import timeline
from site_builder.pages.view import text
from site_builder.pages.view_life import ActView
from site_builder.progress import wording
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text, plain

_KINDS: dict[DeedKind, Kind] = {
    "issued": "plan",
    "amended": "plan",
    "replaced": "plan",
    "body": "body",
    "break": "break",
    "corrected": "correction",
}


def of_deeds(snapshot: Snapshot) -> Iterator[News]:
    """Every deed of which the day is known. Its anchor on the page of changes makes its id."""
    for deed in timeline(snapshot):
        if deed.day is not None:
            yield News(
                id=stable_id("news", "deed", deed.anchor),
                kind=_KINDS[deed.kind],
                day=deed.day,
                title=_title(deed),
                words=_words(snapshot, deed),
                path=deed.path,
            )


def _title(deed: Deed) -> Text:
    title = _WHAT.fill(title=deed.title, subject=deed.subject)
    if deed.plan is not None:
        title = _OF_PLAN.fill(title=title, plan=deed.plan)
    if deed.kind in ("amended", "replaced") and deed.by is not None:
        title = _BY.fill(title=title, act=deed.by.document)
    if deed.kind == "issued" and deed.note is not None:
        title = _NAMED.fill(title=title, name=deed.note)
    return ILLUSTRATIVE.fill(title=title) if deed.illustrative else title


def _words(snapshot: Snapshot, deed: Deed) -> Text:
    """When and by what, then what became of what, then what must be known of it."""
    told: list[Text] = []
    if deed.kind == "issued":
        told.append(text(snapshot.plans[deed.plan_id].plan.territory))
    elif deed.kind == "replaced" and deed.in_force is not None:
        told.append(_FROM.fill(when=wording.day(deed.in_force)))
    elif deed.in_force is not None:
        force = _COMING if deed.coming else _IN_FORCE
        told.append(force.fill(day=wording.day(deed.in_force)))
    elif deed.kind == "body" and deed.day is not None:
        exact = deed.when == wording.day(deed.day)
        told.append((_FROM if exact else _WITHIN).fill(when=deed.when))
    if deed.by is not None:
        told.append(_ACT.fill(act=_cited(deed.by)))
    if deed.lines:
        told.append(_joined([_line(one) for one in deed.lines], "; "))
    if deed.rest:
        told.append(_REST.fill(n=deed.rest))
    if deed.note is not None and deed.kind != "issued":
        told.append(deed.note)
    return _joined([_sentence(one) for one in told], " ")


def _cited(act: ActView) -> Text:
    return act.document if act.clause is None else _joined([act.clause, act.document], " ")


def _line(one: Said) -> Text:
    """`Hạ chỉ tiêu: Tổng số đoàn viên, năm 2025: khoảng 5.000 → khoảng 4.600`."""
    said = one.subject if one.kind is None else _joined([one.kind, one.subject], ": ")
    if one.before is not None and one.after is not None:
        said = _CHANGED.fill(said=said, before=one.before, after=one.after)
    elif one.after is not None:
        said = _joined([said, one.after], ": ")
    elif one.before is not None:
        said = _GONE.fill(said=said, before=one.before)
    return said if one.why is None else _WHY.fill(said=said, why=one.why)


def _joined(texts: list[Text], between: str) -> Text:
    return Text(between.join(one.vi for one in texts), between.join(one.en for one in texts))


def _sentence(one: Text) -> Text:
    return Text(_as_sentence(one.vi), _as_sentence(one.en))


def _as_sentence(words: str) -> str:
    """With a capital and a full stop."""
    words = words[:1].upper() + words[1:]
    return words if plain(words).endswith((".", "…", "?", "!")) else f"{words}."


_WHAT = Text("{title} {subject}", "{title} {subject}")
_OF_PLAN = Text("{title} ({plan})", "{title} ({plan})")
_BY = Text("{title} theo {act}", "{title} by {act}")
_NAMED = Text("{title}: {name}", "{title}: {name}")
_IN_FORCE = Text("Có hiệu lực từ {day}", "In force from {day}")
_COMING = Text("Chưa có hiệu lực; có hiệu lực từ {day}", "Not in force yet; in force from {day}")
_FROM = Text("Từ ngày {when}", "As of {when}")
_WITHIN = Text("Trong {when}", "Within {when}")
_ACT = Text("Theo {act}", "By {act}")
_REST = Text("Và {n} số nữa", "And {n} more")
_CHANGED = Text("{said}: {before} → {after}", "{said}: {before} → {after}")
_GONE = Text("{said}: trước là {before}", "{said}: it was {before}")
_WHY = Text("{said} ({why})", "{said} ({why})")
