"""Printed tables that share a target out: the sum, the total, and the target itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from site_builder.checks.view import PlanView, View
from site_builder.model.indicator import Allocation, Indicator
from site_builder.terms.finding import Finding
from site_builder.terms.place import Step
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

SUM = Rule(
    code="P161",
    severity="error",
    title=Text("Tổng các đơn vị khác dòng tổng cộng", "Shares do not add up to the printed total"),
    reason=Text(
        "Tổng cộng in trong bảng phải bằng tổng các dòng; lệch nghĩa là chép sai một số.",
        "The table's printed total must be the sum of its rows; else a number was miscopied.",
    ),
    fix=Text(
        "So từng dòng với bảng; nếu chính bảng in lệch thì bỏ printed_total và nêu ở “remarks”.",
        "Compare row by row; if the table itself is wrong, leave out printed_total and remark it.",
    ),
    wrong="printed_total: 540 … shares: {a: 300, b: 200}",
    right="printed_total: 540 … shares: {a: 300, b: 240}",
)
OTHER_TOTAL = Rule(
    code="P162",
    severity="warning",
    title=Text("Tổng giao khác chỉ tiêu cùng thời hạn", "Total shared out differs from the target"),
    reason=Text(
        "Bảng giao chia chính chỉ tiêu ấy cho các đơn vị; văn bản đôi khi in hai số khác nhau.",
        "The table shares out the very target; documents sometimes print two different numbers.",
    ),
    fix=Text(
        "Đối chiếu với văn bản; nếu đúng như in thì nêu ở “remarks”, ghi rõ chỉ tiêu.",
        "Compare with the document; if printed so, say it in a remark that names the indicator.",
    ),
    wrong="2025: {bare: 540} … printed_total: 504",
    right="2025: {bare: 540} … printed_total: 540",
)
RULES = (SUM, OTHER_TOTAL)

Allocations = Iterator[tuple[PlanView, tuple[Step, ...], Indicator, Allocation]]


def _allocations(view: View) -> Allocations:
    for plan in view.plans:
        for path, indicator in plan.indicators():
            if indicator.allocation is not None:
                yield plan, (*path, "allocation"), indicator, indicator.allocation


def _sum(table: Allocation) -> Decimal:
    return sum((share for share in table.shares.values() if share is not None), Decimal(0))


def sums(view: View) -> Iterator[Finding]:
    """Printed totals that are not the sum of the printed rows."""
    for plan, path, _, table in _allocations(view):
        total = _sum(table)
        if table.printed_total is not None and table.printed_total != total:
            yield SUM.finding(
                plan.at(*path, "printed_total"),
                read=str(table.printed_total),
                expected=Text(
                    "{total}, tổng của {n} đơn vị", "{total}, the sum of {n} bodies"
                ).fill(total=total, n=len(table.shares)),
            )


def other_totals(view: View) -> Iterator[Finding]:
    """Totals other than the target of the same period, unless a remark speaks of that indicator.

    A total that is not the sum of its rows either is told as that alone: one number, one finding.
    """
    for plan, path, indicator, table in _allocations(view):
        target = indicator.targets.get(table.period.text)
        total = table.printed_total
        remarked = any(indicator.id in remark.indicators for remark in plan.plan.remarks)
        if target is None or target.value is None or total is None or remarked:
            continue
        if total == _sum(table) and total != target.value:
            where = plan.at(*path, "printed_total")
            expected = same(str(target.value))
            yield OTHER_TOTAL.finding(where, read=str(total), expected=expected)


CHECKS = (sums, other_totals)
