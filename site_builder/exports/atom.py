"""`feed.xml`: what is new, as an Atom feed (RFC 4287); nothing in it is taken from a clock."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from site_builder.exports.feed import Feed, Outlet, stable_id
from site_builder.exports.news import news
from site_builder.exports.news_entry import Kind, News
from site_builder.pages import paths
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

LARGEST = 100_000
"""How many bytes a feed has at most: the oldest entries go first."""
_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = Text("{site}: số liệu mới và thay đổi", "{site}: new data and changes")
_KINDS: dict[Kind, Text] = {
    "data": Text("Số liệu mới", "New data"),
    "correction": Text("Đính chính", "Correction"),
    "plan": Text("Thay đổi của kế hoạch", "Change of a plan"),
    "body": Text("Thay đổi của cơ quan", "Change of a body"),
    "break": Text("Chuỗi số liệu bị ngắt", "Series broken"),
}
_MIDNIGHT = "T00:00:00+07:00"
"""Days are those of Vietnam."""
_LONGEST_TITLE, _LONGEST = 160, 400
_UNFIT = re.compile("[^\t\n\u0020-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def write(snapshot: Snapshot, outlet: Outlet) -> Iterator[tuple[str, bytes]]:
    """The one file of a language."""
    entries = news(snapshot)
    content = _feed(snapshot, outlet, entries)
    while len(content) > LARGEST:
        entries = entries[: len(entries) * LARGEST // (len(content) + 1)]
        content = _feed(snapshot, outlet, entries)
    yield paths.NEWS, content


def _feed(snapshot: Snapshot, outlet: Outlet, entries: tuple[News, ...]) -> bytes:
    lang = outlet.lang
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    name = _fit(outlet.name.of(lang), _LONGEST_TITLE)
    _add(feed, "id", f"urn:uuid:{stable_id('feed', lang, outlet.root)}")
    _add(feed, "title", _fit(_TITLE.fill(site=outlet.name).of(lang), _LONGEST_TITLE))
    _add(feed, "updated", _instant(max((one.day for one in entries), default=snapshot.as_of)))
    _add(ET.SubElement(feed, "author"), "name", name)
    _add(feed, "generator", "plansite")
    # Without a known address, relative to where the feed itself was found.
    ET.SubElement(feed, "link", {"rel": "alternate", "href": outlet.root or "./"})
    if outlet.root:
        ET.SubElement(feed, "link", {"rel": "self", "href": outlet.root + paths.NEWS})
    for one in entries:
        _add_entry(feed, one, outlet)
    ET.indent(feed, " ")
    text = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: ET.Element, one: News, outlet: Outlet) -> None:
    lang = outlet.lang
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", f"urn:uuid:{one.id}")
    _add(entry, "title", _fit(one.title.of(lang), _LONGEST_TITLE))
    _add(entry, "updated", _instant(one.day))
    ET.SubElement(entry, "link", {"rel": "alternate", "href": outlet.root + one.path})
    label = _KINDS[one.kind].of(lang)
    ET.SubElement(entry, "category", {"term": one.kind, "label": label})
    _add(entry, "content", _fit(one.words.of(lang), _LONGEST))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}{_MIDNIGHT}"


def _fit(words: str, most: int) -> str:
    """One line of what XML can carry, shortened where it is very long."""
    words = " ".join(_UNFIT.sub("\ufffd", words).split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


FEED = Feed(
    path=paths.NEWS,
    title=Text("Tin mới (Atom)", "What is new (Atom)"),
    description=Text(
        "Số liệu mới và mọi thay đổi: kế hoạch ban hành, sửa đổi, thay thế, cơ quan bắt đầu, đổi tên, "
        "kết thúc, chuỗi số liệu bị ngắt, số liệu được sửa; cho trình đọc tin.",
        "New data and every change: plans issued, amended or replaced, bodies begun, renamed or "
        "ended, series broken, figures corrected; for feed readers.",
    ),
    media_type="application/atom+xml",
    write=write,
)
