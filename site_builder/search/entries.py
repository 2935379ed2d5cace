"""What search leads to, in the words of one language: pages, and what stands on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.pages import search
from site_builder.pages.page import Find, Page
from site_builder.terms.text import BORROWED, Lang, Text, plain

GROUPS: dict[str, Text] = {
    "plan": Text("Kế hoạch", "Plans"),
    "indicator": Text("Chỉ tiêu", "Indicators"),
    "agency": Text("Cơ quan, đơn vị", "Bodies"),
    "duty": Text("Nhiệm vụ", "Duties"),
    "document": Text("Văn bản", "Documents"),
    "clause": Text("Điều, mục trong văn bản", "Clauses of documents"),
    "term": Text("Thuật ngữ, chữ viết tắt", "Terms and abbreviations"),
    "rule": Text("Quy tắc kiểm tra", "Rules of checking"),
    "page": Text("Trang khác", "Other pages"),
}
"""The kinds of results, in the order in which they are shown where nothing else decides."""
_OF_KIND = {"plan", "indicator", "agency", "document", "rule"}
"""Kinds of pages that have a group of their own."""
_NUMBERED = {"plan", "document"}
_NUMBER = re.compile(r"(?<!\S)\d\S*/\S+$")
"""`277/KH-LĐLĐ`, `55-KH/QU`, `202/2025/QH15` at the end of a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be found, in the words of one language."""

    group: str
    path: str
    """Below the root of the language's pages, with its anchor."""
    title: str
    title_lang: Lang
    excerpt: str
    excerpt_lang: Lang
    also: tuple[str, ...] = ()
    """Other words for the same, which are searched like the title and not shown."""


def entries(page: Page, lang: Lang) -> Iterator[Entry]:
    """What search leads to on a page; nothing on a page that is no place of its own."""
    if page.anywhere or page.kind == search.KIND.name:
        return
    for find in page.finds or (_itself(page),):
        yield _entry(page.path, find, lang)


def _itself(page: Page) -> Find:
    kind = page.kind if page.kind in _OF_KIND else "page"
    return Find(kind, page.title, page.description)


def _entry(path: str, find: Find, lang: Lang) -> Entry:
    title, title_lang = _words(find.title, lang)
    excerpt, excerpt_lang = _words(find.excerpt, lang) if find.excerpt else ("", lang)
    # Documents are known by their numbers alone, and by their Vietnamese words in any language.
    number = _NUMBER.findall(title) if find.kind in _NUMBERED else ()
    original = (find.title.vi,) if find.title.vi != title else ()
    return Entry(
        group=find.kind,
        path=f"{path}#{find.anchor}" if find.anchor else path,
        title=title,
        title_lang=title_lang,
        excerpt=excerpt,
        excerpt_lang=excerpt_lang,
        also=(*find.also, *number, *original),
    )


def _words(text: Text, lang: Lang) -> tuple[str, Lang]:
    """The wording as plain text, and its language: one borrowed whole is Vietnamese."""
    if lang == "vi":
        return text.vi, "vi"
    opening, closing = BORROWED
    whole = text.en.startswith(opening) and text.en.find(closing) == len(text.en) - 1
    return plain(text.en), "vi" if whole else lang
