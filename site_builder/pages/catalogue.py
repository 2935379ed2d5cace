"""Every kind of page, and every page of a site."""

from __future__ import annotations

from collections import Counter

from site_builder.pages import (
    agencies,
    agency,
    data,
    document,
    documents,
    home,
    indicator,
    method,
    plan,
    prose,
    rule,
    rules,
)
from site_builder.pages.page import Context, Page, PageKind

KINDS: tuple[PageKind, ...] = (
    home.KIND,
    plan.KIND,
    indicator.KIND,
    agencies.KIND,
    agency.KIND,
    documents.KIND,
    document.KIND,
    method.KIND,
    data.KIND,
    rules.KIND,
    rule.KIND,
    prose.KIND,
)


def all_pages(context: Context) -> tuple[Page, ...]:
    """Every page of a site, by address. No two pages share one: an assertion, not a finding."""
    pages = [page for kind in KINDS for page in kind.pages(context)]
    twice = [path for path, count in Counter(page.path for page in pages).items() if count > 1]
    assert not twice, f"one address for several pages: {twice}"
    return tuple(sorted(pages, key=lambda page: page.path))
