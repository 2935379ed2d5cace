"""Reported figures: rows are matched by what they are about, whichever file they stand in."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from site_builder.changes.change import Change, ChangeKind, kind
from site_builder.changes.data_saying import detail, said, subject
from site_builder.changes.sides import Side
from site_builder.model import canonical
from site_builder.model.indicator import target_period
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, Row, SubmittedReport
from site_builder.progress.calendar import end_of_next_month
from site_builder.terms.period import Period
from site_builder.terms.place import Cell, Node

ADDED = kind("data-added", "data", "Thêm số liệu", "Figures added", "data-removed")
REMOVED = kind("data-removed", "data", "Xóa số liệu", "Figures deleted", "data-added")
REVISED = kind("data-revised", "data", "Sửa số liệu", "Figures revised")
NOTE = kind("data-note-changed", "editorial", "Sửa ghi chú của số liệu", "Notes on figures changed")
CLOSED_ADDED = kind(
    "closed-data-added",
    "data",
    "Thêm số liệu cho kỳ đã khép",
    "Figures added for a closed period",
    "closed-data-removed",
)
CLOSED_REMOVED = kind(
    "closed-data-removed",
    "review",
    "Xóa số liệu của kỳ đã khép",
    "Figures of a closed period deleted",
    "closed-data-added",
)
CLOSED_REVISED = kind(
    "closed-data-revised",
    "review",
    "Sửa đè số liệu của kỳ đã khép",
    "Figures of a closed period overwritten",
)
KINDS: tuple[ChangeKind, ...] = (
    ADDED, REMOVED, REVISED, NOTE, CLOSED_ADDED, CLOSED_REMOVED, CLOSED_REVISED,
)  # fmt: skip
_OF_CLOSED = {ADDED: CLOSED_ADDED, REMOVED: CLOSED_REMOVED, REVISED: CLOSED_REVISED}


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of row: its folder below the plan's figures, what it says, and what only comments."""

    folder: str
    thing: str
    figures: tuple[str, ...]
    notes: tuple[str, ...] = ("note",)


_ORIGIN = ("state", "source", "reported_on")
TABLES: Mapping[type[Row], Table] = {
    ProgressRow: Table(
        "progress",
        "indicator",
        ("value", "numerator", "denominator", *_ORIGIN),
        ("note", "corrects"),
    ),
    DutyRow: Table("duties", "duty", ("progress", "done_on", *_ORIGIN)),
    SubmittedReport: Table("reports", "duty", ("received_on", *_ORIGIN)),
    AssessmentRow: Table(
        "assessments", "indicator", ("verdict", "assessor", "assessed_on", *_ORIGIN)
    ),
}
Key = tuple[str, ...]
Names = Mapping[str, str]


def is_closed(period: Period | None, as_of: dt.date) -> bool:
    """Whether the time for reporting on a period is over: by the site's own convention the last
    day of the month after it. What has no period never closes."""
    return period is not None and as_of > end_of_next_month(period.end)


def data_changes(
    before: Iterable[Row],
    after: Iterable[Row],
    base: Side,
    head: Side,
    names: Names,
    as_of: dt.date,
) -> Iterator[Change]:
    """What changed among the rows of one plan; `names` gives its indicators' ids in the head."""
    old, new = _by_key(before, names), _by_key(after, {})
    for key in dict.fromkeys((*new, *old)):
        for was, becomes in _pairs(old.get(key, ()), new.get(key, ())):
            yield _change(key, was, becomes, base, head, as_of)


def _by_key(rows: Iterable[Row], names: Names) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[_key(row, names)].append(row)
    return found


def _key(row: Row, names: Names) -> Key:
    """What a row is about; several rows about one thing are its history."""
    table = TABLES[type(row)]
    thing: str = getattr(row, table.thing)
    about = "" if isinstance(row, AssessmentRow) else _text(getattr(row, "period", None))
    if isinstance(row, AssessmentRow):
        about = row.target
    split = row.breakdown if isinstance(row, ProgressRow) else ()
    told = [f"{dimension}={category}" for dimension, category in sorted(split)]
    return (table.folder, names.get(thing, thing), row.agency, about or "-", *told)


def _text(period: Period | None) -> str:
    return "" if period is None else period.text


def _pairs(old: Iterable[Row], new: Iterable[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows that say the same cancel out; of the others those with equal figures belong together,
    then the first reported to the first reported."""
    was, becomes = _without(old, new, _all), _without(new, old, _all)
    if not was and not becomes:
        return
    for row in list(was):
        same = next((other for other in becomes if _figures(other) == _figures(row)), None)
        if same is not None:
            was.remove(row)
            becomes.remove(same)
            yield row, same
    was.sort(key=_order)
    becomes.sort(key=_order)
    yield from zip_longest(was, becomes)


def _without(
    rows: Iterable[Row], others: Iterable[Row], content: Callable[[Row], Key]
) -> list[Row]:
    left = Counter(map(content, others))
    found = []
    for row in rows:
        said = content(row)
        if left[said]:
            left[said] -= 1
        else:
            found.append(row)
    return found


def _figures(row: Row) -> Key:
    return tuple(_said(getattr(row, name)) for name in TABLES[type(row)].figures)


def _all(row: Row) -> Key:
    return (*_figures(row), *(_said(getattr(row, name)) for name in TABLES[type(row)].notes))


def _said(value: object) -> str:
    """The same for equal values, however many zeros a number was written with."""
    if value is None or isinstance(value, str):
        return canonical.line(value or "")
    return str(value) if isinstance(value, Period) else canonical.number(value)  # type: ignore[arg-type]


def _order(row: Row) -> tuple[str, Key]:
    return _text(row.reported_on), _all(row)


def _change(
    key: Key, was: Row | None, becomes: Row | None, base: Side, head: Side, as_of: dt.date
) -> Change:
    row, found = (becomes, head) if becomes is not None else (was, base)
    assert row is not None
    closed = is_closed(_period(row), as_of)
    before, after = said(was, becomes, base, head)
    return Change(
        kind=_kind(was, becomes, closed=closed),
        plan=row.plan,
        what="/".join(("data", *key)),
        subject=subject(row, found),
        clause="",
        before=_canonical(was),
        after=_canonical(becomes),
        said_before=before,
        said_after=after,
        where=Cell(row.file, row.record, _column(was, becomes)),
        revision="head" if becomes is not None else "base",
        anchor=None if becomes is not None else Node(row.file),
        detail=detail(becomes),
    )


def _kind(was: Row | None, becomes: Row | None, *, closed: bool) -> ChangeKind:
    if was is not None and becomes is not None:
        if _figures(was) == _figures(becomes):
            return NOTE
        found = REVISED
    else:
        found = ADDED if was is None else REMOVED
    return _OF_CLOSED[found] if closed else found


def _period(row: Row) -> Period | None:
    if isinstance(row, AssessmentRow):
        return target_period(row.target)
    period: Period | None = getattr(row, "period", None)
    return period


def _canonical(row: Row | None) -> str:
    if row is None:
        return ""
    table = TABLES[type(row)]
    said = {name: getattr(row, name) for name in (*table.figures, *table.notes)}
    return canonical.whole({name: value for name, value in said.items() if value not in (None, "")})


def _column(was: Row | None, becomes: Row | None) -> str | None:
    """The first column that differs; of a row that came or went the whole row."""
    if was is None or becomes is None:
        return None
    table = TABLES[type(was)]
    names = (*table.figures, *table.notes)
    return next(n for n in names if _said(getattr(was, n)) != _said(getattr(becomes, n)))
