"""`data/reports.csv`: every report asked for or received, body by body and period by period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.exports.export import Export
from site_builder.exports.table import table, yes
from site_builder.progress.snapshot import Owed, Snapshot
from site_builder.terms.text import Text

COLUMNS = (
    "plan", "duty", "agency", "period", "period_from", "period_to", "due", "due_by", "document", "received_on",
    "days_late", "status", "lapsed", "illustrative", "source", "file",
)  # fmt: skip


def write(snapshot: Snapshot) -> bytes:
    """Every report due or received by the day, then those on the open period and the next."""
    return table(COLUMNS, (_cells(one, snapshot.as_of) for one in _owed(snapshot)))


def _owed(snapshot: Snapshot) -> Iterator[Owed]:
    for plan in snapshot.plans.values():
        yield from plan.reports
        yield from plan.coming


def _cells(owed: Owed, as_of: dt.date) -> tuple[str, ...]:
    row = owed.received
    late = owed.late_days(as_of)
    first, last = owed.window or (owed.period.start, owed.period.end)
    return (
        owed.plan_id,
        owed.duty.id if owed.duty else "",
        owed.agency,
        owed.period.text,
        first.isoformat(),
        last.isoformat(),
        owed.due.isoformat(),
        _due_by(owed),
        owed.cutoff.document or "" if owed.cutoff else "",
        row.received_on.text if row else "",
        "" if late is None else str(late),
        owed.judgement.status.value,
        yes(owed.lapsed),
        yes(owed.judgement.illustrative),
        row.source if row else "",
        row.file if row else "",
    )


def _due_by(owed: Owed) -> str:
    """Who set the due day: the plan in print, a document cited for the cut-off, those who
    compiled the plan, or this site's convention."""
    if owed.printed:
        return "plan"
    if owed.cutoff is None or owed.cutoff.due_after is None:
        return "site"
    return "document" if owed.cutoff.document else "compilers"


EXPORT = Export(
    path="data/reports.csv",
    title=Text("Báo cáo phải gửi và đã nhận (CSV)", "Reports due and received (CSV)"),
    description=Text(
        "Mỗi cơ quan, mỗi nhiệm vụ, mỗi kỳ một dòng: kỳ tính từ ngày nào đến ngày chốt nào, hạn gửi "
        "và ai đặt ra hạn ấy (due_by: plan – in trong kế hoạch, document – văn bản ở cột bên, "
        "compilers – quy ước của người biên soạn, site – quy ước của trang này), ngày nhận, số ngày "
        "quá hạn, tình trạng; lapsed: chưa nhận mà không còn ai phải nộp.",
        "A row for each body, duty and period: from when to which cut-off, when it is due and who "
        "says so (due_by: plan – printed there, document – the one beside it, compilers – the "
        "compilers' convention, site – this site's), date received, days late, status; lapsed: it "
        "never came and nobody owes it any more.",
    ),
    write=write,
    columns=COLUMNS,
)
