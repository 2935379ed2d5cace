from __future__ import annotations

from site_builder.pages.document import DocumentData
from tests.pages.contexts import page_of


def _data(key: str) -> DocumentData:
    data = page_of(f"documents/{key}/").data
    assert isinstance(data, DocumentData)
    return data


def test_what_it_carries_out_and_what_carries_it_out_mirror_each_other() -> None:
    middle = _data("chuong-trinh-huyen-uy")

    assert [line.id for line in middle.implements] == ["nghi-quyet-05"]
    assert [line.id for line in middle.implemented_by] == ["ke-hoach-12"]
    assert middle.issuer_path == "agencies/huyen-uy/"


def test_citations_lead_to_their_clauses_in_words() -> None:
    cited = _data("nghi-quyet-05").cited[0]

    assert cited.implements
    assert [(c.full.vi, c.path) for c in cited.clauses] == [
        ("phần mở đầu", "plans/vung/12-kh-ldld/#muc-MD"),
        ("mục II", "plans/vung/12-kh-ldld/#muc-II"),
    ]


def test_what_a_plan_prints_otherwise_is_kept() -> None:
    data = _data("chi-thi-khong-so")

    assert [cited.printed for cited in data.cited] == ["Chỉ thị về đối thoại"]
    assert not data.cited[0].implements
    assert data.issuer_path is None
