"""What each target asks of the figures it is held against, or why it cannot be held against them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.indicator import Indicator, Target, target_period
from site_builder.progress import sentences, wording
from site_builder.progress.breaks import barring, counted_anew, not_comparable, set_on
from site_builder.progress.goals import Goal, goal_of
from site_builder.progress.relative import resolve
from site_builder.progress.scene import Scene, breakdown
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import Breakdown
from site_builder.progress.trajectory import (
    NO_TRAJECTORY,
    Start,
    Trajectory,
    follows_trajectory,
    same_subject,
    start_of,
    trajectory_of,
)
from site_builder.terms.period import Period
from site_builder.terms.text import Text

Group = tuple[Breakdown, str | None]
"""Of which figures, and by whose authority: targets of one group make one path."""
OWN: Group = ((), None)
"""The plan's own targets for the whole."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A target on the day of judgement."""

    key: str
    target: Target
    period: Period | None
    side: int
    """On which side of the breaks it is judged."""
    goal: Goal | None = None
    """None in words, for what is done or not, and where the level is not known."""
    refusal: tuple[Text, ...] = ()
    """Why it is held against no figure."""
    notes: tuple[Text, ...] = ()
    """What must be said before its arithmetic."""
    illustrative: bool = False
    """Whether its level rests on an illustrative figure."""
    start: Start | None = None
    """Of a relative one its base, from which progress is counted where nothing else says so."""

    @property
    def group(self) -> Group:
        """With which targets it makes a path."""
        return breakdown(self.target.of), self.target.authority

    @property
    def on_path(self) -> bool:
        """Whether its level is a point of a path: one level at one day."""
        target = self.target
        return (
            self.goal is not None
            and self.period is not None
            and target.each is None
            and target.since is None
        )


def aims_of(scene: Scene) -> tuple[Aim, ...]:
    """Every target: dated ones first, earliest first, the plan's own before those of others."""
    targets = scene.indicator.targets
    return tuple(_aim(scene, key, targets[key]) for key in sorted(targets, key=_order))


def _order(key: str) -> tuple[dt.date, dt.date, str]:
    period = target_period(key)
    if period is None:
        return dt.date.max, dt.date.max, key
    return period.end, period.start, key


def _aim(scene: Scene, key: str, target: Target) -> Aim:
    period = target_period(key)
    due = None if period is None else period.end
    side = scene.sides.of_day(due)
    if target.in_words is not None or scene.indicator.measures == "assessment":
        return Aim(key, target, period, side)
    if not same_subject(scene.indicator, target):
        return Aim(key, target, period, side, refusal=(_other_subject(scene.indicator, target),))
    goal = goal_of(target, scene.indicator.better)
    if goal is None:
        return Aim(key, target, period, side)
    notes = _notes(scene, target)
    if target.each is None:
        refusal, more = held_back(scene, key, target, due)
        if refusal is not None:
            # What a relative one comes to is not asked: its level would need a figure.
            known = goal if target.relative is None else None
            return Aim(key, target, period, side, known, refusal=(refusal,))
        notes += more
    if target.relative is None:
        return Aim(key, target, period, side, goal, notes=notes)
    found = resolve(scene, target, due)
    said = (*notes, *found.lines)
    if found.goal is None:
        return Aim(key, target, period, side, refusal=said, illustrative=found.illustrative)
    return Aim(
        key, target, period, side, found.goal,
        notes=said, illustrative=found.illustrative, start=found.start,
    )  # fmt: skip


def held_back(
    scene: Scene, key: str, target: Target, due: dt.date | None
) -> tuple[Text | None, tuple[Text, ...]]:
    """Why a break keeps a target from the figures of a day; else what must be said of the break
    across which it still holds."""
    sides = scene.sides
    if not sides.breaks:
        return None, ()
    since = set_on(scene.plan, scene.documents, scene.indicator.id, key, target, scene.as_of)
    barred = barring(sides, since, due)
    if barred is not None:
        return not_comparable(barred, scene.documents), ()
    opening = sides.opening(sides.of_day(due))
    if opening is None or opening.start.start <= since:
        return None, ()
    return None, (counted_anew(opening, scene.documents),)


def _notes(scene: Scene, target: Target) -> tuple[Text, ...]:
    if not target.of:
        return ()
    named = [category(value) for _, value in sorted(target.of.items())]
    of = Text(", ".join(one.vi for one in named), ", ".join(one.en for one in named))
    if scene.figures(target.of):
        return (_PART.fill(of=of),)
    return (_NO_PART.fill(of=of),)


def category(value: str) -> Text:
    """A category of a breakdown in words where it has some, else its id in quotes."""
    return wording.CATEGORY_WORDS.get(value) or Text(f"“{value}”", f"“{value}”")


def _other_subject(indicator: Indicator, target: Target) -> Text:
    own, theirs = indicator.population, target.population
    if target.unit is not None and (theirs is None or own == theirs):
        own, theirs = indicator.unit, target.unit
    return sentences.OTHER_SUBJECT.fill(
        target=wording.wording(theirs) if theirs is not None else sentences.UNSTATED,
        own=wording.wording(own) if own is not None else sentences.UNSTATED,
    )


def path_of(scene: Scene, aims: tuple[Aim, ...], group: Group, side: int) -> Trajectory:
    """The path of one group of targets on one side of the breaks.

    On the last side through the targets that hold there. On an earlier one as it was expected
    then: through every later target that held on it, though nothing runs beyond the break. Where
    the indicator has no baseline, the base of a relative target on that side is the start.
    """
    bases = _bases(scene, aims, group, side)
    paced = follows_trajectory(scene.indicator)
    if not paced and not (bases and scene.indicator.measures == "ratio"):
        return NO_TRAJECTORY
    of, _ = group
    start = start_of(
        scene.plan, scene.indicator, scene.figures(dict(of)), scene.sides, side, whole=not of
    )
    if start is None and bases:
        start = bases[0]
    goals = (
        (aim.period.end, aim.goal)
        for aim in aims
        if aim.on_path and aim.group == group and aim.side >= side and aim.period and aim.goal
        if _holds_on(scene, aim, side)
    )
    return trajectory_of(start, goals, scene.indicator.better)


def _bases(scene: Scene, aims: tuple[Aim, ...], group: Group, side: int) -> list[Start]:
    """From where the relative targets of a group count on one side, earliest first."""
    if scene.indicator.baseline is not None:
        return []
    found = [aim.start for aim in aims if aim.start is not None and aim.group == group]
    own = [start for start in found if scene.sides.of_day(start.day) == side]
    return sorted(own, key=lambda start: start.day)


def _holds_on(scene: Scene, aim: Aim, side: int) -> bool:
    """Whether no break up to a side keeps the target from the figures there."""
    if side == len(scene.sides.breaks) or not aim.refusal:
        return not aim.refusal
    since = set_on(
        scene.plan, scene.documents, scene.indicator.id, aim.key, aim.target, scene.as_of
    )
    until = Sides(scene.sides.breaks[:side], scene.sides.measures)
    return barring(until, since, None) is None


_PART = Text("Xét trên số liệu của phân tổ {of}.", "Judged on the figures of the breakdown {of}.")
_NO_PART = Text(
    "Không có số liệu nào của phân tổ {of}.", "There is no figure of the breakdown {of}."
)
