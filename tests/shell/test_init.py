"""`plansite init`: what it writes is checked and built at once, and its README tells the truth."""

from __future__ import annotations

import json
import re
import shutil
from importlib.metadata import distribution
from pathlib import Path

import pytest

from site_builder.shell.files import read_repository
from site_builder.shell.starter import requirement, starter_files
from site_builder.sources.schema import SCHEMA_FILES, schema_text
from tests.shell.gits import new_clone
from tests.shell.repositories import plansite, program

PLAN = "plans/vi-du/01-kh-ubnd.yml"
EXAMPLE = re.compile(r"ví dụ|example|không có thật|fictional", re.IGNORECASE)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    done = plansite("init", tmp_path / "kho")
    assert (done.code, done.err) == (0, "")
    return tmp_path / "kho"


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


# ---------------------------------------------------------------------------- what is made


def test_it_is_clean_even_of_warnings(made: Path) -> None:
    done = plansite("check", made, "--strict", "--all")
    assert (done.code, done.out) == (0, "Không thấy lỗi nào trong 4 tệp.\n")


def test_it_builds_with_pages_in_both_languages(made: Path) -> None:
    done = plansite("build", made, "--as-of", "2026-11-20")
    assert done.code == 0, done.err
    for page in ("index.html", "en/index.html", "about/index.html", "en/about/index.html"):
        html = (made / "site" / page).read_text("utf-8")
        assert EXAMPLE.search(html), page
    plan = (made / "site/plans/vi-du/01-kh-ubnd/index.html").read_text("utf-8")
    assert "VÍ DỤ" in plan and "minh họa" in plan


def test_everything_in_it_is_marked_as_an_example(made: Path) -> None:
    bodies = re.findall(
        r"name: \{vi: (.+?), en: (.+?)\}", (made / "plans/agencies.yml").read_text()
    )
    assert len(bodies) == 5
    assert all(EXAMPLE.search(vi) and EXAMPLE.search(en) for vi, en in bodies)
    for file in (PLAN, "plans/documents.yml", "mkdocs.yml", "plans/pages/about.md", "README.md"):
        assert EXAMPLE.search((made / file).read_text("utf-8")), file
    (table,) = (made / "data").rglob("*.csv")
    rows = table.read_text("utf-8").splitlines()[1:]
    assert rows
    assert all(",illustrative,Số liệu ví dụ," in row for row in rows)


def test_schemas_are_those_of_the_models_and_every_file_points_at_its_own(made: Path) -> None:
    for kind, file in SCHEMA_FILES.items():
        assert (made / file).read_text("utf-8") == schema_text(kind)
    for file in (PLAN, "plans/agencies.yml", "plans/documents.yml"):
        first = (made / file).read_text("utf-8").splitlines()[0]
        schema = (made / file).parent / first.removeprefix("# yaml-language-server: $schema=")
        command = ["check-jsonschema", "--schemafile", str(schema.resolve()), str(made / file)]
        assert program(*command, cwd=made).code == 0, file


