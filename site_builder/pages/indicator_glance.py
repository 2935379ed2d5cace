"""An indicator at one glance: the newest figure, what was expected, and what comes next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.base import Words
from site_builder.model.document import Document
from site_builder.model.indicator import Indicator, Measure
from site_builder.model.rows import State, Verdict
from site_builder.pages.chart_marks import holds_now
from site_builder.pages.target_labels import NO_DOCUMENTS, qualifier
from site_builder.pages.view_quantity import quantity, quantity_bare
from site_builder.pages.view_target import amount, deadline, period_words
from site_builder.pages.view_verdict import partial_sum, period_count
from site_builder.progress import wording
from site_builder.progress.snapshot import IndicatorState, Observation, TargetState
from site_builder.progress.trajectory import same_subject
from site_builder.terms.quantity import round_half_up
from site_builder.terms.text import Text, borrowed

VERDICT_WORDS: dict[Verdict, Text] = {
    "met": Text("đạt", "met"),
    "not_met": Text("không đạt", "not met"),
    "not_assessed": Text("chưa đánh giá", "not assessed"),
}
POINTS = Words(vi="điểm phần trăm", en="percentage points")
_MEASURED: tuple[Measure, ...] = ("stock", "cumulative", "ratio")
"""Measures whose distance to a target is told in their own unit."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer at the head of the page."""

    label: Text
    value: Text
    note: Text | None = None
    state: State | None = None
    """How firm it is, where that is known."""
    unknown: bool = False


def glance(
    state: IndicatorState, as_of: dt.date, documents: Mapping[str, Document] = NO_DOCUMENTS
) -> tuple[Fact, ...]:
    """What the head of the page says besides the status; `documents` name who set a number."""
    facts = (
        _newest(state),
        _expected(state, as_of),
        _periods(state, as_of),
        _aim(state, as_of, documents),
    )
    return tuple(fact for fact in facts if fact is not None)


def _newest(state: IndicatorState) -> Fact:
    label = Text("Mới nhất", "Latest")
    latest = state.latest
    if latest is not None:
        note, partial = _told(latest), partial_sum(state, latest)
        if partial is not None:
            note = Text("{note}; {partial}", "{note}; {partial}").fill(note=note, partial=partial)
        return Fact(label, _value(state.indicator, latest), note, latest.state)
    if state.assessments:
        row = state.assessments[-1]
        day = wording.day(row.assessed_on.end)
        note = Text("{who}, ngày {day}", "{who}, {day}").fill(
            who=borrowed(row.assessor, None), day=day
        )
        words = Text("Đánh giá gần nhất", "Latest assessment")
        return Fact(words, VERDICT_WORDS[row.verdict], note, row.state)
    if in_words(state):
        return Fact(label, Text("chưa có đánh giá", "not assessed yet"), unknown=True)
    return Fact(label, Text("chưa có số liệu", "no figure yet"), unknown=True)


def in_words(state: IndicatorState) -> bool:
    """Whether people assess it and nothing is counted."""
    words = [t.target.in_words is not None for t in state.targets]
    return state.indicator.measures == "assessment" or (bool(words) and all(words))


def _told(latest: Observation) -> Text:
    period = period_words(latest.period.text)
    told = latest.row.reported_on
    if told is None:
        return period
    words = Text("{period}, gửi ngày {day}", "{period}, reported {day}")
    return words.fill(period=period, day=wording.day(told.end))


def _value(indicator: Indicator, seen: Observation) -> Text:
    assert seen.value is not None, "the latest value is a number"
    return quantity(round_half_up(seen.value, 1 if _is_share(indicator) else 2), indicator.unit)


def _is_share(indicator: Indicator) -> bool:
    return indicator.unit.vi == "%"


def places(indicator: Indicator) -> int:
    """How many decimals a computed figure is shown with: none where things are counted whole."""
    return 0 if indicator.counts_whole else 1


