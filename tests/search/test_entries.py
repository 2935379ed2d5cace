"""What a page gives search to find."""

from __future__ import annotations

from site_builder.pages import search as search_page
from site_builder.pages.page import Find, Page
from site_builder.search.entries import GROUPS, Entry, entries
from site_builder.terms.text import Text, borrowed, same


def page(kind: str = "method", *finds: Find, path: str = "method/", anywhere: bool = False) -> Page:
    return Page(
        path=path,
        kind=kind,
        title=Text("Cách đánh giá", "How progress is judged"),
        description=Text("Công thức.", "Formulas."),
        data=None,
        finds=finds,
        anywhere=anywhere,
    )


def test_a_page_is_found_by_its_title_and_its_description() -> None:
    assert list(entries(page(), "vi")) == [
        Entry("page", "method/", "Cách đánh giá", "vi", "Công thức.", "vi")
    ]


def test_kinds_of_pages_that_are_groups_are_told_apart() -> None:
    kinds = ("plan", "indicator", "agency", "document", "rule", "home", "prose", "glossary")
    groups = [entry.group for kind in kinds for entry in entries(page(kind), "vi")]
    assert groups == [*kinds[:5], "page", "page", "page"]


def test_what_stands_on_a_page_is_found_where_it_stands() -> None:
    itself = Find("plan", same("Kế hoạch"))
    duty = Find("duty", same("Báo cáo"), same("mục IV"), anchor="nhiem-vu-1", also=("BC",))
    assert list(entries(page("plan", itself, duty, path="plans/a/"), "vi")) == [
        Entry("plan", "plans/a/", "Kế hoạch", "vi", "", "vi"),
        Entry("duty", "plans/a/#nhiem-vu-1", "Báo cáo", "vi", "mục IV", "vi", ("BC",)),
    ]


def test_in_english_what_is_borrowed_whole_is_vietnamese() -> None:
    find = Find("duty", borrowed("Báo cáo", None), borrowed("Mục IV", "Clause IV"))
    [entry] = entries(page("plan", find), "en")
    assert (entry.title, entry.title_lang) == ("Báo cáo", "vi")
    assert (entry.excerpt, entry.excerpt_lang) == ("Clause IV", "en")
    assert entry.also == ()


def test_in_english_a_text_that_borrows_is_english_without_the_marks() -> None:
    mixed = Text("{a} số {b}", "{a} No. {b}").fill(
        a=borrowed("Kế hoạch", None), b=borrowed("Một", None)
    )
    [entry] = entries(page("plan", Find("plan", mixed)), "en")
    assert (entry.title, entry.title_lang) == ("Kế hoạch No. Một", "en")


def test_in_english_the_vietnamese_words_find_as_well() -> None:
    find = Find("term", Text("Liên đoàn Lao động", "Labour Federation"), also=("LĐLĐ",))
    [entry] = entries(page("glossary", find), "en")
    assert entry.also == ("LĐLĐ", "Liên đoàn Lao động")
    [entry] = entries(page("glossary", find), "vi")
    assert entry.also == ("LĐLĐ",)


def test_a_document_is_found_by_its_number_alone() -> None:
    for number in ("277/KH-LĐLĐ", "55-KH/QU", "202/2025/QH15"):
        named = Text("Kế hoạch số {n}", "Plan No. {n}").fill(n=number)
        for kind in ("plan", "document"):
            [entry] = entries(page("plan", Find(kind, named)), "vi")
            assert entry.also == (number,)
    [entry] = entries(page("plan", Find("duty", same("Báo cáo trước 15/10/2021"))), "vi")
    assert entry.also == ()


def test_neither_search_nor_what_stands_anywhere_is_found() -> None:
    assert list(entries(page(search_page.KIND.name), "vi")) == []
    assert list(entries(page(anywhere=True), "vi")) == []


def test_groups_have_headings_in_both_languages() -> None:
    assert list(GROUPS) == [
        "plan", "indicator", "agency", "duty", "document", "clause", "term", "rule", "page",
    ]  # fmt: skip
    headings = [heading.of(lang) for heading in GROUPS.values() for lang in ("vi", "en")]
    assert len(set(headings)) == 2 * len(GROUPS)
