from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.reports import Style
from site_builder.reports._escape import clip, columns, shown_value, visible
from site_builder.reports._wrap import wrap
from site_builder.reports.text import render

from .samples import HOSTILE, PLAIN, SITE, hostile, located, many, result


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
        "  mã        V06 · lỗi · Tên quy tắc\n"
        "  xem       plansite rule V06\n"
        "\n"
        "1 lỗi trong 3 tệp.\n"
    )


def test_english() -> None:
    said = render(result(located(), located(severity="note", code="V07"), files=1), "en", PLAIN)
    assert "  expected  the wanted\n  to do     Mend it\n" in said
    assert said.endswith("\n1 error, 1 note in 1 file.\n")


def test_the_rules_page_where_the_site_is_known() -> None:
    assert "  xem       https://tien-do.example.vn/kh/rules/V06/\n" in render(
        result(located()), "vi", SITE
    )
    assert "  see       https://tien-do.example.vn/kh/en/rules/V06/\n" in render(
        result(located()), "en", SITE
    )


def test_a_table_names_the_cell_of_the_spreadsheet() -> None:
    assert render(result(located(sheet_cell="C14")), "vi", PLAIN).startswith(
        "plans/a.yml:1:7 (ô C14)\n"
    )


def test_nothing_read_is_said_so() -> None:
    assert "  đọc thấy  (để trống)\n" in render(result(located("")), "vi", PLAIN)


def test_spaces_at_the_ends_are_seen() -> None:
    assert "  đọc thấy  ␣a b␣␣\n" in render(result(located(" a b  ")), "vi", PLAIN)
    assert shown_value("   ") == "␣␣␣"
    assert shown_value("a\u00a0") == "a\\u{00a0}"


def test_repeated_findings_are_told_once_with_their_places() -> None:
    said = render(result(*(located(line=n) for n in range(1, 6))), "vi", PLAIN)
    assert said.count("đọc thấy") == 1
    assert "  cũng ở    2:7, 3:7, 4:7, 5:7\n" in said
    assert said.endswith("5 lỗi trong 3 tệp.\n")


def test_twenty_places_are_enough_unless_all_are_asked_for() -> None:
    found = result(*(located(line=n) for n in range(1, 101)))
    said = render(found, "vi", PLAIN)
    assert "20:7; tất cả 100 chỗ\n" in said
    assert "21:7" not in said
    assert "100:7\n" in render(found, "vi", replace(PLAIN, whole=True))


def test_another_file_or_another_reading_is_another_finding() -> None:
    said = render(result(located(), located(file="plans/b.yml"), located("khác")), "vi", PLAIN)
    assert said.count("đọc thấy") == 3


def test_of_a_hundred_thousand_only_the_worst_are_told() -> None:
    found = result(*many(100_000, "warning"), located("tệ nhất", file="plans/z.yml"))
    said = render(found, "vi", PLAIN)
    assert said.count("đọc thấy") == 200
    assert said.count("plans/z.yml") == 1
    assert said.endswith(
        "\n\nCòn 99801 cảnh báo nữa không hiện ở đây; chạy “plansite check --all” để xem hết.\n"
        "\n1 lỗi, 100000 cảnh báo trong 3 tệp.\n"
    )


def test_all_are_told_when_asked_for() -> None:
    found = result(*many(201))
    assert render(found, "en", PLAIN).count("  read ") == 200
    assert "Not shown here: 1 error. Run" in render(found, "en", PLAIN)
    assert render(found, "en", replace(PLAIN, whole=True)).count("  read ") == 201


def test_nothing_found_is_one_line() -> None:
    assert render(result(), "vi", PLAIN) == "Không thấy lỗi nào trong 3 tệp.\n"
    assert render(result(), "en", PLAIN) == "No findings in 3 files.\n"


def test_hostile_text_is_spelt_out() -> None:
    one = located(HOSTILE, file=f"plans/{HOSTILE}.yml", excerpt=HOSTILE, column=1, end_column=3)
    said = render(result(one), "vi", PLAIN)
    assert "\\u{001b}[31mđỏ" in said


@pytest.mark.parametrize("width", [20, 45, 80, 200])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_text_of_a_cell_does_anything(lang: str, width: int) -> None:
    said = render(hostile(), "vi" if lang == "vi" else "en", replace(PLAIN, width=width))
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f]", said
    )
    assert "\ud800" not in said
    # A CI server takes a line for a command that begins so behind its spaces, or holds `##[`.
    assert not [line for line in said.split("\n") if line.lstrip().startswith("::")]
    assert "##[" not in said
    assert "##vso[" not in said


def test_a_long_line_is_cut_around_the_word() -> None:
    excerpt = "a" * 300 + "ĐÂY" + "b" * 300
    said = render(result(located(excerpt=excerpt, column=301, end_column=304)), "vi", PLAIN)
    source, carets = said.split("\n")[1:3]
    assert columns(source) == PLAIN.width
    assert source.endswith("…")
    assert source.index("ĐÂY") == carets.index("^^^")


def test_a_word_wider_than_the_screen_is_cut_and_so_are_its_carets() -> None:
    said = render(result(located(excerpt="a" * 300, column=1, end_column=301)), "vi", PLAIN)
    source, carets = said.split("\n")[1:3]
    assert columns(source) == len(carets) == PLAIN.width
    assert source.endswith("a…")


def test_carets_stand_below_what_is_seen() -> None:
    excerpt = "e\u0302 \t中x"
    said = render(result(located(excerpt=excerpt, column=6, end_column=7)), "vi", PLAIN)
    source, carets = said.split("\n")[1:3]
    assert columns(source[: source.index("x")]) == carets.index("^")


def test_colour_only_where_the_style_says_so() -> None:
    found = result(located())
    assert "\x1b" not in render(found, "vi", PLAIN)
    assert "\x1b[31m^^^\x1b[0m" in render(found, "vi", Style(colour=True, width=80))
    assert "V06 · \x1b[31mlỗi\x1b[0m · Tên" in render(found, "vi", Style(colour=True, width=80))


LETTERS = st.text(st.sampled_from("aế e\u0302\u0323中😀\t\u202e:# \u00a0"), max_size=400)


@given(LETTERS, LETTERS, st.integers(0, 400), st.integers(0, 400), st.integers(32, 120))
def test_nothing_is_wider_than_the_screen(
    read: str, excerpt: str, start: int, length: int, width: int
) -> None:
    start = min(start, len(excerpt))
    found = located(read, excerpt=excerpt, column=start + 1, end_column=start + 1 + length)
    said = render(result(found), "vi", replace(PLAIN, width=width))
    # What would be a command at the start of a line grows by being spelt out, and its carets with it.
    assume("\\u{003a}" not in said and "\\u{0023}" not in said)
    assert all(columns(line) <= width for line in said.split("\n"))


@given(LETTERS, st.integers(20, 60))
def test_wrapping_loses_nothing_and_keeps_marks_with_their_letters(text: str, width: int) -> None:
    lines = wrap(visible(text), width)
    said = "".join(lines).replace("\\u{003a}:", "::")
    assert said.replace(" ", "") == visible(text).replace(" ", "")
    assert not any(line[:1] in ("\u0302", "\u0323") for line in lines[1:] if columns(line) > 0)


@given(st.text())
def test_visible_text_is_harmless_and_on_one_line(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert all(char.isprintable() for char in shown)


def test_clip() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
