from __future__ import annotations

from site_builder.pages.document import DocumentData
from site_builder.pages.documents import Branch
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html


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


def _drawn(branch: Branch) -> list[object]:
    return [branch.line.id, *(_drawn(below) for below in branch.below)]


def test_its_lineage_runs_from_the_topmost_document_to_what_hangs_below_it() -> None:
    whole = ["nghi-quyet-05", ["chuong-trinh-huyen-uy", ["ke-hoach-12"]]]
    for key in ("nghi-quyet-05", "chuong-trinh-huyen-uy", "ke-hoach-12"):
        lineage = _data(key).lineage
        assert lineage is not None and _drawn(lineage) == whole
    assert _data("chi-thi-khong-so").lineage is None


def test_in_its_lineage_it_stands_without_a_link_to_itself() -> None:
    page = page_of("documents/chuong-trinh-huyen-uy/")
    tree = html(page, mini_context()).partition('<ul class="tree">')[2]
    assert tree.count("<strong>") == 1
    assert 'href="../../documents/chuong-trinh-huyen-uy/"' not in tree


def test_it_is_found_by_label_and_number() -> None:
    (find,) = page_of("documents/ke-hoach-12/").finds
    assert (find.kind, find.also) == ("document", ("12/KH-LĐLĐ",))
    (unnumbered,) = page_of("documents/chi-thi-khong-so/").finds
    assert unnumbered.also == ()
