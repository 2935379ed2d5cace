from __future__ import annotations

import pytest

from site_builder.checks.value_texts import has_control
from site_builder.sources.decode import decode, lines, raw_column
from site_builder.terms.place import Point


def _codes(data: bytes) -> list[str]:
    return [finding.code for finding in decode("a.yml", data).findings]


def test_plain_text_passes() -> None:
    decoded = decode("a.yml", "tên: Đoàn viên “công đoàn” – 5 %\r\n".encode())
    assert decoded.findings == ()
    assert decoded.text == "tên: Đoàn viên “công đoàn” – 5 %\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be"], ids=["marked", "little", "big"]
)
def test_utf16_is_told_from_other_bytes(encoding: str) -> None:
    decoded = decode("a.yml", "kind: Plan\n".encode(encoding))
    assert [f.code for f in decoded.findings] == ["Y002"]
    assert decoded.text is None


def test_a_legacy_byte_has_its_line_and_column() -> None:
    decoded = decode("a.yml", "một: hai\r\nđộ: ".encode() + b"\xd6ng")
    assert decoded.text is None
    assert [(f.code, f.where) for f in decoded.findings] == [("Y001", Point("a.yml", 2, 5))]


def test_a_nul_is_invisible_and_taken_out() -> None:
    decoded = decode("a.yml", b"a: b\x00c\n")
    assert [(f.code, f.where) for f in decoded.findings] == [("Y004", Point("a.yml", 1, 5))]
    assert decoded.text == "a: bc\n"


def test_a_mark_within_the_text_is_invisible_and_at_its_start_a_bom() -> None:
    assert _codes("\ufeffa: b\n".encode()) == ["Y003"]
    assert _codes("a: \ufeffb\n".encode()) == ["Y004"]


def test_line_breaks_that_only_yaml_knows_are_invisible_characters() -> None:
    assert _codes("a: b\u2028c\x85d\n".encode()) == ["Y004", "Y004"]


def test_lines_are_those_of_an_editor() -> None:
    assert lines("\ufeffa\r\nb\rc\n".encode()) == ["a", "b", "c", ""]
    assert lines("a\nb".encode("utf-16")) == ["a", "b"]
    assert lines(b"\xd6") == ["\ufffd"]


def test_a_column_of_cleaned_text_is_found_in_the_line_itself() -> None:
    assert raw_column("ab\u200bcd", 1) == 1
    assert raw_column("ab\u200bcd", 3) == 4


@pytest.mark.parametrize("char", ["\ufdd0", "\ufdef", "\ufffe", "\U0001ffff", "\U0003fffe"])
def test_what_is_no_character_is_refused(char: str) -> None:
    """Our own texts mark places by some of them."""
    found = decode("plans/a.yml", f"kind: Kế{char} hoạch\n".encode()).findings
    assert [finding.code for finding in found] == ["Y004"]
    assert has_control(f"ô{char}")
