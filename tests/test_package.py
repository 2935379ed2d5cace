"""The wheel is the whole program: installed alone, it builds the very site the checkout builds."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from shutil import copy, copytree

import pytest

from tests.conftest import ROOT, build_site

# Beside the other users of the shipped site, on one worker: it is built once and early.
pytestmark = pytest.mark.xdist_group("shipped-site")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the back end that the lock pins and without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    run(sys.executable, "-m", "pip", "wheel", *options, ".", cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a new virtual environment that holds the wheel alone.

    The dependencies are lent from the environment of this run, so that the test needs no network:
    a `.pth` line puts that folder behind the new environment's own. Python reads no `.pth` files
    in a folder added so, and therefore the editable install of the checkout, which is such a file,
    stays out of sight. (`--system-site-packages` would lend the base Python's packages, not ours.)
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    options = ["--no-deps", "--no-index", "--quiet"]
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=home)
    purelib = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site_packages = Path(run(python, "-c", purelib, cwd=home).strip())
    (site_packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return home / "bin"


def test_wheel_carries_the_templates_and_only_the_program(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    carried = {name.removeprefix("site_builder/") for name in names}
    assert "templates/layout.html" in carried
    assert {f"templates/{name}" for name in files(ROOT / "templates")} <= carried
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"site_builder"}


def test_installed_program_is_the_wheel_and_not_the_checkout(installed: Path) -> None:
    place = "import site_builder; print(site_builder.__file__)"
    found = Path(run(installed / "python", "-c", place, cwd=installed).strip())
    assert found.is_relative_to(installed.parent)


def test_installed_program_builds_the_same_site(
    installed: Path, shipped_site: Path, tmp_path: Path
) -> None:
    for folder in ("plans", "data"):
        copytree(ROOT / folder, tmp_path / folder)
    copy(ROOT / "mkdocs.yml", tmp_path)
    build_site(installed / "plansite", tmp_path, tmp_path / "site")
    ours, theirs = files(tmp_path / "site"), files(shipped_site)
    assert ours.keys() == theirs.keys()
    assert [name for name in sorted(ours) if ours[name] != theirs[name]] == []
