from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.sources.plans import read_plans
from tests.checks.conftest import base_files

PLAN = "plans/vung/ke-hoach.yml"


def _with(file: str, *edits: tuple[str, str]) -> dict[str, bytes]:
    files = base_files()
    text = files[file].decode()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**files, file: text.encode()}


def _codes(files: dict[str, bytes]) -> list[str]:
    return sorted(finding.code for finding in read_plans(files).findings)


def test_the_base_reads_whole() -> None:
    read = read_plans(base_files())
    assert (read.findings, read.broken, dict(read.partial)) == ((), frozenset(), {})
    assert list(read.plans) == ["vung/ke-hoach"]
    assert len(read.agencies) == 6
    assert len(read.documents) == 2
    assert read.agencies["cac-cong-doan-xa"].count == 3


def test_mistakes_of_all_files_are_told_in_one_run() -> None:
    files = {
        **_with(PLAN, ("kind: Kế hoạch", "kinds: Kế hoạch"), ("report: true", "report: yes")),
        "plans/agencies.yml": b"agencies:\n  x: {nam: X}\n",
        "plans/documents.yml": b"documents: [\n",
        "plans/khac.yml": b"\xff\xfe",
    }
    assert _codes(files) == ["P001", "P001", "P008", "Y002", "Y010"]


def test_a_misspelt_key_is_not_also_a_missing_key() -> None:
    assert _codes(_with(PLAN, ("whole: ldld-vung", "whol: ldld-vung"))) == ["P001"]
    assert _codes(_with(PLAN, ("whole: ldld-vung", "xyz: ldld-vung"))) == ["P001", "P002"]


def test_an_alias_is_not_also_an_empty_value() -> None:
    assert _codes(_with(PLAN, ("whole: ldld-vung", "whole: *w"))) == ["Y013"]


def test_sound_entries_of_a_faulty_list_are_kept() -> None:
    read = read_plans(_with("plans/agencies.yml", ("type: group", "type: gruop")))
    assert "plans/agencies.yml" in read.broken
    assert sorted(read.agencies) == ["ban-dan-van", "cd-a", "cd-b", "cd-c", "ldld-vung"]


def test_the_sound_remainder_of_a_plan_keeps_its_places() -> None:
    read = read_plans(_with(PLAN, ("measures: cumulative", "measures: x")))
    part = read.partial["vung/ke-hoach"]
    ids = [indicator.id for indicator in part.plan.indicators()]
    assert ids[:2] == ["tong-doan-vien", "thanh-lap-cdcs"]
    assert part.path_in_file(("objectives", 0, "indicators", 1, "id")) == (
        *("objectives", 0, "indicators", 2),
        "id",
    )
    assert read.plans == {}
    assert PLAN in read.broken


def test_a_mapping_where_text_or_unknown_may_stand_is_always_explained() -> None:
    assert _codes(_with(PLAN, ("number: 12/KH-LĐLĐ", "number: {a: 1}"))) == ["P001", "P002"]
    assert _codes(_with(PLAN, ("place: Vùng", "place: {v: 1}"))) == ["P001"]
    assert _codes(_with(PLAN, ("place: Vùng", "place: {unknow: x}"))) == ["P001"]
    assert _codes(_with(PLAN, ("issued: 2022-01-10", "issued: [x]"))) == ["P009"]


def test_a_whole_file_of_another_form_is_one_finding() -> None:
    assert _codes({**base_files(), PLAN: b"- a\n- b\n"}) == ["P004"]
    assert _codes({**base_files(), "plans/agencies.yml": b"agencies: x\n"}) == ["P004"]


def test_no_word_of_pydantic_is_shown() -> None:
    files = _with(
        PLAN,
        ("place: Vùng", "place: [1]"),
        ("at_least: 5000", "at_least: {x: y}"),
        ("{bare: 540, clause: II.1}", "{between: [1, 2, 3], clause: II.1}"),
        ("clauses: [PL]", "clauses: []"),
        ("period: {from: 2022, to: 2025, wording: giai đoạn 2022 - 2025}", "period: 2022"),
    )
    for finding in read_plans(files).findings:
        assert "nput should" not in finding.expected.vi + finding.expected.en + finding.read


_BITES = st.sampled_from(
    ["", "x", "[", "{", "]", "}", ":", "- ", "\n", "'", '"', "&a ", "*a", "\t", "null", "24.000"]
)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 30), _BITES)
def test_a_plan_torn_anywhere_never_raises(at: int, cut: int, bite: str) -> None:
    files = base_files()
    text = files[PLAN].decode()
    torn = text[:at] + bite + text[at + cut :]
    read = read_plans({**files, PLAN: torn.encode()})
    assert ("vung/ke-hoach" in read.plans) or read.findings


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_raise_in_any_file(data: bytes) -> None:
    for file in ("plans/agencies.yml", "plans/documents.yml", PLAN):
        assert read_plans({**base_files(), file: data}).findings


@pytest.mark.parametrize("name", ["indicators", "progress", "duties", "reports", "assessments"])
def test_a_plan_may_not_lie_where_another_plan_has_its_pages_or_figures(name: str) -> None:
    files = base_files()
    files[f"plans/vung/ke-hoach/{name}/so-tay.yml"] = files[PLAN]
    read = read_plans(files)
    assert [finding.code for finding in read.findings] == ["F002"]
    assert f"“{name}”" in read.findings[0].fix.vi
    assert list(read.plans) == ["vung/ke-hoach"]


def test_the_first_folder_collides_with_nothing() -> None:
    files = base_files()
    files["plans/reports/so-tay.yml"] = files.pop(PLAN)
    assert list(read_plans(files).plans) == ["reports/so-tay"]


@pytest.mark.parametrize(
    ("old", "new", "suggestion"),
    [
        ("period: 2025\n", "period: x2025\n", None),
        ("period: 2025\n", "period: 31/12/2025\n", "2025-12-31"),
        ("{period: 2021,", "{period: 12/2021,", "2021-12"),
    ],
)
def test_a_faulty_period_where_nothing_else_may_stand_is_a_finding(
    old: str, new: str, suggestion: str | None
) -> None:
    (finding,) = read_plans(_with(PLAN, (old, new))).findings
    assert (finding.code, finding.suggestion) == ("P009", suggestion)


def test_a_required_key_is_not_advised_away() -> None:
    required = ("place: Vùng\n", "place:\n")
    optional = ("implements: [nghi-quyet-tinh]", "implements:")
    (finding,) = read_plans(_with(PLAN, required)).findings
    assert "bắt buộc" in finding.fix.vi
    (finding,) = read_plans(_with(PLAN, optional)).findings
    assert "xóa cả khóa" in finding.fix.vi


def test_a_single_word_is_offered_as_a_list_of_one() -> None:
    (finding,) = read_plans(_with(PLAN, ("lead: [ldld-vung]", "lead: ldld-vung"))).findings
    assert (finding.code, finding.suggestion) == ("P004", "[ldld-vung]")


def test_a_number_too_long_to_be_kept_exactly_is_refused() -> None:
    assert _codes(_with(PLAN, ("about: 4500", f"about: {'9' * 19}"))) == ["P006"]
