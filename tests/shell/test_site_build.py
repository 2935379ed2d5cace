"""`plansite build`: what it leaves on disk, what it says, how it ends."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.shell.repositories import WRONG_CELL, Repository, copied, plansite, program
from tests.site.html import read_html
from tests.sites.trees import tree


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with its site built, for tests that leave both as they are."""
    repository = copied(tmp_path_factory.mktemp("standing"))
    assert plansite("build", repository.root).code == 0
    return repository


def test_the_site_lands_where_mkdocs_yml_says_and_nothing_beside_it(standing: Repository) -> None:
    assert (standing.site / "index.html").is_file()
    assert (standing.site / "about/index.html").is_file()
    assert {path.name for path in standing.root.iterdir()} == {
        ".cache", "data", "mkdocs.yml", "plans", "site",
    }  # fmt: skip


def test_mkdocs_and_plansite_build_the_same_tree_twice(tmp_path: Path) -> None:
    repository = copied(tmp_path)
    assert program("plansite", "build", cwd=repository.root).code == 0
    first = tree(repository.site)
    done = program("mkdocs", "build", "--quiet", cwd=repository.root)

    assert (done.code, done.err) == (0, "")
    assert tree(repository.site) == first
    # The second time from kept charts, into a site that stands.
    assert plansite("build", repository.root).code == 0
    assert tree(repository.site) == first
    assert b"<svg" in first["plans/vung/12-kh-ldld/index.html"]


def test_a_site_does_not_depend_on_where_its_repository_lies(
    standing: Repository, tmp_path: Path
) -> None:
    elsewhere = copied(tmp_path / "ở nơi khác")
    assert plansite("build", elsewhere.root, "--site-dir", tmp_path / "out").code == 0

    assert tree(tmp_path / "out") == tree(standing.site)
    assert not elsewhere.site.exists()


def test_prose_has_the_layout_of_the_site(standing: Repository) -> None:
    about = standing.site / "about/index.html"
    text = about.read_text("utf-8")

    assert "<title>Giới thiệu · Tiến độ huyện Vùng</title>" in text
    assert 'class="page-prose"' in text
    assert "../method/" in read_html(about).links
    assert "../assets/site.css" in read_html(about).fetched


@pytest.mark.parametrize("command", ["plansite", "mkdocs"])
def test_an_error_leaves_the_standing_site_and_names_the_cell(
    repository: Repository, command: str
) -> None:
    assert plansite("build", repository.root).code == 0
    before = tree(repository.site)
    repository.write_two_readings()
    done = program(command, "build", cwd=repository.root)

    assert done.code == 1
    assert f"{WRONG_CELL}:3:31" in done.err
    assert "Traceback" not in done.err
    assert tree(repository.site) == before
    assert [path.name for path in repository.root.glob(".site*")] == []


def test_an_error_is_told_in_english_where_that_is_asked(repository: Repository) -> None:
    repository.write_two_readings()
    done = plansite("build", repository.root, "--lang", "en")

    assert done.code == 1
    assert "There are errors, so nothing was built" in done.err
    assert "expected" in done.err and "cần có" not in done.err
    assert not repository.site.exists()


def test_a_warning_does_not_keep_a_site_from_being_built(repository: Repository) -> None:
    repository.replace("plans/vung/12-kh-ldld.yml", "to: 2030", "to: 2026")

    done = plansite("build", repository.root)

    assert (done.code, done.err) == (0, "")
    assert "P141" in plansite("check", repository.root).out


def test_a_folder_that_plansite_did_not_build_is_not_replaced(repository: Repository) -> None:
    (repository.site).mkdir()
    (repository.site / "thesis.txt").write_text("mine")
    done = plansite("build", repository.root)

    assert done.code == 2
    assert "không do plansite dựng" in done.err
    assert tree(repository.site) == {"thesis.txt": b"mine"}


def test_a_place_that_cannot_be_written_is_named(repository: Repository) -> None:
    done = plansite("build", repository.root, "--site-dir", repository.root / "mkdocs.yml" / "site")

    assert done.code == 2
    assert "mkdocs.yml" in done.err


def test_without_illustrative_rows_nothing_is_marked_and_nothing_kept(
    repository: Repository,
) -> None:
    repository.replace("mkdocs.yml", "as_of: 2026-11-20", "illustrative: false")
    assert plansite("build", repository.root, "--as-of", "2026-11-20").code == 0
    made = tree(repository.site)

    marked = [path for path, text in made.items() if b"mark-ill" in text and path[-4:] == "html"]
    banners = [path for path, text in made.items() if "số liệu minh họa".encode() in text]
    assert marked == []
    # Method, data page and glossary speak of such rows, and search finds them; no figure is one.
    speaking = ("data/", "method/", "glossary/", "assets/search/")
    told = [path for path in banners if not path.removeprefix("en/").startswith(speaking)]
    assert told == []
    rows = list(csv.DictReader(made["data/progress.csv"].decode().splitlines()))
    assert rows and all(row["state"] != "illustrative" for row in rows)
    assert not any(b"4.790" in text for text in made.values())


def test_with_illustrative_rows_each_page_that_shows_one_says_so(standing: Repository) -> None:
    for path in ("plans/vung/12-kh-ldld/index.html", "agencies/cd-b/index.html"):
        text = (standing.site / path).read_text("utf-8")
        assert "Trang này có số liệu minh họa" in text, path
        assert "mark-ill" in text, path
    clean = (standing.site / "agencies/bhxh-vung/index.html").read_text("utf-8")
    assert "minh họa" not in clean


def test_the_day_of_judgement_is_the_one_asked_for(repository: Repository) -> None:
    assert plansite("build", repository.root, "--as-of", "2025-06-30").code == 0

    assert '<time datetime="2025-06-30">' in (repository.site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("command", ["plansite", "mkdocs"])
def test_a_link_that_leads_nowhere_leaves_the_standing_site(
    repository: Repository, command: str
) -> None:
    assert plansite("build", repository.root).code == 0
    before = tree(repository.site)
    about = repository.root / "plans/pages/about.md"
    about.write_text(
        f"{about.read_text('utf-8')}\n[Mục](../plans/vung/12-kh-ldld/#muc-X)\n", "utf-8"
    )
    done = program(command, "build", cwd=repository.root)

    assert done.code == 1
    assert "about/index.html → plans/vung/12-kh-ldld/#muc-X" in done.err
    assert "Traceback" not in done.err
    assert tree(repository.site) == before


def test_every_page_has_a_policy_that_lets_nothing_inline_or_foreign_in(
    standing: Repository,
) -> None:
    pages = list(standing.site.rglob("*.html"))
    for page in pages:
        policy = re.search(
            'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text("utf-8")
        )
        assert policy, page
        assert policy[1].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy[1] and "http" not in policy[1]
    assert standing.site / "about/index.html" in pages


def test_a_page_of_prose_is_there_in_both_languages(standing: Repository) -> None:
    english = (standing.site / "en/about/index.html").read_text("utf-8")

    assert '<html lang="en">' in english
    assert '<article class="prose" lang="vi">' in english
