"""Which column each position of a table is read as, and what is wrong with the columns' names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from site_builder.sources.table_header import Layout
from site_builder.sources.table_kinds import COLUMN_ALIASES, TableKind
from site_builder.sources.table_near import Nearest, fold
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

DUPLICATE_COLUMN = Rule(
    code="T11",
    severity="error",
    title=Text("Hai cột trùng tên", "Two columns have one name"),
    reason=Text(
        "Không biết phải lấy số ở cột nào.", "Nothing tells which of the two holds the figure."
    ),
    fix=Text("Xóa hoặc đổi tên cột thừa.", "Delete or rename the second column."),
    wrong="indicator,agency,value,value",
    right="indicator,agency,period,value",
)
MISSING_COLUMN = Rule(
    code="T12",
    severity="error",
    title=Text("Thiếu cột", "A column is missing"),
    reason=Text(
        "Mỗi tệp phải đủ các cột quy định, kể cả cột để trống, để mọi tệp đọc như nhau.",
        "Each file must have all columns, blank ones included, so that all are read alike.",
    ),
    fix=Text(
        "Thêm cột này vào dòng tên cột; dòng nào chưa có thông tin thì để trống ô.",
        "Add the column to the header; leave its cells blank where nothing is known.",
    ),
    wrong="indicator,agency,value",
    right="indicator,agency,period,value",
)
UNKNOWN_COLUMN = Rule(
    code="T13",
    severity="error",
    title=Text("Cột lạ", "An unknown column"),
    reason=Text(
        "Một cột ghi sai tên thì số liệu trong cột bị bỏ sót mà không ai biết.",
        "Figures under a misspelt name would be left out without anybody noticing.",
    ),
    fix=Text(
        "Sửa tên cột cho đúng, hoặc xóa cột nếu không thuộc mẫu.",
        "Correct the column's name, or delete the column.",
    ),
    wrong="indicator,agency,perid,value",
    right="indicator,agency,period,value",
)
RULES = (DUPLICATE_COLUMN, MISSING_COLUMN, UNKNOWN_COLUMN)

MOST_COLUMNS = 200
"""Beyond these nothing is looked for: no honest table has so many."""
_TRANSLATED = 4
"""So many columns under names that are not theirs are one mistake about the header."""
_LONGEST_NAME = 100


def resolve(
    file: str, layout: Layout, kind: TableKind, extra: Sequence[str] | None
) -> tuple[list[str | None], list[Finding]]:
    """Which column each position is read as (None: not read), and the header's faults.

    `extra` are the columns allowed beyond the kind's own: breakdowns that the plan declares; None
    where that is not known, so that only a misspelt name is an unknown one.
    """
    allowed = (*kind.columns, *kind.optional, *(extra or ()))
    nearest = Nearest(allowed)
    columns: list[str | None] = []
    found: list[Finding] = []
    exact = set(layout.names)
    meanings: dict[str, str] = {}
    forgotten: set[str] = set()
    for position, name in enumerate(layout.names[:MOST_COLUMNS]):
        where = Cell(file, -1, position)
        if not name.strip():
            columns.append(None)
            if position == 0 or layout.names[position - 1].strip():
                found.append(_nameless(where, layout, kind))
        elif name not in allowed:
            meant = _meant(name, allowed, nearest)
            meant = None if meant in exact or meant in columns else meant
            columns.append(meant)
            if meant is not None:
                meanings[name] = meant
            if meant is not None or extra is not None:
                found.append(_unknown(where, name, meant, kind))
        elif name in columns:
            columns.append(None)
            name_meant = _forgotten(position, exact, kind)
            forgotten |= {name_meant} if name_meant is not None else set()
            found.append(_duplicate(where, name, name_meant))
        else:
            columns.append(name)
    if len(layout.names) > MOST_COLUMNS:
        return [None] * len(layout.names), [_too_many(file, layout, kind)]
    if len(meanings) >= _TRANSLATED:
        found = [f for f in found if f.read not in meanings]
        found.append(_translated(file, layout, meanings, kind))
    found += _missing(file, [*columns, *forgotten], kind)
    return columns, found


def _forgotten(position: int, names: Collection[str], kind: TableKind) -> str | None:
    """The column that belongs where another's name stands a second time, if it is missing."""
    wanted = kind.columns[position] if position < len(kind.columns) else None
    return None if wanted in names else wanted


