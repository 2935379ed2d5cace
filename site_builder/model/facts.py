"""A plan and the shared lists taken apart: every single thing they say, under a permanent key.

Two revisions are compared key by key, and amendments name what they change by these keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from site_builder.model import canonical as form
from site_builder.model import fields
from site_builder.model.act_facts import ENGLISH, plan_acts
from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.duty import ROLE_WORDS, Duty, Role
from site_builder.model.fact import Fact, Path, leaf, told
from site_builder.model.fields import Fields
from site_builder.model.indicator_facts import indicator_facts
from site_builder.model.life_facts import life_parts
from site_builder.model.plan import Citation, Heading, Objective, Plan, Remark
from site_builder.model.reporting import Cutoffs

SUPPORTING = tuple(role for role in ROLE_WORDS if role not in ("lead", "assigned"))
"""Roles that are told body by body: who left one, who took one up."""


def plan_facts(plan: Plan) -> Iterator[Fact]:
    """Everything that a plan says, in the order of its file; order among items says nothing."""
    yield from told("plan", "plan", plan, fields.PLAN, ())
    yield from told("plan/signed_by", "plan", plan.signed_by, fields.SIGNATURE, ("signed_by",))
    yield from told("plan/period", "plan", plan.period, fields.SPAN, ("period",))
    lines = {"; ".join(filter(None, (r.text, r.agency, r.purpose))) for r in plan.recipients}
    if lines:
        said = " · ".join(sorted(lines))
        yield Fact("plan/recipients", "plan.recipients", said, form.LINE, ("recipients",))
    yield from _cutoffs("plan", plan.reporting, ())
    for short, meaning in plan.abbreviations.items():
        path: Path = ("abbreviations", short)
        yield from leaf(f"abbreviations/{short}", "abbreviation", meaning, form.WORDS, path, ())
    for i, heading in enumerate(plan.outline):
        yield from _heading(heading, ("outline", i))
    for i, citation in enumerate(plan.cites):
        yield from _whole("citations", "citation", citation.document, citation, ("cites", i))
    for i, objective in enumerate(plan.objectives):
        yield from _objective(objective, ("objectives", i))
    for i, duty in enumerate(plan.duties):
        yield from _duty(duty, ("duties", i))
    for i, remark in enumerate(plan.remarks):
        yield from _whole("remarks", "remark", remark.id, remark, ("remarks", i))
    for key, field, content, how, place in plan_acts(plan):
        yield Fact(key, field, content, how, place)


def document_facts(documents: Mapping[str, Document]) -> Iterator[Fact]:
    """Everything that the list of documents says."""
    for name, document in documents.items():
        yield from _whole("documents", "document", name, document, ("documents", name))


def agency_facts(agencies: Mapping[str, Agency]) -> Iterator[Fact]:
    """Everything that the list of bodies says."""
    for name, agency in agencies.items():
        path: Path = ("agencies", name)
        yield from _whole("agencies", "agency", name, agency, path)
        key = f"agencies/{name}"
        for part, how in life_parts(agency):
            at = (*path, *part.path)
            yield Fact(f"{key}/{part.key}", f"agency.{part.field}", part.content, how, at, (key,))
        yield from _cutoffs(key, agency.reporting, path, (key,))


_OF: Mapping[type[BaseModel], Fields] = {
    Citation: fields.CITATION, Remark: fields.REMARK, Document: fields.DOCUMENT, Agency: fields.AGENCY,
}  # fmt: skip


def _whole(folder: str, field: str, name: str, model: BaseModel, path: Path) -> Iterator[Fact]:
    key = f"{folder}/{name}"
    yield Fact(key, field, model, form.WHOLE, path)
    yield from told(key, field, model, _OF[type(model)], path, (key,))


def _cutoffs(
    key: str, cutoffs: Cutoffs, path: Path, within: tuple[str, ...] = ()
) -> Iterator[Fact]:
    """When the reports of each interval close and are due, as a plan or a body declares it."""
    for interval in Cutoffs.model_fields:
        cutoff = getattr(cutoffs, interval)
        if cutoff is not None:
            below, place = f"{key}/reporting/{interval}", (*path, "reporting", interval)
            yield from told(below, f"reporting.{interval}", cutoff, fields.CUTOFF, place, within)


def _heading(heading: Heading, path: Path) -> Iterator[Fact]:
    key = f"outline/{heading.clause}"
    yield from leaf(key, "heading", heading.heading, form.WORDS, (*path, "heading"), ())


def _objective(objective: Objective, path: Path) -> Iterator[Fact]:
    key = f"objectives/{objective.id}"
    alone = objective.model_copy(update={"indicators": ()})
    yield Fact(key, "objective", alone, form.WHOLE, path)
    yield from told(key, "objective", objective, fields.OBJECTIVE, path, (key,))
    for j, indicator in enumerate(objective.indicators):
        yield from indicator_facts(objective.id, indicator, (*path, "indicators", j))


def _duty(duty: Duty, path: Path) -> Iterator[Fact]:
    key = f"duties/{duty.id}"
    within = (key,)
    yield Fact(key, "duty", duty, form.WHOLE, path)
    yield from told(key, "duty", duty, fields.DUTY, path, within)
    if duty.when is not None:
        yield from told(key, "duty.when", duty.when, fields.TIMING, (*path, "when"), within)
    roles: dict[str, list[Role]] = {}
    for role in SUPPORTING:
        for body in duty.members(role):
            roles.setdefault(body, []).append(role)
    for body, held in roles.items():
        role = held[0]
        place = (*path, role, duty.members(role).index(body))
        yield Fact(f"{key}/bodies/{body}", "duty.body", tuple(held), form.IDS, place, within)


__all__ = [
    "ENGLISH",
    "SUPPORTING",
    "Fact",
    "agency_facts",
    "document_facts",
    "plan_facts",
]
