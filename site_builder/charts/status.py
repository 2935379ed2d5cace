"""Status: how many targets or duties have each status, as one strip; counted, not averaged."""

from __future__ import annotations

from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import Entry, Sample, add_legend
from site_builder.charts.measure import text_width
from site_builder.charts.notice import HEAD, mark_illustrative
from site_builder.charts.scene import XY, Box, Label, Mark, Scene, Sketch
from site_builder.charts.spec import StatusChart
from site_builder.charts.style import EDGE, TEXT, WIDTH, Role
from site_builder.charts.words import COUNT_OF_ALL, NOTHING
from site_builder.terms.status import Status, Tone
from site_builder.terms.text import Lang

_STRIP = 34.0
_GAP = 3.0
_NUMBERS = 22.0

_LOOKS: dict[Tone, tuple[Role, Role, str, tuple[float, ...]]] = {
    "good": ("good", "good", "", ()),
    "ok": ("surface", "ok", "//", ()),
    "slow": ("surface", "slow", "--", ()),
    "bad": ("surface", "bad", "xx", ()),
    "none": ("surface", "none", "", (4.0, 3.0)),
    "wait": ("surface", "wait", "", ()),
}
"""By tone: ground, edge and hatching, hatch, dash of the edge. No two are alike without colour."""


def paint(chart: StatusChart, lang: Lang) -> Scene:
    """The strip laid out in the order given; statuses that nothing has are left out."""
    counts = [(status, count) for status, count in chart.counts if count > 0]
    top = HEAD if chart.illustrative else 2.0
    sketch = Sketch(bottom=top)
    if counts:
        _add_strip(sketch, counts, lang)
    else:
        sketch.add(Label(EDGE, top + TEXT + 4, NOTHING.of(lang), "muted"))
        sketch.bottom += TEXT + 8
    end = sketch.bottom
    sketch.bottom += 6
    add_legend(
        sketch, (Entry(f"{s.words.of(lang)}: {count}", _sample(s.tone)) for s, count in counts)
    )
    if chart.illustrative:
        mark_illustrative(sketch, lang, HEAD, end)
    return Scene(WIDTH, sketch.bottom + EDGE, tuple(sketch.marks))


def _add_strip(sketch: Sketch, counts: list[tuple[Status, int]], lang: Lang) -> None:
    total = sum(count for _, count in counts)
    room = WIDTH - 2 * EDGE - _GAP * (len(counts) - 1)
    strip, x = sketch.bottom + _NUMBERS, EDGE
    free_from = 0.0
    for status, count in counts:
        width = room * count / total
        title = COUNT_OF_ALL.of(lang).format(words=status.words.of(lang), count=count, total=total)
        sketch.add(_segment(x, strip, width, _STRIP, status.tone, title))
        middle, half = x + width / 2, text_width(str(count), bold=True) / 2
        # A number that would touch its neighbour is left to the key.
        if middle - half >= free_from:
            sketch.add(Label(middle, strip - 6, str(count), anchor="middle", bold=True))
            free_from = middle + half + 6
        x += width + _GAP
    sketch.bottom = strip + _STRIP


def _segment(x: float, y: float, width: float, height: float, tone: Tone, title: str) -> Box:
    face, edge, hatch, dash = _LOOKS[tone]
    return Box(x, y, width, height, face, edge, 1.6, dash, hatch, title)


def _sample(tone: Tone) -> Sample:
    def sample(at: XY) -> tuple[Mark, ...]:
        return (_segment(at[0] - 12, at[1] - 8, 24, 16, tone, ""),)

    return sample


KIND = ChartKind("status", StatusChart, paint)
