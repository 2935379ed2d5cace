"""`data/progress.csv`: every row of reported values, in one table."""

from __future__ import annotations

from site_builder.exports.export import Export
from site_builder.exports.table import number, table
from site_builder.model.rows import ProgressRow
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

COLUMNS = (
    "plan", "indicator", "agency", "period", "value", "numerator", "denominator", "state",
    "source", "reported_on", "note", "corrects", "breakdown", "file",
)  # fmt: skip


def write(snapshot: Snapshot) -> bytes:
    """Every row as it was reported, corrected ones included; a blank value stays blank."""
    return table(COLUMNS, (cells(row) for row in snapshot.repository.progress))


def cells(row: ProgressRow) -> tuple[str, ...]:
    """One row under the `COLUMNS`."""
    return (
        row.plan,
        row.indicator,
        row.agency,
        row.period.text,
        number(row.value),
        number(row.numerator),
        number(row.denominator),
        row.state,
        row.source,
        row.reported_on.text if row.reported_on else "",
        row.note,
        row.corrects,
        "; ".join(f"{dimension}={category}" for dimension, category in row.breakdown),
        row.file,
    )


EXPORT = Export(
    path="data/progress.csv",
    title=Text("Số liệu thực hiện (CSV)", "Reported values (CSV)"),
    description=Text(
        "Mọi dòng số liệu đã báo cáo, kể cả dòng đã được đính chính.",
        "Every reported row, corrected ones included.",
    ),
    write=write,
    columns=COLUMNS,
)
