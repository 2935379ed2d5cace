"""Every rule about the meaning of plans, run over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.checks import (
    plan_agencies,
    plan_allocations,
    plan_amendments,
    plan_breaks,
    plan_clauses,
    plan_documents,
    plan_duties,
    plan_formerly,
    plan_identity,
    plan_ids,
    plan_indicators,
    plan_lives,
    plan_numbers,
    plan_references,
    plan_superseded,
    plan_target_shapes,
    plan_targets,
)
from site_builder.checks.view import PlanCheck, PlanView, View
from site_builder.model.repository import plan_file
from site_builder.sources.plans import PlansRead
from site_builder.sources.salvage import Partial
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node

CHECKS: tuple[PlanCheck, ...] = (
    *plan_references.CHECKS,
    *plan_ids.CHECKS,
    *plan_clauses.CHECKS,
    *plan_identity.CHECKS,
    *plan_numbers.CHECKS,
    *plan_documents.CHECKS,
    *plan_agencies.CHECKS,
    *plan_lives.CHECKS,
    *plan_indicators.CHECKS,
    *plan_breaks.CHECKS,
    *plan_targets.CHECKS,
    *plan_target_shapes.CHECKS,
    *plan_allocations.CHECKS,
    *plan_duties.CHECKS,
    *plan_amendments.CHECKS,
    *plan_superseded.CHECKS,
    *plan_formerly.CHECKS,
)


def check_plans(read: PlansRead) -> Iterator[Finding]:
    """What is wrong with the meaning of what was read; what cannot be known is not judged."""
    view = View(read.agencies, read.documents, _plans(read), read.broken)
    partial = {plan_file(plan_id): part for plan_id, part in read.partial.items()}
    for check in CHECKS:
        for finding in check(view):
            if not _follows(finding, partial):
                yield _in_file(finding, partial)


def _plans(read: PlansRead) -> tuple[PlanView, ...]:
    whole = [PlanView(plan_id, plan) for plan_id, plan in read.plans.items()]
    parts = [PlanView(plan_id, part.plan, whole=False) for plan_id, part in read.partial.items()]
    return tuple(sorted([*whole, *parts], key=lambda view: view.id))


def _follows(finding: Finding, partial: dict[str, Partial]) -> bool:
    """Whether it is about a stand-in for what was told to be wrong already."""
    where = finding.where
    if not isinstance(where, Node) or where.file not in partial:
        return False
    return partial[where.file].stands_in(where.path)


def _in_file(finding: Finding, partial: dict[str, Partial]) -> Finding:
    """The finding at the place in the file, where items before it were left out."""
    where = finding.where
    if not isinstance(where, Node) or where.file not in partial:
        return finding
    path = partial[where.file].path_in_file(where.path)
    return replace(finding, where=replace(where, path=path))
