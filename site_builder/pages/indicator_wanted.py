"""An indicator of which nothing is known: who is to send what, and since when it is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.model.base import Unknown, Words
from site_builder.model.indicator import Indicator
from site_builder.model.rows import ASSESSMENT_COLUMNS, COLUMN_WORDS, PROGRESS_COLUMNS
from site_builder.pages.indicator_glance import in_words
from site_builder.pages.page import Context
from site_builder.pages.view import Ref, agency_ref, text
from site_builder.pages.view_target import deadline
from site_builder.pages.view_verdict import period_count
from site_builder.progress.snapshot import IndicatorState, PlanState, TargetState
from site_builder.terms.period import Period
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of the row that is wanted."""

    name: str
    exact: str
    """What must stand there, to the letter; empty where only the sender knows."""
    words: Text


@dataclass(frozen=True, slots=True)
class Wanted:
    """The row that would end the silence."""

    who: Ref
    assessment: bool
    """Whether a person's verdict is wanted and not a figure."""
    passed: tuple[Text, ...]
    """The deadlines that passed with nothing known, in words."""
    periods: int
    """How many periods of a target of every year (or quarter) are over with nothing known."""
    since: dt.date | None
    """The day of the first of them; None where none has passed."""
    issued: Period | None
    """When the plan was issued, where that is known."""
    folder: str
    columns: tuple[Column, ...]
    example: str
    """The header and the row as they would stand in the file, with gaps to fill."""


def wanted(context: Context, plan: PlanState, state: IndicatorState) -> Wanted | None:
    """What would have to be sent; None where something is known or nothing is asked."""
    if not state.targets or state.latest is not None or state.assessments:
        return None
    passed = [target for target in state.targets if _has_passed(target, context.as_of)]
    assessment = in_words(state)
    columns = _assessment_row(state) if assessment else _progress_row(context, state)
    folder = "assessments" if assessment else "progress"
    issued = plan.plan.issued
    return Wanted(
        who=agency_ref(context.snapshot.repository, state.whole),
        assessment=assessment,
        passed=tuple(deadline(target.period) for target in passed),
        periods=sum(period_count(target, context.as_of).over for target in state.targets),
        since=_since(state, passed, context.as_of),
        issued=None if isinstance(issued, Unknown) else issued,
        folder=f"data/{plan.plan_id}/{folder}/",
        columns=columns,
        example=_example(columns),
    )


def _has_passed(target: TargetState, as_of: dt.date) -> bool:
    return target.period is not None and target.period.end < as_of


def _since(state: IndicatorState, passed: Sequence[TargetState], as_of: dt.date) -> dt.date | None:
    days = [target.period.end for target in passed if target.period is not None]
    days += [p.end for target in state.targets for p, _ in target.each if p.end <= as_of]
    return min(days, default=None)


def _progress_row(context: Context, state: IndicatorState) -> tuple[Column, ...]:
    indicator = state.indicator
    ratio = indicator.measures == "ratio"
    words = dict(COLUMN_WORDS)
    if ratio:
        words["numerator"] = _counted("numerator", indicator.numerator)
        words["denominator"] = _counted("denominator", indicator.denominator)
    else:
        words["value"] = _amount(indicator)
    exact = {
        "indicator": indicator.id,
        "agency": state.whole,
        "period": _period(context, state),
        "state": "official",
    }
    empty = ("value",) if ratio else ("numerator", "denominator")
    names = tuple(name for name in PROGRESS_COLUMNS if name not in empty)
    return _columns(names, exact, words)


def _assessment_row(state: IndicatorState) -> tuple[Column, ...]:
    exact = {
        "indicator": state.indicator.id,
        "agency": state.whole,
        "target": state.targets[0].key,
        "state": "official",
    }
    return _columns(ASSESSMENT_COLUMNS, exact, COLUMN_WORDS)


def _columns(
    names: Sequence[str], exact: dict[str, str], words: dict[str, Text]
) -> tuple[Column, ...]:
    return tuple(Column(name, exact.get(name, ""), words[name]) for name in names)


def _counted(name: str, counted: Words | None) -> Text:
    if counted is None:
        return COLUMN_WORDS[name]
    return Text("{what}: {counted}", "{what}: {counted}").fill(
        what=COLUMN_WORDS[name], counted=text(counted)
    )


def _amount(indicator: Indicator) -> Text:
    if indicator.measures == "milestone":
        return Text("1: đã xong; 0: chưa xong", "1: done; 0: not done")
    return Text("số {unit}, viết như máy đọc: 22000; 45.5", "the {unit}, as a plain number").fill(
        unit=text(indicator.unit)
    )


def _period(context: Context, state: IndicatorState) -> str:
    """The oldest period that is owed, else that of the first target, else the year."""
    if state.owed:
        return state.owed[0].period.text
    dated = [target.key for target in state.targets if target.period is not None]
    return dated[0] if dated else str(context.as_of.year)


def _example(columns: tuple[Column, ...]) -> str:
    header = ",".join(column.name for column in columns)
    return f"{header}\n{','.join(column.exact for column in columns)}"
