"""The story of a site: check, judge, lay out, render; apart from `pipeline` so that checking
never waits for what only a site needs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from site_builder.charts.card import PlanCard
from site_builder.checks.catalogue import RULES
from site_builder.checks.result import Located
from site_builder.exports.catalogue import EXPORTS, EXTRACTS, FEEDS
from site_builder.exports.feed import Outlet
from site_builder.model.repository import Repository
from site_builder.model.rows import Row
from site_builder.pages.abbreviations import glossary
from site_builder.pages.catalogue import KINDS, all_pages
from site_builder.pages.page import Context, Crumb, Download
from site_builder.pages.pictures import pictures
from site_builder.pipeline import locate_all, read
from site_builder.press import Press, Written, prose_page
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Snapshot
from site_builder.render.environment import Draw, Renderer
from site_builder.render.link_check import Broken
from site_builder.render.links import PREFIX
from site_builder.render.sitemap import SITEMAP, sitemap
from site_builder.terms.text import LANGS, Lang, Text, borrowed, same

STYLESHEET = "assets/site.css"
JOINED = {".css": STYLESHEET, ".js": "assets/site.js"}
"""What the parts in `assets/css/` and `assets/js/` become: one file of each kind."""
_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rb"\s+")
_AROUND = re.compile(rb" ?([{};,>]) ?")
_PLAIN_PATH = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*")
"""No `..`, no leading slash, no backslash, nothing hidden, nothing that is not plain ASCII."""
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the owner of a site decides: the day of judgement, what is shown, the site's name."""

    as_of: dt.date
    illustrative: bool
    site_name: Text
    site_url: str = ""
    """Where the site will stand, ending in a slash; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Artist:
    """Who draws: charts as SVG, and the pictures of plans as PNG."""

    chart: Draw
    card: Callable[[PlanCard, Lang], bytes]


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of a site by its path, and the frame for pages that the host writes itself."""

    files: Mapping[str, bytes]
    renderer: Renderer
    context: Context

    def prose(self, written: Written) -> str:
        """A page that somebody wrote by hand, in the site's layout."""
        return self.renderer.page(prose_page(written), written.lang, self.context)


@dataclass(frozen=True, slots=True)
class Built:
    """The findings, and the site unless one of them is an error or an address leads nowhere."""

    findings: tuple[Located, ...]
    site: Site | None
    broken: tuple[Broken, ...] = ()
    taken: tuple[Written, ...] = ()
    """Pages written by hand at addresses of pages that are made here: the site is unmade."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The findings, and the open data unless one of them is an error."""

    findings: tuple[Located, ...]
    files: Mapping[str, bytes] | None


def build(
    files: Mapping[str, bytes],
    templates: Mapping[str, bytes],
    settings: Settings,
    artist: Artist,
    written: tuple[Written, ...] = (),
    hosted: Iterable[str] = (),
) -> Built:
    """Check everything, then make the whole site in memory, in every language.

    Any error leaves it unmade, and so does an address on a page that leads nowhere. `written` are
    the pages written by hand, `hosted` the other files that the host adds: search and links know
    them.
    """
    snapshot, findings = _judge(files, settings.as_of, illustrative=settings.illustrative)
    if snapshot is None:
        return Built(findings, None)
    context = Context(
        snapshot=snapshot,
        rules=RULES,
        site_name=settings.site_name,
        illustrative_shown=settings.illustrative,
        downloads=tuple(Download(e.path, e.title, e.description, e.columns) for e in EXPORTS),
        feeds=tuple(Download(feed.path, feed.title, feed.description) for feed in FEEDS),
        written=_crumbs(written),
    )
    texts = {path: data.decode() for path, data in templates.items() if path.endswith(".html")}
    renderer = Renderer(
        texts, artist.chart, KINDS, settings.site_url, glossary(snapshot.repository)
    )
    press = Press(renderer, context)
    for page in all_pages(context):
        for lang in LANGS:
            press.take(page, lang)
    taken = tuple(one for one in written if press.has(one))
    if taken:
        return Built(findings, None, taken=taken)
    for one in written:
        press.take_prose(one, written)
    contents = press.files | press.index()
    contents |= {export.path: export.write(snapshot) for export in EXPORTS}
    for extracts in EXTRACTS:
        contents |= dict(extracts.write(snapshot))
    contents |= _feeds(snapshot, settings)
    contents |= _pictures(context, artist)
    contents |= _assets(templates)
    if settings.site_url:
        contents[SITEMAP] = sitemap(press.addresses, settings.site_url)
    _keep_inside(contents)
    broken = tuple(sorted(press.links.broken(contents | press.framed | dict.fromkeys(hosted, b""))))
    if broken:
        return Built(findings, None, broken)
    return Built(findings, Site(dict(sorted(contents.items())), press.renderer, context))


