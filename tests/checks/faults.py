"""The faults that real reports have, and what looks like a fault and is none.

Each is put into a sound report at a place that dice choose, and says what must be found of it: the
code of the rule and the line, and nothing besides, for one root cause is one finding.
"""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .sound_report import COLUMNS, WHOLE, Report, Row

Edit = Callable[[Row], Row]
Fits = Callable[[Row], bool]
Expected = set[tuple[str, int]]
Made = tuple[bytes, Expected]


@dataclass(frozen=True)
class Fault:
    """One way to be wrong; `kind` is the name that the design gives it."""

    kind: str
    put: Callable[[Report, random.Random], Made]


def somewhere(report: Report, fits: Fits, dice: random.Random) -> int:
    """A random row of those that it fits."""
    return dice.choice([i for i, row in enumerate(report.rows) if fits(row)])


def put(column: str, how: str | Callable[[str], str]) -> Edit:
    return lambda row: row | {column: how(row[column]) if callable(how) else how}


def counted(row: Row) -> bool:
    return row["indicator"] != "ty-le"


def share(row: Row) -> bool:
    return row["indicator"] == "ty-le"


def anywhere(row: Row) -> bool:
    return bool(row)


def one_line(row: Row) -> bool:
    return "\n" not in row["note"]


def day_first(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def grouped(digits: str) -> str:
    return f"{int(digits) + 1000:,}"


def ratio(numerator: int, denominator: int, value: str = "") -> Edit:
    given = {"value": value, "numerator": str(numerator), "denominator": str(denominator)}
    return lambda row: row | given


# --------------------------------------------------------------------------- one cell

CELL_FAULTS: Mapping[str, tuple[str, str, Fits, Edit]] = {
    "two readings, point": ("number with two readings", "V01", counted, put("value", lambda v: grouped(v).replace(",", "."))),
    "two readings, comma": ("number with two readings", "V01", counted, put("value", grouped)),
    "decimal comma": ("decimal comma", "V02", counted, put("value", lambda v: f"{v},5")),
    "space thousands": ("text in a number cell", "V03", counted, put("value", lambda v: grouped(v).replace(",", " "))),
    "NBSP thousands": ("text in a number cell", "V03", counted, put("value", lambda v: grouped(v).replace(",", "\u00a0"))),
    "percent sign": ("% in a number cell", "V04", share, put("numerator", lambda v: f"{v}%")),
    "unit": ("unit in a number cell", "V05", counted, put("value", lambda v: f"{v} người")),
    "text": ("text in a number cell", "V06", counted, put("value", "chưa có số liệu")),
    "NA in a number cell": ("text in a number cell", "V06", counted, put("value", "NA")),
    "Excel reference error": ("Excel error", "V07", counted, put("value", "#REF!")),
    "Excel division error": ("Excel error", "V07", share, put("numerator", "#DIV/0!")),
    "Excel error in an id": ("Excel error", "V07", anywhere, put("agency", "#N/A")),
    "formula": ("formula", "V08", counted, put("value", "=SUM(D2:D9)")),
    "formula in a text": ("formula", "V08", anywhere, put("source", "=HYPERLINK(A1)")),
    "letter O for zero": ("letter O for digit 0", "V09", counted, put("value", lambda v: f"{v}O")),
    "leading zero": ("text in a number cell", "V10", counted, put("value", lambda v: f"0{v}")),
    "exponent": ("text in a number cell", "V10", counted, put("value", "1E+05")),
    "spaces around a number": ("text in a number cell", "V11", counted, put("value", lambda v: f" {v}")),
    "spaces around a word": ("unknown or misspelt word", "V11", anywhere, put("state", lambda v: f"{v} ")),
    "serial date as period": ("serial date", "V12", anywhere, put("period", "44561")),
    "serial date as day": ("serial date", "V12", anywhere, put("reported_on", "44926")),
    "dd/mm/yyyy": ("dd/mm/yyyy", "V13", anywhere, put("reported_on", day_first)),
    "quarter first": ("period written otherwise", "V14", anywhere, put("period", lambda p: f"Q{p[-1]}/{p[:4]}")),
    "quarter unhyphened": ("period written otherwise", "V14", anywhere, put("period", lambda p: p.replace("-", ""))),
    "quarter in Roman": ("period written otherwise", "V14", anywhere, put("period", "Quý IV/2022")),
    "month 13": ("day or month that does not exist", "V15", anywhere, put("period", "2022-13")),
    "30 February": ("day or month that does not exist", "V15", anywhere, put("reported_on", "2024-02-30")),
    "unknown indicator": ("unknown id", "V16", anywhere, put("indicator", "khong-co")),
    "misspelt body": ("misspelt id", "V16", counted, put("agency", "huyenn")),
    "letter O in an id": ("letter O for digit 0", "V17", lambda r: "0" in r["agency"], put("agency", lambda a: a.replace("0", "o"))),
    "Cyrillic in an id": ("look-alike Unicode", "V17", lambda r: "-" in r["agency"], put("agency", lambda a: a.replace("x", "\u0445"))),
    "NBSP after an id": ("NBSP", "V17", anywhere, put("agency", lambda a: f"{a}\u00a0")),
    "NFD in an id": ("NFD", "V17", share, put("indicator", unicodedata.normalize("NFD", "tỷ-lệ"))),
    "upper case id": ("misspelt id", "V17", anywhere, put("agency", str.upper)),
    "state in Vietnamese": ("unknown or misspelt word", "V18", anywhere, put("state", "chính thức")),
    "no source": ("required cell empty", "V19", anywhere, put("source", "")),
    "bidi control": ("hidden character", "V20", anywhere, put("source", lambda s: f"{s}\u202e")),
    "terminal escape": ("hidden character", "V20", anywhere, put("note", "\x1b[2Jxong")),
    "blank value, no note": ("required cell empty", "V21", counted, lambda r: r | {"value": "", "note": ""}),
    "no numerator": ("required cell empty", "V22", share, put("numerator", "")),
    "value alone": ("required cell empty", "V22", share, lambda r: r | {"value": "45", "numerator": "", "denominator": ""}),
    "value disagrees": ("share that is not its quotient", "V23", share, ratio(21, 40, "60")),
    "numerator of a count": ("share that is not its quotient", "V24", counted, put("numerator", "5")),
    "count with decimals": ("whole number with decimals", "V25", counted, put("value", lambda v: f"{v}.5")),
    "negative": ("negative", "V26", counted, put("value", lambda v: f"-{v}")),
    "above 100 %": ("percent above 100", "V27", share, ratio(21, 40, "525")),
    "typed as a fraction": ("percent typed as a fraction", "V28", share, ratio(21, 40, "0.525")),
    "numerator above": ("numerator above denominator", "V29", share, ratio(41, 40)),
    "zero denominator": ("numerator above denominator", "V30", share, ratio(0, 0)),
    "year for a quarter": ("period that does not fit", "V31", anywhere, put("period", "2022")),
    "month for a quarter": ("period that does not fit", "V31", anywhere, put("period", "2022-05")),
    "after the plan": ("period outside the plan", "V32", anywhere, lambda r: r | {"period": "2031-Q1", "reported_on": ""}),
    "long before the plan": ("period outside the plan", "V32", anywhere, put("period", "1922-Q4")),
    "reported too early": ("report before its period ends", "V33", lambda r: r["state"] != "estimate", lambda r: r | {"reported_on": f"{r['period'][:4]}-01-02"}),
    "unit not allocated": ("unit without an allocation", "S07", lambda r: r["indicator"] == "ket-nap" and r["agency"] != WHOLE, put("agency", "ngoai-bang")),
    "cumulative falls": ("cumulative series that falls", "S04", lambda r: r["indicator"] == "ket-nap" and r["period"] == "2025-Q4" and r["agency"] != WHOLE, put("value", "25")),
    "tenfold": ("slip of one digit", "S05", lambda r: r["indicator"] == "doan-vien" and r["period"] != "2022-Q1", put("value", lambda v: f"{v}0")),
    "total differs": ("units unlike the stated total", "S06", lambda r: r["indicator"] == "ket-nap" and r["agency"] == WHOLE, put("value", lambda v: str(int(v) - 1))),
    "merged cells": ("merged-cell leftover", "T17", lambda r: r["period"] != "2022-Q1", put("indicator", "")),
    "total row": ("total row", "T16", anywhere, put("indicator", "Tổng cộng")),
}  # fmt: skip


def _cell(code: str, fits: Fits, edit: Edit) -> Callable[[Report, random.Random], Made]:
    def make(report: Report, dice: random.Random) -> Made:
        index = somewhere(report, fits, dice)
        mutant = report.with_row(index, edit(report.rows[index]))
        return mutant.text().encode(), {(code, mutant.line(index))}

    return make


# ---------------------------------------------------------------------------- one line


def _line(code: str, edit: Callable[[str], str]) -> Callable[[Report, random.Random], Made]:
    def make(report: Report, dice: random.Random) -> Made:
        line = report.line(somewhere(report, one_line, dice))
        lines = report.text().splitlines()
        lines[line - 1] = edit(lines[line - 1])
        return "\n".join([*lines, ""]).encode(), {(code, line)}

    return make


def _twice(report: Report, dice: random.Random) -> Made:
    """A row comes again somewhere: the later of the two is one too many."""
    index, place = dice.randrange(len(report.rows)), dice.randrange(len(report.rows))
    copy = report.rows[index]
    mutant = Report((*report.rows[:place], copy, *report.rows[place:]))
    second = max(i for i, row in enumerate(mutant.rows) if row is copy)
    return mutant.text().encode(), {("S01", mutant.line(second))}


def _open_quote(report: Report, dice: random.Random) -> Made:
    """A quote that never closes; a second fault on the last line shows that nothing is swallowed."""
    line = report.line(somewhere(Report(report.rows[:-1]), one_line, dice))
    lines = report.text().splitlines()
    lines[line - 1] = lines[line - 1].rpartition(",")[0].rpartition(",")[0] + ',"ghi chú bỏ dở,'
    for state in ("estimate", "official", "provisional"):
        lines[-1] = lines[-1].replace(state, "x")
    return "\n".join([*lines, ""]).encode(), {("T18", line), ("V18", len(lines))}


# ------------------------------------------------------------------------- a whole file


def _file(code: str, edit: Callable[[str], bytes]) -> Callable[[Report, random.Random], Made]:
    def make(report: Report, dice: random.Random) -> Made:
        rows = list(report.rows)
        dice.shuffle(rows)
        text = Report(tuple(row | {"note": ""} for row in rows)).text()
        return edit(text), {(code, 1)}

    return make


def _header(text: str, old: str, new: str) -> bytes:
    head, _, rows = text.partition("\n")
    return f"{head.replace(old, new)}\n{rows}".encode()


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def written(rows: list[list[str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _without(text: str, column: str) -> bytes:
    at = COLUMNS.index(column)
    return written([row[:at] + row[at + 1 :] for row in cells(text)])


def _legacy(encode: Callable[[str], bytes]) -> Callable[[Report, random.Random], Made]:
    """Vietnamese in an encoding of the nineties, in one note only."""

    def make(report: Report, dice: random.Random) -> Made:
        plain = Report(tuple(row | {"note": "", "source": "Report"} for row in report.rows))
        index = dice.randrange(len(plain.rows))
        marked = plain.with_row(index, plain.rows[index] | {"note": "Đã báo cáo"})
        return encode(marked.text()), {("T05", marked.line(index))}

    return make


def _tcvn3(text: str) -> bytes:
    letters = {"Đ": 0xA7, "ã": 0xB7, "á": 0xB8}
    return bytes(letters.get(char, ord(char)) for char in text)


FAULTS: Mapping[str, Fault] = {
    **{
        name: Fault(kind, _cell(code, fits, edit))
        for name, (kind, code, fits, edit) in CELL_FAULTS.items()
    },
    "row twice": Fault("duplicate", _twice),
    "a cell too many": Fault("extra column", _line("T14", lambda line: line + ",thừa")),
    "a cell too few": Fault("missing column", _line("T14", lambda line: line.rpartition(",")[0])),
    "row of commas": Fault("blank row", _line("T15", lambda line: f"{',' * (len(COLUMNS) - 1)}\n{line}")),
    "empty line": Fault("blank row", _line("T15", lambda line: f"\n{line}")),
    "quote inside a cell": Fault("stray quote", _line("T19", lambda line: line.replace('"Báo cáo quý', '"Báo "cáo" quý'))),
    "quote that never closes": Fault("quote that never closes", _open_quote),
    "column missing": Fault("missing column", _file("T12", lambda text: _without(text, "note"))),
    "column misspelt": Fault("missing column", _file("T13", lambda text: _header(text, "period", "perid"))),
    "column in Vietnamese": Fault("missing column", _file("T13", lambda text: _header(text, "agency", "Đơn vị"))),
    "BOM": Fault("BOM", _file("T03", lambda text: b"\xef\xbb\xbf" + text.encode())),
    "semicolons": Fault("; for ,", _file("T06", lambda text: written(cells(text), ";"))),
    "tabs": Fault("tab for ,", _file("T06", lambda text: written(cells(text), "\t"))),
    "UTF-16 with mark": Fault("UTF-16", _file("T04", lambda text: text.encode("utf-16"))),
    "UTF-16 without mark": Fault("UTF-16", _file("T04", lambda text: text.encode("utf-16-le"))),
    "cp1258": Fault("cp1258 bytes", _legacy(lambda text: text.replace("ã", "a\u0303").encode("cp1258"))),
    "TCVN3": Fault("TCVN3 bytes", _legacy(_tcvn3)),
    "CR only": Fault("CR-only file", _file("T07", lambda text: text.replace("\n", "\r").encode())),
    "title rows": Fault("title rows above the header", _file("T09", lambda text: f"BÁO CÁO\nNăm 2025\n\n{text}".encode())),
    "header twice": Fault("duplicate header", _file("T11", lambda text: _header(text, "note,region", "note,note"))),
    "no header": Fault("missing header", _file("T10", lambda text: text.partition("\n")[2].replace(",\n", "\n").encode())),
    "empty": Fault("empty file", _file("T01", lambda text: b"")),
    "only blank lines": Fault("empty file", _file("T01", lambda text: b"\n\n")),
    "header only": Fault("header-only file", _file("T02", lambda text: text.partition("\n")[0].encode())),
}  # fmt: skip


# ------------------------------------------------------------------------------- legal


def _legal(fits: Fits, edit: Edit) -> Callable[[Report, random.Random], bytes]:
    def make(report: Report, dice: random.Random) -> bytes:
        index = somewhere(report, fits, dice)
        row = edit(report.rows[index])
        assert row != report.rows[index]
        return report.with_row(index, row).text().encode()

    return make


def _shuffled(report: Report, dice: random.Random) -> bytes:
    rows = list(report.rows)
    dice.shuffle(rows)
    return Report(tuple(rows)).text().encode()


def _turned(report: Report, dice: random.Random) -> bytes:
    order = list(range(len(COLUMNS)))
    dice.shuffle(order)
    return written([[row[at] for at in order] for row in cells(report.text())])


def _falling(report: Report, dice: random.Random) -> bytes:
    """Every further quarter of one body's level is lower than the one before."""
    unit = dice.choice([row["agency"] for row in report.rows if row["agency"] != WHOLE])
    level = 900
    rows = []
    for row in report.rows:
        if row["indicator"] == "doan-vien" and row["agency"] == unit:
            level -= dice.randrange(1, 9)
            rows.append(row | {"value": str(level)})
        else:
            rows.append(row)
    return Report(tuple(rows)).text().encode()


def level(row: Row) -> bool:
    return row["indicator"] == "doan-vien"


LEGAL: Mapping[str, Callable[[Report, random.Random], bytes]] = {
    "note of several lines": _legal(anywhere, put("note", 'một, "hai",\r\n\r\nba\nbốn, năm')),
    "zero": _legal(level, put("value", "0")),
    "NA as a code": _legal(level, put("region", "NA")),
    "blank value with a note": _legal(counted, lambda r: r | {"value": "", "note": "báo cáo để trống"}),
    "level that is halved": _legal(level, put("value", lambda v: str(int(v) // 2))),
    "level that falls and falls": _falling,
    "share rounded": _legal(share, ratio(1, 3, "33.3")),
    "full share": _legal(share, lambda r: r | {"numerator": r["denominator"]}),
    "dash in a note": _legal(anywhere, put("note", "- xã A: 5\n+ xã B: 7")),
    "quotes doubled": _legal(anywhere, put("source", 'Báo cáo "quý" số 5')),
    "commas in a note": _legal(anywhere, put("note", "a, b, c, d, e, f, g, h, i, j, k\nl, m, n, o, p, q, r, s, t, u, v")),
    "numbers in a note": _legal(anywhere, put("note", "22.000 người; 65,5%")),
    "lines end as on Windows": lambda report, dice: report.text().replace("\n", "\r\n").encode(),
    "rows in any order": _shuffled,
    "columns in any order": _turned,
}  # fmt: skip