def _duplicate(where: Cell, name: str, forgotten: str | None) -> Finding:
    expected = Text("mỗi tên cột một lần", "each name once")
    fix = None
    if forgotten is not None:
        fix = Text(
            "Ở chỗ này phải là cột “{name}”; nếu đúng thì sửa lại tên.",
            "The column “{name}” belongs here; if that is what it is, correct the name.",
        ).fill(name=forgotten)
    return DUPLICATE_COLUMN.finding(
        where, read=name, expected=expected, fix=fix, suggestion=forgotten
    )


def _nameless(where: Cell, layout: Layout, kind: TableKind) -> Finding:
    """A column without a name, and those beside it: in a spreadsheet they look like nothing."""
    assert isinstance(where.column, int)
    after = layout.names[where.column :]
    count = next((i for i, name in enumerate(after) if name.strip()), len(after))
    fix = Text(
        "{n} cột liền nhau không có tên: trong bảng tính, xóa hẳn các cột trống (chọn cả cột, bấm "
        "chuột phải, Delete); cột có nội dung thì ghi tên.",
        "{n} columns side by side have no name: in the spreadsheet delete blank columns as a whole; "
        "name those that hold something.",
    ).fill(n=count)
    expected = Text("tên cột của {kind}", "a column of {kind}").fill(kind=kind.words)
    return UNKNOWN_COLUMN.finding(where, read="", expected=expected, fix=fix)


def _too_many(file: str, layout: Layout, kind: TableKind) -> Finding:
    expected = Text("các cột của {kind}, không quá {n} cột", "columns of {kind}, at most {n}")
    return UNKNOWN_COLUMN.finding(
        Cell(file, -1, MOST_COLUMNS),
        read=layout.names[MOST_COLUMNS][:_LONGEST_NAME],
        expected=expected.fill(kind=kind.words, n=MOST_COLUMNS),
        fix=Text("Xóa các cột thừa.", "Delete the needless columns."),
    )


def _translated(file: str, layout: Layout, meanings: Mapping[str, str], kind: TableKind) -> Finding:
    """A header in other words altogether is one slip, and mended by one row."""
    row = ",".join(meanings.get(name, name) for name in layout.names)
    fix = Text(
        "Tên cột phải ghi đúng như mẫu: thay cả dòng này bằng dòng dưới đây.",
        "Columns keep the names of the form: replace this row by the one below.",
    )
    return UNKNOWN_COLUMN.finding(
        Cell(file, -1),
        read=layout.delimiter.join(layout.names),
        expected=Text("tên cột của {kind}", "columns of {kind}").fill(kind=kind.words),
        fix=fix,
        suggestion=row,
    )


def _meant(name: str, allowed: Sequence[str], nearest: Nearest) -> str | None:
    alias = COLUMN_ALIASES.get(fold(name))
    return alias if alias in allowed else nearest.near(name)


def _unknown(where: Cell, name: str, meant: str | None, kind: TableKind) -> Finding:
    expected = Text("tên cột của {kind}", "a column of {kind}").fill(kind=kind.words)
    fix = None
    if meant is not None:
        fix = Text("Có phải cột “{meant}” không? Nếu phải, ghi đúng như vậy.",
                   "Did you mean “{meant}”? If so, write it exactly so.").fill(meant=meant)  # fmt: skip
    return UNKNOWN_COLUMN.finding(where, read=name, expected=expected, fix=fix, suggestion=meant)


def _missing(file: str, columns: Sequence[str | None], kind: TableKind) -> Iterator[Finding]:
    for name in kind.columns:
        if name not in columns:
            yield MISSING_COLUMN.finding(
                Cell(file, -1),
                read=",".join(c for c in columns if c),
                expected=Text("có cột “{name}”", "a column “{name}”").fill(name=name),
            )
