"""`data/progress.csv`: every row of reported values, in one table."""

from __future__ import annotations

from decimal import Decimal

from site_builder.exports.export import Export
from site_builder.exports.table import table
from site_builder.model.rows import ProgressRow
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

COLUMNS = (
    "plan", "indicator", "agency", "period", "value", "numerator", "denominator", "state",
    "source", "reported_on", "note", "corrects", "breakdown", "file",
)  # fmt: skip


def write(snapshot: Snapshot) -> bytes:
    """Every row as it was reported, corrected ones included; a blank value stays blank."""
    return table(COLUMNS, (_cells(row) for row in snapshot.repository.progress))


def _cells(row: ProgressRow) -> tuple[str, ...]:
    return (
        row.plan,
        row.indicator,
        row.agency,
        row.period.text,
        _number(row.value),
        _number(row.numerator),
        _number(row.denominator),
        row.state,
        row.source,
        row.reported_on.text if row.reported_on else "",
        row.note,
        row.corrects,
        "; ".join(f"{dimension}={category}" for dimension, category in row.breakdown),
        row.file,
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


EXPORT = Export(
    path="data/progress.csv",
    title=Text("Số liệu thực hiện (CSV)", "Reported values (CSV)"),
    description=Text(
        "Mọi dòng số liệu đã báo cáo, kể cả dòng đã được đính chính.",
        "Every reported row, corrected ones included.",
    ),
    write=write,
)
