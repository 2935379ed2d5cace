"""What an event of a calendar says: its title, and below it what it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from site_builder.exports.calendar_entries import Entry
from site_builder.model.reporting import Cutoff
from site_builder.model.repository import Repository
from site_builder.pages.view import agency_short, clause_words, plan_label, text
from site_builder.pages.view_life import cited
from site_builder.progress.times import Occurrence
from site_builder.terms.period import Period, format_date
from site_builder.terms.text import Lang, Text

_REPORT_FOR = Text("Hạn báo cáo {period}: {task}", "Report due, {period}: {task}")
_REPORT = Text("Hạn báo cáo: {task}", "Report due: {task}")
_DUTY_FOR = Text("Hết {period}: {task}", "End of {period}: {task}")
_DUTY = Text("Đến hạn: {task}", "Due: {task}")
_BODIES = Text("{count} cơ quan", "{count} bodies")
_SAID_BY = Text("{plan}, {clause}", "{plan}, {clause}")
_WHO = Text("Cơ quan: {bodies}", "Bodies: {bodies}")
_MORE = Text(" và {count} cơ quan khác", " and {count} more")
_COVERS = Text("Kỳ: {period}, từ {first} đến {last}", "Period: {period}, {first} to {last}")
_PRINTED = Text("Hạn in trong văn bản: {period}.", "The document prints the deadline: {period}.")
_DECLARED = Text(
    "Hạn theo ngày chốt đã khai báo{source}.", "Due by the declared cut-off date{source}."
)
_CONVENTION = Text(
    "Hạn quy ước của trang này: văn bản không in ngày chốt.",
    "A convention of this site: the document prints no cut-off date.",
)
_LAST_DAY = Text("Hạn là ngày cuối kỳ.", "Due on the last day of the period.")
_MOVED = Text("Thời hạn đã sửa; có hiệu lực từ {day}.", "The time was changed from {day} on.")
_ASKED = Text("Văn bản chỉ đề nghị, không giao.", "The document only requests this.")
_OFF = Text(
    "Không còn phải thực hiện: cơ quan hoặc nhiệm vụ đã kết thúc trước ngày này.",
    "No longer to be done: the body or the duty ended before this day.",
)
_NAMED = 12
_UNFIT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]"
)
"""Control characters, line breaks of other kinds and what is no character; a newline is fit."""


def fit(words: str) -> str:
    """Text that any calendar can carry, in one line."""
    return " ".join(_UNFIT.sub(" ", words).split())


class EventWords:
    """The words of events in one language; what many of them share is put together once."""

    def __init__(self, repository: Repository, lang: Lang) -> None:
        self._repository = repository
        self._lang = lang
        self._tasks: dict[tuple[str, str], str] = {}
        self._sources: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}
        self._covered: dict[tuple[Period, tuple[dt.date, dt.date]], str] = {}

    def summary(self, entry: Entry) -> str:
        """`Hạn báo cáo quý II/2026: … – LĐLĐ quận Ba Đình`."""
        one = entry.one
        if one.duty.report:
            words = _REPORT if one.printed else _REPORT_FOR
        else:
            words = _DUTY if one.printed else _DUTY_FOR
        said = words.of(self._lang).format(
            period=one.period.words(self._lang), task=self._task(one)
        )
        return f"{said} – {self._who(entry.bodies)}"

    def description(self, entry: Entry) -> str:
        """A line each: document and clause, who, what is covered, where the day comes from."""
        return "\n".join(self._lines(entry))

    def _lines(self, entry: Entry) -> Iterator[str]:
        one, lang = entry.one, self._lang
        if entry.called_off:
            yield _OFF.of(lang)
        yield self._said_by(one)
        if len(entry.bodies) > 1:
            yield self._bodies(entry.bodies)
        if not one.printed:
            yield self._covers(one)
        yield self._source(one)
        if one.revised:
            yield _MOVED.of(lang).format(day=format_date(one.revised, lang))
        if one.duty.requested:
            yield _ASKED.of(lang)

    def _task(self, one: Occurrence) -> str:
        key = one.plan_id, one.duty.id
        if key not in self._tasks:
            self._tasks[key] = fit(text(one.duty.task).of(self._lang))
        return self._tasks[key]

    def _said_by(self, one: Occurrence) -> str:
        key = one.plan_id, one.duty.clause
        if key not in self._sources:
            plan, clause = plan_label(self._repository.plans[one.plan_id]), one.duty.clause
            words = _SAID_BY.fill(plan=plan, clause=clause_words(clause))
            self._sources[key] = fit(words.of(self._lang))
        return self._sources[key]

    def _covers(self, one: Occurrence) -> str:
        key = one.period, one.window
        if key not in self._covered:
            lang = self._lang
            first, last = (format_date(day, lang) for day in one.window)
            period = one.period.words(lang)
            self._covered[key] = _COVERS.of(lang).format(period=period, first=first, last=last)
        return self._covered[key]

    def _who(self, bodies: tuple[str, ...]) -> str:
        if len(bodies) == 1:
            return self._name(bodies[0])
        return _BODIES.of(self._lang).format(count=len(bodies))

    def _bodies(self, bodies: tuple[str, ...]) -> str:
        listed = "; ".join(self._name(body) for body in bodies[:_NAMED])
        more = len(bodies) - _NAMED
        rest = _MORE.of(self._lang).format(count=more) if more > 0 else ""
        return _WHO.of(self._lang).format(bodies=listed + rest)

    def _name(self, body: str) -> str:
        if body not in self._names:
            self._names[body] = fit(text(agency_short(self._repository, body)).of(self._lang))
        return self._names[body]

    def _source(self, one: Occurrence) -> str:
        """Where the day comes from."""
        lang = self._lang
        if one.printed:
            return _PRINTED.of(lang).format(period=one.period.words(lang))
        if not one.duty.report:
            return _LAST_DAY.of(lang)
        if one.cutoff is None:
            return _CONVENTION.of(lang)
        return _DECLARED.of(lang).format(source=self._cited(one.cutoff))

    def _cited(self, cutoff: Cutoff) -> str:
        """The document that declares the cut-off, after a comma; nothing where there is none."""
        if cutoff.document is None:
            return ""
        act = cited(self._repository, cutoff.document, cutoff.clause)
        parts = [act.document] if act.clause is None else [act.document, act.clause]
        return "".join(f", {fit(part.of(self._lang))}" for part in parts)
