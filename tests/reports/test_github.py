from __future__ import annotations

import re

from site_builder.reports.github import render

from .samples import HOSTILE, PLAIN, located, result


def test_a_command_names_the_place_and_says_all() -> None:
    said = render(result(located("a%b")), "vi", PLAIN)
    assert said == (
        "::error file=plans/a.yml,line=1,col=7,endColumn=10,title=X01 Tên quy tắc::"
        "đọc thấy: a%25b%0Acần có: điều cần%0Acách sửa: Sửa đi\n"
        "1 lỗi trong 3 tệp.\n"
    )


def test_the_nine_worst_and_a_count() -> None:
    notes = [located(str(n), severity="note", code="X03") for n in range(5)]
    warnings = [located(str(n), severity="warning", code="X02") for n in range(5)]
    errors = [located(str(n), severity="error") for n in range(5)]
    lines = render(result(*notes, *warnings, *errors), "vi", PLAIN).split("\n")
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert kinds[:9] == ["::error"] * 5 + ["::warning"] * 4
    assert len(kinds) == 10
    assert lines[9].startswith("::warning::Còn 6 phát hiện nữa")


def test_ten_errors_are_never_shown_as_more_than_ten() -> None:
    said = render(result(*(located(str(n)) for n in range(40))), "en", PLAIN)
    assert len(re.findall("^::error", said, re.MULTILINE)) == 10
    assert "31 more findings" in said


def test_no_text_of_a_cell_can_give_a_command() -> None:
    hostile = located(
        HOSTILE + "::set-output name=x::y",
        file=f"data/,line=9::{HOSTILE}.csv",
        suggestion="\n::stop-commands::",
    )
    said = render(result(hostile), "vi", PLAIN)
    assert len(re.findall("^::", said, re.MULTILINE)) == 1
    assert len(said.split("\n")) == 3
    properties = said[len("::error ") : said.index("::", 3)]
    assert properties.startswith("file=data/%2Cline=9%3A%3A")
    assert "\x1b" not in said
    assert "\u202e" not in said
