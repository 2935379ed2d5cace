"""What happened to figures: series that broke, values that were corrected or became official."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, groupby

from site_builder.model.indicator import Indicator
from site_builder.model.repository import Repository
from site_builder.model.rows import STATE_WORDS
from site_builder.pages import paths
from site_builder.pages.amended import Said
from site_builder.pages.deeds import Deed, slug
from site_builder.pages.view import agency_ref, plan_number, text
from site_builder.pages.view_ending import cited
from site_builder.pages.view_quantity import quantity
from site_builder.pages.view_target import period_words
from site_builder.progress import wording
from site_builder.progress.corrections import Correction, corrections
from site_builder.progress.snapshot import IndicatorState, Observation, PlanState, Snapshot
from site_builder.progress.wording import CATEGORY_WORDS
from site_builder.terms.quantity import round_half_up
from site_builder.terms.text import Text, borrowed, same

TOLD = 5
"""So many corrections of one indicator and day are told; the rest are on its page."""


def figure_deeds(snapshot: Snapshot) -> Iterator[Deed]:
    """Every break and every correction, indicator by indicator."""
    for plan in snapshot.plans.values():
        for state in plan.indicators:
            yield from _breaks(snapshot, plan, state)
            yield from _corrected(snapshot, plan, state)


def _breaks(snapshot: Snapshot, plan: PlanState, state: IndicatorState) -> Iterator[Deed]:
    for one in state.breaks:
        day = one.start.start
        yield Deed(
            kind="break",
            anchor=f"ngat-{slug(plan.plan_id)}-{state.indicator.id}-{day.isoformat()}",
            day=day,
            when=wording.day(day),
            title=_BROKEN,
            subject=text(state.indicator.name),
            path=paths.indicator(plan.plan_id, state.indicator.id),
            plan_id=plan.plan_id,
            plan=plan_number(plan.plan),
            document=one.document or "",
            by=cited(snapshot.repository, one.document or "", one.clause),
            note=text(one.why),
        )


def corrected(state: IndicatorState) -> tuple[Correction, ...]:
    """Every figure of an indicator that took the place of another, those told last first."""
    return corrections(_observations(state))[::-1]


def _observations(state: IndicatorState) -> Iterator[Observation]:
    return chain(state.series, *state.unit_series.values(), *state.parts.values())


def _corrected(snapshot: Snapshot, plan: PlanState, state: IndicatorState) -> Iterator[Deed]:
    """One deed for each day on which figures of an indicator were replaced."""
    for day, found in groupby(corrected(state), key=_day):
        of_day = list(found)
        shown = [correction_line(snapshot.repository, state, one) for one in of_day[:TOLD]]
        yield Deed(
            kind="corrected",
            anchor=f"sua-so-{slug(plan.plan_id)}-{state.indicator.id}-{day.isoformat()}",
            day=day,
            when=wording.day(day),
            title=_CORRECTED,
            subject=text(state.indicator.name),
            path=f"{paths.indicator(plan.plan_id, state.indicator.id)}#so-lieu-sua",
            plan_id=plan.plan_id,
            plan=plan_number(plan.plan),
            lines=tuple(shown),
            rest=len(of_day) - len(shown),
            illustrative=any(is_illustrative(one) for one in of_day),
        )


def _day(one: Correction) -> dt.date:
    return one.day


def is_illustrative(one: Correction) -> bool:
    """Whether a number of it, the earlier or the later, is illustrative."""
    return "illustrative" in (one.old.state, one.new.state)


def correction_line(repository: Repository, state: IndicatorState, one: Correction) -> Said:
    """One correction in words: whose figure of which period, what it was and became, and why."""
    where = period_words(one.period.text)
    if one.agency != state.whole:
        who = text(agency_ref(repository, one.agency).name)
        where = Text("{period}, {who}", "{period}, {who}").fill(period=where, who=who)
    for _, category in one.breakdown:
        of = CATEGORY_WORDS.get(category, same(category))
        where = Text("{where}, {of}", "{where}, {of}").fill(where=where, of=of)
    return Said(
        kind=_kind(one),
        subject=where,
        path="",
        before=_value(state.indicator, one.before),
        after=_value(state.indicator, one.after),
        why=borrowed(one.why, None) if one.why else None,
    )


def _kind(one: Correction) -> Text:
    """What the new row did: made a figure firmer, or corrected it."""
    if one.firmed is None:
        return _MENDED
    before, after = (STATE_WORDS[state] for state in one.firmed)
    return _FIRMER.fill(before=before, after=after)


def _value(indicator: Indicator, value: Decimal | None) -> Text:
    return _BLANK if value is None else quantity(round_half_up(value, 2), indicator.unit)


_BROKEN = Text("Chuỗi số liệu bị ngắt:", "Series broken:")
_CORRECTED = Text("Sửa số liệu:", "Figures corrected:")
_MENDED = Text("Đính chính", "Corrected")
_FIRMER = Text("Số {before} thành số {after}", "From {before} to {after}")
_BLANK = Text("để trống", "left blank")
