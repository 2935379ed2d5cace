"""Targets of many shapes in words: breakdowns, scopes, two authorities, sums, changes, quarters."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import ProgressRow
from site_builder.pages import alike, changes, documents, indicator
from site_builder.pages.deeds import Deed
from site_builder.pages.documents import DocumentsData
from site_builder.pages.indicator import IndicatorData
from site_builder.pages.indicator_parts import PartTable
from site_builder.pages.page import Context, Page
from site_builder.progress.build import take_snapshot
from site_builder.terms.text import Lang, Text
from tests.pages import aging
from tests.pages.aging import AFTER
from tests.pages.rendered import html, text

PLAN = "x/kh"
INDICATORS: list[dict[str, Any]] = [
    {"id": "hang", "name": "Thứ hạng", "measures": "rank", "unit": "hạng", "better": "less",
     "breakdowns": ["khu-vuc"],
     "breaks": [{"from": "2024-01-01", "why": "Đổi cách xếp", "document": "nq"}],
     "targets": {
         "2025@nuoc": {"at_most": 50, "clause": "I", "wording": "trong nhóm … tỉnh đứng đầu",
                       "scope": {"vi": "cả nước", "en": "the country"}},
         "2025@vung": {"at_most": 3, "clause": "I", "of": {"khu-vuc": "tay-nguyen"},
                       "scope": {"vi": "vùng Tây Nguyên", "en": "the Highlands"}}}},
    {"id": "ty-le", "name": "Tỷ lệ", "measures": "ratio", "unit": "%", "breakdowns": ["sex"],
     "breaks": [{"from": "2024-01-01", "why": "Đổi cách xếp", "document": "nq"}],
     "numerator": "a", "denominator": "b",
     "targets": {"2025": {"at_least": 80, "clause": "I"},
                 "2025@nu": {"at_least": 30, "clause": "I", "of": {"sex": "nu"}}}},
    {"id": "ngheo", "name": "Hộ nghèo", "measures": "stock", "unit": "hộ", "better": "less",
     "targets": {"2025": {"at_most": 4000, "clause": "I", "authority": "nq"},
                 "2025@ttg": {"at_most": 3500, "clause": "I", "authority": "qd"}}},
    {"id": "thu", "name": "Thu ngân sách", "measures": "flow", "unit": "tỷ đồng",
     "targets": {"2025": {"at_least": 90000, "clause": "I", "since": "2021"}}},
    {"id": "giam", "name": "Số thất nghiệp", "measures": "stock", "unit": "người", "better": "less",
     "targets": {"2025": {"at_least": 20000, "clause": "I", "wording": "giảm ít nhất",
                          "relative": {"as": "decrease_by", "to": "2020", "value": 100000}}}},
    {"id": "quy", "name": "Số buổi", "measures": "flow", "unit": "buổi",
     "targets": {"2023-Q2": {"at_least": 5, "clause": "I"},
                 "2023-Q4": {"at_least": 8, "clause": "I"}}},
]  # fmt: skip


def _row(record: int, name: str, period: str, value: int | None, **fields: Any) -> ProgressRow:
    given: dict[str, Any] = {
        "plan": PLAN, "file": "data/x/kh/a.csv", "record": record, "agency": "tinh",
        "indicator": name, "period": period, "value": value, "state": "official",
        "source": "Báo cáo", "reported_on": "2024-02-01",
    }  # fmt: skip
    return ProgressRow(**(given | fields))


ROWS = (
    _row(0, "hang", "2022", 48),
    _row(1, "hang", "2022", 4, breakdown=(("khu-vuc", "tay-nguyen"),)),
    _row(2, "hang", "2023", 2, breakdown=(("khu-vuc", "tay-nguyen"),)),
    _row(3, "thu", "2021", 15000),
    _row(4, "thu", "2022", 17000),
    _row(5, "quy", "2023-Q2", 6),
    _row(6, "quy", "2023-Q4", 7),
    _row(7, "ngheo", "2023", 4600),
)


@cache
def context() -> Context:
    plan = Plan.model_validate({
        "kind": "Kế hoạch", "number": "01/KH", "title": "Nhiều dạng", "system": "state",
        "issuer": "tinh", "issued": "2021-01-10", "place": "X", "territory": "Tỉnh X",
        "signed_by": {"name": "A", "position": "Chủ tịch"}, "period": {}, "whole": "tinh",
        "document": "kh", "outline": [{"clause": "I", "heading": "Chỉ tiêu"}],
        "objectives": [{"id": "mt", "clause": "I", "title": "Mục tiêu", "indicators": INDICATORS}],
        "duties": [],
    })  # fmt: skip
    repository = Repository(
        plans={PLAN: plan},
        agencies=AgenciesFile.model_validate({"agencies": {"tinh": {"name": "Tỉnh"}}}).agencies,
        documents=DocumentsFile.model_validate({"documents": {
            "kh": {"kind": "Kế hoạch", "number": "01/KH", "issued": "2021-01-10", "plan": PLAN},
            "nq": {"kind": "Nghị quyết", "number": "12/NQ-HĐND", "issued": "2021-03-01"},
            "qd": {"kind": "Quyết định", "number": "90/QĐ-TTg", "issued": "2021-02-01"},
        }}).documents,
        progress=ROWS,
    )  # fmt: skip
    return Context(
        snapshot=take_snapshot(repository, dt.date(2024, 6, 1)),
        rules={},
        site_name=Text("Trang", "Site"),
        illustrative_shown=False,
    )


def page(name: str) -> Page:
    pages = {one.path.split("/")[-2]: one for one in indicator.pages(context())}
    return pages[name]


def data(name: str) -> IndicatorData:
    found = page(name).data
    assert isinstance(found, IndicatorData)
    return found


def parts(name: str) -> PartTable:
    found = data(name).parts
    assert found is not None
    return found


def starts(name: str) -> list[dt.date | None]:
    chart = data(name).chart
    assert chart is not None
    return [mark.start for mark in chart.targets]


def read(name: str, lang: Lang = "vi") -> str:
    return text(html(page(name), context(), lang))


def test_words_that_follow_the_number_of_a_rank_are_its_unit() -> None:
    assert "trong nhóm 50 tỉnh đứng đầu" in read("hang")
    assert "50 hạng" not in read("hang")
    assert "không quá 3 hạng" in read("hang")


@pytest.mark.parametrize(("lang", "name"), [("vi", "vùng Tây Nguyên"), ("en", "the Highlands")])
def test_figures_of_a_breakdown_stand_in_a_table_under_the_words_of_its_scope(
    lang: Lang, name: str
) -> None:
    table = parts("hang")
    (row,) = table.rows
    assert [str(cell.value) for cell in row.cells] == ["4", "2"]
    assert row.name.of(lang) == name
    assert "tay-nguyen" not in read("hang", lang)


def test_a_breakdown_that_only_a_target_knows_is_named_without_figures() -> None:
    table = parts("ty-le")
    assert [row.name.vi for row in table.rows] == ["nữ"] and table.periods == ()
    assert "Chưa có số liệu nào của các phân tổ này." in read("ty-le")
    assert data("ngheo").parts is None


def test_the_head_of_the_page_says_whose_number_it_is_and_what_was_added_up() -> None:
    notes = {fact.label.vi: fact.note.vi for fact in data("ngheo").glance if fact.note}
    assert notes["Mốc kế tiếp"].startswith("đến năm 2025; theo 12/NQ-HĐND")
    sums = {fact.label.vi: fact.note.vi for fact in data("thu").glance if fact.note}
    assert sums["Kỳ vọng đến cuối kỳ ấy"].startswith("cộng dồn đã được 32.000 tỷ đồng;")
    assert "giảm ít nhất 20.000 người so với năm 2020" in read("giam")
    assert "a decrease of at least 20,000 người from 2020" in read("giam", "en")


def test_the_level_of_a_quarter_is_drawn_through_that_quarter_alone() -> None:
    assert starts("quy") == [dt.date(2023, 4, 1), dt.date(2023, 10, 1)]
    assert starts("thu") == [None]


def test_series_that_break_on_one_day_by_one_act_for_one_reason_are_one_entry() -> None:
    (broken,) = [deed for deed in changes.all_deeds(context()) if deed.kind == "break"]
    assert broken.subject.vi == "2 chỉ tiêu"
    assert [one.subject.vi for one in broken.lines] == ["Thứ hạng", "Tỷ lệ"]
    assert broken.anchor == "ngat-x.kh-2024-01-01-nq"
    (whole,) = changes.pages(context())
    assert html(whole, context()).count("Đổi cách xếp") == 1


def test_breaks_for_other_reasons_stand_apart_with_anchors_of_their_own() -> None:
    (one,) = [deed for deed in changes.all_deeds(context()) if deed.kind == "break"]
    single = [replace(one, lines=(), note=Text(why, why)) for why in "aabbc"]
    merged: list[Deed] = alike.together(single)
    assert [len(deed.lines) for deed in merged] == [2, 2, 0]
    assert len({deed.anchor for deed in merged[:2]}) == 2


def test_the_list_of_documents_tells_which_changed_something() -> None:
    aged = aging.context(AFTER)
    (listed,) = documents.pages(aged)
    assert isinstance(listed.data, DocumentsData)
    told = {key: [one.value for one in acts] for key, acts in listed.data.acts.items()}
    assert told == {
        "kh-moi": ["replaced"], "sua-1": ["amended", "replaced"], "sua-2": ["amended"],
        "nq-9": ["body"], "hd-3": ["break"],
    }  # fmt: skip
    markup = html(listed, aged)
    assert 'data-act="amended replaced"' in markup
    assert re.search(r'href="[^"]*sua-1/[^"]*#da-thay-doi"', markup)
    assert [one.value for one in listed.data.kinds] == ["amended", "replaced", "body", "break"]
