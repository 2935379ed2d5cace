"""Publishing on GitHub Pages, with the workflow's own lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ci.github import Runner
from tests.ci.projects import Project, spoil


def published(made: Project, home: Path, branch: str = "main", **state: Any) -> Runner:
    workflow = made.clone.root / ".github/workflows/publish.yml"
    event = {
        "ref": f"refs/heads/{branch}",
        "ref_name": branch,
        "event": {"repository": {"default_branch": "main"}},
    }
    runner = Runner(workflow, home / "publish", made.server, event)
    runner.job("build", **state)
    return runner


def test_the_site_is_published_with_its_address(made: Project, tmp_path: Path) -> None:
    runner = published(made, tmp_path)
    assert not runner.jobs["build"].failed, runner.jobs["build"].log
    home = (runner.artifacts / "github-pages/index.html").read_text("utf-8")
    assert 'href="https://xa-vi-du.example/tien-do/"' in home
    assert (runner.artifacts / "github-pages/sitemap.xml").is_file()
    assert not runner.job("deploy").failed


def test_where_pages_is_off_it_is_told_how_to_turn_it_on(made: Project, tmp_path: Path) -> None:
    runner = published(made, tmp_path, pages=None)
    build = runner.jobs["build"]
    assert build.failed
    assert "::error::Chưa bật GitHub Pages: Settings → Pages" in build.log
    assert build.steps["Dựng trang"].outcome == "skipped"
    assert runner.job("deploy").skipped


def test_errors_publish_nothing(made: Project, tmp_path: Path) -> None:
    made.commit(spoil)
    runner = published(made, tmp_path)
    assert runner.jobs["build"].steps["Dựng trang"].outcome == "failure"
    assert not (runner.artifacts / "github-pages").exists()


@pytest.mark.parametrize("branch", ["de-nghi", "main-2"])
def test_other_branches_publish_nothing(made: Project, tmp_path: Path, branch: str) -> None:
    assert published(made, tmp_path, branch).jobs["build"].skipped
