"""Each body's share of an allocated target, judged as the target itself is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from site_builder.model.indicator import Allocation
from site_builder.progress.breaks import barring, not_comparable, shared_on
from site_builder.progress.goals import bare_goal
from site_builder.progress.observations import Series, latest
from site_builder.progress.scene import Scene
from site_builder.progress.snapshot import Judgement, ShareState
from site_builder.progress.targets import judge_goal
from site_builder.progress.trajectory import (
    NO_TRAJECTORY,
    follows_trajectory,
    single_path,
    start_of,
)
from site_builder.terms.status import Status
from site_builder.terms.text import Text


def share_states(scene: Scene, series: Mapping[str, Series]) -> tuple[ShareState, ...]:
    """Every body of the allocation table, in the table's order.

    A share is a bare number due at the table's date, on the body's own figures: cumulative from
    zero, or from the body's own row of the baseline's period. A blank cell sets no share. What was
    shared out before a break of the series is not held against figures after it.
    """
    allocation = scene.indicator.allocation
    if allocation is None:
        return ()
    return tuple(
        _share_state(replace(scene, series=series.get(agency, ())), allocation, agency, share)
        for agency, share in allocation.shares.items()
    )


def _share_state(
    own: Scene, allocation: Allocation, agency: str, share: Decimal | None
) -> ShareState:
    newest = latest(own.series)
    if share is None:
        illustrative = newest is not None and newest.state == "illustrative"
        return ShareState(
            agency, None, Judgement(Status.INSUFFICIENT, (_BLANK,), illustrative), newest
        )
    if own.indicator.measures in ("assessment", "milestone"):
        return ShareState(agency, share, Judgement(Status.INSUFFICIENT, (_NO_COUNT,)), newest)
    barred = _barred(own, allocation)
    if barred is not None:
        return ShareState(agency, share, Judgement(Status.INSUFFICIENT, (barred,)), newest)
    goal, due = bare_goal(share, own.indicator.better), allocation.period.end
    path = NO_TRAJECTORY
    if follows_trajectory(own.indicator):
        side = own.sides.of_day(due)
        start = start_of(own.plan, own.indicator, own.series, own.sides, side, whole=False)
        path = single_path(start, due, goal)
    judgement, observation = judge_goal(own, goal, own.series, allocation.period, path)
    return ShareState(agency, share, judgement, observation or newest)


def _barred(own: Scene, allocation: Allocation) -> Text | None:
    """Why a break keeps the table from the body's figures, if one does."""
    if not own.sides.breaks:
        return None
    since = shared_on(own.plan, own.documents, own.indicator.id, own.as_of)
    found = barring(own.sides, since, allocation.period.end)
    return None if found is None else not_comparable(found, own.documents)


_BLANK = Text(
    "Bảng giao để trống ô của đơn vị này: không phải 0, cũng không phải “không áp dụng”.",
    "The table leaves this body's cell blank: neither zero nor “not applicable”.",
)
_NO_COUNT = Text(
    "Chỉ tiêu không đếm bằng số nên không xét theo số giao.",
    "The indicator is not counted, so a number allotted cannot be judged.",
)
