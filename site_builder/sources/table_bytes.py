"""The bytes of a table → clean UTF-8: byte order marks, UTF-16, legacy Vietnamese encodings, NUL."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.sources.table_legacy import LEGACY_NAMES, guess_legacy
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

BOM = Rule(
    code="T03",
    severity="note",
    title=Text("Tệp có ký hiệu ẩn BOM ở đầu", "A byte order mark at the start"),
    reason=Text(
        "Ba byte ẩn ở đầu tệp có thể bị phần mềm khác hiểu là một phần của tên cột đầu tiên.",
        "Other programs may take the three hidden bytes for a part of the first column's name.",
    ),
    fix=Text(
        "Số liệu vẫn đọc được. Excel luôn thêm ký hiệu này khi lưu “CSV UTF-8”; muốn bỏ, mở tệp bằng "
        "Notepad, chọn Lưu thành (Save As), mã hóa (Encoding) “UTF-8”, không phải “UTF-8 with BOM”.",
        "The figures were read all the same. Excel always adds this to “CSV UTF-8”; to take it out, "
        "open the file in Notepad and save it with the encoding “UTF-8”, not “UTF-8 with BOM”.",
    ),
    wrong="\\ufeffindicator,agency,period",
    right="indicator,agency,period",
)
UTF_16 = Rule(
    code="T04",
    severity="error",
    title=Text("Tệp lưu theo bảng mã UTF-16", "The file is saved as UTF-16"),
    reason=Text(
        "Dạng “Unicode Text” của Excel là UTF-16; kho số liệu dùng UTF-8 để so sánh được từng dòng.",
        "Excel's “Unicode Text” is UTF-16; the repository keeps UTF-8, which compares line by line.",
    ),
    fix=Text(
        "Trong Excel chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi thay tệp này.",
        "In Excel choose Save As, type “CSV UTF-8 (Comma delimited)”, and replace this file.",
    ),
    wrong="UTF-16",
    right="UTF-8",
)
LEGACY = Rule(
    code="T05",
    severity="error",
    title=Text("Tệp không phải UTF-8", "The file is not UTF-8"),
    reason=Text(
        "Chữ Việt lưu theo bảng mã cũ (TCVN3, VNI, cp1258) sẽ hiện sai dấu trên trang công bố.",
        "Vietnamese in an old encoding (TCVN3, VNI, cp1258) would be published with wrong letters.",
    ),
    fix=Text(
        "Chuyển chữ sang Unicode (trong UniKey: Ctrl+Shift+F6, nguồn là bảng mã cũ, đích là Unicode), "
        "rồi lưu tệp kiểu “CSV UTF-8”.",
        "Convert the text to Unicode (for instance with UniKey's converter), then save as “CSV UTF-8”.",
    ),
    wrong="C«ng ®oµn",
    right="Công đoàn",
)
CR_ONLY = Rule(
    code="T07",
    severity="error",
    title=Text("Dấu xuống dòng kiểu máy Mac đời cũ", "Line ends of the old Mac kind"),
    reason=Text(
        "Nhiều phần mềm coi cả tệp là một dòng, nên không chỉ được dòng nào đã thay đổi.",
        "Many programs take the whole file for one line and cannot show which line changed.",
    ),
    fix=Text(
        "Lưu lại kiểu “CSV UTF-8 (Comma delimited)”, không chọn “CSV (Macintosh)”.",
        "Save as “CSV UTF-8 (Comma delimited)”, not “CSV (Macintosh)”.",
    ),
    wrong="indicator,agency\\rdoan-vien,quan",
    right="indicator,agency\\ndoan-vien,quan",
)
NUL = Rule(
    code="T08",
    severity="error",
    title=Text("Có ký tự rỗng (NUL) trong tệp", "A NUL character in the file"),
    reason=Text(
        "Ký tự rỗng chỉ xuất hiện khi tệp bị hỏng lúc lưu hoặc sao chép.",
        "A NUL stands in a table only after it was damaged while being saved or copied.",
    ),
    fix=Text(
        "Lấy lại tệp từ bản gốc hoặc lưu lại từ bảng tính, rồi đối chiếu các dòng gần chỗ này.",
        "Take the file from its original or save it again, and compare the lines near this place.",
    ),
    wrong="doan-vien,quan,2022,22\\x00000",
    right="doan-vien,quan,2022,22000",
)
RULES = (BOM, UTF_16, LEGACY, CR_ONLY, NUL)

_UTF_8_TABLE = Text("tệp CSV bảng mã UTF-8", "a CSV file in UTF-8")
_PIECE = 1 << 20
_WORD_ENDS = (b" ", b",", b";", b":", b"\t", b"\r", b"\n", b'"')


@dataclass(frozen=True, slots=True)
class Clean:
    """Valid UTF-8 without BOM or NUL, and what had to be mended to get there."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def clean_bytes(file: str, data: bytes) -> Clean:
    """Whatever `data` is, UTF-8 that can be read on, so that further faults are seen too."""
    found: list[Finding] = []
    if name := _utf_16(data):
        found.append(UTF_16.finding(Point(file), read=name.upper(), expected=_UTF_8_TABLE))
        data = data.decode(name, errors="replace").encode("utf-8", errors="replace")
        data = data.removeprefix(codecs.BOM_UTF8)
    elif data.startswith(codecs.BOM_UTF8):
        expected = Text(
            "tên cột đầu tiên đứng ngay đầu tệp", "the first column's name first of all"
        )
        found.append(BOM.finding(Point(file), read="BOM", expected=expected))
        data = data.removeprefix(codecs.BOM_UTF8)
    if (bad := _first_invalid(data)) is not None:
        data, finding = _from_legacy(file, data, bad)
        found.append(finding)
    if b"\x00" in data:
        found.append(_nul(file, data))
        data = data.replace(b"\x00", b"")
    if b"\r" in data and b"\n" not in data and len(data.rstrip(b"\r").split(b"\r", 1)) == 2:
        expected = Text("dấu xuống dòng LF hoặc CRLF", "line ends LF or CRLF")
        found.append(CR_ONLY.finding(Point(file), read="CR", expected=expected))
    return Clean(data, tuple(found))


