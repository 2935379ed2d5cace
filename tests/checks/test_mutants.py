"""Faults that real reports have, put at random rows of a sound report: each is found where it is.

The places are drawn from a fixed seed, so that a failure comes again; every fault must be told at
its own line, and nothing else may be told besides: one root cause, one finding.
"""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Callable

import pytest

from .sound_report import COLUMNS, WHOLE, Report, Row, found, sound_report

Edit = Callable[[Row], Row]


def put(column: str, how: str | Callable[[str], str]) -> Edit:
    return lambda row: row | {column: how(row[column]) if callable(how) else how}


def counted(row: Row) -> bool:
    return row["indicator"] != "ty-le"


def share(row: Row) -> bool:
    return row["indicator"] == "ty-le"


def anywhere(row: Row) -> bool:
    return bool(row)


def day_first(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def grouped(digits: str) -> str:
    return f"{int(digits) + 1000:,}"


CELL_FAULTS: dict[str, tuple[str, Callable[[Row], bool], Edit]] = {
    "two readings, point": ("V01", counted, put("value", lambda v: grouped(v).replace(",", "."))),
    "two readings, comma": ("V01", counted, put("value", grouped)),
    "decimal comma": ("V02", counted, put("value", lambda v: f"{v},5")),
    "space thousands": ("V03", counted, put("value", lambda v: grouped(v).replace(",", " "))),
    "NBSP thousands": ("V03", counted, put("value", lambda v: grouped(v).replace(",", "\u00a0"))),
    "percent sign": ("V04", share, put("numerator", lambda v: f"{v}%")),
    "unit": ("V05", counted, put("value", lambda v: f"{v} người")),
    "text": ("V06", counted, put("value", "chưa có số liệu")),
    "NA in a number cell": ("V06", counted, put("value", "NA")),
    "Excel reference error": ("V07", counted, put("value", "#REF!")),
    "Excel division error": ("V07", share, put("numerator", "#DIV/0!")),
    "Excel error in an id": ("V07", anywhere, put("agency", "#N/A")),
    "formula": ("V08", counted, put("value", "=SUM(D2:D9)")),
    "formula in a text": ("V08", anywhere, put("source", "=HYPERLINK(A1)")),
    "letter O for zero": ("V09", counted, put("value", lambda v: f"{v}O")),
    "leading zero": ("V10", counted, put("value", lambda v: f"0{v}")),
    "exponent": ("V10", counted, put("value", "1E+05")),
    "spaces around a number": ("V11", counted, put("value", lambda v: f" {v}")),
    "spaces around a word": ("V11", anywhere, put("state", lambda v: f"{v} ")),
    "serial date as period": ("V12", anywhere, put("period", "44561")),
    "serial date as day": ("V12", anywhere, put("reported_on", "44926")),
    "dd/mm/yyyy": ("V13", anywhere, put("reported_on", day_first)),
    "quarter first": ("V14", anywhere, put("period", lambda p: f"Q{p[-1]}/{p[:4]}")),
    "quarter unhyphened": ("V14", anywhere, put("period", lambda p: p.replace("-", ""))),
    "quarter in Roman": ("V14", anywhere, put("period", "Quý IV/2022")),
    "month 13": ("V15", anywhere, put("period", "2022-13")),
    "30 February": ("V15", anywhere, put("reported_on", "2024-02-30")),
    "unknown indicator": ("V16", anywhere, put("indicator", "khong-co")),
    "misspelt body": ("V16", counted, put("agency", "huyenn")),
    "letter O in an id": ("V17", lambda r: "0" in r["agency"], put("agency", lambda a: a.replace("0", "o"))),
    "Cyrillic in an id": ("V17", lambda r: "-" in r["agency"], put("agency", lambda a: a.replace("x", "\u0445"))),
    "NBSP after an id": ("V17", anywhere, put("agency", lambda a: f"{a}\u00a0")),
    "NFD in an id": ("V17", lambda r: r["indicator"] == "ty-le", put("indicator", unicodedata.normalize("NFD", "tỷ-lệ"))),
    "upper case id": ("V17", anywhere, put("agency", str.upper)),
    "state in Vietnamese": ("V18", anywhere, put("state", "chính thức")),
    "no source": ("V19", anywhere, put("source", "")),
    "bidi control": ("V20", anywhere, put("source", lambda s: f"{s}\u202e")),
    "terminal escape": ("V20", anywhere, put("note", "\x1b[2Jxong")),
    "blank value, no note": ("V21", counted, lambda r: r | {"value": "", "note": ""}),
    "no numerator": ("V22", share, put("numerator", "")),
    "value alone": ("V22", share, lambda r: r | {"value": "45", "numerator": "", "denominator": ""}),
    "value disagrees": ("V23", share, lambda r: r | {"value": "60", "numerator": "21", "denominator": "40"}),
    "numerator of a count": ("V24", counted, put("numerator", "5")),
    "count with decimals": ("V25", counted, put("value", lambda v: f"{v}.5")),
    "negative": ("V26", counted, put("value", lambda v: f"-{v}")),
    "above 100 %": ("V27", share, lambda r: r | {"value": "525", "numerator": "21", "denominator": "40"}),
    "typed as a fraction": ("V28", share, lambda r: r | {"value": "0.525", "numerator": "21", "denominator": "40"}),
    "numerator above": ("V29", share, lambda r: r | {"numerator": "41", "denominator": "40"}),
    "zero denominator": ("V30", share, lambda r: r | {"numerator": "0", "denominator": "0"}),
    "year for a quarter": ("V31", anywhere, put("period", "2022")),
    "month for a quarter": ("V31", anywhere, put("period", "2022-05")),
    "after the plan": ("V32", anywhere, lambda r: r | {"period": "2031-Q1", "reported_on": ""}),
    "long before the plan": ("V32", anywhere, put("period", "1922-Q4")),
    "reported too early": ("V33", lambda r: r["state"] != "estimate", lambda r: r | {"reported_on": f"{r['period'][:4]}-01-02"}),
    "unit not allocated": ("S07", lambda r: r["indicator"] == "ket-nap" and r["agency"] != WHOLE, put("agency", "ngoai-bang")),
    "cumulative falls": ("S04", lambda r: r["indicator"] == "ket-nap" and r["period"] == "2025-Q4" and r["agency"] != WHOLE, put("value", "25")),
    "tenfold": ("S05", lambda r: r["indicator"] == "doan-vien" and r["period"] != "2022-Q1", put("value", lambda v: f"{v}0")),
    "total differs": ("S06", lambda r: r["indicator"] == "ket-nap" and r["agency"] == WHOLE, put("value", lambda v: str(int(v) - 1))),
    "merged cells": ("T17", lambda r: r["period"] != "2022-Q1", put("indicator", "")),
    "total row": ("T16", anywhere, put("indicator", "Tổng cộng")),
}  # fmt: skip

HARMLESS: dict[str, tuple[Callable[[Row], bool], Edit]] = {
    "note of several lines": (anywhere, put("note", 'một, "hai",\r\n\r\nba\nbốn, năm')),
    "zero": (lambda r: r["indicator"] == "doan-vien", put("value", "0")),
    "NA as a category": (lambda r: r["indicator"] == "doan-vien", put("region", "NA")),
    "blank value with a note": (counted, lambda r: r | {"value": "", "note": "báo cáo để trống"}),
    "falling stock": (lambda r: r["indicator"] == "doan-vien", put("value", lambda v: str(int(v) // 2))),
    "share rounded": (share, lambda r: r | {"value": "33.3", "numerator": "1", "denominator": "3"}),
    "full share": (share, lambda r: r | {"numerator": r["denominator"]}),
    "dash in a note": (anywhere, put("note", "- xã A: 5\n+ xã B: 7")),
    "quotes doubled": (anywhere, put("source", 'Báo cáo "quý" số 5')),
    "commas in a note": (anywhere, put("note", "a, b, c, d, e, f, g, h, i, j, k\nl, m, n, o, p, q, r, s, t, u, v")),
    "number in a note": (anywhere, put("note", "22.000 người; 65,5%")),
}  # fmt: skip

SEEDS = range(3)


@pytest.fixture(scope="module")
def report() -> Report:
    return sound_report(random.Random(277))


def test_the_report_is_sound(report: Report) -> None:
    assert len(report.rows) > 300
    assert found(report.text().encode()) == set()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", CELL_FAULTS)
def test_each_fault_is_found_at_its_line(report: Report, name: str, seed: int) -> None:
    code, fits, edit = CELL_FAULTS[name]
    index = _somewhere(report, fits, f"{name}{seed}")
    mutant = report.with_row(index, edit(report.rows[index]))
    assert found(mutant.text().encode()) == {(code, mutant.line(index))}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", HARMLESS)
def test_nothing_is_said_of_what_is_legal(report: Report, name: str, seed: int) -> None:
    fits, edit = HARMLESS[name]
    index = _somewhere(report, fits, f"{name}{seed}")
    row = edit(report.rows[index])
    assert row != report.rows[index]
    assert found(report.with_row(index, row).text().encode()) == set()


def _somewhere(report: Report, fits: Callable[[Row], bool], seed: str) -> int:
    return random.Random(seed).choice([i for i, row in enumerate(report.rows) if fits(row)])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_twice(report: Report, seed: int) -> None:
    dice = random.Random(seed)
    index, place = dice.randrange(len(report.rows)), dice.randrange(len(report.rows))
    copy = report.rows[index]
    mutant = Report((*report.rows[:place], copy, *report.rows[place:]))
    second = max(i for i, row in enumerate(mutant.rows) if row is copy)
    assert found(mutant.text().encode()) == {("S01", mutant.line(second))}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("code", "edit"),
    [
        ("T14", lambda line: line + ",thừa"),
        ("T14", lambda line: line.rpartition(",")[0]),
        ("T15", lambda line: "," * (len(COLUMNS) - 1) + "\n" + line),
        ("T15", lambda line: "\n" + line),
        ("T19", lambda line: line.replace('"Báo cáo quý', '"Báo "cáo" quý')),
    ],
)
def test_a_row_of_a_wrong_shape(
    report: Report, code: str, edit: Callable[[str], str], seed: int
) -> None:
    plain = [i for i, row in enumerate(report.rows) if "\n" not in row["note"]]
    line = report.line(random.Random(seed).choice(plain))
    lines = report.text().splitlines()
    lines[line - 1] = edit(lines[line - 1])
    assert found("\n".join([*lines, ""]).encode()) == {(code, line)}


@pytest.mark.parametrize("seed", range(8))
def test_a_quote_that_never_closes_swallows_nothing(report: Report, seed: int) -> None:
    plain = [i for i, row in enumerate(report.rows[:-1]) if "\n" not in row["note"]]
    line = report.line(random.Random(seed).choice(plain))
    lines = report.text().splitlines()
    lines[line - 1] = lines[line - 1].rpartition(",")[0].rpartition(",")[0] + ',"ghi chú bỏ dở,'
    last = len(lines)
    lines[last - 1] = lines[last - 1].replace("estimate", "x").replace("official", "x")
    lines[last - 1] = lines[last - 1].replace("provisional", "x")
    assert found("\n".join([*lines, ""]).encode()) == {("T18", line), ("V18", last)}


FILE_FAULTS: dict[str, tuple[str, int, Callable[[str], bytes]]] = {
    "BOM": ("T03", 1, lambda text: b"\xef\xbb\xbf" + text.encode()),
    "UTF-16 with mark": ("T04", 1, lambda text: text.encode("utf-16")),
    "UTF-16 without mark": ("T04", 1, lambda text: text.encode("utf-16-le")),
    "semicolons": ("T06", 1, lambda text: _redelimited(text, ";")),
    "tabs": ("T06", 1, lambda text: _redelimited(text, "\t")),
    "CR only": ("T07", 1, lambda text: text.replace("\n", "\r").encode()),
    "title rows": ("T09", 1, lambda text: f"BÁO CÁO\nNăm 2025\n\n{text}".encode()),
    "no header": ("T10", 1, lambda text: text.partition("\n")[2].replace(",\n", "\n").encode()),
    "header twice": ("T11", 1, lambda text: _header(text, "note,region", "note,note")),
    "column missing": ("T12", 1, lambda text: _without(text, "note")),
    "column misspelt": ("T13", 1, lambda text: _header(text, "period", "perid")),
    "column in Vietnamese": ("T13", 1, lambda text: _header(text, "agency", "Đơn vị")),
    "empty": ("T01", 1, lambda text: b""),
    "only blank lines": ("T01", 1, lambda text: b"\n\n"),
    "header only": ("T02", 1, lambda text: text.partition("\n")[0].encode()),
}


def _header(text: str, old: str, new: str) -> bytes:
    head, _, rows = text.partition("\n")
    return f"{head.replace(old, new)}\n{rows}".encode()


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def _written(rows: list[list[str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _redelimited(text: str, delimiter: str) -> bytes:
    return _written(_cells(text), delimiter)


def _without(text: str, column: str) -> bytes:
    at = COLUMNS.index(column)
    return _written([row[:at] + row[at + 1 :] for row in _cells(text)])


@pytest.mark.parametrize("name", FILE_FAULTS)
def test_each_fault_of_a_whole_file_is_one_finding(report: Report, name: str) -> None:
    code, line, edit = FILE_FAULTS[name]
    text = Report(tuple(row | {"note": ""} for row in report.rows)).text()
    assert found(edit(text)) == {(code, line)}


@pytest.mark.parametrize("encoding", ["cp1258", "tcvn3"])
def test_legacy_bytes_are_told_where_they_begin(report: Report, encoding: str) -> None:
    rows = tuple(row | {"note": "", "source": "Report"} for row in report.rows)
    marked = Report(rows).with_row(40, rows[40] | {"note": "Đã báo cáo"})
    text = marked.text()
    if encoding == "cp1258":
        content = text.replace("ã", "a\u0303").encode("cp1258")
    else:
        tcvn3 = {"Đ": 0xA7, "ã": 0xB7, "á": 0xB8}
        content = bytes(tcvn3.get(char, ord(char)) for char in text)
    assert found(content) == {("T05", marked.line(40))}


def test_line_ends_of_windows_are_legal(report: Report) -> None:
    assert found(report.text().replace("\n", "\r\n").encode()) == set()


def test_any_order_of_columns_is_legal(report: Report) -> None:
    turned = [row[::-1] for row in _cells(report.text())]
    assert found(_written(turned)) == set()
