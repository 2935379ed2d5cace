"""What a target compares with, and how a number stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from site_builder.model.indicator import Better, Comparison, Target
from site_builder.progress.wording import exact, number, telling
from site_builder.terms.quantity import rounding_unit
from site_builder.terms.text import Text

Standing = Literal["short", "met", "exceeded"]

_NAMES: dict[Comparison, Text] = {
    "about": Text("khoảng", "about"),
    "at_least": Text("ít nhất", "at least"),
    "more_than": Text("trên", "more than"),
    "at_most": Text("không quá", "at most"),
    "less_than": Text("dưới", "less than"),
    "exactly": Text("đúng bằng", "exactly"),
    "between": Text("trong khoảng", "between"),
    "bare": Text("con số không kèm từ so sánh", "a number without a comparison"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A numeric target: what it compares with, which way is better, how wide “about” is."""

    comparison: Comparison
    low: Decimal
    high: Decimal
    """The same as `low` except for a range."""
    better: Better
    tolerance: Decimal = Decimal(0)
    declared: bool = False
    """Whether the plan file declares the tolerance, rather than it being half a rounding unit."""

    @property
    def aim(self) -> Decimal:
        """The value to which the trajectory runs: of a range, the bound that is reached first."""
        return self.low if self.better == "more" else self.high

    @property
    def against(self) -> bool:
        """Whether the comparison limits what the indicator calls better: then no pace is told."""
        upward = self.comparison in ("at_least", "more_than")
        downward = self.comparison in ("at_most", "less_than")
        return upward if self.better == "less" else downward

    def standing(self, actual: Fraction) -> Standing:
        """Short of it, met, or exceeded.

        `at_least` and `at_most` are exceeded by any number strictly better; `more_than` and
        `less_than` are strict already, so they are met and never exceeded; `exactly` is met by
        that number alone; a bare number is read as ≥ in the better direction; `about` and a
        range are exceeded beyond their tolerance or far bound, in the better direction only.
        """
        match self.comparison:
            case "more_than":
                return "met" if actual > exact(self.low) else "short"
            case "less_than":
                return "met" if actual < exact(self.low) else "short"
            case "exactly":
                return "met" if actual == exact(self.low) else "short"
            case "at_least":
                return _one_sided(actual - exact(self.low), self.better == "more")
            case "at_most":
                return _one_sided(exact(self.low) - actual, self.better == "less")
            case _:
                return self._around(actual)

    def _around(self, actual: Fraction) -> Standing:
        low, high = exact(self.low - self.tolerance), exact(self.high + self.tolerance)
        if low <= actual <= high:
            return "met"
        beyond = actual > high if self.better == "more" else actual < low
        return "exceeded" if beyond else "short"

    def past_exact(self, actual: Fraction) -> bool:
        """Whether an exact target has been overshot in the better direction."""
        if self.comparison != "exactly":
            return False
        aim = exact(self.low)
        return actual > aim if self.better == "more" else actual < aim

    def explain(self, actual: Fraction, unit: Text) -> Text:
        """The comparison with its numbers put in."""
        if self.comparison == "about":
            return self._explain_about(actual, unit)
        if self.comparison == "between":
            return _BETWEEN.fill(
                actual=self._shown(actual), low=number(self.low), high=number(self.high), unit=unit
            )
        words = _NAMES[self.comparison]
        if self.comparison == "bare":
            words = _BARE_MORE if self.better == "more" else _BARE_LESS
        aim = exact(self.low)
        sign = ">" if actual > aim else "<" if actual < aim else "="
        return _COMPARED.fill(
            actual=self._shown(actual), sign=sign, goal=number(self.low), unit=unit, words=words
        )

    def _explain_about(self, actual: Fraction, unit: Text) -> Text:
        low, high = self.low - self.tolerance, self.high + self.tolerance
        source = _DECLARED
        if not self.declared:
            source = _HALF_UNIT.fill(unit=number(rounding_unit(self.low)))
        return _ABOUT.fill(
            actual=self._shown(actual),
            goal=number(self.low),
            tolerance=number(self.tolerance),
            source=source,
            low=number(low),
            high=number(high),
            unit=unit,
        )

    def _shown(self, actual: Fraction) -> Text:
        return telling(actual, exact(self.aim))

    def words(self) -> Text:
        """`ít nhất 25`, `khoảng 22.000`."""
        if self.comparison == "between":
            return Text("từ {low} đến {high}", "between {low} and {high}").fill(
                low=number(self.low), high=number(self.high)
            )
        if self.comparison == "bare":
            return number(self.low)
        return Text("{words} {value}", "{words} {value}").fill(
            words=_NAMES[self.comparison], value=number(self.low)
        )


_COMPARED = Text(
    "So sánh: {actual} {sign} {goal} {unit} (chỉ tiêu: {words}).",
    "Comparison: {actual} {sign} {goal} {unit} (target: {words}).",
)
_BETWEEN = Text(
    "So sánh: {actual} với khoảng từ {low} đến {high} {unit}, kể cả hai đầu.",
    "Comparison: {actual} with the range {low} to {high} {unit}, both ends included.",
)
_ABOUT = Text(
    "So sánh: {actual} với khoảng {goal} ± {tolerance} {unit}, tức từ {low} đến {high} "
    "(sai số {source}).",
    "Comparison: {actual} with about {goal} ± {tolerance} {unit}, that is {low} to {high} "
    "(tolerance {source}).",
)
_DECLARED = Text("ghi trong tệp kế hoạch", "declared in the plan file")
_HALF_UNIT = Text(
    "bằng nửa đơn vị làm tròn {unit} của con số", "half of the number's rounding unit, {unit}"
)
_BARE_MORE = Text(
    "con số không kèm từ so sánh, xét là không thấp hơn",
    "a number without a comparison, read as no less than",
)
_BARE_LESS = Text(
    "con số không kèm từ so sánh, xét là không cao hơn",
    "a number without a comparison, read as no more than",
)


def _one_sided(surplus: Fraction, further_is_better: bool) -> Standing:
    if surplus < 0:
        return "short"
    return "exceeded" if surplus > 0 and further_is_better else "met"


def goal_of(target: Target, better: Better) -> Goal | None:
    """The numeric goal of a target; None for one in words or one that is done or not."""
    comparison = target.comparison
    if comparison in ("in_words", "done"):
        return None
    given = getattr(target, comparison)
    low, high = given if comparison == "between" else (given, given)
    tolerance = Decimal(0)
    if comparison == "about":
        declared = target.tolerance
        tolerance = rounding_unit(low) / 2 if declared is None else declared
    return Goal(
        comparison=comparison,
        low=low,
        high=high,
        better=better,
        tolerance=tolerance,
        declared=target.tolerance is not None,
    )


def bare_goal(value: Decimal, better: Better) -> Goal:
    """A printed number without a comparison, as in the cells of an allocation table."""
    return Goal("bare", value, value, better)
