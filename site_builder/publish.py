"""The story of a site: check, judge, lay out, render; apart from `pipeline` so that checking
never waits for what only a site needs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from site_builder.checks.catalogue import RULES
from site_builder.checks.result import Located
from site_builder.exports.catalogue import EXPORTS
from site_builder.model.repository import Repository
from site_builder.model.rows import Row
from site_builder.pages.catalogue import KINDS, all_pages
from site_builder.pages.page import Context, Download, Page
from site_builder.pages.prose import Prose
from site_builder.pipeline import locate_all, read
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Snapshot
from site_builder.render.environment import Draw, Renderer
from site_builder.terms.text import Text, same

STYLESHEET = "assets/site.css"
_PLAIN_PATH = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*")
"""No `..`, no leading slash, no backslash, nothing hidden, nothing that is not plain ASCII."""
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the owner of a site decides: the day of judgement, what is shown, the site's name."""

    as_of: dt.date
    illustrative: bool
    site_name: Text


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of a site by its path, and the frame for pages that the host writes itself."""

    files: Mapping[str, bytes]
    renderer: Renderer
    context: Context

    def prose(self, path: str, title: str, html: str) -> str:
        """A page that somebody wrote by hand, its text already HTML, in the site's layout."""
        page = Page(
            path=path,
            kind="prose",
            title=same(title),
            description=same(title),
            data=Prose(html),
        )
        return self.renderer.page(page, "vi", self.context)


@dataclass(frozen=True, slots=True)
class Built:
    """The findings, and the site unless one of them is an error."""

    findings: tuple[Located, ...]
    site: Site | None


@dataclass(frozen=True, slots=True)
class Exported:
    """The findings, and the open data unless one of them is an error."""

    findings: tuple[Located, ...]
    files: Mapping[str, bytes] | None


def build(
    files: Mapping[str, bytes], templates: Mapping[str, bytes], settings: Settings, draw: Draw
) -> Built:
    """Check everything, then make the whole site in memory; any error leaves it unmade."""
    snapshot, findings = _judge(files, settings.as_of, illustrative=settings.illustrative)
    if snapshot is None:
        return Built(findings, None)
    context = Context(
        snapshot=snapshot,
        rules=RULES,
        site_name=settings.site_name,
        illustrative_shown=settings.illustrative,
        downloads=tuple(Download(e.path, e.title, e.description) for e in EXPORTS),
    )
    texts = {path: data.decode() for path, data in templates.items() if path.endswith(".html")}
    renderer = Renderer(texts, draw, KINDS)
    contents = {
        f"{page.path}index.html": renderer.page(page, "vi", context).encode()
        for page in all_pages(context)
    }
    contents |= {export.path: export.write(snapshot) for export in EXPORTS}
    contents |= _assets(templates)
    _keep_inside(contents)
    return Built(findings, Site(dict(sorted(contents.items())), renderer, context))


def _keep_inside(paths: Iterable[str]) -> None:
    """No file of a site may land outside its folder, whatever ids a repository has.

    The checks let through only ids that cannot; that they do is not left to them alone. Raises
    ValueError: a path that fails here is a fault of this program.
    """
    for path in paths:
        if not _PLAIN_PATH.fullmatch(path):
            raise ValueError(f"not a path inside a site: {path!r}")


def export(files: Mapping[str, bytes], as_of: dt.date, *, illustrative: bool) -> Exported:
    """Check everything, then give the open data alone."""
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
    """One stylesheet out of the parts in `assets/`, by name; other assets as they are."""
    assets = {path: t for path, t in sorted(templates.items()) if path.startswith("assets/")}
    sheets = [content for path, content in assets.items() if path.endswith(".css")]
    others = {path: content for path, content in assets.items() if not path.endswith(".css")}
    return {**others, STYLESHEET: b"\n".join(sheets)}
