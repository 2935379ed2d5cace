"""The status of each target, by what it compares and by what its indicator measures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from site_builder.model.indicator import OF_ONE_PERIOD, Interval
from site_builder.progress import ratios, wording
from site_builder.progress.aims import OWN, Aim, Group, held_back, path_of
from site_builder.progress.breaks import across
from site_builder.progress.every import each_period, judge_each
from site_builder.progress.flows import judge_flow
from site_builder.progress.goals import Goal
from site_builder.progress.levels import Case, Judged, judge_level
from site_builder.progress.milestones import judge_milestone
from site_builder.progress.observations import Series
from site_builder.progress.scene import Scene
from site_builder.progress.snapshot import Judgement, TargetState
from site_builder.progress.trajectory import NO_TRAJECTORY, Trajectory
from site_builder.progress.windows import UNFILLED, Window, judge_window
from site_builder.progress.words import judge_in_words
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

Paths = Callable[[Group, int], Trajectory]


def target_states(scene: Scene, aims: tuple[Aim, ...]) -> tuple[TargetState, ...]:
    """Every target of the indicator, in the order of `aims`."""
    known: dict[tuple[Group, int], Trajectory] = {}

    def paths(group: Group, side: int) -> Trajectory:
        if (group, side) not in known:
            known[group, side] = path_of(scene, aims, group, side)
        return known[group, side]

    return tuple(_state(scene, aim, paths) for aim in aims)


def _state(scene: Scene, aim: Aim, paths: Paths) -> TargetState:
    if aim.target.each is not None and scene.indicator.measures != "assessment":
        return _each_state(scene, aim)
    judgement, observation = _judge(scene, aim, paths)
    if aim.notes or aim.illustrative:
        judgement = _said_before(aim, judgement)
    return TargetState(
        aim.key, aim.target, aim.period, judgement, observation=observation, goal=aim.goal
    )


def _said_before(aim: Aim, judgement: Judgement) -> Judgement:
    return replace(
        judgement,
        arithmetic=(*aim.notes, *judgement.arithmetic),
        illustrative=judgement.illustrative or aim.illustrative,
    )


def _judge(scene: Scene, aim: Aim, paths: Paths) -> Judged:
    if aim.refusal:
        return Judgement(Status.INSUFFICIENT, aim.refusal, aim.illustrative), None
    if aim.target.in_words is not None or scene.indicator.measures == "assessment":
        bodies = (scene.whole, scene.plan.issuer)
        judged = judge_in_words(scene.assessments, aim.key, bodies, aim.period, scene.as_of)
        return judged, None
    figures = scene.figures(aim.target.of)
    if aim.goal is None:
        return judge_milestone(figures, aim.period, scene.as_of)
    if aim.target.since is not None and aim.period is not None:
        return _judge_window(scene, aim.goal, figures, Window(aim.target.since, aim.period))
    return judge_goal(scene, aim.goal, figures, aim.period, paths(aim.group, aim.side))


def judge_goal(
    scene: Scene, goal: Goal, figures: Series, period: Period | None, path: Trajectory
) -> Judged:
    """A numeric goal at a period's end: flows by that period alone, the rest as levels; by the
    figures on the period's own side of the breaks alone."""
    unit = wording.wording(scene.indicator.unit)
    measures = scene.indicator.measures
    due = None if period is None else period.end
    own = scene.sides.part(figures, scene.sides.of_day(due))
    if measures == "flow" and period is not None:
        crossed = scene.sides.crossed(period)
        if crossed is not None:
            line = across(crossed, scene.documents, wording.period(period))
            return Judgement(Status.INSUFFICIENT, (line,)), None
        return judge_flow(goal, own, period, unit, scene.as_of)
    counted = ratios.counted_of(scene.plan, scene.indicator) if measures == "ratio" else None
    strict = (
        period if period is not None and _comes_as_often(scene.indicator.every, period) else None
    )
    return judge_level(Case(goal, due, own, path, measures, unit, scene.as_of, counted, strict))


_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "half": 6}


