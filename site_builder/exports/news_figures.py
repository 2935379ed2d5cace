"""News of figures: what was reported on one day, and by whom."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from site_builder.exports.feed import stable_id
from site_builder.exports.news_entry import ILLUSTRATIVE, MOST, News, plan_words
from site_builder.model.repository import Repository
from site_builder.model.rows import DutyRow, ProgressRow, Row
from site_builder.pages import paths
from site_builder.pages.view import agency_short, text
from site_builder.progress import wording
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.text import Text

_NAMED = 8
_NEW_DATA = Text("Số liệu mới ngày {day}: {plan}", "New data of {day}: {plan}")
_PARTLY = Text("{title} (có số liệu minh họa)", "{title} (with illustrative figures)")
_FIGURES = Text("Số liệu chỉ tiêu: {n}", "Figures: {n}")
_DUTIES = Text("Tiến độ nhiệm vụ: {n}", "Progress on duties: {n}")
_ASSESSED = Text("Đánh giá bằng lời: {n}", "Assessments in words: {n}")
_FROM = Text("{what}. Từ: {bodies}.", "{what}. From: {bodies}.")
_MORE = Text("{named} và {n} cơ quan khác", "{named} and {n} more")


def reported(snapshot: Snapshot) -> Iterator[News]:
    """What was reported for one plan on one day, from whom: the newest days, corrections apart."""
    repository = snapshot.repository
    groups: defaultdict[tuple[dt.date, str], list[Row]] = defaultdict(list)
    for row in chain(repository.progress, repository.duty_rows, repository.assessments):
        corrects = isinstance(row, ProgressRow) and row.corrects
        if row.reported_on is not None and row.plan in snapshot.plans and not corrects:
            groups[row.reported_on.end, row.plan].append(row)
    newest = sorted(groups, key=lambda key: (-key[0].toordinal(), key[1]))[:MOST]
    for day, plan_id in newest:
        rows = groups[day, plan_id]
        title = _NEW_DATA.fill(plan=plan_words(repository, plan_id), day=wording.day(day))
        yield News(
            id=stable_id("news", "data", plan_id, day.isoformat()),
            kind="data",
            day=day,
            title=_marked(title, rows),
            words=_FROM.fill(what=_counted(rows), bodies=_named(repository, rows)),
            path=paths.plan(plan_id),
        )


def _marked(title: Text, rows: list[Row]) -> Text:
    """With what is illustrative said in the title itself."""
    illustrative = [row.state == "illustrative" for row in rows]
    if not any(illustrative):
        return title
    return (ILLUSTRATIVE if all(illustrative) else _PARTLY).fill(title=title)


def _counted(rows: list[Row]) -> Text:
    figures = sum(isinstance(row, ProgressRow) for row in rows)
    duties = sum(isinstance(row, DutyRow) for row in rows)
    counts = ((_FIGURES, figures), (_DUTIES, duties), (_ASSESSED, len(rows) - figures - duties))
    said = [words.fill(n=count) for words, count in counts if count]
    return Text("; ".join(one.vi for one in said), "; ".join(one.en for one in said))


def _named(repository: Repository, rows: list[Row]) -> Text:
    bodies = sorted({row.agency for row in rows})
    names = [text(agency_short(repository, body)) for body in bodies[:_NAMED]]
    named = Text("; ".join(name.vi for name in names), "; ".join(name.en for name in names))
    more = len(bodies) - len(names)
    return _MORE.fill(named=named, n=more) if more else named
