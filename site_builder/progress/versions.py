"""What time did to indicators and duties: their versions, and what is still open when they end.

Source: DESIGN section 4.9 of this project. Nothing that ended is late for ever: what was judged by
its own date stays as judged, what was open is no longer in force. It keeps its record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from site_builder.model.duty import Duty
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Supersession
from site_builder.progress import wording
from site_builder.progress.deadlines import DAY_UNKNOWN, ended_before
from site_builder.progress.dues import Office, named
from site_builder.progress.duties import answering_of, counted
from site_builder.progress.histories import Histories
from site_builder.progress.members import Bound
from site_builder.progress.plan_standing import Standing
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    PlanState,
    ShareState,
    TargetState,
)
from site_builder.progress.times import Ending
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same

_DONE = (Status.DONE_ON_TIME, Status.DONE_LATE)
_OPEN = (Status.OVERDUE, Status.IN_PROGRESS, Status.NOT_YET_DUE)
"""What something is until it is done: no date makes it final."""


@dataclass(frozen=True, slots=True)
class Versions:
    """One plan's versions and ends, laid over the judgements of a day."""

    standing: Standing
    office: Office
    histories: Histories

    def indicator(
        self, indicator: Indicator, judge: Callable[[Indicator], IndicatorState]
    ) -> IndicatorState:
        """An indicator with its ended targets beside those that hold.

        What is expected runs through the targets that hold and through those that fell due before
        they ended; one that ended before its date bends nothing. `judge` gives the state of an
        indicator as if all of it held.
        """
        ending = self.standing.end_of(f"indicators/{indicator.id}")
        gone = {} if ending is not None else self.standing.gone.get(indicator.id, {})
        every = indicator
        if gone:
            every = indicator.model_copy(update={"targets": {**indicator.targets, **gone}})
        ends = {key: self._end_of_target(indicator.id, key) for key in every.targets}
        dropped = {key for key, end in ends.items() if ending is None and end is not None}
        state = judge(every)
        if not self.standing.stands and ending is None and not dropped:
            return state
        if dropped:
            state = self._without(state, judge, ends, dropped)
        targets = tuple(self._target(one, ends[one.key], indicator.id) for one in state.targets)
        return self._ended(replace(state, indicator=indicator), ending, targets)

    def _end_of_target(self, name: str, key: str) -> Ending | None:
        return self.standing.end_of(f"targets/{name}/{key}", f"indicators/{name}")

    @staticmethod
    def _without(
        every: IndicatorState,
        judge: Callable[[Indicator], IndicatorState],
        ends: Mapping[str, Ending | None],
        dropped: set[str],
    ) -> IndicatorState:
        """Judged by what holds alone, with the targets that do not as they were judged with it."""
        before = {
            one.key
            for one in every.targets
            if one.key in dropped and (end := ends[one.key]) and _fell_due(one, end)
        }
        targets = every.indicator.targets
        living = {k: one for k, one in targets.items() if k not in dropped or k in before}
        state = judge(every.indicator.model_copy(update={"targets": living}))
        judged = {one.key: one for one in state.targets}
        listed = tuple(judged.get(one.key, one) for one in every.targets)
        return replace(state, targets=listed)

    def _target(self, state: TargetState, end: Ending | None, name: str) -> TargetState:
        history = self.histories.target(name, state.key)
        if end is None:
            return replace(state, history=history) if history else state
        judged = state.judgement
        each = tuple((p, j if p.end < end.day else self._no_longer(j, end)) for p, j in state.each)
        if not _settled(state, end):
            judged = self._no_longer(judged, end)
        return replace(state, judgement=judged, each=each, ended=end, history=history)

    def _ended(
        self, state: IndicatorState, ending: Ending | None, targets: tuple[TargetState, ...]
    ) -> IndicatorState:
        """With its targets as they stand, and in the first place the one that still holds."""
        chosen = None
        if state.headline_target is not None:
            key = state.headline_target.key
            chosen = next(one for one in targets if one.key == key)
        elif targets:
            chosen = targets[-1]
        judged = state.headline if chosen is None else chosen.judgement
        if ending is not None and chosen is None:
            judged = self._no_longer(judged, ending)
        shares = state.shares
        if ending is not None:
            shares = tuple(self._share(state, share, ending) for share in shares)
        return replace(
            state,
            targets=targets,
            headline=judged,
            headline_target=chosen,
            shares=shares,
            ended=ending,
        )

    def _share(self, state: IndicatorState, share: ShareState, ending: Ending) -> ShareState:
        allocation = state.indicator.allocation
        due = allocation is None or allocation.period.end < ending.day
        if share.share is None or due:
            return share
        return replace(share, judgement=self._no_longer(share.judgement, ending))

    def duty(self, state: DutyState, bound: tuple[Bound, ...]) -> DutyState:
        """A duty with its versions; what was not done when it ended is no longer in force."""
        history = self.histories.duty(state.duty.id)
        ending = self._end_of_duty(state.duty)
        if ending is None:
            return replace(state, history=history) if history else state
        judged = {
            agency: self._unless_done(judgement, ending, state.due)
            for agency, judgement in state.by_agency.items()
        }
        return replace(
            state,
            judgement=self._duty_as_a_whole(state, judged, bound, ending),
            by_agency=judged,
            history=history,
            ended=ending,
        )

    def _duty_as_a_whole(
        self,
        state: DutyState,
        judged: Mapping[str, Judgement],
        bound: tuple[Bound, ...],
        ending: Ending,
    ) -> Judgement:
        """Where some bodies were done and others not, they are counted anew; else not at all."""
        answer = [body.agency for body in answering_of(bound)]
        before, now = [state.by_agency[a] for a in answer], [judged[a] for a in answer]
        if answer and now == before:
            return state.judgement
        judgement = self._unless_done(state.judgement, ending, state.due)
        if not answer:
            return judgement
        stale, lines = counted(before), judgement.arithmetic
        alike = all(one.status is Status.ENDED for one in now)
        fresh = () if alike else (counted(now),)
        at = lines.index(stale) if stale in lines else None
        if at is not None:
            lines = (*lines[:at], *fresh, *lines[at + 1 :])
        return replace(judgement, arithmetic=lines)

    def _end_of_duty(self, duty: Duty) -> Ending | None:
        ending = self.standing.end_of(f"duties/{duty.id}")
        over, when = self.standing.ended, duty.when
        if ending is not None or over is None or over.document or when is None:
            return ending
        # The plan's printed period is over: what only came round or went on does so no more.
        return over if when.due is None and (when.ongoing or when.every) else None

    def _unless_done(self, judged: Judgement, ending: Ending, due: dt.date | None) -> Judgement:
        """What was not done ended; of a deadline after the end its silence says nothing."""
        done = judged.status in _DONE or DAY_UNKNOWN in judged.arithmetic
        if done:
            return judged
        lines = judged.arithmetic
        if due is not None and ending.day <= due:
            lines = ended_before(lines)
        return Judgement(Status.ENDED, (self.sentence(ending), *lines), judged.illustrative)

    def _no_longer(self, judged: Judgement, ending: Ending) -> Judgement:
        """The latest figure is kept; how far it is from what was expected is said no more."""
        line = self.sentence(ending)
        return Judgement(Status.ENDED, (line,), judged.illustrative, actual=judged.actual)

    def sentence(self, ending: Ending) -> Text:
        """From when it no longer holds, and by which document."""
        day = wording.day(ending.day)
        if not ending.document:
            return _PERIOD_OVER.fill(day=day)
        document = named(ending.document, self.office.documents)
        clause = _CLAUSE.fill(clause=ending.clause) if ending.clause else same("")
        form = _REPLACED if ending.replaced else _ENDED
        return form.fill(day=day, document=document, clause=clause)


