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
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]
    exported: tuple[Column, ...]
    """The columns of downloads that no file has: where a row came from, what was judged."""
    permanent: tuple[Permanent, ...]
    states: tuple[StateCount, ...]
    folders: tuple[FolderFiles, ...]
    illustrative_shown: bool


EXPORTED: dict[str, Text] = {
    "plan": Text("mã kế hoạch", "the plan's id"),
    "breakdown": Text(
        "phân tổ, ví dụ gioi-tinh=nu; để trống là tổng số", "the breakdown; blank means the total"
    ),
    "file": Text("tệp mà dòng ấy nằm trong đó", "the file in which the row stands"),
    "due": Text(
        "hạn; với báo cáo mà văn bản không in ngày chốt thì là hạn quy ước",
        "the due date; a convention for reports for which no document prints a cut-off",
    ),
    "status": Text(
        "tình trạng vào ngày đánh giá: mã ở trang cách đánh giá, như met, behind, no-data",
        "the status on the day of judgement, such as met, behind or no-data",
    ),
    "illustrative": Text(
        "true: có số minh họa trong căn cứ đánh giá; false: không có",
        "true where any figure behind the status is illustrative, else false",
    ),
    "clause": Text("mục, điểm của văn bản", "the document's clause"),
    "comparison": Text(
        "phép so sánh: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words, done",
        "the comparison: about, at_least, more_than, at_most, less_than, exactly, between, bare, "
        "in_words or done",
    ),
    "asked": Text(
        "con số phải đạt; khoảng viết 10..20; chỉ tiêu bằng lời thì để trống",
        "the number asked for; a range is 10..20; blank for a target in words",
    ),
    "expected": Text(
        "mức kỳ vọng vào kỳ của giá trị được đánh giá", "what was expected by that period"
    ),
    "share_of_target": Text(
        "giá trị chia cho con số phải đạt (1 là bằng chỉ tiêu)",
        "the value divided by the number asked for (1 is the target)",
    ),
    "as_of": Text("ngày đánh giá", "the day of judgement"),
}
"""What the downloads add to the columns of the files."""


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
