"""What may stand in no cell: spreadsheet errors, formulas, control characters, stray spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.terms.characters import NONCHARACTERS
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

EXCEL_ERROR = Rule(
    code="V07",
    severity="error",
    title=Text("Lỗi công thức của bảng tính", "A spreadsheet's error"),
    reason=Text(
        "#REF!, #N/A, #DIV/0!… là thông báo lỗi của bảng tính, không phải số liệu.",
        "#REF!, #N/A, #DIV/0! and the like are messages of a spreadsheet, not data.",
    ),
    fix=Text(
        "Sửa công thức trong bảng tính gốc, rồi dán giá trị đúng vào ô này.",
        "Mend the formula in the original spreadsheet and paste its value here.",
    ),
    wrong="#REF!",
    right="22000",
)
FORMULA = Rule(
    code="V08",
    severity="error",
    title=Text("Công thức trong ô", "A formula in a cell"),
    reason=Text(
        "Tệp số liệu chỉ chứa giá trị; công thức có thể chạy trên máy người mở tệp.",
        "The file holds values only; a formula may run on the machine of whoever opens it.",
    ),
    fix=Text(
        "Dán giá trị (Paste Values) thay cho công thức.", "Paste the value instead of the formula."
    ),
    wrong="=B2+B3",
    right="22000",
)
SPACES = Rule(
    code="V11",
    severity="error",
    title=Text("Dấu cách thừa ở đầu hoặc cuối ô", "Spaces around a cell"),
    reason=Text(
        "Dấu cách thừa làm hai ô trông giống nhau mà máy coi là khác nhau.",
        "Stray spaces make two cells that look the same differ.",
    ),
    fix=Text("Xóa dấu cách thừa.", "Delete the spaces."),
    wrong="␣official",
    right="official",
)
CONTROL = Rule(
    code="V20",
    severity="error",
    title=Text("Ký tự điều khiển ẩn trong ô", "A hidden control character"),
    reason=Text(
        "Ký tự ẩn có thể làm sai lệch chữ hiện trên màn hình hoặc điều khiển máy người đọc.",
        "Hidden characters can disguise what the screen shows or steer the reader's machine.",
    ),
    fix=Text(
        "Xóa cả ô rồi gõ lại (không dán).", "Clear the cell and type it again, without pasting."
    ),
    wrong="Báo cáo\\u202e quý I",
    right="Báo cáo quý I",
)
RULES = (EXCEL_ERROR, FORMULA, SPACES, CONTROL)

_ERROR = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|N/A!)",
    re.IGNORECASE,
)
_NARROW = re.compile("##+")
_FORMULA = re.compile(r"[=@]\s*\S|[+-](?:[A-Za-z]{1,3}\$?\d+\b|[A-Za-z.]+\(|\d+[+*/|])", re.DOTALL)
_NUMBER_FORMULA = re.compile(r"[=@]|[+-]\s*[A-Za-z(]|'\s*[=+]|[+]?[\d.]+[+*/][\d.]+$")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb"
    f"\u200b\u2028\u2029\u2060\ufeff{NONCHARACTERS}]"
)
_VALUE = Text("giá trị, không phải công thức", "a value, not a formula")


def check_texts(ledger: Ledger, other: tuple[str, ...]) -> Iterator[Hit]:
    """Control characters in any column; errors and formulas in the columns that hold words.

    `other` are the columns whose own rules look for errors and formulas.
    """
    for name in ledger.codes:
        column = [ledger.column(name)]
        if name not in other:
            yield from ledger.each(column, _judge_control, _judge_words, point=name)
        else:
            yield from ledger.each(column, _judge_control, point=name)


def excel_fault(text: str, *, number: bool = False) -> Fault | None:
    """A spreadsheet's error or a formula; in a number cell a leading `+` or `'` as well."""
    if _NARROW.fullmatch(text.strip()):
        expected = Text("giá trị của ô", "the cell's value")
        fix = Text(
            "Cột trong bảng tính quá hẹp nên chỉ lưu được dấu #: nới rộng cột rồi lưu lại.",
            "The spreadsheet's column is too narrow and only # was saved: widen it and save again.",
        )
        return Fault(EXCEL_ERROR, expected, fix)
    if _ERROR.fullmatch(text.strip()):
        expected = Text(
            "giá trị mà công thức phải cho ra", "the value that the formula should give"
        )
        return Fault(EXCEL_ERROR, expected)
    if _FORMULA.match(text) or (number and _NUMBER_FORMULA.match(text)):
        return Fault(FORMULA, _VALUE)
    return None


def odd_spaces(text: str, suggestion: str | None) -> Fault | None:
    """Spaces around a cell that would be right without them: only then is that its fault."""
    if text == text.strip() or suggestion is None:
        return None
    return Fault(SPACES, same(suggestion), suggestion=suggestion)


def has_control(text: str) -> bool:
    """Whether a cell holds a character that hides, reorders or commands."""
    return not (text.isascii() and text.isprintable()) and _CONTROL.search(text) is not None


def _judge_words(text: str) -> Fault | None:
    if text[:1] in ("=", "@", "+", "-", "#"):
        return excel_fault(text)
    return None


def _judge_control(text: str) -> Fault | None:
    if not has_control(text):
        return None
    match = _CONTROL.search(text)
    assert match is not None
    expected = Text("không có {name} ({code})", "no {name} ({code})").fill(
        code=f"U+{ord(match[0]):04X}", name=_hidden_name(match[0])
    )
    return Fault(CONTROL, expected)


def _hidden_name(char: str) -> Text:
    name = unicodedata.name(char, "").lower()
    if unicodedata.category(char) == "Cc":
        return Text("ký tự điều khiển", "control character")
    if "right" in name or "left" in name or "directional" in name:
        return Text("ký tự ẩn đổi chiều chữ", f"hidden {name}")
    return Text("ký tự ẩn", f"hidden {name}")
