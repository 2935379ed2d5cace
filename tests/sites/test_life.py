"""A small repository to which time happened, on five days: read as text, page by page.

A plan that replaced another, amended twice; a body split in three, two merged into one, one ended
without a successor; a series that breaks; two corrected figures. `UPDATE=1 pytest
tests/sites/test_life.py` writes the expected texts again; then read them as a diff.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from site_builder import publish
from site_builder.shell.files import read_repository
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.text import Text
from tests.sites.texts import text
from tests.sites.trees import ARTIST, tree

LIFE = Path(__file__).parent / "life"
EXPECTED = LIFE / "expected"
DAYS = {
    "1-only-the-old-plan": dt.date(2021, 1, 15),
    "2-amendment-decided": dt.date(2022, 12, 15),
    "3-body-split": dt.date(2024, 1, 15),
    "4-amended-twice-and-merged": dt.date(2025, 2, 1),
    "5-district-ended": dt.date(2026, 3, 1),
}
"""What is new on each day."""
PAGES = (
    "", "plans/nui/02-kh-ldld/", "plans/nui/07-kh-ldld/",
    "plans/nui/07-kh-ldld/indicators/tong-doan-vien/",
    "plans/nui/07-kh-ldld/indicators/ty-le-doi-thoai/",
    "plans/nui/07-kh-ldld/indicators/so-tay/",
    "agencies/", "agencies/ldld-nui/", "agencies/bnc-ldld-nui/", "agencies/cd-lon/",
    "agencies/cd-lon-dong/", "agencies/cd-an/", "agencies/cd-an-binh/",
    "reporting/", "deadlines/", "changes/", "documents/ke-hoach-15/", "documents/nghi-quyet-88/",
)  # fmt: skip
FILES = ("calendar/all.ics", "feed.xml", "data/reports.csv", "data/agencies.csv")


@cache
def _site(name: str) -> Mapping[str, bytes]:
    settings = publish.Settings(
        as_of=DAYS[name], illustrative=True, site_name=Text("Tiến độ huyện Núi", "Progress of Nui")
    )
    files = read_repository(LIFE / "repository")
    result = publish.build(files, read_templates(), settings, ARTIST)
    assert result.site is not None, [(str(one.spot), one.finding) for one in result.findings]
    return result.site.files


def _golden(name: str) -> dict[str, str]:
    site = _site(name)
    pages = {page: site.get(f"{page}index.html") for page in PAGES}
    made = {
        f"{name}/{page.rstrip('/').replace('/', '.') or 'home'}.txt": text(content)
        for page, content in pages.items()
        if content is not None
    }
    return made | {f"{name}/{file}": site[file].decode() for file in FILES if file in site}


@pytest.mark.parametrize("name", DAYS)
def test_the_pages_read_as_expected(name: str) -> None:
    made = _golden(name)
    if os.environ.get("UPDATE") == "1":
        shutil.rmtree(EXPECTED / name, ignore_errors=True)
        for path, content in made.items():
            place = EXPECTED / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode())
    expected = {f"{name}/{path}": content for path, content in tree(EXPECTED / name).items()}

    assert sorted(made) == sorted(expected)
    for path, content in made.items():
        assert content == expected[path].decode(), path
