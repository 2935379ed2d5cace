from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

import pytest
from jinja2 import TemplateAssertionError, UndefinedError

from site_builder.charts.spec import Chart
from site_builder.pages.catalogue import KINDS, all_pages
from site_builder.pages.page import Page, PageKind
from site_builder.progress.snapshot import Judgement
from site_builder.render.environment import Renderer
from site_builder.terms.status import Status
from site_builder.terms.text import LANGS, Lang, Text, same
from tests.pages import small
from tests.render.shipped import TEMPLATES


def no_chart(chart: Chart, lang: Lang) -> str:
    return f"<svg><title>{lang}</title></svg>"


@lru_cache(maxsize=1)
def rendered() -> dict[tuple[str, Lang], str]:
    renderer = Renderer(TEMPLATES, no_chart, KINDS)
    pages = [*all_pages(small.context())]
    return {
        (p.path, lang): renderer.page(p, lang, small.context()) for p in pages for lang in LANGS
    }


def one(template: str, path: str = "a/b/", lang: Lang = "vi") -> str:
    kind = PageKind("one", Text("một", "one"), "one.html", lambda context: ())
    templates = {"one.html": template, "parts/ui.html": TEMPLATES["parts/ui.html"]}
    page = Page(path, "one", Text("một", "one"), Text("một", "one"), data=None)
    return Renderer(templates, no_chart, [kind]).page(page, lang, small.context())


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in ("meta", "link", "br", "hr", "img", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_a_whole_document_with_unique_ids(lang: Lang) -> None:
    for (path, spoken), html in rendered().items():
        if spoken != lang:
            continue
        reader = Reader()
        reader.feed(html)
        assert reader.open == [], path
        assert len(reader.ids) == len(set(reader.ids)), path
        assert html.startswith("<!doctype html>") and f'<html lang="{lang}">' in html
        assert html.count("<h1>") == 1, path
        assert {"title", "main", "footer", "nav"} <= reader.tags


def test_links_are_relative_and_no_page_needs_a_third_party() -> None:
    for (path, _), html in rendered().items():
        reader = Reader()
        reader.feed(html)
        # Only the page that a server shows at any address counts from the server's root.
        foreign = r"[a-z]+:|//" if path == "404.html" else r"[a-z]+:|/"
        assert not [link for link in reader.links if re.match(foreign, link)], path
        assert "\x00" not in html and "\x01" not in html


def test_hostile_words_are_shown_and_never_run() -> None:
    for (path, _), html in rendered().items():
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all(s.endswith((' src="', " defer", '/ld+json"')) for s in scripts), path
        assert "alert('x')" not in re.sub(
            r'<script type="application/ld.json">.*?</script>', "", html
        )
    html = rendered()[f"plans/{small.PLAN}/", "vi"]
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &#34;quoted&#34;" in html


def test_a_page_with_illustrative_figures_says_so() -> None:
    words = "Trang này có số liệu minh họa, không phải số liệu thật."
    assert words in rendered()[f"plans/{small.PLAN}/indicators/ket-nap/", "vi"]
    assert words not in rendered()[f"plans/{small.PLAN}/indicators/ty-le/", "vi"]


def test_english_marks_what_stays_vietnamese() -> None:
    html = rendered()["agencies/", "en"]
    assert '<span lang="vi">Huyện Đông</span>' in html
    assert ">Politburo</a>" in html
    assert '<span lang="vi">' not in rendered()["agencies/", "vi"]


def test_blank_is_written_and_zero_is_not() -> None:
    html = rendered()[f"plans/{small.PLAN}/", "vi"]
    row = html[html.index(">H. An</a></th>") :]
    row = row[: row.index("</tr>")]
    assert row.count('<span class="blank">để trống</span>') == 1 and ">0<" not in row


def test_unknown_number_and_date_are_shown_with_their_bounds() -> None:
    html = rendered()[f"plans/{small.PLAN}/", "vi"]
    assert html.count('<span class="unknown">chưa biết</span>') == 5
    assert "không muộn hơn 20/11/2021" in html


def test_the_plan_page_has_every_clause_duty_and_remark_anchor() -> None:
    reader = Reader()
    reader.feed(rendered()[f"plans/{small.PLAN}/", "vi"])
    wanted = {"muc-MD", "muc-II.1-10", "muc-III.1-2", "muc-PL", "nhiem-vu-bao-cao", "luu-y-lech"}
    assert wanted <= set(reader.ids)
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside <= set(reader.ids)


def test_the_body_page_keeps_the_order_of_its_heads_questions() -> None:
    order = ["qua-han", "sap-den-han", "con-no", "chu-tri", "phoi-hop", "duoc-giao", "so-toan-bo"]
    shown = set()
    for (path, _), html in rendered().items():
        if path.startswith("agencies/") and path != "agencies/":
            anchors = [a for a in re.findall(r'<h2 id="([^"]*)"', html) if a in order]
            assert anchors == sorted(anchors, key=order.index), path
            shown |= set(anchors)
    assert shown >= {"qua-han", "con-no", "chu-tri", "phoi-hop", "duoc-giao"}
    assert "Không kế hoạch nào trong kho" in rendered()["agencies/bo-chinh-tri/", "vi"]


def test_links_count_the_folders_back_to_the_root() -> None:
    template = '{{ ""|link }} {{ "data/"|link }} {{ "a/b/#muc-I"|link }} {{ "a/#x"|link }}'
    assert one(template) == "../../ ../../data/ #muc-I ../../a/#x"
    assert one(template, path="") == "./ ./data/ ./a/b/#muc-I ./a/#x"


def test_numbers_and_dates_are_written_in_the_pages_language() -> None:
    template = "{{ 23320|num }} {{ site.as_of|date }}"
    assert one(template) == "23.320 01/3/2023"
    assert one(template, lang="en") == "23,320 1 March 2023"


def test_an_unknown_name_in_a_template_is_a_broken_program() -> None:
    with pytest.raises(UndefinedError):
        one("{{ nothing }}")
    with pytest.raises(AttributeError):
        one("{{ page.nothing }}")


def test_what_is_no_markup_is_escaped_whatever_it_is() -> None:
    context = small.context()
    assert one("{{ page.title }}").startswith("Text(vi=&#39;một&#39;")
    for mark, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&#39;")):
        assert one(f'{{{{ ("a{mark}b" ~ page.kind) }}}}') == f"a{escaped}bone"
    assert one("{{ ('a\"b' ~ page.kind) }}") == "a&#34;bone"
    assert one('{{ 3 }} {{ none }} <a href="{{ page.path|link }}">') == '3 None <a href="./">'
    assert one("{{ site.site_name|say }}") == context.site_name.vi


def test_a_macro_is_called_with_its_names_and_is_markup_already() -> None:
    macro = "{% macro b(x, y=2) %}<b>{{ x }}{{ y }}</b>{% endmacro %}"
    assert one(macro + '{{ b("<", y=page.kind) }}') == "<b>&lt;one</b>"
    assert one(macro + "{{ b(1) }}") == "<b>12</b>"


def test_what_is_not_known_can_be_asked_for() -> None:
    asked = "{% if site is unknown %}a{% else %}b{% endif %}"
    assert one(asked) == "b"


@pytest.mark.parametrize("call", ['t("một")', 't("một", "")', "t(page.kind, page.kind)"])
def test_words_without_their_other_language_are_refused(call: str) -> None:
    with pytest.raises(TemplateAssertionError):
        one("{{ " + call + " }}")


def test_equal_input_gives_equal_bytes() -> None:
    page = small.the(list(all_pages(small.context())), f"plans/{small.PLAN}/")
    again = Renderer(TEMPLATES, no_chart, KINDS).page(page, "vi", small.context())
    assert again == rendered()[page.path, "vi"]


@pytest.mark.parametrize("tiny", [True, False])
def test_a_tiny_denominator_withholds_the_colour(tiny: bool) -> None:
    said = same("1 trên 2")
    judgement = Judgement(Status.MET, (said,), colour_withheld=tiny)
    kind = PageKind("one", same("một"), "one.html", lambda context: ())
    template = '{% import "parts/ui.html" as ui %}{{ ui.judged(d) }}'
    templates = {"one.html": template, "parts/ui.html": TEMPLATES["parts/ui.html"]}
    page = Page("a/", "one", same("một"), same("một"), data=judgement)
    html = Renderer(templates, no_chart, [kind]).page(page, "vi", small.context())

    assert ('<details class="why withheld">' in html) is tiny
