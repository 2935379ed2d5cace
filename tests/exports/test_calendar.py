"""Calendar feeds: what stands in them, that they are valid, and that ids hold over time."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from site_builder.exports.calendar_entries import AHEAD, BACK, CALLED_OFF, MOST
from site_builder.exports.feed import Outlet
from site_builder.pages import paths
from site_builder.progress.snapshot import Snapshot
from tests.exports.feeds import (
    ALL,
    EN,
    LIFE_DAYS,
    NAME,
    QUARTERLY,
    VI,
    calendars,
    events,
    life,
    rescheduled,
    small,
    uids,
)
from tests.pages.contexts import mini_context
from tests.progress.make import PLAN

OWN = "calendar/don-vi.ics"
FOLDED = re.compile(rb"\r\n[ \t]")


def snapshots() -> list[Snapshot]:
    """A shipped-like repository, and one to which time happened, on each of its days."""
    return [mini_context().snapshot, *(life(day) for day in LIFE_DAYS)]


def every_calendar() -> list[tuple[Snapshot, str, bytes]]:
    return [
        (one, path, content)
        for one in snapshots()
        for outlet in (VI, EN, Outlet("vi", NAME, "https://tien-do.example/a/"))
        for path, content in calendars(one, outlet).items()
    ]


def test_there_are_calendars_to_look_at() -> None:
    counts = [len(events(content)) for _, _, content in every_calendar()]
    assert len(counts) > 20 and sum(counts) > 100


def test_every_calendar_reads_back_without_a_fault() -> None:
    for _, path, content in every_calendar():
        calendar: Any = Calendar.from_ical(content)
        assert calendar["version"] == "2.0" and calendar["prodid"]
        assert calendar.subcomponents, path
        for event in calendar.events:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"} <= set(event)
            assert event["dtstart"].params["VALUE"] == "DATE"
            assert event["transp"] == "TRANSPARENT"
        # What was read and is written again is the same: nothing was lost on the way.
        assert content_lines(calendar.to_ical()) == content_lines(content)


def content_lines(content: bytes) -> list[bytes]:
    """Unfolded, in any order."""
    return sorted(FOLDED.sub(b"", content).split(b"\r\n"))


def test_lines_are_those_of_rfc_5545() -> None:
    """CRLF alone, at most 75 octets, folded between characters."""
    for _, _, content in every_calendar():
        assert content.endswith(b"\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"") and b"\r" not in content.replace(
            b"\r\n", b""
        )
        for line in content.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()  # no letter is cut in two


def test_ids_are_unique_in_a_calendar() -> None:
    for _, path, content in every_calendar():
        found = uids(content)
        assert len(found) == len(set(found)), path


def test_every_event_lies_within_the_life_of_its_body() -> None:
    for one in snapshots():
        for path, content in calendars(one).items():
            body = path.removeprefix("calendar/").removesuffix(".ics")
            state = one.agencies.get(body)
            if state is None or state.life.last is None:
                continue
            held = [event for event in events(content) if event["status"] == "CONFIRMED"]
            assert all(event["dtstart"].dt <= state.life.last for event in held), path


def test_both_languages_have_the_same_events() -> None:
    for one in snapshots():
        vi, en = calendars(one, VI), calendars(one, EN)
        assert vi.keys() == en.keys()
        for path in vi:
            assert uids(vi[path]) == uids(en[path])


def test_an_event_says_what_whose_and_why_that_day() -> None:
    one = small("2026-05-01")
    event = next(
        event
        for event in events(calendars(one)[OWN])
        if event["dtstart"].dt == dt.date(2026, 7, 31)
    )
    assert event["summary"] == "Hạn báo cáo quý II/2026: Việc – ĐV"
    assert str(event["description"]).split("\n") == [
        "Kế hoạch số 55-KH/QU, mục I",
        "Kỳ: quý II/2026, từ 01/4/2026 đến 30/6/2026",
        "Hạn quy ước của trang này: văn bản không in ngày chốt.",
    ]
    assert event["dtend"].dt == dt.date(2026, 8, 1)
    assert [str(one) for one in event.categories] == ["Báo cáo", "55-KH/QU"]
    assert "url" not in event
    english = next(
        event
        for event in events(calendars(one, EN)[OWN])
        if event["dtstart"].dt == dt.date(2026, 7, 31)
    )
    assert english["summary"] == "Report due, Q2 2026: Việc – ĐV"


def test_an_address_is_given_where_the_site_has_one() -> None:
    one = small("2026-05-01")
    content = calendars(one, Outlet("en", NAME, "https://tien-do.example/en/"))[OWN]
    assert {str(event["url"]) for event in events(content)} == {
        f"https://tien-do.example/en/{paths.duty(PLAN, 'viec')}"
    }
    assert str(Calendar.from_ical(content)["source"]) == f"https://tien-do.example/en/{OWN}"


def test_stamps_come_from_the_documents() -> None:
    (event, *_) = events(calendars(small("2026-05-01"))[OWN])
    assert event["dtstamp"].dt == dt.datetime(2021, 9, 7, tzinfo=dt.UTC)
    assert event["last-modified"].dt == event["dtstamp"].dt
    assert event["sequence"] == 0


def test_a_moved_deadline_keeps_its_id_and_counts_up() -> None:
    one = small("2025-03-01", {"lead": ["don-vi"], "when": {"due": "2025-06-30"}})
    (before,) = one.agencies["don-vi"].schedule
    moved = replace(
        before,
        period=replace(before.period, text="2025-12-31", end=dt.date(2025, 12, 31)),
        due=dt.date(2025, 12, 31),
        revised=dt.date(2025, 2, 10),
        revision=1,
    )
    (old,) = events(calendars(one)[OWN])
    (new,) = events(calendars(rescheduled(one, "don-vi", [moved]))[OWN])
    assert old["uid"] == new["uid"]
    assert (old["sequence"], new["sequence"]) == (0, 1)
    assert (old["dtstart"].dt, new["dtstart"].dt) == (dt.date(2025, 6, 30), dt.date(2025, 12, 31))
    assert new["dtstamp"].dt.date() == dt.date(2025, 2, 10) > old["dtstamp"].dt.date()
    assert "có hiệu lực từ 10/02/2025" in new["description"]


def test_ids_hold_from_one_day_to_the_next_and_numbers_never_fall() -> None:
    for earlier, later in pairwise(LIFE_DAYS):
        then, now = calendars(life(earlier)), calendars(life(later))
        for path in then.keys() & now.keys():
            old = {str(e["uid"]): e for e in events(then[path])}
            for event in events(now[path]):
                known = old.get(str(event["uid"]))
                if known is not None:
                    assert event["sequence"] >= known["sequence"]
                    same_day = event["dtstart"].dt == known["dtstart"].dt
                    assert same_day or event["sequence"] > known["sequence"]


def test_ids_do_not_change_with_other_duties_bodies_or_words() -> None:
    alone = small("2026-05-01")
    other = {"id": "khac", "lead": ["ban-khac"], "report": True, "when": {"every": ["month"]}}
    more = small(
        "2026-05-01",
        {**QUARTERLY, "task": "Việc, viết lại", "clause": "II.3"},
        other,
        agencies={"ban-khac": {"name": "Ban khác"}, "don-vi": {"name": "Đơn vị, tên mới"}},
        number="56-KH/QU",
    )
    assert uids(calendars(alone)[OWN]) == uids(calendars(more)[OWN])
    assert set(uids(calendars(alone)[ALL])) < set(uids(calendars(more)[ALL]))


def test_all_has_a_round_of_several_bodies_once() -> None:
    bodies = {name: {"name": f"Đơn vị {name}"} for name in ("a", "b", "c")}
    bodies["c"]["reporting"] = {"quarter": {"closes_on": 20}}  # type: ignore[assignment]
    one = small("2026-05-01", {**QUARTERLY, "lead": ["a", "b", "c"]}, agencies=bodies)
    second = [e for e in events(calendars(one)[ALL]) if "quý II/2026" in e["summary"]]
    whose = {str(e["summary"]).partition(" – ")[2]: e["dtstart"].dt for e in second}
    assert whose == {
        "2 cơ quan": dt.date(2026, 7, 31), "Đơn vị c": dt.date(2026, 7, 31)
    }  # fmt: skip
    shared = next(e for e in second if "2 cơ quan" in e["summary"])
    assert "Cơ quan: Đơn vị a; Đơn vị b" in shared["description"]
    fewer = small(
        "2026-05-01",
        {**QUARTERLY, "lead": ["a", "c"]},
        agencies={name: bodies[name] for name in ("a", "c")},
    )
    alone = uids(calendars(fewer)[ALL])
    assert str(shared["uid"]) not in alone
    for body in ("a", "c"):
        # A round of one body alone is the same event here and in that body's own calendar.
        assert set(uids(calendars(fewer)[f"calendar/{body}.ics"])) < set(alone)


ENDED = {"don-vi": {"name": "Đơn vị", "until": "2025-06-30"}}


def test_a_body_that_ended_has_no_more_dates_and_calls_off_those_that_were_announced() -> None:
    before = events(calendars(small("2025-05-01"))[OWN])
    after = events(calendars(small("2025-08-01", agencies=ENDED))[OWN])
    held = [event for event in after if event["status"] == "CONFIRMED"]
    off = {str(event["uid"]): event for event in after if event["status"] == "CANCELLED"}
    assert all(event["dtstart"].dt <= dt.date(2025, 6, 30) for event in held)
    announced = [e for e in before if e["dtstart"].dt >= dt.date(2025, 8, 1)]
    assert announced and {str(e["uid"]) for e in announced} <= off.keys()
    for event in announced:
        called = off[str(event["uid"])]
        assert called["sequence"] > event["sequence"]
        assert called["dtstamp"].dt > event["dtstamp"].dt
        assert called["dtstart"].dt == event["dtstart"].dt
        assert str(called["description"]).startswith("Không còn phải thực hiện")


def test_a_year_after_the_end_nothing_is_called_off_any_more() -> None:
    day = dt.date(2025, 7, 1) + CALLED_OFF + dt.timedelta(days=1)
    after = events(calendars(small(day.isoformat(), agencies=ENDED))[OWN])
    assert after == []
    before = events(calendars(small("2026-06-30", agencies=ENDED))[OWN])
    assert {str(event["status"]) for event in before} == {"CANCELLED"}


def test_who_follows_the_calendar_drops_what_fell_away_and_who_imported_it_does_too() -> None:
    """A subscriber's client takes the whole calendar anew; an importer's merges by id and number."""
    before = events(calendars(small("2025-05-01"))[ALL])
    subscribed = events(calendars(small("2025-08-01", agencies=ENDED))[ALL])
    assert not any(event["dtstart"].dt > dt.date(2025, 6, 30) for event in subscribed)
    imported = {str(e["uid"]): e for e in events(calendars(small("2025-05-01"))[OWN])}
    for event in events(calendars(small("2025-08-01", agencies=ENDED))[OWN]):
        known = imported.get(str(event["uid"]))
        if known is None or event["sequence"] > known["sequence"]:
            imported[str(event["uid"])] = event
    left = [e for e in imported.values() if e["status"] == "CONFIRMED"]
    assert before and not any(e["dtstart"].dt > dt.date(2025, 8, 1) for e in left)


def test_a_calendar_tells_what_is_near_and_stays_where_it_was_when_nothing_is() -> None:
    as_of = dt.date(2026, 5, 1)
    days = [event["dtstart"].dt for event in events(calendars(small("2026-05-01"))[OWN])]
    assert days and as_of - BACK <= min(days) < as_of < max(days) <= as_of + AHEAD
    far = small("2026-05-01", QUARTERLY | {"when": {"due": "2034-12-31"}})
    assert [event["dtstart"].dt.year for event in events(calendars(far)[OWN])] == [2034]
    done = small("2026-05-01", {"lead": ["don-vi"], "when": {"due": "2022-03-31"}})
    for path in (OWN, ALL):
        assert events(calendars(done)[path]) == []


def test_the_calendar_of_all_has_a_limit_and_keeps_the_nearest() -> None:
    many = [{**QUARTERLY, "id": f"viec-{n}", "when": {"every": ["month"]}} for n in range(100)]
    content = calendars(small("2026-05-01", *many))[ALL]
    days = [event["dtstart"].dt for event in events(content)]
    assert len(days) == MOST
    assert min(days) == dt.date(2026, 5, 31) and max(days) < dt.date(2026, 5, 1) + AHEAD
    assert all(days.count(day) == 100 for day in set(days))


def test_a_site_without_any_date_has_a_calendar_without_events() -> None:
    nothing = calendars(small("2026-05-01", {"lead": ["don-vi"]}))
    assert list(nothing) == [ALL]
    calendar: Any = Calendar.from_ical(nothing[ALL])
    assert not calendar.events and [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_body_named_all_does_not_take_the_place_of_all() -> None:
    one = small("2026-05-01", {**QUARTERLY, "lead": ["all"]}, agencies={"all": {"name": "Tất cả"}})
    assert list(calendars(one)) == [ALL, "calendar/all_.ics"]


HOSTILE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_hostile_words_neither_break_out_nor_get_lost(name: str, task: str) -> None:
    one = small(
        "2026-05-01",
        {**QUARTERLY, "task": task},
        agencies={"don-vi": {"name": name}},
    )
    content = calendars(one)[OWN]
    unfolded = FOLDED.sub(b"", content)
    assert unfolded.count(b"\r\nBEGIN:VEVENT\r\n") == len(events(content)) > 0
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    for event in events(content):
        assert not event.errors
        assert "\n" not in event["summary"]


@pytest.mark.parametrize("words", ["a;b,c\\d", "BEGIN:VEVENT\r\nUID:x", 'x"y:z', "đ" * 200, "\\n"])
def test_words_come_back_as_they_were_in_one_line(words: str) -> None:
    one = small("2026-05-01", {**QUARTERLY, "task": words})
    said = " ".join(words.split())
    assert all(f": {said} – ĐV" in str(event["summary"]) for event in events(calendars(one)[OWN]))


def test_equal_input_gives_equal_bytes() -> None:
    for day in LIFE_DAYS[-2:]:
        assert calendars(life(day)) == calendars(replace(life(day)))


def test_a_round_that_a_new_interval_replaced_is_called_off() -> None:
    """Half-years until 20 June 2024, quarters from then on."""
    documents = {"qd": {"kind": "Quyết định", "number": "1-QĐ", "issued": "2024-06-20"}}
    change = {"what": "duties/viec/every", "from": "half_year", "to": "quarter"}
    given = small(
        "2024-06-25", {**QUARTERLY, "when": {"every": ["quarter"]}},
        documents=documents, amendments=[{"document": "qd", "changes": [change]}],
    )  # fmt: skip
    was = small("2024-06-01", {**QUARTERLY, "when": {"every": ["half_year"]}})
    coming = [e for e in events(calendars(was)[OWN]) if e["dtstart"].dt > dt.date(2024, 6, 25)]
    found = {str(e["uid"]): e for e in events(calendars(given)[OWN])}
    assert coming
    for event in coming:
        off = found[str(event["uid"])]
        assert off["status"] == "CANCELLED" and off["sequence"] > event["sequence"]
    held = [e for e in found.values() if e["status"] == "CONFIRMED"]
    assert any("quý II/2024" in e["summary"] for e in held)
    assert not any("6 tháng đầu năm 2024" in e["summary"] for e in held)
