"""What keeps its name while lines move, and what gets another."""

from __future__ import annotations

from site_builder.checks.result import Located
from site_builder.pipeline import check
from site_builder.reports._fingerprints import fingerprints
from site_builder.terms.place import Cell, Node
from tests.checks.conftest import base_files

from .samples import HOSTILE, located

CSV = "data/vung/ke-hoach/progress/2022.csv"
PLAN = "plans/vung/ke-hoach.yml"


def _faulty() -> dict[str, str]:
    texts = {file: content.decode() for file, content in base_files().items()}
    texts[CSV] = texts[CSV].replace("2022,4210,", "2022,4.210,")
    texts[PLAN] = texts[PLAN].replace("about: 4500", "about: 4.500")
    return texts


def _names(texts: dict[str, str]) -> list[str]:
    return list(fingerprints(_found(texts)))


def _found(texts: dict[str, str]) -> tuple[Located, ...]:
    return check({file: text.encode() for file, text in texts.items()}).findings


def test_lines_that_move_change_nothing() -> None:
    texts = _faulty()
    before = _names(texts)
    head, _, rows = texts[CSV].partition("\n")
    texts[CSV] = f"{head}\nket-nap-moi,cd-c,2022-Q1,5,,,official,Báo cáo,2022-04-05,\n{rows}"
    texts[PLAN] = "# một dòng nữa\n\n" + texts[PLAN].replace("unit: ", "unit:   ")
    assert [one.spot.line for one in _found(texts)] != [one.spot.line for one in _found(_faulty())]
    assert _names(texts) == before
    assert len(before) == 2


def test_what_was_read_where_and_by_which_rule_makes_the_name() -> None:
    value = Cell("data/a.csv", 3, "value")
    found = [
        located("1", where=value),
        located("2", where=value),
        located("1", where=Cell("data/a.csv", 3, "note")),
        located("1", where=Cell("data/a.csv", -1, "value")),
        located("1", where=value, code="V07"),
        located("1", where=value, file="data/b.csv"),
        located("1", where=Node("plans/a.yml", ("a", "b"))),
        located("1", where=Node("plans/a.yml", ("a", "b"), "key")),
        located("1"),
    ]
    assert len(set(fingerprints(found))) == len(found)


def test_places_in_lists_and_row_numbers_have_no_part_in_it() -> None:
    first = [located(where=Cell("data/a.csv", 3, "value")), located(where=Node("a", ("b", 1, "c")))]
    later = [located(where=Cell("data/a.csv", 9, "value")), located(where=Node("a", ("b", 2, "c")))]
    assert list(fingerprints(first)) == list(fingerprints(later))


def test_findings_that_are_alike_have_names_of_their_own() -> None:
    names = list(fingerprints([located(line=n) for n in range(100)]))
    assert len(set(names)) == 100
    # One of them mended: the others are not taken for new ones.
    assert set(fingerprints([located(line=n) for n in range(99)])) < set(names)


def test_any_text_has_a_name() -> None:
    (name,) = fingerprints([located(HOSTILE, file=HOSTILE)])
    assert len(name) == 32 and int(name, 16) > 0
