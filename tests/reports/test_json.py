from __future__ import annotations

import json

from site_builder.reports import formats, report

from .samples import HOSTILE, INTRUDERS, PLAIN, SITE, hostile, located, result


def test_every_format_is_found_by_its_name() -> None:
    assert formats() == ("github", "gitlab", "json", "junit", "sarif", "text")
    for name in formats():
        assert report(name)(result(located()), "vi", PLAIN).endswith("\n")


def test_every_field_and_only_ascii() -> None:
    said = report("json")(result(located(HOSTILE, sheet_cell="C14", suggestion="x")), "en", SITE)
    assert said.isascii()
    document = json.loads(said)
    assert document["version"] == 1
    assert document["counts"] == {"error": 1, "warning": 0, "note": 0}
    (finding,) = document["findings"]
    assert len(finding.pop("fingerprint")) == 32
    assert finding == {
        "file": "plans/a.yml",
        "line": 1,
        "column": 7,
        "end_column": 10,
        "cell": "C14",
        "read": HOSTILE,
        "expected": "the wanted",
        "fix": "Mend it",
        "suggestion": "x",
        "code": "V06",
        "severity": "error",
        "title": "Name of the rule",
        "excerpt": "khóa: đọc",
        "link": "https://tien-do.example.vn/kh/en/rules/V06/",
    }


def test_without_a_site_there_is_no_link() -> None:
    (finding,) = json.loads(report("json")(result(located()), "vi", PLAIN))["findings"]
    assert finding["link"] is None


def test_findings_are_not_grouped() -> None:
    said = report("json")(result(located(line=1), located(line=2)), "vi", PLAIN)
    assert [finding["line"] for finding in json.loads(said)["findings"]] == [1, 2]


def test_a_long_line_is_not_repeated_in_every_finding() -> None:
    line = "x" * 9_000 + "here" + "y" * 9_000
    said = report("json")(result(located("z" * 5_000, excerpt=line, column=9_001)), "vi", PLAIN)
    (finding,) = json.loads(said)["findings"]
    assert "here" in finding["excerpt"]
    assert finding["excerpt"][0] == finding["excerpt"][-1] == "…"
    assert len(said) < 3_000


def test_hostile_text_is_inert_and_whole() -> None:
    said = report("json")(hostile(), "vi", PLAIN)
    assert said.isascii()
    assert not set("<>&") & set(said)
    assert "##" not in said
    assert [finding["read"] for finding in json.loads(said)["findings"]] == list(INTRUDERS)
