"""Targets: weaker or stronger by what they let pass and by their numbers, not by how they read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.plan_facts import CLAUSE, TEXT
from site_builder.changes.sides import Classify, Difference, Side, always, come_gone_or
from site_builder.model.base import Words
from site_builder.model.canonical import line
from site_builder.model.indicator import Better, Target
from site_builder.progress.goals import Goal, goal_of

WEAKENED = kind(
    "target-weakened", "authority", "Hạ chỉ tiêu", "Target weakened", "target-strengthened"
)
STRENGTHENED = kind(
    "target-strengthened", "authority", "Nâng chỉ tiêu", "Target strengthened", "target-weakened"
)
CHANGED = kind(
    "target-changed",
    "authority",
    "Đổi chỉ tiêu (không so được cao hay thấp hơn)",
    "Target changed (neither weaker nor stronger)",
)
WORDS_CHANGED = kind(
    "target-words-changed", "authority", "Đổi chỉ tiêu bằng lời", "Target in words changed"
)
WORDING = kind(
    "target-wording-changed",
    "review",
    "Đổi cách viết chỉ tiêu, mức phải đạt giữ nguyên",
    "Target worded otherwise, what must be reached stays",
)
PERIODS = kind(
    "target-periods-changed",
    "authority",
    "Đổi các kỳ phải đạt chỉ tiêu",
    "Periods in which a target holds changed",
)
ADDED = kind("target-added", "authority", "Thêm mốc chỉ tiêu", "Target added", "target-removed")
REMOVED = kind("target-removed", "authority", "Bỏ mốc chỉ tiêu", "Target removed", "target-added")
POPULATION = kind(
    "population-changed", "authority", "Đổi phạm vi được đếm", "What is counted changed"
)
SET_BY = kind(
    "target-authority-changed",
    "authority",
    "Đổi văn bản đặt ra chỉ tiêu",
    "Document that set a target changed",
)
UNIT = kind("unit-changed", "authority", "Đổi đơn vị tính", "Unit changed")

KINDS: tuple[ChangeKind, ...] = (
    WEAKENED, STRENGTHENED, CHANGED, WORDS_CHANGED, WORDING, PERIODS, ADDED, REMOVED, POPULATION,
    UNIT, SET_BY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Allowed:
    """The numbers with which a target is not missed: from a bound to a bound, None for no bound."""

    low: Decimal | None
    low_strict: bool
    high: Decimal | None
    high_strict: bool

    def within(self, other: Allowed) -> bool:
        """Whether every number let pass here is let pass there."""
        low = _tighter(self.low, other.low, self.low_strict, other.low_strict, sign=1)
        return low and _tighter(self.high, other.high, self.high_strict, other.high_strict, sign=-1)


def _tighter(
    own: Decimal | None, other: Decimal | None, strict: bool, other_strict: bool, *, sign: int
) -> bool:
    if other is None:
        return True
    if own is None:
        return False
    if own == other:
        return strict or not other_strict
    return (own - other) * sign > 0


def allowed(goal: Goal) -> Allowed:
    """As the progress is judged: about, a range and a bare number leave the better side open."""
    low, high = goal.low - goal.tolerance, goal.high + goal.tolerance
    match goal.comparison:
        case "at_least" | "more_than":
            return Allowed(goal.low, goal.comparison == "more_than", None, high_strict=False)
        case "at_most" | "less_than":
            return Allowed(None, False, goal.low, goal.comparison == "less_than")
        case "exactly":
            return Allowed(goal.low, False, goal.low, False)
    if goal.better == "more":
        return Allowed(low, False, None, False)
    return Allowed(None, False, high, False)


def _classify(difference: Difference) -> ChangeKind:
    assert difference.before is not None
    assert difference.after is not None
    before: Target = difference.before.content
    after: Target = difference.after.content
    if before.in_words is not None and after.in_words is not None:
        return WORDS_CHANGED
    if _unit(difference.base, difference.name, before) != _unit(
        difference.head, difference.name, after
    ):
        return CHANGED
    if _counted_from(before) != _counted_from(after):
        return CHANGED
    old = goal_of(before, _better(difference.base, difference.name, before))
    new = goal_of(after, _better(difference.head, difference.name, after))
    if old is None or new is None:
        return CHANGED
    return _compare(old, new)


def _counted_from(target: Target) -> tuple[object, object]:
    """What a number of the target is a change of, or a sum since."""
    relative = target.relative
    return relative and (relative.relation, relative.base, relative.value), target.since


def _better(side: Side, name: str, target: Target) -> Better:
    """Which way a printed number is better: of a decrease more is, where less of the figure is."""
    better = side.indicators[name].better
    if target.relative is None or not target.relative.lowers:
        return better
    return "less" if better == "more" else "more"


def _compare(old: Goal, new: Goal) -> ChangeKind:
    """Which way a target went: by what it lets pass, and never against its printed numbers.

    How wide “about” is follows from how a number is rounded: about 5,000 lets 4,500 pass and about
    4,600 does not, though it is the lower target. So of two such numbers the numbers decide. Where
    a declared tolerance or another comparison asks for more while the number asks for less,
    neither is weaker.
    """
    passed = _direction(allowed(old), allowed(new))
    if (old.low, old.high) == (new.low, new.high):
        return passed
    printed = _direction(*(allowed(replace(goal, tolerance=Decimal(0))) for goal in (old, new)))
    if all(goal.comparison == "about" and not goal.declared for goal in (old, new)):
        return printed
    return passed if passed is printed and passed is not WORDING else CHANGED


def _direction(was: Allowed, becomes: Allowed) -> ChangeKind:
    looser, tighter = was.within(becomes), becomes.within(was)
    if looser and tighter:
        return WORDING
    if looser:
        return WEAKENED
    return STRENGTHENED if tighter else CHANGED


def _unit(side: Side, name: str, target: Target) -> tuple[str, str]:
    """What a number of the target counts: its unit, and how the indicator measures."""
    indicator = side.indicators[name]
    unit: Words = target.unit or indicator.unit
    return line(unit.vi), indicator.measures


CLASSIFY: Mapping[str, Classify] = {
    "target": come_gone_or(ADDED, REMOVED, _classify),
    "target.clause": always(CLAUSE),
    "target.wording": always(WORDING),
    "target.deadline_wording": always(TEXT),
    "target.population": always(POPULATION),
    "target.unit": always(UNIT),
    "target.each": always(PERIODS),
    "target.first": always(PERIODS),
    "target.since": always(PERIODS),
    "target.relative": always(CHANGED),
    "target.of": always(POPULATION),
    "target.scope": always(POPULATION),
    "target.authority": always(SET_BY),
    "target.tolerance": always(TEXT),
    "target.note": always(TEXT),
}
