"""What tests of several rooms share: the checkout, its site built once, and a Chromium."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
AS_OF = "2026-11-20"
"""The day on which the tests judge the shipped plans; any fixed day gives the same bytes."""


def build_site(plansite: Path, repository: Path, site: Path) -> None:
    """Build the repository's site by the command a person uses; `plansite` is its script."""
    command = [str(plansite), "build", "--as-of", AS_OF, "--site-dir", str(site)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped repository's site, built once in a run however many workers share it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site = shared / "shipped-site"
    with (shared / "shipped-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build_site(Path(sys.executable).with_name("plansite"), ROOT, site)
    return site


@pytest.fixture(scope="session")
def chromium() -> str:
    """A Chromium that starts. Its absence is a failure: what nobody opened is not known to work."""
    found = subprocess.run(
        [ROOT / "scripts" / "find-chromium.sh"], capture_output=True, text=True, check=False
    )
    if found.returncode != 0:
        pytest.fail(found.stderr, pytrace=False)
    return found.stdout.strip()
