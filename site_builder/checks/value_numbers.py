"""Number cells: a plain machine number, or what was written instead and how it can be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from site_builder.checks.table_ledger import Column, Fault, Hit, Ledger
from site_builder.checks.value_number_rules import (
    DECIMAL_COMMA,
    LOOK_ALIKE_DIGIT,
    NOT_PLAIN,
    PERCENT_SIGN,
    SPACED_THOUSANDS,
    TEXT_IN_NUMBER,
    TWO_READINGS,
    UNIT_IN_NUMBER,
)
from site_builder.checks.value_plain import number
from site_builder.checks.value_texts import excel_fault, has_control, odd_spaces
from site_builder.terms.quantity import GROUPED_NUMBER, LONGEST_NUMBER, PLAIN_NUMBER, parse_number
from site_builder.terms.text import Text, same

NUMBER_COLUMNS = ("value", "numerator", "denominator")

_PLAIN = Text("số viết liền, số lẻ dùng dấu chấm: 22000; 45.5", "a plain number: 22000; 45.5")
_SPACES = "[ '’\u00a0\u2007\u2009\u202f]"
_COMMA = re.compile(r"-?\d+,\d+")
_MIXED = re.compile(r"(-?\d{1,3}(?:\.\d{3})+),(\d+)|(-?\d{1,3}(?:,\d{3})+)\.(\d+)")
_SPACED = re.compile(rf"-?\d{{1,3}}(?:{_SPACES}\d{{3}})+(?:[.,]\d+)?")
_UNIT = re.compile(r"(-?[\d.,]*\d)\s*([^\W\d_][^\d]*)")
_LIKE_DIGITS = str.maketrans("OoОоΟοlIІ|", "0000001111")
_LIKE = re.compile(r"-?(?=.*\d)(?=.*[^\d.-])[\dOoОоΟοlIІ|]+(?:[.][\dOoОоΟοlIІ|]+)?")
_LOOSE = re.compile(r"[+]?-?\d*\.?\d*(?:[eE][+-]?\d+)?\.?")
_LONG = 200
"""A cell longer than this holds no number, and is not searched for one."""
_DATE = re.compile(r"\d{1,4}[/-](?:\d{1,2}|[A-Za-z]{3})(?:[/-]\d{1,4})?")


def check_numbers(ledger: Ledger) -> Iterator[Hit]:
    """Every number cell that is not a plain number."""
    for name in NUMBER_COLUMNS:
        cells = zip(ledger.texts(name), ledger.numbers(name), strict=True)
        odd = ["" if number is not None else text for text, number in cells]
        yield from ledger.each([Column(ledger.codes[name], odd)], judge_number, point=name)


def judge_number(text: str) -> Fault | None:
    """What is wrong with a number cell; blank is not wrong here."""
    if text == "" or has_control(text) or number(text) is not None:
        return None
    if len(text) > _LONG:
        return Fault(TEXT_IN_NUMBER, _PLAIN)
    return (
        excel_fault(text, number=True)
        or _apostrophe(text)
        or _too_long(text)
        or odd_spaces(text, _plain(text.strip()))
        or _grouped(text)
        or _spaced(text)
        or _with_suffix(text)
        or _look_alike(text)
        or _loose(text)
        or _words(text)
    )


def _apostrophe(text: str) -> Fault | None:
    """A spreadsheet's mark for “this is text”, which came along into the file."""
    if not text.startswith(("'", "’")):
        return None
    meant = _plain(text[1:].strip())
    fix = Text("Xóa dấu nháy ở đầu ô.", "Delete the apostrophe at the start.")
    return None if meant is None else Fault(NOT_PLAIN, same(meant), fix, meant)


def _too_long(text: str) -> Fault | None:
    if len(text) <= LONGEST_NUMBER or not PLAIN_NUMBER.fullmatch(text):
        return None
    expected = Text("số không quá {n} ký tự", "a number of at most {n} characters")
    fix = Text(
        "Đối chiếu với báo cáo gốc; số này quá dài.", "Look at the report: this is too long."
    )
    return Fault(NOT_PLAIN, expected.fill(n=LONGEST_NUMBER), fix)


def _plain(text: str) -> str | None:
    """`text`, if it is a plain number: a suggestion is itself checked before it is made."""
    try:
        parse_number(text)
    except ValueError:
        return None
    return text


