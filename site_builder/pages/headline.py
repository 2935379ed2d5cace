"""The headline: the statuses of what is in force in four groups, and apart what has ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.pages.view_status import Counts
from site_builder.progress.snapshot import IndicatorState, Judgement
from site_builder.terms.status import Status, Tone
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Group:
    """Statuses that a first look may take together; `id` is its permanent anchor."""

    id: str
    label: Text
    tone: Tone
    statuses: tuple[Status, ...]
    """In the order in which they are shown."""


GROUPS: tuple[Group, ...] = (
    Group(
        id="dat",
        label=Text("Đạt hoặc vượt", "Met or exceeded"),
        tone="good",
        statuses=(Status.MET, Status.EXCEEDED, Status.AT_LEVEL, Status.DONE_ON_TIME),
    ),
    Group(
        id="dung-tien-do",
        label=Text("Đúng tiến độ hoặc đang thực hiện", "On track or in progress"),
        tone="ok",
        statuses=(Status.ON_TRACK, Status.IN_PROGRESS),
    ),
    Group(
        id="cham",
        label=Text("Chậm, đi ngược hoặc không đạt", "Behind, moving away or not met"),
        tone="bad",
        statuses=(
            Status.NOT_MET,
            Status.WRONG_WAY,
            Status.OVERDUE,
            Status.FAR_BEHIND,
            Status.BEHIND,
            Status.DONE_LATE,
        ),
    ),
    Group(
        id="chua-ro",
        label=Text("Chưa có số liệu hoặc chưa đánh giá", "No data or not assessed"),
        tone="none",
        statuses=(
            Status.NO_DATA,
            Status.INSUFFICIENT,
            Status.NOT_ASSESSED,
            Status.NOT_YET_DUE,
            Status.ONGOING,
        ),
    ),
)
"""What is done, but late, counts as behind: its deadline was not kept. What is not yet due is not
counted as on track: nothing is known of it."""

PAST = Group(
    id="het-hieu-luc",
    label=Text("Hết hiệu lực khi chưa có kết luận", "Ended before anything was concluded"),
    tone="past",
    statuses=(Status.ENDED, Status.NOT_REQUIRED),
)
"""What nobody is asked for any more. It stands apart and only where there is any: beside the four
groups it would look like missing data."""

_ORDER = {
    status: place for place, status in enumerate(s for g in (*GROUPS, PAST) for s in g.statuses)
}


@dataclass(frozen=True, slots=True)
class Figure:
    """How many are in a group, which statuses they have, and how many rest on illustrative rows."""

    group: Group
    count: int
    counts: Counts
    illustrative: int


def figures(judgements: Iterable[Judgement]) -> tuple[Figure, ...]:
    """One figure for each group, empty ones too; together they are what has not ended."""
    judged = tuple(judgements)
    return tuple(_figure(group, judged) for group in GROUPS)


def past(judgements: Iterable[Judgement]) -> Figure | None:
    """What ended before it was concluded; None where nothing did."""
    found = _figure(PAST, tuple(judgements))
    return found if found.count else None


def _figure(group: Group, judged: tuple[Judgement, ...]) -> Figure:
    counts = Counter(judgement.status for judgement in judged)
    invented = Counter(judgement.status for judgement in judged if judgement.illustrative)
    return Figure(
        group=group,
        count=sum(counts[status] for status in group.statuses),
        counts=tuple((status, counts[status]) for status in group.statuses if counts[status]),
        illustrative=sum(invented[status] for status in group.statuses),
    )


def in_groups(counts: Mapping[Status, int]) -> Counts:
    """The statuses that occur, those of a group side by side, as a strip shows them."""
    return tuple((status, counts[status]) for status in _ORDER if counts.get(status))


def side_by_side(counted: Iterable[Figure]) -> Counts:
    """The statuses of these figures as one strip."""
    return tuple(pair for figure in counted for pair in figure.counts)


def gravity(status: Status) -> int:
    """The place of a status in the order of groups."""
    return _ORDER[status]


def target_judgements(indicators: Iterable[IndicatorState]) -> Iterable[Judgement]:
    """The judgement of every target."""
    return (target.judgement for state in indicators for target in state.targets)
