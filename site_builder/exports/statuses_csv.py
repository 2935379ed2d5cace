"""`data/statuses.csv`: the status of every target and every duty on the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_builder.exports.export import Export
from site_builder.exports.table import number, table, yes
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    Snapshot,
    TargetState,
)
from site_builder.terms.text import Text

COLUMNS = (
    "plan", "indicator", "duty", "target", "clause", "comparison", "asked", "due", "status",
    "value", "period", "expected", "share_of_target", "illustrative", "as_of",
)  # fmt: skip
_PLACES = 6
"""What was computed is rounded to six places: further digits say nothing about anything."""


def write(snapshot: Snapshot) -> bytes:
    """Every target of every plan, then its duties; unknown is blank, never zero."""
    return table(COLUMNS, _rows(snapshot))


def _rows(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    as_of = snapshot.as_of.isoformat()
    for plan in snapshot.plans.values():
        for indicator in plan.indicators:
            for target in indicator.targets:
                yield (*_target(indicator, target), as_of)
        for duty in plan.duties:
            yield (*_duty(duty), as_of)


def _target(indicator: IndicatorState, state: TargetState) -> tuple[str, ...]:
    target, seen, judgement = state.target, state.observation, state.judgement
    bounds = target.between or (target.value,)
    return (
        indicator.plan_id,
        indicator.indicator.id,
        "",
        state.key,
        target.clause,
        target.comparison,
        "..".join(number(bound) for bound in bounds),
        state.period.end.isoformat() if state.period else "",
        judgement.status.value,
        _rounded(judgement.actual if seen is None else seen.value),
        seen.period.text if seen else "",
        _rounded(judgement.expected),
        _rounded(judgement.share_of_target),
        _illustrative(judgement),
    )


def _duty(state: DutyState) -> tuple[str, ...]:
    due = state.due.isoformat() if state.due else ""
    known = (state.plan_id, "", state.duty.id, "", state.duty.clause, "", "", due)
    judgement = state.judgement
    return (*known, judgement.status.value, "", "", "", "", _illustrative(judgement))


def _illustrative(judgement: Judgement) -> str:
    return yes(judgement.illustrative)


def _rounded(value: Decimal | None) -> str:
    if value is None:
        return ""
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")


EXPORT = Export(
    path="data/statuses.csv",
    title=Text("Tình trạng từng chỉ tiêu, nhiệm vụ (CSV)", "Status of every target and duty (CSV)"),
    description=Text(
        "Mỗi mốc chỉ tiêu, mỗi nhiệm vụ một dòng: tình trạng vào ngày đánh giá và các số dẫn tới đó.",
        "A row for each target and each duty: its status on the day and the numbers behind it.",
    ),
    write=write,
    columns=COLUMNS,
)
