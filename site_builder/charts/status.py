"""Status: how many targets or duties have each status, as one strip; counted, not averaged."""

from __future__ import annotations

from site_builder.charts.kind import ChartKind
from site_builder.charts.legend import Drawn, Entry, Sample, add_legend
from site_builder.charts.look import segment
from site_builder.charts.measure import text_width
from site_builder.charts.notice import HEAD, mark_illustrative
from site_builder.charts.scene import XY, Label, Scene, Sketch
from site_builder.charts.spec import StatusChart
from site_builder.charts.style import NARROW, TEXT
from site_builder.charts.words import COUNT_OF_ALL, NOTHING
from site_builder.terms.status import Status, Tone
from site_builder.terms.text import Lang

_STRIP = 28.0
_GAP = 2.5
_NUMBERS = 20.0


def paint(chart: StatusChart, lang: Lang) -> Scene:
    """The strip laid out in the order given; statuses that nothing has are left out."""
    counts = [(status, count) for status, count in chart.counts if count > 0]
    top = HEAD if chart.illustrative else 0.0
    sketch = Sketch(bottom=top)
    if counts:
        _add_strip(sketch, counts, lang)
    else:
        sketch.add(Label(0, top + TEXT + 2, NOTHING.of(lang), "muted"))
        sketch.bottom += TEXT + 8
    end = sketch.bottom
    sketch.bottom += 6
    entries = (Entry(f"{s.words.of(lang)}: {count}", _sample(s.tone)) for s, count in counts)
    add_legend(sketch, entries, NARROW)
    if chart.illustrative:
        mark_illustrative(sketch, lang, NARROW, HEAD, end)
    return Scene(NARROW, sketch.bottom + 2, tuple(sketch.marks))


def _add_strip(sketch: Sketch, counts: list[tuple[Status, int]], lang: Lang) -> None:
    total = sum(count for _, count in counts)
    room = NARROW - _GAP * (len(counts) - 1)
    strip, x = sketch.bottom + _NUMBERS, 0.0
    free_from = 0.0
    for status, count in counts:
        width = room * count / total
        title = COUNT_OF_ALL.of(lang).format(words=status.words.of(lang), count=count, total=total)
        sketch.add(segment(x, strip, width, _STRIP, status.tone, title))
        half = text_width(str(count), bold=True) / 2
        middle = min(max(x + width / 2, half), NARROW - half)
        # A number that would touch its neighbour is left to the key.
        if middle - half >= free_from:
            sketch.add(Label(middle, strip - 6, str(count), anchor="middle", bold=True))
            free_from = middle + half + 5
        x += width + _GAP
    sketch.bottom = strip + _STRIP


def _sample(tone: Tone) -> Sample:
    def sample(at: XY) -> Drawn:
        return (segment(at[0] - 12, at[1] - 7, 24, 14, tone),)

    return sample


KIND = ChartKind("status", StatusChart, paint)
