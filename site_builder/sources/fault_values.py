"""Single values that are not what their place takes: words, numbers, dates, clauses, ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from site_builder.sources.fault_bounds import bounds
from site_builder.sources.fault_keys import empty_value
from site_builder.sources.faults import Fault
from site_builder.sources.near import did_you_mean, fold, near
from site_builder.sources.shape import Shape, key_shape, shape_at
from site_builder.terms.finding import Finding
from site_builder.terms.period import parse_period
from site_builder.terms.quantity import GROUPED_NUMBER
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

WORD = Rule(
    code="P005",
    severity="error",
    title=Text("Từ không có trong danh sách cho phép", "Word not in the closed list"),
    reason=Text(
        "Chỗ này chỉ nhận một trong vài từ khóa, vì cách tính và cách hiện tùy theo nó.",
        "This place takes one of a few words, for reckoning and display depend on it.",
    ),
    fix=Text("Chọn một từ trong danh sách.", "Choose a word from the list."),
    wrong="measures: stok",
    right="measures: stock",
)
TWO_READINGS = Rule(
    code="Y020",
    severity="error",
    title=Text("Số đọc được hai cách", "Number with two readings"),
    reason=Text(
        "“24.000” với người Việt là hai mươi bốn nghìn, với máy là hai mươi bốn; không được đoán.",
        "“24.000” is twenty-four thousand to a Vietnamese reader and twenty-four to a machine; "
        "nothing is guessed.",
    ),
    fix=Text(
        "Viết số liền nhau, không dấu phân cách (24000); nếu thật là số thập phân thì bỏ số 0 cuối "
        "(24.0).",
        "Write the digits without separators (24000); if it is a decimal number, drop the last "
        "zeros (24.0).",
    ),
    wrong="about: 24.000",
    right="about: 24000",
)
NUMBER = Rule(
    code="P006",
    severity="error",
    title=Text("Không phải số viết theo cách của máy", "Not a plain machine number"),
    reason=Text(
        "Số trong kho chỉ gồm chữ số, dấu trừ ở đầu và dấu chấm thập phân; đơn vị đã có khóa “unit”.",
        "Numbers here are digits, a leading minus and a decimal point; the unit has its own key.",
    ),
    fix=Text(
        "Viết như 22000 hoặc 45.5, không kèm đơn vị, dấu %, dấu cách hay dấu phẩy.",
        "Write it like 22000 or 45.5, without a unit, percent sign, space or comma.",
    ),
    wrong="at_least: 45,5%",
    right="at_least: 45.5",
)
WHOLE = Rule(
    code="P007",
    severity="error",
    title=Text("Phải là số nguyên", "Must be a whole number"),
    reason=Text("Chỗ này đếm người hoặc đơn vị.", "This place counts people or bodies."),
    fix=Text("Bỏ phần thập phân.", "Drop the decimals."),
    wrong="count: 14.5",
    right="count: 14",
)
FLAG = Rule(
    code="P008",
    severity="error",
    title=Text("Phải là true hoặc false", "Must be true or false"),
    reason=Text(
        "“yes”, “có”, “1” mỗi phần mềm hiểu một khác.",
        "“yes”, “on” and “1” mean different things to different programs.",
    ),
    fix=Text("Viết true (có) hoặc false (không).", "Write true or false."),
    wrong="report: yes",
    right="report: true",
)
PERIOD = Rule(
    code="P009",
    severity="error",
    title=Text("Không phải ngày hoặc kỳ", "Not a date or period"),
    reason=Text(
        "Ngày viết theo một cách duy nhất để không lẫn ngày với tháng; độ chính xác giữ như văn bản.",
        "Dates are written one way, so that day and month are never mixed up; their precision is "
        "kept as printed.",
    ),
    fix=Text(
        "Viết năm trước: 2021-10-15 (ngày), 2021-09 (tháng), 2021-Q4 (quý), 2021-H1 (6 tháng), 2021.",
        "Write the year first: 2021-10-15, 2021-09 (month), 2021-Q4, 2021-H1 (half-year), 2021.",
    ),
    wrong="issued: 15/10/2021",
    right="issued: 2021-10-15",
)
CLAUSE = Rule(
    code="P010",
    severity="error",
    title=Text("Cách ghi mục, điểm không đúng", "Clause in another form"),
    reason=Text(
        "Mục, điểm là địa chỉ cố định để dẫn từ trang web về văn bản.",
        "A clause is the permanent address that leads from the site back to the document.",
    ),
    fix=Text(
        "Nối bằng dấu chấm, không dấu cách: II.2.1; gạch đầu dòng thứ ba của III.2 là III.2-3; phụ "
        "lục là PL.",
        "Join the parts by points without spaces: II.2.1; the third dash under III.2 is III.2-3; "
        "an annex is PL.",
    ),
    wrong="clause: Mục II, điểm 2",
    right="clause: II.2",
)
IDENTIFIER = Rule(
    code="P011",
    severity="error",
    title=Text("Mã viết không đúng", "Id in another form"),
    reason=Text(
        "Mã là địa chỉ cố định trên trang web: chỉ chữ thường không dấu, số và gạch nối. Chữ Nga hay "
        "Hy Lạp trông giống chữ Latinh cũng là chữ khác.",
        "An id is a permanent address: lower-case letters without accents, digits and hyphens "
        "only. A Cyrillic or Greek letter that looks Latin is another letter.",
    ),
    fix=Text("Viết lại mã theo mẫu.", "Write the id in this form."),
    wrong="id: Đoàn_viên",
    right="id: doan-vien",
)
RULES = (TWO_READINGS, WORD, NUMBER, WHOLE, FLAG, PERIOD, CLAUSE, IDENTIFIER)


_TWO_WAYS = Text(
    "Viết {whole} nếu dấu ấy ngăn hàng nghìn, viết {decimal} nếu là số thập phân.",
    "Write {whole} if the mark separates thousands, {decimal} if this is a decimal number.",
)


def _word(fault: Fault) -> Finding:
    shape = _place_shape(fault)
    words = [str(word) for word in get_args(shape.type)] if shape else []
    expected = Text("một trong: ", "one of: ")
    expected = Text(expected.vi + ", ".join(words), expected.en + ", ".join(words))
    if fault.value is None and fault.part == "value":
        return empty_value(fault, expected)
    guess = near(fault.read, words)
    fix = did_you_mean(guess) if guess else None
    return WORD.finding(fault.where, read=fault.read, expected=expected, fix=fix, suggestion=guess)


def _number(fault: Fault) -> Finding:
    expected = Text("một số, như 22000 hoặc 45.5", "a number, like 22000 or 45.5")
    if fault.value is None:
        return empty_value(fault, expected)
    read = fault.read
    if GROUPED_NUMBER.fullmatch(read):
        whole, decimal = re.sub("[.,]", "", read), _decimal(read)
        return TWO_READINGS.finding(
            fault.where,
            read=read,
            expected=Text(
                f"một cách đọc: {whole} hoặc {decimal}", f"one reading: {whole} or {decimal}"
            ),
            fix=_TWO_WAYS.fill(whole=whole, decimal=decimal),
        )
    guess = _checked(_place_shape(fault), _plain_number(read))
    fix = did_you_mean(guess) if guess else None
    return NUMBER.finding(fault.where, read=read, expected=expected, fix=fix, suggestion=guess)


def _decimal(read: str) -> str:
    """`24.000` as a machine's decimal; of several groups only the first mark can be a point."""
    first, _, rest = read.replace(",", ".").partition(".")
    return f"{first}.{rest.replace('.', '').rstrip('0') or '0'}"


