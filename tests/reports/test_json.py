from __future__ import annotations

import json

from site_builder.reports import formats, report

from .samples import HOSTILE, PLAIN, located, result


def test_every_format_is_found_by_its_name() -> None:
    assert formats() == ("github", "json", "text")
    for name in formats():
        assert report(name)(result(located()), "vi", PLAIN).endswith("\n")


def test_every_field_and_only_ascii() -> None:
    said = report("json")(result(located(HOSTILE, sheet_cell="C14", suggestion="x")), "en", PLAIN)
    assert said.isascii()
    document = json.loads(said)
    assert document["version"] == 1
    assert document["counts"] == {"error": 1, "warning": 0, "note": 0}
    assert document["findings"] == [
        {
            "file": "plans/a.yml",
            "line": 1,
            "column": 7,
            "end_column": 10,
            "cell": "C14",
            "read": HOSTILE,
            "expected": "the wanted",
            "fix": "Mend it",
            "suggestion": "x",
            "code": "X01",
            "severity": "error",
            "title": "Name of the rule",
            "excerpt": "khóa: đọc",
        }
    ]


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
