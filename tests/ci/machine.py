"""A machine of a CI server: folders, programs on its PATH, and a shell for the recipes' lines."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.shell.gits import environment

FAKES = Path(__file__).with_name("fakes")
STATE: dict[str, Any] = {
    "comments": [], "notes": [], "pip": [], "pages": "https://xa-vi-du.example/tien-do",
    "may_read": True, "may_write": True, "token": "glpat-example",
}  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """How a step ended: exit status and everything that the log shows."""

    code: int
    log: str


class Machine:
    """One fresh machine; `state` is what the server behind it knows and remembers."""

    def __init__(self, home: Path, **state: object) -> None:
        self.home = home
        self.workspace = home / "kho"
        self.temp = home / "temp"
        self._state = home / "state.json"
        self._programs = home / "bin"
        for folder in (self.workspace, self.temp, self._programs):
            folder.mkdir(parents=True)
        self._state.write_text(json.dumps(STATE | state), "utf-8")
        for fake in FAKES.glob("[a-z]*.py"):
            program = self._programs / fake.stem
            program.write_text(
                f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(fake))} "$@"\n'
            )
            program.chmod(0o755)

    @property
    def state(self) -> dict[str, Any]:
        """What the server remembers now."""
        found: dict[str, Any] = json.loads(self._state.read_text("utf-8"))
        return found

    def change(self, **state: object) -> None:
        """Let the server know other things."""
        self._state.write_text(json.dumps(self.state | state), "utf-8")

    def run(self, lines: str, known: dict[str, str], *, shell: list[str]) -> Ran:
        """The lines as the server runs them: a script file, given to its shell."""
        script = self.home / "script.sh"
        script.write_text(lines, "utf-8")
        own = {
            **environment(),
            "PATH": os.pathsep.join(
                [str(self._programs), str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "HOME": str(self.home),
            "FAKE_STATE": str(self._state),
            "LC_ALL": "C.UTF-8",
            "CI": "true",
        }
        done = subprocess.run(
            [*shell, str(script)],
            cwd=self.workspace,
            env=own | known,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode())