def _expected(state: IndicatorState, as_of: dt.date) -> Fact | None:
    judged, target = state.headline, state.headline_target
    if target is None or not _lies_ahead(target, as_of) or target.observation is None:
        return None
    if judged.expected is None or judged.actual is None:
        return None
    indicator = state.indicator
    expected = round_half_up(judged.expected, places(indicator))
    notes = [_against(indicator, judged.actual - judged.expected)]
    if target.target.since is not None:
        # What is compared is a sum, which stands nowhere else in this row.
        sum_ = quantity(round_half_up(judged.actual, places(indicator)), indicator.unit)
        notes.insert(0, Text("cộng dồn đã được {sum}", "{sum} in all so far").fill(sum=sum_))
    if judged.pace is not None:
        pace = quantity_bare(round_half_up(judged.pace, 2))
        notes.append(Text("nhịp độ {pace}", "pace {pace}").fill(pace=pace))
    return Fact(
        Text("Kỳ vọng đến cuối kỳ ấy", "Expected by then"),
        quantity(expected, indicator.unit),
        Text("; ".join(n.vi for n in notes), "; ".join(n.en for n in notes)),
    )


def _against(indicator: Indicator, gap: Decimal) -> Text:
    shown = round_half_up(abs(gap), places(indicator))
    if not shown:
        return Text("thực hiện đúng bằng mức ấy", "the actual figure equals it")
    words = (
        Text("thực hiện cao hơn {gap}", "actual is higher by {gap}")
        if gap > 0
        else Text("thực hiện thấp hơn {gap}", "actual is lower by {gap}")
    )
    return words.fill(gap=quantity(shown, distance_unit(indicator)))


def distance_unit(indicator: Indicator) -> Words:
    """The unit in which two values of an indicator differ."""
    return POINTS if _is_share(indicator) else indicator.unit


def _lies_ahead(target: TargetState, as_of: dt.date) -> bool:
    return target.period is None or target.period.end > as_of


def _periods(state: IndicatorState, as_of: dt.date) -> Fact | None:
    target = state.headline_target
    if target is None:
        return None
    count = period_count(target, as_of)
    if not count.over:
        return None
    unknown = count.unknown == count.over
    note = Text("mỗi kỳ xét riêng", "each period on its own")
    label = Text("Số kỳ đạt", "Periods met")
    return Fact(label, count.words, None if unknown else note, unknown=unknown)


def _when(target: TargetState, documents: Mapping[str, Document]) -> Text:
    """By when, and what tells it from other targets of that date."""
    due, apart = deadline(target.period), qualifier(target.key, target.target, documents)
    return (
        due
        if apart is None
        else Text("{due}; {apart}", "{due}; {apart}").fill(due=due, apart=apart)
    )


def _aim(state: IndicatorState, as_of: dt.date, documents: Mapping[str, Document]) -> Fact | None:
    target = state.headline_target
    if target is None:
        return None
    label = Text("Mốc đã qua", "Last milestone, past")
    if target.ended is not None:
        label = Text("Mốc gần nhất, không còn hiệu lực", "Latest milestone, no longer in force")
        return Fact(label, amount(state.indicator, target.target), deadline(target.period))
    if target.period is None:
        label = Text("Chỉ tiêu", "Target")
    elif target.period.end > as_of:
        label = Text("Mốc kế tiếp", "Next milestone")
    gap = _gap(state, target, as_of)
    note = _when(target, documents)
    if gap is not None:
        note = Text("{due}, {gap}", "{due}, {gap}").fill(due=note, gap=gap)
    return Fact(label, amount(state.indicator, target.target), note)


def _gap(state: IndicatorState, target: TargetState, as_of: dt.date) -> Text | None:
    """How far the newest figure is from a target still ahead, where both count the same."""
    latest, aim, indicator = state.latest, target.target.value, state.indicator
    if latest is None or latest.value is None or aim is None or target.target.each:
        return None
    ahead = target.period is not None and target.period.end > as_of
    if not ahead or indicator.measures not in _MEASURED:
        return None
    if not same_subject(indicator, target.target) or target.target.relative is not None:
        return None
    if not holds_now(state, target, as_of):
        return None
    more = indicator.better == "more"
    left = aim - latest.value if more else latest.value - aim
    shown = round_half_up(left, places(indicator))
    if shown <= 0:
        return None
    return Text("còn cách {gap}", "{gap} to go").fill(gap=quantity(shown, distance_unit(indicator)))
