from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from site_builder.pages.view_attention import target_line
from site_builder.pages.view_verdict import headline_notes, partial_sum, period_count
from site_builder.progress.snapshot import IndicatorState
from tests.progress.make import indicator_state, plan, plan_state, row

FLOW = {
    "measures": "flow",
    "unit": "CĐCS",
    "targets": {"2023": {"at_least": 25, "each": "year", "first": "2022"}},
}
STOCK = {
    "measures": "stock",
    "better": "more",
    "targets": {"2023": {"at_least": 40}, "2025": {"at_least": 50}, "2030": {"at_least": 60}},
}


def notes(state: IndicatorState, as_of: str) -> list[str]:
    return [note.vi for note in headline_notes(state, dt.date.fromisoformat(as_of))]


def test_milestones_that_failed_stand_beside_the_next_one() -> None:
    rows = (row("2023", 20), row("2025", 30, record=1))
    state = indicator_state(STOCK, "2026-02-01", *rows)
    assert notes(state, "2026-02-01") == ["mốc 2023, 2025: Không đạt"]

    kept = indicator_state(STOCK, "2026-02-01", row("2023", 45), row("2025", 55, record=1))
    assert notes(kept, "2026-02-01") == []


def test_a_failed_milestone_on_illustrative_rows_is_marked_where_the_headline_is_not() -> None:
    rows = (row("2023", 20, state="illustrative"), row("2025", 52, record=1))
    state = indicator_state(STOCK, "2026-02-01", *rows)
    assert not state.headline.illustrative
    assert notes(state, "2026-02-01") == ["mốc 2023: Không đạt (số liệu minh họa)"]


def test_the_year_that_failed_stands_beside_the_status_whatever_came_later() -> None:
    rows = (row("2022", 29), row("2023", 22, record=1), row("2024", 27, record=2))
    state = indicator_state(FLOW, "2025-06-01", *rows)
    assert notes(state, "2025-06-01") == ["năm 2023: 22 < 25; đạt 1/2 kỳ"]


@pytest.mark.parametrize(
    ("target", "value", "shown"),
    [
        ({"more_than": 25}, 25, "25 ≤ 25"),
        ({"more_than": 25}, 24, "24 < 25"),
        ({"less_than": 25}, 25, "25 ≥ 25"),
        ({"at_most": 25}, 26, "26 > 25"),
    ],
)
def test_the_sign_says_how_the_figure_failed(
    target: dict[str, int], value: int, shown: str
) -> None:
    better = "less" if {"less_than", "at_most"} & set(target) else "more"
    given = {"measures": "flow", "better": better,
             "targets": {"2022": {**target, "each": "year", "first": "2022"}}}  # fmt: skip
    state = indicator_state(given, "2023-06-01", row("2022", value))
    (note,) = notes(state, "2023-06-01")
    assert note.startswith(f"năm 2022: {shown};")


def test_a_figure_older_than_the_date_says_its_day() -> None:
    one = {"measures": "stock", "targets": {"2025": {"at_least": 50}}}
    older = indicator_state(one, "2026-02-01", row("2025-06", 55))
    assert notes(older, "2026-02-01") == ["theo số liệu đến 30/6/2025"]
    assert notes(indicator_state(one, "2026-02-01", row("2025", 55)), "2026-02-01") == []
    # Before the date nothing is concluded, so nothing is told of what a conclusion rests on.
    assert notes(indicator_state(one, "2025-08-01", row("2025-06", 40)), "2025-08-01") == []


def test_what_is_unknown_is_no_failure_and_no_zero() -> None:
    day = dt.date(2026, 2, 1)
    given = {**FLOW, "targets": {"2025": {"at_least": 25, "each": "year", "first": "2022"}}}

    def words(*values: tuple[str, int]) -> str:
        rows = [row(period, value, record=n) for n, (period, value) in enumerate(values)]
        (target,) = indicator_state(given, "2026-02-01", *rows).targets
        return period_count(target, day).words.vi

    assert words() == "chưa có số liệu của 4 kỳ đã đến hạn"
    assert words(("2022", 30), ("2023", 20)) == "đạt 1 trên 2 kỳ có số liệu, 2 kỳ chưa có"
    assert words(("2022-Q1", 3)) == "chưa đủ số liệu của 4 kỳ đã đến hạn"
    every = [(str(year), 30) for year in range(2022, 2026)]
    assert words(*every) == "đạt 4/4 kỳ đã đến hạn"


def test_a_target_on_another_population_is_not_said_to_have_no_figure() -> None:
    one = {
        "measures": "stock",
        "unit": "%",
        "population": "doanh nghiệp",
        "targets": {"2030": {"at_least": 85, "population": "đơn vị, doanh nghiệp"}},
    }
    state = plan_state(plan(one), "2026-02-01", progress=(row("2025", Decimal("78.2")),))
    own = state.indicators[0]
    line = target_line(state, own, own.targets[0], dt.date(2026, 2, 1))
    assert line.latest is None
    assert line.told is not None
    assert line.told.vi == "có số liệu trên phạm vi khác: 78,2\N{NO-BREAK SPACE}%"


ALLOCATED = {
    "measures": "cumulative",
    "targets": {"2023": {"at_least": 100}},
    "allocation": {
        "clause": "I",
        "period": "2023",
        "printed_total": "100",
        "shares": {"a": "50", "b": "50"},
    },
}


def test_a_figure_that_adds_up_only_some_bodies_says_how_many() -> None:
    def told(whole: int, *bodies: tuple[str, int]) -> str | None:
        rows = [row("2023", whole)]
        rows += [row("2023", n, agency=a, record=i) for i, (a, n) in enumerate(bodies, 1)]
        state = indicator_state(ALLOCATED, "2024-06-01", *rows)
        found = partial_sum(state, state.latest)
        return found.vi if found else None

    assert told(40, ("a", 40)) == "của 1 trên 2 đơn vị"
    assert told(90, ("a", 40), ("b", 50)) is None
    # The whole's own figure is another one: it is not a sum of those that reported.
    assert told(70, ("a", 40)) is None
