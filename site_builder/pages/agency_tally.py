"""The counts at the head of a body's page, each leading to its section; zeros are left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages.agency_plans import NotReceived
from site_builder.pages.agency_rounds import Rounds
from site_builder.pages.view_owed import overdue
from site_builder.progress.snapshot import AgencyState
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Tally:
    """A count at the head of the page and the section that it leads to."""

    count: int
    words: Text
    anchor: str
    bad: bool = False


def tally(
    state: AgencyState, unseen: Iterable[NotReceived], rounds: Rounds | None
) -> tuple[Tally, ...]:
    """What a head asks first comes first."""
    owed = len(overdue(state.reports_owed))
    not_in = sum(one.reports for one in unseen)
    soon = len(state.due_soon) + (rounds.count if rounds else 0)
    every = (
        Tally(len(state.overdue), Text("Quá hạn", "Overdue"), "qua-han", bad=True),
        Tally(soon, Text("Đến hạn trong 90 ngày", "Due within 90 days"), "sap-den-han"),
        Tally(owed, Text("Báo cáo còn nợ", "Reports owed"), "con-no", bad=True),
        Tally(not_in, Text("Báo cáo chưa nhận", "Reports not received"), "con-no", bad=True),
        Tally(len(state.leads), Text("Chủ trì, thực hiện", "Leads, carries out"), "chu-tri"),
        Tally(
            len(state.supports),
            Text("Phối hợp, vai trò khác", "Supports, other roles"),
            "phoi-hop",
        ),
        Tally(len(state.shares), Text("Chỉ tiêu được giao", "Shares of targets"), "duoc-giao"),
        Tally(
            len(state.whole_of),
            Text("Chỉ tiêu đứng tên", "Indicators in its name"),
            "so-toan-bo",
        ),
    )
    return tuple(one for one in every if one.count)
