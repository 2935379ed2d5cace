"""Targets on a timeline of levels: a flag on a pole; hollow where it counts something else."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.charts.events import versions
from site_builder.charts.legend import Drawn, Entry, Sample
from site_builder.charts.place import Area
from site_builder.charts.plot import THIN, Plot
from site_builder.charts.scene import XY, Pinned, Points, Shape, Strokes
from site_builder.charts.spec import TargetMark
from site_builder.charts.style import FLAG, Role
from site_builder.charts.words import ENDED_NOTE, ENDED_TARGET, OTHER_NOTE, OTHER_TARGET, TARGET
from site_builder.terms.text import Text

_WIDTH, _HEIGHT = FLAG
_CAP = 5.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How a kind of target is drawn, and what the key calls it."""

    words: Text
    shape: Shape
    face: Role
    edge: Role


_USUAL = _Look(TARGET, "flag", "target", "target")
_OTHER = _Look(OTHER_TARGET, "flag", "surface", "target")
_ENDED = _Look(ENDED_TARGET, "crossed", "surface", "muted")


def _look(target: TargetMark) -> _Look:
    if target.ended:
        return _ENDED
    return _OTHER if target.other_population else _USUAL


def add_poles(plot: Plot) -> None:
    """From each target, and from what it was before, down to its year."""
    tops = [
        plot.frame.at(target.date, max(version.value for version in versions(target)))
        for target in plot.chart.targets
    ]
    lines = tuple(((x, plot.frame.plot.bottom), (x, y)) for x, y in tops)
    if lines:
        plot.sketch.add(Strokes(lines, "target", 1.0, (1.5, 3.0)))
    for line in lines:
        plot.keep_upright_clear(line, 2 * THIN)


def add_flags(plot: Plot) -> None:
    """The flags, and their lines in the key."""
    for look in (_USUAL, _OTHER, _ENDED):
        targets = [one for one in plot.chart.targets if _look(one) is look]
        if not targets:
            continue
        _add_ranges(plot, targets, look.edge)
        at = tuple(plot.frame.at(target.date, target.value) for target in targets)
        plot.sketch.add(_flags(at, tuple(map(plot.target_reading, targets)), look))
        for one in at:
            plot.keep_clear(one, Area(-1, -_HEIGHT - 2, _WIDTH + 2, -4))
            plot.keep_clear(one, Area(-4, -4, 4, 4))
        plot.key.append(Entry(look.words.of(plot.lang), _sample(look)))


def _add_ranges(plot: Plot, targets: list[TargetMark], role: Role) -> None:
    """A range as a bar from its lower bound to its upper, with a cap on top."""
    for target in targets:
        if target.upper is None:
            continue
        x, low = plot.frame.at(target.date, target.value)
        high = plot.frame.y(target.upper)
        bar = (((0.0, low), (0.0, high)), ((-_CAP, high), (_CAP, high)))
        plot.sketch.add(Pinned(x, (Strokes(bar, role, 2.6),)))
        plot.keep_clear((x, high), Area(-_CAP - 1, -2, _CAP + 1, low - high))


def label_flags(plot: Plot) -> None:
    """What each target says, beside its flag; the latest first, for room is free to its left."""
    for target in reversed(plot.chart.targets):
        x, y = plot.frame.at(target.date, target.value)
        plot.label((x, y - _HEIGHT / 2), target_words(plot, target), target_role(target))


def target_words(plot: Plot, target: TargetMark) -> tuple[str, ...]:
    """The label of a target, in lines."""
    notes = []
    if target.other_population:
        notes.append(OTHER_NOTE.of(plot.lang))
    if target.ended:
        notes.append(ENDED_NOTE.of(plot.lang))
    return ((target.short or target.label).of(plot.lang), *notes)


def target_role(target: TargetMark) -> Role:
    """The colour of a target's words."""
    return "muted" if target.ended else "target"


def _flags(at: tuple[XY, ...], titles: tuple[str, ...], look: _Look) -> Points:
    return Points(at, titles, look.shape, 2 * _HEIGHT, look.face, look.edge, 1.3)


def _sample(look: _Look) -> Sample:
    def sample(at: XY) -> Drawn:
        return (_flags(((at[0] - 5, at[1] + 6),), ("",), look),)

    return sample
