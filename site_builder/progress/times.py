"""What time does to plans and bodies: versions, endings, lives, and rounds of what comes round.

Which plans a plan replaces is `PlanState.replaces`: each with the supersession that it declares.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from site_builder.model.amendment import Amendment
from site_builder.model.duty import Duty
from site_builder.model.indicator import Target
from site_builder.model.plan import Plan
from site_builder.model.reporting import Cutoff
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class Ending:
    """Why and from when something no longer holds: its last day was the day before."""

    day: dt.date
    """The first day on which it no longer holds."""
    document: str = ""
    """The document that says so; empty where the plan's own printed period is over."""
    clause: str = ""
    replaced: bool = False
    """Whether the document puts something in its place rather than only ending it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A plan as it stood from one day on."""

    day: dt.date | None
    """From when; None for the original, which holds from the plan's own day."""
    plan: Plan
    """Without its list of amendments: which there were is told by the versions."""
    amendments: tuple[Amendment, ...] = ()
    """What made it so; empty for the original."""
    decided: dt.date | None = None
    """The day of the latest of those documents: before it nobody could know."""


@dataclass(frozen=True, slots=True)
class TargetVersion:
    """A target as it stood from one day on."""

    day: dt.date | None
    """From when; None for the original."""
    target: Target | None
    """None where the amendment ended it."""
    document: str = ""
    """The document that changed it; empty for the original."""
    clause: str = ""
    """The clause of that document."""


@dataclass(frozen=True, slots=True)
class DutyVersion:
    """A duty as it stood from one day on."""

    day: dt.date | None
    duty: Duty | None
    document: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """What is known on the day of judgement of a body's beginning and end."""

    last: dt.date | None = None
    """Its last day, known and established; None while it lives or where the day is unknown."""
    over: bool = False
    """Whether that day has passed."""
    doubtful: bool = False
    """Whether it may have ended and the day, or that it did, is not established."""
    doubtful_from: dt.date | None = None
    """The first day on which it can have ended, where something bounds it."""
    predecessors: tuple[str, ...] = ()
    """Bodies that name it as their successor."""


ALIVE = Life()
"""Of such a body neither beginning nor end is known."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One round of a duty that comes round, or its only one: by when which body does it."""

    plan_id: str
    duty: Duty
    agency: str
    period: Period
    """The round; of a one-off duty its printed deadline."""
    window: tuple[dt.date, dt.date]
    """The first and last day covered, by the cut-off declared."""
    due: dt.date
    printed: bool
    """Whether the document prints that day, rather than a declared or our own convention."""
    cutoff: Cutoff | None = None
    """What the plan or the body declares for the interval."""
    revised: dt.date | None = None
    """The day of the latest document that moved it; None where it stands as first set."""
    revision: int = 0
    """How often it was moved."""
    joined: bool = False
    """Whether it is the first of an interval that replaced another, and begins where that ended."""