def _grouped(text: str) -> Fault | None:
    if GROUPED_NUMBER.fullmatch(text):
        whole = re.sub("[.,]", "", text)
        if len(re.findall("[.,]", text)) > 1:
            return Fault(TWO_READINGS, same(whole), suggestion=_plain(whole))
        expected = Text("{whole} hoặc {decimal}", "{whole} or {decimal}")
        readings = expected.fill(whole=whole, decimal=_as_decimal(text))
        fix = Text(
            "Nếu là số nguyên, ghi {whole}; nếu là số lẻ, ghi {decimal}. Đối chiếu với báo cáo gốc.",
            "Write {whole} for the whole number or {decimal} for the decimal; look at the report.",
        ).fill(whole=whole, decimal=_as_decimal(text))
        return Fault(TWO_READINGS, readings, fix)
    if match := _MIXED.fullmatch(text):
        whole, decimals = (match[1], match[2]) if match[1] else (match[3], match[4])
        meant = re.sub("[.,]", "", whole) + "." + decimals
        return Fault(DECIMAL_COMMA, same(meant), suggestion=_plain(meant))
    if _COMMA.fullmatch(text):
        meant = text.replace(",", ".")
        return Fault(DECIMAL_COMMA, same(meant), suggestion=_plain(meant))
    return None


def _both(number: str) -> Text:
    """What to do about a number that has two readings and words or a sign beside it."""
    whole = re.sub("[.,]", "", number)
    if len(re.findall("[.,]", number)) > 1:
        return Text("Ghi {n}, không kèm chữ hay dấu.", "Write {n} and nothing else.").fill(n=whole)
    return Text(
        "Không kèm chữ hay dấu: nếu là số nguyên, ghi {whole}; nếu là số lẻ, ghi {decimal}.",
        "Nothing but the number: {whole} for the whole number or {decimal} for the decimal.",
    ).fill(whole=whole, decimal=_as_decimal(number))


def _as_decimal(text: str) -> str:
    """The decimal reading, written so that it has no other: 22.000 → 22; 12.345 → 12.3450."""
    whole, _, decimals = text.replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    if not decimals:
        return whole
    return f"{whole}.{decimals}0" if len(decimals) == 3 else f"{whole}.{decimals}"


def _spaced(text: str) -> Fault | None:
    if not _SPACED.fullmatch(text):
        return None
    meant = re.sub(_SPACES, "", text).replace(",", ".")
    return Fault(SPACED_THOUSANDS, same(meant), suggestion=_plain(meant))


def _with_suffix(text: str) -> Fault | None:
    if text.endswith(("%", "％")):
        number = text[:-1].strip()
        if (grouped := _grouped(number)) and grouped.rule is TWO_READINGS:
            return Fault(PERCENT_SIGN, grouped.expected, _both(number))
        meant = _plain(number.replace(",", "."))
        return Fault(PERCENT_SIGN, same(meant) if meant else _PLAIN, suggestion=meant)
    match = _UNIT.fullmatch(text)
    if match and not _LIKE.fullmatch(text) and not _LOOSE.fullmatch(text):
        number = match[1]
        if (grouped := _grouped(number)) and grouped.rule is TWO_READINGS:
            return Fault(UNIT_IN_NUMBER, grouped.expected, _both(number))
        meant = _plain(number if "." in number else number.replace(",", "."))
        return Fault(UNIT_IN_NUMBER, same(meant) if meant else _PLAIN, suggestion=meant)
    return None


def _look_alike(text: str) -> Fault | None:
    if not _LIKE.fullmatch(text):
        return None
    meant = _plain(text.translate(_LIKE_DIGITS))
    return Fault(LOOK_ALIKE_DIGIT, same(meant) if meant else _PLAIN, suggestion=meant)


def _loose(text: str) -> Fault | None:
    """Numbers that a person or a spreadsheet writes and a plain reader does not take."""
    ascii_text = (
        unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").replace("–", "-")
    )
    if not (ascii_text and _LOOSE.fullmatch(ascii_text) and re.search(r"\d", ascii_text)):
        return None
    meant = None
    if not re.search("[eE]", ascii_text):
        sign = "-" if "-" in ascii_text else ""
        whole, _, decimals = ascii_text.strip("+-").partition(".")
        meant = _plain(sign + (whole.lstrip("0") or "0") + (f".{decimals}" if decimals else ""))
    return Fault(NOT_PLAIN, same(meant) if meant else _PLAIN, suggestion=meant)


def _words(text: str) -> Fault:
    fix = None
    if _DATE.fullmatch(text):
        fix = Text(
            "Bảng tính đã tự đổi số thành ngày tháng; lấy lại số từ báo cáo gốc.",
            "A spreadsheet has turned the number into a date; take it from the report again.",
        )
    return Fault(TEXT_IN_NUMBER, _PLAIN, fix)
