"""What a target compares with, and how a number stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from site_builder.model.indicator import Better, Comparison, Target
from site_builder.progress.wording import decimal, exact, number, telling
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
    bounds: tuple[Fraction, Fraction] | None = None
    """Both ends without rounding, where they are no finite decimals: a third of a share."""
    rounded_in: Decimal | None = None
    """The unit in which the tolerance's number is rounded, where that is not `low` itself."""

    @property
    def aim(self) -> Decimal:
        """The value to which the trajectory runs: of a range, the bound that is reached first."""
        return self.low if self.better == "more" else self.high

    @property
    def exact_aim(self) -> Fraction:
        """The same without rounding."""
        return self._low if self.better == "more" else self._high

    @property
    def _low(self) -> Fraction:
        return exact(self.low) if self.bounds is None else self.bounds[0]

    @property
    def _high(self) -> Fraction:
        return exact(self.high) if self.bounds is None else self.bounds[1]

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
                return "met" if actual > self._low else "short"
            case "less_than":
                return "met" if actual < self._low else "short"
            case "exactly":
                return "met" if actual == self._low else "short"
            case "at_least":
                return _one_sided(actual - self._low, self.better == "more")
            case "at_most":
                return _one_sided(self._low - actual, self.better == "less")
            case _:
                return self._around(actual)

    def _around(self, actual: Fraction) -> Standing:
        around = exact(self.tolerance)
        low, high = self._low - around, self._high + around
        if low <= actual <= high:
            return "met"
        beyond = actual > high if self.better == "more" else actual < low
        return "exceeded" if beyond else "short"

    def past_exact(self, actual: Fraction) -> bool:
        """Whether an exact target has been overshot in the better direction."""
        if self.comparison != "exactly":
            return False
        return actual > self._low if self.better == "more" else actual < self._low

    def explain(self, actual: Fraction, unit: Text) -> Text:
        """The comparison with its numbers put in."""
        if self.comparison == "about":
            return self._explain_about(actual, unit)
        if self.comparison == "between":
            return _BETWEEN.fill(
                actual=self._shown(actual),
                low=self._told(self._low, actual),
                high=self._told(self._high, actual),
                unit=unit,
            )
        words = _NAMES[self.comparison]
        if self.comparison == "bare":
            words = _BARE_MORE if self.better == "more" else _BARE_LESS
        sign = ">" if actual > self._low else "<" if actual < self._low else "="
        goal = self._told(self._low, actual)
        return _COMPARED.fill(
            actual=self._shown(actual), sign=sign, goal=goal, unit=unit, words=words
        )

    def _explain_about(self, actual: Fraction, unit: Text) -> Text:
        around = exact(self.tolerance)
        source = _DECLARED
        if not self.declared:
            of = rounding_unit(self.low) if self.rounded_in is None else self.rounded_in
            source = (_HALF_UNIT if self.rounded_in is None else _HALF_PRINTED).fill(
                unit=number(of)
            )
        return _ABOUT.fill(
            actual=self._shown(actual),
            goal=self._told(self._low, actual),
            tolerance=self._told(around, actual),
            source=source,
            low=self._told(self._low - around, actual),
            high=self._told(self._high + around, actual),
            unit=unit,
        )

    def _shown(self, actual: Fraction) -> Text:
        return telling(actual, self.exact_aim)

    def _told(self, bound: Fraction, actual: Fraction) -> Text:
        """A bound as printed; one that was computed with as few decimals as tell it from `actual`."""
        return number(decimal(bound)) if self.bounds is None else telling(bound, actual)

    def shown_aim(self, against: Fraction) -> Text:
        """The value to which the trajectory runs, as printed or as it takes beside `against`."""
        return number(self.aim) if self.bounds is None else telling(self.exact_aim, against)

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
_HALF_PRINTED = Text(
    "ứng với nửa đơn vị làm tròn {unit} của con số in trong văn bản",
    "what half of the printed number's rounding unit, {unit}, comes to",
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
