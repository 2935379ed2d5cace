"""Reading tables: no bytes break it, quotes swallow nothing, and sound files read as csv reads them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.sources.locate_csv import locate_cells
from site_builder.sources.table_header import find_layout
from site_builder.sources.table_kinds import KINDS, belonging
from site_builder.sources.table_legacy import guess_legacy
from site_builder.sources.table_records import read_records
from site_builder.sources.tables import TableRead, read_table
from site_builder.terms.place import Cell

PROGRESS = KINDS["progress"]
HEADER = ",".join(PROGRESS.columns)
ROW = "doan-vien,quan,2022-Q1,10,,,official,Báo cáo,2022-04-01,"
FILE = "data/vung/progress/a.csv"

TEXT = st.text(st.sampled_from('ab1.,;"\n\r\t #=é\u0301\ufeff\x00'), max_size=30)


def read(data: bytes) -> TableRead:
    return read_table(FILE, data, PROGRESS)


def written(rows: list[list[str]], line_end: str = "\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end, quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue().encode()


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    places = [f.where for f in read(data).findings if isinstance(f.where, Cell)]
    assert set(locate_cells(data, places)) == set(places)


@given(st.lists(TEXT, max_size=12).map(",".join))
def test_no_rows_break_it(rows: str) -> None:
    data = f"{HEADER}\n{ROW}\n{rows}\n{ROW}\n".encode()
    result = read(data)
    assert result.table is not None
    assert all(len(codes) == result.table.count for codes in result.table.codes.values())
    places = [f.where for f in result.findings if isinstance(f.where, Cell)]
    assert set(locate_cells(data, places)) == set(places)


CELL = st.text(st.sampled_from('ab ,;"\n\té'), max_size=8)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6), st.data())
def test_sound_records_are_those_of_the_csv_reader(
    rows: list[list[str]], data: st.DataObject
) -> None:
    text = written(rows, data.draw(st.sampled_from(["\n", "\r\n"]))).decode()
    lines = list(io.StringIO(text, newline=""))
    assert [r.cells for r in read_records(lines, ",")] == list(csv.reader(lines, strict=True))
    assert "".join(record.raw for record in read_records(lines, ",")) == text


@given(
    st.lists(st.text(st.sampled_from("ab,\n"), max_size=12), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_lines_are_counted_through_cells_of_several_lines(notes: list[str], line_end: str) -> None:
    head = HEADER.split(",")
    rows = [[f"chi-tieu-{i}", *ROW.split(",")[1:-1], note] for i, note in enumerate(notes)]
    data = written([head, *rows], line_end)
    cells = [Cell(FILE, i, "indicator") for i in range(len(rows))]
    spots = locate_cells(data, cells)
    for i, cell in enumerate(cells):
        before = data[: data.index(f"chi-tieu-{i},".encode())].decode()
        line = before.replace("\r\n", "\n").count("\n") + 1
        assert (spots[cell].line, spots[cell].column) == (line, 1)
        assert spots[cell].sheet_cell == f"A{i + 2}"


def test_a_cell_behind_one_of_several_lines_is_on_the_line_where_it_ends() -> None:
    data = b'note,indicator,agency,period,value,state\n"m\xe1\xbb\x99t\nhai, ba",x,quan,2022,1,official\n'
    spot = locate_cells(data, [Cell(FILE, 0, "indicator")])[Cell(FILE, 0, "indicator")]
    assert (spot.line, spot.column, spot.end_column) == (3, 10, 11)
    assert (spot.excerpt, spot.sheet_cell) == ('hai, ba",x,quan,2022,1,official', "B2")


def test_columns_are_counted_in_characters_and_named_as_a_spreadsheet_does() -> None:
    data = f"{HEADER}\n{ROW}\n".encode()
    spot = locate_cells(data, [Cell(FILE, 0, "reported_on")])[Cell(FILE, 0, "reported_on")]
    assert ROW[spot.column - 1 : spot.end_column - 1] == "2022-04-01"
    wide = ",".join([*PROGRESS.columns, *(f"x{i}" for i in range(30))])
    last = Cell(FILE, -1, len(wide.split(",")) - 1)
    assert locate_cells(wide.encode() + b"\n", [last])[last].sheet_cell == "AN1"


def test_a_place_that_is_not_there_is_spoken_of_as_the_first() -> None:
    gone = Cell(FILE, 99, "value")
    assert locate_cells(b"", [gone])[gone].line == 1
    assert locate_cells(f"{HEADER}\n{ROW}\n".encode(), [gone])[gone].line == 1


def test_equal_cells_are_kept_once() -> None:
    table = read(f"{HEADER}\n{ROW}\n{ROW}\n".encode()).table
    assert table is not None
    assert list(table.words["agency"]) == ["quan"]
    assert list(table.codes["agency"]) == [0, 0]
    assert table.cells("source") == ["Báo cáo", "Báo cáo"]


def test_two_quotes_that_pair_by_accident_swallow_no_row() -> None:
    """Every csv reader takes this for one legal note of three lines."""
    bad = f'{ROW}"bỏ dở\n{ROW}\n{ROW.removesuffix(",")},xong"\n'
    result = read(f"{HEADER}\n{ROW}\n{bad}{ROW}\n".encode())
    assert result.table is not None
    assert result.table.count == 5
    assert [(f.code, f.where) for f in result.findings] == [("T18", Cell(FILE, 1, "note"))]


def test_a_column_in_a_header_with_trailing_commas_is_read_past() -> None:
    result = read(f"{HEADER},\n{ROW},\n".encode())
    assert [f.code for f in result.findings] == ["T13"]
    assert result.table is not None
    assert result.table.cells("state") == ["official"]


def test_rows_that_all_have_one_blank_cell_too_many_are_one_finding() -> None:
    result = read((f"{HEADER}\n" + f"{ROW},\n" * 9).encode())
    assert [f.code for f in result.findings] == ["T14"]
    assert result.table is not None
    assert not result.table.skip


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("tcvn3", b"C\xabng \xae\xb5o\xb5n \xae\xb7 b\xb8o c\xb8o n\xa8m"),
        ("cp1258", "Công đoàn báo cáo năm".replace("à", "a\u0300").encode("cp1258")),
        ("vni", b"Co\xe2ng \xf1oa\xf8n ba\xf9o ca\xf9o na\xeam"),
        ("utf-8", "Công đoàn".encode() + b"\xff"),
    ],
)
def test_the_legacy_encoding_is_recognized(encoding: str, text: bytes) -> None:
    name, read_as = guess_legacy(text)
    assert name == encoding
    assert "Công" in read_as


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_and_the_header_are_found(delimiter: str) -> None:
    header = HEADER.replace(",", delimiter)
    layout = find_layout(["BÁO CÁO\n", "\n", header + "\n", "x\n"])
    assert layout is not None
    assert (layout.delimiter, layout.header, layout.first) == (delimiter, 2, 3)
    assert layout.names == PROGRESS.columns


@pytest.mark.parametrize(
    ("file", "plan", "kind"),
    [
        ("data/ba-dinh/55-kh-qu/2022.csv", "ba-dinh/55-kh-qu", "progress"),
        ("data/ba-dinh/55-kh-qu/progress/a/2022.csv", "ba-dinh/55-kh-qu", "progress"),
        ("data/ba-dinh/55-kh-qu/duties/2022.csv", "ba-dinh/55-kh-qu", "duties"),
        ("data/ba-dinh/55-kh-qu/phu/reports/2022.csv", "ba-dinh/55-kh-qu/phu", "reports"),
        ("data/ba-dinh/assessments/2022.csv", None, None),
        ("data/2022.csv", None, None),
    ],
)
def test_a_file_belongs_to_the_longest_plan_that_fits(
    file: str, plan: str | None, kind: str | None
) -> None:
    found = belonging(file, {"ba-dinh/55-kh-qu", "ba-dinh/55-kh-qu/phu"})
    assert (found and found.plan, found and found.kind.name) == (plan, kind)


def test_a_file_of_nothing_but_open_quotes_is_told_line_by_line() -> None:
    """Each might run on to the end: what is read in vain has a limit."""
    rows = 2 * 10**4
    result = read((HEADER + "\n" + '"a\n' * rows).encode())
    assert [f.code for f in result.findings] == ["T18"] * rows


def found(data: str | bytes) -> list[tuple[str, str | None]]:
    content = data if isinstance(data, bytes) else data.encode()
    return [(f.code, f.suggestion) for f in read(content).findings]


def test_columns_without_a_name_side_by_side_are_one_finding() -> None:
    assert found(f"{HEADER},,,\n{ROW},,,\n") == [("T13", None)]
    assert found(f"STT,{HEADER},,\n1,{ROW},,\n") == [("T13", None), ("T13", None)]


def test_a_header_in_vietnamese_is_one_finding_with_the_whole_row() -> None:
    header = "Chỉ tiêu,Đơn vị,Kỳ,Giá trị,Tử số,Mẫu số,Trạng thái,Nguồn,Ngày báo cáo,Ghi chú"
    assert found(f"{header}\n{ROW}\n") == [("T13", HEADER)]
    assert found(f"Indicator,{HEADER.partition(',')[2]}\n{ROW}\n") == [("T13", "indicator")]


def test_a_name_given_twice_instead_of_another_is_one_finding() -> None:
    header = HEADER.replace("value,numerator", "value,value")
    assert found(f"{header}\n{ROW}\n") == [("T11", "numerator")]
    assert found(f"{HEADER},value\n{ROW},\n") == [("T11", None)]


def test_a_header_of_thousands_of_columns_is_one_finding() -> None:
    header = ",".join([HEADER, *(f"x{n}" for n in range(5000))])
    assert found(f"{header}\n{ROW}{',' * 5000}\n") == [("T13", None)]


def test_a_tab_in_utf_16_is_not_told_again() -> None:
    assert found(f"{HEADER}\n{ROW}\n".replace(",", "\t").encode("utf-16")) == [("T04", None)]
    assert found(f"{HEADER}\n{ROW}\n".replace(",", ";").encode("utf-16")) == [
        ("T04", None),
        ("T06", None),
    ]


def test_a_missing_header_is_given_with_as_many_columns_as_the_rows_have() -> None:
    (finding,) = read(f"{ROW},\n".encode()).findings
    assert finding.expected.vi == f"{HEADER},corrects"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("doan-vien,quan,2022-Q1,45,5,,,official,BC,2022-04-01,", "45.5"),
        ("doan-vien,quan,2022-Q1,2,130,000,,,official,BC,2022-04-01,", "2130000"),
        (f"{ROW},,", "2 ô trống"),
        ("ty-le,quan,2022-Q1,,9,21,official,BC,2022-04-01,,", "1 ô trống"),
    ],
)
def test_cells_too_many_are_explained(row: str, words: str) -> None:
    (finding,) = read(f"{HEADER}\n{row}\n".encode()).findings
    assert finding.code == "T14"
    assert words in finding.fix.vi


def test_a_run_of_blank_rows_is_told_with_its_length() -> None:
    (finding,) = read(f"{HEADER}\n{ROW}\n,,,,,,,,,\n\n".encode()).findings
    assert finding.code == "T15"
    assert "2 dòng" in finding.fix.vi


def test_of_a_row_with_a_huge_cell_nothing_more_is_said() -> None:
    result = read(f"{HEADER}\n{ROW}{'x' * 40_000}\n{ROW}\n".encode())
    assert [finding.code for finding in result.findings] == ["T20"]
    assert result.table is not None and result.table.skip == {0}
