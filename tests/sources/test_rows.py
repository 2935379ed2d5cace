"""Cells that passed every rule become row models; blanks stay blank."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from site_builder.model.rows import DutyRow, ProgressRow
from site_builder.sources.rows import Coded, build_rows, of_type
from site_builder.sources.table_kinds import KINDS

CELLS = {
    "indicator": "doan-vien", "agency": "quan", "period": "2022", "state": "official",
    "source": "Báo cáo",
}  # fmt: skip


def columns(names: Iterable[str], *rows: Mapping[str, str]) -> dict[str, Coded]:
    found: dict[str, Coded] = {}
    for name in names:
        cells = [row.get(name, "") for row in rows]
        distinct = sorted(set(cells))
        found[name] = Coded(array("i", map(distinct.index, cells)), distinct)
    return found


def many(*rows: Mapping[str, str], records: Sequence[int] = ()) -> list[ProgressRow]:
    kind = KINDS["progress"]
    names = (*kind.columns, *kind.optional, "sex")
    wanted = records or range(len(rows))
    places = {i: ("data/a/2022.csv", i) for i in wanted}
    built = build_rows("progress", "a", places, columns(names, *rows), ("sex",))
    return list(of_type(built, ProgressRow))


def progress(**given: str) -> ProgressRow:
    (row,) = many(CELLS | given)
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
    found = columns(KINDS["duties"].columns, cells)
    (row,) = build_rows("duties", "a", {0: ("f", 3)}, found, ())
    assert isinstance(row, DutyRow)
    assert (row.period, str(row.done_on), row.record) == (None, "2022-03-25", 3)


def test_blank_and_filled_cells_of_one_column_stay_apart() -> None:
    rows = many(CELLS | {"value": "3", "sex": "nữ"}, CELLS, CELLS | {"note": "chưa có số"})
    assert [row.value for row in rows] == [Decimal(3), None, None]
    assert [row.breakdown for row in rows] == [(("sex", "nữ"),), (), ()]
    assert [row.note for row in rows] == ["", "", "chưa có số"]


def test_only_wanted_rows_are_read() -> None:
    rows = many(CELLS, CELLS | {"value": "#REF!"}, CELLS, records=(2, 0))
    assert [row.record for row in rows] == [0, 2]


def test_rows_of_one_kind_are_picked_and_sorted_by_their_place() -> None:
    rows = many(CELLS, CELLS, CELLS)
    assert [row.record for row in of_type(reversed(rows), ProgressRow)] == [0, 1, 2]
    assert of_type(rows, DutyRow) == ()
