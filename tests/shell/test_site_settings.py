"""Settings that are wrong end in a sentence and exit status 2, and touch nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.shell.day import as_of_day
from site_builder.shell.files import CannotRunError
from tests.shell.repositories import Repository, copied, plansite, program

SITE = "site_name: Tiến độ\ndocs_dir: plans/pages\n"
BAD = {
    "an unknown setting": (f"{SITE}plugins: [{{plansite: {{ilustrative: false}}}}]", "ilustrative"),
    "a text for a flag": (f"{SITE}plugins: [{{plansite: {{illustrative: 'no'}}}}]", "illustrative"),
    "a year for a day": (f"{SITE}plugins: [{{plansite: {{as_of: 2026}}}}]", "2026-11-20"),
    "a time for a day": (f"{SITE}plugins: [{{plansite: {{as_of: 2026-11-20 10:00:00}}}}]", "10:00"),
    "a day in another form": (
        f"{SITE}plugins: [{{plansite: {{as_of: 20/11/2026}}}}]",
        "20/11/2026",
    ),
    "a day that is none": (f"{SITE}plugins: [{{plansite: {{as_of: 2026-02-30}}}}]", "mkdocs.yml"),
    "no plugin": (SITE, "plansite"),
    "no folder of pages": ("site_name: x\ndocs_dir: nowhere\nplugins: [plansite]", "nowhere"),
    "no name": ("docs_dir: plans/pages\nplugins: [plansite]", "site_name"),
    "flat addresses": (
        f"{SITE}use_directory_urls: false\nplugins: [plansite]",
        "use_directory_urls",
    ),
    "YAML that breaks off": ("site_name: [x", "mkdocs.yml"),
    "a list": ("- plansite", "mkdocs.yml"),
    "nothing": ("", "site_name"),
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return copied(tmp_path)


@pytest.mark.parametrize("case", BAD)
def test_bad_settings_are_named(
    repository: Repository, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings, named = BAD[case]
    (repository.root / "mkdocs.yml").write_text(settings, "utf-8")
    done = plansite("build", repository.root)

    assert done.code == 2
    # What MkDocs itself has to say of a setting it says through `logging`.
    assert named in done.err + caplog.text
    assert not repository.site.exists()


def test_settings_that_are_not_there_are_named(repository: Repository) -> None:
    (repository.root / "mkdocs.yml").unlink()

    for command in ("build", "serve"):
        done = plansite(command, repository.root)
        assert done.code == 2
        assert "mkdocs.yml" in done.err


def test_a_program_of_its_own_says_what_is_wrong_and_shows_no_traceback(
    repository: Repository,
) -> None:
    repository.replace("mkdocs.yml", "as_of: 2026-11-20", "as_off: 2026-11-20")
    done = program("plansite", "build", cwd=repository.root)

    assert done.code == 2
    assert "as_off" in done.err
    assert "Traceback" not in done.err


def test_mkdocs_alone_stops_as_plainly(repository: Repository) -> None:
    repository.replace("mkdocs.yml", "as_of: 2026-11-20", "as_of: ngày mai")
    done = program("mkdocs", "build", cwd=repository.root)

    assert done.code == 2
    assert "Ngày đánh giá phải viết như 2026-11-20; đọc được 'ngày mai'." in done.err
    assert "Traceback" not in done.err
    assert not repository.site.exists()


@pytest.mark.parametrize("command", ["build", "export"])
@pytest.mark.parametrize(
    "day", ["mai", "2026", "2026-W47-5", "20261120", "2026-02-30", "9999-12-31"]
)
def test_what_is_not_a_day_is_refused(repository: Repository, command: str, day: str) -> None:
    out = repository.root / "out"
    place = {"build": "--site-dir", "export": "--out"}[command]
    done = plansite(command, repository.root, place, out, "--as-of", day)

    assert done.code == 2
    assert day in done.err
    assert not out.exists()


def test_a_day_with_a_time_is_no_day() -> None:
    with pytest.raises(CannotRunError):
        as_of_day("2026-11-20 00:00:00")


def test_a_prose_page_may_not_take_the_place_of_a_built_one(repository: Repository) -> None:
    for page in ("index.md", "method.md", "plans/vung/12-kh-ldld.md"):
        path = repository.root / "plans/pages" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Của tôi\n", "utf-8")
        done = plansite("build", repository.root)
        path.unlink()

        assert done.code == 2
        assert page in done.err
        assert not repository.site.exists()


def test_a_prose_page_in_another_encoding_is_no_traceback(
    repository: Repository, caplog: pytest.LogCaptureFixture
) -> None:
    (repository.root / "plans/pages/help.md").write_bytes("# Hướng dẫn".encode("utf-16"))
    done = plansite("build", repository.root)

    assert done.code == 2
    assert "help.md" in done.err + caplog.text
