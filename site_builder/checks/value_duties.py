"""Rows about duties, received reports and assessments, against the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting, members
from site_builder.checks.value_dates import day, period
from site_builder.checks.value_duty_rules import (
    DAY_BUT_NOT_DONE,
    DONE_AFTER_REPORT,
    DONE_WITHOUT_DAY,
    NOT_A_REPORT,
    NOT_ASSIGNED,
    NOT_IN_WORDS,
    TWICE,
)
from site_builder.checks.value_periods import OTHER_INTERVAL, check_report_day, interval_kinds
from site_builder.model.duty import OPEN_LIST, Duty
from site_builder.terms.period import KIND_WORDS, Period
from site_builder.terms.text import Text


def check_duties(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Progress on duties: who, done or not, and when."""
    yield from _check_assigned(ledger, setting)
    columns = [
        ledger.column("progress"),
        ledger.column("done_on").through([_filled(text) for text in ledger.texts("done_on")]),
    ]
    yield from ledger.each(columns, _judge_done)
    days = [
        ledger.column(name).through([day(text) for text in ledger.texts(name)])
        for name in ("done_on", "reported_on")
    ]
    yield from ledger.each(days, _judge_done_day, point="done_on")
    yield from _twice(ledger, ("duty", "agency", "period", "reported_on"))


def check_received(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Received reports: of a duty to report, for a whole period, from a body that owes it."""
    yield from _check_assigned(ledger, setting)

    def report(name: str) -> Fault | None:
        duty = setting.duties.get(name)
        if duty is None or duty.report:
            return None
        expected = Text("mã của một nhiệm vụ gửi báo cáo (report: true)",
                        "the id of a duty to report (report: true)")  # fmt: skip
        return Fault(NOT_A_REPORT, expected)

    def interval(name: str, when: Period | None) -> Fault | None:
        duty = setting.duties.get(name)
        return None if duty is None or when is None else _judge_interval(duty, when)

    periods = ledger.column("period").through([period(text) for text in ledger.texts("period")])
    yield from ledger.each([ledger.column("duty")], report, point="duty")
    yield from ledger.each([ledger.column("duty"), periods], interval, point="period")
    yield from check_report_day(ledger, "received_on", setting)
    yield from _twice(ledger, ("duty", "agency", "period"))


def check_assessments(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Assessments: only of targets in words, which no number can judge."""

    def target(name: str, key: str) -> Fault | None:
        indicator = setting.indicators.get(name)
        if indicator is None or key == "":
            return None
        in_words = [k for k, t in indicator.targets.items() if t.in_words is not None]
        if key in in_words:
            return None
        if not in_words:
            expected = Text(
                "chỉ tiêu có mốc bằng lời (in_words)", "an indicator with a target in words"
            )
            return Fault(NOT_IN_WORDS, expected, column="indicator")
        expected = Text("mốc bằng lời của chỉ tiêu này: {keys}", "a target in words: {keys}")
        return Fault(NOT_IN_WORDS, expected.fill(keys=", ".join(in_words)), column="target")

    yield from ledger.each([ledger.column("indicator"), ledger.column("target")], target)
    yield from _twice(ledger, ("indicator", "agency", "target", "assessed_on"))


def _filled(text: str) -> bool:
    return bool(text.strip())


def _check_assigned(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Bodies that the duty does not name; nobody is out of place where a list is left open."""
    allowed = {name: _assigned(duty, setting) for name, duty in setting.duties.items()}
    agencies = setting.agencies or {}

    def judge(name: str, agency: str) -> Fault | None:
        named = allowed.get(name)
        if named is None or agency not in agencies or agency in named:
            return None
        expected = Text("cơ quan được giao nhiệm vụ này: {names}", "a body with this duty: {names}")
        return Fault(NOT_ASSIGNED, expected.fill(names=", ".join(sorted(named))), column="agency")

    yield from ledger.each([ledger.column("duty"), ledger.column("agency")], judge)


def _assigned(duty: Duty, setting: Setting) -> set[str] | None:
    if any(duty.is_open(role) for role, _ in duty.assignments()):
        return None
    assigned = {agency for _, agency in duty.assignments() if agency != OPEN_LIST}
    if not assigned:
        return None
    return members(setting.agencies, assigned.union(setting.formerly.get(duty.id, ())))


def _judge_done(progress: str, dated: bool) -> Fault | None:
    if progress == "done" and not dated:
        expected = Text("ngày hoàn thành, ví dụ 2022-11-30", "the day it was done: 2022-11-30")
        return Fault(DONE_WITHOUT_DAY, expected, column="done_on")
    if progress in ("not_started", "in_progress") and dated:
        expected = Text("ô để trống, hoặc progress là done", "a blank cell, or progress: done")
        return Fault(DAY_BUT_NOT_DONE, expected, column="done_on")
    return None


def _judge_done_day(done: Period | None, reported: Period | None) -> Fault | None:
    if done is None or reported is None or done.end <= reported.end:
        return None
    expected = Text("không sau ngày báo cáo {day}", "no later than the report, {day}")
    return Fault(DONE_AFTER_REPORT, expected.fill(day=reported.text))


def _judge_interval(duty: Duty, when: Period) -> Fault | None:
    kinds = interval_kinds(duty.when.every) if duty.when is not None else set()
    if not kinds or when.kind in kinds or (duty.when is not None and duty.when.on_request):
        return None
    names = [KIND_WORDS[kind] for kind in sorted(kinds)]
    words = Text(", ".join(n.vi for n in names), ", ".join(n.en for n in names))
    expected = Text("kỳ báo cáo của nhiệm vụ: {kinds}", "the duty's reporting period: {kinds}")
    return Fault(OTHER_INTERVAL, expected.fill(kinds=words))


def _twice(ledger: Ledger, names: Sequence[str]) -> Iterator[Hit]:
    first: dict[tuple[int, ...], int] = {}
    for row, key in enumerate(zip(*(ledger.codes[name] for name in names), strict=True)):
        if row in ledger.skip:
            continue
        if key in first:
            expected = Text(
                "một dòng duy nhất; đã có ở {row}", "one row only; there is one in {row}"
            )
            fault = Fault(TWICE, expected.fill(row=ledger.row_words(first[key], row)))
            yield ledger.hit(row, fault, names[0])
        first.setdefault(key, row)
