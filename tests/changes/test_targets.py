"""Weaker or stronger by what a target lets pass, whichever way is better."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from site_builder import pipeline
from site_builder.changes.targets import allowed
from site_builder.model.indicator import Better, Target
from site_builder.progress.goals import goal_of
from tests.changes.repositories import OTHER, PLAN, edited
from tests.sites.trees import DAY, mini_files

SAME, WEAKER, STRONGER, OTHERWISE = (
    "target-wording-changed", "target-weakened", "target-strengthened", "target-changed",
)  # fmt: skip
MIRROR = {WEAKER: STRONGER, STRONGER: WEAKER}
OLD = "2025: {at_least: 5000, clause: II.1, wording: ít nhất … trở lên}"
FEWER = ", relative: {as: decrease_by, to: 2021}"
CASES: list[tuple[Better, str, str, str]] = [
    ("more", "at_least: 5000", "at_least: 4999", WEAKER),
    ("more", "at_least: 5000", "more_than: 5000", STRONGER),
    ("more", "at_least: 5000", "bare: 5000", SAME),
    ("more", "at_least: 5000", "exactly: 5000", STRONGER),
    ("more", "at_least: 5000", "about: 5000", WEAKER),
    ("more", "about: 5000", "at_least: 4000", WEAKER),
    ("more", "about: 5000", "about: 5000, tolerance: 500", SAME),
    ("more", "about: 5000", "about: 5000, tolerance: 900", WEAKER),
    ("more", "about: 5000", "at_least: 4500", OTHERWISE),
    ("more", "about: 5000", "at_least: 4600", OTHERWISE),
    ("more", "about: 5000", "at_least: 5100", STRONGER),
    ("more", "about: 5000", "about: 4600", WEAKER),
    ("less", "about: 5000", "about: 4600", STRONGER),
    ("more", "about: 5000, tolerance: 50", "about: 4600, tolerance: 50", WEAKER),
    ("more", "about: 5000", "about: 4600, tolerance: 10", OTHERWISE),
    ("more", "about: 5000, tolerance: 900", "about: 4600", OTHERWISE),
    ("more", "about: 5000, tolerance: 100", "about: 5000, tolerance: 50", STRONGER),
    ("more", "about: 5000, tolerance: 100", "about: 4600, tolerance: 500", WEAKER),
    ("more", "about: 5000", "between: [4800, 5200]", OTHERWISE),
    ("more", "between: [4000, 5000]", "between: [4000, 6000]", OTHERWISE),
    ("more", "between: [4000, 5000]", "between: [4500, 5000]", STRONGER),
    ("more", "between: [4000, 5000]", "at_least: 3000", WEAKER),
    ("more", "exactly: 5000", "exactly: 5001", OTHERWISE),
    ("more", "at_least: 5000", "at_most: 5000", OTHERWISE),
    ("less", "at_most: 5000", "at_most: 5001", WEAKER),
    ("less", "at_most: 5000", "less_than: 5000", STRONGER),
    ("less", "at_most: 5000", "bare: 5000", SAME),
    ("less", "about: 5000", "at_most: 5000", STRONGER),
    ("less", "between: [10, 20]", "between: [10, 30]", WEAKER),
    ("more", "at_least: 5000", "in_words: đông đảo", OTHERWISE),
    ("more", "in_words: đông đảo", "in_words: hầu hết", "target-words-changed"),
    ("more", "done: true", "at_least: 1", OTHERWISE),
    ("less", f"at_least: 50{FEWER}", f"at_least: 60{FEWER}", STRONGER),
    ("less", f"bare: 50{FEWER}", f"bare: 60{FEWER}", STRONGER),
    ("more", f"bare: 50{FEWER}", f"bare: 60{FEWER}", WEAKER),
]


@pytest.mark.parametrize(("better", "before", "after", "code"), CASES)
def test_what_is_let_pass_decides_unless_the_numbers_go_the_other_way(
    better: Better, before: str, after: str, code: str
) -> None:
    files = edited(
        mini_files(),
        PLAN,
        ("        measures: stock\n", f"        measures: stock\n        better: {better}\n"),
    )
    base, head = (
        edited(files, PLAN, (OLD, f"2025: {{{comparison}, clause: II.1}}"))
        for comparison in (before, after)
    )

    there = [c.kind.code for c in pipeline.compare(base, head, DAY).changes]
    back = [c.kind.code for c in pipeline.compare(head, base, DAY).changes]

    assert there == [code]
    assert back == [MIRROR.get(code, code)]


@pytest.mark.parametrize("better", ["more", "less"])
@pytest.mark.parametrize(
    "fields",
    [
        {"about": 100}, {"at_least": 100}, {"more_than": 100}, {"at_most": 100},
        {"less_than": 100}, {"exactly": 100}, {"between": (90, 110)}, {"bare": 100},
        {"about": 100, "tolerance": 3},
    ],
)  # fmt: skip
def test_it_is_what_the_progress_judges_by(better: Better, fields: dict[str, Any]) -> None:
    """The numbers let pass are those that the site does not call short of the target."""
    goal = goal_of(Target.model_validate({**fields, "clause": "I"}), better)
    assert goal is not None
    found = allowed(goal)
    for tenth in range(400, 1600):
        actual = Fraction(tenth, 10)
        low = found.low is None or _beyond(actual - Fraction(found.low), strict=found.low_strict)
        high = found.high is None or _beyond(
            Fraction(found.high) - actual, strict=found.high_strict
        )
        assert (low and high) == (goal.standing(actual) != "short"), actual


def _beyond(surplus: Fraction, *, strict: bool) -> bool:
    return surplus > 0 if strict else surplus >= 0


def test_a_number_of_another_unit_is_neither_weaker_nor_stronger() -> None:
    base = mini_files()
    head = edited(base, OTHER, ("unit: đơn\n", "unit: vụ\n"), ("less_than: 10", "less_than: 5"))

    codes = {c.kind.code for c in pipeline.compare(base, head, DAY).changes}

    assert codes == {"unit-changed", "target-changed"}
