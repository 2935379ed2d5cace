"""Open data and its dictionary: what can be downloaded, what each column means, what came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.model.rows import (
    ASSESSMENT_COLUMNS,
    COLUMN_WORDS,
    DUTY_COLUMNS,
    PROGRESS_COLUMNS,
    REPORT_COLUMNS,
    STATE_WORDS,
    Row,
    State,
)
from site_builder.pages import paths
from site_builder.pages.page import Context, Download, Page, PageKind
from site_builder.terms.text import Text

TITLE = Text("Dữ liệu và từ điển dữ liệu", "Data and its dictionary")


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of CSV file: where it lies and what its columns hold."""

    title: Text
    folder: str
    columns: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many rows of reported values are of one state."""

    state: State
    words: Text
    rows: int


@dataclass(frozen=True, slots=True)
class FileLine:
    """One CSV file that was read."""

    file: str
    plan_path: str
    rows: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class DataData:
    """The data page."""

    downloads: tuple[Download, ...]
    tables: tuple[Table, ...]
    states: tuple[StateCount, ...]
    files: tuple[FileLine, ...]
    illustrative_shown: bool


def _table(title: Text, folder: str, columns: Sequence[str]) -> Table:
    return Table(title, folder, tuple((name, COLUMN_WORDS[name]) for name in columns))


TABLES = (
    _table(
        Text("Số liệu thực hiện chỉ tiêu", "Values of indicators"),
        "progress",
        (*PROGRESS_COLUMNS, "corrects"),
    ),
    _table(Text("Tiến độ nhiệm vụ", "Progress on duties"), "duties", DUTY_COLUMNS),
    _table(Text("Báo cáo đã nhận", "Reports received"), "reports", REPORT_COLUMNS),
    _table(
        Text("Đánh giá chỉ tiêu bằng lời", "Assessments of targets in words"),
        "assessments",
        ASSESSMENT_COLUMNS,
    ),
)


def _files(rows: Iterable[Row]) -> tuple[FileLine, ...]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.file, []).append(row)
    return tuple(
        FileLine(
            file=file,
            plan_path=paths.plan(group[0].plan),
            rows=len(group),
            illustrative=any(row.state == "illustrative" for row in group),
        )
        for file, group in sorted(found.items())
    )


def pages(context: Context) -> Iterable[Page]:
    """The one page of data."""
    repository = context.snapshot.repository
    rows: tuple[Row, ...] = (
        *repository.progress,
        *repository.duty_rows,
        *repository.reports,
        *repository.assessments,
    )
    states = tuple(
        StateCount(state, words, sum(row.state == state for row in rows))
        for state, words in STATE_WORDS.items()
    )
    yield Page(
        path=paths.DATA,
        kind="data",
        title=TITLE,
        description=Text(
            "Tải toàn bộ kế hoạch và số liệu; ý nghĩa từng cột; những tệp đã nhận.",
            "Download every plan and figure; what each column means; which files came in.",
        ),
        data=DataData(context.downloads, TABLES, states, _files(rows), context.illustrative_shown),
        illustrative=any(row.state == "illustrative" for row in rows),
    )


KIND = PageKind(name="data", title=TITLE, template="data.html", pages=pages)