def test_editor_settings_name_schemas_that_are_there(made: Path) -> None:
    settings = json.loads((made / ".vscode/settings.json").read_text("utf-8"))
    assert {made / path for path in settings["yaml.schemas"]} == {
        made / path for path in SCHEMA_FILES.values()
    }
    assert list(made.glob(settings["yaml.schemas"][SCHEMA_FILES["plan"]])) == [made / PLAN]
    assert json.loads((made / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]


def test_git_keeps_all_of_it_and_nothing_that_a_build_leaves(made: Path) -> None:
    written = files(made)
    clone = new_clone(made)
    plansite("build", made)
    (made / "data/.~lock.2026.csv#").write_text("x")
    clone.git("add", "--all")
    assert set(clone.git("-c", "core.quotePath=false", "ls-files").splitlines()) == set(written)


def test_git_stores_what_excel_writes_with_line_ends_of_one_kind(made: Path) -> None:
    clone = new_clone(made)
    (made / "data/a.csv").write_bytes(b"a\r\n1\r\n")
    clone.git("add", "--all")
    assert clone.git("show", ":data/a.csv") == "a\n1"


def test_it_names_neither_this_machine_nor_where_it_was_made(made: Path) -> None:
    for name, content in files(made).items():
        text = content.decode()
        assert not re.search(r"/(home|root|tmp|work)\b|file://", text), name
        assert "\r" not in text and text.endswith("\n") and "\t" not in text, name


def test_it_is_written_the_same_again(made: Path, tmp_path: Path) -> None:
    plansite("init", tmp_path / "again")
    assert files(tmp_path / "again") == files(made) == starter_files()


# ------------------------------------------------------------------------- where it writes


def test_a_folder_of_git_alone_is_as_good_as_empty(tmp_path: Path) -> None:
    new_clone(tmp_path)
    assert plansite("init", tmp_path).code == 0
    assert read_repository(tmp_path)


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ghi-chu.txt").write_text("của tôi")
    done = plansite("init", tmp_path, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "is not empty, so nothing was written" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["ghi-chu.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kho").write_text("x")
    done = plansite("init", tmp_path / "kho")
    assert (done.code, (tmp_path / "kho").read_text()) == (2, "x")
    assert plansite("init", tmp_path / "kho" / "con", "--lang", "en").err.startswith("Cannot write")


def test_what_to_do_next_is_told_in_both_languages(tmp_path: Path) -> None:
    vi = plansite("init", tmp_path / "a").out
    en = plansite("init", tmp_path / "b", "--lang", "en").out
    assert "README.md" in vi and "VÍ DỤ" in vi
    assert "README.en.md" in en and "EXAMPLE" in en


# ------------------------------------------------------------------ where the program is from


class Installed:
    """A distribution as pip records where it came from (PEP 610)."""

    version = "1.2.3"

    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.origin is None else json.dumps(self.origin)


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "plansite==1.2.3"),
        (
            {"url": "https://git.example/p.git", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}},
            "plansite @ git+https://git.example/p.git@" + "a" * 40,
        ),
        (
            {"url": "ssh://git.example/p", "vcs_info": {"vcs": "git", "commit_id": "b" * 40}},
            "plansite",
        ),
        ({"url": "file:///home/x/plansite", "dir_info": {"editable": True}}, "plansite"),
        ({"url": "file:///home/x/plansite.whl", "archive_info": {}}, "plansite"),
    ],
)
def test_the_program_is_asked_for_where_it_came_from(origin: object, line: str) -> None:
    assert requirement(Installed(origin)) == line  # type: ignore[arg-type]  # as much as is asked


def test_the_line_is_the_last_of_the_file(made: Path) -> None:
    lines = (made / "requirements.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        requirement(distribution("plansite"))
    ]


# ------------------------------------------------------------------------------- the README


def blocks(readme: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", readme.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


def test_both_readmes_show_the_same(made: Path) -> None:
    vi, en = made / "README.md", made / "README.en.md"
    for language in ("yaml", "csv"):
        assert blocks(vi, language) == blocks(en, language)
        assert blocks(vi, language)
    assert len(_headings(vi)) == len(_headings(en)) == 5
    for readme in (vi, en):
        named = re.findall(r"`((?:plans|data)/[^`]+)`", readme.read_text("utf-8"))
        there = {name for name in named if (made / name).exists()}
        assert set(named) - there <= {
            "data/vi-du/01-kh-ubnd/progress/2026-q3-thu-gom.csv",
            "plans/policy.yml",
        }


def test_the_readmes_name_the_check_that_is_to_be_required(made: Path) -> None:
    workflow = (made / ".github/workflows/check.yml").read_text("utf-8")
    assert workflow.count("    name: Kiểm tra và so sánh\n") == 1
    for readme in ("README.md", "README.en.md"):
        assert "*Kiểm tra và so sánh*" in (made / readme).read_text("utf-8")


def _headings(readme: Path) -> list[str]:
    return [line for line in readme.read_text("utf-8").splitlines() if line.startswith("## ")]


def test_the_readme_can_be_followed(made: Path) -> None:
    readme = made / "README.md"
    (indicator,), (report, wrong) = blocks(readme, "yaml"), blocks(readme, "csv")
    plan = (made / PLAN).read_text("utf-8")
    assert plan.count("\n\nduties:\n") == 1
    (made / PLAN).write_text(plan.replace("\n\nduties:\n", f"\n{indicator}\nduties:\n"), "utf-8")
    assert plansite("check", made, "--strict").code == 0

    (file,) = re.findall(r"`(data/\S+\.csv)`", readme.read_text("utf-8"))
    (made / file).write_text(report, "utf-8")
    assert plansite("check", made, "--strict").code == 0
    assert plansite("build", made).code == 0
    page = made / "site/plans/vi-du/01-kh-ubnd/indicators/diem-thu-gom/index.html"
    assert "Điểm thu gom rác tái chế" in page.read_text("utf-8")

    header = report.splitlines(keepends=True)[0]
    (made / file).write_text(header + wrong, "utf-8")
    done = plansite("check", made)
    assert done.code == 1
    assert f"{file}:2:" in done.out and "Số có hai cách đọc" in done.out
    assert "1200 hoặc 1.2" in done.out


def test_mkdocs_alone_builds_it_too(made: Path) -> None:
    shutil.rmtree(made / ".cache", ignore_errors=True)
    done = program("mkdocs", "build", "--quiet", cwd=made)
    assert (done.code, (made / "site/data/plans.json").is_file()) == (0, True), done.err
