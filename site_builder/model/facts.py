"""A plan and the shared lists taken apart: every single thing they say, under a permanent key.

Two revisions are compared key by key, and amendments name what they change by these keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from site_builder.model import canonical as form
from site_builder.model import fields
from site_builder.model.agency import Agency
from site_builder.model.amendment import Amended, Amendment
from site_builder.model.base import Words
from site_builder.model.canonical import Form
from site_builder.model.document import Document
from site_builder.model.duty import ROLE_WORDS, Duty, Role
from site_builder.model.fields import Fields
from site_builder.model.indicator import Allocation, Baseline, Indicator, Target
from site_builder.model.plan import Citation, Heading, Objective, Plan, Remark
from site_builder.terms.place import Step

Path = tuple[Step, ...]
ENGLISH = "/en"
"""How keys and fields of translations end."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said."""

    key: str
    """`targets/doan-vien/2025/population`: what `plansite diff` prints."""
    field: str
    """What kind of thing: `target.population`; of a whole `indicator`."""
    content: Any
    form: Form
    path: Path
    """Where it stands in its file."""
    within: tuple[str, ...] = ()
    """The keys of the wholes that it is part of, outermost first."""

    @property
    def value(self) -> str:
        """It in one line."""
        return self.form.write(self.content)

    @property
    def is_whole(self) -> bool:
        """Whether it stands for all that lies below its key."""
        return self.form is form.WHOLE


SUPPORTING = tuple(role for role in ROLE_WORDS if role not in ("lead", "assigned"))
"""Roles that are told body by body: who left one, who took one up."""


def plan_facts(plan: Plan) -> Iterator[Fact]:
    """Everything that a plan says, in the order of its file; order among items says nothing."""
    yield from _told("plan", "plan", plan, fields.PLAN, ())
    yield from _told("plan/signed_by", "plan", plan.signed_by, fields.SIGNATURE, ("signed_by",))
    yield from _told("plan/period", "plan", plan.period, fields.SPAN, ("period",))
    lines = {"; ".join(filter(None, (r.text, r.agency, r.purpose))) for r in plan.recipients}
    if lines:
        said = " · ".join(sorted(lines))
        yield Fact("plan/recipients", "plan.recipients", said, form.LINE, ("recipients",))
    for short, meaning in plan.abbreviations.items():
        path: Path = ("abbreviations", short)
        yield from _leaf(f"abbreviations/{short}", "abbreviation", meaning, form.WORDS, path, ())
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
    yield from _amendments(plan)


def document_facts(documents: Mapping[str, Document]) -> Iterator[Fact]:
    """Everything that the list of documents says."""
    for name, document in documents.items():
        yield from _whole("documents", "document", name, document, ("documents", name))


def agency_facts(agencies: Mapping[str, Agency]) -> Iterator[Fact]:
    """Everything that the list of bodies says."""
    for name, agency in agencies.items():
        yield from _whole("agencies", "agency", name, agency, ("agencies", name))


_OF: Mapping[type[BaseModel], Fields] = {
    Citation: fields.CITATION, Remark: fields.REMARK, Document: fields.DOCUMENT, Agency: fields.AGENCY,
}  # fmt: skip


def _whole(folder: str, field: str, name: str, model: BaseModel, path: Path) -> Iterator[Fact]:
    key = f"{folder}/{name}"
    yield Fact(key, field, model, form.WHOLE, path)
    yield from _told(key, field, model, _OF[type(model)], path, (key,))


def _told(
    key: str, field: str, model: BaseModel, told: Fields, path: Path, within: tuple[str, ...] = ()
) -> Iterator[Fact]:
    """The fields of a model that are given, one by one."""
    for name, how in told.items():
        value, info = getattr(model, name), type(model).model_fields[name]
        # Without a flag that is off by default nothing is said; one that may be absent says “no”.
        if value is None or value == () or (value is False and info.default is False):
            continue
        written = info.alias or name
        yield from _leaf(
            f"{key}/{written}", f"{field}.{name}", value, how, (*path, written), within
        )


def _leaf(
    key: str, field: str, value: Any, how: Form, path: Path, within: tuple[str, ...]
) -> Iterator[Fact]:
    if how.write(value):
        yield Fact(key, field, value, how, path, within)
    if isinstance(value, Words) and value.en and form.line(value.en):
        place = (*path, "en")
        yield Fact(f"{key}{ENGLISH}", f"{field}{ENGLISH}", value.en, form.LINE, place, within)


def _heading(heading: Heading, path: Path) -> Iterator[Fact]:
    key = f"outline/{heading.clause}"
    yield from _leaf(key, "heading", heading.heading, form.WORDS, (*path, "heading"), ())


def _objective(objective: Objective, path: Path) -> Iterator[Fact]:
    key = f"objectives/{objective.id}"
    alone = objective.model_copy(update={"indicators": ()})
    yield Fact(key, "objective", alone, form.WHOLE, path)
    yield from _told(key, "objective", objective, fields.OBJECTIVE, path, (key,))
    for j, indicator in enumerate(objective.indicators):
        yield from _indicator(objective.id, indicator, (*path, "indicators", j))


