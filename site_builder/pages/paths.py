"""The permanent addresses of pages, all in one place; folders below the site's root."""

from __future__ import annotations

HOME = ""
DOCUMENTS = "documents/"
METHOD = "method/"
DATA = "data/"
RULES = "rules/"
AGENCIES = "agencies/"
DEADLINES = "deadlines/"
REPORTING = "reporting/"
COMPARE = "compare/"
TARGETS = "targets/"
CHANGES = "changes/"
GLOSSARY = "glossary/"
SEARCH = "search/"
MISSING = "404.html"
SITE_PICTURE = "site"
CALENDAR = "calendar/all.ics"
"""Every body's dates; a file of each language."""
NEWS = "feed.xml"
"""What is new, for feed readers; a file of each language."""


def plan(plan_id: str) -> str:
    """`plans/ba-dinh/55-kh-qu/`."""
    return f"plans/{plan_id}/"


def picture(plan_id: str) -> str:
    """The name of the picture that stands for a plan where it is shared."""
    return f"plans/{plan_id}"


def indicator(plan_id: str, indicator_id: str) -> str:
    """`plans/ba-dinh/55-kh-qu/indicators/doan-vien/`."""
    return f"plans/{plan_id}/indicators/{indicator_id}/"


def target_anchor(key: str) -> str:
    """The permanent anchor of a target on its indicator's page: `2025@nu` → `moc-2025_nu`.

    Neither a period nor a label holds an underscore, so that no two keys share an anchor.
    """
    return f"moc-{key.replace('@', '_')}"


def target(plan_id: str, indicator_id: str, key: str) -> str:
    """A target's permanent link: its indicator's page and its anchor there."""
    return f"{indicator(plan_id, indicator_id)}#{target_anchor(key)}"


def indicator_data(plan_id: str, indicator_id: str) -> str:
    """The indicator's values as a table, beside its page; both languages share the file."""
    return f"{indicator(plan_id, indicator_id)}data.csv"


def agency(agency_id: str) -> str:
    """`agencies/ldld-quan-ba-dinh/`."""
    return f"agencies/{agency_id}/"


def agency_calendar(agency_id: str) -> str:
    """`calendar/ldld-quan-ba-dinh.ics`: the body's dates, a file of each language."""
    path = f"calendar/{agency_id}.ics"
    # No id holds an underscore.
    return "calendar/all_.ics" if path == CALENDAR else path


def document(document_id: str) -> str:
    """`documents/02-nq-tw/`."""
    return f"documents/{document_id}/"


def rule(code: str) -> str:
    """`rules/V201/`."""
    return f"rules/{code}/"


def clause_anchor(clause: str) -> str:
    """The permanent anchor of a clause on its plan's page: `II.2.1` → `muc-II.2.1`."""
    return f"muc-{clause}"


def clause(plan_id: str, clause_number: str) -> str:
    """A clause's permanent link: the plan's page and the clause's anchor."""
    return f"{plan(plan_id)}#{clause_anchor(clause_number)}"


def duty_anchor(duty_id: str) -> str:
    """The permanent anchor of a duty on its plan's page."""
    return f"nhiem-vu-{duty_id}"


def duty(plan_id: str, duty_id: str) -> str:
    """A duty's permanent link."""
    return f"{plan(plan_id)}#{duty_anchor(duty_id)}"


def remark_anchor(remark_id: str) -> str:
    """The permanent anchor of a remark on its plan's page."""
    return f"luu-y-{remark_id}"
