"""`data/reports.csv`: every report that was due or came in, body by body and period by period."""

from __future__ import annotations

from site_builder.exports.export import Export
from site_builder.exports.table import table, yes
from site_builder.progress.snapshot import Owed, Snapshot
from site_builder.terms.text import Text

COLUMNS = (
    "plan", "duty", "agency", "period", "due", "received_on", "status", "illustrative", "source",
    "file",
)  # fmt: skip


def write(snapshot: Snapshot) -> bytes:
    """Every report whose period has ended by the day; what has not come in has no date of it."""
    owed = (one for plan in snapshot.plans.values() for one in plan.reports)
    return table(COLUMNS, map(_cells, owed))


def _cells(owed: Owed) -> tuple[str, ...]:
    row = owed.received
    return (
        owed.plan_id,
        owed.duty.id if owed.duty else "",
        owed.agency,
        owed.period.text,
        owed.due.isoformat(),
        row.received_on.text if row else "",
        owed.judgement.status.value,
        yes(owed.judgement.illustrative),
        row.source if row else "",
        row.file if row else "",
    )


EXPORT = Export(
    path="data/reports.csv",
    title=Text("Báo cáo phải gửi và đã nhận (CSV)", "Reports due and received (CSV)"),
    description=Text(
        "Mỗi cơ quan, mỗi kỳ một dòng: hạn, ngày nhận, tình trạng. Hạn không in trong văn bản là "
        "hạn quy ước, nói ở trang cách đánh giá.",
        "A row for each body and period: due date, date received, status. A due date that no "
        "document prints is a convention, told on the page of method.",
    ),
    write=write,
    columns=COLUMNS,
)
