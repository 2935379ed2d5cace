"""The mini repository as pages see it."""

from __future__ import annotations

from functools import cache

from site_builder.pages.catalogue import all_pages
from site_builder.pages.page import Context, Page
from tests.sites.trees import built, mini_files


@cache
def mini_context(*, illustrative: bool = True) -> Context:
    """The context of the mini repository's site."""
    return built(mini_files(), illustrative=illustrative).context


def page_of(path: str, *, illustrative: bool = True) -> Page:
    """The page of the mini repository's site at an address."""
    pages = all_pages(mini_context(illustrative=illustrative))
    return next(page for page in pages if page.path == path)
