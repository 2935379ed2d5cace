"""`plansite check --fix`: what it mends, what it leaves alone, and how it writes."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.result import CheckResult
from site_builder.pipeline import check
from site_builder.shell.cli import main
from site_builder.shell.commands_fix import mend, write_mended
from site_builder.shell.files import CannotRunError
from site_builder.sources.fix_delimiter import with_commas
from tests.checks.conftest import CASES, Case, base_files, lay
from tests.reports.faulty import faulty_files

FOLDER = "data/vung/ke-hoach/progress"
CSV = f"{FOLDER}/2022.csv"
PLAN = "plans/vung/ke-hoach.yml"
AGENCIES = "plans/agencies.yml"

Edit = tuple[str, str, str]
"""A file, what stands there, what is put there."""


def edited(*edits: Edit) -> dict[str, bytes]:
    files = base_files()
    for file, old, new in edits:
        text = files[file].decode()
        assert text.count(old) == 1
        files[file] = text.replace(old, new).encode()
    return files


def bytes_of(file: str, change: object) -> dict[str, bytes]:
    files = base_files()
    assert callable(change)
    files[file] = change(files[file])
    return files


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


MENDED: dict[str, dict[str, bytes]] = {
    "BOM of a table": bytes_of(CSV, lambda data: b"\xef\xbb\xbf" + data),
    "BOM of a plan": bytes_of(PLAN, lambda data: b"\xef\xbb\xbf" + data),
    "line ends of the old Mac": bytes_of(CSV, lambda data: data.replace(b"\n", b"\r")),
    "semicolons": bytes_of(CSV, lambda data: data.replace(b",", b";")),
    "BOM, semicolons and line ends": bytes_of(
        CSV, lambda data: b"\xef\xbb\xbf" + data.replace(b",", b";").replace(b"\n", b"\r")
    ),
    "NBSP in a wording": edited((PLAN, "viên giai đoạn", "viên\u00a0giai đoạn")),
    "several odd spaces in a line": edited((PLAN, "đoàn viên giai đoạn", "đoàn\u00a0viên\u2009giai\u202fđoạn")),
    "separate accents": edited((PLAN, "Phát triển đoàn viên giai", nfd("Phát triển đoàn viên giai"))),
    "both in one line": edited((PLAN, "Phát triển đoàn viên giai", nfd("Phát\u00a0triển đoàn viên giai"))),
    "a space after an id": edited((CSV, "cd-b,2022-Q2", "cd-b ,2022-Q2")),
    "NBSP after an id": edited((CSV, "cd-b,2022-Q2", "cd-b\u00a0,2022-Q2")),
    "spaces around a word": edited((CSV, "provisional", " provisional  ")),
    "spaces around a number": edited((CSV, ",4210,", ", 4210,")),
    "spaces around a period": edited((CSV, "cd-b,2022-Q2,", "cd-b, 2022-Q2 ,")),
    "two in one row": edited((CSV, "cd-b,2022-Q2,31,", "cd-b ,2022-Q2,31 ,")),
    "a space in the header": edited((CSV, "indicator,agency,", "indicator,agency ,")),
}  # fmt: skip
"""Each comes back to the sound repository, to the byte."""

LEFT: dict[str, dict[str, bytes]] = {
    "two readings": edited((CSV, ",4210,", ",4.210,")),
    "decimal comma": edited((CSV, ",4210,", ',"4210,5",')),
    "NBSP between thousands": edited((CSV, ",4210,", ",4\u00a0210,")),
    "unit": edited((CSV, ",4210,", ",4210 người,")),
    "a misspelt id": edited((CSV, "cd-b,2022-Q2", "cdb,2022-Q2")),
    "a capital in an id": edited((CSV, "cd-b,2022-Q2", "CD-B,2022-Q2")),
    "a hidden character": edited((PLAN, "viên giai", "viên\u200b giai")),
    "a sign that becomes one of YAML's": edited((PLAN, "title: Phát triển đoàn viên giai", "title: \u1fefPhát triển đoàn viên giai")),
    "two keys that become one": edited((PLAN, "abbreviations:\n", f"abbreviations:\n  Đế: Đế\n  {nfd('Đế')}: Đế\n")),
    "a misspelt key": edited((PLAN, "territory:", "teritory:")),
    "a date day first": edited((PLAN, "issued: 2022-01-10", "issued: 10/01/2022")),
    "semicolons in some rows": edited((CSV, "cd-b,2022-Q2,31,,,", "cd-b;2022-Q2;31;;;")),
    "semicolons and a row too long": bytes_of(
        CSV, lambda data: data.replace(b",", b";").replace(b"2023-01-12;", b"2023-01-12;;", 1)
    ),
    "semicolons and an open quote": bytes_of(
        CSV, lambda data: data.replace(b",", b";").replace(b"2022-07-06;", b'2022-07-06;"a')
    ),
    "two BOMs": bytes_of(CSV, lambda data: b"\xef\xbb\xbf" * 2 + data),
    "tabs": bytes_of(CSV, lambda data: data.replace(b",", b"\t")),
    "UTF-16": bytes_of(CSV, lambda data: data.decode().encode("utf-16")),
    "UTF-16 with old line ends": bytes_of(
        CSV, lambda data: data.decode().replace("\n", "\r").encode("utf-16")
    ),
    "NUL": bytes_of(CSV, lambda data: data.replace(b"cd-b,", b"cd-b\x00 ,")),
    "legacy bytes": bytes_of(CSV, lambda data: data.replace("Báo".encode(), b"B\xb8o")),
    "an odd space that breaks the syntax": edited((PLAN, "  - id: doan-vien\n", "  -\u00a0id: doan-vien\n")),
}  # fmt: skip
"""Nobody but a person may change these."""


def codes(result: CheckResult) -> Counter[tuple[str, str, str]]:
    return Counter((at.spot.file, at.finding.code, at.finding.read) for at in result.findings)


@pytest.mark.parametrize("name", MENDED)
def test_what_cannot_change_the_meaning_is_mended(name: str) -> None:
    assert check(MENDED[name]).findings
    mended = mend(MENDED[name])
    assert mended.files == base_files()
    assert mended.result.findings == ()
    assert mended.fixes


@pytest.mark.parametrize("name", LEFT)
def test_all_else_is_left_to_a_person(name: str) -> None:
    mended = mend(LEFT[name])
    assert mended.result.findings
    assert mended.files == LEFT[name]
    assert mended.fixes == ()


@pytest.mark.parametrize("name", [path.stem for path in CASES])
def test_no_case_gets_worse_and_none_changes_twice(name: str) -> None:
    files = lay(next(Case(path) for path in CASES if path.stem == name).speaks)
    mended = mend(files)
    before, after = codes(check(files)), codes(mended.result)
    assert not after - before
    assert sum((before - after).values()) >= bool(mended.fixes)
    again = mend(mended.files)
    assert (again.files, again.fixes) == (mended.files, ())


@pytest.mark.parametrize(
    ("right", "wrong", "mended"),
    [
        ("territory: huyện", "territory\u00a0: huyện", "territory : huyện"),
        ("issuer: ldld-vung", "issuer: ldld-vung\u00a0", "issuer: ldld-vung "),
        ("issuer: ldld-vung", 'issuer: "\u00a0ldld-vung"  #', 'issuer: "ldld-vung"  #'),
    ],
)
def test_in_a_plan_an_odd_space_becomes_an_ordinary_one(
    right: str, wrong: str, mended: str
) -> None:
    done = mend(edited((PLAN, right, wrong)))
    assert done.result.findings == ()
    assert done.files == edited((PLAN, right, mended))


def test_everything_around_a_fix_stays_byte_for_byte() -> None:
    text = (
        "# ghi chú\u00a0lạ  \r\nagencies:\n  a:   {name: \"Đơn\u00a0vị A\",  short: 'A'}   # cuối \n"
        "\n\n  b: {name: Đơn vị B}\r\n"
    )
    files = base_files() | {AGENCIES: text.encode()}
    expected = text.replace("\u00a0", " ").encode()
    assert mend(files).files[AGENCIES] == expected


def test_a_table_with_semicolons_keeps_its_cells_line_ends_and_quotes() -> None:
    text = (
        "indicator;agency;period;value;numerator;denominator;state;source;reported_on;note\r\n"
        'tong-doan-vien;ldld-vung;2022;4210;;;official;"Báo cáo; số 30";2023-01-12;"a\nb; ""c"""\r\n'
        "\r\n"
        "ty-le-doi-thoai;ldld-vung;2022;;21;40;official;Báo cáo 1, 2;2023-01-12;nói “a”"
    )
    files = base_files() | {CSV: text.encode()}
    assert mend(files).files[CSV].decode() == (
        "indicator,agency,period,value,numerator,denominator,state,source,reported_on,note\r\n"
        'tong-doan-vien,ldld-vung,2022,4210,,,official,"Báo cáo; số 30",2023-01-12,"a\nb; ""c"""\r\n'
        "\r\n"
        'ty-le-doi-thoai,ldld-vung,2022,,21,40,official,"Báo cáo 1, 2",2023-01-12,nói “a”'
    )


