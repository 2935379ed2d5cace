from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from site_builder.checks.catalogue import RULES
from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports.sarif import render
from site_builder.terms.place import Cell, Node
from site_builder.terms.text import LANGS, Lang

from .samples import PLAIN, SITE, hostile, located, many, result


def _run(found: CheckResult, lang: Lang = "vi", style: Style = PLAIN) -> dict[str, Any]:
    (run,) = json.loads(render(found, lang, style))["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result_names_rule_place_and_words() -> None:
    run = _run(result(located(line=3, suggestion="đúng")), "en")
    (found,) = run["results"]
    assert len(found.pop("partialFingerprints")["plansite/v1"]) == 32
    assert found == {
        "ruleId": "V06",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "Name of the rule.\nread: đọc\nexpected: the wanted\nto do: Mend it\n"
            "try: đúng\nsee: plansite rule V06"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "plans/a.yml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 7, "endColumn": 10},
                }
            }
        ],
    }


@pytest.mark.parametrize("lang", LANGS)
def test_each_rule_that_spoke_is_explained_once(lang: Lang) -> None:
    run = _run(result(located(code="V07"), located("a"), located("b")), lang, SITE)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["V06", "V07"]
    assert [found["ruleIndex"] for found in run["results"]] == [1, 0, 0]
    own = RULES["V07"]
    assert rules[1]["shortDescription"]["text"] == own.title.of(lang)
    assert rules[1]["fullDescription"]["text"] == own.reason.of(lang)
    for words in (own.fix.of(lang), own.wrong, own.right):
        assert words in rules[1]["help"]["text"]
    english = "en/" * (lang == "en")
    assert rules[1]["helpUri"] == f"https://tien-do.example.vn/kh/{english}rules/V07/"


def test_without_a_site_the_command_explains() -> None:
    (rule,) = _run(result(located()))["tool"]["driver"]["rules"]
    assert "helpUri" not in rule
    assert rule["help"]["text"].endswith("Xem: plansite rule V06")


def test_the_place_in_keys_or_as_a_spreadsheet_names_it() -> None:
    node = Node("plans/a.yml", ("objectives", 0, "indicators", 2, "unit"))
    cell = Cell("data/a.csv", 4, "value")
    found = result(located(where=node), located(where=cell, sheet_cell="D6"))
    named = [one["locations"][0]["logicalLocations"] for one in _run(found)["results"]]
    assert named == [
        [{"fullyQualifiedName": "objectives.*.indicators.*.unit"}],
        [{"fullyQualifiedName": "D6"}],
    ]


def test_a_path_is_written_as_an_address() -> None:
    found = result(located(file="data/Lai Châu/%.csv"))
    (one,) = _run(found, style=replace(PLAIN, folder="kh/"))["results"]
    place = one["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "kh/data/Lai%20Ch%C3%A2u/%25.csv"


def test_five_thousand_the_worst_and_a_count() -> None:
    found = result(*many(6_000, "note"), located("tệ nhất"))
    run = _run(found)
    assert len(run["results"]) == 5_000
    assert run["results"][-1]["level"] == "error"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("Còn 1001 lưu ý nữa")
    whole = _run(found, style=replace(PLAIN, whole=True))
    assert len(whole["results"]) == 6_001
    assert whole["invocations"][0]["toolExecutionNotifications"] == []


def test_hostile_text_is_inert() -> None:
    said = render(hostile(), "vi", PLAIN)
    assert said.isascii()
    assert not set("<>&") & set(said)
    assert "##" not in said
    (run,) = json.loads(said)["runs"]
    for found in run["results"]:
        words = found["message"]["text"]
        assert all(line.isprintable() for line in words.split("\n"))
        # Bare brackets make a link of what they hold, single braces a place to be filled.
        assert re.sub(r"\\[\[\]\\]", "", words).count("[") == 0
        assert re.sub(r"\{\{|\}\}", "", words).count("{") == 0
        uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w./%~-]+", uri, re.ASCII)
