"""Targets on a timeline of levels: a flag on a pole; hollow where it counts something else."""

from __future__ import annotations

from site_builder.charts.legend import Drawn, Entry, Sample
from site_builder.charts.place import Area
from site_builder.charts.plot import THIN, Plot
from site_builder.charts.scene import XY, Points, Strokes
from site_builder.charts.spec import TargetMark
from site_builder.charts.style import Role
from site_builder.charts.words import OTHER_NOTE, OTHER_TARGET, TARGET

_WIDTH, _HEIGHT = 11.0, 17.0


def add_poles(plot: Plot) -> None:
    """From each target down to its year."""
    tops = [plot.frame.at(target.date, target.value) for target in plot.chart.targets]
    lines = tuple(((x, plot.frame.plot.bottom), (x, y)) for x, y in tops)
    if lines:
        plot.sketch.add(Strokes(lines, "target", 1.0, (1.5, 3.0)))
    for line in lines:
        plot.keep_line_clear(line, 4, THIN)


def add_flags(plot: Plot) -> None:
    """The flags, and their lines in the key."""
    for other, words in ((False, TARGET), (True, OTHER_TARGET)):
        targets = [one for one in plot.chart.targets if one.other_population is other]
        if not targets:
            continue
        at = tuple(plot.frame.at(target.date, target.value) for target in targets)
        plot.sketch.add(_flags(at, tuple(map(plot.target_reading, targets)), other=other))
        for one in at:
            plot.keep_clear(one, Area(-1, -_HEIGHT - 2, _WIDTH + 2, -4))
            plot.keep_clear(one, Area(-4, -4, 4, 4))
        plot.key.append(Entry(words.of(plot.lang), _sample(other=other)))


def label_flags(plot: Plot) -> None:
    """What each target says, beside its flag; the latest first, for room is free to its left."""
    for target in reversed(plot.chart.targets):
        x, y = plot.frame.at(target.date, target.value)
        plot.label((x, y - _HEIGHT / 2), target_words(plot, target), "target")


def target_words(plot: Plot, target: TargetMark) -> tuple[str, ...]:
    """The label of a target, in lines."""
    words = (target.short or target.label).of(plot.lang)
    return (words, OTHER_NOTE.of(plot.lang)) if target.other_population else (words,)


def _flags(at: tuple[XY, ...], titles: tuple[str, ...], *, other: bool) -> Points:
    face: Role = "surface" if other else "target"
    return Points(at, titles, "flag", 2 * _HEIGHT, face, "target", 1.3)


def _sample(*, other: bool) -> Sample:
    def sample(at: XY) -> Drawn:
        return (_flags(((at[0] - 5, at[1] + 6),), ("",), other=other),)

    return sample
