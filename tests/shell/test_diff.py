"""`plansite diff` as it is run: exit status, formats, what is compared with what."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.shell.starter import starter_files
from tests.ci.projects import PLAN, TABLE, lower, revise, spoil
from tests.shell.gits import Clone, environment, new_clone
from tests.shell.repositories import plansite


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    made = new_clone(tmp_path / "kho")
    made.write(starter_files())
    made.commit("khởi tạo")
    monkeypatch.chdir(made.root)
    return made


# ------------------------------------------------------------------------------ exit status


def test_nothing_changed_ends_with_0(clone: Clone) -> None:
    done = plansite("diff", "HEAD")
    assert done.code == 0
    assert "Không có thay đổi nào." in done.out


def test_what_lacks_its_authority_ends_with_1(clone: Clone) -> None:
    lower(clone)
    done = plansite("diff", "HEAD")
    assert done.code == 1
    assert "ít nhất 1.000 cây → ít nhất 900 cây" in done.out
    assert "mục II.1" in done.out


def test_what_only_needs_a_reviewer_ends_with_0(clone: Clone) -> None:
    revise(clone)
    assert plansite("diff", "HEAD").code == 0


def test_errors_in_head_end_with_1(clone: Clone) -> None:
    spoil(clone)
    done = plansite("diff", "HEAD", "--lang", "en")
    assert done.code == 1
    assert "plansite check" in done.out


def test_mending_an_error_of_base_ends_with_0(clone: Clone) -> None:
    spoil(clone)
    clone.commit("hỏng")
    clone.replace(TABLE, "thon-hai,2026-Q2,5.100,", "thon-hai,2026-Q2,51,")
    done = plansite("diff", "HEAD")
    assert done.code == 0, done.out


def test_the_first_plans_of_a_repository_need_no_authority(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--orphan", "trống")
    clone.git("commit", "--quiet", "--allow-empty", "--message", "trống")
    done = plansite("diff", "HEAD", "main")
    assert done.code == 0, done.out
    assert "01/KH-UBND" in done.out


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (["khong-co"], "không có bản nào", "has no revision"),
        (
            ["HEAD", "--as-of", "hôm nay"],
            "Ngày đánh giá phải viết như",
            "day of judgement is written",
        ),
        (["HEAD", "--path", "khong-co"], "Không thấy thư mục", "There is no folder"),
        (["HEAD", "--out", "khong-co/a.md"], "Không ghi được", "Cannot write"),
        ([""], "không có bản nào", "has no revision"),
    ],
)
def test_what_cannot_run_ends_with_2_and_a_sentence(
    clone: Clone, arguments: list[str], vi: str, en: str
) -> None:
    for lang, sentence in (("vi", vi), ("en", en)):
        done = plansite("diff", *arguments, "--lang", lang)
        assert (done.code, done.out) == (2, "")
        assert sentence in done.err


def test_an_option_of_git_is_no_revision(clone: Clone) -> None:
    done = plansite("diff", "--", "--output=ra.txt")
    assert done.code == 2
    assert not (clone.root / "ra.txt").exists()


# ------------------------------------------------------------------------- what is compared


def test_it_is_told_what_is_compared_with_what(clone: Clone) -> None:
    commit = clone.git("rev-parse", "HEAD")[:10]
    assert (
        plansite("diff", "main").err
        == f"So sánh bản {commit} (“main”) với các tệp đang có trong “.”.\n"
    )
    assert plansite("diff", "main", "main", "--lang", "en").err == (
        f"Comparing revision {commit} (“main”) with revision {commit} (“main”).\n"
    )


def test_exact_blames_head_for_what_base_did_meanwhile(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--create", "de-nghi")
    clone.git("switch", "--quiet", "main")
    lower(clone)
    clone.commit("hạ")
    assert plansite("diff", "main", "de-nghi").code == 0
    done = plansite("diff", "main", "de-nghi", "--exact")
    assert done.code == 1
    assert "ít nhất 900 cây → ít nhất 1.000 cây" in done.out


def test_two_folders(clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Clone(tmp_path / "moi")
    other.write(starter_files())
    lower(other)
    monkeypatch.chdir(tmp_path)
    assert plansite("diff", "kho/", "moi/").code == 1
    assert plansite("diff", "moi", "moi").code == 0
    assert plansite("diff", "./moi", "--path", "kho").code == 1


def test_another_repository_than_this_folder(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    lower(clone)
    monkeypatch.chdir(clone.root.parent)
    assert plansite("diff", "HEAD", "--path", "kho").code == 1


# ----------------------------------------------------------------------------------- output


def test_json_is_json_and_nothing_else(clone: Clone) -> None:
    lower(clone)
    told = json.loads(plansite("diff", "HEAD", "--format", "json").out)
    assert "targets/cay-trong-moi/2028" in json.dumps(told)


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_out_gets_the_report_and_the_screen_the_text(clone: Clone, form: str) -> None:
    lower(clone)
    whole = plansite("diff", "HEAD", "--format", form)
    done = plansite("diff", "HEAD", "--format", form, "--out", "ra")
    assert done.code == whole.code == 1
    assert (clone.root / "ra").read_text("utf-8") == whole.out
    assert done.out == plansite("diff", "HEAD").out


def test_the_work_tree_is_left_as_it_is(clone: Clone) -> None:
    lower(clone)
    before = clone.git("status", "--porcelain=v2", "--branch"), clone.git("stash", "list")
    index = (clone.root / ".git/index").read_bytes()
    plansite("diff", "HEAD")
    assert (clone.git("status", "--porcelain=v2", "--branch"), clone.git("stash", "list")) == before
    assert (clone.root / ".git/index").read_bytes() == index
    assert PLAN in before[0]


def test_the_day_of_judgement_is_asked_for(clone: Clone) -> None:
    # The first quarter is over on the one day and not on the other.
    revise(clone)
    assert "kỳ đã khép" in plansite("diff", "HEAD", "--as-of", "2026-11-20").out
    assert "kỳ đã khép" not in plansite("diff", "HEAD", "--as-of", "2026-03-15").out


def test_only_what_it_needs_is_imported(clone: Clone) -> None:
    code = (
        "import sys; from site_builder.shell.cli import main\n"
        "try: main(['diff', 'HEAD'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'jinja2', 'matplotlib', 'mkdocs'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
