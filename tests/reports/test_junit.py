from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports.junit import render
from site_builder.terms.text import Lang

from .samples import INTRUDERS, PLAIN, SITE, hostile, located, many, result


def _suites(found: CheckResult, lang: Lang = "vi", style: Style = PLAIN) -> ET.Element:
    return ET.fromstring(render(found, lang, style))


def test_a_suite_a_file_and_a_test_a_group() -> None:
    found = result(located(line=1), located(line=2), located("khác"), located(file="plans/b.yml"))
    root = _suites(found)
    assert root.attrib == {"name": "plansite check", "tests": "3", "failures": "3", "errors": "0"}
    assert [suite.get("name") for suite in root] == ["plans/a.yml", "plans/b.yml"]
    assert [case.get("name") for case in root[0]] == [
        "V06 Tên quy tắc: đọc",
        "V06 Tên quy tắc: khác",
    ]
    assert root[0].get("tests") == root[0].get("failures") == "2"


def test_a_failure_holds_what_a_terminal_shows() -> None:
    failure = _suites(result(located()), "en", replace(SITE, colour=True))[0][0][0]
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "V06", "message": "V06 Name of the rule"}
    assert failure.text == (
        "plans/a.yml:1:7\n"
        "    1 │ khóa: đọc\n"
        "      │       ^^^\n"
        "  read      đọc\n"
        "  expected  the wanted\n"
        "  to do     Mend it\n"
        "  code      V06 · error · Name of the rule\n"
        "  see       https://tien-do.example.vn/kh/en/rules/V06/"
    )


def test_what_does_not_fail_the_check_is_skipped() -> None:
    found = result(located(severity="warning"), located(severity="note"))
    assert [case[0].tag for case in _suites(found)[0]] == ["skipped", "skipped"]
    strict = _suites(found, style=replace(PLAIN, strict=True))
    assert [case[0].tag for case in strict[0]] == ["failure", "skipped"]
    assert strict.get("failures") == strict[0].get("failures") == strict[0].get("skipped") == "1"


def test_nothing_found_is_one_test_that_passed() -> None:
    root = _suites(result())
    ((case,),) = root
    assert root.get("tests") == "1"
    assert [part.tag for part in case] == ["system-out"]
    assert case[0].text == "Không thấy lỗi nào trong 3 tệp."


def test_two_hundred_groups_and_a_count() -> None:
    root = _suites(result(*many(250)))
    assert root.get("tests") == "201"
    assert [len(suite) for suite in root] == [200, 1]
    assert root[1][0][0].get("message", "").startswith("Còn 50 lỗi nữa")
    assert len(_suites(result(*many(250)), style=replace(PLAIN, whole=True))[0]) == 250


def test_hostile_text_is_inert() -> None:
    said = render(hostile(), "vi", PLAIN)
    assert "]]>" not in said
    assert "##[" not in said
    assert not [line for line in said.split("\n") if line.lstrip().startswith("::")]
    assert all(char.isprintable() for char in said if char != "\n")
    root = ET.fromstring(said)
    assert len(root) == len(INTRUDERS)
    assert {part.tag for part in root.iter()} == {
        "testsuites", "testsuite", "testcase", "failure", "skipped",
    }  # fmt: skip