CELLS = st.text(st.sampled_from('ab, ;"\n45.é\t'), max_size=12)


@given(
    st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=6), st.sampled_from(["\n", "\r\n"])
)
def test_with_commas_every_cell_reads_the_same(rows: list[list[str]], end: str) -> None:
    table = [["indicator", "agency", "period", "value"], *rows]
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator=end).writerows(table)
    mended = with_commas(out.getvalue().encode())
    if mended is not None:
        again = csv.reader(io.StringIO(mended.decode(), newline=""), strict=True)
        assert list(again) == table
    else:
        # Only where a cell of several lines looks as if it had swallowed rows.
        assert any("\n" in cell for row in rows for cell in row)


# ------------------------------------------------------------------------- the command


def lay_down(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_it_says_what_it_did_and_only_what_remains(tmp_path: Path) -> None:
    root = lay_down(tmp_path, faulty_files())
    done = run("check", root, "--fix")
    assert done.exit_code == 1
    head, _, rest = done.output.partition("\n\n")
    assert head == (
        "Đã sửa 4 chỗ trong 2 tệp:\n"
        f"  {FOLDER}/excel.csv:1:1  “U+FEFF” → (bỏ)  (T03)\n"
        "  plans/agencies.yml:8:15  “\\u{00a0}” → “␣”  (Y005)\n"
        "  plans/agencies.yml:13:15  “\\u{00a0}” → “␣”  (Y005)\n"
        f"  {FOLDER}/excel.csv:1:1  “;” → “,”  (T06)"
    )
    assert rest.endswith("4 lỗi trong 5 tệp.\n")
    assert not any(code in rest for code in ("T03", "T06", "Y005"))
    assert run("check", root).output == rest


def test_once_mended_there_is_nothing_more_to_mend(tmp_path: Path) -> None:
    root = lay_down(tmp_path, MENDED["BOM, semicolons and line ends"])
    assert run("check", root, "--fix").exit_code == 0
    assert (root / CSV).read_bytes() == base_files()[CSV]
    done = run("check", root, "--fix", "--lang", "en")
    assert done.output == (
        "There is nothing that can be fixed automatically.\n\nNo findings in 4 files.\n"
    )


def test_composed_letters_are_told_by_their_marks(tmp_path: Path) -> None:
    root = lay_down(tmp_path, edited((PLAN, "viên giai", f"vi{nfd('ên')} giai")))
    said = run("check", root, "--fix").output
    assert f"{PLAN}:3:24  “vi{nfd('ên')}” (U+0065, U+0302) → “viên”  (Y006)\n" in said


def test_without_the_option_nothing_is_written_and_it_is_offered(tmp_path: Path) -> None:
    files = faulty_files()
    root = lay_down(tmp_path, files)
    said = run("check", root).output
    assert said.endswith(
        "5 lỗi, 2 cảnh báo, 1 lưu ý trong 5 tệp.\n"
        "Có chỗ tự sửa được mà không đổi nội dung: chạy “plansite check --fix”.\n"
    )
    assert {name: (root / name).read_bytes() for name in files} == files


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_mended_is_not_offered(tmp_path: Path, name: str) -> None:
    assert "--fix" not in run("check", lay_down(tmp_path, LEFT[name])).output


def test_a_report_for_a_program_is_not_mixed_with_what_was_done(tmp_path: Path) -> None:
    root = lay_down(tmp_path, faulty_files())
    done = run("check", root, "--fix", "--format", "json")
    assert json.loads(done.stdout)["counts"] == {"error": 4, "warning": 0, "note": 0}
    assert done.stderr.startswith("Đã sửa 4 chỗ trong 2 tệp:\n")


def test_many_fixes_are_counted(tmp_path: Path) -> None:
    entries = "".join(f"  a{n}: {{name: Đơn\u00a0vị {n}}}\n" for n in range(250))
    files = base_files()
    files[AGENCIES] += entries.encode()
    said = run("check", lay_down(tmp_path, files), "--fix").output
    assert said.count("(Y005)\n") == 200
    assert "  … và 50 chỗ nữa; thêm --all để xem hết.\n" in said
    whole = run("check", lay_down(tmp_path / "again", files), "--fix", "--all").output
    assert whole.count("(Y005)\n") == 250


def test_rights_are_kept_links_stay_links_and_nothing_lies_about(tmp_path: Path) -> None:
    root = lay_down(tmp_path, MENDED["semicolons"])
    target = root / "plans/vung/that.txt"
    (root / CSV).rename(target)
    (root / CSV).symlink_to("../../../../plans/vung/that.txt")
    target.chmod(0o640)
    untouched = (root / PLAN).stat()
    names = sorted(path.name for path in root.rglob("*"))
    assert run("check", root, "--fix").exit_code == 0
    assert (root / CSV).is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_bytes() == base_files()[CSV]
    assert sorted(path.name for path in root.rglob("*")) == names
    assert (root / PLAN).stat() == untouched


def test_a_disk_that_refuses_ends_with_2_and_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = MENDED["semicolons"]
    root = lay_down(tmp_path, files)
    names = sorted(path.name for path in root.rglob("*"))

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    done = run("check", root, "--fix", "--lang", "en")
    assert done.exit_code == 2
    assert done.output == f"Cannot write “{CSV}”: Permission denied.\n"
    assert (root / CSV).read_bytes() == files[CSV]
    assert sorted(path.name for path in root.rglob("*")) == names


def test_what_another_program_has_just_changed_is_left_alone(tmp_path: Path) -> None:
    root = lay_down(tmp_path, base_files())
    before = MENDED["semicolons"]
    with pytest.raises(CannotRunError) as caught:
        write_mended(root, before, mend(before).files)
    assert CSV in caught.value.words.vi
    assert (root / CSV).read_bytes() == base_files()[CSV]


def test_a_file_is_replaced_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = MENDED["semicolons"]
    root = lay_down(tmp_path, files)
    seen: list[tuple[bytes, bytes]] = []
    replace = Path.replace

    def watch(self: Path, target: str | os.PathLike[str]) -> Path:
        seen.append((Path(target).read_bytes(), self.read_bytes()))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watch)
    run("check", root, "--fix")
    assert seen == [(files[CSV], base_files()[CSV])]