def _comes_as_often(every: Interval | None, period: Period) -> bool:
    """Whether figures come at least once in a period shorter than a year."""
    if every not in _MONTHS or period.kind not in _MONTHS:
        return False
    return _MONTHS[every] <= _MONTHS[period.kind]


def _judge_window(scene: Scene, goal: Goal, figures: Series, window: Window) -> Judged:
    crossed = scene.sides.within(window.since.start, window.due.end)
    if crossed is not None:
        line = across(crossed, scene.documents, _from_to(window))
        return Judgement(Status.INSUFFICIENT, (line,)), None
    if not window.pieces:
        return UNFILLED, None
    own = scene.sides.part(figures, scene.sides.of_day(window.due.end))
    return judge_window(goal, own, window, wording.wording(scene.indicator.unit), scene.as_of)


def _from_to(window: Window) -> Text:
    return _WINDOW.fill(since=wording.period(window.since), due=wording.period(window.due))


def _each_state(scene: Scene, aim: Aim) -> TargetState:
    if aim.goal is None or scene.indicator.measures not in OF_ONE_PERIOD:
        refusal = aim.refusal or (_NO_EACH,)
        judgement = Judgement(Status.INSUFFICIENT, refusal)
        return TargetState(aim.key, aim.target, aim.period, judgement)
    goal = aim.goal
    found = each_period(scene.plan, aim.target, aim.period, scene.as_of)
    judgement, each = judge_each(
        found, lambda period: _one_period(scene, aim, goal, period), aim.period, scene.as_of
    )
    if aim.notes or aim.illustrative:
        judgement = _said_before(aim, judgement)
    return TargetState(aim.key, aim.target, aim.period, judgement, each, goal=goal)


def _one_period(scene: Scene, aim: Aim, goal: Goal, period: Period) -> Judgement:
    """One period of an each-target: figures of other periods are never used for it."""
    refusal, notes = held_back(scene, aim.key, aim.target, period.end)
    if refusal is not None:
        return Judgement(Status.INSUFFICIENT, (refusal,))
    crossed = scene.sides.crossed(period)
    if crossed is not None:
        line = across(crossed, scene.documents, wording.period(period))
        return Judgement(Status.INSUFFICIENT, (line,))
    figures = scene.figures(aim.target.of)
    if scene.indicator.measures != "flow":
        figures = tuple(o for o in figures if o.period == period and o.value is not None)
        if not figures:
            status = Status.NO_DATA if period.end <= scene.as_of else Status.NOT_YET_DUE
            return Judgement(status, (_NOTHING.fill(period=wording.period(period)),))
    judged = judge_goal(scene, goal, figures, period, NO_TRAJECTORY)[0]
    return replace(judged, arithmetic=(*notes, *judged.arithmetic)) if notes else judged


def headline(states: tuple[TargetState, ...], as_of: dt.date) -> TargetState | None:
    """The next target not yet due; else one without a date; else the last one.

    The plan's own target for the whole stands before one of a breakdown or of another authority.
    """
    own = tuple(state for state in states if _group(state) == OWN)
    for state in own or states:
        if state.period is not None and state.period.end > as_of:
            return state
    return _last(own or states)


def _group(state: TargetState) -> Group:
    return tuple(sorted(state.target.of.items())), state.target.authority


def _last(states: tuple[TargetState, ...]) -> TargetState | None:
    """The first of those with the last date, or of those without one."""
    return next((one for one in states if one.period == states[-1].period), None)


def no_target(series: Series) -> Judgement:
    """What stands for the judgement of an indicator without any target."""
    return Judgement(
        Status.NOT_ASSESSED,
        (_NO_TARGET,),
        any(o.state == "illustrative" for o in series),
    )


_NO_EACH = Text(
    "Số tại thời điểm, số lũy kế hay mốc công việc không cho biết số của từng kỳ nên không xét theo "
    "kỳ được.",
    "A level, a cumulative count or a milestone does not tell each period's own figure.",
)
_NOTHING = Text("Chưa có số liệu của {period}.", "No figure for {period}.")
_WINDOW = Text("{since} đến {due}", "{since} to {due}")
_NO_TARGET = Text(
    "Văn bản không đặt chỉ tiêu cho số liệu này.", "The document sets no target for these figures."
)
