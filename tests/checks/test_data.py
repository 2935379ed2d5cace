"""All tables in one run: what is kept, what is left out, and large tables like small ones."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.rows import generate
from site_builder import pipeline
from site_builder.checks import table_vectors
from site_builder.checks.data import DataChecked, check_data
from site_builder.model.repository import Repository
from site_builder.sources.plans import read_plans

from .conftest import base_files
from .faults import CELL_FAULTS
from .sound_report import FILE, PLANS, Report, sound_report

PROGRESS = "data/vung/ke-hoach/progress/2022.csv"
PLAN = "plans/vung/ke-hoach.yml"
REPORT = sound_report(random.Random(10)).text()
HEADER = b"indicator,agency,period,value,numerator,denominator,state,source,reported_on,note\n"


def checked(files: dict[str, bytes], *, rows: bool = True) -> DataChecked:
    plans = read_plans(files)
    sound = Repository(plans.agencies, plans.documents, plans.plans)
    return check_data(files, sound, plans.broken, rows=rows)


def codes(result: DataChecked) -> set[str]:
    return {finding.code for finding in result.findings}


def test_rows_are_kept_in_the_order_of_files_and_records() -> None:
    files = base_files()
    files["data/vung/ke-hoach/progress/2021.csv"] = (
        HEADER + b"tong-doan-vien,ldld-vung,2021,,,,official,PL,,chua nhap\n"
    )
    rows = checked(files).repository.progress
    assert [(row.file[-8:], row.record) for row in rows][:3] == [
        ("2021.csv", 0), ("2022.csv", 0), ("2022.csv", 1)
    ]  # fmt: skip
    assert rows[0].value is None
    assert rows[1].value == 4210
    assert rows[-1].numerator == 9


def test_other_kinds_of_rows_are_kept_too() -> None:
    files = base_files()
    files["data/vung/ke-hoach/duties/a.csv"] = (
        b"duty,agency,period,progress,done_on,state,source,reported_on,note\n"
        b"huong-dan,ldld-vung,,done,2022-03-25,official,BC,2022-04-05,\n"
    )
    files["data/vung/ke-hoach/reports/a.csv"] = (
        b"duty,agency,period,received_on,state,source,reported_on,note\n"
        b"bao-cao,cd-a,2022-Q1,2022-04-04,official,So cong van,,\n"
    )
    result = checked(files)
    assert result.findings == ()
    (duty,) = result.repository.duty_rows
    assert (duty.duty, duty.period, duty.progress, str(duty.done_on)) == (
        "huong-dan", None, "done", "2022-03-25"
    )  # fmt: skip
    (report,) = result.repository.reports
    assert (report.agency, str(report.period), str(report.received_on)) == (
        "cd-a", "2022-Q1", "2022-04-04"
    )  # fmt: skip


def test_assessments_are_kept_with_their_target() -> None:
    files = base_files()
    files[PLAN] = files[PLAN].replace(
        "2025: {more_than: 80, clause: II.2, wording: trên}".encode(),
        "2025: {in_words: hầu hết đơn vị, clause: II.2}".encode(),
    )
    files["data/vung/ke-hoach/assessments/a.csv"] = (
        "indicator,agency,target,verdict,assessor,assessed_on,state,source,reported_on,note\n"
        "ty-le-doi-thoai,ldld-vung,2025,met,Ban Thường vụ,2026-01-20,official,Biên bản,,\n"
    ).encode()
    result = checked(files)
    assert result.findings == ()
    (assessment,) = result.repository.assessments
    assert (assessment.target, assessment.verdict) == ("2025", "met")


def test_a_row_with_an_error_is_left_out_and_one_with_a_warning_is_not() -> None:
    files = base_files()
    before = len(checked(files).repository.progress)
    files[PROGRESS] = files[PROGRESS].replace(b",4210,", b",4.210,").replace(b",9,21,", b",9,22,")
    result = checked(files)
    assert codes(result) == {"V01", "S08"}
    assert len(result.repository.progress) == before - 1


def test_without_rows_the_findings_are_the_same() -> None:
    files = base_files()
    files[PROGRESS] = files[PROGRESS].replace(b",4210,", b",4.210,")
    full, bare = checked(files), checked(files, rows=False)
    assert full.findings == bare.findings != ()
    assert bare.repository.progress == ()


def test_a_plan_that_cannot_be_read_hides_no_fault_of_a_cell() -> None:
    files = base_files()
    files[PLAN] = b"kind: [\n"
    files[PROGRESS] = files[PROGRESS].replace(b",4210,", b",4.210,").replace(b"cd-a", b"cd-x")
    result = checked(files)
    assert codes(result) == {"V01", "V16"}
    assert {f.read for f in result.findings} == {"4.210", "cd-x"}
    assert result.repository.progress == ()


def test_bodies_that_cannot_be_read_make_no_body_unknown() -> None:
    files = base_files() | {"plans/agencies.yml": b"agencies: [\n"}
    result = checked(files)
    assert result.findings == ()
    assert result.repository.progress == ()


def test_a_missing_column_is_told_once() -> None:
    files = base_files()
    files[PROGRESS] = files[PROGRESS].replace(b"denominator,state", b"denominator,x")
    result = checked(files)
    assert [f.code for f in result.findings] == ["T13", "T12"]
    assert result.repository.progress == ()


def test_a_correction_is_in_effect_and_the_old_row_is_kept() -> None:
    files = base_files()
    header = HEADER.replace(b"note", b"note,corrects")
    files["data/vung/ke-hoach/progress/2023.csv"] = (
        header + b"ket-nap-moi,cd-a,2022-Q2,55,,,official,BC,2022-08-01,,truoc ghi 45\n"
        b"ket-nap-moi,cd-a,2022-Q3,50,,,official,BC,2022-10-05,,\n"
    )
    result = checked(files)
    assert [(f.code, f.expected.en[:10]) for f in result.findings] == [("S04", "55 or more")]
    assert sum(r.corrects != "" for r in result.repository.progress) == 1


def _mutant(report: Report, name: str) -> bytes:
    _, _, fits, edit = CELL_FAULTS[name]
    index = next(i for i, row in enumerate(report.rows) if i > 60 and fits(row))
    return report.with_row(index, edit(report.rows[index])).text().encode()


@pytest.mark.parametrize("name", CELL_FAULTS)
def test_large_tables_are_judged_like_small_ones(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = PLANS | {FILE: _mutant(sound_report(random.Random(55)), name)}
    small = checked(files, rows=False)
    monkeypatch.setattr(table_vectors, "LARGE", 0)
    large = checked(files, rows=False)
    assert small.findings != ()
    assert _as_set(small) == _as_set(large)


def _as_set(result: DataChecked) -> set[tuple[object, ...]]:
    return {(f.code, f.where, f.read, f.expected, f.fix) for f in result.findings}


def test_the_measured_repository_is_sound_by_either_way(monkeypatch: pytest.MonkeyPatch) -> None:
    files = generate(2000)
    assert sum(content.count(b"-Q") for path, content in files.items() if "data" in path) == 2000
    assert generate(2000) == files
    assert checked(files).findings == ()
    monkeypatch.setattr(table_vectors, "LARGE", 0)
    assert checked(files).findings == ()


SCRAPS = st.sampled_from(
    ["\n", "\r", '"', ",", ";", "\t", "\x00", "2022-Q1", "ket-nap", "ty-le", "-1", "1e9", "%", "=", "\u00a0",
     "huyen", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "9" * 400, "official"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), SCRAPS), max_size=12))
def test_no_edit_of_a_report_breaks_the_check(edits: list[tuple[float, int, str]]) -> None:
    text = REPORT
    for where, deleted, scrap in edits:
        at = int(where * len(text))
        text = text[:at] + scrap + text[at + deleted :]
    result = pipeline.check(PLANS | {FILE: text.encode()})
    assert all(
        located.spot.line <= text.count("\n") + text.count("\r") + 1 for located in result.findings
    )


def test_a_small_repository_is_checked_without_numpy() -> None:
    program = (
        "import sys; from tests.checks.conftest import base_files; from site_builder import pipeline;"
        "pipeline.check(base_files()); print('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"


def test_the_whole_check_speaks_of_tables_and_plans_at_once() -> None:
    files = base_files()
    files[PROGRESS] = files[PROGRESS].replace(b",4210,", b",4.210,")
    files[PLAN] = files[PLAN].replace(b"whole: ldld-vung", b"whole: ldld-vug")
    found = {located.spot.file for located in pipeline.check(files).findings}
    assert found == {PROGRESS, PLAN}


def _row(**cells: str) -> bytes:
    sound = {
        "indicator": "tong-doan-vien", "agency": "ldld-vung", "period": "2023", "value": "4500",
        "numerator": "", "denominator": "", "state": "official", "source": "Báo cáo 31/BC-LĐLĐ",
        "reported_on": "2024-01-12", "note": "",
    }  # fmt: skip
    return (",".join({**sound, **cells}.values()) + "\n").encode()


def _told(*rows: bytes, file: str = "2023.csv") -> list[tuple[str, str | None]]:
    files = {**base_files(), f"data/vung/ke-hoach/progress/{file}": HEADER + b"".join(rows)}
    return [(f.code, f.suggestion) for f in checked(files).findings]


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("'4500", "V10", "4500"),
        ("4.500 đoàn viên", "V05", None),
        ("4.500%", "V04", None),
        ("#####", "V07", None),
        ("9" * 19, "V10", None),
        ("1" * 300, "V06", None),
    ],
)
def test_a_number_cell_as_people_leave_it(written: str, code: str, suggestion: str | None) -> None:
    assert _told(_row(value=written)) == [(code, suggestion)]


def test_advice_about_a_unit_leaves_one_reading() -> None:
    files = {**base_files(), FILE_2023: HEADER + _row(value="4.500 người")}
    (finding,) = checked(files).findings
    assert "4500" in finding.fix.vi and "4.5" in finding.fix.vi


FILE_2023 = "data/vung/ke-hoach/progress/2023.csv"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("hết quý IV năm 2023", "2023-Q4"),
        ("IV/2023", "2023-Q4"),
        ("6T/2023", "2023-H1"),
        ("nửa đầu năm 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("Cả năm 2023", "2023"),
        ("2023.0", "2023"),
        ("Sep-23", "2023-09"),
        ("ngày 30 tháng 9 năm 2023", "2023-09-30"),
        ("2023-09-30 08:15", "2023-09-30"),
        ("202３-Q4", "2023-Q4"),
    ],
)
def test_a_period_as_people_write_it(written: str, meant: str) -> None:
    assert _told(_row(period=written, reported_on="")) == [("V14", meant)]


@pytest.mark.parametrize("written", ["2023-Q5", "2023-H3", "2023-13", "9999-12-31"])
def test_a_period_that_is_none(written: str) -> None:
    assert _told(_row(period=written, reported_on="")) == [("V15", None)]


def test_nine_months_are_explained() -> None:
    files = {**base_files(), FILE_2023: HEADER + _row(period="9 tháng đầu năm 2023")}
    (finding,) = checked(files).findings
    assert "2023-Q3" in finding.fix.vi


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("10/01/24", "V13", "2024-01-10"),
        ("ngày 10/01/2024", "V13", "2024-01-10"),
        ("10-Jan-24", "V14", "2024-01-10"),
        ("45301", "V12", "2024-01-10"),
    ],
)
def test_a_day_as_people_write_it(written: str, code: str, meant: str) -> None:
    assert _told(_row(reported_on=written)) == [(code, meant)]


def test_a_name_instead_of_an_id_is_understood() -> None:
    assert _told(_row(indicator="Tổng số đoàn viên")) == [("V16", "tong-doan-vien")]


def test_a_dash_names_no_source() -> None:
    assert _told(_row(source="-")) == [("V19", None)]


def test_a_mistyped_year_is_told_once() -> None:
    assert _told(_row(period="2203")) == [("V32", None)]


@pytest.mark.parametrize("value", ["0.45", "45", "450"])
def test_a_share_without_its_two_numbers_is_told_once(value: str) -> None:
    assert _told(_row(indicator="ty-le-doi-thoai", value=value)) == [("V22", None)]


def test_a_share_within_no_share_is_told_of_the_plan_alone() -> None:
    files = base_files()
    plan = files[PLAN].decode()
    files[PLAN] = plan.replace("within: ty-le-doi-thoai", "within: tong-doan-vien").encode()
    assert [f.finding.code for f in pipeline.check(files).findings] == ["P151"]


@pytest.mark.parametrize("name", ["agency", "note"])
def test_a_breakdown_named_like_a_column_is_told_of_the_plan_alone(name: str) -> None:
    files = base_files()
    old = "        measures: stock\n"
    plan = files[PLAN].decode()
    assert plan.count(old) == 1
    files[PLAN] = plan.replace(old, f"{old}        breakdowns: [{name}]\n").encode()
    assert [f.finding.code for f in pipeline.check(files).findings] == ["P154"]


def test_a_file_copied_whole_is_told_once() -> None:
    files = base_files()
    files["data/vung/ke-hoach/progress/2022 - Copy.csv"] = files[PROGRESS]
    (finding,) = checked(files).findings
    assert finding.code == "S01"
    assert "cả 7 dòng" in finding.expected.vi


def test_real_figures_beside_illustrative_ones_are_no_copy() -> None:
    files = base_files()
    shown = files[PROGRESS].replace(b"official", b"illustrative")
    files["data/vung/ke-hoach/progress/a.csv"] = shown.replace(b"provisional", b"illustrative")
    assert checked(files).findings == ()


_BESIDE = [
    ("S02", "tong-doan-vien,ldld-vung,2022,4210,,,,,", "tong-doan-vien,ldld-vung,2022,4220,,,,,4210"),
    ("S04", "ket-nap-moi,cd-a,2022-Q1,20,,,,,", "ket-nap-moi,cd-a,2022-Q2,9,,,,,"),
    ("S05", "ket-nap-moi,cd-a,2022-Q1,20,,,,,", "ket-nap-moi,cd-a,2022-Q2,205,,,,,"),
    ("S06", "ket-nap-moi,cd-a,2022-Q2,45,,,,,", "ket-nap-moi,ldld-vung,2022-Q2,40,,,,,"),
    ("S08", "ty-le-doi-thoai,ldld-vung,2022,,21,40,,,",
     "ty-le-doi-thoai-dung-han,ldld-vung,2022,,9,22,,,"),
    ("S10", "tong-doan-vien,ldld-vung,2022,40,,,nam,,", "tong-doan-vien,ldld-vung,2022,21,,,,,"),
]  # fmt: skip
"""A rule, a row, and a second row that breaks the rule beside the first."""
_REAL = ("official", "provisional", "estimate")


def _beside(first: tuple[str, str], second: tuple[str, str]) -> set[str]:
    """What is said of two rows, each with its state, in files of their own."""
    files = base_files()
    del files[PROGRESS]
    files[PLAN] = files[PLAN].replace(
        b"        measures: stock\n", b"        measures: stock\n        breakdowns: [gioi]\n"
    )
    header = "indicator,agency,period,value,numerator,denominator,gioi,note,corrects"
    for name, (row, state) in (("a", first), ("b", second)):
        # A correction says under corrects what the number was, and why it was wrong.
        cells = f"{row} (đếm sót)" if row.endswith("4210") else row
        files[f"data/vung/ke-hoach/progress/{name}.csv"] = (
            f"{header},state,source,reported_on\n{cells},{state},Báo cáo,2023-01-12\n".encode()
        )
    return codes(checked(files))


@pytest.mark.parametrize(("code", "first", "second"), _BESIDE, ids=[case[0] for case in _BESIDE])
def test_real_and_illustrative_figures_are_compared_with_their_own_kind_only(
    code: str, first: str, second: str
) -> None:
    lone = {"S02"} if code == "S02" else set()
    broken = set() if code == "S02" else {code}
    for real in _REAL:
        assert _beside((first, real), (second, "illustrative")) == lone
        assert _beside((first, "illustrative"), (second, real)) == lone
        for other in _REAL:
            assert _beside((first, real), (second, other)) == broken
    assert _beside((first, "illustrative"), (second, "illustrative")) == broken


def test_two_rows_of_a_file_repeated_are_told_each() -> None:
    repeated = b"".join(base_files()[PROGRESS].splitlines(True)[1:3])
    assert _told(repeated) == [("S01", None), ("S01", None)]


def test_an_issuer_that_is_not_listed_is_not_also_another_issuer() -> None:
    files = base_files()
    files[PLAN] = files[PLAN].replace(b"issuer: ldld-vung", b"issuer: ldld-vugn")
    assert [f.finding.code for f in pipeline.check(files).findings] == ["P101"]


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\xff\xfe\x80 junk \x00", b"\n\n"])
def test_files_without_a_single_row_are_no_crash_where_rows_are_kept(content: bytes) -> None:
    files = {path: text for path, text in base_files().items() if not path.endswith(".csv")}
    result = checked(files | {PROGRESS: content})
    assert result.repository.progress == ()
    assert result.findings
