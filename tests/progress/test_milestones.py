from __future__ import annotations

from typing import Any

import pytest

from site_builder.terms.status import Status
from tests.progress.make import row, target_state

DONE: dict[str, Any] = {"measures": "milestone", "targets": {"2022-09": {"done": True}}}


@pytest.mark.parametrize(
    ("rows", "as_of", "status"),
    [
        ([], "2022-09-30", Status.NOT_YET_DUE),
        ([], "2022-10-01", Status.NO_DATA),
        ([row("2022-08", 0)], "2022-09-30", Status.NOT_YET_DUE),
        ([row("2022-08", "0.5")], "2022-09-30", Status.IN_PROGRESS),
        ([row("2022-08", 0)], "2022-10-01", Status.OVERDUE),
        ([row("2022-08", "0.5")], "2022-10-01", Status.OVERDUE),
        ([row("2022-09", 1)], "2022-10-01", Status.DONE_ON_TIME),
        ([row("2022-08", 1)], "2022-09-01", Status.DONE_ON_TIME),
        ([row("2022-10", 1)], "2022-11-01", Status.DONE_LATE),
        ([row("2022", 1)], "2023-01-01", Status.INSUFFICIENT),
        # Told later, but done in its period.
        ([row("2022-09", 1, reported_on="2023-01-10")], "2023-02-01", Status.DONE_ON_TIME),
        # Done, then taken back, then done again: late.
        (
            [row("2022-08", 1), row("2022-09", 0), row("2022-11", 1)],
            "2022-12-01",
            Status.DONE_LATE,
        ),
        # Done and still done: the first row says when.
        ([row("2022-09", 1), row("2022-12", 1)], "2023-01-01", Status.DONE_ON_TIME),
    ],
)
def test_a_milestone_by_its_rows(rows: list[Any], as_of: str, status: Status) -> None:
    assert target_state(DONE, as_of, *rows).judgement.status is status


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (None, Status.NO_DATA),
        (0, Status.NOT_ASSESSED),
        ("0.5", Status.IN_PROGRESS),
        (1, Status.DONE_ON_TIME),
    ],
)
def test_without_a_deadline_nothing_is_late(value: Any, status: Status) -> None:
    undated = {**DONE, "targets": {"undated": {"done": True}}}
    assert target_state(undated, "2030-01-01", row("2022", value)).judgement.status is status
