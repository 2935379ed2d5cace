"""Ids and fixed words: known ones, near ones, and ones that only look known."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.value_texts import excel_fault, has_control, odd_spaces
from site_builder.model.base import Words
from site_builder.sources.table_near import Nearest, fold
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

UNKNOWN_ID = Rule(
    code="V16",
    severity="error",
    title=Text("Mã không có trong kế hoạch hoặc danh mục", "An unknown id"),
    reason=Text(
        "Số liệu ghi dưới mã lạ không thuộc về chỉ tiêu, nhiệm vụ hay đơn vị nào.",
        "Figures under an unknown id belong to no indicator, duty or body.",
    ),
    fix=Text(
        "Sửa mã cho khớp tệp kế hoạch hoặc danh mục cơ quan (plans/agencies.yml).",
        "Correct the id as in the plan's file or the list of bodies (plans/agencies.yml).",
    ),
    wrong="doan-vein",
    right="doan-vien",
)
LOOK_ALIKE_ID = Rule(
    code="V17",
    severity="error",
    title=Text("Mã trông giống nhưng không phải", "An id that only looks right"),
    reason=Text(
        "Chữ O thay số 0, chữ Kirin thay chữ Latinh, dấu cách ẩn hay chữ hoa: mắt khó thấy, máy "
        "coi là mã khác.",
        "A letter O for 0, a Cyrillic letter, a hidden space or a capital: hard to see, and "
        "another id to a machine.",
    ),
    fix=Text("Xóa ô rồi gõ lại mã, không dán.", "Clear the cell and type the id, without pasting."),
    wrong="dоan-vien (о Kirin)",
    right="doan-vien",
)
UNKNOWN_WORD = Rule(
    code="V18",
    severity="error",
    title=Text("Từ không có trong danh sách quy định", "A word that is not on the list"),
    reason=Text(
        "Cột này chỉ nhận các từ quy định, để trang công bố dịch và tô màu đúng.",
        "This column takes the listed words only, so that the site words and colours them right.",
    ),
    fix=Text("Ghi một trong các từ ở mục “cần có”.", "Write one of the expected words."),
    wrong="chính thức",
    right="official",
)
RULES = (UNKNOWN_ID, LOOK_ALIKE_ID, UNKNOWN_WORD)

WORDS: dict[str, dict[str, str]] = {
    "state": {
        "official": "chính thức", "provisional": "tạm tính", "estimate": "ước",
        "illustrative": "minh họa",
    },
    "progress": {
        "not_started": "chưa thực hiện", "in_progress": "đang thực hiện", "done": "đã hoàn thành",
    },
    "verdict": {"met": "đạt", "not_met": "không đạt", "not_assessed": "chưa đánh giá"},
}  # fmt: skip
"""The fixed words of a column and what each means in Vietnamese."""
_ALSO = {
    "so-bo": "provisional", "uoc-tinh": "estimate", "so-uoc": "estimate", "minh-hoa": "illustrative",
    "hoan-thanh": "done", "da-xong": "done", "xong": "done", "chua-bat-dau": "not_started",
    "dang-lam": "in_progress", "chua-dat": "not_met",
}  # fmt: skip

_SCRIPTS = {"cyrillic": "chữ Kirin", "greek": "chữ Hy Lạp", "fullwidth": "chữ rộng"}
_LONGEST_NAME = 300
_NOT_ITS_NAME = Text("Ghi mã, không ghi tên.", "Enter the id and not the name.")
_MOST_NEAR = 300
"""How many different unknown ids of one column are compared with the known ones."""


def check_ids(
    ledger: Ledger, column: str, known: Mapping[str, object], what: Text
) -> Iterator[Hit]:
    """Every id of a column that is not among the known; `what` names what it should be."""
    yield from ledger.each([ledger.column(column)], _id_judge(known, what), point=column)


def check_words(ledger: Ledger) -> Iterator[Hit]:
    """Every cell of a column of fixed words that is none of them."""
    for column in WORDS:
        if column in ledger.kind.columns:
            yield from ledger.each([ledger.column(column)], _word_judge(column), point=column)


def _id_judge(known: Mapping[str, object], what: Text) -> Callable[[str], Fault | None]:
    compared = 0

    @cache
    def nearest() -> Nearest:
        return Nearest(sorted(known))

    @cache
    def by_name() -> dict[str, str | None]:
        return _by_name(known)

    def judge(text: str) -> Fault | None:
        nonlocal compared
        if text == "" or text in known or has_control(text):
            return None
        if fault := excel_fault(text):
            return fault
        if alike := nearest().same_shape(text):
            expected = Text("{id}; ô này có {odd}", "{id}; this cell has {odd}")
            odd = _oddity(text, alike)
            return Fault(LOOK_ALIKE_ID, expected.fill(id=alike, odd=odd), suggestion=alike)
        if len(text) <= _LONGEST_NAME and (named := by_name().get(fold(text))):
            return Fault(UNKNOWN_ID, same(named), _NOT_ITS_NAME, named)
        compared += 1
        near = nearest().near(text) if compared <= _MOST_NEAR else None
        fix = None
        if near is not None:
            fix = Text("Có phải “{near}” không? Nếu phải, ghi đúng như vậy.",
                       "Did you mean “{near}”? If so, write it exactly so.").fill(near=near)  # fmt: skip
        return Fault(UNKNOWN_ID, what, fix, suggestion=near)

    return judge


def _by_name(known: Mapping[str, object]) -> dict[str, str | None]:
    """What people write instead of an id: its name, folded; None where two ids share it."""
    found: dict[str, str | None] = {}
    for id_, thing in known.items():
        words = (getattr(thing, "name", None), getattr(thing, "short", None))
        for name in {fold(word.vi) for word in words if isinstance(word, Words)}:
            found[name] = id_ if name not in found else None
    return found


def _oddity(text: str, meant: str) -> Text:
    """The first thing in `text` that makes it another id than `meant`."""
    for char in text:
        if not (char.isascii() and (char.islower() or char.isdigit() or char in "-/_")):
            return _character(char)
    pairs = zip(text, meant, strict=False)
    wrong, right = next(((a, b) for a, b in pairs if a != b), (text[-1:], ""))
    return Text(f"“{wrong}” thay cho “{right}”", f"“{wrong}” for “{right}”")


def _character(char: str) -> Text:
    code = f"U+{ord(char):04X}"
    if char == " ":
        return Text("dấu cách", "a space")
    if char in "\u00a0\u2007\u202f":
        return Text(f"dấu cách không ngắt ({code})", f"a no-break space ({code})")
    if char in "\r\n\t":
        return Text("dấu xuống dòng", "a line break") if char != "\t" else Text("dấu Tab", "a tab")
    if unicodedata.combining(char):
        return Text(f"dấu thanh tách rời ({code})", f"a separate accent ({code})")
    if char.isascii() and char.isupper():
        return Text(f"chữ hoa “{char}”", f"a capital “{char}”")
    name = unicodedata.name(char, "").lower()
    if char in "đĐ" or len(unicodedata.normalize("NFD", char)) > 1:
        return Text(f"chữ có dấu “{char}”", f"“{char}”, a letter with a mark")
    script = next((vi for en, vi in _SCRIPTS.items() if name.startswith(en)), "ký tự lạ")
    return Text(f"{script} “{char}” ({code})", f"a foreign character “{char}” ({code}, {name})")


@cache
def _word_judge(column: str) -> Callable[[str], Fault | None]:
    words = WORDS[column]
    meanings = {fold(vi): word for word, vi in words.items()}
    meanings |= {vi: word for vi, word in _ALSO.items() if word in words}
    nearest = Nearest(words)
    expected = Text(" | ".join(f"{word} ({vi})" for word, vi in words.items()), " | ".join(words))

    def judge(text: str) -> Fault | None:
        if text == "" or text in words or has_control(text):
            return None
        plain = text.strip()
        meant = meanings.get(fold(text)) or nearest.near(text)
        return (
            excel_fault(text)
            or odd_spaces(text, plain if plain in words else None)
            or Fault(UNKNOWN_WORD, expected, suggestion=meant)
        )

    return judge
