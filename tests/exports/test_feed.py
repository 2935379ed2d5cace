"""What can be subscribed to stands in the site, in both languages, and pages lead to it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from functools import cache
from html import unescape

import pytest

from site_builder.exports.catalogue import FEEDS
from site_builder.exports.feed import Feed, stable_id
from site_builder.render.links import PREFIX
from site_builder.terms.text import LANGS, Lang
from tests.sites.trees import built, mini_files

ATOM = re.compile(
    r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">'
)


@cache
def mini() -> Mapping[str, bytes]:
    """The mini repository's site."""
    return built(mini_files()).files


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.path)
def test_every_feed_is_in_the_site_and_on_the_page_of_data(feed: Feed, lang: Lang) -> None:
    files = mini()
    assert files[PREFIX[lang] + feed.path]
    page = unescape(files[f"{PREFIX[lang]}data/index.html"].decode())
    assert f'<a href="../{feed.path}">{feed.title.of(lang)}</a>' in page
    assert feed.description.of(lang) in page


def test_every_page_leads_feed_readers_to_what_is_new() -> None:
    files = mini()
    pages = {path: data.decode() for path, data in files.items() if path.endswith("index.html")}
    assert len(pages) > 50
    for path, page in pages.items():
        (href,) = ATOM.findall(page)
        lang = "en/" if path.startswith("en/") else ""
        ups = path.removeprefix(lang).count("/")
        assert href == f"{'../' * ups or './'}feed.xml"


def test_ids_are_of_what_is_named_and_of_nothing_else() -> None:
    assert stable_id("a", "b") == stable_id("a", "b") != stable_id("ab")
    ours = uuid.UUID("6f0c3f1e-54a1-5f0e-9d6d-0d7f5a4f6c1b")
    assert stable_id("a", "đ") == str(uuid.uuid5(ours, "a\nđ"))
    # Never to be changed: every calendar that knows it would show every event twice.
    assert stable_id("ba-dinh/55-kh-qu", "viec", "co-quan", "2025-H1") == (
        "62b6cdbc-6f12-5cab-ad0e-4ccfed924189"
    )
