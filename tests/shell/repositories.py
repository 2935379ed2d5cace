"""A copy of the mini repository on disk, and the commands run on it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from site_builder.shell.cli import main
from tests.sites.trees import MINI

WRONG_CELL = "data/vung/12-kh-ldld/progress/ldld.csv"


@dataclass(frozen=True)
class Repository:
    """A repository that a test may change."""

    root: Path

    @property
    def site(self) -> Path:
        """Where `mkdocs.yml` puts the site."""
        return self.root / "site"

    def replace(self, file: str, old: str, new: str) -> None:
        """Change the one place in a file where `old` stands."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file}: {old!r} stands {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    def write_two_readings(self) -> None:
        """Write 4210 as 4.210 on line 3 of a table, in its fourth column."""
        self.replace(WRONG_CELL, ",4210,", ",4.210,")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


def copied(folder: Path) -> Repository:
    """The mini repository in a folder of its own."""
    shutil.copytree(MINI / "repository", folder / "repository")
    return Repository(folder / "repository")


def plansite(*arguments: object) -> Ran:
    """Run the command in this process; anything but an exit is a failed test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def program(name: str, *arguments: str, cwd: Path) -> Ran:
    """Run an installed program in a process of its own."""
    done = subprocess.run(
        [Path(sys.executable).with_name(name), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
