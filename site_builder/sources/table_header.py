"""Where a table's header stands, what separates its cells, and what its columns are meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.sources.table_kinds import COLUMN_ALIASES, COLUMN_NAMES, TableKind
from site_builder.sources.table_near import Nearest, fold
from site_builder.sources.table_records import read_records
from site_builder.terms.finding import Finding
from site_builder.terms.place import Point
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
RULES = (
    EMPTY,
    HEADER_ONLY,
    DELIMITER,
    TITLE_ROWS,
    NO_HEADER,
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


def layout_findings(
    file: str, layout: Layout, top: str, kind: TableKind, *, unicode_text: bool = False
) -> Iterator[Finding]:
    """What is wrong with the layout as a whole: its separator, rows above it, no header at all.

    `top` is the first row as it stands; `unicode_text` says that the file is UTF-16, which
    spreadsheets write with tabs: of these nothing more is said.
    """
    if layout.delimiter != "," and not (unicode_text and layout.delimiter == "\t"):
        expected = Text("dấu phẩy (,)", "commas (,)")
        yield DELIMITER.finding(Point(file, layout.line), read=layout.delimiter, expected=expected)
    if layout.header is None:
        more = max(len(layout.names) - len(kind.columns), 0)
        expected = same(",".join((*kind.columns, *kind.optional[:more])))
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
