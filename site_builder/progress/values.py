"""Values that an indicator's own interval asks for and that nobody has reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.progress.calendar import first_duty_day, span_end
from site_builder.progress.dues import Claim, Office, documented, freed, judge
from site_builder.progress.flows import amount, by_period
from site_builder.progress.observations import Series, filled
from site_builder.progress.reports import own_window
from site_builder.progress.schedule import NO_CUTOFFS, closing_between, declared
from site_builder.progress.snapshot import Owed
from site_builder.progress.times import Ending
from site_builder.terms.period import Period


def owed_values(
    plan_id: str,
    plan: Plan,
    indicator: Indicator,
    series: Mapping[str, Series],
    whole: str,
    ends: tuple[Ending, ...],
    office: Office,
) -> tuple[Owed, ...]:
    """The values that are missing up to the day, by the indicator's own interval, oldest first.

    For the whole, and for each body with a printed share (a blank share asks for nothing).
    Periods run from the plan's issue to the plan's printed end, else to the last dated target;
    a body's, to its share's date. What a body, the indicator or the plan ended before (`ends`,
    those that a document names) is not asked for, and what lapsed with them no more.
    """
    begin = first_duty_day(plan)
    if indicator.every is None or begin is None:
        return ()
    until = _last_day(plan, indicator, office.as_of)
    ends = documented(plan, ends, office.as_of)
    asked = {whole: until}
    allocation = indicator.allocation
    if allocation is not None:
        for agency, share in allocation.shares.items():
            if share is not None and agency != whole:
                asked[agency] = min(until, allocation.period.end)
    found = [
        Owed(
            plan_id, agency, period, claim.due, None, (indicator.id,),
            judge(claim, None, None, office), None, own_window(period, claim.window),
            cutoff=claim.cutoff,
        )
        for agency, last in asked.items()
        for period, claim in _missing(plan, indicator, agency, series.get(agency, ()), last, office)
        if freed(claim, ends, office) is None
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda owed: (owed.period.end, owed.period.start)))


def _last_day(plan: Plan, indicator: Indicator, as_of: dt.date) -> dt.date:
    end = span_end(plan)
    dated = indicator.dated_targets()
    if end is None and dated and len(dated) == len(indicator.targets):
        end = dated[-1][0].end
    return as_of if end is None else min(as_of, end)


def _missing(
    plan: Plan, indicator: Indicator, agency: str, series: Series, until: dt.date, office: Office
) -> Iterator[tuple[Period, Claim]]:
    """The periods that are over without a figure.

    A level is told by any figure of the same last day. A flow needs its own figure, all of its
    parts, or one that was given for a longer period in one report.
    """
    begin, every = first_duty_day(plan), indicator.every
    assert begin is not None
    assert every is not None
    body = office.agencies.get(agency)
    cutoff = declared(every, plan, NO_CUTOFFS if body is None else body.reporting)
    flow = indicator.measures == "flow"
    given = [o.period for o in filled(series)]
    ends = {period.end for period in given}
    amounts = by_period(series) if flow else {}
    for one in closing_between(every, cutoff, begin, until):
        period = one.period
        if period.end > until:
            continue
        if flow:
            told = any(longer.contains(period) for longer in given)
            if told or (amounts and not amount(amounts, period).missing):
                continue
        elif period.end in ends:
            continue
        yield period, Claim(agency, one.window, one.due, cutoff=cutoff)
