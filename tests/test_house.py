"""The house rules that no linter holds: doors only in the shell, small files, a lock that fits."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "site_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))
CORE = [path for path in MODULES if not path.is_relative_to(PACKAGE / "shell")]

DOOR_MODULES = {
    "asyncio", "atexit", "builtins", "concurrent", "fcntl", "fileinput", "getpass", "glob",
    "http", "importlib.metadata", "importlib.resources", "locale", "logging", "mmap",
    "multiprocessing", "os", "platform", "random", "secrets", "select", "shutil", "signal",
    "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib.request",
    "uuid", "warnings", "webbrowser",
}  # fmt: skip
"""Clock, disk, process, environment, network and chance."""
DOOR_NAMES = {
    "pathlib": {"Path", "PosixPath", "WindowsPath"},
    "sys": {"argv", "exit", "modules", "path", "stderr", "stdin", "stdout"},
    "jinja2": {"FileSystemBytecodeCache", "FileSystemLoader", "ModuleLoader", "PackageLoader"},
}
"""Doors inside modules that are otherwise harmless."""
DOOR_CALLS = {"breakpoint", "eval", "exec", "exit", "input", "open", "print", "quit"}
CLOCKS = {"now", "today", "utcnow"}
"""Methods of `date` and `datetime` that look at the clock."""

OFFICE_LIBRARIES = {"docx", "openpyxl", "xlsxwriter"}
"""import-linter keeps every other library at home, but cannot name one that nothing imports yet."""


def doors(source: str) -> Iterator[str]:
    """Every place where a module looks out of the house, as `line: what`."""
    for node in ast.walk(ast.parse(source)):
        for what in _doors_of(node):
            yield f"{node.lineno}: {what}"  # type: ignore[attr-defined]  # all of these have one


def _doors_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names):
            return [name.name for name in names if _is_door_module(name.name)]
        case ast.ImportFrom(module=str(module), names=names):
            every = [f"{module}.{name.name}" for name in names]
            if _is_door_module(module):
                return every
            inside = DOOR_NAMES.get(module, set())
            return [
                name for name in every if _is_door_module(name) or name.split(".")[-1] in inside
            ]
        case ast.Attribute(value=ast.Name(id=owner), attr=attr) if attr in DOOR_NAMES.get(
            owner, ()
        ):
            return [f"{owner}.{attr}"]
        case ast.Call(func=ast.Name(id=name)) if name in DOOR_CALLS:
            return [f"{name}()"]
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in CLOCKS:
            return [f".{attr}()"]
    return []


def _is_door_module(name: str) -> bool:
    return name in DOOR_MODULES or name.split(".", maxsplit=1)[0] in DOOR_MODULES


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import os.path as p",
        "from os import environ",
        "import subprocess, re",
        "from urllib import request",
        "from urllib.request import urlopen",
        "from pathlib import Path",
        "import pathlib\npathlib.Path('a').read_text()",
        "from sys import argv",
        "import sys\nsys.stdout.write('a')",
        "import datetime as dt\ndt.date.today()",
        "from datetime import datetime\ndatetime.now(tz=None)",
        "from time import time",
        "with open('a') as file: pass",
        "def f():\n    print('a')",
        "from jinja2 import FileSystemLoader",
    ],
)
def test_a_door_is_seen(source: str) -> None:
    assert list(doors(source))


@pytest.mark.parametrize(
    "source",
    [
        "from pathlib import PurePosixPath",
        "import sys\nsys.intern('a')",
        "import datetime as dt\ndt.date(2021, 10, 15)",
        "from urllib.parse import quote",
        "import io\nio.StringIO()",
    ],
)
def test_what_is_no_door_is_left_alone(source: str) -> None:
    assert list(doors(source)) == []


def test_doors_are_in_the_shell_only() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{door}"
        for path in CORE
        for door in doors(path.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)


def test_office_libraries_stay_in_the_office() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {library}"
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "office")
        for library in OFFICE_LIBRARIES
        if re.search(rf"^\s*(from|import) {library}\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert not found, "\n".join(found)


def test_imports_go_down_and_libraries_stay_at_home() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_are_small() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    large = [f"{path.relative_to(ROOT)}: {n}" for path, n in lines.items() if n > 300]
    assert not large, "\n".join(large)


def test_functions_are_small() -> None:
    lengths = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert statistics.median(lengths) <= 12
    assert sum(length < 30 for length in lengths) / len(lengths) >= 0.9


def test_words_are_composed() -> None:
    # NFD looks the same, but then neither a search nor a comparison finds the word.
    suffixes = {".py", ".html", ".css", ".js", ".yml", ".csv", ".md", ".toml"}
    places = ["site_builder", "templates", "plans", "data", "docs", "scripts"]
    texts = [path for place in places for path in (ROOT / place).rglob("*")]
    decomposed = [
        str(path.relative_to(ROOT))
        for path in texts
        if path.suffix in suffixes and not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]
    assert not decomposed, "\n".join(decomposed)


def test_lock_names_every_dependency_by_hash_and_none_by_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.findall(
        r"^([a-z0-9-]+)==\S+.*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", lock, re.MULTILINE
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    names = {re.split(r"[<>=~!\[; ]", name)[0].lower().replace("_", "-") for name in wanted}
    assert names <= {name for name, _ in pins}
    assert len(pins) == len(re.findall(r"^\S+==", lock, re.MULTILINE))
    assert re.findall(r"^.*(?:://| @ |-index|find-links).*$", lock, re.MULTILINE) == []
