"""Every kind of page, and every page of a site."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.pages import (
    agencies,
    agency,
    changes,
    compare,
    data,
    deadlines,
    document,
    documents,
    glossary,
    home,
    indicator,
    method,
    missing,
    plan,
    prose,
    reporting,
    rule,
    rules,
    search,
    targets,
)
from site_builder.pages.page import Context, Page, PageKind

KINDS: tuple[PageKind, ...] = (
    home.KIND,
    plan.KIND,
    indicator.KIND,
    targets.KIND,
    agencies.KIND,
    agency.KIND,
    deadlines.KIND,
    reporting.KIND,
    compare.KIND,
    changes.KIND,
    documents.KIND,
    document.KIND,
    method.KIND,
    data.KIND,
    glossary.KIND,
    rules.KIND,
    rule.KIND,
    search.KIND,
    prose.KIND,
    missing.KIND,
)


def all_pages(context: Context) -> Iterator[Page]:
    """Every page of a site, one after the other: none need be held once it is written.

    No two pages share an address: an assertion, not a finding.
    """
    taken: set[str] = set()
    for kind in KINDS:
        for page in kind.pages(context):
            assert page.path not in taken, f"one address for several pages: {page.path}"
            taken.add(page.path)
            yield page
