"""Where a table's header stands, what separates its cells, and what its columns are meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.sources.table_kinds import COLUMN_ALIASES, COLUMN_NAMES, TableKind
from site_builder.sources.table_near import Nearest, fold
from site_builder.sources.table_records import read_records
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell, Point
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

EMPTY = Rule(
    code="T01",
    severity="error",
    title=Text("Tệp trống", "The file is empty"),
    reason=Text(
        "Một tệp trống không cho biết là chưa có số liệu hay số liệu đã bị mất khi lưu.",
        "An empty file does not tell whether there are no figures yet or they were lost.",
    ),
    fix=Text(
        "Chép lại nội dung vào tệp, hoặc xóa tệp nếu chưa có số liệu.",
        "Put the content back, or delete the file if there are no figures yet.",
    ),
    wrong="(0 byte)",
    right="indicator,agency,period,value,…",
)
HEADER_ONLY = Rule(
    code="T02",
    severity="warning",
    title=Text("Tệp chỉ có dòng tên cột", "The file holds only a header"),
    reason=Text(
        "Thiếu số liệu không phải là bằng không; tệp không có dòng nào thì không nói lên điều gì.",
        "Missing is not zero; a file without rows says nothing.",
    ),
    fix=Text(
        "Nhập số liệu vào các dòng dưới, hoặc xóa tệp nếu chưa có.",
        "Enter the figures below, or delete the file if there are none.",
    ),
    wrong="indicator,agency,period,value,…",
    right="indicator,agency,period,value,…\\ndoan-vien,quan,2022,22000,…",
)
DELIMITER = Rule(
    code="T06",
    severity="error",
    title=Text("Các ô không ngăn cách bằng dấu phẩy", "Cells are not separated by commas"),
    reason=Text(
        "Máy tính đặt vùng Việt Nam lưu CSV bằng dấu chấm phẩy; phần mềm khác sẽ đọc cả dòng "
        "thành một ô.",
        "Computers set to Vietnamese save CSV with semicolons; other programs then read each row "
        "as one cell.",
    ),
    fix=Text(
        "Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, sau khi đặt dấu ngăn cách danh sách "
        "(List separator) của Windows là dấu phẩy; hoặc thay dấu ngăn cách trong cả tệp.",
        "Set the list separator of Windows to a comma and save as “CSV UTF-8”, or replace the "
        "separator in the whole file.",
    ),
    wrong="doan-vien;quan;2022;22000",
    right="doan-vien,quan,2022,22000",
)
TITLE_ROWS = Rule(
    code="T09",
    severity="error",
    title=Text("Có dòng tiêu đề phía trên dòng tên cột", "Title rows above the header"),
    reason=Text(
        "Dòng đầu tiên của tệp phải là tên cột; tiêu đề của bảng in không thuộc về tệp số liệu.",
        "The first row of the file must hold the columns' names; a printed table's title must not.",
    ),
    fix=Text(
        "Xóa các dòng phía trên dòng tên cột.",
        "Delete the rows above the row with the columns' names.",
    ),
    wrong="BÁO CÁO QUÝ I\\nindicator,agency,…",
    right="indicator,agency,…",
)
NO_HEADER = Rule(
    code="T10",
    severity="error",
    title=Text("Thiếu dòng tên cột", "The header is missing"),
    reason=Text(
        "Không có tên cột thì không biết ô nào là số liệu, ô nào là kỳ báo cáo.",
        "Without names of columns nothing tells which cell is the figure and which the period.",
    ),
    fix=Text(
        "Thêm dòng tên cột vào đầu tệp, đúng như ở mục “cần có”.",
        "Add the header as the first row, exactly as expected.",
    ),
    wrong="doan-vien,quan,2022,22000",
    right="indicator,agency,period,value,…\\ndoan-vien,quan,2022,22000,…",
)
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
RULES = (
    EMPTY,
    HEADER_ONLY,
    DELIMITER,
    TITLE_ROWS,
    NO_HEADER,
    DUPLICATE_COLUMN,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
)

_LOOKED_AT = 25
_SEPARATORS = (",", ";", "\t", "|")
_NAMES = Nearest(COLUMN_NAMES)
_EXACT = frozenset(COLUMN_NAMES)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is to be read: found from its first rows alone, and the same way each time."""

    delimiter: str
    header: int | None
    """Which record is the header, from 0; None where there is none."""
    names: tuple[str, ...]
    """The header's cells as they stand; without a header the first record's."""
    line: int = 1
    """The line of the header, or of the first record, from 1."""

    @property
    def first(self) -> int:
        """The record that is data record 0."""
        return 0 if self.header is None else self.header + 1


