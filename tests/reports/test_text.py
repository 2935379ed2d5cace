from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.reports import Style
from site_builder.reports._escape import clip, columns, visible
from site_builder.reports.text import render

from .samples import HOSTILE, PLAIN, located, result


def test_the_order_is_where_read_expected_to_do_code() -> None:
    said = render(result(located(suggestion="đúng")), "vi", PLAIN)
    assert said == (
        "plans/a.yml:1:7\n"
        "    1 │ khóa: đọc\n"
        "      │       ^^^\n"
        "  đọc thấy  đọc\n"
        "  cần có    điều cần\n"
        "  cách sửa  Sửa đi\n"
        "  thử       đúng\n"
        "  mã        X01 · lỗi · Tên quy tắc\n"
        "\n"
        "1 lỗi trong 3 tệp.\n"
    )


def test_english() -> None:
    said = render(result(located(), located(severity="note", code="X02"), files=1), "en", PLAIN)
    assert "  expected  the wanted\n  to do     Mend it\n" in said
    assert said.endswith("\n1 error, 1 note in 1 file.\n")


def test_a_table_names_the_cell_of_the_spreadsheet() -> None:
    assert render(result(located(sheet_cell="C14")), "vi", PLAIN).startswith(
        "plans/a.yml:1:7 (ô C14)\n"
    )


def test_nothing_read_is_said_so() -> None:
    assert "  đọc thấy  (để trống)\n" in render(result(located("")), "vi", PLAIN)


def test_repeated_findings_are_told_once_with_three_places() -> None:
    said = render(result(*(located(line=n) for n in range(1, 6))), "vi", PLAIN)
    assert said.count("đọc thấy") == 1
    assert "  cũng ở: 2:7, 3:7; tất cả 5 chỗ\n" in said
    assert said.endswith("5 lỗi trong 3 tệp.\n")


def test_another_file_or_another_reading_is_another_finding() -> None:
    said = render(result(located(), located(file="plans/b.yml"), located("khác")), "vi", PLAIN)
    assert said.count("đọc thấy") == 3


def test_nothing_found_is_one_line() -> None:
    assert render(result(), "vi", PLAIN) == "Không thấy lỗi nào trong 3 tệp.\n"
    assert render(result(), "en", PLAIN) == "No findings in 3 files.\n"


def test_hostile_text_is_spelt_out() -> None:
    hostile = located(HOSTILE, file=f"plans/{HOSTILE}.yml", excerpt=HOSTILE, column=1, end_column=3)
    said = render(result(hostile), "vi", PLAIN)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\ud800]", said)
    assert "\\u{001b}[31mđỏ" in said
    assert not [line for line in said.split("\n") if line.startswith("::")]


def test_a_long_line_is_cut_around_the_word() -> None:
    excerpt = "a" * 300 + "ĐÂY" + "b" * 300
    said = render(result(located(excerpt=excerpt, column=301, end_column=304)), "vi", PLAIN)
    source, carets = said.split("\n")[1:3]
    assert len(source) <= PLAIN.width + 1
    assert "ĐÂY" in source
    assert source.index("ĐÂY") == carets.index("^^^")


def test_carets_stand_below_what_is_seen() -> None:
    excerpt = "e\u0302 \t中x"
    said = render(result(located(excerpt=excerpt, column=6, end_column=7)), "vi", PLAIN)
    source, carets = said.split("\n")[1:3]
    assert columns(source[: source.index("x")]) == carets.index("^")


def test_colour_only_where_the_style_says_so() -> None:
    found = result(located())
    assert "\x1b" not in render(found, "vi", PLAIN)
    assert "\x1b[31m^^^\x1b[0m" in render(found, "vi", Style(colour=True, width=80))


@given(st.text())
def test_visible_text_is_harmless_and_on_one_line(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert all(char.isprintable() for char in shown)


def test_clip() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
