"""What is wrong, and what is not, with the lives of bodies beyond one case a rule."""

from __future__ import annotations

import pytest

from site_builder import pipeline

from .conftest import lay

AGENCIES = "plans/agencies.yml"
ANCHORS = {
    "ldld-vung": "    system: union\n    level: district\n",
    "cd-a": "  cd-b:\n    name: Công đoàn xã B\n",
    "cd-b": "  cd-c:\n    name: Công đoàn xã C\n",
}
NOTE = "ended_note: Theo công bố."


def _said(bodies: dict[str, list[str]], **files: str) -> list[tuple[str, str]]:
    """(code, what was read) of all that is said of bodies with these lines added to them."""
    edits = []
    for name, lines in bodies.items():
        added, at = "".join(f"    {line}\n" for line in lines), ANCHORS[name]
        edits.append([at, at + added if name == "ldld-vung" else added + at])
    over = {"replace": {AGENCIES: edits}, "files": files}
    return [
        (located.finding.code, located.finding.read)
        for located in pipeline.check(lay(over)).findings
        if located.finding.severity != "note"
    ]


def _heir(name: str) -> str:
    return f"successors: [{{agency: {name}}}]"


UNTIL = "until: 2024-06-30"


def test_nobody_succeeds_itself_or_in_a_circle() -> None:
    assert _said({"cd-a": [UNTIL, NOTE, _heir("cd-a")]}) == [("P214", "cd-a → cd-a")]
    circle = {"cd-a": [UNTIL, NOTE, _heir("cd-b")], "cd-b": [UNTIL, NOTE, _heir("cd-a")]}
    assert _said(circle) == [("P214", "cd-a → cd-b → cd-a")]


def test_who_took_over_may_end_later_or_at_an_unknown_day() -> None:
    for last in ("2024-07-01", "{unknown: Chưa rõ., not_before: 2024-01-01}"):
        bodies = {"cd-a": [UNTIL, NOTE, _heir("cd-b")], "cd-b": [f"until: {last}", NOTE]}
        assert _said(bodies) == []
    unknown = "until: {unknown: Chưa rõ., not_before: 2024-01-01, not_after: 2024-06-30}"
    bodies = {"cd-a": [UNTIL, NOTE, _heir("cd-b")], "cd-b": [unknown, NOTE]}
    assert [code for code, _ in _said(bodies)] == ["P214"]


def test_an_unknown_end_says_why_itself_and_may_have_successors() -> None:
    assert (
        _said(
            {
                "cd-a": [
                    "until: {unknown: Chưa thấy văn bản., not_before: 2024-01-01}",
                    _heir("cd-b"),
                ]
            }
        )
        == []
    )


def test_only_what_ended_has_an_act_that_ended_it() -> None:
    assert _said({"cd-a": ["ended_by: {document: nghi-quyet-tinh}"]}) == [("P213", "ended_by")]


@pytest.mark.parametrize(
    "until", ["2021", "{unknown: Chưa rõ., not_after: 2021-12-31}", "2021-12-31"]
)
def test_an_end_before_the_beginning_with_any_precision(until: str) -> None:
    assert "P211" in _codes(until)


def _codes(until: str) -> set[str]:
    return {code for code, _ in _said({"ldld-vung": ["from: 2022", f"until: {until}", NOTE]})}


def test_a_year_in_which_it_both_began_and_ended() -> None:
    assert "P211" not in _codes("2022")


def test_bounds_of_an_end_that_exclude_each_other() -> None:
    until = "until: {unknown: Chưa rõ., not_before: 2025-07-01, not_after: 2025-06-30}"
    assert [code for code, _ in _said({"ldld-vung": [until]})] == ["P122"]


def test_a_former_name_ends_before_its_body() -> None:
    name = "renamed: [{name: Công đoàn A cũ, until: 2024-06-30}]"
    assert _said({"cd-a": [UNTIL, NOTE, name]}) == [("P216", "2024-06-30")]
    assert _said({"cd-a": ["until: 2024-07-01", NOTE, name]}) == []


def test_acts_whose_latest_day_is_known_are_dated() -> None:
    act = "by: {document: nghi-quyet-tinh}"
    names = f"renamed: [{{name: Công đoàn A cũ, until: 2020, {act}}}]"
    assert _said({"cd-a": [names, "started_by: {document: nghi-quyet-tinh}"]}) == []


DUTIES = "duty,agency,period,progress,done_on,state,source,reported_on,note\n"


def test_a_duty_done_after_the_end() -> None:
    rows = f"{DUTIES}huong-dan,ldld-vung,,done,2023-07-01,official,Báo cáo,2023-07-05,\n"
    body = {"ldld-vung": ["until: 2023-06-30", NOTE]}
    said = _said(body, **{"data/vung/ke-hoach/duties/a.csv": rows})
    assert said == [("V51", "2023-07-01")]
    in_time = rows.replace("2023-07-01", "2023-06-30")
    assert _said(body, **{"data/vung/ke-hoach/duties/a.csv": in_time}) == []


def test_of_a_period_and_a_day_after_the_end_the_period_is_told() -> None:
    rows = f"{DUTIES}huong-dan,ldld-vung,2023-Q4,done,2023-11-01,official,Báo cáo,2024-01-05,\n"
    body = {"ldld-vung": ["until: 2023-06-30", NOTE]}
    said = _said(body, **{"data/vung/ke-hoach/duties/a.csv": rows})
    assert said == [("V51", "2023-Q4")]


def test_a_mistyped_year_is_told_once() -> None:
    rows = (
        "indicator,agency,period,value,numerator,denominator,state,source,reported_on,note\n"
        "tong-doan-vien,ldld-vung,2203,4210,,,estimate,Báo cáo,2024-01-12,\n"
    )
    body = {"ldld-vung": ["until: 2025-06-30", NOTE]}
    assert _said(body, **{"data/vung/ke-hoach/progress/b.csv": rows}) == [("V32", "2203")]
