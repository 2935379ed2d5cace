"""A sound report of two thousand rows, with its plan: what the mutants are made from."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, replace

from site_builder import pipeline

FILE = "data/vung/mau/progress/bao-cao.csv"
COLUMNS = (
    "indicator", "agency", "period", "value", "numerator", "denominator", "state", "source",
    "reported_on", "note", "region",
)  # fmt: skip
UNITS = tuple(f"xa-{letter}0{n}" for n in range(1, 8) for letter in "abcdef")[:41]
WHOLE = "huyen"
QUARTERS = [(year, quarter) for year in range(2022, 2026) for quarter in range(1, 5)]
ENDS = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}
AFTER = {1: "04-12", 2: "07-11", 3: "10-12"}

PLAN = f"""kind: Kế hoạch
number: 09/KH-MAU
title: Kế hoạch mẫu
system: union
issuer: {WHOLE}
issued: 2022-01-10
place: Vùng
territory: huyện Vùng
signed_by: {{name: Trần Văn Mẫu, position: Chủ tịch}}
period: {{from: 2022, to: 2025}}
whole: {WHOLE}
document: ke-hoach-mau
outline:
  - {{clause: II, heading: Chỉ tiêu}}
objectives:
  - id: muc-tieu
    clause: II
    title: Mục tiêu
    indicators:
      - id: doan-vien
        name: Số đoàn viên
        unit: đoàn viên
        measures: stock
        every: quarter
        breakdowns: [region]
        targets: {{2025: {{at_least: 9000, clause: II}}}}
      - id: ket-nap
        name: Đoàn viên kết nạp
        unit: đoàn viên
        measures: cumulative
        every: quarter
        targets: {{2025: {{bare: {100 * len(UNITS)}, clause: II}}}}
        allocation:
          clause: II
          period: 2025
          printed_total: {100 * len(UNITS)}
          shares: {{{", ".join(f"{unit}: 100" for unit in UNITS)}}}
      - id: ty-le
        name: Tỷ lệ đối thoại
        unit: "%"
        measures: ratio
        numerator: đơn vị đối thoại
        denominator: đơn vị có công đoàn
        every: quarter
        targets: {{2025: {{at_least: 80, clause: II}}}}
"""
AGENCIES = "agencies:\n" + "".join(
    f"  {name}: {{name: Đơn vị {name}}}\n" for name in (*UNITS, WHOLE, "ngoai-bang")
)
DOCUMENTS = """documents:
  ke-hoach-mau: {kind: Kế hoạch, number: 09/KH-MAU, issuer: Huyện Vùng, issued: 2022-01-10,
    issuer_agency: huyen, plan: vung/mau}
"""

Row = dict[str, str]


@dataclass(frozen=True)
class Report:
    """A sound report: rows in file order, and how the file is written."""

    rows: tuple[Row, ...]

    def text(self) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()

    def line(self, index: int) -> int:
        """The line on which a row starts; notes of several lines push it down."""
        return Report(self.rows[:index]).text().count("\n") + 1

    def with_row(self, index: int, row: Row) -> Report:
        return replace(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))


def sound_report(dice: random.Random) -> Report:
    rows: list[Row] = []
    for indicator in ("doan-vien", "ket-nap", "ty-le"):
        sums = dict.fromkeys(QUARTERS, 0)
        for unit in UNITS:
            level = dice.randrange(300, 900)
            for when in QUARTERS:
                level += dice.randrange(1, 30) * (
                    1 if indicator == "ket-nap" else dice.choice((1, -1))
                )
                sums[when] += level
                rows.append(sound_row(dice, indicator, unit, when, level))
        rows += [sound_row(dice, indicator, WHOLE, when, total) for when, total in sums.items()]
    return Report(tuple(rows))


def sound_row(
    dice: random.Random, indicator: str, agency: str, when: tuple[int, int], level: int
) -> Row:
    year, quarter = when
    shares = indicator == "ty-le"
    return {
        "indicator": indicator,
        "agency": agency,
        "period": f"{year}-Q{quarter}",
        "value": "" if shares else str(level),
        "numerator": str(dice.randrange(level)) if shares else "",
        "denominator": str(level) if shares else "",
        "state": dice.choice(("official", "provisional", "estimate")),
        "source": f"Báo cáo quý {quarter}, năm {year}",
        "reported_on": f"{year + 1}-01-15" if quarter == 4 else f"{year}-{AFTER[quarter]}",
        "note": dice.choice(("", "", "", "đã rà soát", "số liệu hai xã,\nđã đối chiếu")),
        "region": "",
    }


PLANS = {
    "plans/agencies.yml": AGENCIES.encode(),
    "plans/documents.yml": DOCUMENTS.encode(),
    "plans/vung/mau.yml": PLAN.encode(),
}


def found(content: bytes) -> set[tuple[str, int]]:
    """(code, line) of every finding about the report."""
    located = pipeline.check(PLANS | {FILE: content}).findings
    return {(at.finding.code, at.spot.line) for at in located if at.spot.file == FILE}