def _crumbs(written: tuple[Written, ...]) -> tuple[Crumb, ...]:
    titles: dict[str, dict[Lang, str]] = {}
    for one in written:
        titles.setdefault(one.path, {})[one.lang] = one.title
    return tuple(
        Crumb(borrowed(known["vi"], known.get("en")) if "vi" in known else same(known["en"]), path)
        for path, known in titles.items()
    )


def _feeds(snapshot: Snapshot, settings: Settings) -> dict[str, bytes]:
    """What can be subscribed to, in every language."""
    files: dict[str, bytes] = {}
    for lang in LANGS:
        root = settings.site_url and settings.site_url + PREFIX[lang]
        outlet = Outlet(lang, settings.site_name, root)
        for feed in FEEDS:
            files |= {
                PREFIX[lang] + path: content for path, content in feed.write(snapshot, outlet)
            }
    return files


def _pictures(context: Context, artist: Artist) -> dict[str, bytes]:
    return {
        f"assets/og/{name}.{lang}.png": artist.card(card, lang)
        for name, card in pictures(context)
        for lang in LANGS
    }


def _keep_inside(paths: Iterable[str]) -> None:
    """No file of a site may land outside its folder, whatever ids a repository has.

    The checks let through only ids that cannot; that they do is not left to them alone. Raises
    ValueError: a path that fails here is a fault of this program.
    """
    for path in paths:
        if not _PLAIN_PATH.fullmatch(path):
            raise ValueError(f"not a path inside a site: {path!r}")


def export(files: Mapping[str, bytes], as_of: dt.date, *, illustrative: bool) -> Exported:
    """Check everything, then give the open data alone: whole files, of which those beside pages are parts."""
    snapshot, findings = _judge(files, as_of, illustrative=illustrative)
    if snapshot is None:
        return Exported(findings, None)
    contents = {one.path: one.write(snapshot) for one in EXPORTS}
    _keep_inside(contents)
    return Exported(findings, contents)


def _judge(
    files: Mapping[str, bytes], as_of: dt.date, *, illustrative: bool
) -> tuple[Snapshot | None, tuple[Located, ...]]:
    reading = read(files)
    findings = locate_all(files, reading.findings)
    if any(located.finding.severity == "error" for located in findings):
        return None, findings
    shown = reading.repository if illustrative else without_illustrative(reading.repository)
    return take_snapshot(shown, as_of), findings


def without_illustrative(repository: Repository) -> Repository:
    """The repository without any row that is marked illustrative."""
    return replace(
        repository,
        progress=_real(repository.progress),
        duty_rows=_real(repository.duty_rows),
        reports=_real(repository.reports),
        assessments=_real(repository.assessments),
    )


def _real(rows: tuple[R, ...]) -> tuple[R, ...]:
    return tuple(row for row in rows if row.state != "illustrative")


def _assets(templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """One stylesheet and one script out of their parts, by name; other assets as they are."""
    assets = {path: t for path, t in sorted(templates.items()) if path.startswith("assets/")}
    files = dict.fromkeys(JOINED.values(), b"")
    for path, content in assets.items():
        joined = JOINED.get(path[path.rfind(".") :])
        if joined is None:
            files[path] = content
        else:
            files[joined] += content
    files[STYLESHEET] = _tight(files[STYLESHEET])
    return files


def _tight(sheet: bytes) -> bytes:
    """Without comments and without the space that only people need: a seventh of what is fetched.

    Good for our own sheets, whose strings hold no such signs with space beside them.
    """
    bare = _SPACE.sub(b" ", _COMMENT.sub(b"", sheet))
    return _AROUND.sub(rb"\1", bare).replace(b": ", b":").replace(b";}", b"}").strip() + b"\n"
