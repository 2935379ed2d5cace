"""The interface is whole in English as well, ready for the English site."""

from __future__ import annotations

from functools import cache

import pytest

from site_builder import publish
from site_builder.pages.catalogue import KINDS, all_pages
from tests.sites.trees import built, mini_files

RENDERED = tuple(kind.name for kind in KINDS if kind.name != "prose")
"""A prose page is written in one language: that of its author."""


@cache
def _site() -> publish.Site:
    return built(mini_files())


@pytest.mark.parametrize("kind", RENDERED)
def test_every_kind_of_page_renders_in_english(kind: str) -> None:
    site = _site()
    pages = [page for page in all_pages(site.context) if page.kind == kind]
    assert pages
    for page in pages:
        html = site.renderer.page(page, "en", site.context)
        assert '<html lang="en">' in html
        assert "Skip to main content" in html
        assert "Đến nội dung chính" not in html
        assert "Progress of Vung district</title>" in html


def test_both_languages_say_the_same_of_the_same_things() -> None:
    site = _site()
    for page in all_pages(site.context):
        texts = [site.renderer.page(page, lang, site.context) for lang in ("vi", "en")]
        ids = [[part.split('"')[0] for part in text.split(' id="')[1:]] for text in texts]
        assert ids[0] == ids[1], page.path


def test_a_wording_without_a_translation_says_in_which_language_it_is() -> None:
    site = _site()
    page = next(p for p in all_pages(site.context) if p.path == "agencies/cd-a/")

    assert '<span lang="vi">Công đoàn xã A</span>' in site.renderer.page(page, "en", site.context)
