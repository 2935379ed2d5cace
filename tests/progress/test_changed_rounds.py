"""Rounds of a duty whose interval amendments changed: they tile, whatever was changed when."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.reporting import Cutoff, Cutoffs
from site_builder.progress.schedule import rounds_of
from site_builder.progress.times import DutyVersion
from tests.progress.make import WHOLE, plan
from tests.progress.test_schedule import CUTOFFS, DAY, INTERVALS, ISSUED, _state, duty


def test_a_shorter_interval_begins_where_the_longer_one_ended() -> None:
    """From half-years to quarters on 20 June 2024: no day of 2024 is left out."""
    halves, quarters = (duty(when={"every": [one]}) for one in ("half_year", "quarter"))
    state = _state(
        quarters, DutyVersion(None, halves), DutyVersion(DAY("2024-06-20"), quarters, "qd")
    )
    given = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2024-12-31"))
    assert [(o.period.text, *map(str, o.window), o.joined) for o in given[-4:]] == [
        ("2023-H2", "2023-07-01", "2023-12-31", False),
        ("2024-Q2", "2024-01-01", "2024-06-30", True),
        ("2024-Q3", "2024-07-01", "2024-09-30", False),
        ("2024-Q4", "2024-10-01", "2024-12-31", False),
    ]
    both = {"half_year": {"closes_on": 14}, "quarter": {"closes_on": 14}}
    given = rounds_of(plan(), state, WHOLE, Cutoffs.model_validate(both), DAY("2024-09-30"))
    assert [(o.period.text, *map(str, o.window)) for o in given[-2:]] == [
        ("2024-H1", "2023-12-15", "2024-06-14"),
        ("2024-Q3", "2024-06-15", "2024-09-14"),
    ]


def test_an_interval_that_is_added_replaces_none() -> None:
    yearly, both = (duty(when={"every": every}) for every in (["year"], ["year", "quarter"]))
    state = _state(both, DutyVersion(None, yearly), DutyVersion(DAY("2024-06-20"), both, "qd"))
    given = rounds_of(plan(), state, WHOLE, Cutoffs(), DAY("2024-12-31"))
    added = [(o.period.text, str(o.window[0])) for o in given if o.window[1].year == 2024]
    assert sorted(added) == [
        ("2024", "2024-01-01"),
        ("2024-Q2", "2024-04-01"),
        ("2024-Q3", "2024-07-01"),
        ("2024-Q4", "2024-10-01"),
    ]


@given(
    st.lists(st.tuples(INTERVALS, st.dates(ISSUED, dt.date(2029, 12, 31))), max_size=4),
    INTERVALS,
    st.lists(st.tuples(INTERVALS, CUTOFFS), max_size=4),
)
def test_rounds_tile_whatever_amendments_make_of_the_interval(
    changes: list[tuple[Any, dt.date]], first: Any, cutoffs: list[tuple[Any, Cutoff | None]]
) -> None:
    own = Cutoffs(**dict(cutoffs))
    days = sorted({day for _, day in changes})
    versions = [duty(when={"every": [every]}) for every, _ in changes[: len(days)]]
    later = [DutyVersion(day, one, "qd") for day, one in zip(days, versions, strict=True)]
    history = (DutyVersion(None, duty(when={"every": [first]})), *later)
    current = history[-1].duty
    assert current is not None
    given = rounds_of(plan(), _state(current, *history), WHOLE, own, DAY("2031-12-31"))
    tiles = sorted(given, key=lambda one: one.window[1])
    for one, following in pairwise(tiles):
        assert following.window[0] == one.window[1] + dt.timedelta(days=1)
    assert all(one.window[0] <= one.window[1] for one in tiles)
