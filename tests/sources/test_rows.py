"""Cells that passed every rule become row models; blanks stay blank."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from site_builder.model.rows import DutyRow, ProgressRow
from site_builder.sources.rows import build_row, of_type
from site_builder.sources.table_kinds import KINDS


def progress(record: int = 0, **given: str) -> ProgressRow:
    cells = {
        "indicator": "doan-vien", "agency": "quan", "period": "2022", "state": "official",
        "source": "Báo cáo",
    } | given  # fmt: skip
    kind = KINDS["progress"]
    columns = (*kind.columns, *kind.optional)
    place = ("data/a/2022.csv", record)
    row = build_row("progress", "a", place, columns, ("sex",), lambda name: cells.get(name, ""))
    assert isinstance(row, ProgressRow)
    return row


def test_a_blank_value_stays_blank_and_zero_stays_zero() -> None:
    assert progress().value is None
    assert progress(value="0").value == Decimal(0)
    assert progress().reported_on is None


def test_breakdowns_are_kept_where_given() -> None:
    assert progress().breakdown == ()
    assert progress(sex="nữ").breakdown == (("sex", "nữ"),)


def test_texts_are_composed() -> None:
    loose = unicodedata.normalize("NFD", "Báo cáo quý")
    assert progress(source=loose).source == "Báo cáo quý"


def test_a_duty_needs_no_period() -> None:
    cells = {
        "duty": "huong-dan", "agency": "quan", "progress": "done", "done_on": "2022-03-25",
        "state": "official", "source": "Báo cáo",
    }  # fmt: skip
    columns = KINDS["duties"].columns
    row = build_row("duties", "a", ("f", 3), columns, (), lambda name: cells.get(name, ""))
    assert isinstance(row, DutyRow)
    assert (row.period, str(row.done_on), row.record) == (None, "2022-03-25", 3)


def test_rows_are_sorted_by_their_place() -> None:
    rows = [progress(5), progress(1), progress(3)]
    assert [row.record for row in of_type(rows, ProgressRow)] == [1, 3, 5]
    assert of_type(rows, DutyRow) == ()
