"""From what a chart shows to the `<svg>` in the page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

import site_builder.charts as package
from site_builder.charts.canvas import render
from site_builder.charts.kind import ChartKind
from site_builder.charts.spec import Chart
from site_builder.charts.style import VERSION
from site_builder.charts.svg import Heading, finish
from site_builder.charts.words import ILLUSTRATIVE
from site_builder.terms.text import Lang


@cache
def kinds() -> Mapping[type, ChartKind]:
    """Every kind of chart by the type of its specification, found by its module's `KIND`."""
    found = [
        kind
        for module in sorted(info.name for info in iter_modules(package.__path__))
        if isinstance(
            kind := getattr(import_module(f"{package.__name__}.{module}"), "KIND", None), ChartKind
        )
    ]
    return MappingProxyType({kind.spec: kind for kind in found})


def draw(chart: Chart, lang: Lang) -> str:
    """The chart as an inline `<svg>` in one language; equal charts give equal bytes.

    Colours are the CSS variables `--chart-…`, every id begins with the chart's own. Raises
    ValueError if that id holds more than ASCII letters, digits, `_`, `.` and `-`.
    """
    kind = kinds()[type(chart)]
    scene = kind.paint(chart, lang)
    description = " ".join([chart.description.of(lang), *(f"{said}." for said in scene.told)])
    if chart.illustrative:
        description = f"{description} {ILLUSTRATIVE.of(lang)}."
    heading = Heading(chart.id, kind.name, chart.title.of(lang), description)
    return finish(render(scene), scene, heading)


def chart_key(chart: Chart, lang: Lang) -> str:
    """A key for a cache: equal for equal charts, in any process; does not load matplotlib."""
    return hashlib.sha256(f"{VERSION}\n{lang}\n{chart!r}".encode()).hexdigest()
