"""Calendars and feeds of small snapshots, for the tests of this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from icalendar import Calendar

from site_builder.exports import calendar_ics
from site_builder.exports.feed import Outlet
from site_builder.pipeline import read
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Snapshot
from site_builder.progress.times import Occurrence
from site_builder.shell.files import read_repository
from site_builder.terms.text import Text
from tests.progress.make import Fields, plan, snapshot
from tests.sites.trees import MINI

NAME = Text("Tiến độ", "Progress")
VI, EN = Outlet("vi", NAME), Outlet("en", NAME)
ALL = "calendar/all.ics"
LIFE = MINI.parent / "life" / "repository"
LIFE_DAYS = tuple(
    dt.date.fromisoformat(day)
    for day in ("2021-01-15", "2022-12-15", "2024-01-15", "2025-02-01", "2026-03-01")
)
QUARTERLY = {"lead": ["don-vi"], "report": True, "when": {"every": ["quarter"]}}


@cache
def life(day: dt.date) -> Snapshot:
    """The repository to which time happened, on one of its days."""
    return take_snapshot(read(read_repository(LIFE)).repository, day)


def small(
    as_of: str,
    *duties: Fields,
    agencies: Mapping[str, Fields] | None = None,
    documents: Mapping[str, Fields] | None = None,
    **fields: Any,
) -> Snapshot:
    """A plan of these duties; `don-vi` is a body unless `agencies` say otherwise."""
    bodies = {"don-vi": {"name": "Đơn vị", "short": "ĐV"}, **(agencies or {})}
    one = plan(duties=duties or [QUARTERLY], **fields)
    return snapshot(one, as_of, agencies=bodies, documents=documents or {})


def rescheduled(one: Snapshot, agency: str, schedule: Iterable[Occurrence]) -> Snapshot:
    """The same day with another schedule of a body."""
    state = replace(one.agencies[agency], schedule=tuple(schedule))
    return replace(one, agencies={**one.agencies, agency: state})


def calendars(one: Snapshot, outlet: Outlet = VI) -> dict[str, bytes]:
    """Every calendar by its path."""
    return dict(calendar_ics.write(one, outlet))


def events(content: bytes) -> list[Any]:
    """The events of a calendar, read back; each a mapping whose values are of many types."""
    return list(Calendar.from_ical(content).events)


def uids(content: bytes) -> list[str]:
    """Their ids, in order."""
    return [str(event["uid"]) for event in events(content)]
