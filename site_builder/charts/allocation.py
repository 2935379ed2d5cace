"""Allocation: each body's share of a target against what it did."""

from __future__ import annotations

from decimal import Decimal

from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import Entry, add_legend
from site_builder.charts.measure import text_width, wrap
from site_builder.charts.notice import HEAD, mark_illustrative
from site_builder.charts.scale import Linear, Numbers, numbers_for
from site_builder.charts.scene import XY, Box, Label, Mark, Scene, Sketch, Strokes
from site_builder.charts.spec import AllocationChart, Bar
from site_builder.charts.style import EDGE, SMALL, TEXT, WIDTH, Role
from site_builder.charts.words import ACTUAL, ACTUAL_OF_SHARE, BLANK, NO_DATA, SHARE
from site_builder.terms.text import Lang

_LINE = 20.0
_BAR = 14.0
_INSET = 3.0
_BETWEEN = 12.0


def paint(chart: AllocationChart, lang: Lang) -> Scene:
    """The chart laid out, one row per body in the order given; its height grows with them."""
    values = [value for bar in chart.bars for value in (bar.share, bar.actual) if value is not None]
    low, high = min([*values, Decimal(0)]), max([*values, Decimal(0)])
    across = Linear(float(low), float(high if high > low else low + 1), EDGE, WIDTH - EDGE)
    numbers = numbers_for(high, chart.unit, lang)
    sketch = Sketch(bottom=HEAD + 6)
    heading = ACTUAL_OF_SHARE.of(lang)
    if numbers.unit:
        heading = f"{heading} ({numbers.unit})"
    sketch.add(Label(EDGE, 20, heading, "muted", SMALL))
    for bar in chart.bars:
        _add_row(sketch, bar, across, numbers, lang)
    if not chart.bars:
        sketch.add(Label(EDGE, sketch.bottom + TEXT, NO_DATA.of(lang), "muted", bold=True))
        sketch.bottom += TEXT * 2
    end = sketch.bottom
    entries = (Entry(ACTUAL.of(lang), _actual_sample), Entry(SHARE.of(lang), _share_sample))
    add_legend(sketch, entries)
    if chart.illustrative:
        mark_illustrative(sketch, lang, HEAD, end)
    return Scene(WIDTH, sketch.bottom + EDGE, tuple(sketch.marks))


def _add_row(sketch: Sketch, bar: Bar, across: Linear, numbers: Numbers, lang: Lang) -> None:
    """The name and the two numbers above, the bar below."""
    figures = (
        _number(bar.actual, NO_DATA.of(lang), numbers),
        _number(bar.share, BLANK.of(lang), numbers),
    )
    words = " / ".join(figures)
    known = bar.actual is not None
    room = WIDTH - 2 * EDGE - text_width(words, bold=known) - 14
    for line in wrap(bar.label.of(lang), room):
        sketch.bottom += _LINE
        sketch.add(Label(EDGE, sketch.bottom - 5, line))
    role: Role = "text" if known else "muted"
    sketch.add(Label(WIDTH - EDGE, sketch.bottom - 5, words, role, anchor="end", bold=known))
    _add_bar(sketch, bar, across, bar.reading.of(lang))
    sketch.bottom += _BAR + _BETWEEN


def _number(value: Decimal | None, unknown: str, numbers: Numbers) -> str:
    return unknown if value is None else numbers(value)


def _add_bar(sketch: Sketch, bar: Bar, across: Linear, reading: str) -> None:
    """The share as an outline, what was done within it; what is unknown has no length at all."""
    zero, top = across(0), sketch.bottom
    if bar.share is not None:
        left, width = _span(zero, across(bar.share))
        sketch.add(Box(left, top, width, _BAR, "surface", "share", 1.5, title=reading))
    if bar.actual is not None:
        left, width = _span(zero, across(bar.actual))
        inner = _BAR - 2 * _INSET
        sketch.add(Box(left, top + _INSET, width, inner, "series", title=reading))
    foot = ((zero, top - 2), (zero, top + _BAR + 2))
    sketch.add(Strokes((foot,), "axis", 1.4, title=reading))


def _span(zero: float, end: float) -> tuple[float, float]:
    return min(zero, end), abs(end - zero)


def _actual_sample(at: XY) -> tuple[Mark, ...]:
    return (Box(at[0] - 12, at[1] - 4, 24, 8, "series"),)


def _share_sample(at: XY) -> tuple[Mark, ...]:
    return (Box(at[0] - 12, at[1] - 7, 24, 14, "surface", "share", 1.5),)


KIND = ChartKind("allocation", AllocationChart, paint)
