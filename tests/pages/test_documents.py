from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.pages.documents import Branch, DocumentLine, DocumentsData, label, lines, trees
from site_builder.progress.build import take_snapshot
from site_builder.terms.text import same
from tests.pages.contexts import mini_context, page_of


def _line(key: str) -> DocumentLine:
    document = Document.model_validate({"kind": "Kế hoạch", "number": key})
    return DocumentLine(key, f"documents/{key}/", same(key), document, None, 0)


def _known(*keys: str) -> Mapping[str, DocumentLine]:
    return {key: _line(key) for key in keys}


def _drawn(branches: tuple[Branch, ...]) -> list[object]:
    return [[branch.line.id, *_drawn(branch.below)] for branch in branches]


def test_a_document_is_called_by_kind_and_number_else_by_its_subject() -> None:
    def called(**fields: object) -> str:
        return label(Document.model_validate({"kind": "Nghị quyết"} | fields)).vi

    assert called(number="02-NQ/TW", subject="Về đổi mới") == "Nghị quyết số 02-NQ/TW"
    assert called(subject="Về đổi mới") == "Nghị quyết “Về đổi mới”"
    assert called(number={"unknown": "mất đầu trang"}) == "Nghị quyết (chưa rõ số)"
    assert called() == "Nghị quyết"
    assert called(kind="Luật", subject="Luật Công đoàn") == "Luật Công đoàn"
    assert called(subject="Về đổi mới", issuer="Tỉnh ủy") == "Nghị quyết “Về đổi mới”, Tỉnh ủy"


@pytest.mark.parametrize(
    ("issuer", "territory", "where"),
    [
        (
            "Ủy ban nhân dân quận",
            "quận Ba Đình, thành phố Hà Nội",
            "quận Ba Đình, thành phố Hà Nội",
        ),
        ("LĐLĐ tỉnh", "Tỉnh Lai Châu", "Tỉnh Lai Châu"),
        ("LĐLĐ tỉnh Lai Châu", "Tỉnh Lai Châu", None),
        ("Thành ủy Hà Nội", "quận Ba Đình, thành phố Hà Nội", None),
        ("Bộ Chính trị", None, None),
        (None, "Tỉnh Lai Châu", None),
    ],
)
def test_an_issuer_that_names_no_place_gets_its_territory(
    issuer: str | None, territory: str | None, where: str | None
) -> None:
    fields = {"name": "LĐLĐ", "type": "body", "system": "union"}
    agency = Agency.model_validate(fields | ({"territory": territory} if territory else {}))
    document = Document.model_validate(
        {"kind": "Kế hoạch", "number": "1", "issuer_agency": "a"}
        | ({"issuer": issuer} if issuer else {})
    )
    repository = Repository(agencies={"a": agency}, documents={"d": document})
    context = replace(mini_context(), snapshot=take_snapshot(repository, dt.date(2026, 11, 20)))
    told = lines(context)["d"].where
    assert (told.vi if told else None) == where


def test_a_chain_is_shown_at_its_full_length() -> None:
    edges = [("b", "a"), ("c", "a"), ("c", "b"), ("d", "c")]

    assert _drawn(trees(edges, _known("a", "b", "c", "d"))) == [["a", ["b", ["c", ["d"]]]]]


def test_what_stands_elsewhere_in_the_tree_is_named_where_it_is_carried_out_too() -> None:
    edges = [("b", "a"), ("c", "b"), ("c", "a"), ("c", "x"), ("d", "a"), ("c", "d")]
    (tree,) = trees(edges, _known("a", "b", "c", "d", "x"))

    assert _drawn((tree,)) == [["a", ["b", ["c"]], ["d"]]]
    (c,) = tree.below[0].below
    assert [line.id for line in c.also] == ["d", "x"]
    assert tree.below[0].also == ()


def test_what_nobody_carries_out_and_what_is_unknown_is_no_tree() -> None:
    assert trees([("b", "elsewhere")], _known("a", "b")) == ()


def test_a_cycle_below_a_root_ends() -> None:
    # The checks refuse it; a page must end all the same.
    drawn = trees([("b", "a"), ("c", "b"), ("b", "c")], _known("a", "b", "c"))

    assert drawn == ()


def test_many_ways_up_are_not_walked_one_by_one() -> None:
    # 2 to the power of 40 ways: only a search that finds each depth once ends.
    layers = [(f"x{n}", f"y{n}") for n in range(40)]
    edges = [
        (low, high) for above, below in pairwise(layers)
        for low in below for high in above
    ]  # fmt: skip
    known = _known(*(key for layer in layers for key in layer))

    assert [branch.line.id for branch in trees(edges, known)] == ["x0"]


def test_every_document_is_listed_with_how_many_plans_cite_it() -> None:
    page = page_of("documents/")
    assert isinstance(page.data, DocumentsData)

    assert {line.id: line.cited_by for line in page.data.lines} == {
        "chi-thi-khong-so": 1,
        "chuong-trinh-huyen-uy": 1,
        "ke-hoach-12": 0,
        "nghi-quyet-05": 2,
    }
    assert len(page.data.lines) == len(mini_context().snapshot.repository.documents)
    assert [line.label.vi for line in page.data.lines] == [
        "Chỉ thị “Về đối thoại tại nơi làm việc”",
        "Chương trình (chưa rõ số), Huyện ủy Vùng",
        "Kế hoạch số 12/KH-LĐLĐ",
        "Nghị quyết số 05-NQ/TU",
    ]
    assert _drawn(page.data.trees) == [
        ["nghi-quyet-05", ["chuong-trinh-huyen-uy", ["ke-hoach-12"]]]
    ]
