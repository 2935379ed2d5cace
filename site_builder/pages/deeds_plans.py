"""What happened to plans: issued, amended, replaced or ended as a whole or in parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.changes.sides import side
from site_builder.changes.subjects import of_key
from site_builder.model.base import Unknown
from site_builder.model.plan import Plan, Supersession
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.amended import Said, Told, path_of, told
from site_builder.pages.deeds import Deed, slug
from site_builder.pages.view import plan_label, text
from site_builder.pages.view_ending import cited
from site_builder.progress import wording
from site_builder.progress.snapshot import PlanState, Snapshot
from site_builder.terms.period import Period
from site_builder.terms.text import Text


def plan_deeds(snapshot: Snapshot) -> Iterator[Deed]:
    """Every deed about a plan, plan by plan."""
    for plan in snapshot.plans.values():
        yield _issued(plan)
        yield from amended_deeds(snapshot, plan)
        yield from superseded_deeds(snapshot, plan)


def _issued(state: PlanState) -> Deed:
    plan = state.plan
    known = plan.issued if isinstance(plan.issued, Period) else None
    return Deed(
        kind="issued",
        anchor=f"ban-hanh-{slug(state.plan_id)}",
        day=known.end if known else None,
        when=wording.period(known) if known else _UNDATED,
        title=_ISSUED,
        subject=plan_label(plan),
        path=paths.plan(state.plan_id),
        plan_id=state.plan_id,
        plan=None,
        document=plan.document,
        note=text(plan.title),
    )


def amended_deeds(snapshot: Snapshot, plan: PlanState) -> Iterator[Deed]:
    """What amendments changed in a plan, the oldest first."""
    taken: dict[str, int] = {}
    for one in told(snapshot.repository, plan):
        anchor = f"sua-{slug(plan.plan_id)}-{one.amendment.document}"
        taken[anchor] = taken.get(anchor, 0) + 1
        number = taken[anchor]
        yield _amended(snapshot, plan, one, anchor if number == 1 else f"{anchor}-{number}")


def _amended(snapshot: Snapshot, plan: PlanState, one: Told, anchor: str) -> Deed:
    repository, amendment = snapshot.repository, one.amendment
    decided = issued_on(repository, amendment.document) or one.stand.decided or one.stand.day
    force = one.stand.day
    return Deed(
        kind="amended",
        anchor=anchor,
        day=decided,
        when=_UNDATED if decided is None else wording.day(decided),
        title=_AMENDED,
        subject=plan_label(plan.plan),
        path=paths.plan(plan.plan_id),
        plan_id=plan.plan_id,
        plan=None,
        document=amendment.document,
        by=cited(repository, amendment.document, amendment.clause),
        in_force=force,
        coming=force is not None and force > snapshot.as_of,
        lines=one.lines,
        note=text(amendment.note) if amendment.note else None,
    )


def superseded_deeds(snapshot: Snapshot, plan: PlanState) -> Iterator[Deed]:
    """By which documents a plan or parts of it ceased to hold."""
    repository = snapshot.repository
    for place, one in enumerate(plan.plan.superseded, 1):
        decided = issued_on(repository, one.document)
        force = one.start.start
        yield Deed(
            kind="replaced",
            anchor=f"het-{slug(plan.plan_id)}-{one.document}" + (f"-{place}" if place > 1 else ""),
            day=decided or force,
            when=wording.day(decided or force),
            title=_superseded(one),
            subject=plan_label(plan.plan),
            path=paths.plan(plan.plan_id),
            plan_id=plan.plan_id,
            plan=None,
            document=one.document,
            by=cited(repository, one.document, one.clause),
            in_force=force,
            coming=force > snapshot.as_of,
            lines=parts(repository, plan.plan_id, plan.plan, one),
            note=text(one.note) if one.note else None,
        )


def _superseded(one: Supersession) -> Text:
    if one.parts:
        return _PARTLY_REPLACED if one.replaced else _PARTLY_ENDED
    return _REPLACED if one.replaced else _ENDED


def parts(repository: Repository, plan_id: str, plan: Plan, one: Supersession) -> tuple[Said, ...]:
    """The parts that ceased to hold, in words; none where it is the whole plan."""
    if not one.parts:
        return ()
    known = side(repository, plan_id)
    return tuple(
        Said(_PART, of_key(key, known), path_of(plan_id, key, plan), None, None)
        for key in one.parts
    )


def issued_on(repository: Repository, document_id: str) -> dt.date | None:
    """The day of a document; of one dated to a month or a year its last; None where unknown."""
    known = repository.documents.get(document_id)
    if known is None or known.issued is None or isinstance(known.issued, Unknown):
        return None
    return known.issued.end


_UNDATED = Text("chưa rõ ngày", "date unknown")
_ISSUED = Text("Ban hành", "Issued:")
_AMENDED = Text("Sửa đổi, bổ sung", "Amended:")
_REPLACED = Text("Thay thế", "Replaced:")
_ENDED = Text("Chấm dứt hiệu lực", "Ended:")
_PARTLY_REPLACED = Text("Thay thế một phần", "Replaced in part:")
_PARTLY_ENDED = Text("Chấm dứt hiệu lực một phần", "Ended in part:")
_PART = Text("Phần hết hiệu lực", "No longer in force")
