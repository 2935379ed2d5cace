"""The shipped site behind a server on this machine, and a headless Chromium to open it with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.kinds import pages_by_kind
from tests.browser.serving import FLAGS, serve


@pytest.fixture(scope="session")
def origin(shipped_site: Path) -> Iterator[str]:
    """The address at which the shipped site is served, without a slash at its end."""
    with serve(shipped_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def kinds(shipped_site: Path) -> dict[str, list[str]]:
    """The Vietnamese pages by kind, the largest first."""
    return pages_by_kind(shipped_site)


@pytest.fixture(scope="session")
def english_kinds(shipped_site: Path) -> dict[str, list[str]]:
    """The English pages by kind, the largest first."""
    return pages_by_kind(shipped_site, "en")
