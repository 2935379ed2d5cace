from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from site_builder.model.rows import AssessmentRow, ProgressRow
from site_builder.pages.view_attention import (
    GRAVE,
    AttentionLine,
    TargetLine,
    attention,
    judged_value,
    target_line,
)
from site_builder.progress.snapshot import PlanState
from site_builder.terms.status import Status
from tests.progress.make import assessment, duty_row, plan, plan_state, row

STOCK = {
    "measures": "stock",
    "better": "more",
    "baseline": {"value": 30, "period": "2021-06", "clause": "I"},
    "targets": {"2023": {"at_least": 40}, "2025": {"at_least": 50}, "2030": {"at_least": 60}},
}
ROWS = (row("2022", 30), row("2023", 20, record=1), row("2025", 15, record=2))


def _lines(state: PlanState, as_of: str) -> list[AttentionLine]:
    return attention([state], dt.date.fromisoformat(as_of))


def test_an_indicator_is_one_line_under_its_gravest_and_latest_target() -> None:
    state = plan_state(plan(STOCK), "2026-02-01", progress=ROWS)
    statuses = {t.key: t.judgement.status for t in state.indicators[0].targets}
    assert statuses == {
        "2023": Status.NOT_MET, "2025": Status.NOT_MET, "2030": Status.WRONG_WAY,
    }  # fmt: skip

    (line,) = _lines(state, "2026-02-01")
    assert line.required.vi == "ít nhất 50 đoàn viên, đến năm 2025"
    assert line.target is not None and line.target.latest is not None
    assert (line.judgement.status, line.target.latest.value) == (Status.NOT_MET, Decimal(15))
    others = [(status, [column.vi for column in columns]) for status, columns in line.others]
    assert others == [(Status.NOT_MET, ["2023"]), (Status.WRONG_WAY, ["2030"])]


def test_the_gravest_stand_first_and_what_is_not_grave_stands_nowhere() -> None:
    one = plan(STOCK, duties=[{"lead": ["toan-quan"], "when": {"due": "2022"}}])
    late = duty_row("not_started", reported_on="2025-12-01")
    state = plan_state(one, "2026-02-01", progress=ROWS, duty_rows=(late,))
    lines = _lines(state, "2026-02-01")

    assert [line.judgement.status for line in lines] == [Status.NOT_MET, Status.OVERDUE]
    assert lines[1].target is None and lines[1].subject.path.endswith("#nhiem-vu-viec")
    assert all(line.judgement.status in GRAVE for line in lines)
    assert _lines(plan_state(plan(STOCK), "2022-06-01", progress=ROWS[:1]), "2022-06-01") == []


def _shown(
    indicator: dict[str, Any],
    as_of: str,
    *rows: ProgressRow,
    assessments: tuple[AssessmentRow, ...] = (),
) -> TargetLine:
    state = plan_state(plan(indicator), as_of, progress=rows, assessments=assessments)
    own = state.indicators[0]
    return target_line(state, own, own.targets[0], dt.date.fromisoformat(as_of))


FLOW = {"measures": "flow", "targets": {"2023": {"at_least": 25, "each": "year"}}}


def test_a_failed_year_is_shown_with_its_own_figure() -> None:
    rows = (row("2022", 29), row("2023", 22, record=1), row("2024", 27, record=2))
    line = _shown(FLOW, "2025-06-01", *rows)

    assert line.judgement.status is Status.NOT_MET
    assert line.latest is not None
    assert (line.latest.period.text, line.latest.value) == ("2023", Decimal(22))


def test_years_that_were_met_are_counted_not_called_missing() -> None:
    line = _shown(FLOW, "2024-06-01", row("2022", 29), row("2023", 26, record=1))

    assert line.judgement.status in (Status.MET, Status.EXCEEDED)
    assert line.latest is None
    assert line.told is not None and line.told.vi == "đạt 2/2 kỳ đã đến hạn"


def test_an_assessment_in_words_is_not_called_missing() -> None:
    words = {"measures": "assessment", "targets": {"2023": {"in_words": "hầu hết"}}}
    told = [
        _shown(words, "2024-06-01", assessments=found).told
        for found in ((assessment("2023", "met", "2024-01-10"),), ())
    ]
    assert [t.vi if t else None for t in told] == ["đánh giá ngày 10/01/2024", "chưa ai đánh giá"]


def test_a_value_that_was_judged_is_the_one_that_is_shown() -> None:
    state = plan_state(plan(STOCK), "2026-02-01", progress=ROWS).indicators[0]
    values = [judged_value(state, target) for target in state.targets]
    assert [seen.value if seen else None for seen in values] == [20, 15, 15]
