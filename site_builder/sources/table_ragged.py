"""Rows with more or fewer cells than the header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.sources.table_draft import Draft
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

CELL_COUNT = Rule(
    code="T14",
    severity="error",
    title=Text("Dòng thừa hoặc thiếu ô", "A row with too many or too few cells"),
    reason=Text(
        "Thừa hay thiếu một ô thì các ô sau lệch cột, số của cột này bị đọc thành số của cột khác.",
        "One cell more or less shifts the rest, and figures are read under the wrong column.",
    ),
    fix=Text(
        "Thêm hoặc bớt dấu phẩy cho đủ số ô; nội dung có dấu phẩy thì đặt trong dấu nháy kép; "
        "số lẻ viết dấu chấm (45.5).",
        "Add or remove commas; put a text with commas in double quotes; write decimals with a "
        "point (45.5).",
    ),
    wrong="ty-le,quan,2022,45,5,,,official,…",
    right="ty-le,quan,2022,45.5,,,official,…",
)
RULES = (CELL_COUNT,)


def ragged_findings(draft: Draft) -> Iterator[Finding]:
    """Rows with too many or too few cells; where every row has the same fault, once.

    Rows that only have blank cells too many are read on if all have them: then nothing is shifted.
    """
    ragged = {r: cells for r, cells in draft.ragged.items() if r not in draft.quotes}
    everywhere = len(ragged) == draft.count > 3 and len({len(c) for c in ragged.values()}) == 1
    if not everywhere:
        draft.unread |= set(ragged)
    for record, cells in list(ragged.items())[: 1 if everywhere else None]:
        expected = Text(
            "{want} ô như dòng tên cột; dòng này có {have} ô",
            "{want} cells as in the header; this row has {have}",
        )
        yield CELL_COUNT.finding(
            Cell(draft.file, record),
            read=",".join(cells),
            expected=expected.fill(want=draft.width, have=len(cells)),
            fix=_tail_fix(cells, draft) or _join_fix(cells, len(cells) - draft.width),
        )


def _tail_fix(cells: Sequence[str], draft: Draft) -> Text | None:
    """Blank cells beyond the header: columns of a spreadsheet that were once used."""
    width = draft.width
    if len(cells) <= width or any(cell.strip() for cell in cells[width:]):
        return None
    if not _in_place(cells, draft.columns):
        return None
    return Text(
        "Cuối dòng thừa {n} ô trống: trong bảng tính, xóa hẳn các cột trống bên phải bảng rồi lưu lại.",
        "The row ends in {n} blank cells too many: in the spreadsheet delete the blank columns to the "
        "right of the table and save again.",
    ).fill(n=len(cells) - width)


def _in_place(cells: Sequence[str], columns: Sequence[str | None]) -> bool:
    """Whether a word stands under the state and a day under the report's: nothing is shifted."""
    row = dict(zip(columns, cells, strict=False))
    day = row.get("reported_on", "")
    return row.get("state", "")[:1].isalpha() and (day == "" or day[:1].isdigit())


def _join_fix(cells: Sequence[str], more: int) -> Text | None:
    """The likeliest cause of cells too many: a number with commas."""
    if more == 2:
        for three in zip(cells, cells[1:], cells[2:], strict=False):
            if all(part.isascii() and part.isdigit() for part in three):
                return Text(
                    "Có vẻ số “{read}” bị tách làm ba ô: viết liền {n}.",
                    "The number “{read}” seems split in three: write {n}.",
                ).fill(read=",".join(three), n="".join(three))
    if more != 1:
        return None
    for left, right in pairwise(cells):
        if left.isascii() and left.isdigit() and right.isascii() and right.isdigit():
            if len(left) == 4 and left.startswith(("19", "20")):
                continue
            return Text(
                "Có vẻ số “{a},{b}” bị tách làm hai ô: số lẻ viết {a}.{b}, số nguyên viết {a}{b}.",
                "The number “{a},{b}” seems split in two: write {a}.{b} for a decimal, {a}{b} for "
                "a whole number.",
            ).fill(a=left, b=right)
    return None
