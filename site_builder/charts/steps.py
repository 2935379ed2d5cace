"""Targets that were changed: what was in force by day as a fine line, the old number as a mark."""

from __future__ import annotations

from itertools import pairwise

from site_builder.charts.events import versions
from site_builder.charts.legend import Drawn, Entry
from site_builder.charts.place import Area
from site_builder.charts.plot import THIN, Plot
from site_builder.charts.scene import XY, Points, Strokes
from site_builder.charts.spec import FormerTarget, TargetMark
from site_builder.charts.style import FLAG, Role
from site_builder.charts.words import FORMER_AT, FORMER_TARGET
from site_builder.terms.period import format_date

_WIDTH = 1.0


def add_steps(plot: Plot) -> None:
    """Old number until the day in force, new number after it, up to the target's date or end."""
    targets = plot.chart.targets
    for target in targets:
        if target.was or target.ended:
            line = _steps(plot, target)
            role: Role = "muted" if target.ended else "target"
            plot.sketch.add(Strokes((line,), role, _WIDTH))
            plot.keep_line_clear(line, 4, THIN)
    if any(target.was for target in targets):
        plot.key.append(Entry(FORMER_TARGET.of(plot.lang), _sample))


def _steps(plot: Plot, target: TargetMark) -> tuple[XY, ...]:
    frame, said = plot.frame, versions(target)
    since = target.was[0].since if target.was else None
    x = frame.x.start if since is None else max(frame.x.start, frame.day(since))
    line = [(x, frame.y(said[0].value))]
    for old, new in pairwise(said):
        assert isinstance(old, FormerTarget), "only the last version is the mark itself"
        x = frame.day(old.until)
        line += [(x, frame.y(old.value)), (x, frame.y(new.value))]
    end = frame.day(target.ended.day if target.ended else target.date)
    return (*line, (max(x, end), line[-1][1]))


def add_former_flags(plot: Plot) -> None:
    """What was aimed at before, beside the flag of what is aimed at now: hollow, turned round."""
    marks = [(target, old) for target in plot.chart.targets for old in target.was]
    if not marks:
        return
    at = tuple(plot.frame.at(target.date, old.value) for target, old in marks)
    plot.sketch.add(_flags(at, tuple(former_reading(plot, *mark) for mark in marks)))
    width, height = FLAG
    for one in at:
        plot.keep_clear(one, Area(-width - 2, -height - 2, 1, -4))
        plot.keep_clear(one, Area(-4, -4, 4, 4))


def former_reading(plot: Plot, target: TargetMark, old: FormerTarget) -> str:
    """What hovering over an old number says."""
    said = FORMER_AT.of(plot.lang)
    said = said.replace("{day}", format_date(target.date, plot.lang))
    said = said.replace("{until}", format_date(old.until, plot.lang))
    return said.replace("{label}", old.label.of(plot.lang))


def _flags(at: tuple[XY, ...], titles: tuple[str, ...]) -> Points:
    return Points(at, titles, "former", 2 * FLAG[1], "surface", "target", 1.3)


def _sample(at: XY) -> Drawn:
    x, y = at
    line = Strokes(
        (((x - 13, y + 1), (x - 4, y + 1), (x - 4, y + 6), (x + 9, y + 6)),), "target", _WIDTH
    )
    return line, _flags(((x + 9, y + 6),), ("",))
