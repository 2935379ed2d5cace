"""What one mistake hides, and what it must not hide."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder import pipeline
from site_builder.reports import Style, formats, report

from .conftest import base_files, lay

PLAN = "plans/vung/ke-hoach.yml"


def _said(*edits: tuple[str, str], file: str = PLAN, **files: str | None) -> list[tuple[str, int]]:
    over = {"files": files, "replace": {file: [list(edit) for edit in edits]}}
    return [
        (located.finding.code, located.spot.line)
        for located in pipeline.check(lay(over)).findings
        if located.finding.severity != "note"
    ]


def test_a_faulty_item_does_not_hide_the_meaning_of_the_others() -> None:
    """And what follows it in its list keeps its line."""
    said = _said(("measures: cumulative", "measures: x"), ("measures: flow", "measures: stock"))
    assert said == [("P005", 44), ("P145", 59)]


def test_what_stands_in_a_faulty_item_is_not_missed_elsewhere() -> None:
    """The remark's indicator is in the file, though it cannot be read."""
    assert _said(("measures: cumulative", "measures: x")) == [("P005", 44)]


def test_a_broken_list_of_bodies_does_not_make_every_body_unknown() -> None:
    files = {"plans/agencies.yml": "agencies: {a: {name: x}, b: {nam: y}}\n"}
    codes = [
        located.finding.code
        for located in pipeline.check(lay({"files": files})).findings
        if located.finding.severity == "error"
    ]
    assert codes == ["P001"]


def test_the_documents_of_cutoffs_must_be_listed() -> None:
    plan = ("issuer: ", "reporting: {year: {due_after: 9, document: nghi-quyet-tin}}\nissuer: ")
    assert [code for code, _ in _said(plan)] == ["P102"]
    body = ("name: ", "reporting: {month: {closes_on: 20, document: khong-co}}\n    name: ")
    agencies = base_files()["plans/agencies.yml"].decode()
    edited = agencies.replace(*body, 1)
    codes = [code for code, _ in _said(**{"plans/agencies.yml": edited})]
    assert codes == ["P102"]


def test_a_missing_list_is_one_finding() -> None:
    files = dict.fromkeys(["plans/documents.yml"])
    found = pipeline.check(lay({"files": files})).findings
    assert [located.finding.code for located in found] == ["F003"]


def test_a_broken_plan_does_not_make_its_document_point_nowhere() -> None:
    found = pipeline.check(lay({"files": {PLAN: "kind: [\n"}})).findings
    assert [located.finding.code for located in found] == ["Y010"]


def test_a_printed_total_that_fits_nothing_is_told_once() -> None:
    """Neither the sum of the rows nor the target: one number is wrong, in one cell."""
    unremarked = ("    indicators: [ket-nap-moi]\n", "")
    assert _said(("printed_total: 540", "printed_total: 541"), unremarked) == [("P161", 51)]
    assert _said(("bare: 540", "bare: 541"), unremarked) == [("P162", 51)]


def test_findings_are_sorted_by_place() -> None:
    said = _said(
        ("at_least: 45,", "at_least: 450,"),
        ("about: 4500", "about: 4500.5"),
        ("due: 2022-03,", "due: 2021-03,"),
    )
    assert said == [("P148", 39), ("P143", 83), ("P171", 88)]
    assert said == sorted(said, key=lambda one: one[1])


_BITES = st.sampled_from(
    ["", "x", "[", "}", ": ", "- ", "\n", "'", "&a ", "*a", "\t", "~", "2.000", "\x1b[2J", "\u202e"]
)
_FILES = st.sampled_from([PLAN, "plans/agencies.yml", "plans/documents.yml"])


@settings(max_examples=150, deadline=None)
@given(_FILES, st.integers(0, 4000), st.integers(0, 40), _BITES)
def test_a_repository_torn_anywhere_is_always_told_of(
    file: str, at: int, cut: int, bite: str
) -> None:
    """Whatever the tear, every finding has a place in a file and every format can tell it."""
    files = base_files()
    text = files[file].decode()
    at %= len(text)
    torn = {**files, file: (text[:at] + bite + text[at + cut :]).encode()}
    result = pipeline.check(torn)
    for located in result.findings:
        lines = torn[located.spot.file].decode().split("\n")
        assert located.spot.excerpt == lines[located.spot.line - 1]
        assert 1 <= located.spot.column < located.spot.end_column
    for name in formats():
        said = report(name)(result, "vi", Style(colour=False, width=80))
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_a_number_outside_its_bounds_says_them() -> None:
    for key, value, bounds in (
        ("closes_on", 31, "từ 1 đến 28; cuối tháng thì bỏ trống"),
        ("closes_on", 0, "từ 1 đến 28; cuối tháng thì bỏ trống"),
        ("due_after", 400, "từ 0 đến 366"),
    ):
        plan = base_files()[PLAN].decode()
        edited = plan.replace("issuer: ", f"reporting: {{year: {{{key}: {value}}}}}\nissuer: ", 1)
        (found,) = pipeline.check(lay({"files": {PLAN: edited}})).findings
        assert found.finding.code == "P004"
        assert found.finding.expected.vi == bounds


def test_of_a_rank_that_grows_better_with_more_the_direction_is_doubted() -> None:
    plan = base_files()[PLAN].decode()
    ratio = plan[plan.index("        measures: ratio\n        within") : plan.index("duties:")]
    rank = (
        "        measures: rank\n        better: more\n        every: year\n"
        "        targets:\n          2025: {at_most: 10, clause: II.2}\n"
    )
    found = pipeline.check(lay({"files": {PLAN: plan.replace(ratio, rank)}})).findings
    told = [one.finding.expected.vi for one in found if one.finding.code == "P147"]
    assert told == ["better: less"]
