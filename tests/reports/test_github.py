from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest

from site_builder.reports.github import render
from site_builder.terms.rule import Severity

from .samples import HOSTILE, PLAIN, SITE, hostile, located, many, result


def _commands(said: str) -> list[str]:
    return re.findall("^::(error|warning|notice)", said, re.MULTILINE)


def test_a_command_names_the_place_and_says_all() -> None:
    said = render(result(located("a%b", suggestion="ab")), "vi", PLAIN)
    assert said == (
        "::error file=plans/a.yml,line=1,col=7,endColumn=10,title=V06 Tên quy tắc::"
        "đọc thấy: a%25b%0Acần có: điều cần%0Acách sửa: Sửa đi%0Athử: ab%0Axem: plansite rule V06\n"
        "1 lỗi trong 3 tệp.\n"
    )


def test_the_rules_page_where_the_site_is_known() -> None:
    said = render(result(located()), "en", SITE)
    assert "%0Asee: https://tien-do.example.vn/kh/en/rules/V06/\n" in said


def test_a_repository_inside_another_is_found_by_the_way_to_it() -> None:
    said = render(result(located()), "vi", replace(PLAIN, folder="kh/"))
    assert said.startswith("::error file=kh/plans/a.yml,")


@pytest.mark.parametrize("severity", get_args(Severity))
def test_ten_of_a_kind_are_all_shown(severity: Severity) -> None:
    said = render(result(*many(10, severity)), "vi", PLAIN)
    assert len(_commands(said)) == 10
    assert "--all" not in said


@pytest.mark.parametrize("severity", get_args(Severity))
def test_of_more_than_ten_the_nine_worst_and_a_count(severity: Severity) -> None:
    often = [located("thường gặp", severity=severity, line=n) for n in range(100, 105)]
    lines = render(result(*many(30, severity), *often), "en", PLAIN).split("\n")
    assert len(_commands("\n".join(lines))) == 10
    assert "read: thường gặp" in lines[0]
    assert "(5 places in this file)" in lines[0]
    assert "Not shown here: 22 " in lines[9]
    assert lines[9].endswith(f"everything. {lines[10]}")


def test_errors_leave_warnings_and_notes_their_own_places() -> None:
    found = [*many(20, "note"), *many(20, "warning"), *many(20)]
    kinds = _commands(render(result(*found), "vi", PLAIN))
    assert kinds == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10


def test_no_text_of_a_cell_can_give_a_command() -> None:
    one = located(
        HOSTILE + "::set-output name=x::y",
        file=f"data/,line=9::{HOSTILE}.csv",
        suggestion="\n::stop-commands::",
    )
    said = render(result(one), "vi", PLAIN)
    assert len(re.findall("^::", said, re.MULTILINE)) == 1
    assert len(said.split("\n")) == 3
    properties = said[len("::error ") : said.index("::", 3)]
    assert properties.startswith("file=data/%2Cline=9%3A%3A")


def test_hostile_text_is_inert() -> None:
    found = hostile()
    said = render(found, "vi", PLAIN)
    *commands, _, last = said.split("\n")
    assert len(commands) == len(found.findings)
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands
    )
    assert last == ""
    assert "##[" not in said
    assert all(char.isprintable() for char in said if char != "\n")
