"""`make screenshots` pictures every kind of page, and all that the README shows is made by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.screenshots import README, chosen, name_of
from tests.conftest import ROOT

Kinds = dict[str, list[str]]


def test_the_readme_shows_what_is_made() -> None:
    shown = re.findall(
        r"!\[[^\]]*\]\(docs/images/([^)]+)\)", (ROOT / "README.md").read_text("utf-8")
    )
    assert shown
    assert {f"{name}.png" for name in README} == set(shown)
    assert {path.name for path in (ROOT / "docs" / "images").iterdir()} == set(shown)


@pytest.mark.xdist_group("shipped-site")
def test_every_kind_is_pictured_in_both_languages(
    shipped_site: Path, kinds: Kinds, english_kinds: Kinds
) -> None:
    addresses = chosen(shipped_site)
    for pages in (*kinds.values(), *english_kinds.values()):
        assert set(addresses) & set(pages)
    assert len(set(map(name_of, addresses))) == len(addresses)
    every = {page for pages in kinds.values() for page in pages}
    assert {address for address, _, _ in README.values()} <= every
