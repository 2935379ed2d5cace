"""Two revisions between which there is a change of every weight, with and without authority."""

from __future__ import annotations

from site_builder import pipeline
from site_builder.changes.comparison import Comparison
from tests.changes.repositories import (
    FIGURES,
    OTHER,
    PLAN,
    Files,
    amended,
    edited,
    with_amending_document,
)
from tests.sites.trees import DAY, mini_files

UNITS = "data/vung/12-kh-ldld/progress/xa.csv"
_AMENDMENTS = """\
amendments:
  - document: sua-doi
    clause: "2"
    changes:
      - {what: targets/tong-doan-vien/2025, from: at_least 5000, to: at_least 4800}
      - {what: targets/doi-thoai/2025, from: more_than 85, to: more_than 75}
"""
_DUTY = """\
  - id: tuyen-truyen
    clause: III-4
    task: Tuyên truyền tới người lao động
    when: {ongoing: true}
    lead: [moi-cdcs]
"""


def base() -> Files:
    return with_amending_document(mini_files())


def head() -> Files:
    """Amended with and without authority; figures revised, and a year of them added."""
    files = edited(
        base(),
        PLAN,
        ("2025: {at_least: 5000", "2025: {at_least: 4800"),
        ("          2030: {more_than: 6000, clause: II.1, wording: trên}\n", ""),
        ("2025: {more_than: 80", "2025: {more_than: 75"),
        (
            "    lead: [ldld-vung]\n    with: [huyen-uy, …]",
            "    lead: [huyen-uy]\n    with: [ldld-vung]",
        ),
        ("cd-a: 300, cd-b: 240", "cd-a: 290, cd-b: 250"),
        ("due: 2027-01", "due: 2027-06"),
        ("task: Tổng kết kế hoạch", "task: Tổng kết việc thực hiện kế hoạch"),
        (_DUTY, ""),
        ("population: đơn vị có công đoàn", "population: đơn vị có từ 25 lao động"),
    )
    files = edited(files, OTHER, ("monitor: [ldld-vung]", "advise: [ldld-vung]"))
    files = edited(files, FIGURES, ("2022,4210", "2022,4300"))
    files = edited(files, UNITS, ("ket-nap-moi,cd-a,2026-Q3", _rows() + "ket-nap-moi,cd-a,2026-Q3"))
    return amended(files, PLAN, _AMENDMENTS)


def _rows() -> str:
    return "".join(
        f"ket-nap-moi,cd-a,{year}-Q{quarter},{value},,,official,Báo cáo quý,{year + 1}-05-05,\n"
        for year, value in ((2023, 100), (2024, 160), (2025, 220))
        for quarter in (1, 2, 3, 4)
    )


def comparison() -> Comparison:
    return pipeline.compare(base(), head(), DAY)
