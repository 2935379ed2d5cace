from __future__ import annotations

import csv
import datetime as dt
import io

from site_builder.exports import progress_csv
from site_builder.model.repository import Repository
from site_builder.model.rows import ProgressRow
from site_builder.progress.build import take_snapshot

ROW = {
    "plan": "x/p",
    "file": "data/x/p/a.csv",
    "record": 0,
    "indicator": "i",
    "agency": "a",
    "period": "2022-Q4",
    "value": "22000",
    "state": "illustrative",
    "source": "=HYPERLINK(1)",
    "note": "Dòng một,\ndòng hai",
}


def _read(*rows: dict[str, object]) -> list[dict[str, str]]:
    repository = Repository(progress=tuple(ProgressRow.model_validate(row) for row in rows))
    text = progress_csv.write(take_snapshot(repository, dt.date(2026, 1, 1))).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_is_there_with_its_state_and_file() -> None:
    read = _read(ROW, ROW | {"record": 1, "value": None, "note": "Để trống"})

    assert [row["value"] for row in read] == ["22000", ""]
    assert read[0]["state"] == "illustrative"
    assert read[0]["file"] == "data/x/p/a.csv"
    assert read[0]["note"] == "Dòng một,\ndòng hai"


def test_a_cell_that_would_run_in_a_spreadsheet_does_not() -> None:
    assert _read(ROW)[0]["source"] == "'=HYPERLINK(1)"
