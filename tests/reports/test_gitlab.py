from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports.gitlab import render
from site_builder.terms.text import Lang

from .samples import PLAIN, SITE, hostile, located, many, result


def _entries(found: CheckResult, lang: Lang = "vi", style: Style = PLAIN) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(render(found, lang, style))
    return entries


def test_an_entry_says_all_in_one_line() -> None:
    (entry,) = _entries(result(located(suggestion="đúng", line=7)))
    assert len(entry.pop("fingerprint")) == 32
    assert entry == {
        "description": (
            "Tên quy tắc · đọc thấy: đọc · cần có: điều cần · cách sửa: Sửa đi · thử: đúng · "
            "xem: plansite rule V06"
        ),
        "check_name": "V06",
        "severity": "major",
        "location": {"path": "plans/a.yml", "lines": {"begin": 7, "end": 7}},
    }


def test_the_rules_page_where_the_site_is_known() -> None:
    (entry,) = _entries(result(located()), "en", SITE)
    assert entry["description"].endswith("· see: https://tien-do.example.vn/kh/en/rules/V06/")


def test_what_fails_is_major_and_the_rest_is_less() -> None:
    found = result(located(), located(severity="warning"), located(severity="note"))
    assert [entry["severity"] for entry in _entries(found)] == ["major", "minor", "info"]


def test_a_repository_inside_another_is_found_by_the_way_to_it() -> None:
    (entry,) = _entries(result(located()), style=replace(PLAIN, folder="kh/"))
    assert entry["location"]["path"] == "kh/plans/a.yml"


def test_nothing_found_is_an_empty_list() -> None:
    assert render(result(), "vi", PLAIN) == "[]\n"


def test_five_thousand_the_worst_and_a_count() -> None:
    found = result(*many(6_000, "note"), located("tệ nhất"))
    entries = _entries(found)
    assert len(entries) == 5_001
    assert entries[-2]["severity"] == "major"
    assert entries[-1]["description"].startswith("Còn 1001 lưu ý nữa")
    assert len({entry["fingerprint"] for entry in entries}) == 5_001
    assert len(_entries(found, style=replace(PLAIN, whole=True))) == 6_001


def test_hostile_text_is_inert() -> None:
    said = render(hostile(), "vi", PLAIN)
    assert said.isascii()
    assert not set("<>&") & set(said)
    assert "##" not in said
    for entry in json.loads(said):
        assert entry["description"].isprintable()
        assert entry["location"]["path"].isprintable()
