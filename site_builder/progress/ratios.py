"""Shares: their own numerator and denominator, compared without rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.rows import ProgressRow
from site_builder.progress.wording import decimal, exact, number, telling, wording
from site_builder.terms.text import Text

TINY_DENOMINATOR = 10
"""Below ten, one case more or less moves a share by over ten percentage points: more than the
steps between the targets of the plans themselves (75, 80, 85 %), so a colour would be chance."""


def exact_value(row: ProgressRow) -> Fraction | None:
    """The row's value without rounding; shares in percent: numerator × 100 ÷ denominator.

    None where the cell is blank or the denominator is zero.
    """
    if row.numerator is not None and row.denominator is not None:
        if row.denominator == 0:
            return None
        return exact(row.numerator) * 100 / exact(row.denominator)
    return None if row.value is None else exact(row.value)


def shown_value(row: ProgressRow) -> Decimal | None:
    """The same as a decimal, to 28 digits."""
    if row.numerator is not None and row.denominator is not None:
        return row.numerator * 100 / row.denominator if row.denominator else None
    return row.value


def is_tiny(row: ProgressRow) -> bool:
    """Whether the denominator is too small for the share to carry a colour."""
    return row.denominator is not None and abs(row.denominator) < TINY_DENOMINATOR


def counts(row: ProgressRow, against: Fraction) -> Text | None:
    """Numerator, denominator and the share they make; None where the row has no counts."""
    share = exact_value(row)
    if row.numerator is None or row.denominator is None or share is None:
        return None
    return Text(
        "Tử số {num}, mẫu số {den}: {num} × 100 ÷ {den} = {share} %.",
        "Numerator {num}, denominator {den}: {num} × 100 ÷ {den} = {share} %.",
    ).fill(
        num=number(row.numerator),
        den=number(row.denominator),
        share=telling(share, against),
    )


def counted_of(plan: Plan, indicator: Indicator) -> Text | None:
    """What is divided by what; the denominator of a nested share is its parent's numerator."""
    denominator = indicator.denominator
    if denominator is None and indicator.within is not None:
        parents = (i for i in plan.indicators() if i.id == indicator.within)
        denominator = next((i.numerator or i.name for i in parents), None)
    if denominator is None:
        return None
    if indicator.numerator is None:
        return Text("Mẫu số là: {den}.", "The denominator: {den}.").fill(den=wording(denominator))
    return Text(
        "Tử số là: {num}; mẫu số là: {den}.", "The numerator: {num}; the denominator: {den}."
    ).fill(num=wording(indicator.numerator), den=wording(denominator))


def unrounded(row: ProgressRow, against: Decimal) -> Text | None:
    """The comparison without division: numerator × 100 beside target × denominator."""
    if row.numerator is None or row.denominator is None or row.denominator <= 0:
        return None
    left, right = row.numerator * 100, against * row.denominator
    sign = ">" if left > right else "<" if left < right else "="
    return Text(
        "So sánh không làm tròn: {num} × 100 = {left} {sign} {goal} × {den} = {right}.",
        "Compared without rounding: {num} × 100 = {left} {sign} {goal} × {den} = {right}.",
    ).fill(
        num=number(row.numerator),
        den=number(row.denominator),
        goal=number(against),
        left=number(left),
        right=number(right),
        sign=sign,
    )


def tiny_note(row: ProgressRow) -> Text:
    """Why no colour is given."""
    return Text(
        "Mẫu số chỉ có {den} (dưới {least}): nêu số đếm, không tô màu.",
        "The denominator is only {den} (below {least}): the count is shown, no colour is given.",
    ).fill(den=number(decimal(Fraction(row.denominator or 0))), least=TINY_DENOMINATOR)
