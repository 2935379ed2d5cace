"""Every rule about reported data, over all files of a repository, in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.checks.series_places import find_places
from site_builder.checks.series_totals import (
    check_allocated,
    check_breakdowns,
    check_nested,
    check_units,
)
from site_builder.checks.series_trend import check_trends
from site_builder.checks.table_files import check_files
from site_builder.checks.table_ledger import Hit, Ledger, lay_out
from site_builder.checks.table_setting import Setting, setting
from site_builder.checks.value_amounts import check_amounts
from site_builder.checks.value_dates import DATE_COLUMNS, check_dates
from site_builder.checks.value_duties import check_assessments, check_duties, check_received
from site_builder.checks.value_far_dates import check_far_dates
from site_builder.checks.value_ids import WORDS, check_ids, check_words
from site_builder.checks.value_lives import check_lives
from site_builder.checks.value_numbers import NUMBER_COLUMNS, check_numbers
from site_builder.checks.value_periods import check_periods
from site_builder.checks.value_required import (
    check_breakdown_cells,
    check_categories,
    check_required,
)
from site_builder.checks.value_texts import check_texts
from site_builder.model.repository import AGENCIES_FILE, Repository
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.sources.filing import is_plan_file, is_table_file, plan_id
from site_builder.sources.rows import Coded, build_rows, of_type
from site_builder.sources.table_draft import Words
from site_builder.sources.table_kinds import TableKind, belonging
from site_builder.sources.tables import Table, read_table
from site_builder.terms.finding import Finding
from site_builder.terms.place import Cell
from site_builder.terms.text import Text

_ID_COLUMNS = ("indicator", "duty", "agency")
_AGENCY = Text("mã cơ quan trong plans/agencies.yml", "the id of a body in plans/agencies.yml")
_INDICATOR = Text("mã chỉ tiêu của kế hoạch {plan}", "the id of an indicator of plan {plan}")
_DUTY = Text("mã nhiệm vụ của kế hoạch {plan}", "the id of a duty of plan {plan}")


@dataclass(frozen=True, slots=True)
class DataChecked:
    """The repository with its reported rows, and everything wrong with them."""

    repository: Repository
    findings: tuple[Finding, ...]


def check_data(
    files: Mapping[str, bytes],
    repository: Repository,
    broken: Collection[str] = (),
    *,
    rows: bool = True,
) -> DataChecked:
    """Read and judge every table below `data/`.

    `broken` are the YAML files that could not be read: nothing is told against tables for what
    such a file might have said. Rows with an error are left out of the repository; with
    `rows=False` none are built, which is all that a check of a million rows needs.
    """
    plans = {*repository.plans, *(plan_id(file) for file in broken if is_plan_file(file))}
    agencies = None if AGENCIES_FILE in broken else repository.agencies
    findings = list(check_files(files, plans))
    built: list[Row] = []
    for (name, kind), tables in _groups(files, plans).items():
        ground = setting(name, repository.plans.get(name), agencies, repository.documents)
        ledger, form = _read(files, tables, kind, ground)
        hits = list(_judge(ledger, ground))
        findings += [*form, *(hit.finding for hit in hits if not _lacking(ledger, hit))]
        if rows and ground.plan is not None and agencies is not None:
            built += _rows(ledger, ground, _faulty(hits))
    full = replace(
        repository,
        progress=of_type(built, ProgressRow),
        duty_rows=of_type(built, DutyRow),
        reports=of_type(built, SubmittedReport),
        assessments=of_type(built, AssessmentRow),
    )
    return DataChecked(full, tuple(findings))


def _groups(
    files: Collection[str], plans: Collection[str]
) -> dict[tuple[str, TableKind], list[str]]:
    groups: dict[tuple[str, TableKind], list[str]] = {}
    for file in sorted(filter(is_table_file, files)):
        belongs = belonging(file, plans)
        if belongs is not None:
            groups.setdefault((belongs.plan, belongs.kind), []).append(file)
    return groups


def _read(
    files: Mapping[str, bytes], names: Sequence[str], kind: TableKind, ground: Setting
) -> tuple[Ledger, list[Finding]]:
    words: Words = {}
    findings: list[Finding] = []
    tables: list[Table] = []
    for name in names:
        result = read_table(name, files[name], kind, _breakdowns(kind, ground), words)
        findings += result.findings
        if result.table is not None:
            tables.append(result.table)
    return lay_out(kind, tables, words, _breakdowns(kind, ground) or ()), findings


def _breakdowns(kind: TableKind, ground: Setting) -> tuple[str, ...] | None:
    return ground.breakdowns if kind.name == "progress" else ()


def _judge(ledger: Ledger, ground: Setting) -> Iterator[Hit]:
    """Cells, then rows against the plan; then, among the rows without error, whole series."""
    if ledger.count == 0:
        return
    hits = list(_judge_cells(ledger, ground))
    if ground.plan is None:
        yield from hits
        return
    hits += _judge_rows(ledger, ground)
    yield from hits
    if ledger.kind.name == "progress":
        yield from _judge_series(ledger, ground, _faulty(hits))


def _lacking(ledger: Ledger, hit: Hit) -> bool:
    """Whether a hit follows from a column that is missing, which is a finding of its own."""
    where = hit.finding.where
    return isinstance(where, Cell) and (where.file, where.column) in ledger.lacking


def _faulty(hits: Sequence[Hit]) -> set[int]:
    return {hit.row for hit in hits if hit.finding.severity == "error"}


def _judge_cells(ledger: Ledger, ground: Setting) -> Iterator[Hit]:
    dates = ("period", *DATE_COLUMNS)
    yield from check_texts(ledger, (*NUMBER_COLUMNS, *dates, *_ID_COLUMNS, *WORDS))
    yield from check_required(ledger)
    if ledger.kind.name == "progress":
        yield from check_numbers(ledger)
    yield from check_dates(ledger)
    yield from check_words(ledger)
    if ground.agencies is not None:
        yield from check_ids(ledger, "agency", ground.agencies, _AGENCY)
    if ground.plan is None:
        return
    if "indicator" in ledger.kind.columns:
        expected = _INDICATOR.fill(plan=ground.plan_id)
        yield from check_ids(ledger, "indicator", ground.indicators, expected)
    if "duty" in ledger.kind.columns:
        yield from check_ids(ledger, "duty", ground.duties, _DUTY.fill(plan=ground.plan_id))


def _judge_rows(ledger: Ledger, ground: Setting) -> Iterator[Hit]:
    yield from check_lives(ledger, ground)
    yield from check_far_dates(ledger, ground)
    if ledger.kind.name == "progress":
        yield from check_amounts(ledger, ground.indicators)
        yield from check_periods(ledger, ground)
        yield from check_breakdown_cells(ledger, ground, ground.breakdowns or ())
        yield from check_categories(ledger, ground, ground.breakdowns or ())
        yield from check_allocated(ledger, ground)
    elif ledger.kind.name == "duties":
        yield from check_duties(ledger, ground)
    elif ledger.kind.name == "reports":
        yield from check_received(ledger, ground)
    else:
        yield from check_assessments(ledger, ground)


def _judge_series(ledger: Ledger, ground: Setting, faulty: set[int]) -> Iterator[Hit]:
    breakdowns = ground.breakdowns or ()
    places, hits = find_places(ledger, breakdowns, faulty)
    trends = list(check_trends(ledger, places, ground.indicators))
    yield from (*hits, *trends)
    # A slip that shows in its own series would show once more in every sum that it is part of.
    places = places.without({hit.row for hit in trends})
    yield from check_units(ledger, places, ground, breakdowns)
    yield from check_nested(ledger, places, ground.indicators, breakdowns)
    yield from check_breakdowns(ledger, places, ground.indicators, breakdowns)


def _rows(ledger: Ledger, ground: Setting, faulty: set[int]) -> Iterator[Row]:
    if not ledger.count:
        # Where no file has a single row, no column was ever read.
        return iter(())
    breakdowns = _breakdowns(ledger.kind, ground) or ()
    names = (*ledger.kind.columns, *ledger.kind.optional, *breakdowns)
    columns = {name: Coded(ledger.codes[name], ledger.texts(name)) for name in names}
    left_out = faulty | ledger.skip
    places = {row: place for row, place in ledger.places() if row not in left_out}
    return build_rows(ledger.kind.name, ground.plan_id, places, columns, breakdowns)
