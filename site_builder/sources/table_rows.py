"""The shape of single rows: cells too many or too few, blank and total rows, merged cells, quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.sources.table_draft import Draft
from site_builder.sources.table_near import fold
from site_builder.sources.table_records import LONGEST_CELL, QuoteFault
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

BLANK_ROW = Rule(
    code="T15",
    severity="warning",
    title=Text("Dòng trống", "A blank row"),
    reason=Text(
        "Dòng trống thường là dấu vết của dòng đã xóa dở hoặc của bảng in.",
        "A blank row is often left from a half-deleted row or a printed table.",
    ),
    fix=Text("Xóa dòng trống.", "Delete the blank row."),
    wrong=",,,,,,,,,",
    right="(không có dòng trống)",
)
TOTAL_ROW = Rule(
    code="T16",
    severity="error",
    title=Text("Dòng cộng", "A row of totals"),
    reason=Text(
        "Dòng cộng làm số liệu bị tính hai lần; tổng được hệ thống tự cộng, hoặc ghi thành một dòng "
        "số liệu của cơ quan toàn bộ.",
        "A total row counts figures twice; totals are computed, or stand as a row of the body "
        "that stands for the whole.",
    ),
    fix=Text(
        "Xóa dòng này; nếu báo cáo có ghi tổng số thì nhập thành một dòng với mã cơ quan toàn bộ.",
        "Delete the row; a total that the report states is entered under the whole body's id.",
    ),
    wrong="Tổng cộng,,2022,22000,…",
    right="doan-vien,quan,2022,22000,…",
)
MERGED = Rule(
    code="T17",
    severity="error",
    title=Text("Ô mã để trống dưới ô đã ghi", "A blank id under a filled one"),
    reason=Text(
        "Ô gộp (merge) trong bảng tính chỉ lưu giá trị ở dòng đầu; các dòng dưới mất mã.",
        "A merged cell of a spreadsheet keeps its value in the first row only; the rest lose it.",
    ),
    fix=Text(
        "Bỏ gộp ô và ghi đủ mã vào từng dòng.", "Unmerge the cells and fill the id into each row."
    ),
    wrong="doan-vien,xa-a,2022,10\\n,xa-b,2022,12",
    right="doan-vien,xa-a,2022,10\\ndoan-vien,xa-b,2022,12",
)
UNCLOSED_QUOTE = Rule(
    code="T18",
    severity="error",
    title=Text("Dấu nháy kép mở mà không đóng", "A quote that never closes"),
    reason=Text(
        "Từ dấu nháy này trở đi, phần mềm khác sẽ nuốt các dòng sau vào một ô mà không báo gì.",
        "From this quote on, other programs silently swallow the following rows into one cell.",
    ),
    fix=Text(
        "Thêm dấu nháy kép đóng ở cuối ô, hoặc xóa dấu nháy mở.",
        "Add the closing quote at the end of the cell, or delete the opening one.",
    ),
    wrong='doan-vien,quan,2022,22000,"Báo cáo quý I',
    right='doan-vien,quan,2022,22000,"Báo cáo quý I"',
)
INNER_QUOTE = Rule(
    code="T19",
    severity="error",
    title=Text("Dấu nháy kép ở giữa ô chưa viết đôi", "A quote inside a cell is not doubled"),
    reason=Text(
        "Trong ô đặt giữa hai dấu nháy kép, mỗi dấu nháy của nội dung phải viết hai lần, nếu không "
        "ô bị cắt ngang.",
        "In a quoted cell each quote of the text must stand twice, or the cell is cut short.",
    ),
    fix=Text(
        'Viết đôi dấu nháy bên trong (""), hoặc dùng “ ” thay cho dấu nháy thẳng.',
        'Double the inner quotes (""), or use “ ” instead of straight quotes.',
    ),
    wrong='"Báo cáo "quý I" năm 2022"',
    right='"Báo cáo ""quý I"" năm 2022"',
)
HUGE_CELL = Rule(
    code="T20",
    severity="error",
    title=Text("Ô quá dài", "A huge cell"),
    reason=Text(
        "Bảng tính chỉ giữ được 32.767 ký tự trong một ô; ô dài hơn thường là do dán nhầm.",
        "A spreadsheet keeps 32,767 characters in a cell; a longer one is usually a wrong paste.",
    ),
    fix=Text(
        "Rút ngắn ô; nội dung dài để ở báo cáo và chỉ dẫn nguồn.",
        "Shorten the cell; keep long text in the report and name the source.",
    ),
    wrong="(40.000 ký tự)",
    right="(một câu ghi chú)",
)
RULES = (BLANK_ROW, TOTAL_ROW, MERGED, UNCLOSED_QUOTE, INNER_QUOTE, HUGE_CELL)

_TOTALS = frozenset(
    ("tong", "tong-cong", "tong-so", "cong", "cong-don", "toan-bo", "total", "sum", "grand-total")
)


def quote_findings(draft: Draft) -> Iterator[Finding]:
    """Quotes that never close and quotes inside a cell, where they open."""
    for record, (fault, position, read) in draft.quotes.items():
        yield _quote(Cell(draft.file, record, draft.column_at(position)), fault, read)


def _quote(where: Cell, fault: QuoteFault, read: str) -> Finding:
    if fault == "unclosed":
        expected = Text("dấu nháy kép đóng ở cuối ô này", "a closing quote at the end of this cell")
        return UNCLOSED_QUOTE.finding(where, read=read, expected=expected)
    expected = Text("dấu nháy bên trong được viết đôi", "inner quotes doubled")
    return INNER_QUOTE.finding(where, read=read, expected=expected)


def rows_without_id(draft: Draft, keys: Sequence[str]) -> tuple[set[int], list[Finding]]:
    """Blank rows, total rows and leftovers of merged cells: none of them is judged further."""
    skip = set(draft.unread)
    found = list(_blank_rows(draft, skip))
    found += _total_rows(draft, keys, skip)
    for key in keys:
        if key in draft.codes:
            found += _merged(draft, key, skip)
    return skip, found


def _blank_rows(draft: Draft, skip: set[int]) -> Iterator[Finding]:
    """One finding for each run of blank rows."""
    runs: list[list[int]] = []
    for record in _blank_everywhere(draft):
        skip.add(record)
        if runs and record == runs[-1][-1] + 1:
            runs[-1].append(record)
        else:
            runs.append([record])
    for run in runs:
        expected = Text("một dòng số liệu", "a row of figures")
        fix = None
        if len(run) > 1:
            fix = Text(
                "Xóa hẳn {n} dòng trống liền nhau, từ dòng này trở xuống.",
                "Delete {n} blank rows, from this one on.",
            ).fill(n=len(run))
        yield BLANK_ROW.finding(Cell(draft.file, run[0]), read="", expected=expected, fix=fix)


def _blank_everywhere(draft: Draft) -> list[int]:
    blank: set[int] | None = None
    for name, codes in draft.codes.items():
        words: Mapping[str, int] = draft.words[name]
        spaces = {code for word, code in words.items() if not word.strip()}
        if not spaces:
            return []
        if blank is None:
            blank = {r for r, code in enumerate(codes) if code in spaces}
        else:
            blank = {r for r in blank if codes[r] in spaces}
        if not blank:
            return []
    return sorted((blank or set()) - draft.unread)


def _total_rows(draft: Draft, keys: Sequence[str], skip: set[int]) -> Iterator[Finding]:
    for key in keys:
        totals = {c: w for w, c in draft.words.get(key, {}).items() if _is_total(w)}
        if not totals:
            continue
        for record, code in enumerate(draft.codes.get(key, ())):
            if code in totals and record not in skip:
                skip.add(record)
                expected = Text("dòng số liệu của một đơn vị", "a row of one body's figures")
                where = Cell(draft.file, record, key)
                yield TOTAL_ROW.finding(where, read=totals[code], expected=expected)


def _is_total(word: str) -> bool:
    return len(word) < 40 and fold(word.rstrip(" :.")) in _TOTALS


def _merged(draft: Draft, key: str, skip: set[int]) -> Iterator[Finding]:
    """A run of blank ids under a filled one is one finding, at its first row."""
    blank = draft.words[key].get("")
    codes = draft.codes[key]
    if blank is None or blank not in codes:
        return
    names = list(draft.words[key])
    above: int | None = None
    running = False
    for record, code in enumerate(codes):
        if record in skip:
            continue
        if code != blank:
            above, running = code, False
        elif above is not None:
            skip.add(record)
            if not running:
                yield _leftover(Cell(draft.file, record, key), names[above])
            running = True


def _leftover(where: Cell, above: str) -> Finding:
    expected = Text("mã ghi đủ ở từng dòng", "the id in every row")
    fix = Text("Bỏ gộp ô; nếu dòng này cùng mã với dòng trên thì ghi “{above}”.",
               "Unmerge the cells; if this row belongs to the one above, enter “{above}”.")  # fmt: skip
    return MERGED.finding(where, read="", expected=expected, fix=fix.fill(above=above))


def huge_cells(draft: Draft) -> Iterator[Finding]:
    """Cells longer than a spreadsheet keeps; of their rows nothing more is said."""
    for name, words in draft.words.items():
        huge = {code: word for word, code in words.items() if len(word) > LONGEST_CELL}
        if not huge:
            continue
        for record, code in enumerate(draft.codes.get(name, ())):
            if code in huge:
                draft.unread.add(record)
                expected = Text("nhiều nhất 32.767 ký tự (ô này có {n})",
                                "at most 32,767 characters (this has {n})")  # fmt: skip
                yield HUGE_CELL.finding(
                    Cell(draft.file, record, name),
                    read=huge[code][:60],
                    expected=expected.fill(n=len(huge[code])),
                )
