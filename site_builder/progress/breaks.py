"""Breaks of a series: what lies on which side, and what may be taken together.

Source: DESIGN sections 4.9 and 5 of this project. A series that from a day on counts other people,
another area or by another method is two series; what is said on one side rests on that side alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from site_builder.model.document import Document
from site_builder.model.entries import entries, issued_on
from site_builder.model.indicator import Break, Indicator, Measure, Target
from site_builder.model.plan import Plan
from site_builder.progress import wording
from site_builder.progress.calendar import issued_by
from site_builder.progress.observations import Series
from site_builder.progress.sides import Sides
from site_builder.terms.text import Text, same

Documents = Mapping[str, Document]


def segments(series: Series, breaks: tuple[Break, ...], measures: Measure) -> tuple[Series, ...]:
    """A series side by side: within each of them a line may be drawn, between two of them never."""
    sides = Sides(breaks, measures)
    return tuple(sides.part(series, side) for side in range(len(breaks) + 1))


def known_breaks(
    indicator: Indicator, documents: Documents, as_of: dt.date, earlier: Collection[str] = ()
) -> tuple[Break, ...]:
    """The breaks that could be known on a day, oldest first: begun, and by a document that had
    been issued; one that is not among `documents` is not known either.

    What stood before all the same (`earlier`, by key) is known without its document, and a base
    of a period that had not ended without its value.
    """
    found = []
    for one in indicator.breaks:
        changed: dict[str, Any] = {}
        if one.start.start > as_of:
            continue
        if not _is_known(one, documents, as_of):
            if f"indicators/{indicator.id}/breaks/{one.start}" not in earlier:
                continue
            changed["document"] = None
        base = one.baseline
        if base is not None and base.value is not None and base.period.end > as_of:
            changed["baseline"] = base.model_copy(update={"value": None})
        found.append(one.model_copy(update=changed) if changed else one)
    return tuple(sorted(found, key=lambda one: one.start.start))


def _is_known(one: Break, documents: Documents, as_of: dt.date) -> bool:
    if one.document is None:
        return True
    issued = issued_on(one.document, documents)
    return one.document in documents and (issued is None or issued <= as_of)


def with_known_breaks(
    plan: Plan, documents: Documents, as_of: dt.date, earlier: Collection[str] = ()
) -> Plan:
    """The plan as it was known on a day, without the breaks that nobody could know of."""
    if not any(one.breaks for one in plan.indicators()):
        return plan
    objectives = tuple(
        objective.model_copy(
            update={
                "indicators": tuple(
                    one.model_copy(update={"breaks": known_breaks(one, documents, as_of, earlier)})
                    if one.breaks
                    else one
                    for one in objective.indicators
                )
            }
        )
        for objective in plan.objectives
    )
    return plan.model_copy(update={"objectives": objectives})


_SETTING = ("population", "unit", "each", "first", "relative", "since", "of", "scope", "authority")
"""Parts of a target that say what must be reached, rather than how the document words it."""


def set_on(
    plan: Plan, documents: Documents, indicator: str, key: str, target: Target, as_of: dt.date
) -> dt.date:
    """From when a target stands as it does: of the amendment that last changed it, else of the
    document that set it, else of the plan. What has no day was set before every break."""
    printed = issued_by(plan)
    if target.authority is not None:
        printed = issued_on(target.authority, documents)
    whole = f"targets/{indicator}/{key}"
    keys = {f"indicators/{indicator}", whole, *(f"{whole}/{name}" for name in _SETTING)}
    return max([*_amended(plan, documents, keys, as_of), printed or dt.date.min])


def shared_on(plan: Plan, documents: Documents, indicator: str, as_of: dt.date) -> dt.date:
    """From when an allocation stands as it does: of the amendment that last changed any of it,
    else of the plan."""
    whole = f"allocations/{indicator}"
    keys = {f"indicators/{indicator}", whole, f"indicators/{indicator}/allocation/period"}
    keys |= {one.key for one in entries(plan, documents) if one.key.startswith(f"{whole}/")}
    return max([*_amended(plan, documents, keys, as_of), issued_by(plan) or dt.date.min])


def _amended(plan: Plan, documents: Documents, keys: set[str], as_of: dt.date) -> list[dt.date]:
    """The days of the amendments in force that changed any of these."""
    if not plan.amendments:
        return []
    found = (one for one in entries(plan, documents) if one.key in keys and one.holds(as_of))
    return [one.day for one in found if one.day is not None]


def barring(sides: Sides, since: dt.date, due: dt.date | None) -> Break | None:
    """The first break that keeps a target of the day `since` from the figures of its due date."""
    for one in sides.breaks:
        day = one.start.start
        if since < day and (due is None or day <= due) and not one.targets_hold:
            return one
    return None


def said_by(one: Break, documents: Documents) -> Text:
    """` (theo 202/2025/QH15, mục 1)`: the document that is the cause; nothing where none is named."""
    if one.document is None:
        return _NOTHING
    name = _name(one.document, documents.get(one.document))
    if one.clause is None:
        return _BY.fill(document=name)
    return _BY_CLAUSE.fill(document=name, clause=one.clause)


def _name(key: str, document: Document | None) -> Text:
    if document is None:
        return same(key)
    if isinstance(document.number, str):
        return same(document.number)
    return wording.wording(document.subject or document.kind)


def not_comparable(one: Break, documents: Documents) -> Text:
    """Why a target set before a break says nothing of the figures after it."""
    return _NOT_COMPARABLE.fill(**_told(one, documents))


def counted_anew(one: Break, documents: Documents) -> Text:
    """What stands beside a judgement on the figures after a break."""
    return _ANEW.fill(**_told(one, documents))


def across(one: Break, documents: Documents, period: Text) -> Text:
    """Why a period with a break inside it is neither summed nor compared."""
    return _ACROSS.fill(period=period, **_told(one, documents))


def base_apart(one: Break, documents: Documents, period: Text) -> Text:
    """Why a target that is counted from a period before a break has no level after it."""
    return _BASE_APART.fill(period=period, **_told(one, documents))


def base_after(one: Break, documents: Documents, period: Text) -> Text:
    """Why a target that is counted from a period after a break has no level before it."""
    return _BASE_AFTER.fill(period=period, **_told(one, documents))


def _told(one: Break, documents: Documents) -> dict[str, Text]:
    return {
        "day": wording.day(one.start.start),
        "why": wording.clause(one.why),
        "by": said_by(one, documents),
    }


_NOTHING = Text("", "")
_BY = Text("; theo {document}", "; by {document}")
_BY_CLAUSE = Text("; theo {document}, mục {clause}", "; by {document}, clause {clause}")
_NOT_COMPARABLE = Text(
    "Chuỗi số liệu ngắt từ ngày {day} ({why}{by}): chỉ tiêu đặt trước ngày ấy không so được với "
    "số liệu sau.",
    "The series breaks on {day} ({why}{by}): a target set before that day cannot be compared with "
    "the figures after it.",
)
_ANEW = Text(
    "Chuỗi số liệu ngắt từ ngày {day} ({why}{by}): chỉ xét số liệu từ ngày ấy, tiến độ tính lại.",
    "The series breaks on {day} ({why}{by}): only figures from that day on count, and progress is "
    "counted anew.",
)
_ACROSS = Text(
    "Chuỗi số liệu ngắt từ ngày {day} ({why}{by}), giữa {period}: không cộng, không so sánh qua chỗ "
    "ngắt.",
    "The series breaks on {day} ({why}{by}), inside {period}: nothing is summed or compared across "
    "the break.",
)
_BASE_APART = Text(
    "Chuỗi số liệu ngắt từ ngày {day} ({why}{by}): số liệu {period}, là gốc của chỉ tiêu này, không "
    "so được với số liệu sau.",
    "The series breaks on {day} ({why}{by}): the figure for {period}, from which this target is "
    "counted, cannot be compared with those after it.",
)
_BASE_AFTER = Text(
    "Chuỗi số liệu ngắt từ ngày {day} ({why}{by}): số liệu {period}, là gốc của chỉ tiêu này, không "
    "so được với số liệu trước.",
    "The series breaks on {day} ({why}{by}): the figure for {period}, from which this target is "
    "counted, cannot be compared with those before it.",
)