def read_lines(data: bytes) -> Iterator[str]:
    """Clean UTF-8 by lines with their ends, decoded as it is read: a big file is never held twice."""
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")


def _utf_16(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:64]
    if len(head) >= 8 and len(head) % 2 == 0:
        if not any(head[1::2]) and all(head[0::2]):
            return "utf-16-le"
        if not any(head[0::2]) and all(head[1::2]):
            return "utf-16-be"
    return None


def _first_invalid(data: bytes) -> int | None:
    """The offset of the first byte that is not UTF-8; pieces bound the memory that this takes."""
    if data.isascii():
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PIECE):
        before = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + _PIECE], final=start + _PIECE >= len(data))
        except UnicodeDecodeError as error:
            return start - before + error.start
    return None


def _from_legacy(file: str, data: bytes, bad: int) -> tuple[bytes, Finding]:
    where = _point(file, data, bad)
    name, text = guess_legacy(data)
    word = word_at(data, bad)
    return text.encode("utf-8", errors="replace"), LEGACY.finding(
        where,
        read=word.decode("latin-1"),
        expected=Text("{table}; tệp này có vẻ dùng {name}", "{table}; this looks like {name}").fill(
            table=_UTF_8_TABLE, name=LEGACY_NAMES[name]
        ),
    )


def word_at(data: bytes, offset: int) -> bytes:
    """The word around a byte: what a reader can look for in the file."""
    first = max(data.rfind(mark, 0, offset) for mark in _WORD_ENDS) + 1
    found = re.compile(b'[^ ,;:\t\r\n"]*').match(data, first)
    return data[first : first + 40] if found is None else found[0][:40]


def _nul(file: str, data: bytes) -> Finding:
    expected = Text("không có ký tự rỗng nào", "no NUL characters")
    return NUL.finding(_point(file, data, data.index(b"\x00")), read="NUL", expected=expected)


def _point(file: str, data: bytes, offset: int) -> Point:
    """Line and column, in characters, of a byte."""
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2]
    return Point(file, before.count(b"\n") + 1, len(line.decode("utf-8", errors="replace")) + 1)
