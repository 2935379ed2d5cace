"""The sentences that say that a body has ended, or may have, beside what it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from site_builder.model.document import Document
from site_builder.progress import wording
from site_builder.progress.dues import Office
from site_builder.progress.snapshot import Judgement
from site_builder.terms.period import Period
from site_builder.terms.text import Text, same


class EndedWords:
    """How the end of each body is told, by which document and from when."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._ends: dict[str, Text] = {}

    def of_duty(self, agency: str) -> Text:
        """Beside a duty: whether a successor is established, and that it passes to nobody."""
        return self._of_duty(agency, _BODY)

    def _of_duty(self, agency: str, who: Text) -> Text:
        body = self._office.agencies.get(agency)
        heirs = body is not None and bool(body.successors)
        return _OF_DUTY.fill(who=who, when=self._when(agency), after=_STAYS if heirs else _NO_HEIR)

    def as_whole(self, agency: str, judgement: Judgement, *, several: bool) -> Judgement:
        """A body's judgement, worded for the duty as a whole: there “the body” would be nobody.

        The one body that answers for the duty is named; of several it is told of them all.
        """
        who, doubt = _BODIES, DOUBTFUL_OF_ALL
        if not several:
            who = self._name(agency)
            doubt = _DOUBTFUL.fill(who=who)
        own = self.of_duty(agency)
        lines = tuple(
            self._of_duty(agency, who) if line == own else doubt if line == DOUBTFUL else line
            for line in judgement.arithmetic
        )
        return judgement if lines == judgement.arithmetic else replace(judgement, arithmetic=lines)

    def _name(self, agency: str) -> Text:
        body = self._office.agencies.get(agency)
        return same(agency) if body is None else wording.wording(body.short or body.name)

    def of_target(self, agency: str) -> Text:
        """Beside a target that fell due after the end."""
        return _OF_TARGET.fill(when=self._when(agency))

    def of_undated(self, agency: str) -> Text:
        """Beside a target without a date that was not reached by the end."""
        return _OF_UNDATED.fill(when=self._when(agency))

    def last_figure(self, agency: str) -> Text:
        """Beside a target without a date that was reached by the end."""
        return _LAST_FIGURE.fill(when=self._when(agency))

    def _when(self, agency: str) -> Text:
        if agency not in self._ends:
            self._ends[agency] = _when(agency, self._office)
        return self._ends[agency]


def _when(agency: str, office: Office) -> Text:
    """` từ ngày 01/7/2025 theo Nghị quyết số 202/2025/QH15`: from when, and by which document."""
    body, last = office.agencies.get(agency), office.lives.of(agency).last
    if body is None or body.until is None:
        # A group: all of its members have ended.
        return _UNDATED if last is None else _FROM.fill(day=_next_day(last))
    if isinstance(body.until, Period):
        if body.until.kind == "day":
            when = _FROM.fill(day=_next_day(body.until.end))
        else:
            when = _WITHIN.fill(period=wording.period(body.until))
    else:
        when = _UNDATED
    act = body.ended_by
    if act is None:
        return when
    return _BY.fill(when=when, document=_called(act.document, office.documents))


def _next_day(last: dt.date) -> Text:
    return wording.day(last + dt.timedelta(days=1))


def _called(document: str, documents: Mapping[str, Document]) -> Text:
    """`Nghị quyết số 202/2025/QH15`; without a number, its subject or what kind it is."""
    known = documents.get(document)
    if known is None:
        return same(document)
    kind = wording.wording(known.kind)
    if isinstance(known.number, str):
        return _numbered(kind, known.number)
    return wording.wording(known.subject) if known.subject is not None else kind


@lru_cache(maxsize=4096)
def _numbered(kind: Text, number: str) -> Text:
    return Text(f"{kind.vi} số {number}", f"{kind.en} {number}")


_FROM = Text("từ ngày {day}", "as of {day}")
_WITHIN = Text("trong {period}", "within {period}")
_UNDATED = Text("(ngày chưa xác định)", "(the day is not established)")
_BY = Text("{when} theo {document}", "{when} by {document}")
_BODY = Text("Cơ quan", "The body")
_BODIES = Text("Các cơ quan thực hiện", "The bodies that carry it out")
_OF_DUTY = Text("{who} đã kết thúc hoạt động {when}; {after}.", "{who} ended {when}; {after}.")
_STAYS = Text(
    "nhiệm vụ không tự chuyển sang cơ quan kế thừa",
    "the duty does not pass to a successor by itself",
)
_NO_HEIR = Text(
    "cơ quan kế thừa chưa được xác định, nhiệm vụ không tự chuyển sang cơ quan khác",
    "no successor is established, and the duty does not pass to another body by itself",
)
_OF_TARGET = Text(
    "Cơ quan đứng tên số liệu đã kết thúc hoạt động {when}, trước hạn của chỉ tiêu; chưa có văn bản "
    "giao tiếp chỉ tiêu này nên không đánh giá.",
    "The body whose figures these are ended {when}, before the target fell due; no document has "
    "given the target to another, so it is not judged.",
)
_OF_UNDATED = Text(
    "Cơ quan đứng tên số liệu đã kết thúc hoạt động {when}; chưa có văn bản giao tiếp chỉ tiêu này "
    "nên từ đó không đánh giá.",
    "The body whose figures these are ended {when}; no document has given the target to another, so "
    "from then on it is not judged.",
)
_LAST_FIGURE = Text(
    "Cơ quan đứng tên số liệu đã kết thúc hoạt động {when}: đây là mức khi kết thúc.",
    "The body whose figures these are ended {when}: this is where it stood at its end.",
)
_DOUBTFUL = Text(
    "Chưa xác định {who} còn hoạt động hay không.",
    "It is not established whether {who} still exists.",
)
DOUBTFUL_OF_ALL = Text(
    "Chưa xác định các cơ quan thực hiện còn hoạt động hay không.",
    "It is not established whether the bodies that carry it out still exist.",
)
DOUBTFUL = Text(
    "Chưa xác định cơ quan còn hoạt động hay không.",
    "It is not established whether the body still exists.",
)
