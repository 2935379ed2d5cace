"""The files of the index: what they may be called, what they hold, that nothing in them is alive."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.search import Reader, first_query
from site_builder.search.coding import rising
from site_builder.search.entries import Entry
from site_builder.search.fold import words
from site_builder.search.index import EXCERPT, TITLE, index
from site_builder.search.shards import SHARD
from tests.search.samples import entry, found, mixed

RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for itself, whatever their ending."""
LIMIT = 100_000
"""Bytes of a first query, uncompressed."""


def data(file: bytes) -> Any:
    """What a file hands over (its name, the digest, its contents), taken apart as JSON."""
    call = file.decode()
    before, after = "plansite.put(", ")\n"
    assert call.startswith(before) and call.endswith(after)
    return json.loads(f"[{call[len(before) : -len(after)]}]")


@pytest.fixture(scope="module")
def large() -> Mapping[str, bytes]:
    """An index of as many entries as 10,000 pages have, and more."""
    return index(mixed(25_000), "vi")


def test_names_of_files_are_safe_everywhere(large: Mapping[str, bytes]) -> None:
    assert len({path.lower() for path in large}) == len(large) > 4_000
    for path in large:
        folder, _, name = path.rpartition("/")
        assert folder == "assets/search/vi"
        assert re.fullmatch(r"[a-z][a-z0-9]*\.js", name) and not RESERVED.match(name)


def test_files_are_small(large: Mapping[str, bytes]) -> None:
    # A list of its own may be longer than a file of several: a bit for every entry.
    longest = max(len(content) for path, content in large.items() if not path.endswith("index.js"))
    assert SHARD < longest < 25_000 / 6 + 500
    assert len(large["assets/search/vi/index.js"]) < 15_000


QUERIES = (
    "c", "co", "cong doan", "công đoàn", "ldld", "277 kh ldld", "doan vien", "lao động",
    "ban chap hanh lien doan lao dong tinh", "xây dựng kế hoạch tổ chức thực hiện",
    "doan vien cong doan co so trong doanh nghiep ngoai nha nuoc",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_a_first_query_is_light(query: str, large: Mapping[str, bytes]) -> None:
    assert 10_000 < first_query(large, query) <= LIMIT


def test_the_order_of_entries_does_not_matter() -> None:
    entries = mixed(300)
    again = index(reversed(entries), "vi")
    assert again == index(entries, "vi")
    assert list(again) == list(index(entries, "vi"))


def test_any_change_changes_the_digest_of_every_file() -> None:
    before, after = index(mixed(50), "vi"), index([*mixed(50), entry("Thêm")], "vi")
    digests = [{data(file)[1] for file in files.values()} for files in (before, after)]
    assert [len(one) for one in digests] == [1, 1] and digests[0] != digests[1]


HOSTILE = '</script><img src=x onerror="alert(1)">&lt;\u2028\u2029]]>--><!-- ${x} `\\"\n\t\0'


def test_hostile_words_are_inert() -> None:
    files = index([entry(HOSTILE, HOSTILE, HOSTILE)], "vi")
    for content in files.values():
        assert not re.search("[<>&\u2028\u2029]", content.decode())
        assert content.count(b"\n") == 1
    assert data(files["assets/search/vi/e0.js"])[2][0][0] == HOSTILE


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_any_title_is_found_by_its_words(titles: list[str]) -> None:
    reader = Reader(index([entry(title) for title in titles], "vi"))
    for title in titles:
        if words(title):
            assert title in reader.ask(title)


@given(st.sets(st.integers(0, 5_000), min_size=1))
def test_numbers_come_back_from_characters(numbers: set[int]) -> None:
    code = rising(sorted(numbers))
    assert len(code) <= 2 + max(numbers) // 6
    assert Reader.numbers(code) == sorted(numbers)


def test_an_empty_index_finds_nothing() -> None:
    assert found("a") == []


def test_what_is_shown_has_an_end_and_what_is_found_has_none() -> None:
    long = "từ " * 200 + "cuối"
    files = index([entry("Nhan đề " + long, "Trích " + long)], "vi")
    title, _, excerpt, *langs = data(files["assets/search/vi/e0.js"])[2][0]
    assert title.endswith("từ …") and len(title) <= TITLE + 2
    assert excerpt.endswith("từ …") and len(excerpt) <= EXCERPT + 2
    assert langs == ["", ""]
    assert Reader(files).ask("trich cuoi") == [title]


def test_a_language_is_named_where_it_is_not_the_pages() -> None:
    one = Entry("duty", "plans/a/", "Báo cáo", "vi", "Clause IV", "en")
    [record] = data(index([one], "en")["assets/search/en/e0.js"])[2]
    assert record == ["Báo cáo", "plans/a/", "Clause IV", "vi", ""]


def test_a_word_too_frequent_in_excerpts_still_finds_with_others() -> None:
    entries = [entry(f"Việc {number}", "tổ chức thực hiện") for number in range(1_500)]
    lone = entry("Việc khác", "tổ chức giám sát")
    assert found("to chuc giam sat", *entries, lone) == ["Việc khác"]
    assert found("thuc hien", *entries, lone) == []
