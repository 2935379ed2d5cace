"""Columns → row models, for the rows in which nothing is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.sources.table_kinds import KindName

_R = TypeVar("_R", bound=Row)
CellText = Callable[[str], str]
"""The cell of a row under a column's name."""

_ROW_MODELS: Mapping[KindName, type[Row]] = {
    "progress": ProgressRow,
    "duties": DutyRow,
    "reports": SubmittedReport,
    "assessments": AssessmentRow,
}
_WORDS = frozenset(("source", "note", "corrects", "assessor"))
_BLANKABLE = frozenset(("value", "numerator", "denominator", "reported_on", "done_on"))


def build_row(
    kind: KindName,
    plan: str,
    place: tuple[str, int],
    columns: Iterable[str],
    breakdowns: Sequence[str],
    cell: CellText,
) -> Row:
    """One row model; `place` is its file and record. Its cells must have passed every rule."""
    content: dict[str, object] = {"plan": plan, "file": place[0], "record": place[1]}
    for name in columns:
        text = cell(name)
        if name in _WORDS:
            content[name] = unicodedata.normalize("NFC", text)
        elif text or (name not in _BLANKABLE and name != "period"):
            content[name] = text
    given = tuple((name, cell(name)) for name in breakdowns if cell(name))
    if given:
        content["breakdown"] = given
    return _ROW_MODELS[kind].model_validate(content)


def of_type(rows: Iterable[Row], wanted: type[_R]) -> tuple[_R, ...]:
    """The rows of one kind, by file and record."""
    found = [row for row in rows if isinstance(row, wanted)]
    return tuple(sorted(found, key=lambda row: (row.file, row.record)))