def _indicator(objective: str, indicator: Indicator, path: Path) -> Iterator[Fact]:
    name = indicator.id
    key = f"indicators/{name}"
    within = (key,)
    yield Fact(key, "indicator", indicator, form.WHOLE, path)
    yield Fact(f"{key}/id", "indicator.id", name, form.ID, (*path, "id"), within)
    yield Fact(f"{key}/objective", "indicator.objective", objective, form.ID, path, within)
    yield from _told(key, "indicator", indicator, fields.INDICATOR, path, within)
    if indicator.baseline is not None:
        yield from _baseline(name, indicator.baseline, (*path, "baseline"), within)
    for period, target in indicator.targets.items():
        yield from _target(f"targets/{name}/{period}", target, (*path, "targets", period), within)
    if indicator.allocation is not None:
        yield from _allocation(name, indicator.allocation, (*path, "allocation"), within)


def _baseline(name: str, baseline: Baseline, path: Path, within: tuple[str, ...]) -> Iterator[Fact]:
    key = f"baselines/{name}"
    yield Fact(key, "baseline", baseline, form.BASELINE, path, within)
    if baseline.clause is not None:
        place = (*path, "clause")
        yield Fact(
            f"indicators/{name}/baseline/clause", "baseline.clause", baseline.clause, form.LINE,
            place, (*within, key),
        )  # fmt: skip


def _target(key: str, target: Target, path: Path, within: tuple[str, ...]) -> Iterator[Fact]:
    yield Fact(key, "target", target, form.TARGET, (*path, target.comparison), within)
    inside = (*within, key)
    yield from _told(key, "target", target, fields.TARGET, path, inside)
    if target.in_words is not None and target.in_words.en:
        place = (*path, "in_words", "en")
        said = target.in_words.en
        yield Fact(f"{key}{ENGLISH}", f"target{ENGLISH}", said, form.LINE, place, inside)
    if target.tolerance is not None and target.about is None:
        place = (*path, "tolerance")
        yield Fact(
            f"{key}/tolerance", "target.tolerance", target.tolerance, form.NUMBER, place, inside
        )


def _allocation(
    name: str, allocation: Allocation, path: Path, within: tuple[str, ...]
) -> Iterator[Fact]:
    key = f"allocations/{name}"
    yield Fact(key, "allocation", allocation, form.WHOLE, path, within)
    inside = (*within, key)
    # Apart from the bodies' shares, so that no body's id can be taken for a field.
    folder = f"indicators/{name}/allocation"
    yield from _told(folder, "allocation", allocation, fields.ALLOCATION, path, inside)
    for body, share in allocation.shares.items():
        place = (*path, "shares", body)
        yield Fact(f"{key}/{body}", "allocation.share", share, form.SHARE, place, inside)


def _duty(duty: Duty, path: Path) -> Iterator[Fact]:
    key = f"duties/{duty.id}"
    within = (key,)
    yield Fact(key, "duty", duty, form.WHOLE, path)
    yield from _told(key, "duty", duty, fields.DUTY, path, within)
    if duty.when is not None:
        yield from _told(key, "duty.when", duty.when, fields.TIMING, (*path, "when"), within)
    roles: dict[str, list[Role]] = {}
    for role in SUPPORTING:
        for body in duty.members(role):
            roles.setdefault(body, []).append(role)
    for body, held in roles.items():
        role = held[0]
        place = (*path, role, duty.members(role).index(body))
        yield Fact(f"{key}/bodies/{body}", "duty.body", tuple(held), form.IDS, place, within)


def _amendments(plan: Plan) -> Iterator[Fact]:
    """Each amended thing by document and key: how entries are grouped makes no difference."""
    said: dict[str, list[tuple[str, Any, str, Path]]] = {}
    for i, amendment in enumerate(plan.amendments):
        folder = f"amendments/{amendment.document}"
        for j, amended in enumerate(amendment.changes):
            place: Path = ("amendments", i, "changes", j)
            content = (amendment, amended)
            key = f"{folder}/{amended.what}"
            said.setdefault(key, []).append((cited(content), content, "amendment", place))
        if amendment.note is not None:
            place = ("amendments", i, "note")
            words = form.line(amendment.note.vi)
            said.setdefault(f"{folder}/note", []).append((words, words, "amendment.note", place))
    for key, told in said.items():
        for count, (_, content, field, place) in enumerate(sorted(told, key=itemgetter(0)), 1):
            how = _CITED if field == "amendment" else form.LINE
            yield Fact(key if count == 1 else f"{key}#{count}", field, content, how, place)


def cited(said: tuple[Amendment, Amended]) -> str:
    """One amended thing in one line, with what its amendment says of all of them."""
    amendment, amended = said
    parts = {
        "from": amended.before,
        "to": amended.after,
        "clause": amendment.clause,
        "in_force": amendment.in_force,
    }
    return "; ".join(f"{name}: {form.line(str(said))}" for name, said in parts.items() if said)


_CITED = Form(cited, form.LINE.read)
"""Nothing reads it back: an amendment is not itself amended."""
