"""The Atom feed: what it tells, that it is what RFC 4287 asks for, and that ids hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.exports import atom
from site_builder.exports.atom import LARGEST
from site_builder.exports.feed import Outlet
from site_builder.exports.news import news
from site_builder.exports.news_entry import MOST
from site_builder.model.rows import ProgressRow
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text, same
from tests.exports.feeds import EN, LIFE_DAYS, NAME, VI, life
from tests.pages.contexts import mini_context
from tests.progress.make import PLAN, plan, row, snapshot

# By name: it brings no types.
feedparser = import_module("feedparser")
A = "{http://www.w3.org/2005/Atom}"
FULL = Outlet("vi", NAME, "https://tien-do.example/a/")
INDICATOR = {"every": "quarter"}
DOCUMENTS = {
    "15-kh": {"kind": "Kế hoạch", "number": "15/KH-LĐLĐ", "issued": "2023-01-05"},
    "88-nq": {"kind": "Nghị quyết", "number": "88/NQ", "issued": "2025-06-12"},
}


def feed(one: Snapshot, outlet: Outlet = VI) -> bytes:
    ((path, content),) = atom.write(one, outlet)
    assert path == "feed.xml"
    return content


def small(as_of: str, *rows: ProgressRow, **fields: Any) -> Snapshot:
    agencies = fields.pop("agencies", {"a": {"name": "Đơn vị A"}, "b": {"name": "Đơn vị B"}})
    one = plan(INDICATOR, **fields)
    return snapshot(one, as_of, progress=rows, agencies=agencies, documents=DOCUMENTS)


def entries(content: bytes) -> list[dict[str, str]]:
    root = ET.fromstring(content)
    return [
        {
            "id": entry.findtext(f"{A}id") or "",
            "title": entry.findtext(f"{A}title") or "",
            "updated": entry.findtext(f"{A}updated") or "",
            "content": entry.findtext(f"{A}content") or "",
            "href": _href(entry.findall(f"{A}link")),
            "kind": (_first(entry.findall(f"{A}category"))).get("term", ""),
        }
        for entry in root.iter(f"{A}entry")
    ]


def _first(found: list[ET.Element]) -> ET.Element:
    (one,) = found
    return one


def _href(links: Iterable[ET.Element]) -> str:
    return next(link.get("href", "") for link in links if link.get("rel") == "alternate")


def of_kind(content: bytes, kind: str) -> list[dict[str, str]]:
    return [entry for entry in entries(content) if entry["kind"] == kind]


def every_feed() -> list[bytes]:
    snapshots = [mini_context().snapshot, *(life(day) for day in LIFE_DAYS), small("2020-01-01")]
    return [feed(one, outlet) for one in snapshots for outlet in (VI, EN, FULL)]


def test_feed_readers_find_no_fault() -> None:
    seen = 0
    for content in every_feed():
        found = feedparser.parse(content)
        assert found.bozo is False, found.get("bozo_exception")
        assert found.version == "atom10"
        assert found.feed.title and found.feed.updated_parsed
        for entry in found.entries:
            assert entry.id and entry.title and entry.updated_parsed and entry.link
            assert entry.content[0].type == "text/plain"
            seen += 1
    assert seen > 20


def test_a_feed_reader_speaks_of_faults() -> None:
    assert feedparser.parse(feed(small("2026-01-01")).replace(b"</feed>", b"")).bozo


def test_what_rfc_4287_demands() -> None:
    """One id, title and date each; an author for all; ids unlike each other; dates with a zone."""
    for content in every_feed():
        root = ET.fromstring(content)
        assert root.tag == f"{A}feed"
        for parent in (root, *root.findall(f"{A}entry")):
            for name in ("id", "title", "updated"):
                (only,) = parent.findall(f"{A}{name}")
                assert (only.text or "").strip()
            alternates = [
                one for one in parent.findall(f"{A}link") if one.get("rel") == "alternate"
            ]
            assert len(alternates) == 1
            instant = dt.datetime.fromisoformat(parent.findtext(f"{A}updated") or "")
            assert instant.tzinfo is not None
        assert root.findtext(f"{A}author/{A}name")
        ids = [one.text for one in root.iter(f"{A}id")]
        assert len(ids) == len(set(ids))
        assert all((one or "").startswith("urn:uuid:") for one in ids)


def test_newest_first_not_many_and_not_large() -> None:
    for content in every_feed():
        days = [entry["updated"] for entry in entries(content)]
        assert days == sorted(days, reverse=True)
        assert len(days) <= MOST and len(content) <= LARGEST
        newest = ET.fromstring(content).findtext(f"{A}updated")
        assert not days or newest == days[0]


def test_nothing_is_told_before_its_day() -> None:
    for day in LIFE_DAYS:
        assert all(entry["updated"][:10] <= day.isoformat() for entry in entries(feed(life(day))))


def test_ids_and_dates_hold_from_one_day_to_the_next() -> None:
    for earlier, later in pairwise(LIFE_DAYS):
        old = {entry["id"]: entry for entry in entries(feed(life(earlier)))}
        for entry in entries(feed(life(later))):
            if entry["id"] in old:
                assert entry["updated"] == old[entry["id"]]["updated"]
                assert entry["href"] == old[entry["id"]]["href"]


def test_a_day_of_reports_is_one_entry_with_how_many_and_from_whom() -> None:
    rows = [
        row("2022-Q1", "10", agency="a", reported_on="2022-04-05", record=0),
        row("2022-Q1", "11", agency="b", reported_on="2022-04-05", record=1),
        row("2022-Q2", "12", agency="a", reported_on="2022-07-05", record=2, state="illustrative"),
        row("2022-Q3", "12", agency="a", record=3),
    ]
    newer, older = of_kind(feed(small("2026-01-01", *rows)), "data")
    assert older["title"] == "Số liệu mới ngày 05/4/2022: Kế hoạch số 55-KH/QU"
    assert older["content"] == "Số liệu chỉ tiêu: 2. Từ: Đơn vị A; Đơn vị B."
    assert older["href"] == f"plans/{PLAN}/"
    assert newer["title"].endswith("Kế hoạch số 55-KH/QU (số liệu minh họa)")
    english = of_kind(feed(small("2026-01-01", *rows), EN), "data")[0]
    assert english["title"].endswith("Plan No. 55-KH/QU (illustrative figures)") or english[
        "title"
    ].endswith("Kế hoạch No. 55-KH/QU (illustrative figures)")
    mixed = [
        row("2022-Q1", "1", reported_on="2022-04-05", state=s) for s in ("official", "illustrative")
    ]
    (both,) = of_kind(
        feed(small("2026-01-01", replace_record(mixed[0], 0), replace_record(mixed[1], 1))), "data"
    )
    assert both["title"].endswith("(có số liệu minh họa)")


def replace_record(one: ProgressRow, record: int) -> ProgressRow:
    return one.model_copy(update={"record": record})


def test_a_correction_says_what_stood_there_and_why() -> None:
    rows = [
        row("2022-Q1", "32", agency="a", reported_on="2022-04-05", record=0),
        row(
            "2022-Q1", "23", agency="a", reported_on="2022-06-01", record=1,
            corrects="Đảo chữ số khi nhập; số cũ 32.",
        ),
    ]  # fmt: skip
    content = feed(small("2026-01-01", *rows))
    (one,) = of_kind(content, "correction")
    assert one["title"] == "Sửa số liệu: Số đoàn viên (55-KH/QU)"
    assert one["content"] == (
        "Đính chính: quý I/2022, Đơn vị A: 32 đoàn viên → 23 đoàn viên (Đảo chữ số khi nhập; số cũ "
        "32.)."
    )
    assert one["updated"].startswith("2022-06-01T")
    assert one["href"] == f"plans/{PLAN}/indicators/chi-so/#so-lieu-sua"
    assert [entry["updated"][:10] for entry in of_kind(content, "data")] == ["2022-04-05"]
    rows[0] = rows[0].model_copy(update={"state": "provisional"})
    (one,) = of_kind(feed(small("2026-01-01", *rows)), "correction")
    assert one["content"].startswith("Số tạm tính thành số chính thức: quý I/2022, Đơn vị A: 32")
    rows = [one.model_copy(update={"state": "illustrative"}) for one in rows]
    (one,) = of_kind(feed(small("2026-01-01", *rows)), "correction")
    assert one["title"].endswith("(55-KH/QU) (số liệu minh họa)")
    before = feed(small("2022-05-01", *rows))
    assert not of_kind(before, "correction")


def test_many_corrections_of_a_day_are_one_entry_that_says_how_many() -> None:
    rows = [
        row(f"{year}", value, reported_on=told, record=n, corrects=why)
        for n, year in enumerate(range(2012, 2019))
        for value, told, why in (("5", "2022-04-05", ""), ("6", "2022-06-01", "nhầm"))
    ]
    (one,) = of_kind(feed(small("2026-01-01", *rows)), "correction")
    assert one["content"].count("→") == 5
    assert one["content"].endswith("Và 2 số nữa.")


CHANGES = [{"what": "targets/chi-so/2025", "from": "about 5000", "to": "about 4600"}]


def test_plans_issued_amended_and_replaced() -> None:
    amendment = {
        "document": "15-kh", "in_force": "2023-02-01", "clause": "2", "changes": CHANGES,
    }  # fmt: skip
    one = plan(
        {**INDICATOR, "targets": {"2025": {"about": 4600}}},
        superseded=[{"document": "88-nq", "from": "2025-07-01"}],
        amendments=[amendment],
    )
    shown = feed(snapshot(one, "2026-01-01", documents=DOCUMENTS))
    told = [(entry["updated"][:10], entry["title"]) for entry in of_kind(shown, "plan")]
    assert told == [
        ("2025-06-12", "Thay thế Kế hoạch số 55-KH/QU theo Nghị quyết số 88/NQ"),
        ("2023-01-05", "Sửa đổi, bổ sung Kế hoạch số 55-KH/QU theo Kế hoạch số 15/KH-LĐLĐ"),
        ("2021-09-07", "Ban hành Kế hoạch số 55-KH/QU: Thử"),
    ]
    replaced, amended, issued = (entry["content"] for entry in of_kind(shown, "plan"))
    assert replaced == "Từ ngày 01/7/2025. Theo Nghị quyết số 88/NQ."
    assert amended == (
        "Có hiệu lực từ 01/02/2023. Theo mục 2 Kế hoạch số 15/KH-LĐLĐ. Hạ chỉ tiêu: Số đoàn viên, "
        "năm 2025: khoảng 5.000 đoàn viên → khoảng 4.600 đoàn viên."
    )
    assert issued == "Quận Ba Đình."
    decided = of_kind(feed(snapshot(one, "2023-01-10", documents=DOCUMENTS)), "plan")[0]
    assert decided["content"].startswith("Chưa có hiệu lực; có hiệu lực từ 01/02/2023.")
    assert decided["id"] == of_kind(shown, "plan")[1]["id"]


def test_a_break_says_from_when_why_and_by_which_document() -> None:
    broken = [{"from": "2023-01-01", "why": "Đổi cách đếm", "document": "15-kh", "clause": "3"}]
    one = plan({**INDICATOR, "breaks": broken})
    (entry,) = of_kind(feed(snapshot(one, "2026-01-01", documents=DOCUMENTS)), "break")
    assert entry["title"] == "Chuỗi số liệu bị ngắt: Số đoàn viên (55-KH/QU)"
    assert entry["content"] == "Theo mục 3 Kế hoạch số 15/KH-LĐLĐ. Đổi cách đếm."
    assert entry["updated"].startswith("2023-01-01T")
    assert entry["href"] == f"plans/{PLAN}/indicators/chi-so/"


def test_bodies_that_one_document_ended_are_one_entry() -> None:
    ended = {"until": "2025-06-30", "ended_by": {"document": "88-nq"}}
    bodies = {
        "a": {"name": "Đơn vị A", **ended},
        "b": {"name": "Đơn vị B", **ended},
        "c": {"name": "Đơn vị C", "until": "2024-12-31"},
    }
    together, alone = of_kind(feed(small("2026-01-01", agencies=bodies)), "body")
    assert together["title"] == "Kết thúc hoạt động: 2 cơ quan"
    assert together["updated"].startswith("2025-07-01T")
    assert together["content"] == (
        "Từ ngày 01/7/2025. Theo Nghị quyết số 88/NQ. Đơn vị A; Đơn vị B. Cơ quan kế thừa: chưa "
        "xác định."
    )
    assert (alone["title"], alone["href"]) == ("Kết thúc hoạt động: Đơn vị C", "agencies/c/")
    assert alone["updated"].startswith("2025-01-01T")


def test_bodies_begun_renamed_and_succeeded_are_told() -> None:
    act = {"document": "88-nq"}
    bodies = {
        "a": {
            "name": "Đơn vị A", "until": "2025-06-30", "ended_by": act,
            "successors": [{"agency": "b", "share": "part", "by": act}],
        },
        "b": {"name": "Đơn vị B", "from": "2025-07-01", "started_by": act},
        "c": {
            "name": "Tên mới", "renamed": [{"name": "Tên cũ", "until": "2025-06-30", "by": act}],
        },
        "d": {"name": "Đơn vị D", "until": "2025-02"},
    }  # fmt: skip
    one = small("2026-01-01", agencies=bodies, duties=[{"lead": ["a", "b", "c"]}])
    told = {entry["title"]: entry["content"] for entry in of_kind(feed(one), "body")}
    by = "Từ ngày 01/7/2025. Theo Nghị quyết số 88/NQ."
    assert told == {
        "Bắt đầu hoạt động: Đơn vị B": by,
        "Đổi tên: Tên mới": f"{by} Tên gọi: Tên cũ → Tên mới.",
        "Kết thúc hoạt động: Đơn vị A": f"{by} Kế thừa một phần: Đơn vị B.",
        "Kết thúc hoạt động: Đơn vị D": "Trong tháng 2/2025. Cơ quan kế thừa: chưa xác định.",
    }


def test_addresses_are_whole_where_the_site_has_one() -> None:
    one = small("2026-01-01")
    root = ET.fromstring(feed(one, FULL))
    hrefs = {link.get("rel"): link.get("href") for link in root.findall(f"{A}link")}
    assert hrefs == {"alternate": FULL.root, "self": f"{FULL.root}feed.xml"}
    assert all(entry["href"].startswith(FULL.root) for entry in entries(feed(one, FULL)))
    bare = ET.fromstring(feed(one))
    assert [link.get("href") for link in bare.findall(f"{A}link")] == ["./"]


def test_a_flood_of_words_is_cut_to_size() -> None:
    rows = [
        row(f"{2000 + n}", str(n), reported_on=f"{2001 + n}-0{m}-05", record=n, corrects=why)
        for n in range(MOST)
        for m, why in ((4, ""), (5, "ế" * 5000))
    ]
    content = feed(small("2060-01-01", *rows))
    assert 20 < len(entries(content)) <= MOST and len(content) <= LARGEST


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200), st.text(max_size=40))
def test_hostile_words_are_words(name: str, site: str) -> None:
    bodies = {"a": {"name": name, "until": "2025-06-30"}}
    outlet = Outlet("en", same(site))
    content = feed(small("2026-01-01", agencies=bodies), outlet)
    (one,) = of_kind(content, "body")
    assert len(ET.fromstring(content).findall(f"{A}entry")) == len(entries(content))
    assert one["href"] == "agencies/a/"
    assert feedparser.parse(content).bozo is False


@pytest.mark.parametrize("words", ["<b>&amp;", "]]>", "a\x00b", '"x"'])
def test_words_come_back_as_they_were(words: str) -> None:
    bodies = {"a": {"name": words, "until": "2025-06-30"}}
    (one,) = of_kind(feed(small("2026-01-01", agencies=bodies)), "body")
    assert one["title"] == "Kết thúc hoạt động: " + words.replace("\x00", "\ufffd")


def test_equal_input_gives_equal_bytes_and_languages_share_ids() -> None:
    one = life(LIFE_DAYS[-1])
    assert feed(one) == feed(replace(one))
    assert [e["id"] for e in entries(feed(one))] == [e["id"] for e in entries(feed(one, EN))]
    assert len(news(one)) == len(entries(feed(one)))
    assert feed(one, Outlet("vi", Text("Khác", "Other"))) != feed(one)
