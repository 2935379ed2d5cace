"""GitLab's runner, as far as our pipeline needs one: a job's lines in one shell, and its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.ci.machine import Machine, Ran
from tests.shell.gits import git


def load(path: Path) -> dict[str, Any]:
    """A pipeline with every value as text."""
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return loaded


class Runner:
    """Runs jobs of a pipeline on a clone of the server's repository."""

    def __init__(self, pipeline: Path, home: Path, server: Path, **state: object) -> None:
        self.pipeline = load(pipeline)
        self.server = server
        self.machine = Machine(home, **state)

    def checkout(self, reference: str) -> str:
        """Fetch as much history as the pipeline asks for; the commit."""
        depth = self.pipeline["variables"]["GIT_DEPTH"]
        workspace = self.machine.workspace
        if not (workspace / ".git").exists():
            git(workspace, "init", "--quiet")
            git(workspace, "remote", "add", "origin", f"file://{self.server}")
        options = [] if depth == "0" else [f"--depth={depth}"]
        git(workspace, "fetch", "--quiet", *options, "origin", f"+{reference}:refs/pipelines/1")
        git(workspace, "checkout", "--quiet", "--force", "--detach", "refs/pipelines/1")
        return git(workspace, "rev-parse", "HEAD")

    def job(self, name: str, known: dict[str, str]) -> Ran:
        """All lines of a job with those that come before them, as one script."""
        asked = self.pipeline[name]
        template = self.pipeline[asked["extends"]]
        lines = [*template["before_script"], *asked["script"]]
        variables = self.pipeline["variables"] | {
            "GITLAB_CI": "true",
            "CI_PROJECT_DIR": str(self.machine.workspace),
            "CI_API_V4_URL": "https://gitlab.example/api/v4",
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
        return self.machine.run("\n".join(lines), variables | known, shell=shell)
