"""An indicator: what is counted, towards what, how far, body by body, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.charts.spec import TimelineChart
from site_builder.model.base import Words
from site_builder.model.indicator import Baseline, Better, Measure
from site_builder.model.indicator import Indicator as IndicatorModel
from site_builder.model.rows import AssessmentRow
from site_builder.pages import paths, things
from site_builder.pages.indicator_glance import VERDICT_WORDS, Fact, glance
from site_builder.pages.indicator_parts import PartTable, part_table
from site_builder.pages.indicator_series import SeriesTable, series_table
from site_builder.pages.indicator_times import IndicatorTimes, indicator_times
from site_builder.pages.indicator_wanted import Wanted, wanted
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.plan import RemarkView, remark_views
from site_builder.pages.view import (
    HOME_CRUMB,
    ClauseRef,
    Ref,
    agency_ref,
    clause_ref,
    plan_crumb,
    plan_label,
    text,
)
from site_builder.pages.view_allocation import AllocationTable, allocation_table
from site_builder.pages.view_duty import EVERY_WORDS
from site_builder.pages.view_owed import OwedGroup, overdue, owed_groups, waiting
from site_builder.pages.view_series import UnitTable, timeline, unit_table
from site_builder.pages.view_target import TargetView, column, named, target_view
from site_builder.pages.view_verdict import headline_notes
from site_builder.progress.calendar import DATABLE
from site_builder.progress.snapshot import IndicatorState, Judgement, PlanState
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Text

MEASURE_WORDS: dict[Measure, Text] = {
    "stock": Text("mức tại một thời điểm", "level at a date"),
    "cumulative": Text("lũy kế trong cả kế hoạch", "cumulative over the plan"),
    "flow": Text("số của riêng từng kỳ", "count of each period on its own"),
    "ratio": Text("tỷ lệ, có tử số và mẫu số", "share, with numerator and denominator"),
    "milestone": Text("việc phải xong", "milestone"),
    "rank": Text("thứ hạng", "rank"),
    "index": Text("chỉ số", "index"),
    "rate": Text("tốc độ tăng, giảm", "growth rate"),
    "assessment": Text("đánh giá bằng lời, không tính bằng số", "assessed in words, not computed"),
}
BETTER_WORDS: dict[Better, Text] = {
    "more": Text("càng cao càng tốt", "higher is better"),
    "less": Text("càng thấp càng tốt", "lower is better"),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, of whom, by whom and how often."""

    measure: Text
    better: Text | None
    unit: Words
    population: Words | None
    numerator: Words | None
    denominator: Words | None
    within: Ref | None
    every: Text | None
    whole: Ref
    baseline: Baseline | None
    baseline_clause: ClauseRef | None
    note: Words | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A named person's verdict on a target in words."""

    target: Text
    verdict: Text
    row: AssessmentRow


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """Everything on an indicator's page, in the order in which it stands there."""

    id: str
    plan_id: str
    name: Words
    plan_label: Text
    plan_path: str
    objective: Words
    objective_clause: ClauseRef
    clause: ClauseRef | None
    statement: Words | None
    headline: Judgement | None
    """None for a fact that the document prints and sets no target for."""
    notes: tuple[Text, ...]
    """What must stand beside the status."""
    glance: tuple[Fact, ...]
    percent: bool
    ratio: bool
    targets: tuple[TargetView, ...]
    times: IndicatorTimes
    chart: TimelineChart | None
    """None where nothing was reported: targets alone are better read than drawn."""
    series: SeriesTable | None
    wanted: Wanted | None
    units: UnitTable | None
    parts: PartTable | None
    counted: Counted
    allocation: AllocationTable | None
    assessments: tuple[Assessment, ...]
    owed: tuple[OwedGroup, ...]
    waiting: tuple[OwedGroup, ...]
    """Figures of periods that are over, not due yet."""
    owed_datable: bool
    """Whether the document prints an interval by which a missing figure can be told."""
    duties: tuple[Ref, ...]
    remarks: tuple[RemarkView, ...]
    own_data: str
    """The file of its values alone."""


def pages(context: Context) -> Iterable[Page]:
    """One page for each indicator of each plan."""
    for plan in context.snapshot.plans.values():
        for state in plan.indicators:
            yield page(context, plan, state)


def page(context: Context, plan: PlanState, state: IndicatorState) -> Page:
    """The page of one indicator."""
    indicator = state.indicator
    name = text(indicator.name)
    return Page(
        path=paths.indicator(plan.plan_id, indicator.id),
        kind=KIND.name,
        title=name,
        description=Text(
            "{name}: chỉ tiêu, số thực hiện và cách đánh giá. {plan}.",
            "{name}: targets, actual values and how they are judged. {plan}.",
        ).fill(name=name, plan=plan_label(plan.plan)),
        data=indicator_data(context, plan, state),
        crumbs=(HOME_CRUMB, plan_crumb(plan.plan_id, plan.plan)),
        illustrative=state.illustrative,
        finds=(Find("indicator", name, excerpt=_excerpt(plan, state), also=_also(state)),),
        about=things.indicator(plan.plan_id, indicator, illustrative=state.illustrative),
        picture=paths.picture(plan.plan_id),
    )


