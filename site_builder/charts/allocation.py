"""Allocation: each body's share of a target against what it did."""

from __future__ import annotations

from decimal import Decimal

from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import Drawn, Entry, add_legend
from site_builder.charts.measure import text_width, wrap
from site_builder.charts.notice import HEAD, band_width, mark_illustrative
from site_builder.charts.scale import Linear, Numbers, numbers_for
from site_builder.charts.scene import XY, Box, Label, Scene, Sketch, Strokes
from site_builder.charts.spec import AllocationChart, Bar
from site_builder.charts.style import NARROW, SMALL, TEXT, Role
from site_builder.charts.words import ACTUAL, ACTUAL_OF_SHARE, BLANK, NO_DATA, SHARE
from site_builder.terms.text import Lang

_LINE = 17.0
_BAR = 12.0
_INSET = 3.0
_BETWEEN = 11.0


def paint(chart: AllocationChart, lang: Lang) -> Scene:
    """The chart laid out, one row per body in the order given; its height grows with them."""
    values = [value for bar in chart.bars for value in (bar.share, bar.actual) if value is not None]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    across = Linear(float(low), float(high if high > low else low + 1), 0, NARROW)
    numbers = numbers_for(high, chart.unit, lang)
    sketch = Sketch(bottom=HEAD + 2)
    _add_heading(sketch, chart, numbers, lang)
    feet = tuple(_add_row(sketch, bar, across, numbers, lang) for bar in chart.bars)
    if feet:
        sketch.add(Strokes(feet, "axis", 1.4))
    if not chart.bars:
        sketch.add(Label(0, sketch.bottom + TEXT, NO_DATA.of(lang), "muted", bold=True))
        sketch.bottom += TEXT * 2
    end = sketch.bottom
    entries = (Entry(ACTUAL.of(lang), _actual_sample), Entry(SHARE.of(lang), _share_sample))
    add_legend(sketch, entries, NARROW)
    if chart.illustrative:
        mark_illustrative(sketch, lang, NARROW, HEAD, end)
    return Scene(NARROW, sketch.bottom + 2, tuple(sketch.marks))


def _add_heading(sketch: Sketch, chart: AllocationChart, numbers: Numbers, lang: Lang) -> None:
    """What the two numbers of each row are, beside the mark of illustrative data."""
    words = ACTUAL_OF_SHARE.of(lang)
    if numbers.unit:
        words = f"{words} ({numbers.unit})"
    room = NARROW - (band_width(lang) + 8 if chart.illustrative else 0)
    lines = wrap(words, room, SMALL)
    for n, line in enumerate(lines):
        sketch.add(Label(0, 16 + 15 * n, line, "muted", SMALL))
    sketch.bottom += 15 * max(0, len(lines) - 1)


def _add_row(
    sketch: Sketch, bar: Bar, across: Linear, numbers: Numbers, lang: Lang
) -> tuple[XY, XY]:
    """The name and the two numbers above, the bar below; returns where its foot stands."""
    figures = (
        _number(bar.actual, NO_DATA.of(lang), numbers),
        _number(bar.share, BLANK.of(lang), numbers),
    )
    words = " / ".join(figures)
    known = bar.actual is not None
    room = NARROW - text_width(words, bold=known) - 10
    for line in wrap(bar.label.of(lang), room):
        sketch.bottom += _LINE
        sketch.add(Label(0, sketch.bottom - 5, line))
    role: Role = "text" if known else "muted"
    sketch.add(Label(NARROW, sketch.bottom - 5, words, role, anchor="end", bold=known))
    foot = _add_bar(sketch, bar, across, bar.reading.of(lang))
    sketch.bottom += _BAR + _BETWEEN
    return foot


def _number(value: Decimal | None, unknown: str, numbers: Numbers) -> str:
    return unknown if value is None else numbers(value)


def _add_bar(sketch: Sketch, bar: Bar, across: Linear, reading: str) -> tuple[XY, XY]:
    """The share as an outline, what was done within it; what is unknown has no length at all."""
    zero, top = across(0), sketch.bottom
    if bar.share is not None:
        left, width = _span(zero, across(bar.share))
        sketch.add(Box(left, top, width, _BAR, "surface", "share", 1.2, title=reading))
    if bar.actual is not None:
        left, width = _span(zero, across(bar.actual))
        inner = _BAR - 2 * _INSET
        sketch.add(Box(left, top + _INSET, width, inner, "series", title=reading))
    if bar.share is None and bar.actual is None:
        sketch.add(Box(zero, top, NARROW, _BAR, "surface", title=reading))
    return (zero, top - 2), (zero, top + _BAR + 2)


def _span(zero: float, end: float) -> tuple[float, float]:
    return min(zero, end), abs(end - zero)


def _actual_sample(at: XY) -> Drawn:
    return (Box(at[0] - 12, at[1] - 3, 24, 6, "series"),)


def _share_sample(at: XY) -> Drawn:
    return (Box(at[0] - 12, at[1] - 6, 24, 12, "surface", "share", 1.2),)


KIND = ChartKind("allocation", AllocationChart, paint)
