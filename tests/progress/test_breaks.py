"""Nothing runs across a break of a series: no pace, no sum, no line, no figure of the other side."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.indicator import Break, Indicator
from site_builder.model.rows import ProgressRow
from site_builder.progress.breaks import segments, with_known_breaks
from site_builder.progress.sides import Sides
from site_builder.progress.snapshot import IndicatorState
from site_builder.terms.period import parse_period
from site_builder.terms.status import Status
from tests.progress import make
from tests.progress.make import indicator_state, lines, row

DAY = dt.date.fromisoformat
CUT = {"from": "2025-07-01", "why": "bỏ cấp huyện"}
STOCK: dict[str, Any] = {
    "baseline": {"period": "2021", "value": 20000},
    "targets": {"2023": {"about": 22000}, "2030": {"at_least": 29000}},
    "breaks": [CUT],
}
FIGURES = (row("2023", 21900), row("2024", 22500), row("2025", 9000), row("2026", 9300))


def _indicator(**fields: Any) -> dict[str, Any]:
    return {**STOCK, **fields}


def _held(**fields: Any) -> list[dict[str, Any]]:
    return [{**CUT, "targets_hold": "true", **fields}]


def _points(path: tuple[tuple[dt.date, Decimal], ...]) -> str:
    return ", ".join(f"{day} {value}" for day, value in path)


def test_a_target_set_before_a_break_is_not_held_against_figures_after_it() -> None:
    early, late = indicator_state(STOCK, "2026-12-31", *FIGURES).targets

    assert early.judgement.status is Status.MET
    assert late.judgement.status is Status.INSUFFICIENT
    assert late.observation is None
    assert lines(late.judgement) == (
        "Chuỗi số liệu ngắt từ ngày 01/7/2025 (bỏ cấp huyện): chỉ tiêu đặt trước ngày ấy không so "
        "được với số liệu sau."
    )


def test_a_break_still_to_come_is_not_known() -> None:
    state = indicator_state(STOCK, "2025-06-30", *FIGURES)

    assert state.breaks == () and state.indicator.breaks == ()
    assert state.targets[1].judgement.pace is not None


def test_a_break_is_known_from_the_day_of_its_document() -> None:
    broken = _indicator(breaks=[{**CUT, "from": "2025-03-01", "document": "nq", "clause": "1"}])
    documents = {"nq": {"kind": "Nghị quyết", "number": "202/2025/QH15", "issued": "2025-06-12"}}
    before = indicator_state(broken, "2025-06-11", *FIGURES, documents=documents)
    after = indicator_state(broken, "2025-06-12", *FIGURES, documents=documents)

    assert not before.breaks
    assert [one.start.text for one in after.breaks] == ["2025-03-01"]
    assert "(bỏ cấp huyện; theo 202/2025/QH15, mục 1)" in lines(after.targets[1].judgement)
    assert not indicator_state(broken, "2026-01-01", *FIGURES).breaks  # an unlisted document


def test_a_target_that_holds_is_paced_anew_from_the_first_figure_after_the_break() -> None:
    state = indicator_state(_indicator(breaks=_held()), "2026-12-31", *FIGURES)
    late = state.targets[1].judgement

    assert state.starts == ((DAY("2025-12-31"), Decimal(9000)),)
    assert state.start == state.starts[0]
    assert _points(state.trajectory) == "2025-12-31 9000, 2030-12-31 29000"
    assert _points(state.paths[0]) == "2021-12-31 20000, 2023-12-31 22000, 2030-12-31 29000"
    # 365 of the 1 826 days: 9 000 + 20 000 × 365 ÷ 1 826 = 12 997,8; 300 ÷ 3 997,8 = 0,075.
    assert late.status is Status.FAR_BEHIND
    assert late.pace is not None and round(late.pace, 3) == Decimal("0.075")
    assert "chỉ xét số liệu từ ngày ấy, tiến độ tính lại" in lines(late)
    assert "Giá trị gốc: 9.000 (năm 2025)." in lines(late)


def test_a_declared_baseline_starts_the_new_series() -> None:
    held = _held(baseline={"period": "2025-07-01", "value": 8800})
    state = indicator_state(_indicator(breaks=held), "2026-12-31", *FIGURES)

    assert state.starts == ((DAY("2025-07-01"), Decimal(8800)),)
    assert "Giá trị gốc: 8.800 (đến 01/7/2025, in trong văn bản)." in lines(
        state.targets[1].judgement
    )


def test_with_its_first_figure_alone_no_pace_is_told() -> None:
    state = indicator_state(_indicator(breaks=_held()), "2026-12-31", *FIGURES[:3])

    assert state.targets[1].judgement.status is Status.INSUFFICIENT
    assert "không muộn hơn mốc gốc 31/12/2025" in lines(state.targets[1].judgement)


def test_at_its_date_the_figure_of_the_other_side_is_not_used() -> None:
    indicator = _indicator(targets={"2025": {"at_least": 24000}}, breaks=_held())
    (target,) = indicator_state(indicator, "2026-01-31", row("2025-H1", 25000)).targets

    assert target.judgement.status is Status.NO_DATA
    assert target.observation is None


def test_a_target_set_after_the_break_is_compared() -> None:
    amendments = [
        {
            "document": "sua",
            "in_force": "2025-10-01",
            "changes": [{"what": "targets/chi-so/2030", "from": "at_least 29000", "to": "…"}],
        }
    ]
    documents = {"sua": {"kind": "Kế hoạch", "number": "9/KH", "issued": "2025-09-20"}}
    state = indicator_state(
        STOCK, "2026-12-31", *FIGURES, amendments=amendments, documents=documents
    )
    late = state.targets[1].judgement

    assert late.status is Status.FAR_BEHIND
    assert "ngắt" not in lines(late)
    # A changed clause sets no target.
    amendments[0]["changes"] = [{"what": "targets/chi-so/2030/clause", "from": "I", "to": "II"}]
    state = indicator_state(
        STOCK, "2026-12-31", *FIGURES, amendments=amendments, documents=documents
    )
    assert state.targets[1].judgement.status is Status.INSUFFICIENT


def test_a_flow_is_never_summed_over_a_break() -> None:
    flow = {"measures": "flow", "targets": {"2025": {"at_least": 100}}, "breaks": _held()}
    parts = (row("2025-H1", 60), row("2025-H2", 70))
    (target,) = indicator_state(flow, "2026-01-31", *parts).targets

    assert target.judgement.status is Status.INSUFFICIENT
    assert target.judgement.actual is None
    assert "giữa năm 2025: không cộng, không so sánh qua chỗ ngắt" in lines(target.judgement)
    half = {**flow, "targets": {"2025-H2": {"at_least": 70}}}
    (target,) = indicator_state(half, "2026-01-31", *parts).targets
    assert target.judgement.status is Status.MET


def test_of_every_year_those_before_the_break_stand() -> None:
    flow = {
        "measures": "flow",
        "targets": {"2026": {"at_least": 25, "each": "year"}},
        "breaks": [CUT],
    }
    figures = tuple(row(str(year), 30) for year in range(2022, 2027))
    (target,) = indicator_state(flow, "2027-01-31", *figures).targets

    assert [judged.status for _, judged in target.each] == [
        *([Status.EXCEEDED] * 3), Status.INSUFFICIENT, Status.INSUFFICIENT,
    ]  # fmt: skip
    assert target.judgement.status is Status.INSUFFICIENT


def test_a_period_with_a_break_inside_is_a_level_at_its_end_or_nothing() -> None:
    cut = (Break.model_validate(CUT),)
    year, half = parse_period("2025"), parse_period("2025-H2")

    assert Sides(cut, "stock").usable(year) and Sides(cut, "cumulative").usable(year)
    assert not Sides(cut, "flow").usable(year) and not Sides(cut, "ratio").usable(year)
    assert Sides(cut, "flow").usable(half)


def test_units_are_not_summed_over_a_break() -> None:
    indicator = {
        "measures": "flow",
        "targets": {"2025": {"bare": 100}},
        "breaks": [CUT],
        "allocation": {"clause": "I", "period": "2025", "shares": {"a": 60, "b": 40}},
    }
    figures = [row(p, 10, agency=unit) for p in ("2024", "2025") for unit in ("a", "b")]
    state = indicator_state(indicator, "2026-01-31", *figures)

    assert [one.period.text for one in state.sums] == ["2024"]
    assert {share.judgement.status for share in state.shares} == {Status.INSUFFICIENT}
    assert "chỉ tiêu đặt trước ngày ấy" in lines(state.shares[0].judgement)


def test_a_plan_known_on_a_day_lacks_the_breaks_nobody_knew() -> None:
    plan = make.plan(STOCK)

    assert not next(iter(with_known_breaks(plan, {}, DAY("2025-06-30")).indicators())).breaks
    assert with_known_breaks(plan, {}, DAY("2025-07-01")) == plan
    assert with_known_breaks(make.plan({}), {}, DAY("2025-07-01")) == make.plan({})


def test_segments_part_a_series_at_its_breaks() -> None:
    state = indicator_state(STOCK, "2026-12-31", *FIGURES)

    parted = segments(state.series, state.breaks, "stock")
    assert [[o.period.text for o in part] for part in parted] == [
        ["2023", "2024"],
        ["2025", "2026"],
    ]


# Whatever is changed on one side of the break, nothing is judged otherwise on the other.

MEASURES = st.sampled_from(["stock", "cumulative", "flow", "ratio", "rank", "index", "rate"])
YEARS = range(2019, 2030)
VALUES = st.integers(0, 100)


@st.composite
def _indicators(draw: st.DrawFn) -> dict[str, Any]:
    measures = draw(MEASURES)
    due = draw(st.sampled_from(["2022", "2024", "2025", "2027", "2029", "undated"]))
    target: dict[str, Any] = {draw(st.sampled_from(["at_least", "about", "bare"])): draw(VALUES)}
    if measures == "flow" and due != "undated" and draw(st.booleans()):
        target["since"] = draw(st.sampled_from(["2020", "2021", "2026"]))
    elif measures in ("flow", "ratio", "rate") and draw(st.booleans()):
        target["each"] = "year"
    elif draw(st.booleans()):
        target["relative"] = {
            "as": draw(st.sampled_from(["increase_by", "decrease_percent", "times"])),
            "to": draw(st.sampled_from(["2020", "2021", "2026"])),
        }
    cuts = draw(st.lists(st.sampled_from(["2023-01-01", "2025-07-01", "2026-04-01"]), max_size=2,
                         unique=True))  # fmt: skip
    cuts = sorted({*cuts, "2025-07-01"})
    return {
        "measures": measures,
        "baseline": draw(st.sampled_from([None, {"period": "2020"}, {"period": "2026"}])),
        "breaks": [
            {"from": day, "why": "đổi cách đếm", "targets_hold": draw(st.booleans())}
            for day in cuts
        ],
        "targets": {due: target},
        "allocation": {"clause": "I", "period": "2027", "shares": {"a": 5}},
    }


def _row(measures: str, period: str, value: int, agency: str) -> ProgressRow:
    if measures == "ratio":
        return row(period, None, numerator=value, denominator=100, agency=agency)
    return row(period, value, agency=agency)


def _shown(state: IndicatorState, side: int) -> object:
    """Everything said on one side of the breaks."""
    sides = Sides(state.breaks, state.indicator.measures)
    return (
        # That of every year counts the judgements of its years, on whatever side each lies.
        [t.judgement for t in state.targets
         if not t.each and sides.of_day(t.period.end if t.period else None) == side],
        [j for t in state.targets for p, j in t.each if sides.of_day(p.end) == side],
        [one for one in state.sums if sides.of_day(one.period.end) == side],
        [s.judgement for s in state.shares
         if sides.of_day(parse_period("2027").end) == side],
        [one for one in state.starts if sides.of_day(one[0]) == side],
        # Of an earlier side nothing is drawn beyond its break.
        [at for at in state.paths[side] if sides.of_day(at[0]) == side],
    )  # fmt: skip


@given(_indicators(), st.data())
def test_figures_of_one_side_say_nothing_of_the_other(
    indicator: dict[str, Any], data: st.DataObject
) -> None:
    measures = indicator["measures"]
    periods = [str(year) for year in YEARS] + [
        f"{year}-{h}" for year in YEARS for h in ("H1", "H2")
    ]
    chosen = data.draw(st.lists(st.sampled_from(periods), unique=True))
    places = [(period, agency) for period in chosen for agency in (make.WHOLE, "a")]
    values = {place: data.draw(VALUES) for place in places}
    as_of = data.draw(st.sampled_from(["2024-03-31", "2026-12-31", "2028-01-31", "2030-06-30"]))
    found = indicator_state(
        indicator, as_of, *(_row(measures, p, v, a) for (p, a), v in values.items())
    )
    sides = Sides(found.breaks, measures)
    side = data.draw(st.integers(0, len(found.breaks)))
    changed = {
        (period, agency): value
        if sides.of_day(parse_period(period).end) == side
        else data.draw(st.none() | VALUES)
        for (period, agency), value in values.items()
    }
    other = indicator_state(
        indicator,
        as_of,
        *(_row(measures, p, v, a) for (p, a), v in changed.items() if v is not None),
    )

    assert _shown(other, side) == _shown(found, side)


@given(MEASURES, st.lists(st.sampled_from(["2023-01-01", "2025-07-01"]), unique=True))
def test_every_usable_figure_lies_on_one_side(measures: str, cuts: list[str]) -> None:
    breaks = tuple(Break.model_validate({**CUT, "from": day}) for day in sorted(cuts))
    state = indicator_state({"measures": "flow"}, "2030-01-01", *(row(str(y), 1) for y in YEARS))
    sides = Sides(breaks, Indicator.model_validate(
        {"id": "x", "name": "x", "measures": measures, "unit": "x"}).measures)  # fmt: skip
    parted = [o for part in segments(state.series, breaks, sides.measures) for o in part]

    assert parted == [o for o in state.series if sides.usable(o.period)]


@pytest.mark.parametrize("day", ["2025-06-30", "2025-07-01"])
def test_the_first_day_of_the_new_series_is_on_its_side(day: str) -> None:
    sides = Sides((Break.model_validate(CUT),), "stock")

    assert sides.of_day(DAY(day)) == (day == "2025-07-01")
