"""`data/assessments.csv`: every assessment of a target in words."""

from __future__ import annotations

from site_builder.exports.export import Export
from site_builder.exports.table import table
from site_builder.model.rows import ASSESSMENT_COLUMNS, AssessmentRow
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

COLUMNS = ("plan", *ASSESSMENT_COLUMNS, "file")


def write(snapshot: Snapshot) -> bytes:
    """Every row as it was submitted."""
    return table(COLUMNS, (_cells(row) for row in snapshot.repository.assessments))


def _cells(row: AssessmentRow) -> tuple[str, ...]:
    return (
        row.plan,
        row.indicator,
        row.agency,
        row.target,
        row.verdict,
        row.assessor,
        row.assessed_on.text,
        row.state,
        row.source,
        row.reported_on.text if row.reported_on else "",
        row.note,
        row.file,
    )


EXPORT = Export(
    path="data/assessments.csv",
    title=Text("Đánh giá chỉ tiêu bằng lời (CSV)", "Assessments of targets in words (CSV)"),
    description=Text(
        "Ai kết luận chỉ tiêu nào đạt hay không đạt, ngày nào, căn cứ vào đâu.",
        "Who found which target met or not met, when and on what evidence.",
    ),
    write=write,
    columns=COLUMNS,
)
