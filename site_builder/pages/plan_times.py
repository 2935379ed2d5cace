"""What time did to a plan, as the head of its page says it: versions, endings, what it replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace

from site_builder.model.plan import Supersession
from site_builder.pages import paths
from site_builder.pages.amended import Said
from site_builder.pages.deeds import Deed
from site_builder.pages.deeds_plans import amended_deeds, parts
from site_builder.pages.page import Context
from site_builder.pages.plan_facts import DocumentRef, document_ref
from site_builder.pages.view import plan_label, text
from site_builder.progress.snapshot import PlanState
from site_builder.terms.text import Text


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document by which the plan, or parts of it, ceases to hold."""

    document: DocumentRef
    """By the plan that it is, where that is in the repository."""
    clause: str
    day: dt.date
    coming: bool
    replaced: bool
    parts: tuple[Said, ...]
    """Which parts; empty where it is the whole plan."""
    note: Text | None


@dataclass(frozen=True, slots=True)
class Replaces:
    """An older plan that this one took the place of, as a whole or in part."""

    label: Text
    path: str
    day: dt.date
    coming: bool
    partly: bool
    ended: bool
    """Whether it is ended with nothing put in its place."""


@dataclass(frozen=True, slots=True)
class PlanTimes:
    """Everything that the head of the page says of time; all of it may be empty."""

    since: dt.date | None
    """From when the version that is shown is in force; None for the original."""
    amended: tuple[Deed, ...]
    """The amendments in force, the oldest first."""
    coming: tuple[Deed, ...]
    """Those that are decided and not yet in force."""
    superseded: tuple[Superseded, ...]
    replaces: tuple[Replaces, ...]
    over: dt.date | None
    """Where nothing but the plan's own printed period is over: since when."""


def plan_times(context: Context, state: PlanState, shown: Collection[str]) -> PlanTimes:
    """What time did to one plan; `shown` are the anchors on the page of changes."""
    deeds = tuple(
        deed if deed.anchor in shown else replace(deed, listed=False)
        for deed in amended_deeds(context.snapshot, state)
    )
    held = tuple(deed for deed in deeds if not deed.coming)
    plan = state.plan
    ended = state.ended
    return PlanTimes(
        since=max((deed.in_force for deed in held if deed.in_force), default=None),
        amended=held,
        coming=tuple(deed for deed in deeds if deed.coming),
        superseded=tuple(_superseded(context, state, one) for one in plan.superseded),
        replaces=_replaces(context, state),
        over=ended.day if ended is not None and not ended.document else None,
    )


def _superseded(context: Context, state: PlanState, one: Supersession) -> Superseded:
    return Superseded(
        document=document_ref(context, one.document),
        clause=one.clause or "",
        day=one.start.start,
        coming=one.start.start > context.as_of,
        replaced=one.replaced,
        parts=parts(context.snapshot.repository, state.plan_id, state.plan, one),
        note=text(one.note) if one.note else None,
    )


def _replaces(context: Context, state: PlanState) -> tuple[Replaces, ...]:
    plans = context.snapshot.plans
    return tuple(
        Replaces(
            label=plan_label(plans[older].plan),
            path=paths.plan(older),
            day=one.start.start,
            coming=one.start.start > context.as_of,
            partly=bool(one.parts),
            ended=not one.replaced,
        )
        for older, one in state.replaces
        if older in plans
    )
