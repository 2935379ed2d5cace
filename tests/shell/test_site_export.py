"""`plansite export`: the open data alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from site_builder.exports.catalogue import EXPORTS
from tests.shell.repositories import WRONG_CELL, Repository, copied, plansite
from tests.sites.trees import MINI, tree

DAY = ("--as-of", "2026-11-20")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return copied(tmp_path)


def test_the_files_are_those_of_the_site(repository: Repository, tmp_path: Path) -> None:
    done = plansite("export", repository.root, "--out", tmp_path / "a/b", *DAY)
    made = tree(tmp_path / "a/b")

    assert (done.code, done.err) == (0, "")
    assert done.out.count("Đã ghi") == len(EXPORTS)
    assert list(made) == sorted(Path(export.path).name for export in EXPORTS)
    assert made == {name: (MINI / "expected/data" / name).read_bytes() for name in made}
    assert json.loads(made["plans.json"])["as_of"] == "2026-11-20"


def test_illustrative_rows_can_be_left_out(repository: Repository, tmp_path: Path) -> None:
    assert (
        plansite("export", repository.root, "--out", tmp_path, *DAY, "--no-illustrative").code == 0
    )
    rows = list(csv.DictReader((tmp_path / "progress.csv").read_text("utf-8").splitlines()))

    assert {row["state"] for row in rows} == {"official", "provisional", "estimate"}


def test_with_an_error_nothing_is_written(repository: Repository, tmp_path: Path) -> None:
    repository.write_two_readings()
    done = plansite("export", repository.root, "--out", tmp_path / "out", "--lang", "en")

    assert done.code == 1
    assert f"{WRONG_CELL}:3:31" in done.err
    assert "nothing was written" in done.err
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_and_a_folder_without_plans_are_named(
    repository: Repository, tmp_path: Path
) -> None:
    in_the_way = plansite("export", repository.root, "--out", repository.root / "mkdocs.yml")
    no_plans = plansite("export", repository.root / "data", "--out", tmp_path / "out")

    assert (in_the_way.code, no_plans.code) == (2, 2)
    assert "mkdocs.yml" in in_the_way.err
    assert "plans" in no_plans.err
