"""The picture of a plan for where its page is shared: 1200 × 630, its numbers first."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from site_builder.charts.look import segment
from site_builder.charts.measure import shorten, text_width, wrap
from site_builder.charts.raster import drawable, png
from site_builder.charts.scene import Box, Label, Scene, Sketch
from site_builder.charts.style import VERSION, Role
from site_builder.charts.words import CARD_COUNT, CARD_NOTHING, ILLUSTRATIVE
from site_builder.terms.period import format_date
from site_builder.terms.status import Status
from site_builder.terms.text import Lang, Text

WIDTH, HEIGHT = 1200.0, 630.0

PALETTE: Mapping[Role, str] = MappingProxyType(
    {
        "surface": "#ffffff",
        "text": "#1a222c",
        "muted": "#52606d",
        "series": "#123a5c",
        "note": "#5c4300",
        "note-surface": "#fff4d6",
        "good": "#0a7050",
        "ok": "#15437c",
        "slow": "#9c6200",
        "bad": "#8f1d18",
        "none": "#56616d",
        "wait": "#56616d",
    }
)
"""The site's light colours: a picture that is sent around knows no theme."""

_EDGE = 64.0
_ROOM = WIDTH - 2 * _EDGE
_FITS = 0.97 * _ROOM
"""For words: set in whole pixels, letters run up to a fortieth wider than they measure."""
_BAR = 84.0
_STRIP_TOP, _STRIP = 424.0, 46.0
_KEYS = ((25.0, 3), (22.0, 3), (19.0, 4), (17.0, 5))
"""Sizes of the key's words, and how many rows of each there is room for; tried in this order."""
_SMALLEST = _KEYS[-1][0]
_LABELS = (46.0, 41.0, 36.0)


@dataclass(frozen=True, slots=True)
class PlanCard:
    """What the picture of a plan (or of the whole site) says."""

    label: Text
    title: Text
    territory: Text
    counts: tuple[tuple[Status, int], ...]
    """Targets by status, in the order in which they are shown; zeros are left out."""
    as_of: dt.date
    site_name: Text
    illustrative: bool


def draw_card(card: PlanCard, lang: Lang) -> bytes:
    """The picture as PNG, 1200 × 630 pixels; equal cards give equal bytes."""
    return png(paint(card, lang), PALETTE)


def card_key(card: PlanCard, lang: Lang) -> str:
    """A key for a cache: equal for equal cards, in any process; does not load matplotlib."""
    return hashlib.sha256(f"card {VERSION}\n{lang}\n{card!r}".encode()).hexdigest()


def paint(card: PlanCard, lang: Lang) -> Scene:
    """The card laid out."""
    sketch = Sketch()
    _add_head(sketch, card, lang)
    counts = tuple((status, count) for status, count in card.counts if count > 0)
    total = sum(count for _, count in counts)
    day = format_date(card.as_of, lang)
    words = CARD_COUNT if counts else CARD_NOTHING
    line = words.of(lang).format(total=total, day=day)
    sketch.add(Label(_EDGE, _STRIP_TOP - 20, line, "text", 27))
    _add_strip(sketch, counts, total)
    _add_key(sketch, counts, lang)
    if card.illustrative:
        _add_mark(sketch, ILLUSTRATIVE.of(lang))
    return Scene(WIDTH, HEIGHT, tuple(sketch.marks), fluid=False)


def _add_head(sketch: Sketch, card: PlanCard, lang: Lang) -> None:
    """The site's name on its bar; below it where, which plan, and what it is about."""
    sketch.add(Box(0, 0, WIDTH, _BAR, "series"))
    name = shorten(drawable(card.site_name.of(lang)), _FITS, 29, bold=True)
    sketch.add(Label(_EDGE, 53, name, "surface", 29, bold=True))
    where = shorten(drawable(card.territory.of(lang)), _FITS, 26)
    sketch.add(Label(_EDGE, _BAR + 52, where, "muted", 26))
    label = drawable(card.label.of(lang))
    fitting = (size for size in _LABELS if text_width(label, size, bold=True) <= _FITS)
    size = next(fitting, _LABELS[-1])
    label = shorten(label, _FITS, size, bold=True)
    sketch.add(Label(_EDGE, _BAR + 110, label, "text", size, bold=True))
    for n, words in enumerate(wrap(drawable(card.title.of(lang)), _FITS, 32, lines=3)):
        sketch.add(Label(_EDGE, _BAR + 164 + 45 * n, words, "text", 32))


def _add_strip(sketch: Sketch, counts: tuple[tuple[Status, int], ...], total: int) -> None:
    x, gap = _EDGE, 5.0
    room = _ROOM - gap * (len(counts) - 1)
    for status, count in counts:
        width = room * count / total
        sketch.add(segment(x, _STRIP_TOP, width, _STRIP, status.tone))
        x += width + gap


@dataclass(frozen=True, slots=True)
class _Entry:
    """One status in the key: where it stands, in which row."""

    status: Status
    count: int
    x: float
    row: int


def _add_key(sketch: Sketch, counts: tuple[tuple[Status, int], ...], lang: Lang) -> None:
    """Sample, number and words of each status, in the largest size in which all find room."""
    tries = ((size, rows, _placed(counts, size, lang)) for size, rows in _KEYS)
    size, _, entries = next(
        one for one in tries if one[0] == _SMALLEST or all(entry.row < one[1] for entry in one[2])
    )
    for entry in entries:
        x, y = entry.x, _STRIP_TOP + _STRIP + 10 + size * (1.45 + 1.65 * entry.row)
        sketch.add(segment(x, y - 0.84 * size, 1.5 * size, 0.96 * size, entry.status.tone))
        x += 2 * size
        sketch.add(Label(x, y, f"{entry.count}", "text", size, bold=True))
        x += text_width(f"{entry.count}", size, bold=True) + 0.35 * size
        sketch.add(Label(x, y, entry.status.words.of(lang), "text", size))


def _placed(counts: tuple[tuple[Status, int], ...], size: float, lang: Lang) -> tuple[_Entry, ...]:
    """The entries in rows, one after the other."""
    x, row, placed = _EDGE, 0, []
    for status, count in counts:
        words = text_width(status.words.of(lang), size)
        width = 2.35 * size + text_width(f"{count}", size, bold=True) + words
        if x > _EDGE and x + width > _EDGE + _FITS:
            x, row = _EDGE, row + 1
        placed.append(_Entry(status, count, x, row))
        x += width + 1.4 * size
    return tuple(placed)


def _add_mark(sketch: Sketch, words: str) -> None:
    """On a ground of its own, right above the strip that it is about."""
    width = text_width(words, 24, bold=True) + 36
    left, top = WIDTH - _EDGE - width, _STRIP_TOP - 54
    sketch.add(
        Box(left, top, width, 42, "note-surface", "note", 2.0, (5.0, 3.0)),
        Label(left + width / 2, top + 29, words, "note", 24, "middle", bold=True),
    )
