"""The seam to MkDocs: one plugin that hands over a finished site and lets MkDocs host it."""

from __future__ import annotations

import datetime as dt
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from site_builder import publish
from site_builder.charts.card import PlanCard, card_key, draw_card
from site_builder.charts.draw import chart_key, draw
from site_builder.charts.spec import Chart
from site_builder.press import Written
from site_builder.render.link_check import Broken
from site_builder.render.links import PREFIX
from site_builder.shell.chart_store import ChartStore
from site_builder.shell.day import as_of_day
from site_builder.shell.files import CannotRunError, read_repository
from site_builder.shell.findings import show_findings
from site_builder.shell.settings import say
from site_builder.shell.templates_dir import read_templates, templates_dir
from site_builder.terms.text import Lang, Text, borrowed

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
WATCHED = ("plans", "data")
_TAKEN = Text(
    "Tệp “{page}” trùng địa chỉ với tệp do plansite dựng; hãy đổi tên nó.",
    "The file “{page}” has the address of one that plansite builds; rename it.",
)
_BROKEN = Text(
    "Có đường dẫn không dẫn tới đâu (trang có đường dẫn → địa chỉ):\n{list}",
    "There are links that lead nowhere (page with the link → address):\n{list}",
)
_LISTED = 20
"""How many broken links are told one by one."""
_FLAT = Text(
    "Địa chỉ các trang là cố định và kết thúc bằng “/”: bỏ “use_directory_urls: false”.",
    "Addresses of pages are permanent and end in “/”: take out “use_directory_urls: false”.",
)


class ChecksFailedError(Abort):
    """The repository has errors: MkDocs stops before it clears the standing site."""


class CannotBuildError(Abort):
    """The settings or the folders are such that nothing can be built; stops MkDocs just as early."""

    code = exit_code = 2

    def __init__(self, words: Text) -> None:
        super().__init__(words.vi)
        self.words = words

    def show(self, *_args: Any, **_keywords: Any) -> None:
        """Say it where errors are said: `mkdocs build` calls this."""
        say(f"{self.words.vi}\n{self.words.en}\n", err=True)


class PlansiteConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' own, without types
    """The settings under `plugins: - plansite:` in mkdocs.yml."""

    as_of = c.Optional(c.Type(object))
    """The day of judgement; the day of building where it is left out. `as_of_day` reads it."""
    illustrative = c.Type(bool, default=True)
    """Whether rows marked illustrative are shown; false leaves them out everywhere."""
    site_name_en = c.Optional(c.Type(str))
    """The site's name in English."""

    def _validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        # To MkDocs a misspelt name is a warning; ours would publish what was meant to be left out.
        failed, warnings = super()._validate()
        unknown = sorted(set(self) - self._schema_keys)
        failed += [(name, base.ValidationError(f"no such setting: {name}")) for name in unknown]
        return failed, [pair for pair in warnings if pair[0] not in unknown]


class PlansitePlugin(BasePlugin[PlansiteConfig]):  # type: ignore[no-untyped-call]  # the same
    """Checks and builds before MkDocs clears anything; then gives MkDocs the files to write."""

    _site: publish.Site
    _serving = False
    lang: Lang = "vi"
    """The language in which findings are told."""
    day: dt.date | None = None
    """The day of judgement that goes before the one in the settings."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether MkDocs serves."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the whole site in memory. On errors nothing has been touched yet: stop here."""
        try:
            self._site = self._build(config)
        except CannotRunError as error:
            raise CannotBuildError(error.words) from None
        # The theme only frames the prose pages in plans/pages/; their look is ours as well.
        config.theme = Theme(name=None, custom_dir=str(templates_dir() / "mkdocs"))
        # MkDocs' own sitemap would carry the day of the build: two builds would differ.
        config.theme.dirs = [str(templates_dir() / "mkdocs")]
        config.theme.static_templates.clear()
        return config

    def _build(self, config: MkDocsConfig) -> publish.Site:
        if not config.use_directory_urls:
            raise CannotRunError(_FLAT)
        root = _root(config)
        settings = self._settings(config)
        files = read_repository(root)
        hosted = get_files(config)
        written, others = _written(hosted, config)
        with _nothing_thrown_away():
            built = publish.build(files, read_templates(), settings, _artist(root), written, others)
        show_findings(built.findings, files, errors_only=built.site is not None, lang=self.lang)
        if built.taken:
            raise CannotRunError(_TAKEN.fill(page=built.taken[0].source))
        if built.site is None:
            if built.broken:
                say(_BROKEN.fill(list=_listed(built.broken)).of(self.lang) + "\n", err=True)
            raise ChecksFailedError("plansite: có lỗi; trang đang có được giữ nguyên")
        for file in others:
            if file in built.site.files:
                raise CannotRunError(_TAKEN.fill(page=file))
        return built.site

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over every file; MkDocs copies them as they are."""
        for path, content in self._site.files.items():
            if self._serving and path.endswith(".html"):
                # What MkDocs adds to a page to load it again is inline script.
                content = _POLICY.sub(b"", content, count=1)  # noqa: PLW2901
            file = File.generated(
                config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV
            )
            files.append(file)
        return files

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put a prose page, which MkDocs made from Markdown, into our layout."""
        html = self._site.prose(_one_written(page))
        return _POLICY.sub(b"", html.encode(), count=1).decode() if self._serving else html

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again whenever plans, data or templates change."""
        for folder in (*(_root(config) / name for name in WATCHED), templates_dir()):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _settings(self, config: MkDocsConfig) -> publish.Settings:
        return publish.Settings(
            as_of=self.day or as_of_day(self.config.as_of),
            illustrative=self.config.illustrative,
            site_name=borrowed(config.site_name, self.config.site_name_en),
            site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        )


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Without the search for cyclic garbage: a model that lives to the end has none to find.

    The search walks all of it again and again: a sixth of the time at ten thousand pages.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _written(hosted: Files, config: MkDocsConfig) -> tuple[tuple[Written, ...], list[str]]:
    """The pages written by hand as MkDocs will make them, and what else it will add to the site.

    MkDocs makes them again when it has cleared the site folder: too late to refuse a broken link.
    """
    pages = []
    for file in hosted.documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
        page.render(config, hosted)
        pages.append(_one_written(page))
    return tuple(pages), [file.dest_uri for file in hosted if not file.is_documentation_page()]


def _one_written(page: Page) -> Written:
    lang: Lang = "en" if page.url.startswith(PREFIX["en"]) else "vi"
    path = page.url.removeprefix(PREFIX[lang])
    return Written(page.file.src_uri, path, lang, str(page.title), page.content or "")


def _listed(broken: tuple[Broken, ...]) -> str:
    lines = [f"  {one.page} → {one.address}" for one in broken[:_LISTED]]
    if len(broken) > _LISTED:
        lines.append(f"  … + {len(broken) - _LISTED}")
    return "\n".join(lines)


def _artist(root: Path) -> publish.Artist:
    """Charts and pictures through the store: drawn again only when what they show has changed."""
    # Another matplotlib may draw other bytes for the same chart.
    store = ChartStore(root / ".cache" / "plansite" / f"charts-{version('matplotlib')}")

    def chart(spec: Chart, lang: Lang) -> str:
        return store.keep(chart_key(spec, lang), lambda: draw(spec, lang).encode()).decode()

    def card(spec: PlanCard, lang: Lang) -> bytes:
        return store.keep(card_key(spec, lang), lambda: draw_card(spec, lang))

    return publish.Artist(chart, card)
