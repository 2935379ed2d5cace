"""Cells that may not be blank, and cells that must be."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting
from site_builder.checks.value_texts import has_control
from site_builder.model.rows import COLUMN_WORDS
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

BLANK = Rule(
    code="V19",
    severity="error",
    title=Text("Ô bắt buộc để trống", "A required cell is blank"),
    reason=Text(
        "Thiếu ô này thì không biết số liệu là của ai, kỳ nào, lấy từ đâu.",
        "Without it nobody knows whose figure it is, of when, or where it comes from.",
    ),
    fix=Text("Điền ô này theo báo cáo gốc.", "Fill the cell from the report."),
    wrong="doan-vien,quan,2022,22000,,,,Báo cáo,…",
    right="doan-vien,quan,2022,22000,,,official,Báo cáo,…",
)
FOREIGN_BREAKDOWN = Rule(
    code="V34",
    severity="error",
    title=Text("Phân tổ mà chỉ tiêu không khai báo", "A breakdown that the indicator has not"),
    reason=Text(
        "Chỉ tiêu này không chia theo cột ấy, nên dòng sẽ bị coi là một phần của số nào đó không rõ.",
        "The indicator is not broken down so; the row would be part of nobody knows what.",
    ),
    fix=Text(
        "Để trống ô này, hoặc khai báo phân tổ ở “breakdowns” của chỉ tiêu.",
        "Leave the cell blank, or declare the breakdown under the indicator's `breakdowns`.",
    ),
    wrong="tong-doan-vien,…,sex: nữ",
    right="tong-doan-vien,…,sex: (để trống)",
)
OTHER_CATEGORY = Rule(
    code="V53",
    severity="error",
    title=Text("Tên phân tổ viết khác mã ở chỉ tiêu", "A category spelt otherwise than its target"),
    reason=Text(
        "Chỉ tiêu của một phân tổ chỉ xét những dòng ghi đúng mã của phân tổ ấy.",
        "A target of a part is judged only by rows that give that part's id letter by letter.",
    ),
    fix=Text(
        "Ghi như mã ở “of” của chỉ tiêu.", "Write it as the id under the target's “of” has it."
    ),
    wrong="of: {gioi-tinh: nu} … gioi-tinh: Nữ",
    right="of: {gioi-tinh: nu} … gioi-tinh: nu",
)
RULES = (BLANK, FOREIGN_BREAKDOWN, OTHER_CATEGORY)


_IN_WORDS = ("source", "assessor")


def check_required(ledger: Ledger) -> Iterator[Hit]:
    """Blank cells in columns that need one; a blank id under a filled one is told elsewhere."""
    for name in ledger.kind.required:
        if name in ledger.codes:
            fault = Fault(BLANK, COLUMN_WORDS[name])
            said = _says_something if name in _IN_WORDS else str.strip

            def judge(
                text: str, fault: Fault = fault, said: Callable[[str], object] = said
            ) -> Fault | None:
                return None if said(text) else fault

            yield from ledger.each([ledger.column(name)], judge, point=name)


def _says_something(text: str) -> bool:
    """Whether there is a letter or digit: a dash or a dot names no report. What is hidden or a
    formula is another finding."""
    return any(map(str.isalnum, text)) or text[:1] in ("=", "@", "+", "#") or has_control(text)


def check_categories(ledger: Ledger, setting: Setting, breakdowns: Sequence[str]) -> Iterator[Hit]:
    """Categories that differ from the id in a target of that part by their letters only."""
    for name in breakdowns:
        wanted = {
            indicator.id: {t.of[name] for t in indicator.targets.values() if name in t.of}
            for indicator in setting.indicators.values()
        }

        def judge(
            indicator: str,
            category: str,
            name: str = name,
            wanted: Mapping[str, set[str]] = wanted,
        ) -> Fault | None:
            known = wanted.get(indicator, set())
            meant = _as_id(category)
            if category in known or meant not in known:
                return None
            return Fault(OTHER_CATEGORY, same(meant), suggestion=meant, column=name)

        if any(wanted.values()):
            yield from ledger.each([ledger.column("indicator"), ledger.column(name)], judge)


def _as_id(category: str) -> str:
    """The words as an id would be made of them: `Nữ` → `nu`."""
    letters = unicodedata.normalize("NFD", category.casefold().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join("".join(x if x.isalnum() else " " for x in plain).split())


def check_breakdown_cells(
    ledger: Ledger, setting: Setting, breakdowns: Sequence[str]
) -> Iterator[Hit]:
    """Filled breakdown cells of indicators that do not declare the breakdown."""
    for name in breakdowns:

        def judge(indicator: str, category: str, name: str = name) -> Fault | None:
            known = setting.indicators.get(indicator)
            if known is None or category == "" or name in known.breakdowns:
                return None
            return Fault(FOREIGN_BREAKDOWN, Text("ô để trống", "a blank cell"), column=name)

        yield from ledger.each([ledger.column("indicator"), ledger.column(name)], judge)
