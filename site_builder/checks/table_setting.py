"""What a plan lays down for its tables: which ids there are, and from when to when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.duty import Duty
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.standing import earlier_bodies, with_ended
from site_builder.sources.table_kinds import KINDS
from site_builder.terms.period import Period


@dataclass(frozen=True, slots=True)
class Setting:
    """One plan, as the rules about its tables see it."""

    plan_id: str
    plan: Plan | None
    """None where its file could not be read: then only the cells themselves are judged."""
    agencies: Mapping[str, Agency] | None
    """None where the list of bodies could not be read: then no body is unknown."""
    indicators: Mapping[str, Indicator]
    duties: Mapping[str, Duty]
    issued: dt.date | None
    """The latest day on which it can have been issued."""
    start: dt.date | None
    end: dt.date | None
    """The last day of the plan or of its last target, whichever is later."""
    formerly: Mapping[str, Collection[str]] = field(default_factory=dict)
    """By duty the bodies that it named before an amendment: what they reported remains."""

    @property
    def breakdowns(self) -> tuple[str, ...] | None:
        """Every breakdown column that an indicator declares, in order; None where unknown."""
        if self.plan is None:
            return None
        declared = (name for i in self.indicators.values() for name in i.breakdowns)
        # One named like a fixed column is a finding of the plan, and none of its tables.
        fixed = (*KINDS["progress"].columns, *KINDS["progress"].optional)
        return tuple(dict.fromkeys(name for name in declared if name not in fixed))

    def close(self, when: Period) -> dt.date:
        """The first day on which a report on a period can be complete: the earliest cut-off that
        the plan or a body declares for it, else its own end."""
        if self.plan is None:
            return when.end
        declared = [self.plan.reporting]
        declared += [body.reporting for body in (self.agencies or {}).values()]
        return min(cutoffs.close(when) for cutoffs in declared)

    def whole(self, indicator: Indicator) -> str:
        """The body whose rows are the figures for the whole."""
        return indicator.whole or (self.plan.whole if self.plan is not None else "")


def setting(
    plan_id: str,
    plan: Plan | None,
    agencies: Mapping[str, Agency] | None,
    documents: Mapping[str, Document],
) -> Setting:
    """The setting of a plan; of one that could not be read, nothing but its id.

    What amendments ended still has its figures.
    """
    if plan is None:
        return Setting(plan_id, None, agencies, {}, {}, None, None, None)
    plan = with_ended(plan, documents)
    indicators = {i.id: i for i in plan.indicators()}
    issued = plan.issued if isinstance(plan.issued, Period) else plan.issued.not_after
    ends = [period.end for i in indicators.values() for period, _ in i.dated_targets()]
    if plan.period.end is not None:
        ends.append(plan.period.end.end)
    return Setting(
        plan_id=plan_id,
        plan=plan,
        agencies=agencies,
        indicators=indicators,
        duties={duty.id: duty for duty in plan.duties},
        issued=None if issued is None else issued.end,
        start=None if plan.period.start is None else plan.period.start.start,
        end=max(ends, default=None),
        formerly=earlier_bodies(plan),
    )


def members(agencies: Mapping[str, Agency] | None, assigned: Collection[str]) -> set[str] | None:
    """The named bodies and the members of named groups; None where a list is open or unknown."""
    if agencies is None:
        return None
    found: set[str] = set()
    waiting = list(assigned)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        agency = agencies.get(name)
        if agency is None:
            continue
        if agency.type in ("open_group", "class") or (
            agency.type == "group" and not agency.members
        ):
            return None
        waiting += agency.members
    return found
