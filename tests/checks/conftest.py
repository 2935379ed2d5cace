"""Runs one case file per rule: a small repository laid over `base/`, and what is said of it."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))


def base_files() -> dict[str, bytes]:
    """The tiny valid repository that every case starts from."""
    base = HERE / "base"
    return {
        str(path.relative_to(base)): path.read_bytes()
        for path in sorted(base.rglob("*"))
        if path.is_file()
    }


def lay(over: Mapping[str, Any]) -> dict[str, bytes]:
    """The base with a case's `files` and `replace` laid over it; each old text must be unique."""
    files = base_files()
    for path, content in (over.get("files") or {}).items():
        if content is None:
            del files[path]
        elif isinstance(content, dict):
            files[path] = base64.b64decode(content["base64"])
        else:
            files[path] = content.encode("utf-8")
    for path, edits in (over.get("replace") or {}).items():
        text = files[path].decode("utf-8")
        for old, new in edits:
            assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        files[path] = text.encode("utf-8")
    return files


class Case:
    """One case file. Read with the plain loader, so that `no` in it stays the text `no`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.code = path.stem
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
        assert set(content) == {"speaks", "silent"}, path
        for part in content.values():
            _nulls(part)
        self.speaks: dict[str, Any] = content["speaks"]
        self.silent: dict[str, Any] = content["silent"]

    def rewrite(self, text: str) -> None:
        """Put `text` in the place of the expected report; the rest of the file stays as it is."""
        lines = self.path.read_text("utf-8").splitlines()
        start = next((n for n, line in enumerate(lines) if line.startswith("  text:")), None)
        silent = lines.index("silent:")
        body = [f"    {line}" if line else "" for line in text.splitlines()]
        head = lines[: silent if start is None else start]
        self.path.write_text(
            "\n".join([*head, "  text: |", *body, *lines[silent:]]) + "\n", "utf-8"
        )


def _nulls(part: dict[str, Any]) -> None:
    """`path: null` (and nothing after the colon) removes the file."""
    files = part.get("files") or {}
    for path, content in files.items():
        if content == "null":
            files[path] = None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [Case(p) for p in CASES], ids=[p.stem for p in CASES])


@pytest.fixture
def update() -> bool:
    """Whether expected texts are to be rewritten: `UPDATE=1 pytest`, then read as a diff."""
    return os.environ.get("UPDATE") == "1"