def _plain_number(read: str) -> str:
    """The number that was evidently meant, where taking off one thing makes it plain."""
    bare = re.sub(r"\s*%$", "", read.strip()).replace(" ", "").replace("_", "")
    if bare.count(",") == 1 and "." not in bare:
        bare = bare.replace(",", ".")
    return bare


def _whole(fault: Fault) -> Finding:
    expected = Text("một số nguyên", "a whole number")
    return WHOLE.finding(fault.where, read=fault.read, expected=expected)


def _flag(fault: Fault) -> Finding:
    meant = {"yes": "true", "on": "true", "có": "true", "no": "false", "off": "false"}
    guess = meant.get(fault.read.lower()) or (
        fault.read.lower() if fault.read.lower() in ("true", "false") else None
    )
    expected = Text("true hoặc false", "true or false")
    if fault.value is None:
        return empty_value(fault, expected)
    return FLAG.finding(fault.where, read=fault.read, expected=expected, suggestion=guess)


_VIETNAMESE_DATE = re.compile(r"(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?([12]\d{3})")
_ISO_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_NO_SUCH_DAY = Text(
    "Ngày hoặc tháng này không có thật; đối chiếu với văn bản.",
    "There is no such day or month; look at the document.",
)
_ISO_LOOSE = re.compile(r"([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?")


