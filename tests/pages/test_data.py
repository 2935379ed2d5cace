from __future__ import annotations

from site_builder.exports.catalogue import EXPORTS
from site_builder.model.rows import COLUMN_WORDS
from site_builder.pages.data import TABLES, DataData
from tests.pages.contexts import page_of


def _data(*, illustrative: bool = True) -> DataData:
    data = page_of("data/", illustrative=illustrative).data
    assert isinstance(data, DataData)
    return data


def test_every_export_can_be_downloaded() -> None:
    assert [one.path for one in _data().downloads] == [export.path for export in EXPORTS]


def test_rows_are_counted_by_state_over_all_tables() -> None:
    assert {line.state: line.rows for line in _data().states} == {
        "official": 19, "provisional": 1, "estimate": 1, "illustrative": 3,
    }  # fmt: skip


def test_files_lead_to_their_plan_and_say_whether_they_are_illustrative() -> None:
    files = {line.file.removeprefix("data/vung/"): line for line in _data().files}

    assert files["12-kh-ldld/progress/ldld.csv"].illustrative
    assert files["12-kh-ldld/progress/ldld.csv"].rows == 13
    assert not files["12-kh-ldld/duties/2022.csv"].illustrative
    assert files["chuong-trinh-huyen-uy/progress/huyen-uy.csv"].plan_path == (
        "plans/vung/chuong-trinh-huyen-uy/"
    )


def test_without_illustrative_rows_none_is_counted_and_the_page_says_so() -> None:
    data = _data(illustrative=False)

    assert not data.illustrative_shown
    assert {line.state: line.rows for line in data.states}["illustrative"] == 0
    assert not any(line.illustrative for line in data.files)
    assert not page_of("data/", illustrative=False).illustrative


def test_the_dictionary_explains_every_column() -> None:
    explained = {name for table in TABLES for name, _ in table.columns}

    assert explained == set(COLUMN_WORDS)
