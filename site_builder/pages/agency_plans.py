"""The plans that a body issued with their targets counted, and the reports that it has not had."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.pages import paths
from site_builder.pages.headline import Figure, figures, past, side_by_side, target_judgements
from site_builder.pages.page import Context
from site_builder.pages.view import plan_label
from site_builder.pages.view_reports import plan_anchor
from site_builder.pages.view_status import Counts
from site_builder.progress.snapshot import AgencyState, PlanState
from site_builder.terms.text import Text

DRAWN = 120
"""Up to so many targets are drawn one mark each."""


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """A plan of this body, its targets counted as on the home page."""

    label: Text
    path: str
    counts: Counts
    """Those of a group side by side, as the strip draws them; empty where they are too many."""
    figures: tuple[Figure, ...]
    targets: int
    past: int
    """How many more ended before they were concluded: neither counted nor drawn."""
    illustrative: bool


@dataclass(frozen=True, slots=True)
class NotReceived:
    """Reports under one plan that are due to this body and not in the data."""

    plan: Text
    path: str
    """Where they are told body by body."""
    reports: int
    bodies: int
    illustrative: bool


def issued_by_agency(context: Context) -> dict[str, tuple[IssuedPlan, ...]]:
    """The plans of every body that issued any, in the order of the plans."""
    found: dict[str, list[IssuedPlan]] = {}
    for state in context.snapshot.plans.values():
        found.setdefault(state.plan.issuer, []).append(_issued(state))
    return {agency: tuple(plans) for agency, plans in found.items()}


def _issued(state: PlanState) -> IssuedPlan:
    judged = tuple(target_judgements(state.indicators))
    counted, ended = figures(judged), past(judged)
    targets = sum(figure.count for figure in counted)
    return IssuedPlan(
        label=plan_label(state.plan),
        path=paths.plan(state.plan_id),
        counts=side_by_side(counted) if targets <= DRAWN else (),
        figures=counted,
        targets=targets,
        past=ended.count if ended else 0,
        illustrative=any(figure.illustrative for figure in counted),
    )


def not_received(context: Context, state: AgencyState) -> tuple[NotReceived, ...]:
    """What others owe to a body, plan by plan; only plans under which something is missing."""
    asked: dict[str, set[str]] = {}
    for duty in (*state.leads, *state.supports):
        if "receives" in duty.roles:
            asked.setdefault(duty.plan_id, set()).add(duty.state.duty.id)
    found = (_missing(context.snapshot.plans[plan], duties) for plan, duties in asked.items())
    return tuple(one for one in found if one is not None)


def _missing(plan: PlanState, duties: Iterable[str]) -> NotReceived | None:
    missing = [one for one in plan.reports if one.missing and one.duty and one.duty.id in duties]
    if not missing:
        return None
    return NotReceived(
        plan=plan_label(plan.plan),
        path=f"{paths.REPORTING}#{plan_anchor(plan.plan_id)}",
        reports=len(missing),
        bodies=len({one.agency for one in missing}),
        illustrative=plan.illustrative,
    )
