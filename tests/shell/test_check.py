"""`plansite check`, `rule` and `schema` as they are run: output, exit status, what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.checks.catalogue import RULES
from site_builder.reports import formats
from site_builder.reports._escape import columns
from site_builder.shell.cli import COMMANDS, main
from site_builder.shell.settings import style
from site_builder.sources.schema import SCHEMAS, schema_text
from tests.checks.conftest import base_files

PLAN = "plans/vung/ke-hoach.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for name, content in base_files().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def _edit(repository: Path, file: str, old: str, new: str) -> None:
    path = repository / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_clean_repository_ends_with_0(repository: Path) -> None:
    done = _run("check", repository)
    assert (done.exit_code, done.output) == (0, "Không thấy lỗi nào trong 4 tệp.\n")


def test_an_error_ends_with_1_and_its_line(repository: Path) -> None:
    _edit(repository, PLAN, "about: 4500", "about: 4.500")
    done = _run("check", repository, "--lang", "en")
    assert done.exit_code == 1
    assert done.output.startswith(f"{PLAN}:39:25\n")
    assert "1 error in 4 files." in done.output


def test_a_warning_fails_only_when_strict(repository: Path) -> None:
    _edit(repository, PLAN, "about: 4500", "about: 5400")
    assert _run("check", repository).exit_code == 0
    assert _run("check", repository, "--strict").exit_code == 1


def test_a_note_never_fails(repository: Path) -> None:
    _edit(repository, "plans/documents.yml", "documents:\n", "documents:\n  thua: {kind: Luật}\n")
    done = _run("check", repository, "--strict")
    assert done.exit_code == 0
    assert "P123" in done.output


def test_other_formats(repository: Path) -> None:
    _edit(repository, PLAN, "about: 4500", "about: 4.500")
    found = json.loads(_run("check", repository, "--format", "json").output)
    assert [one["code"] for one in found["findings"]] == ["Y020"]
    assert _run("check", repository, "--format", "github").output.startswith("::error file=plans/")


@pytest.mark.parametrize(("lang", "words"), [("vi", "Không thấy thư mục"), ("en", "no folder")])
def test_no_repository_ends_with_2_and_one_sentence(tmp_path: Path, lang: str, words: str) -> None:
    done = _run("check", tmp_path / "nowhere", "--lang", lang)
    assert done.exit_code == 2
    assert words in done.output
    assert done.output.count("\n") == 1


def test_what_cannot_be_read_ends_with_2(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = _run("check", repository)
    assert done.exit_code == 2
    assert "Không đọc được" in done.output
    assert "không có quyền đọc" in done.output


def test_what_is_too_large_ends_with_2(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.shell.files.MAX_FILE", 100)
    done = _run("check", repository)
    assert done.exit_code == 2
    assert "quá lớn" in done.output


def test_hidden_files_and_folders_that_are_links_are_passed_over(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yml").write_text("kind: x\n", "utf-8")
    (repository / "plans/folder").symlink_to(outside)
    (repository / "plans/.hidden.yml").write_text("x", "utf-8")
    (repository / "plans/.git").mkdir()
    (repository / "plans/.git/a.yml").write_text("x", "utf-8")
    assert _run("check", repository).output == "Không thấy lỗi nào trong 4 tệp.\n"


def _link_to_the_outside(path: Path) -> None:
    (path.parent.parent.parent / "secret").write_text("kind: x\n", "utf-8")
    path.symlink_to(path.parent.parent.parent / "secret")


@pytest.mark.parametrize(
    "make", [_link_to_the_outside, os.mkfifo, lambda path: path.symlink_to("nowhere")]
)
@pytest.mark.parametrize("name", ["plans/x.yml", "data/x.csv"])
def test_a_plan_or_table_that_is_no_ordinary_file_is_not_left_out_in_silence(
    repository: Path, name: str, make: Callable[[Path], None]
) -> None:
    make(repository / name)
    done = _run("check", repository)
    assert done.exit_code == 2
    assert "không phải tệp thường" in done.output
    assert "Traceback" not in done.output


def test_check_waits_for_no_heavy_library(repository: Path) -> None:
    program = (
        "import sys\n"
        "from site_builder.shell.cli import main\n"
        "main(['check', sys.argv[1]], standalone_mode=False)\n"
        "heavy = {'matplotlib', 'mkdocs', 'jinja2', 'numpy'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(repository)],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Không thấy lỗi nào trong 4 tệp.\n"


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_explained_in_both_languages(code: str) -> None:
    rule = RULES[code]
    vietnamese, english = _run("rule", code).output, _run("rule", code, "--lang", "en").output
    assert f"{code} · " in vietnamese
    assert rule.title.vi in vietnamese and rule.title.en in english
    assert vietnamese != english


def test_all_rules_are_listed() -> None:
    lines = _run("rule").output.splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)


def test_a_code_in_small_letters_is_found() -> None:
    assert _run("rule", "y020").output == _run("rule", "Y020").output


def test_an_unknown_rule_ends_with_2_and_the_nearest() -> None:
    done = _run("rule", "Y02O")
    assert done.exit_code == 2
    assert "Y020" in done.output
    assert "plansite rule" in _run("rule", "không-có").output


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_schema_prints_what_is_committed(kind: str) -> None:
    assert _run("schema", kind).output == schema_text(kind)


def test_schema_is_the_plans_unless_named() -> None:
    assert _run("schema").output == schema_text("plan")


def test_every_command_is_there() -> None:
    help_text = _run("--help").output
    for name in COMMANDS:
        assert f"\n  {name} " in help_text


def test_a_folder_that_is_a_link_to_the_outside_is_refused(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (repository / "data").rename(outside / "data")
    (repository / "data").symlink_to(outside / "data")
    done = _run("check", repository)
    assert done.exit_code == 2
    assert "liên kết ra ngoài" in done.output


def test_names_that_are_no_text_are_told_and_escaped(repository: Path) -> None:
    where = os.fsencode(repository / "plans" / "vung")
    for name in (b"a\xff.yml", b"a\x1b[31m\n::error::x.yml", b"-rf.yml"):
        Path(os.fsdecode(where + b"/" + name)).write_bytes(b"kind: x\n")
    (repository / "plans/vung/folder.yml").mkdir()
    for form in formats():
        done = _run("check", repository, "--format", form)
        assert done.exit_code == 1
        assert "\x1b" not in done.output
        commands = [line for line in done.output.split("\n") if line.startswith("::")]
        assert all(line.startswith(("::error file=plans/", "::error::Còn ")) for line in commands)


@pytest.mark.parametrize("err", [False, True])
def test_colour_is_for_the_stream_that_is_written_to(
    monkeypatch: pytest.MonkeyPatch, err: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: not err)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: err)
    monkeypatch.setenv("TERM", "xterm")
    assert style(err=err).colour
    assert not style(err=not err).colour


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert style().colour
    monkeypatch.setenv(name, value)
    assert not style().colour


def test_the_width_of_the_terminal_is_kept(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(repository, PLAN, "about: 4500", "about: 4.500")
    for width in (40, 72, 160):
        monkeypatch.setenv("COLUMNS", str(width))
        said = _run("check", repository).output.split("\n")
        assert max(map(columns, said[1:-2])) <= width
