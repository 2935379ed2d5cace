"""The lists of bodies and documents as they were known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from site_builder.model.agency import Act, Agency, FormerName
from site_builder.model.base import Unknown
from site_builder.model.document import Document
from site_builder.model.entries import issued_on
from site_builder.progress.plan_standing import known_cutoffs
from site_builder.terms.period import Period

Documents = Mapping[str, Document]


def body_as_known(body: Agency, documents: Documents, as_of: dt.date) -> Agency:
    """A body with the name of that day, and without an end that nobody knew of.

    An end is known from its document's day; without one, from the first day after the last.
    """
    changed: dict[str, Any] = {}
    reporting = known_cutoffs(body.reporting, documents, as_of)
    if reporting is not body.reporting:
        changed["reporting"] = reporting
    if _began_by_later(body, documents, as_of):
        changed |= {"start": None, "started_by": None}
    if body.until is not None or body.ended_by is not None or body.successors:
        changed |= _end(body, documents, as_of)
    later = [i for i, one in enumerate(body.renamed) if _is_coming(one, documents, as_of)]
    if later:
        then = body.renamed[later[0]]
        changed |= {"name": then.name, "short": then.short, "renamed": body.renamed[: later[0]]}
    return body.model_copy(update=changed) if changed else body


def _end(body: Agency, documents: Documents, as_of: dt.date) -> dict[str, Any]:
    if not _end_is_known(body, documents, as_of):
        return {"until": None, "ended_by": None, "ended_note": None, "successors": ()}
    known = tuple(one for one in body.successors if _is_issued(one.by, documents, as_of))
    return {} if known == body.successors else {"successors": known}


def _end_is_known(body: Agency, documents: Documents, as_of: dt.date) -> bool:
    decided = issued_on(body.ended_by.document, documents) if body.ended_by is not None else None
    if decided is not None:
        return decided <= as_of
    if isinstance(body.until, Unknown):
        return body.until.not_before is None or body.until.not_before.start < as_of
    return body.until is None or body.until.end < as_of


def _is_coming(name: FormerName, documents: Documents, as_of: dt.date) -> bool:
    """Whether a former name was still the name that day, as far as anybody knew."""
    return name.until.end >= as_of or not _is_issued(name.by, documents, as_of)


def _is_issued(act: Act | None, documents: Documents, as_of: dt.date) -> bool:
    issued = issued_on(act.document, documents) if act is not None else None
    return issued is None or issued <= as_of


def bodies_as_known(
    agencies: Mapping[str, Agency],
    documents: Documents,
    mentioned: Callable[[], Iterable[Any]],
    as_of: dt.date,
) -> Mapping[str, Agency]:
    """The bodies of that day; one that began later, or that only a later document founds, only
    where a plan, a row, a document or the end of another body that was known names it.

    Neither as parent nor as member is one named that is not there.
    """
    found = {name: body_as_known(body, documents, as_of) for name, body in agencies.items()}
    coming = {name for name, body in agencies.items() if _is_later_body(body, documents, as_of)}
    if not coming:
        same = all(found[name] is body for name, body in agencies.items())
        return agencies if same else found
    sooner = [one for one in documents.values() if not _is_later(one, as_of)]
    alone = {
        name: body.model_copy(update={"parent": None, "members": ()})
        for name, body in found.items()
    }
    kept = _kept(alone, coming, (*mentioned(), *sooner))
    return {name: _among(body, kept) for name, body in found.items() if name in kept}


def _is_later_body(body: Agency, documents: Documents, as_of: dt.date) -> bool:
    if body.start is not None and body.start.start > as_of:
        return True
    return _began_by_later(body, documents, as_of)


def _began_by_later(body: Agency, documents: Documents, as_of: dt.date) -> bool:
    return not _is_issued(body.started_by, documents, as_of)


def _among(body: Agency, kept: Collection[str]) -> Agency:
    """The body with a parent and members that are among those kept."""
    changed: dict[str, Any] = {}
    if body.parent is not None and body.parent not in kept:
        changed["parent"] = None
    members = tuple(one for one in body.members if one in kept)
    if members != body.members:
        changed["members"] = members
    return body.model_copy(update=changed) if changed else body


def documents_as_known(
    documents: Documents,
    plans: Collection[str],
    agencies: Mapping[str, Agency],
    mentioned: Callable[[], Iterable[Any]],
    as_of: dt.date,
) -> Documents:
    """The documents issued by that day; a later one only where something that stays names it.

    None leads to a plan or a body that is not among those of the day.
    """
    found = {name: _leading(one, plans, agencies) for name, one in documents.items()}
    later = {name for name, document in found.items() if _is_later(document, as_of)}
    if not later:
        same = all(found[name] is document for name, document in documents.items())
        return documents if same else found
    kept = _kept(found, later, (*mentioned(), *agencies.values()))
    return {name: document for name, document in found.items() if name in kept}


def _leading(
    document: Document, plans: Collection[str], agencies: Mapping[str, Agency]
) -> Document:
    leads = {"plan": plans, "issuer_agency": agencies}
    gone = {
        name: None
        for name, known in leads.items()
        if getattr(document, name) is not None and getattr(document, name) not in known
    }
    return document.model_copy(update=gone) if gone else document


def _is_later(document: Document, as_of: dt.date) -> bool:
    issued = document.issued
    if isinstance(issued, Period):
        return issued.end > as_of
    if isinstance(issued, Unknown):
        # The latest day that it can be: before it nobody can say that it was there.
        bound = issued.not_after or issued.not_before
        return bound is not None and bound.end > as_of
    return False


def _kept(
    things: Mapping[str, BaseModel], doubtful: set[str], mentioned: Iterable[Any]
) -> frozenset[str]:
    """All but the doubtful ones that nothing kept mentions."""
    kept = set(things) - doubtful
    todo = [*mentioned, *(things[name] for name in sorted(kept))]
    while todo:
        named = doubtful.intersection(ids_in(todo.pop())) - kept
        kept |= named
        todo += [things[name] for name in sorted(named)]
    return frozenset(kept)


def ids_in(value: Any) -> Iterator[str]:
    """Every single word that a model holds, mappings' keys included: ids are among them."""
    match value:
        case str():
            yield value
        case BaseModel():
            for name in type(value).model_fields:
                yield from ids_in(getattr(value, name))
        case Mapping():
            for key, one in value.items():
                yield from ids_in(key)
                yield from ids_in(one)
        case tuple() | list() | set():
            for one in value:
                yield from ids_in(one)
