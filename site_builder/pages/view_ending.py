"""Since when something no longer holds and by which document, as every page says it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.agency import Act
from site_builder.model.repository import Repository
from site_builder.pages.view_life import ActView, act_view
from site_builder.progress.times import Ending


@dataclass(frozen=True, slots=True)
class EndView:
    """An ending, ready to be laid out."""

    day: dt.date
    """The first day on which it no longer holds."""
    by: ActView | None
    """None where the plan's own printed period is over."""
    replaced: bool
    """Whether the document puts something in its place rather than only ending it."""


def end_view(repository: Repository, ending: Ending | None) -> EndView | None:
    """The view of an ending; None where there is none."""
    if ending is None:
        return None
    return EndView(
        ending.day, cited(repository, ending.document, ending.clause), replaced=ending.replaced
    )


def cited(repository: Repository, document: str, clause: str | None = "") -> ActView | None:
    """A document and its clause, to be cited; None where no document is named."""
    if not document:
        return None
    return act_view(repository, Act(document=document, clause=clause or None))
