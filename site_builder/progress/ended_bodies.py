"""What the end of a body does to duties, targets and shares: they stay its own, and it owes nothing.

Nothing passes to a successor: that takes an amendment of the plan, which then names another body.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from site_builder.progress.deadlines import DAY_UNKNOWN, judge_deadline
from site_builder.progress.dues import Office
from site_builder.progress.duties import answering_of, overall_of
from site_builder.progress.ended_words import DOUBTFUL, DOUBTFUL_OF_ALL, EndedWords
from site_builder.progress.every import judge_each
from site_builder.progress.members import Bound
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    ShareState,
    TargetState,
)
from site_builder.progress.times import Ending
from site_builder.terms.period import Period
from site_builder.terms.status import Status
from site_builder.terms.text import Text

_ONE_DAY = dt.timedelta(days=1)
_DONE = (Status.DONE_ON_TIME, Status.DONE_LATE)
_SETTLED = (Status.MET, Status.EXCEEDED, *_DONE, Status.ENDED)
_UNANSWERED = (Status.OVERDUE, Status.NO_DATA)
_VERDICTS = (Status.NOT_MET,)


class EndedBodies:
    """Judgements as they stand for bodies that have ended, or may have, on the day."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._lives = office.lives
        self._words = EndedWords(office)

    def duty(
        self, state: DutyState, bound: tuple[Bound, ...], before: Mapping[str, Judgement]
    ) -> DutyState:
        """A duty whose open parts end with the bodies that had them.

        Bodies that live decide first: one that is late makes the duty late. Where nothing is open
        but with bodies that have ended, nobody can finish it any more, and the duty has ended.
        Where the duty itself has ended (`state.ended`), what ended first tells why; `before` is
        what each body was judged before that was laid over it.
        """
        judged = {
            agency: self.judgement(agency, before[agency], state.due)
            if self._ended_first(agency, state.ended)
            else judgement
            for agency, judgement in state.by_agency.items()
        }
        if judged == state.by_agency:
            return state
        answer = {b.agency: judged[b.agency] for b in answering_of(bound) if b.agency in judged}
        state = replace(state, by_agency=judged)
        if state.ended is not None and not all(self._ended_first(a, state.ended) for a in answer):
            return state
        return replace(state, judgement=self._together(answer, state)) if answer else state

    def _ended_first(self, agency: str, ending: Ending | None) -> bool:
        """Whether no end of the duty itself lies before or on the day on which its body ended."""
        if ending is None:
            return True
        return self._lives.ended_before(agency, ending.day - _ONE_DAY) is not None

    def beside(self, agency: str, state: DutyState) -> Judgement:
        """What a duty is to a body of which nothing is judged on its own: what it is as a whole."""
        whole = state.judgement
        ended = whole.status is Status.ENDED and state.ended is not None
        if ended and self._ended_first(agency, state.ended):
            return Judgement(Status.ENDED, (self._words.of_duty(agency),), whole.illustrative)
        return self.judgement(agency, whole, state.due)

    def judgement(self, agency: str, judgement: Judgement, due: dt.date | None) -> Judgement:
        """What a duty is to one body: ended with the body unless done; in doubt, not judged.

        `due` is the last day of its printed deadline.
        """
        life = self._lives.of(agency)
        if not (life.over or life.doubtful) or _is_done(judgement):
            return judgement
        if life.over:
            return self._ended(agency, judgement, due)
        told = DOUBTFUL_OF_ALL in judgement.arithmetic
        lines = judgement.arithmetic if told else (*judgement.arithmetic, DOUBTFUL)
        asked = judgement.status in _UNANSWERED and due is not None
        if asked and due is not None and self._lives.doubtful_on(agency, due):
            return Judgement(Status.INSUFFICIENT, lines, judgement.illustrative)
        return replace(judgement, arithmetic=lines)

    def _ended(self, agency: str, judgement: Judgement, due: dt.date | None) -> Judgement:
        if judgement.status is Status.ENDED:
            return judgement
        head, told = judgement.arithmetic[:1], judgement.arithmetic[1:]
        if due is not None and self._lives.ended_before(agency, due) is not None:
            # Of a day that it did not live to see, its silence says nothing.
            silence = judge_deadline(None, due, self.office.as_of).arithmetic
            told = tuple(line for line in told if line not in silence)
        lines = (*head, self._words.of_duty(agency), *told)
        return Judgement(Status.ENDED, lines, judgement.illustrative)

    def _together(self, answer: Mapping[str, Judgement], state: DutyState) -> Judgement:
        several = len(answer) > 1
        told = {a: self._words.as_whole(a, j, several=several) for a, j in answer.items()}
        everybody = overall_of(told, state.duty)
        alive = {a: j for a, j in told.items() if j.status is not Status.ENDED}
        if len(alive) == len(told):
            return everybody
        status = Status.ENDED
        if not all(_is_done(judgement) for judgement in alive.values()):
            # Whoever is done must not make the others, of whom some ended, look in progress.
            waited_for = {a: j for a, j in alive.items() if not _is_done(j)}
            status = overall_of(waited_for, state.duty).status
        return replace(everybody, status=status)

    def indicator(self, state: IndicatorState) -> IndicatorState:
        """An indicator whose targets and shares are not judged after the end of their body."""
        whole = self._lives.of(state.whole).over
        if not whole and not any(self._lives.of(share.agency).over for share in state.shares):
            return state
        targets = tuple(self._target(state.whole, one) for one in state.targets)
        shares = tuple(self._share(state, one) for one in state.shares)
        head = state.headline_target
        if head is None:
            return replace(state, targets=targets, shares=shares)
        chosen = targets[state.targets.index(head)]
        return replace(
            state,
            targets=targets,
            shares=shares,
            headline=chosen.judgement,
            headline_target=chosen,
        )

    def _target(self, whole: str, state: TargetState) -> TargetState:
        if state.ended is not None:
            return state
        if state.each:
            return self._each(whole, state)
        if state.period is None:
            return replace(state, judgement=self._undated(whole, state))
        if self._settled(state):
            return state
        judgement = self.judged_after_end(whole, state.judgement, state.period.end)
        return replace(state, judgement=judgement)

    def _undated(self, whole: str, state: TargetState) -> Judgement:
        """A target without a date: what its body had reached stands, as the last that it was."""
        judged = state.judgement
        if judged.status is Status.ENDED or not self._lives.of(whole).over:
            return judged
        if judged.status in (*_SETTLED, Status.AT_LEVEL) or self._settled(state):
            lines = (*judged.arithmetic, self._words.last_figure(whole))
            return replace(judged, arithmetic=lines)
        kept = judged.arithmetic if judged.status is Status.INSUFFICIENT else ()
        return self._not_judged(judged, (self._words.of_undated(whole), *kept))

    @staticmethod
    def _settled(state: TargetState) -> bool:
        by_person = state.target.in_words is not None
        return by_person and state.judgement.status in _VERDICTS

    def _each(self, whole: str, state: TargetState) -> TargetState:
        """A target of every year: the years that it lived to see, each on its own."""
        until = state.period.end if state.period is not None else self.office.as_of
        if self._lives.ended_before(whole, until) is None:
            return state
        lived = [one for one in state.each if not self._lives.ended_before(whole, one[0].end)]
        known: dict[Period, Judgement] = dict(lived)
        each = tuple((p, self.judged_after_end(whole, j, p.end)) for p, j in state.each)
        judged, _ = judge_each(tuple(known), known.__getitem__, state.period, self.office.as_of)
        if judged.status is Status.NOT_MET:
            return replace(state, each=each, judgement=judged)
        say = self._words.of_undated if state.period is None else self._words.of_target
        lines = (say(whole), *(judged.arithmetic if known else ()))
        illustrative = judged.illustrative and bool(known)
        judgement = Judgement(Status.INSUFFICIENT, lines, illustrative)
        return replace(state, each=each, judgement=judgement)

    def _share(self, state: IndicatorState, share: ShareState) -> ShareState:
        allocation = state.indicator.allocation
        if share.share is None or allocation is None:
            return share
        judged = self.judged_after_end(share.agency, share.judgement, allocation.period.end)
        return replace(share, judgement=judged)

    def judged_after_end(self, agency: str, judgement: Judgement, due: dt.date) -> Judgement:
        """A target due after its body's last day: what was reached stands, the rest is not judged.

        The latest figure is kept; how far it is from what was expected is said no more.
        """
        if judgement.status in _SETTLED or self._lives.ended_before(agency, due) is None:
            return judgement
        kept = judgement.arithmetic if judgement.status is Status.INSUFFICIENT else ()
        return self._not_judged(judgement, (self._words.of_target(agency), *kept))

    @staticmethod
    def _not_judged(judged: Judgement, lines: tuple[Text, ...]) -> Judgement:
        return Judgement(Status.INSUFFICIENT, lines, judged.illustrative, actual=judged.actual)


def _is_done(judgement: Judgement) -> bool:
    return judgement.status in _DONE or DAY_UNKNOWN in judgement.arithmetic
