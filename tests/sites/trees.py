"""Small repositories and the sites that come of them, as `{path: bytes}`; nothing is written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from site_builder import publish
from site_builder.charts.card import PlanCard
from site_builder.charts.spec import Chart
from site_builder.shell.files import read_repository
from site_builder.shell.templates_dir import read_templates
from site_builder.terms.text import Lang, Text

MINI = Path(__file__).parent / "mini"
DAY = dt.date(2026, 11, 20)


def name_only(chart: Chart, _lang: Lang) -> str:
    """Stands in for a chart: the real bytes change with every version of matplotlib."""
    return f'<svg data-chart="{chart.id}"></svg>'


def no_picture(_card: PlanCard, _lang: Lang) -> bytes:
    """Stands in for a picture, for the same reason."""
    return b"PNG"


ARTIST = publish.Artist(name_only, no_picture)


def mini_files() -> dict[str, bytes]:
    """The files of the mini repository, as the shell reads them."""
    return read_repository(MINI / "repository")


def built(files: dict[str, bytes], *, illustrative: bool = True) -> publish.Site:
    """The site of a repository, its charts named only; a finding of an error is a failed test."""
    settings = publish.Settings(
        as_of=DAY,
        illustrative=illustrative,
        site_name=Text("Tiến độ huyện Vùng", "Progress of Vung district"),
    )
    result = publish.build(files, read_templates(), settings, ARTIST)
    assert result.site is not None, [
        (str(located.spot), located.finding) for located in result.findings
    ]
    return result.site


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
