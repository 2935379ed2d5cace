"""The page of search: the results in full, and the ways by list where no script runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.page import Context, Crumb, Page, PageKind
from site_builder.pages.view import HOME_CRUMB
from site_builder.terms.text import Text

TITLE = Text("Tìm kiếm", "Search")
WAYS = (
    Crumb(Text("Các kế hoạch", "Plans"), paths.HOME),
    Crumb(Text("Nhiệm vụ và thời hạn", "Duties and deadlines"), paths.DEADLINES),
    Crumb(Text("Cơ quan, đơn vị", "Bodies"), paths.AGENCIES),
    Crumb(Text("Văn bản", "Documents"), paths.DOCUMENTS),
    Crumb(Text("Chữ viết tắt, thuật ngữ", "Abbreviations and terms"), paths.GLOSSARY),
    Crumb(Text("Dữ liệu", "Data"), paths.DATA),
)
"""Lists that lead to everything that search finds."""


@dataclass(frozen=True, slots=True)
class SearchData:
    """The page of search."""

    ways: tuple[Crumb, ...]


def pages(_context: Context) -> Iterable[Page]:
    """The one page of search."""
    yield Page(
        path=paths.SEARCH,
        kind=KIND.name,
        title=TITLE,
        description=Text(
            "Tìm kế hoạch, chỉ tiêu, cơ quan, nhiệm vụ, văn bản; không cần gõ dấu.",
            "Find plans, indicators, bodies, duties and documents, with or without diacritics.",
        ),
        data=SearchData(WAYS),
        crumbs=(HOME_CRUMB,),
    )


KIND = PageKind(name="search", title=TITLE, template="search.html", pages=pages)
