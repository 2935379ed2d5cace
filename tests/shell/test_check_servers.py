"""`plansite check` on a CI server: where its links lead, which files it names, the job's page."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.shell.cli import main
from site_builder.sources.site_address import as_address, site_address
from tests.checks.conftest import base_files

PLAN = "plans/vung/ke-hoach.yml"

SITE = "https://a.example.vn"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may themselves run on a server."""
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one error and one warning, in a folder of a larger one."""
    files = base_files()
    plan = files[PLAN].decode()
    plan = plan.replace("about: 4500", "about: 4.500").replace("place: Vùng", "place: Vùng\u00a0")
    for name, content in (files | {PLAN: plan.encode()}).items():
        path = tmp_path / "work/kh" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "work/kh"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def links(done: Result) -> set[str | None]:
    return {finding["link"] for finding in json.loads(done.stdout)["findings"]}


# ---------------------------------------------------------------------- the site's address


def test_the_address_is_that_of_mkdocs_yml(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "mkdocs.yml").write_text(f"site_url: {SITE}/td\n", "utf-8")
    expected = {"https://a.example.vn/td/rules/Y005/", "https://a.example.vn/td/rules/Y020/"}
    assert links(run(repository, "--format", "json")) == expected
    (repository / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\n', "utf-8")
    assert links(run(repository, "--format", "json")) == {None}
    monkeypatch.setenv("SITE_URL", "https://a.example.vn/td/")
    assert links(run(repository, "--format", "json")) == expected


def test_the_option_counts_more_than_mkdocs_yml(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text(f"site_url: {SITE}/\n", "utf-8")
    done = run(repository, "--site-url", "https://b.example.vn")
    assert "  xem       https://b.example.vn/rules/Y020/\n" in done.output
    assert "  xem       plansite rule Y020\n" in run(repository, "--site-url", "").output


@pytest.mark.parametrize(
    ("config", "address"),
    [
        (f"site_url: {SITE}", "https://a.example.vn/"),
        (f'site_name: x\nsite_url: "{SITE}/b/"', f"{SITE}/b/"),
        ("site_url: !ENV SITE_URL", "https://env.example.vn/"),
        ("site_url: !ENV [NONE, SITE_URL, 'https://c.example.vn']", "https://env.example.vn/"),
        ("site_url: !ENV [NONE, 'https://c.example.vn']", "https://c.example.vn/"),
        ("site_url: !ENV NONE", ""),
        ("site_url:", ""),
        ("site_url: [a, b]", ""),
        ("site_url: !ENV [{a: b}, c]", ""),
        ("site_url: {a: b}", ""),
        (f"extra: {{site_url: {SITE}}}", ""),
        ("[site_url]: x", ""),
        ("- site_url", ""),
        ("site_url: javascript:alert(1)", ""),
        ("site_url: 'https://a.example.vn/)[x](y'", ""),
        ("site_url: 'https://a.example.vn/\u202e'", ""),
        (f"plugins: !!python/name:os.system\nsite_url: {SITE}", "https://a.example.vn/"),
        ("site_url: [", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_mkdocs_yml_is_read_without_mkdocs(config: str, address: str) -> None:
    environment = {"SITE_URL": "https://env.example.vn"}
    assert site_address(config.encode(), environment) == address


def test_a_file_that_is_no_text_has_no_address() -> None:
    assert site_address(b"site_url: \xff", {}) == ""
    assert as_address(" https://a.example.vn// ") == "https://a.example.vn/"


# ---------------------------------------------------------------------- files of a server


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_root_that_the_server_knows(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, str(repository.parent))
    assert "::error file=kh/plans/vung/" in run(repository, "--format", "github").output
    monkeypatch.setenv(name, str(repository))
    assert "::error file=plans/vung/" in run(repository, "--format", "github").output
    monkeypatch.setenv(name, str(repository / "elsewhere"))
    assert "::error file=plans/vung/" in run(repository, "--format", "github").output


def test_without_a_server_from_where_the_command_runs(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.parent)
    for form in ("github", "gitlab", "sarif", "junit"):
        assert "kh/plans/vung/ke-hoach.yml" in run("kh", "--format", form).output
    monkeypatch.chdir(repository)
    assert "::error file=plans/vung/" in run("--format", "github").output


# ---------------------------------------------------------------------- strict and all


def test_a_warning_that_fails_the_check_fails_its_test(repository: Path) -> None:
    def failures(*options: str) -> str | None:
        return ET.fromstring(run(repository, "--format", "junit", *options).output).get("failures")

    assert failures() == "1"
    assert failures("--strict") == "2"


def test_everything_is_told_when_asked_for(repository: Path) -> None:
    names = "".join(f"  a{n}: {{name: Đơn vị {n}, type: b{n}}}\n" for n in range(250))
    with (repository / "plans/agencies.yml").open("a", encoding="utf-8") as stream:
        stream.write(names)
    short, whole = run(repository).output, run(repository, "--all").output
    assert short.count("\n  đọc thấy") == 200
    assert "chạy “plansite check --all” để xem hết" in short
    assert whole.count("\n  đọc thấy") == 252
    assert "--all" not in whole


# ---------------------------------------------------------------------- GitHub's page


def test_the_jobs_page_is_added_to(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# Trước đó\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    done = run(repository, "--format", "github", "--site-url", "https://a.example.vn/")
    assert done.exit_code == 1
    said = page.read_text("utf-8")
    assert said.startswith("# Trước đó\n## plansite check: 1 lỗi, 1 cảnh báo trong 4 tệp\\.\n")
    assert "### [Y020](https://a.example.vn/rules/Y020/) · lỗi" in said


def test_only_the_format_of_github_writes_it(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    run(repository, "--format", "sarif")
    assert not page.exists()


def test_a_page_that_cannot_be_written_fails_nothing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    done = run(repository, "--format", "github", "--lang", "en")
    assert done.exit_code == 1
    assert done.stderr.startswith("Cannot write GitHub's job summary: ")
    assert done.stdout.startswith("::error file=")
