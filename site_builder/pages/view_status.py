"""Counts of statuses: in one order everywhere, as a strip and in words."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.charts.spec import StatusChart
from site_builder.terms.status import Status
from site_builder.terms.text import Text

Counts = tuple[tuple[Status, int], ...]


def ordered(counts: Mapping[Status, int]) -> Counts:
    """The statuses that occur, in the order in which `Status` declares them."""
    return tuple((status, counts[status]) for status in Status if counts.get(status))


def total(counts: Counts) -> int:
    """How many were counted."""
    return sum(number for _, number in counts)


def merged(many: tuple[Mapping[Status, int], ...]) -> Counts:
    """Several counts as one."""
    return ordered({status: sum(one.get(status, 0) for one in many) for status in Status})


def strip(chart_id: str, title: Text, counts: Counts, *, illustrative: bool) -> StatusChart | None:
    """The strip of a count; None where there is nothing to count."""
    if not counts:
        return None
    return StatusChart(chart_id, title, in_words(counts), counts, illustrative)


def in_words(counts: Counts) -> Text:
    """`Đạt: 3; Chậm tiến độ: 2`."""
    return Text(
        "; ".join(f"{status.words.vi}: {number}" for status, number in counts),
        "; ".join(f"{status.words.en}: {number}" for status, number in counts),
    )
