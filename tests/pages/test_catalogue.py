from __future__ import annotations

import unicodedata
from pathlib import Path

from site_builder.pages.catalogue import KINDS, all_pages
from tests.pages import small

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def test_kinds_are_named_once_and_have_their_template() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert [k.template for k in KINDS if not (TEMPLATES / k.template).is_file()] == []


def test_every_module_with_a_kind_is_in_the_catalogue() -> None:
    folder = Path(__file__).resolve().parents[2] / "site_builder" / "pages"
    declared = sum("\nKIND = PageKind(" in path.read_text("utf-8") for path in folder.glob("*.py"))
    assert declared == len(KINDS)


def test_no_two_pages_share_an_address_and_every_address_ends_in_a_slash() -> None:
    paths = [page.path for page in all_pages(small.context())]
    assert len(set(paths)) == len(paths) > 10
    # A server shows the page for what is missing under every other address.
    assert [path for path in paths if path and not path.endswith("/")] == ["404.html"]


def test_every_page_is_of_a_declared_kind_and_speaks_both_languages() -> None:
    names = {kind.name for kind in KINDS}
    for page in all_pages(small.context()):
        assert page.kind in names
        for text in (page.title, page.description):
            assert text.vi and text.en
            assert unicodedata.is_normalized("NFC", text.vi + text.en)
