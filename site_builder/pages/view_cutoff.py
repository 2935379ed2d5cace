"""When the reports of an interval close and are due, in words, and on whose authority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.indicator import Interval
from site_builder.model.reporting import Cutoff
from site_builder.model.repository import Repository
from site_builder.pages.view_life import ActView, cited
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class CutoffView:
    """One interval's cut-off: what is declared, and by which document."""

    words: Text
    """`báo cáo 6 tháng: số liệu chốt ngày 14 của tháng cuối kỳ, hạn gửi 6 ngày sau ngày chốt`."""
    by: ActView | None
    """None where it is a convention of this site or of those who compiled the plan."""
    wording: str
    """As the document has it; empty where nothing is quoted."""


def cutoff_views(
    repository: Repository, cutoffs: Mapping[Interval, Cutoff | None]
) -> tuple[CutoffView, ...]:
    """Interval by interval; where nothing is declared for any, the convention is said once."""
    if cutoffs and not any(cutoffs.values()):
        return (CutoffView(_ALL_OURS, None, ""),)
    return tuple(cutoff_view(repository, *item) for item in cutoffs.items())


def cutoff_view(repository: Repository, interval: Interval, cutoff: Cutoff | None) -> CutoffView:
    """The cut-off of an interval; without a declaration the convention of this site."""
    reports = REPORTS_OF[interval]
    if cutoff is None:
        return CutoffView(_OURS.fill(reports=reports), None, "")
    parts = [] if cutoff.closes_on is None else [_CLOSES.fill(day=cutoff.closes_on)]
    if cutoff.due_after is None:
        parts.append(_GRACE)
    elif cutoff.due_after == 0:
        parts.append(_SAME_DAY)
    else:
        days = str(cutoff.due_after)
        parts.append((_DUE_ONE if cutoff.due_after == 1 else _DUE).fill(days=days))
    if cutoff.document is None:
        parts.append(_COMPILERS)
    said = Text(", ".join(p.vi for p in parts), ", ".join(p.en for p in parts))
    by = cited(repository, cutoff.document, cutoff.clause) if cutoff.document else None
    return CutoffView(_SAID.fill(reports=reports, said=said), by, cutoff.wording or "")


REPORTS_OF: dict[Interval, Text] = {
    "month": Text("Báo cáo tháng", "Monthly reports"),
    "quarter": Text("Báo cáo quý", "Quarterly reports"),
    "half_year": Text("Báo cáo 6 tháng", "Half-yearly reports"),
    "year": Text("Báo cáo năm", "Yearly reports"),
}
_SAID = Text("{reports}: {said}", "{reports}: {said}")
_OURS = Text(
    "{reports}: hạn gửi là ngày cuối của tháng liền sau kỳ (quy ước của trang này)",
    "{reports}: due on the last day of the month after the period (this site's convention)",
)
_ALL_OURS = Text(
    "Hạn gửi là ngày cuối của tháng liền sau kỳ (quy ước của trang này)",
    "Due on the last day of the month after the period (this site's convention)",
)
_CLOSES = Text(
    "ngày chốt số liệu là ngày {day} của tháng cuối kỳ",
    "the figures close on day {day} of the period's last month",
)
_DUE = Text("hạn gửi là {days} ngày sau ngày chốt", "due {days} days after the cut-off")
_DUE_ONE = Text("hạn gửi là 1 ngày sau ngày chốt", "due one day after the cut-off")
_SAME_DAY = Text("hạn gửi là chính ngày chốt", "due on the day of the cut-off")
_GRACE = Text(
    "hạn gửi là ngày cuối của tháng liền sau kỳ (quy ước của trang này)",
    "due on the last day of the month after the period (this site's convention)",
)
_COMPILERS = Text("theo quy ước của người biên soạn", "by the compilers' convention")
