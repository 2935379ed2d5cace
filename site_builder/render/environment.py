"""Pages get their markup here: one compiled set of templates for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from jinja2.runtime import Macro
from markupsafe import Markup

from site_builder.charts.spec import Chart
from site_builder.pages.page import Context, Page, PageKind
from site_builder.render import filters
from site_builder.render.gloss import gloss, once
from site_builder.render.language import OneLanguage
from site_builder.render.linked_data import linked_data
from site_builder.render.links import PREFIX, anchored, file, link, settle
from site_builder.terms.status import Status
from site_builder.terms.text import Lang, Text

PARTS = "parts/ui.html"
Draw = Callable[[Chart, Lang], str]


class Renderer:
    """Turns page data into HTML documents; templates are compiled once and kept.

    `templates` holds template texts by name (`layout.html`, `parts/ui.html`), `draw` makes a
    chart's SVG, `kinds` says which template lays out which kind of page, `site_url` is where the
    site will stand (ending in a slash; empty where that is not known), `meanings` explains
    abbreviations where they stand.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        draw: Draw,
        kinds: Iterable[PageKind],
        site_url: str = "",
        meanings: Mapping[str, Text] = MappingProxyType({}),
    ) -> None:
        self._templates = templates
        self._draw = draw
        self._site_url = site_url
        self._meanings = meanings
        self._template_of = {kind.name: kind.template for kind in kinds}
        self._environments: dict[Lang, OneLanguage] = {}

    def page(self, page: Page, lang: Lang, site: Context) -> str:
        """The whole HTML document of a page in one language."""
        return self.settled(self.draft(page, lang, site), page, lang)

    def settled(self, draft: str, page: Page, lang: Lang) -> str:
        """The document with addresses that lead on from where it will stand."""
        if page.anywhere:
            return anchored(draft, urlsplit(self._site_url).path or "/", lang)
        return settle(draft, page.path, lang)

    def draft(self, page: Page, lang: Lang, site: Context) -> str:
        """The document before `settle`: its addresses still count from the site's root."""
        template = self._environment(lang).get_template(self._template_of[page.kind])
        section = page.path.partition("/")[0]
        return once(template.render(page=page, d=page.data, site=site, section=section))

    def _environment(self, lang: Lang) -> OneLanguage:
        if lang not in self._environments:
            environment = _environment(lang, self._templates, self._draw)
            _lend_parts(environment, lang, self._meanings)
            _give_addresses(environment, lang, self._site_url)
            self._environments[lang] = environment
        return self._environments[lang]


def _environment(lang: Lang, templates: Mapping[str, str], draw: Draw) -> OneLanguage:
    def named(name: str) -> tuple[str, str, None] | None:
        """With its file's name, which a mistake in a template is then reported with."""
        return (templates[name], f"templates/{name}", None) if name in templates else None

    environment = OneLanguage(
        lang,
        loader=FunctionLoader(named),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        # Nothing is left to fold: words are text before a template is parsed.
        optimized=False,
    )

    def chart(spec: Chart) -> Markup:
        return Markup(draw(spec, lang))  # noqa: S704 (`draw` escapes every word that it sets)

    environment.globals.update(lang=lang, chart=chart)
    environment.filters.update(filters.filters(lang), link=link, file=file)
    environment.tests["unknown"] = filters.is_unknown
    return environment


def _give_addresses(environment: Environment, lang: Lang, site_url: str) -> None:
    """What templates need to name pages and files, absolutely where the site's place is known."""

    def address(path: str) -> str:
        return site_url + path if site_url else file(path)

    def linked(page: Page) -> Markup:
        return Markup(linked_data(page, lang, address))  # noqa: S704 (JSON, inert in a script)

    other: Lang = "en" if lang == "vi" else "vi"
    environment.globals.update(site_url=site_url, own=PREFIX[lang], other=PREFIX[other])
    environment.filters.update(address=address, linked_data=linked)


def _lend_parts(environment: OneLanguage, lang: Lang, meanings: Mapping[str, Text]) -> None:
    """Give filters the markup that belongs to them, from the templates' own parts."""

    def part(name: str) -> Macro:
        macro: Macro = getattr(environment.get_template(PARTS).module, name)
        return macro

    @cache
    def badge(status: Status) -> str:
        return part("badge")(status)

    def foreign(text: str) -> str:
        return part("foreign")(text)

    def abbreviation(short: str, meaning: str) -> str:
        return part("abbr")(short, meaning)

    environment.filters["gloss"] = gloss(meanings, lang, abbreviation, foreign)
    environment.filters["words"] = filters.words(lang, foreign)
    environment.filters["say"] = filters.say(lang, foreign)
    environment.filters["badge"] = badge
