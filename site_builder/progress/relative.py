"""Targets that are no levels of their own: fewer by so many, up by so many per cent, so many times.

The level follows from the figure of the period named: base − x, base + x, base × (100 − x) ÷ 100,
base × (100 + x) ÷ 100, base × x (DESIGN section 4.10 of this project). Where the document asks for
a decrease of *at least* x, the level is one to stay *at most* at. Nothing is computed without that
figure, none across a break of the series, and no percentage or multiple of a figure that is not
positive: there “up by 10 %” would ask for less.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.model.indicator import Relation, Relative, Target
from site_builder.progress import ratios, wording
from site_builder.progress.breaks import across, base_after, base_apart
from site_builder.progress.flows import amount, by_period
from site_builder.progress.goals import Goal
from site_builder.progress.observations import Series, least_firm
from site_builder.progress.scene import Scene
from site_builder.progress.sides import AT_THE_END
from site_builder.progress.trajectory import Start
from site_builder.progress.wording import decimal, exact, number, telling
from site_builder.terms.period import Period
from site_builder.terms.quantity import rounding_unit
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Base:
    """The figure that a relative target starts from."""

    value: Fraction
    used: Series
    """The rows it was read from; empty for a printed one."""

    @property
    def illustrative(self) -> bool:
        """Whether it is an illustrative figure."""
        return any(o.state == "illustrative" for o in self.used)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The level of a relative target with its arithmetic, or why there is none."""

    goal: Goal | None
    lines: tuple[Text, ...]
    illustrative: bool = False
    start: Start | None = None
    """Its base, as a place from which to count progress."""


def resolve(scene: Scene, target: Target, due: dt.date | None) -> Resolved:
    """The level that a relative target asks for, as far as it is known on the day of judgement."""
    relative = target.relative
    assert relative is not None, "only relative targets are resolved"
    parted = _parted(scene, relative.base, due)
    if parted is not None:
        return Resolved(None, (parted,))
    base = _base(scene, target, relative)
    if base is None:
        return Resolved(None, (_NO_BASE.fill(period=wording.period(relative.base)),))
    unit = wording.wording(target.unit or scene.indicator.unit)
    read = _read(base, relative, unit)
    if base.value <= 0 and relative.scales:
        return Resolved(None, (read, _NOT_POSITIVE), base.illustrative)
    start = _start(base, relative.base)
    goal = _goal(scene, target, relative, base.value)
    level = _LEVEL.fill(formula=_formula(target, relative, base.value), unit=unit)
    return Resolved(goal, (read, level), base.illustrative, start)


def _start(base: Base, period: Period) -> Start:
    seen = base.used[0] if base.used else None
    return Start(period.end, decimal(base.value), seen, printed=seen is None)


def _parted(scene: Scene, base: Period, due: dt.date | None) -> Text | None:
    """Why the base cannot be held against the figures of the due date, if a break parts them.

    A base may lie after the due date: there too a break between them parts them.
    """
    first = base.end if scene.indicator.measures in AT_THE_END else base.start
    day = dt.date.max if due is None else due
    found = scene.sides.within(min(first, day), max(base.end, day))
    if found is None:
        return None
    if base.end < found.start.start:
        return base_apart(found, scene.documents, wording.period(base))
    if found.start.start <= first:
        return base_after(found, scene.documents, wording.period(base))
    return across(found, scene.documents, wording.period(base))


def _base(scene: Scene, target: Target, relative: Relative) -> Base | None:
    """The printed value, else the row of that period on the same figures as the target."""
    if relative.value is not None:
        return Base(exact(relative.value), ())
    printed = scene.indicator.baseline
    same = printed is not None and printed.period == relative.base and not target.of
    if same and printed is not None and printed.value is not None:
        return Base(exact(printed.value), ())
    figures = scene.figures(target.of)
    if scene.indicator.measures == "flow":
        known = amount(by_period(figures), relative.base)
        return None if known.missing else Base(exact(known.total), known.used)
    for observation in figures:
        if observation.period == relative.base and observation.value is not None:
            value = ratios.exact_value(observation.row)
            return None if value is None else Base(value, (observation,))
    return None


