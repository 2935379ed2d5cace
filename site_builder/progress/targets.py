"""The status of each target, by what it compares and by what its indicator measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.indicator import Indicator, Target, target_period
from site_builder.model.plan import Plan
from site_builder.model.rows import AssessmentRow
from site_builder.progress import ratios, sentences, wording
from site_builder.progress.every import each_period, judge_each
from site_builder.progress.flows import judge_flow
from site_builder.progress.goals import Goal, goal_of
from site_builder.progress.levels import Case, Judged, judge_level
from site_builder.progress.milestones import judge_milestone
from site_builder.progress.observations import Series
from site_builder.progress.snapshot import Judgement, TargetState
from site_builder.progress.trajectory import NO_TRAJECTORY, Trajectory, same_subject
from site_builder.progress.words import judge_in_words
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Scene:
    """An indicator with what is known of it: what every one of its targets is judged by."""

    plan: Plan
    indicator: Indicator
    whole: str
    series: Series
    path: Trajectory
    assessments: tuple[AssessmentRow, ...]
    as_of: dt.date


def target_states(scene: Scene) -> tuple[TargetState, ...]:
    """Every target of the indicator: dated ones first, earliest first, then undated."""
    keys = sorted(scene.indicator.targets, key=_order)
    return tuple(_state(scene, key, scene.indicator.targets[key]) for key in keys)


def _order(key: str) -> tuple[dt.date, dt.date, str]:
    period = target_period(key)
    if period is None:
        return dt.date.max, dt.date.max, key
    return period.end, period.start, key


def _state(scene: Scene, key: str, target: Target) -> TargetState:
    period = target_period(key)
    if target.each is not None and scene.indicator.measures != "assessment":
        return _each_state(scene, key, target, period)
    judgement, observation = _judge(scene, key, target, period)
    return TargetState(key, target, period, judgement, observation=observation)


def _judge(scene: Scene, key: str, target: Target, period: Period | None) -> Judged:
    if target.in_words is not None or scene.indicator.measures == "assessment":
        bodies = (scene.whole, scene.plan.issuer)
        judged = judge_in_words(scene.assessments, key, bodies, period, scene.as_of)
        return judged, None
    if not same_subject(scene.indicator, target):
        return _other_subject(scene.indicator, target), None
    goal = goal_of(target, scene.indicator.better)
    if goal is None:
        return judge_milestone(scene.series, period, scene.as_of)
    return judge_goal(scene, goal, period, scene.path)


def judge_goal(scene: Scene, goal: Goal, period: Period | None, path: Trajectory) -> Judged:
    """A numeric goal at a period's end: flows by that period alone, the rest as levels."""
    unit = wording.wording(scene.indicator.unit)
    measures = scene.indicator.measures
    if measures == "flow" and period is not None:
        return judge_flow(goal, scene.series, period, unit, scene.as_of)
    due = None if period is None else period.end
    counted = ratios.counted_of(scene.plan, scene.indicator) if measures == "ratio" else None
    case = Case(goal, due, scene.series, path, measures, unit, scene.as_of, counted)
    return judge_level(case)


def _each_state(scene: Scene, key: str, target: Target, due: Period | None) -> TargetState:
    goal = goal_of(target, scene.indicator.better)
    refused = _refused_each(scene.indicator, target, goal)
    if goal is None or refused is not None:
        judgement = refused or Judgement(Status.INSUFFICIENT, (_NO_EACH,))
        return TargetState(key, target, due, judgement)
    found = each_period(scene.plan, target, due, scene.as_of)
    judgement, each = judge_each(
        found, lambda period: _one_period(scene, goal, period), due, scene.as_of
    )
    return TargetState(key, target, due, judgement, each)


def _refused_each(indicator: Indicator, target: Target, goal: Goal | None) -> Judgement | None:
    if not same_subject(indicator, target):
        return _other_subject(indicator, target)
    if goal is None or indicator.measures in ("cumulative", "milestone"):
        return Judgement(Status.INSUFFICIENT, (_NO_EACH,))
    return None


def _one_period(scene: Scene, goal: Goal, period: Period) -> Judgement:
    """One period of an each-target: figures of other periods are never used for it."""
    if scene.indicator.measures == "flow":
        return judge_goal(scene, goal, period, NO_TRAJECTORY)[0]
    inside = tuple(o for o in scene.series if period.contains(o.period) and o.value is not None)
    over = period.end <= scene.as_of
    if not inside:
        status = Status.NO_DATA if over else Status.NOT_YET_DUE
        return Judgement(status, (_NOTHING.fill(period=wording.period(period)),))
    unit = wording.wording(scene.indicator.unit)
    measures = scene.indicator.measures
    case = Case(goal, period.end, inside, NO_TRAJECTORY, measures, unit, scene.as_of)
    return judge_level(case)[0]


def _other_subject(indicator: Indicator, target: Target) -> Judgement:
    own, theirs = indicator.population, target.population
    if target.unit is not None and (theirs is None or own == theirs):
        own, theirs = indicator.unit, target.unit
    line = sentences.OTHER_SUBJECT.fill(
        target=wording.wording(theirs) if theirs is not None else sentences.UNSTATED,
        own=wording.wording(own) if own is not None else sentences.UNSTATED,
    )
    return Judgement(Status.INSUFFICIENT, (line,))


def headline(states: tuple[TargetState, ...], as_of: dt.date) -> TargetState | None:
    """The next target not yet due; else one without a date; else the last one."""
    for state in states:
        if state.period is not None and state.period.end > as_of:
            return state
    return states[-1] if states else None


def no_target(series: Series) -> Judgement:
    """What stands for the judgement of an indicator without any target."""
    return Judgement(
        Status.NOT_ASSESSED,
        (_NO_TARGET,),
        any(o.state == "illustrative" for o in series),
    )


_NO_EACH = Text(
    "Chuỗi lũy kế hoặc mốc công việc không cho biết số của từng kỳ nên không xét theo kỳ được.",
    "A cumulative count or a milestone does not tell each period's own figure.",
)
_NOTHING = Text("Chưa có số liệu của {period}.", "No figure for {period}.")
_NO_TARGET = Text(
    "Văn bản không đặt chỉ tiêu cho số liệu này.", "The document sets no target for these figures."
)
