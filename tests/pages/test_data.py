from __future__ import annotations

from site_builder.exports.catalogue import EXPORTS
from site_builder.model.rows import COLUMN_WORDS
from site_builder.pages import data
from site_builder.pages.data import DICTIONARY, TABLES, DataData
from site_builder.pages.data_columns import EXPORTED
from site_builder.pages.page import Context, Page
from tests.pages import small
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html


def _data(*, illustrative: bool = True) -> DataData:
    found = page_of("data/", illustrative=illustrative).data
    assert isinstance(found, DataData)
    return found


def test_every_export_can_be_downloaded() -> None:
    assert [one.path for one in _data().downloads] == [export.path for export in EXPORTS]


def test_rows_are_counted_by_state_over_all_tables() -> None:
    assert {line.state: line.rows for line in _data().states} == {
        "official": 19, "provisional": 1, "estimate": 1, "illustrative": 3,
    }  # fmt: skip


def test_files_lead_to_their_plan_and_say_whether_they_are_illustrative() -> None:
    folders = {folder.plan_path: folder for folder in _data().folders}
    files = {
        line.file.removeprefix("data/vung/"): line
        for folder in folders.values()
        for line in folder.files
    }

    assert files["12-kh-ldld/progress/ldld.csv"].illustrative
    assert files["12-kh-ldld/progress/ldld.csv"].rows == 13
    assert not files["12-kh-ldld/duties/2022.csv"].illustrative
    assert [line.file for line in folders["plans/vung/chuong-trinh-huyen-uy/"].files] == [
        "data/vung/chuong-trinh-huyen-uy/progress/huyen-uy.csv"
    ]


def test_without_illustrative_rows_none_is_counted_and_the_page_says_so() -> None:
    shown = _data(illustrative=False)

    assert not shown.illustrative_shown
    assert {line.state: line.rows for line in shown.states}["illustrative"] == 0
    assert not any(line.illustrative for folder in shown.folders for line in folder.files)
    assert not page_of("data/", illustrative=False).illustrative


def test_the_dictionary_explains_every_column_and_names_its_files() -> None:
    headers = {table.folder: table.header.split(",") for table in TABLES}

    assert {column.name for column in DICTIONARY} == set(COLUMN_WORDS)
    for column in DICTIONARY:
        assert column.folders
        assert list(column.folders) == [f for f, names in headers.items() if column.name in names]


def test_the_columns_of_the_downloads_are_explained_too() -> None:
    every = {name for export in EXPORTS for name in export.columns}
    explained = {one.name: one.folders for one in _data().exported}

    assert every - set(COLUMN_WORDS) == set(EXPORTED) == set(explained)
    assert explained["expected"] == ("statuses.csv",)
    assert explained["status"] == ("statuses.csv", "reports.csv")


def test_each_download_names_its_columns() -> None:
    shown = html(page_of("data/"), mini_context())

    for export in EXPORTS:
        assert ", ".join(export.columns) in shown


def test_every_kind_of_thing_that_can_be_cited_has_an_address_as_an_example() -> None:
    permanent = {one.kind.en: one.example for one in _data().permanent}

    assert permanent == {
        "A plan": "plans/vung/12-kh-ldld/",
        "A clause": "plans/vung/12-kh-ldld/#muc-II.1",
        "An indicator": "plans/vung/12-kh-ldld/indicators/tong-doan-vien/",
        "A duty": "plans/vung/12-kh-ldld/#nhiem-vu-huong-dan",
        "A body": "agencies/ldld-vung/",
    }


def test_an_empty_repository_has_nothing_to_cite_and_says_that_no_file_came_in() -> None:
    page = _only_page(small.empty_context())
    assert isinstance(page.data, DataData)

    assert page.data.permanent == () and page.data.folders == ()
    shown = html(page, small.empty_context())
    assert "Chưa nhận tệp số liệu nào." in shown and 'id="trich-dan"' not in shown


def _only_page(context: Context) -> Page:
    (page,) = data.pages(context)
    return page


def test_it_says_how_to_reuse_and_how_to_cite() -> None:
    shown = html(page_of("data/"), mini_context())

    for anchor in ("dung-lai", "trich-dan", "tu-dien"):
        assert f'id="{anchor}"' in shown
