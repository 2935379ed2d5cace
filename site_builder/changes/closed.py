"""Figures of closed periods that were overwritten or deleted rather than corrected: findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.changes import data
from site_builder.changes.change import Change
from site_builder.checks.amendment_rules import OVERWRITTEN
from site_builder.model.canonical import read_whole
from site_builder.model.rows import ProgressRow
from site_builder.terms.finding import Finding
from site_builder.terms.text import Text

_LOST = (data.CLOSED_REVISED.code, data.CLOSED_REMOVED.code)
_FOLDER = f"data/{data.TABLES[ProgressRow].folder}/"
_GRAVE = ("authority", "review")
_KEPT = Text("dòng cũ ({before}) vẫn còn", "the old row ({before}) still there")
_NOTHING = "(không còn)"


def overwritten(changes: Iterable[Change]) -> Iterator[Finding]:
    """Each value of a closed period that is no longer there as it was reported.

    What was made up to show how a page looks has no history to keep; and a repository whose
    policy takes such changes lightly is not told.
    """
    for change in changes:
        lost = change.kind.code in _LOST and change.what.startswith(_FOLDER)
        if not lost or change.kind.weight not in _GRAVE or _made_up(change.before):
            continue
        where = change.where if change.revision == "head" else change.anchor or change.where
        yield OVERWRITTEN.finding(
            where,
            read=f"{change.subject.vi}: {change.said_before.vi} → {change.said_after.vi or _NOTHING}",
            expected=_KEPT.fill(before=change.said_before),
        )


def _made_up(row: str) -> bool:
    return read_whole(row).get("state") == "illustrative"
