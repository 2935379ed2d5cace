"""Open data and its dictionary: what can be downloaded, what each column means, what came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
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
from site_builder.pages import paths, things
from site_builder.pages.data_columns import EXPORTED
from site_builder.pages.page import Context, Download, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB, clause_words, plan_label, text
from site_builder.terms.text import Text

TITLE = Text("Dữ liệu và từ điển dữ liệu", "Data and its dictionary")
DESCRIPTION = Text(
    "Tải toàn bộ kế hoạch và số liệu; ý nghĩa từng cột; những tệp đã nhận.",
    "Download every plan and figure; what each column means; which files came in.",
)
_FIND = Find(
    "page",
    TITLE,
    excerpt=Text(
        "Tải CSV, JSON; ý nghĩa từng cột; dùng lại, trích dẫn thế nào",
        "Download CSV, JSON; what the columns mean; how to reuse and cite",
    ),
    also=("tải", "tải về", "CSV", "JSON", "Excel", "dữ liệu mở", "open data", "download"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of CSV file: where it lies and what its columns hold."""

    title: Text
    folder: str
    header: str
    """Its first line: the columns in their order."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and in which folders' files it stands."""

    name: str
    words: Text
    folders: tuple[str, ...]
    """For a column of downloads alone: the names of the downloads."""


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
    rows: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files that came in for one plan."""

    plan: Text
    plan_path: str
    files: tuple[FileLine, ...]


@dataclass(frozen=True, slots=True)
class Permanent:
    """A kind of thing that can be cited, with the address of one of them as an example."""

    kind: Text
    example: str
    name: Text


@dataclass(frozen=True, slots=True)
class DataData:
    """The data page."""

    downloads: tuple[Download, ...]
    feeds: tuple[Download, ...]
    """What can be subscribed to, a file of each language."""
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]
    exported: tuple[Column, ...]
    """The columns of downloads that no file has: where a row came from, what was judged."""
    permanent: tuple[Permanent, ...]
    states: tuple[StateCount, ...]
    folders: tuple[FolderFiles, ...]
    illustrative_shown: bool


_COLUMNS: dict[str, Sequence[str]] = {
    "progress": (*PROGRESS_COLUMNS, "corrects"),
    "duties": DUTY_COLUMNS,
    "reports": REPORT_COLUMNS,
    "assessments": ASSESSMENT_COLUMNS,
}
_TITLES: dict[str, Text] = {
    "progress": Text("Số liệu thực hiện chỉ tiêu", "Values of indicators"),
    "duties": Text("Tiến độ nhiệm vụ", "Progress on duties"),
    "reports": Text("Báo cáo đã nhận", "Reports received"),
    "assessments": Text("Đánh giá chỉ tiêu bằng lời", "Assessments of targets in words"),
}
TABLES = tuple(
    Table(title, folder, ",".join(_COLUMNS[folder])) for folder, title in _TITLES.items()
)
DICTIONARY = tuple(
    Column(name, words, tuple(folder for folder, names in _COLUMNS.items() if name in names))
    for name, words in COLUMN_WORDS.items()
)


def _exported(downloads: tuple[Download, ...]) -> tuple[Column, ...]:
    """Each column that stands in downloads alone, with their names."""
    names = {name: [_name(one) for one in downloads if name in one.columns] for name in EXPORTED}
    return tuple(
        Column(name, EXPORTED[name], tuple(found)) for name, found in names.items() if found
    )


def _name(download: Download) -> str:
    return download.path.rpartition("/")[2]


def _folders(repository: Repository, rows: Iterable[Row]) -> tuple[FolderFiles, ...]:
    plans: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        plans.setdefault(row.plan, {}).setdefault(row.file, []).append(row)
    return tuple(
        FolderFiles(
            plan=plan_label(repository.plans[plan_id]),
            plan_path=paths.plan(plan_id),
            files=tuple(_file(file, group) for file, group in sorted(files.items())),
        )
        for plan_id, files in sorted(plans.items())
    )


def _file(file: str, rows: list[Row]) -> FileLine:
    return FileLine(
        file=file, rows=len(rows), illustrative=any(row.state == "illustrative" for row in rows)
    )


def _permanent(repository: Repository) -> tuple[Permanent, ...]:
    """One example of each kind, from the first plan that has them."""
    found: dict[str, Permanent] = {}
    for plan_id, plan in repository.plans.items():
        label = plan_label(plan)
        found.setdefault("plan", Permanent(Text("Kế hoạch", "A plan"), paths.plan(plan_id), label))
        for target_clause in _clauses(plan):
            words = Text("{clause}, {plan}", "{clause}, {plan}").fill(
                clause=clause_words(target_clause), plan=label
            )
            path = paths.clause(plan_id, target_clause)
            found.setdefault("clause", Permanent(Text("Mục", "A clause"), path, words))
        for indicator in plan.indicators():
            path = paths.indicator(plan_id, indicator.id)
            kind = Text("Chỉ tiêu", "An indicator")
            found.setdefault("indicator", Permanent(kind, path, text(indicator.name)))
        for duty in plan.duties:
            kind = Text("Nhiệm vụ", "A duty")
            path = paths.duty(plan_id, duty.id)
            found.setdefault("duty", Permanent(kind, path, text(duty.task)))
    for agency_id, agency in repository.agencies.items():
        kind = Text("Cơ quan", "A body")
        found.setdefault("agency", Permanent(kind, paths.agency(agency_id), text(agency.name)))
    return tuple(found.values())


def _clauses(plan: Plan) -> Iterable[str]:
    return (target.clause for one in plan.indicators() for target in one.targets.values())


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
    illustrative = any(row.state == "illustrative" for row in rows)
    yield Page(
        path=paths.DATA,
        kind="data",
        title=TITLE,
        description=DESCRIPTION,
        crumbs=(HOME_CRUMB,),
        data=DataData(
            downloads=context.downloads,
            feeds=context.feeds,
            tables=TABLES,
            columns=DICTIONARY,
            exported=_exported(context.downloads),
            permanent=_permanent(repository),
            states=states,
            folders=_folders(repository, rows),
            illustrative_shown=context.illustrative_shown,
        ),
        finds=(_FIND,),
        about=things.dataset(
            TITLE, DESCRIPTION, paths.DATA, context.downloads, illustrative=illustrative
        ),
        illustrative=illustrative,
    )


KIND = PageKind(name="data", title=TITLE, template="data.html", pages=pages)
