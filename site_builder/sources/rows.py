"""Columns → row models, for the rows in which nothing is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TypeVar

from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.sources.table_draft import Codes
from site_builder.sources.table_kinds import KindName
from site_builder.terms.period import parse_period
from site_builder.terms.quantity import parse_number

_R = TypeVar("_R", bound=Row)

_ROW_MODELS: Mapping[KindName, type[Row]] = {
    "progress": ProgressRow,
    "duties": DutyRow,
    "reports": SubmittedReport,
    "assessments": AssessmentRow,
}
_composed = partial(unicodedata.normalize, "NFC")
_READERS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("source", "note", "corrects", "assessor"), _composed),
    **dict.fromkeys(("value", "numerator", "denominator"), parse_number),
    **dict.fromkeys(
        ("period", "reported_on", "done_on", "received_on", "assessed_on"), parse_period
    ),
}
"""How a cell of a column is read; every other column keeps its cells as they are."""
_BLANK: Mapping[str, str] = dict.fromkeys(("note", "corrects"), "")
"""What a blank cell is, where it is not None."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of a table: for each row a code into its distinct cells."""

    codes: Codes
    cells: Sequence[str]

    def values(self, name: str, rows: Collection[int]) -> list[object] | None:
        """The column's values in `rows`, each distinct cell read once; None where all are blank."""
        codes = [self.codes[row] for row in rows]
        distinct = {code: self.cells[code] for code in dict.fromkeys(codes)}
        if not any(distinct.values()):
            return None
        read = _READERS.get(name, str)
        values = {code: read(cell) if cell else _BLANK.get(name) for code, cell in distinct.items()}
        return [values[code] for code in codes]


def build_rows(
    kind: KindName,
    plan: str,
    places: Mapping[int, tuple[str, int]],
    columns: Mapping[str, Coded],
    breakdowns: Sequence[str],
) -> Iterator[Row]:
    """The row models of a table of one kind; `places` gives the wanted rows' files and records.

    Their cells must have passed every rule. A blank cell is what the model says of one not given.
    """
    found = {name: column.values(name, places) for name, column in columns.items()}
    given = {name: values for name, values in found.items() if values is not None}
    split = [name for name in breakdowns if name in given]
    by_dimension = list(zip(*(given.pop(name) for name in split), strict=True))
    if split:
        given["breakdown"] = [
            tuple((name, category) for name, category in zip(split, row, strict=True) if category)
            for row in by_dimension
        ]
    given["file"] = [file for file, _ in places.values()]
    given["record"] = [record for _, record in places.values()]
    given["plan"] = [plan] * len(places)
    model = _ROW_MODELS[kind]
    for row in zip(*given.values(), strict=True):
        yield model.model_validate(dict(zip(given, row, strict=True)))


def of_type(rows: Iterable[Row], wanted: type[_R]) -> tuple[_R, ...]:
    """The rows of one kind, by file and record."""
    found = [row for row in rows if isinstance(row, wanted)]
    return tuple(sorted(found, key=attrgetter("file", "record")))