def _period(fault: Fault) -> Finding:
    shape = _place_shape(fault)
    expected = Text("một ngày hoặc kỳ, như 2021-10-15", "a day or period, like 2021-10-15")
    if fault.kind == "target_key":
        expected = Text("một kỳ, như 2025, hoặc undated", "a period, like 2025, or undated")
    elif shape is not None and not shape.accepts("2021"):
        expected = Text("một ngày, như 2021-10-15", "a day, like 2021-10-15")
    if fault.value is None and fault.part == "value":
        return empty_value(fault, expected)
    guess = _checked(shape, _iso(fault.read))
    fix = did_you_mean(guess) if guess else None
    if _ISO_DAY.fullmatch(fault.read) and not _exists(fault.read):
        fix = _NO_SUCH_DAY
    return PERIOD.finding(
        fault.where, read=fault.read, expected=expected, fix=fix, suggestion=guess
    )


def _exists(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _place_shape(fault: Fault) -> Shape | None:
    if fault.part == "key":
        return key_shape(fault.model, fault.root, fault.path)
    return shape_at(fault.model, fault.root, fault.path)


def _checked(shape: Shape | None, guess: str | None) -> str | None:
    """The guess, if it would be right in this place."""
    return guess if guess is not None and shape is not None and shape.accepts(guess) else None


def _iso(read: str) -> str | None:
    """`15/10/2021` or `2021-9-7` as this language writes it."""
    if found := _ISO_LOOSE.fullmatch(read.strip()):
        year, month, number = found[1], found[2], found[3]
    elif found := _VIETNAMESE_DATE.fullmatch(read.strip()):
        number, month, year = found[1], found[2], found[3]
    else:
        return None
    return "-".join([year, *(f"{int(part):02d}" for part in (month, number) if part)])


def _clause(fault: Fault) -> Finding:
    expected = Text("mục, điểm như II.2.1 hoặc PL", "a clause like II.2.1 or PL")
    if fault.value is None:
        return empty_value(fault, expected)
    return CLAUSE.finding(fault.where, read=fault.read, expected=expected)


def _identifier(fault: Fault) -> Finding:
    read = fault.read
    guess = re.sub(r"[^a-z0-9]+", "-", fold(read)).strip("-")
    foreign = [char for char in fold(read) if char.isalpha() and not char.isascii()]
    expected = Text("mã như doan-vien", "an id like doan-vien")
    if foreign:
        # A letter of another script: which Latin one was meant is the author's to say.
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(foreign))
        retype = Text(f"Gõ lại chữ {named} bằng chữ Latinh.", f"Type {named} as a Latin letter.")
        return IDENTIFIER.finding(fault.where, read=read, expected=expected, fix=retype)
    checked = _checked(_place_shape(fault), guess)
    fix = did_you_mean(checked) if checked else None
    return IDENTIFIER.finding(
        fault.where, read=read, expected=expected, fix=fix, suggestion=checked
    )


FINDINGS: Mapping[str, Callable[[Fault], Finding]] = {
    "literal_error": _word,
    "number": _number,
    "whole_number": _whole,
    "greater_than_equal": bounds,
    "less_than_equal": bounds,
    "flag": _flag,
    "period": _period,
    "day": _period,
    "target_key": _period,
    "clause": _clause,
    "string_pattern_mismatch": _identifier,
}
