"""A project of its own for each test, and the recipes that it was given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ci import github, gitlab
from tests.ci.projects import Edit, Project, project
from tests.shell.gits import git


@pytest.fixture
def made(tmp_path: Path) -> Project:
    return project(tmp_path)


class PullRequests:
    """Pull request 7 of a project on GitHub, run after run."""

    def __init__(self, made: Project, home: Path) -> None:
        self.project = made
        self.home = home
        self.runs = 0
        self.comments: list[dict[str, Any]] = []

    def push(self, edit: Edit, *, fork: bool = False, **state: object) -> github.Runner:
        """Push a change to the pull request and run the workflow, as far as it goes."""
        self.project.propose(edit)
        self.runs += 1
        pull = {"number": 7, "head": {"repo": {"full_name": "nguoi-la/tien-do"}}}
        if not fork:
            pull["head"] = {"repo": {"full_name": github.REPOSITORY}}
        workflow = self.project.clone.root / ".github/workflows/check.yml"
        event = {"ref": "refs/pull/7/merge", "event": {"pull_request": pull}}
        home = self.home / f"run-{self.runs}"
        runner = github.Runner(workflow, home, self.project.server, event)
        runner.job("check")
        comment = runner.job("comment", comments=self.comments, **state)
        if not comment.skipped:
            self.comments = runner.machine.state["comments"]
        return runner


@pytest.fixture
def pulls(made: Project, tmp_path: Path) -> PullRequests:
    return PullRequests(made, tmp_path)


class MergeRequests:
    """Merge request 7 of a project on GitLab."""

    def __init__(self, made: Project, home: Path) -> None:
        self.project = made
        pipeline = made.clone.root / ".gitlab-ci.yml"
        self.runner = gitlab.Runner(pipeline, home / "gitlab", made.server)

    def push(self, edit: Edit, **known: str) -> dict[str, str]:
        """Push a change; what GitLab tells the jobs of its pipeline."""
        self.project.propose(edit)
        self.runner.checkout("refs/merge-requests/7/head")
        workspace = self.runner.machine.workspace
        return {
            "CI_PIPELINE_SOURCE": "merge_request_event",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(workspace, "rev-parse", "HEAD~1"),
            **known,
        }


@pytest.fixture
def merges(made: Project, tmp_path: Path) -> MergeRequests:
    return MergeRequests(made, tmp_path)
