"""Who mentions what: every id of a body, a document or an indicator that a file names, and where."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.checks.view import PlanView, View, agency, document
from site_builder.model.agency import Act, Agency
from site_builder.model.duty import ROLE_WORDS
from site_builder.model.reporting import Cutoff, Cutoffs
from site_builder.terms.place import Node, Step

Reference = tuple[Node, str | None]


def agencies_of(plan: PlanView) -> Iterator[Reference]:
    """Every mention of a body in a plan, with its place."""
    content = plan.plan
    yield plan.at("issuer"), content.issuer
    yield plan.at("whole"), content.whole
    yield plan.at("signed_by", "on_behalf_of"), content.signed_by.on_behalf_of
    for i, recipient in enumerate(content.recipients):
        yield plan.at("recipients", i, "agency"), recipient.agency
    for path, indicator in plan.indicators():
        yield plan.at(*path, "whole"), indicator.whole
        shares = indicator.allocation.shares if indicator.allocation else {}
        for name in shares:
            yield plan.key(*path, "allocation", "shares", name), name
    for i, duty in enumerate(content.duties):
        for role in ROLE_WORDS:
            for j, member in enumerate(duty.members(role)):
                yield plan.at("duties", i, role, j), member


def agencies_of_lists(view: View) -> Iterator[Reference]:
    """Every mention of a body in the lists of bodies and documents, with its place."""
    for name, body in view.agencies.items():
        for i, successor in enumerate(body.successors):
            yield agency(name, "successors", i, "agency"), successor.agency
        yield agency(name, "parent"), body.parent
        for i, member in enumerate(body.members):
            yield agency(name, "members", i), member
    for name, entry in view.documents.items():
        yield document(name, "issuer_agency"), entry.issuer_agency


def documents_of(plan: PlanView) -> Iterator[Reference]:
    """Every mention of a document in a plan, with its place."""
    content = plan.plan
    yield plan.at("document"), content.document
    for i, name in enumerate(content.implements):
        yield plan.at("implements", i), name
    for i, citation in enumerate(content.cites):
        yield plan.at("cites", i, "document"), citation.document
    for i, remark in enumerate(content.remarks):
        for j, name in enumerate(remark.documents):
            yield plan.at("remarks", i, "documents", j), name
    for i, amendment in enumerate(content.amendments):
        yield plan.at("amendments", i, "document"), amendment.document
    yield from _documents_over_time(plan)


def _documents_over_time(plan: PlanView) -> Iterator[Reference]:
    content = plan.plan
    for i, superseded in enumerate(content.superseded):
        yield plan.at("superseded", i, "document"), superseded.document
    for path, cutoff in _cutoffs(content.reporting, ("reporting",)):
        yield plan.at(*path, "document"), cutoff.document
    for at, indicator in plan.indicators():
        for i, broken in enumerate(indicator.breaks):
            yield plan.at(*at, "breaks", i, "document"), broken.document
        for key, target in indicator.targets.items():
            yield plan.at(*at, "targets", key, "authority"), target.authority


def documents_of_lists(view: View) -> Iterator[Reference]:
    """Every mention of a document in the lists of documents and bodies, with its place."""
    for name, entry in view.documents.items():
        for i, other in enumerate(entry.implements):
            yield document(name, "implements", i), other
    for name, body in view.agencies.items():
        for path, act in acts(body):
            yield agency(name, *path, "document"), act.document
        for path, cutoff in _cutoffs(body.reporting, ("reporting",)):
            yield agency(name, *path, "document"), cutoff.document


def acts(body: Agency) -> Iterator[tuple[tuple[Step, ...], Act]]:
    """Every act that the life of a body rests on, with its path in the body's entry."""
    for key, act in (("started_by", body.started_by), ("ended_by", body.ended_by)):
        if act is not None:
            yield (key,), act
    for i, former in enumerate(body.renamed):
        if former.by is not None:
            yield ("renamed", i, "by"), former.by
    for i, successor in enumerate(body.successors):
        if successor.by is not None:
            yield ("successors", i, "by"), successor.by


def _cutoffs(cutoffs: Cutoffs, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Cutoff]]:
    for interval in Cutoffs.model_fields:
        cutoff = getattr(cutoffs, interval)
        if cutoff is not None:
            yield (*path, interval), cutoff


def indicators_of(plan: PlanView) -> Iterator[Reference]:
    """Every mention of an indicator elsewhere in its plan, with its place."""
    for path, indicator in plan.indicators():
        yield plan.at(*path, "within"), indicator.within
    holders: list[tuple[Step, tuple[tuple[str, ...], ...]]] = [
        ("duties", tuple(duty.indicators for duty in plan.plan.duties)),
        ("remarks", tuple(remark.indicators for remark in plan.plan.remarks)),
    ]
    for key, lists in holders:
        for i, names in enumerate(lists):
            for j, name in enumerate(names):
                yield plan.at(key, i, "indicators", j), name