def _fell_due(state: TargetState, end: Ending) -> bool:
    return state.period is not None and state.period.end < end.day


def _settled(state: TargetState, end: Ending) -> bool:
    """Whether it was judged by its own date or done before it ended."""
    if state.judgement.status in _DONE:
        return True
    return _fell_due(state, end) and state.judgement.status not in _OPEN


def with_replaced(plans: Mapping[str, PlanState]) -> dict[str, PlanState]:
    """Every plan with those that its document replaces or ends, whole or in part."""
    by_document = {state.plan.document: plan_id for plan_id, state in plans.items()}
    found: dict[str, list[tuple[str, Supersession]]] = {}
    for plan_id, said in _supersessions(plans.values()):
        later = by_document.get(said.document)
        if later is not None and later != plan_id:
            found.setdefault(later, []).append((plan_id, said))
    return {
        plan_id: replace(state, replaces=tuple(found[plan_id])) if plan_id in found else state
        for plan_id, state in plans.items()
    }


def _supersessions(plans: Iterable[PlanState]) -> Iterator[tuple[str, Supersession]]:
    for state in plans:
        for said in state.plan.superseded:
            yield state.plan_id, said


_ENDED = Text(
    "Không còn hiệu lực từ ngày {day} theo {document}{clause}.",
    "No longer in force from {day} by {document}{clause}.",
)
_REPLACED = Text(
    "Không còn hiệu lực từ ngày {day}, được thay thế theo {document}{clause}.",
    "No longer in force from {day}, replaced by {document}{clause}.",
)
_CLAUSE = Text(", mục {clause}", ", clause {clause}")
_PERIOD_OVER = Text(
    "Không còn hiệu lực từ ngày {day}: thời gian thực hiện in trong kế hoạch đã hết.",
    "No longer in force from {day}: the period printed in the plan is over.",
)
