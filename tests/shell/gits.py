"""Real Git repositories for tests: nothing of the machine's own settings reaches them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

OWN = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Người Thử",
    "GIT_AUTHOR_EMAIL": "thu@example.vn",
    "GIT_AUTHOR_DATE": "2026-11-20T08:00:00+07:00",
    "GIT_COMMITTER_NAME": "Người Thử",
    "GIT_COMMITTER_EMAIL": "thu@example.vn",
    "GIT_COMMITTER_DATE": "2026-11-20T08:00:00+07:00",
    "LC_ALL": "C",
}


def environment() -> dict[str, str]:
    """The environment of every Git here: not that of a hook that may be running these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | OWN


def git(folder: Path, *arguments: str | Path) -> str:
    """Run Git in a folder; what fails is a failed test."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"git {arguments}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


@dataclass(frozen=True)
class Clone:
    """A work tree with its repository."""

    root: Path

    def git(self, *arguments: str | Path) -> str:
        return git(self.root, *arguments)

    def write(self, files: dict[str, bytes]) -> None:
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file}: {old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    def commit(self, message: str) -> str:
        """Everything as it is now, committed; its id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")


def new_clone(root: Path) -> Clone:
    """An empty repository whose branch is `main`."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch", "main")
    return Clone(root)
