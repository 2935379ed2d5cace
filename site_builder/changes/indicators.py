"""Indicators: what is counted, in what, how often, from where; and how a target is shared out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.plan_facts import CLAUSE, TEXT
from site_builder.changes.sides import (
    Classify,
    Difference,
    Side,
    always,
    come_gone_or,
    come_or_gone,
)
from site_builder.changes.targets import POPULATION, UNIT
from site_builder.progress import wording
from site_builder.terms.text import Text

ADDED = kind(
    "indicator-added", "authority", "Thêm chỉ tiêu", "Indicator added", "indicator-removed"
)
REMOVED = kind(
    "indicator-removed", "authority", "Bỏ chỉ tiêu", "Indicator removed", "indicator-added"
)
RENAMED = kind("indicator-renamed", "review", "Đổi mã chỉ tiêu", "Indicator's id changed")
MOVED = kind(
    "indicator-moved",
    "review",
    "Chuyển chỉ tiêu sang mục tiêu khác",
    "Indicator moved to another objective",
)
NAME = kind("name-changed", "review", "Sửa tên chỉ tiêu", "Indicator's name changed")
MEASURES = kind("measures-changed", "authority", "Đổi cách đo", "What is measured changed")
BETTER = kind("better-changed", "authority", "Đổi chiều tốt lên", "Which way is better changed")
INTERVAL = kind("interval-changed", "authority", "Đổi kỳ hạn lặp lại", "Interval changed")
COUNTING = kind(
    "counting-changed", "review", "Đổi cách ghi số liệu", "How figures are given changed"
)
FORMER = kind("former-ids-changed", "review", "Sửa mã cũ của chỉ tiêu", "Former ids changed")
BASELINE = kind("baseline-restated", "authority", "Sửa giá trị gốc", "Baseline restated")
BREAK_ADDED = kind(
    "break-added", "review", "Thêm chỗ ngắt chuỗi số liệu", "Break of a series added",
    "break-removed",
)  # fmt: skip
BREAK_REMOVED = kind(
    "break-removed", "review", "Bỏ chỗ ngắt chuỗi số liệu", "Break of a series removed",
    "break-added",
)  # fmt: skip
BREAK_CHANGED = kind(
    "break-changed", "review", "Sửa chỗ ngắt chuỗi số liệu", "Break of a series changed"
)
HOLD = kind(
    "targets-hold-changed",
    "authority",
    "Đổi việc dùng chỉ tiêu cũ sau chỗ ngắt",
    "Whether targets hold after a break changed",
)
ALLOCATION_ADDED = kind(
    "allocation-added", "authority", "Thêm bảng giao", "Allocation added", "allocation-removed"
)
ALLOCATION_REMOVED = kind(
    "allocation-removed", "authority", "Bỏ bảng giao", "Allocation removed", "allocation-added"
)
ALLOCATION_CHANGED = kind(
    "allocation-changed",
    "authority",
    "Sửa thời hạn hoặc tổng của bảng giao",
    "Date or printed total of an allocation changed",
)
SHARE_ADDED = kind(
    "share-added", "authority", "Giao thêm cho đơn vị", "Share given to a body", "share-removed"
)
SHARE_REMOVED = kind(
    "share-removed", "authority", "Thôi giao cho đơn vị", "Share taken from a body", "share-added"
)
SHARE_CHANGED = kind(
    "share-changed", "authority", "Sửa số giao cho đơn vị", "Share of a body changed"
)

KINDS: tuple[ChangeKind, ...] = (
    ADDED, REMOVED, RENAMED, MOVED, NAME, MEASURES, BETTER, INTERVAL, COUNTING, FORMER, BASELINE,
    BREAK_ADDED, BREAK_REMOVED, BREAK_CHANGED, HOLD,
    ALLOCATION_ADDED, ALLOCATION_REMOVED, ALLOCATION_CHANGED, SHARE_ADDED, SHARE_REMOVED,
    SHARE_CHANGED,
)  # fmt: skip
CLASSIFY: Mapping[str, Classify] = {
    "indicator": come_or_gone(ADDED, REMOVED),
    "indicator.id": always(RENAMED),
    "indicator.objective": always(MOVED),
    "indicator.formerly": always(FORMER),
    "indicator.name": always(NAME),
    "indicator.clause": always(CLAUSE),
    "indicator.statement": always(TEXT),
    "indicator.measures": always(MEASURES),
    "indicator.unit": always(UNIT),
    "indicator.better": always(BETTER),
    "indicator.population": always(POPULATION),
    "indicator.numerator": always(POPULATION),
    "indicator.denominator": always(POPULATION),
    "indicator.within": always(POPULATION),
    "indicator.every": always(INTERVAL),
    "indicator.whole": always(COUNTING),
    "indicator.integer": always(COUNTING),
    "indicator.breakdowns": always(COUNTING),
    "indicator.note": always(TEXT),
    "indicator.break": come_gone_or(BREAK_ADDED, BREAK_REMOVED, always(BREAK_CHANGED)),
    "indicator.break.targets_hold": always(HOLD),
    "baseline": always(BASELINE),
    "baseline.clause": always(CLAUSE),
    "allocation": come_or_gone(ALLOCATION_ADDED, ALLOCATION_REMOVED),
    "allocation.clause": always(CLAUSE),
    "allocation.period": always(ALLOCATION_CHANGED),
    "allocation.printed_total": always(ALLOCATION_CHANGED),
    "allocation.note": always(TEXT),
    "allocation.share": come_gone_or(SHARE_ADDED, SHARE_REMOVED, always(SHARE_CHANGED)),
}

_KEPT = Text("tổng các đơn vị vẫn là {total}", "the bodies' total stays {total}")
_TOTAL = Text("tổng các đơn vị: {before} → {after}", "the bodies' total: {before} → {after}")


def share_detail(difference: Difference) -> Text | None:
    """Whether what is shared out is the same in all."""
    before, after = (_sum(side, difference.name) for side in (difference.base, difference.head))
    if before is None or after is None:
        return None
    if before == after:
        return _KEPT.fill(total=wording.number(after))
    return _TOTAL.fill(before=wording.number(before), after=wording.number(after))


def _sum(side: Side, name: str) -> Decimal | None:
    indicator = side.indicators.get(name)
    if indicator is None or indicator.allocation is None:
        return None
    return sum((s for s in indicator.allocation.shares.values() if s is not None), Decimal(0))