def _also(state: IndicatorState) -> tuple[str, ...]:
    """The id, and the numbers of its targets: `22.000` as the documents write it, and `22000`."""
    targets = state.indicator.targets.values()
    numbers = [n for one in targets for n in one.between or (one.value,) if n is not None]
    names = (name for n in numbers for name in (format_number(n, "vi"), f"{n:f}"))
    return tuple(dict.fromkeys((state.indicator.id, *names)))


def _excerpt(plan: PlanState, state: IndicatorState) -> Text:
    """The plan, and the statement or of whom it counts."""
    indicator = state.indicator
    said = indicator.statement or indicator.population
    label = plan_label(plan.plan)
    if said is None:
        return label
    return Text("{plan}: {said}", "{plan}: {said}").fill(plan=label, said=text(said))


def indicator_data(context: Context, plan: PlanState, state: IndicatorState) -> IndicatorData:
    """What the page of an indicator shows."""
    repository = context.snapshot.repository
    indicator, plan_id = state.indicator, plan.plan_id
    return IndicatorData(
        name=indicator.name,
        id=indicator.id,
        plan_id=plan_id,
        plan_label=plan_label(plan.plan),
        plan_path=paths.plan(plan_id),
        objective=state.objective.title,
        objective_clause=clause_ref(plan_id, state.objective.clause),
        clause=clause_ref(plan_id, indicator.clause) if indicator.clause else None,
        statement=indicator.statement,
        headline=state.headline if state.targets else None,
        notes=headline_notes(state, context.as_of),
        glance=glance(state, context.as_of, repository.documents),
        percent=indicator.unit.vi == "%",
        ratio=indicator.measures == "ratio",
        targets=tuple(
            target_view(plan_id, indicator, target, repository.documents)
            for target in state.targets
        ),
        times=indicator_times(repository, state, context.as_of),
        chart=timeline(state, context.as_of, repository.documents) if state.latest else None,
        series=series_table(state),
        wanted=wanted(context, plan, state),
        units=unit_table(repository, state),
        parts=part_table(state),
        counted=_counted(context, plan, state),
        allocation=_allocation(context, plan, state),
        assessments=tuple(
            Assessment(_aim(indicator, row.target), VERDICT_WORDS[row.verdict], row)
            for row in state.assessments
        ),
        owed=owed_groups(context.snapshot, overdue(state.owed)),
        waiting=owed_groups(context.snapshot, waiting(state.owed)),
        owed_datable=indicator.every in DATABLE,
        duties=tuple(
            Ref(duty.task, paths.duty(plan_id, duty.id))
            for duty in plan.plan.duties
            if indicator.id in duty.indicators
        ),
        remarks=remark_views(context, plan_id, plan.plan, about=indicator.id),
        own_data=paths.indicator_data(plan_id, indicator.id),
    )


def _aim(indicator: IndicatorModel, key: str) -> Text:
    """The target that an assessment is about; one that was ended is called by its date."""
    known = indicator.targets.get(key)
    return column(key) if known is None else named(key, known)


def _counted(context: Context, plan: PlanState, state: IndicatorState) -> Counted:
    indicator = state.indicator
    baseline = indicator.baseline
    printed = baseline.clause if baseline else None
    judged_by_number = indicator.measures not in ("milestone", "assessment")
    return Counted(
        measure=MEASURE_WORDS[indicator.measures],
        better=BETTER_WORDS[indicator.better] if judged_by_number and state.targets else None,
        unit=indicator.unit,
        population=indicator.population,
        numerator=indicator.numerator,
        denominator=indicator.denominator,
        within=_within(plan, indicator),
        every=EVERY_WORDS[indicator.every] if indicator.every else None,
        whole=agency_ref(context.snapshot.repository, state.whole),
        baseline=baseline,
        baseline_clause=clause_ref(plan.plan_id, printed) if printed else None,
        note=indicator.note,
    )


def _within(plan: PlanState, indicator: IndicatorModel) -> Ref | None:
    for other in plan.plan.indicators():
        if other.id == indicator.within:
            return Ref(other.name, paths.indicator(plan.plan_id, other.id))
    return None


def _allocation(context: Context, plan: PlanState, state: IndicatorState) -> AllocationTable | None:
    allocation = state.indicator.allocation
    if allocation is None:
        return None
    repository = context.snapshot.repository
    return allocation_table(repository, plan, allocation.clause, [state], with_baselines=False)


KIND = PageKind(
    name="indicator", title=Text("Chỉ tiêu", "Indicator"), template="indicator.html", pages=pages
)
