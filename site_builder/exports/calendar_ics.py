"""Calendar feeds: the rounds of every dated duty, for all bodies together and for each of them.

An event keeps its id for ever; its number (SEQUENCE) rises when a document moves or ends it. Nothing
is taken from a clock. There is no METHOD: what is published so would need an organiser.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache

from icalendar import Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vDuration, vText, vUri

from site_builder.exports.calendar_entries import MOST, Entry, of_all, of_each
from site_builder.exports.calendar_words import EventWords, fit
from site_builder.exports.feed import Feed, Outlet
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.view import agency_ref, plan_number, text
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Text

_DAY = dt.timedelta(days=1)
_VIETNAM = dt.timedelta(hours=7)
_MAKER = "-//plansite//calendar//EN"
_NAME_ALL = Text("{site}: mọi thời hạn", "{site}: all deadlines")
_NAME = Text("{body}: thời hạn ({site})", "{body}: deadlines ({site})")
_REPORT = Text("Báo cáo", "Report")
_DUTY = Text("Nhiệm vụ", "Duty")


def write(snapshot: Snapshot, outlet: Outlet) -> Iterator[tuple[str, bytes]]:
    """The calendar of all, then one for each body that has anything dated."""
    words = EventWords(snapshot.repository, outlet.lang)
    name = _NAME_ALL.fill(site=outlet.name)
    events = (_event(snapshot.repository, entry, words, outlet) for entry in of_all(snapshot))
    yield paths.CALENDAR, _calendar(outlet, paths.CALENDAR, name, events)
    for agency, entries in of_each(snapshot):
        path = paths.agency_calendar(agency)
        body = text(agency_ref(snapshot.repository, agency).name)
        name = _NAME.fill(body=body, site=outlet.name)
        events = (_event(snapshot.repository, entry, words, outlet) for entry in entries)
        yield path, _calendar(outlet, path, name, events)


def _calendar(outlet: Outlet, path: str, name: Text, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    title = fit(name.of(outlet.lang))
    calendar.add("version", "2.0")
    calendar.add("prodid", _MAKER)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", title)
    calendar.add("x-wr-calname", vText(title))
    # How often to ask again: the property of RFC 7986, and the one that Outlook reads.
    calendar.add("refresh-interval", vDuration(_DAY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_DAY))
    if outlet.root:
        calendar.add("source", vUri(f"{outlet.root}{path}"), parameters={"VALUE": "URI"})
    for event in events:
        calendar.add_component(event)
    if not calendar.subcomponents:
        calendar.add_component(_zone())
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _zone() -> Timezone:
    """For a calendar without any event: one that holds nothing at all is no calendar."""
    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1975, 6, 13))  # local time by definition
    standard.add("tzoffsetfrom", _VIETNAM)
    standard.add("tzoffsetto", _VIETNAM)
    zone = Timezone()
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    zone.add_component(standard)
    return zone


@lru_cache(maxsize=1024)
def _instant(day: dt.date) -> dt.datetime:
    """The beginning of a day in universal time."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _event(repository: Repository, entry: Entry, words: EventWords, outlet: Outlet) -> Event:
    one, lang = entry.one, outlet.lang
    kind = _REPORT if one.duty.report else _DUTY
    number = plan_number(repository.plans[one.plan_id])
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", _instant(entry.stamp))
    event.add("last-modified", _instant(entry.stamp))
    event.add("sequence", entry.sequence)
    event.add("dtstart", one.due)
    event.add("dtend", one.due + _DAY)
    event.add("summary", words.summary(entry))
    event.add("description", words.description(entry))
    event.add("categories", [kind.of(lang), fit(number.of(lang))])
    event.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if outlet.root:
        event.add("url", f"{outlet.root}{paths.duty(one.plan_id, one.duty.id)}")
    return event


FEED = Feed(
    path=paths.CALENDAR,
    title=Text("Lịch thời hạn (iCalendar)", "Calendar of deadlines (iCalendar)"),
    description=Text(
        "Thời hạn và kỳ báo cáo của mọi cơ quan, nhiều nhất {most} mục gần nhất. Chép địa chỉ này "
        "vào ứng dụng lịch (Thêm lịch từ URL) thì lịch tự cập nhật. Trang của mỗi cơ quan có lịch "
        "riêng của cơ quan ấy.",
        "Deadlines and reporting rounds of every body, the next {most} at most. Give this address "
        "to a calendar program (add calendar from URL) and it keeps up by itself. Each body's page "
        "has a calendar of its own.",
    ).fill(most=Text(format_number(MOST, "vi"), format_number(MOST, "en"))),
    media_type="text/calendar",
    write=write,
)
