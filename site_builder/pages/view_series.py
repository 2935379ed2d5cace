"""Reported values: the chart over time, the same as a table, and body by body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from site_builder.charts.spec import DataPoint, SparkChart, TargetMark, TimelineChart
from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.model.rows import STATE_WORDS, State
from site_builder.pages.chart_marks import break_marks, holds_now, paths, target_marks
from site_builder.pages.target_labels import NO_DOCUMENTS
from site_builder.pages.view import Ref, short_ref, text
from site_builder.pages.view_quantity import quantity
from site_builder.pages.view_target import period_words
from site_builder.progress.snapshot import IndicatorState, Observation, TargetState, UnitSum
from site_builder.terms.period import Period
from site_builder.terms.quantity import round_half_up
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class UnitCell:
    """One body's value for a period; `reported` tells a blank cell from no report."""

    value: Decimal | None
    reported: bool
    state: State | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One body across the periods of a `UnitTable`."""

    body: Ref
    cells: tuple[UnitCell, ...]


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Bodies by periods, with sums that say over how many bodies they run."""

    periods: tuple[Period, ...]
    rows: tuple[UnitRow, ...]
    sums: tuple[UnitSum | None, ...]
    illustrative: bool


def unit_table(repository: Repository, state: IndicatorState) -> UnitTable | None:
    """Each body's values; None where no body reports for itself."""
    if not state.unit_series:
        return None
    periods = tuple(sorted({o.period for s in state.unit_series.values() for o in s}))
    sums = {s.period: s for s in state.sums}
    return UnitTable(
        periods=periods,
        rows=tuple(
            UnitRow(short_ref(repository, body), unit_cells(series, periods))
            for body, series in state.unit_series.items()
        ),
        sums=tuple(sums.get(period) for period in periods) if sums else (),
        illustrative=any(o.state == "illustrative" for s in state.unit_series.values() for o in s),
    )


def unit_cells(
    series: tuple[Observation, ...], periods: tuple[Period, ...]
) -> tuple[UnitCell, ...]:
    """The values of a series for these periods."""
    by_period = {o.period: o for o in series}
    cells = []
    for period in periods:
        seen = by_period.get(period)
        if seen is None:
            cells.append(UnitCell(None, False, None))
        else:
            cells.append(UnitCell(seen.value, True, seen.state))
    return tuple(cells)


def timeline(
    state: IndicatorState, as_of: dt.date, documents: Mapping[str, Document] = NO_DOCUMENTS
) -> TimelineChart | None:
    """Actual values against targets on a true time axis; None where there is no line to draw."""
    indicator = state.indicator
    points = tuple(_point(state, o) for o in state.series if o.value is not None)
    marks = tuple(
        mark for target in state.targets for mark in target_marks(state, target, as_of, documents)
    )
    if len(points) + len(marks) < 2:
        return None
    name = text(indicator.name)
    return TimelineChart(
        id=f"tien-do-{indicator.id}",
        title=Text("{name} qua các kỳ", "{name} over time").fill(name=name),
        description=_description(len(points), marks),
        unit=text(indicator.unit),
        points=points,
        targets=marks,
        path=first if len(first := paths(state)[0]) > 1 else (),
        as_of=as_of,
        illustrative=state.illustrative,
        bars=indicator.measures == "flow",
        breaks=break_marks(state, documents),
    )


def spark(state: IndicatorState, as_of: dt.date) -> SparkChart | None:
    """The run of the values and the next target, for a table's cell; None without a value."""
    indicator = state.indicator
    points = tuple(_point(state, o) for o in state.series if o.value is not None)
    if not points:
        return None
    aims = [
        mark
        for target in state.targets
        if _same_periods(state, target) and holds_now(state, target, as_of)
        for mark in target_marks(state, target, as_of)
    ]
    comparable = sorted((a for a in aims if not a.other_population), key=lambda aim: aim.date)
    ahead = [aim for aim in comparable if aim.date > as_of] or comparable[-1:]
    name = text(indicator.name)
    return SparkChart(
        id=f"dong-{indicator.id}",
        title=Text("{name} qua các kỳ", "{name} over time").fill(name=name),
        description=Text("Mới nhất: {latest}.", "Latest: {latest}.").fill(latest=points[-1].label),
        points=points,
        target=ahead[0] if ahead else None,
        illustrative=any(point.state == "illustrative" for point in points),
        bars=indicator.measures == "flow",
        breaks=break_marks(state),
    )


def _same_periods(state: IndicatorState, target: TargetState) -> bool:
    """Whether its number can be held against each value: a year's against years, not quarters."""
    if state.indicator.measures != "flow":
        return True
    asked = {period.kind for period, _ in target.each}
    if not asked and target.period is not None:
        asked = {target.period.kind}
    return asked == {observation.period.kind for observation in state.series}


def _description(points: int, marks: tuple[TargetMark, ...]) -> Text:
    if not marks:
        return Text(
            "Số thực hiện ({points} kỳ) theo thời gian, không có mốc chỉ tiêu nào có ngày; "
            "bảng số đứng sau.",
            "Actual values ({points} periods) over time, no dated target; a table follows.",
        ).fill(points=points)
    others = sum(mark.other_population for mark in marks)
    apart = Text(
        ", trong đó {others} mốc đếm trên phạm vi khác với số liệu",
        ", {others} of them counting another population than the values",
    )
    return Text(
        "Số thực hiện ({points} kỳ) và chỉ tiêu ({marks} mốc{apart}) theo thời gian; "
        "bảng số đứng sau.",
        "Actual values ({points} periods) and targets ({marks}{apart}) over time; a table follows.",
    ).fill(
        points=points,
        marks=len(marks),
        apart=apart.fill(others=others) if others else Text("", ""),
    )


def _point(state: IndicatorState, observation: Observation) -> DataPoint:
    assert observation.value is not None, "blank values have no point"
    period = period_words(observation.period.text)
    value = quantity(round_half_up(observation.value, 2), state.indicator.unit)
    label = Text(f"{period.vi}: {value.vi}", f"{period.en}: {value.en}")
    if observation.state != "official":
        firmness = STATE_WORDS[observation.state]
        label = Text(f"{label.vi} ({firmness.vi})", f"{label.en} ({firmness.en})")
    return DataPoint(observation.period.end, observation.value, label, observation.state)
