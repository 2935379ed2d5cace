"""Bytes → text: encodings that are not UTF-8, and characters that the eye does not see."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.sources.table_bytes import word_at
from site_builder.sources.table_legacy import LEGACY_NAMES, guess_legacy
from site_builder.terms.characters import INVISIBLE as INVISIBLE_CHARACTER
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

NOT_UTF8 = Rule(
    code="Y001",
    severity="error",
    title=Text("Tệp không phải UTF-8", "File is not UTF-8"),
    reason=Text(
        "Mọi tệp của kho là UTF-8, để máy nào cũng đọc ra cùng một chữ. Tệp lưu theo bảng mã cũ "
        "(TCVN3, VNI, cp1258) đọc ra chữ khác, nên không được đoán.",
        "Every file here is UTF-8, so that each machine reads the same letters. A file saved in a "
        "legacy encoding (TCVN3, VNI, cp1258) reads as other letters, so nothing is guessed.",
    ),
    fix=Text(
        "Mở tệp bằng phần mềm đã tạo ra nó, chuyển sang Unicode rồi lưu lại dạng UTF-8.",
        "Open the file in the program that made it, convert to Unicode and save it as UTF-8.",
    ),
    wrong="name: §¶ng",
    right="name: Đảng",
)
UTF16 = Rule(
    code="Y002",
    severity="error",
    title=Text("Tệp lưu dạng UTF-16", "File is saved as UTF-16"),
    reason=Text(
        "“Unicode” trong Notepad và Excel cũ là UTF-16; mọi tệp của kho là UTF-8.",
        "“Unicode” in older Notepad and Excel is UTF-16; every file here is UTF-8.",
    ),
    fix=Text(
        "Lưu lại tệp, chọn mã “UTF-8” thay cho “Unicode”.",
        "Save the file again and choose the encoding “UTF-8” instead of “Unicode”.",
    ),
    wrong="UTF-16",
    right="UTF-8",
)
BOM = Rule(
    code="Y003",
    severity="warning",
    title=Text("Đầu tệp có dấu BOM", "File starts with a byte order mark"),
    reason=Text(
        "Dấu BOM là ba byte ẩn ở đầu tệp; có phần mềm coi nó là một phần của khóa đầu tiên.",
        "A byte order mark is three hidden bytes; some programs take it as part of the first key.",
    ),
    fix=Text(
        "Lưu lại tệp dạng “UTF-8”, không chọn “UTF-8 with BOM”.",
        "Save the file as “UTF-8”, not as “UTF-8 with BOM”.",
    ),
    wrong="\\ufeffkind: Kế hoạch",
    right="kind: Kế hoạch",
)
INVISIBLE = Rule(
    code="Y004",
    severity="error",
    title=Text("Ký tự không nhìn thấy", "Invisible character"),
    reason=Text(
        "Ký tự điều khiển, ký tự rỗng hoặc dấu đổi chiều chữ làm hai chữ trông giống nhau mà khác "
        "nhau, hoặc làm chữ hiện ra khác với chữ được lưu.",
        "Control, zero-width or direction marks make two words look alike that are not, or make "
        "text show otherwise than it is stored.",
    ),
    fix=Text("Xóa ký tự này, hoặc gõ lại cả chữ.", "Delete the character, or type the word again."),
    wrong="id: doan\\u200b-vien",
    right="id: doan-vien",
)
ODD_SPACE = Rule(
    code="Y005",
    severity="warning",
    title=Text("Dấu cách lạ", "Odd space"),
    reason=Text(
        "Dấu cách không ngắt và các dấu cách khác thường theo chữ dán từ Word; tìm kiếm và so sánh "
        "coi chúng khác dấu cách thường.",
        "No-break and other unusual spaces come with text pasted from Word; searching and "
        "comparing take them for something else than a space.",
    ),
    fix=Text("Thay bằng dấu cách thường.", "Replace it by an ordinary space."),
    wrong="name: Đoàn\\u00a0viên",
    right="name: Đoàn viên",
)
NOT_NFC = Rule(
    code="Y006",
    severity="warning",
    title=Text("Chữ có dấu tách rời", "Letters with separate accents"),
    reason=Text(
        "Cùng một chữ “ế” có thể lưu là một ký tự (dựng sẵn) hoặc nhiều ký tự (tổ hợp); máy coi hai "
        "cách là khác nhau, nên kho chỉ dùng chữ dựng sẵn (NFC).",
        "The same “ế” can be stored as one character (composed) or several (decomposed); machines "
        "take the two for different, so only the composed form (NFC) is used here.",
    ),
    fix=Text(
        "Gõ lại bằng bảng mã Unicode dựng sẵn.",
        "Type it again with the keyboard set to composed Unicode.",
    ),
    wrong="name: Kê\\u0301 hoạch",
    right="name: Kế hoạch",
)
RULES = (NOT_UTF8, UTF16, BOM, INVISIBLE, ODD_SPACE, NOT_NFC)

_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SAMPLE = 200_000
"""Bytes from which a legacy encoding is guessed."""
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, cleaned as `clean` does; None where it cannot be read as text at all."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def decode(file: str, data: bytes) -> Decoded:
    """The text of a YAML file, and what is wrong with its bytes and characters."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_utf16(data):
        expected = Text("tệp UTF-8", "a UTF-8 file")
        return Decoded(None, (UTF16.finding(Point(file), read="UTF-16", expected=expected),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, (_not_utf8(file, data, error.start),))
    bom = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    findings = (*_bom(file, bom), *_odd_characters(file, text))
    return Decoded(clean(text), findings)


def clean(text: str) -> str:
    """`text` without invisible characters: each is a finding already, and must not cause others."""
    return INVISIBLE_CHARACTER.sub("", text)


def hidden_by_escape(where: Point, value: str) -> Iterator[Finding]:
    """An invisible character in a decoded value: as the text was cleaned, an escape wrote it."""
    if match := INVISIBLE_CHARACTER.search(value):
        yield INVISIBLE.finding(
            where,
            read=_name(match[0]),
            expected=Text("không có ký tự này", "not this character"),
            fix=Text(
                "Trong dấu ngoặc kép, xóa mã viết ký tự này: “\\” và các chữ ngay sau nó.",
                "Inside the quotes, delete the escape that writes it: “\\” and what belongs to it.",
            ),
        )


def raw_column(line: str, column: int) -> int:
    """Where a column of the cleaned line (from 0) stands in the line itself."""
    for match in INVISIBLE_CHARACTER.finditer(line):
        if match.start() > column:
            break
        column += 1
    return column


def lines(data: bytes) -> list[str]:
    """The lines of a file as an editor counts them, for showing: faulty bytes become `�`."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return split_lines(data.decode("utf-16", "replace"))
    return split_lines(data.decode("utf-8-sig", "replace"))


def split_lines(text: str) -> list[str]:
    """The lines of a text, whichever of the three line ends it has."""
    return _LINE_END.split(text)


def _looks_utf16(data: bytes) -> bool:
    """Without a mark: every other byte of the beginning is zero."""
    head = data[:64]
    return len(head) >= 8 and (not any(head[1::2]) or not any(head[0::2]))


def _not_utf8(file: str, data: bytes, start: int) -> Finding:
    before = split_lines(data[:start].decode("utf-8-sig", "replace"))
    return NOT_UTF8.finding(
        Point(file, len(before), len(before[-1]) + 1),
        read=word_at(data, start).decode("latin-1"),
        expected=Text(
            "chữ ở dạng UTF-8; tệp này có vẻ dùng {name}",
            "letters in UTF-8; this looks like {name}",
        ).fill(name=LEGACY_NAMES[guess_legacy(data[:_SAMPLE])[0]]),
    )


def _bom(file: str, found: bool) -> Iterator[Finding]:
    if found:
        expected = Text("tệp bắt đầu ngay bằng chữ", "a file that starts with its text")
        yield BOM.finding(Point(file), read="U+FEFF", expected=expected)


def _odd_characters(file: str, text: str) -> Iterator[Finding]:
    if not (INVISIBLE_CHARACTER.search(text) or _ODD_SPACE.search(text)) and _is_nfc(text):
        return
    for number, line in enumerate(split_lines(text), start=1):
        for hidden in INVISIBLE_CHARACTER.finditer(line):
            yield _character(INVISIBLE, Point(file, number, hidden.start() + 1), hidden[0])
        if match := _ODD_SPACE.search(line):
            yield _character(ODD_SPACE, Point(file, number, match.start() + 1), match[0])
        if not _is_nfc(line):
            yield _not_nfc(file, number, line)


def _is_nfc(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def _character(rule: Rule, where: Point, char: str) -> Finding:
    expected = Text("không có ký tự này", "not this character")
    if rule is ODD_SPACE:
        expected = Text("dấu cách thường", "an ordinary space")
    return rule.finding(where, read=_name(char), expected=expected)


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({name})" if name else "")


def _not_nfc(file: str, number: int, line: str) -> Finding:
    """At the first word that differs from its composed form."""
    for match in re.finditer(r"\S+", line):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            loose = [char for char in match[0] if char not in composed]
            marks = ", ".join(f"U+{ord(char):04X}" for char in loose)
            return NOT_NFC.finding(
                Point(file, number, match.start() + 1),
                read=f"{match[0]} ({marks})",
                expected=same(composed),
                suggestion=composed,
            )
    raise AssertionError("a line that is not NFC holds a word that is not")
