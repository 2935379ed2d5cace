"""The definition by which other repositories run plansite as a hook of pre-commit."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checks.conftest import base_files
from tests.conftest import ROOT
from tests.reports.faulty import faulty_files


@pytest.fixture
def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(only, dict)
    return only


def test_it_is_what_pre_commit_asks_for(hook: dict[str, Any]) -> None:
    assert hook["id"] == "plansite-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert {"id", "name", "entry", "language"} <= set(hook)


def test_the_entry_is_a_command_that_installing_this_repository_gives(hook: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert shlex.split(hook["entry"])[0] in project["scripts"]


@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("plans/vung/ke-hoach.yml", True),
        ("data/vung/ke-hoach/progress/2022.csv", True),
        ("README.md", False),
        ("docs/plans/a.yml", False),
    ],
)
def test_it_runs_when_plans_or_figures_change(hook: dict[str, Any], file: str, runs: bool) -> None:
    assert bool(re.search(hook["files"], file)) == runs


@pytest.mark.parametrize(("files", "status"), [(base_files(), 0), (faulty_files(), 1)])
def test_its_entry_runs_at_the_root_of_a_repository(
    hook: dict[str, Any], tmp_path: Path, files: dict[str, bytes], status: int
) -> None:
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    program, *arguments = shlex.split(hook["entry"])
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stderr
    assert ("V01" in done.stdout) == bool(status)