def _goal(scene: Scene, target: Target, relative: Relative, base: Fraction) -> Goal:
    printed = _printed(target)
    ends = sorted(level(relative.relation, base, exact(value)) for value in printed)
    low, high = ends[0], ends[-1]
    rounded = tuple(decimal(end) for end in (low, high))
    finite = all(exact(end) == whole for end, whole in zip(rounded, (low, high), strict=True))
    return Goal(
        comparison=target.level_comparison,
        low=rounded[0],
        high=rounded[1],
        better=scene.indicator.better,
        tolerance=_tolerance(target, relative.relation, base),
        declared=target.tolerance is not None,
        bounds=None if finite else (low, high),
        rounded_in=rounding_unit(printed[0]) if target.about is not None else None,
    )


def _printed(target: Target) -> tuple[Decimal, ...]:
    if target.between is not None:
        return target.between
    assert target.value is not None, "a rule keeps words and milestones from being relative"
    return (target.value,)


def level(relation: Relation, base: Fraction, by: Fraction) -> Fraction:
    """The level that a printed number comes to."""
    match relation:
        case "decrease_by":
            return base - by
        case "increase_by":
            return base + by
        case "decrease_percent":
            return base * (100 - by) / 100
        case "increase_percent":
            return base * (100 + by) / 100
        case _:
            return base * by


def _tolerance(target: Target, relation: Relation, base: Fraction) -> Decimal:
    """That of the printed number, carried over to the level."""
    if target.about is None:
        return Decimal(0)
    printed = target.tolerance
    if printed is None:
        printed = rounding_unit(target.about) / 2
    match relation:
        case "decrease_by" | "increase_by":
            return printed
        case "times":
            return decimal(base * exact(printed))
        case _:
            return decimal(base * exact(printed) / 100)


def _read(base: Base, relative: Relative, unit: Text) -> Text:
    return _BASE.fill(
        period=wording.period(relative.base),
        base=telling(base.value, Fraction(0)),
        unit=unit,
        firm=wording.firmness(least_firm(base.used)) if base.used else _PRINTED,
    )


_FORMULAS: dict[Relation, str] = {
    "decrease_by": "{base} − {by}",
    "increase_by": "{base} + {by}",
    "decrease_percent": "{base} × (100 − {by}) ÷ 100",
    "increase_percent": "{base} × (100 + {by}) ÷ 100",
    "times": "{base} × {by}",
}


def _formula(target: Target, relative: Relative, base: Fraction) -> Text:
    """`45.000 − 20.000 = 25.000`; of a range both ends."""
    shape = _FORMULAS[relative.relation]
    said = []
    for by in _printed(target):
        found = level(relative.relation, base, exact(by))
        filled = Text(shape, shape).fill(base=telling(base, Fraction(0)), by=number(by))
        total = telling(found, base)
        said.append(Text(f"{filled.vi} = {total.vi}", f"{filled.en} = {total.en}"))
    return Text("; ".join(one.vi for one in said), "; ".join(one.en for one in said))


_NO_BASE = Text(
    "Thiếu số liệu của {period}, là gốc để tính chỉ tiêu này, nên chưa biết mức phải đạt.",
    "The figure for {period} is missing, from which this target is counted, so its level is not "
    "known.",
)
_NOT_POSITIVE = Text(
    "Giá trị gốc không dương nên không tính được phần trăm hay số lần của nó.",
    "The base is not positive, so no percentage or multiple of it can be taken.",
)
_PRINTED = Text(", in trong văn bản", ", printed in the document")
_BASE = Text("Giá trị gốc, {period}: {base} {unit}{firm}.", "Base, {period}: {base} {unit}{firm}.")
_LEVEL = Text(
    "Mức ứng với chỉ tiêu: {formula} {unit}.", "The level that this comes to: {formula} {unit}."
)
