"""One plan as it was known and in force on a day: its versions, and what of it no longer holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from site_builder.model import keys
from site_builder.model.amendment import Amendment
from site_builder.model.document import Document
from site_builder.model.entries import Entry, by_key, entries, in_force, issued_on
from site_builder.model.indicator import Indicator, Target
from site_builder.model.plan import Plan, Supersession
from site_builder.model.reporting import Cutoff, Cutoffs
from site_builder.model.standing import back, is_target, put_back, with_values
from site_builder.progress.breaks import with_known_breaks
from site_builder.progress.calendar import span_end
from site_builder.progress.times import Ending, Stand

Documents = Mapping[str, Document]
Told = Mapping[str, list[Entry]]
_HELD = ("objectives", "indicators", "duties")
"""Folders of wholes that stay in the plan when an amendment ends them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan on a day."""

    plan: Plan
    """In force that day, with the objectives, indicators and duties that had ended still in it."""
    stands: tuple[Stand, ...] = ()
    """Every version known that day, the original first; empty where there is only one."""
    ended: Ending | None = None
    """Why the whole plan no longer holds."""
    ends: Mapping[str, Ending] = field(default_factory=dict)
    """Why parts of it do not: by `duties/…`, `indicators/…`, `objectives/…`, `targets/…/2025`."""
    gone: Mapping[str, Mapping[str, Target]] = field(default_factory=dict)
    """Targets that amendments ended in indicators that still hold, as they stood, by indicator."""

    def end_of(self, *named: str) -> Ending | None:
        """The first end of a thing, by its own keys or with the whole plan by a document."""
        found = [self.ends[key] for key in named if key in self.ends]
        if self.ended is not None and self.ended.document:
            found.append(self.ended)
        return min(found, key=lambda one: one.day, default=None)


def standing_of(plan: Plan, documents: Documents, as_of: dt.date) -> Standing:
    """The plan on the day, by the documents that had been issued by then.

    An amendment is known from its document's day and holds from its own. One of a document that
    nobody can date stands as the plan has it. Of a plan that nothing was done to nothing is made.
    """
    if not plan.amendments:
        plan = _known_parts(plan, documents, as_of, frozenset())
        return Standing(plan, (), *_superseded(plan, as_of))
    told = by_key(entries(plan, documents))
    earlier = frozenset(_stood_before(told, as_of))
    stands = _stands(plan, told, documents, as_of)
    now = [one.plan for one in stands if one.day is None or one.day <= as_of][-1]
    latest = {key: one for key, some in told.items() if (one := _latest(some, as_of))}
    over = {key: one for key, one in latest.items() if one.ends}
    held = _known_parts(_with_held(now, over), documents, as_of, earlier)
    ended, ends = _superseded(held, as_of)
    known = tuple(a for a in plan.amendments if _is_known(a.document, documents, as_of))
    return Standing(
        plan=held.model_copy(update={"amendments": known}),
        stands=_as_known(stands, documents, as_of, earlier) if len(stands) > 1 else (),
        ended=ended,
        ends=_first({key: _ending(one) for key, one in over.items()}, ends),
        gone=_gone(held, over),
    )


def _latest(told: Iterable[Entry], as_of: dt.date) -> Entry | None:
    holding = [entry for entry in told if entry.holds(as_of)]
    return holding[-1] if holding else None


def _is_known(document: str, documents: Documents, as_of: dt.date) -> bool:
    """Whether a document had been issued by the day; of one that nobody can date, that it had."""
    issued = issued_on(document, documents)
    return issued is None or issued <= as_of


# ---------------------------------------------------------------------------- versions


def _stands(plan: Plan, told: Told, documents: Documents, as_of: dt.date) -> tuple[Stand, ...]:
    """The original, then the plan from each day on which a known amendment came into force."""
    known = [a for a in plan.amendments if _is_known(a.document, documents, as_of)]
    days: dict[dt.date | None, list[Amendment]] = {None: []}
    for amendment in known:
        days.setdefault(in_force(amendment, documents), []).append(amendment)
    latest_first = sorted((day for day in days if day is not None), reverse=True)
    steps = back(plan, told, lambda entry: entry.known(as_of))
    stood, step = plan.model_copy(update={"amendments": ()}), next(steps, None)
    found = []
    for day in (*latest_first, None):
        while step is not None and (day is None or step.until is None or step.until > day):
            stood, step = step.plan.model_copy(update={"amendments": ()}), next(steps, None)
        own = () if day is None else tuple(days[day])
        issued = [issued_on(one.document, documents) for one in own]
        decided = max((one for one in issued if one is not None), default=None)
        found.append(Stand(day, stood, own, decided))
    return tuple(reversed(found))


def _as_known(
    stands: tuple[Stand, ...], documents: Documents, as_of: dt.date, earlier: frozenset[str]
) -> tuple[Stand, ...]:
    return tuple(
        replace(one, plan=_known_parts(one.plan, documents, as_of, earlier)) for one in stands
    )


# ---------------------------------------------------------------------------- ends


def _ending(entry: Entry) -> Ending:
    assert entry.day is not None
    return Ending(entry.day, entry.amendment.document, entry.amendment.clause or "")


def _first(*found: Mapping[str, Ending]) -> dict[str, Ending]:
    """Of several ends of one thing the earliest."""
    ends: dict[str, Ending] = {}
    for some in found:
        for key, end in some.items():
            if key not in ends or end.day < ends[key].day:
                ends[key] = end
    return ends


def _with_held(plan: Plan, over: Mapping[str, Entry]) -> Plan:
    """With the wholes that amendments ended put back, as they stood when they ended."""

    def held(key: str) -> bool:
        return keys.is_whole(key) and key.partition("/")[0] in _HELD

    return with_values(plan, put_back(over, held))


def _gone(plan: Plan, over: Mapping[str, Entry]) -> dict[str, dict[str, Target]]:
    """The targets that ended alone, as they stood when they ended."""

    def alone(key: str) -> bool:
        return is_target(key) and not _within_ended(key, over)

    found: dict[str, dict[str, Target]] = {}
    ended = sorted(filter(alone, over))
    restored = with_values(plan, put_back(over, alone)) if ended else plan
    indicators = {one.id: one for one in restored.indicators()}
    for key in ended:
        _, name, period = key.split("/")
        target = indicators[name].targets.get(period) if name in indicators else None
        if target is not None:
            found.setdefault(name, {})[period] = target
    return found


def _within_ended(key: str, over: Mapping[str, Entry]) -> bool:
    return any(whole in over for whole in keys.wholes_around(key))


def _superseded(plan: Plan, as_of: dt.date) -> tuple[Ending | None, dict[str, Ending]]:
    """Why the plan, and parts of it, no longer hold by other documents or by its printed period."""
    whole: list[Ending] = []
    parts: list[dict[str, Ending]] = []
    last = span_end(plan)
    if last is not None and last < as_of:
        whole.append(Ending(last + dt.timedelta(days=1)))
    names = {old: one.id for one in plan.indicators() for old in one.formerly}
    for said in plan.superseded:
        day = said.start.start
        if day > as_of:
            continue
        end = Ending(day, said.document, said.clause or "", said.replaced)
        if not said.parts:
            whole.append(end)
        parts.append(dict.fromkeys((keys.renamed(part, names) for part in said.parts), end))
    # Of one day the document tells more than the printed period.
    ended = min(whole, key=lambda one: (one.day, not one.document), default=None)
    return ended, _with_indicators(plan, _first(*parts))


def _with_indicators(plan: Plan, ends: dict[str, Ending]) -> dict[str, Ending]:
    """An objective ends with its indicators."""
    within = {
        f"indicators/{indicator.id}": ends[f"objectives/{objective.id}"]
        for objective in plan.objectives
        if f"objectives/{objective.id}" in ends
        for indicator in objective.indicators
    }
    return _first(ends, within) if within else ends


# ---------------------------------------------------------------------------- what was known


def _stood_before(told: Told, as_of: dt.date) -> Iterator[str]:
    """Keys, and those of what they lie in, of which amendments of later documents tell that they
    said something before: only what they say now can rest on such a document."""
    for key, some in told.items():
        if any(one.amended.before is not None and not one.known(as_of) for one in some):
            steps = key.split("/")
            yield from ("/".join(steps[:deep]) for deep in range(1, len(steps) + 1))


def _known_parts(
    plan: Plan, documents: Documents, as_of: dt.date, earlier: Collection[str]
) -> Plan:
    """Without what rests on documents that had not been issued: breaks, targets, cut-offs, ends.

    `earlier` are the keys of what stood before the day all the same, by whatever document.
    """
    if any(one.breaks for one in plan.indicators()):
        plan = with_known_breaks(plan, documents, as_of, earlier)
    superseded = tuple(one for one in plan.superseded if _told(one, documents, as_of))
    reporting = known_cutoffs(plan.reporting, documents, as_of, earlier)
    if superseded != plan.superseded or reporting is not plan.reporting:
        plan = plan.model_copy(update={"superseded": superseded, "reporting": reporting})
    if any(target.authority for one in plan.indicators() for target in one.targets.values()):
        plan = _with_known_targets(plan, documents, as_of, earlier)
    return plan


def _told(one: Supersession, documents: Documents, as_of: dt.date) -> bool:
    issued = issued_on(one.document, documents)
    return (one.start.start if issued is None else issued) <= as_of


def known_cutoffs(
    cutoffs: Cutoffs, documents: Documents, as_of: dt.date, earlier: Collection[str] = ()
) -> Cutoffs:
    """Without those that a later document declares; of one that stood before, without it."""
    changed: dict[str, Cutoff | None] = {}
    for name in Cutoffs.model_fields:
        one: Cutoff | None = getattr(cutoffs, name)
        if one is None or one.document is None or _is_known(one.document, documents, as_of):
            continue
        stood = f"plan/reporting/{name}" in earlier
        changed[name] = one.model_copy(update={"document": None}) if stood else None
    return cutoffs.model_copy(update=changed) if changed else cutoffs


def _with_known_targets(
    plan: Plan, documents: Documents, as_of: dt.date, earlier: Collection[str]
) -> Plan:
    def known(indicator: Indicator) -> Indicator:
        targets = {}
        for key, target in indicator.targets.items():
            if target.authority is None or _is_known(target.authority, documents, as_of):
                targets[key] = target
            elif f"targets/{indicator.id}/{key}" in earlier:
                targets[key] = target.model_copy(update={"authority": None})
        same = targets == indicator.targets
        return indicator if same else indicator.model_copy(update={"targets": targets})

    objectives = tuple(
        one.model_copy(update={"indicators": tuple(known(i) for i in one.indicators)})
        for one in plan.objectives
    )
    return plan.model_copy(update={"objectives": objectives})
