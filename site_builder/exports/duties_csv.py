"""`data/duties.csv`: every row of reported progress on duties."""

from __future__ import annotations

from site_builder.exports.export import Export
from site_builder.exports.table import table
from site_builder.model.rows import DUTY_COLUMNS, DutyRow
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

COLUMNS = ("plan", *DUTY_COLUMNS, "file")


def write(snapshot: Snapshot) -> bytes:
    """Every row as it was reported."""
    return table(COLUMNS, (_cells(row) for row in snapshot.repository.duty_rows))


def _cells(row: DutyRow) -> tuple[str, ...]:
    return (
        row.plan,
        row.duty,
        row.agency,
        row.period.text if row.period else "",
        row.progress,
        row.done_on.text if row.done_on else "",
        row.state,
        row.source,
        row.reported_on.text if row.reported_on else "",
        row.note,
        row.file,
    )


EXPORT = Export(
    path="data/duties.csv",
    title=Text("Tiến độ nhiệm vụ (CSV)", "Progress on duties (CSV)"),
    description=Text(
        "Mọi dòng mà các cơ quan báo cáo về nhiệm vụ của mình.",
        "Every row that bodies reported on their duties.",
    ),
    write=write,
    columns=COLUMNS,
)
