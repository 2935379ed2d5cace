"""Rows are matched by what they are about; which of a history changed, and whether it was closed."""

from __future__ import annotations

import datetime as dt

import pytest

from site_builder import pipeline
from site_builder.changes.data import is_closed
from site_builder.terms.period import parse_period
from tests.changes.repositories import FIGURES, Files, edited
from tests.sites.trees import DAY, mini_files

FOLDER = "data/vung/12-kh-ldld"


@pytest.mark.parametrize(
    ("period", "day", "closed"),
    [
        ("2025", "2026-01-31", False),
        ("2025", "2026-02-01", True),
        ("2026-Q3", "2026-10-31", False),
        ("2026-Q3", "2026-11-01", True),
        ("2026-01-31", "2026-02-28", False),
        ("2026-01-31", "2026-03-01", True),
        ("2027", "2026-11-20", False),
    ],
)
def test_a_period_closes_with_the_month_after_it(period: str, day: str, closed: bool) -> None:
    assert is_closed(parse_period(period), dt.date.fromisoformat(day)) is closed


def test_what_has_no_period_never_closes() -> None:
    assert not is_closed(None, dt.date.max)


def _codes(base: Files, head: Files) -> list[tuple[str, str]]:
    return [(c.kind.code, c.what) for c in pipeline.compare(base, head, DAY).changes]


def test_of_a_history_the_row_that_changed_is_found() -> None:
    head = edited(mini_files(), FIGURES, ("2023,4480", "2023,4470"))
    (change,) = pipeline.compare(mini_files(), head, DAY).changes

    assert change.kind.code == "closed-data-revised"
    assert (change.said_before.vi, change.said_after.vi) == ("4.480 đoàn viên", "4.470 đoàn viên")


def test_a_number_written_with_other_zeros_is_the_same() -> None:
    head = edited(mini_files(), FIGURES, ("2022,4210,", "2022,4210.0,"))

    assert _codes(mini_files(), head) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "what"),
    [
        (
            "duties/2022.csv", "done,2022-04-12", "done,2022-03-12", "data-revised",
            "data/duties/huong-dan/ldld-vung/-",
        ),
        (
            "reports/da-nhan.csv", "cd-a,2022,2023-01-05", "cd-a,2022,2023-01-04",
            "closed-data-revised", "data/reports/bao-cao/cd-a/2022",
        ),
        (
            "assessments/2026.csv", "2025,met", "2025,not_met", "closed-data-revised",
            "data/assessments/on-dinh/ldld-vung/2025",
        ),
        (
            "progress/xa.csv", "cd-b,2022-Q4,,", "cd-b,2022-Q4,5,", "closed-data-revised",
            "data/progress/ket-nap-moi/cd-b/2022-Q4",
        ),
    ],
)  # fmt: skip
def test_every_kind_of_table_is_compared(
    file: str, old: str, new: str, code: str, what: str
) -> None:
    head = edited(mini_files(), f"{FOLDER}/{file}", (old, new))

    assert (code, what) in _codes(mini_files(), head)


def test_overwriting_a_closed_figure_is_a_finding_and_refuses_nothing() -> None:
    head = edited(mini_files(), FIGURES, ("2022,4210", "2022,4300"))
    found = pipeline.compare(mini_files(), head, DAY)

    assert [one.finding.code for one in found.findings] == ["A007"]
    assert not found.refused


def test_of_what_has_no_corrections_none_is_asked() -> None:
    path = f"{FOLDER}/reports/da-nhan.csv"
    head = edited(mini_files(), path, ("cd-a,2022,2023-01-05", "cd-a,2022,2023-01-04"))

    assert not pipeline.compare(mini_files(), head, DAY).findings


def test_a_made_up_figure_has_no_history_to_keep() -> None:
    text = mini_files()[FIGURES].decode()
    assert "tong-doan-vien,ldld-vung,2025,4790,,,illustrative" in text
    head = edited(mini_files(), FIGURES, ("2025,4790,", "2025,4800,"))
    found = pipeline.compare(mini_files(), head, DAY)

    assert [change.kind.code for change in found.changes] == ["closed-data-revised"]
    assert not found.findings


def test_an_assessment_of_a_labelled_target_closes_with_its_period() -> None:
    label = ("2025: {in_words: hầu hết đơn vị", "2025@chung: {in_words: hầu hết đơn vị")
    files = edited(mini_files(), "plans/vung/12-kh-ldld.yml", label)
    rows = f"{FOLDER}/assessments/2026.csv"
    base = edited(files, rows, ("2025,met", "2025@chung,met"))
    head = edited(base, rows, ("2025@chung,met", "2025@chung,not_met"))

    found = ("closed-data-revised", "data/assessments/on-dinh/ldld-vung/2025@chung")
    assert found in _codes(base, head)


def test_the_place_is_the_cell_that_differs() -> None:
    head = edited(mini_files(), FIGURES, ("2022,4210", "2022,4300"))
    found = pipeline.compare(mini_files(), head, DAY)

    assert found.spots[0].sheet_cell == "D3"
    assert found.spots[0].line == 3