def find_layout(lines: Iterable[str]) -> Layout | None:
    """The layout of a table by its first records; None where nothing but blank lines stands."""
    head = [line[:20_000] for line in islice(lines, _LOOKED_AT)]
    if head and '"' not in head[0]:
        # Nearly every file: its first line is the header, as it should be.
        cells = head[0].rstrip("\r\n").split(",")
        if len(_EXACT.intersection(cells)) >= 5:
            return Layout(",", 0, tuple(cells))
    filled = [line for line in head if line.strip(" \t\r\n,;|")]
    if not filled:
        return None
    best, delimiter = max(
        ((_most_names(head, d), d) for d in _SEPARATORS), key=lambda pair: pair[0]
    )
    if best < 2:
        delimiter = max(_SEPARATORS, key=lambda d: min(line.count(d) for line in filled))
    records = list(read_records(head, delimiter))
    scores = [_known(record.cells) for record in records]
    if max(scores) < 2:
        first = next(record for record in records if any(record.cells))
        return Layout(delimiter, None, tuple(first.cells), first.line)
    header = scores.index(max(scores))
    return Layout(delimiter, header, tuple(records[header].cells), records[header].line)


def _most_names(lines: Sequence[str], delimiter: str) -> int:
    return max(_known([cell.strip('"') for cell in line.split(delimiter)]) for line in lines)


def _known(cells: Sequence[str]) -> int:
    return len({meant for cell in cells if (meant := meant_column(cell)) is not None})


def meant_column(cell: str) -> str | None:
    """The column that a header's cell means, by a name or heading that differs only in dress."""
    return _NAMES.same_shape(cell) or COLUMN_ALIASES.get(fold(cell))


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
    for position, name in enumerate(layout.names):
        where = Cell(file, -1, position)
        if name not in allowed:
            meant = _meant(name, allowed, nearest)
            meant = None if meant in exact or meant in columns else meant
            columns.append(meant)
            if meant is not None or extra is not None:
                found.append(_unknown(where, name, meant, kind))
        elif name in columns:
            columns.append(None)
            expected = Text("mỗi tên cột một lần", "each name once")
            found.append(DUPLICATE_COLUMN.finding(where, read=name, expected=expected))
        else:
            columns.append(name)
    found += _missing(file, columns, kind)
    return columns, found


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


def layout_findings(file: str, layout: Layout, top: str, kind: TableKind) -> Iterator[Finding]:
    """What is wrong with the layout as a whole: its separator, rows above it, no header at all.

    `top` is the first row as it stands.
    """
    if layout.delimiter != ",":
        expected = Text("dấu phẩy (,)", "commas (,)")
        yield DELIMITER.finding(Point(file, layout.line), read=layout.delimiter, expected=expected)
    if layout.header is None:
        expected = same(",".join(kind.columns))
        read = layout.delimiter.join(layout.names)
        yield NO_HEADER.finding(Point(file), read=read, expected=expected)
    elif layout.header > 0:
        expected = Text(
            "dòng tên cột ở dòng 1 (hiện ở dòng {line})",
            "the header on line 1 (it is on line {line})",
        )
        yield TITLE_ROWS.finding(
            Point(file), read=top.strip(), expected=expected.fill(line=layout.line)
        )
