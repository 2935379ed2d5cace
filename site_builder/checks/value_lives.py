"""Rows of bodies that had ended before the period of the row began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from site_builder.checks.life_rules import FIGURE_LATER, REPORT_LATER
from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting
from site_builder.checks.value_dates import day, period
from site_builder.progress.lives import Lives
from site_builder.terms.period import Period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text


def check_lives(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Figures, progress on duties and reports of bodies that were no more.

    A period in which the body ended is sound. Progress without a period is held to the day on
    which the duty was done.
    """
    if setting.agencies is None:
        return
    lives = Lives(setting.agencies, dt.date.max)
    if not any(lives.ended_before(name, dt.date.max) for name in ledger.texts("agency")):
        return
    rule = REPORT_LATER if ledger.kind.name == "reports" else FIGURE_LATER

    told: set[int] = set()
    for name, read, expected in (("period", period, _PERIOD), ("done_on", day, _DAY)):
        if name not in ledger.codes:
            continue
        days = [_within_plan(read(text), setting) for text in ledger.texts(name)]
        columns = [ledger.column("agency"), ledger.column(name).through(days)]
        hits = ledger.each(columns, _judge(lives, rule, expected), point=name)
        for hit in hits:
            if hit.row not in told:
                yield hit
            told.add(hit.row)


def _within_plan(when: Period | None, setting: Setting) -> Period | None:
    """A period after the plan's end is a finding of its own."""
    late = when is not None and setting.end is not None and when.start > setting.end
    return None if late else when


def _judge(
    lives: Lives, rule: Rule, expected: Text
) -> Callable[[str, Period | None], Fault | None]:
    def judge(name: str, when: Period | None) -> Fault | None:
        last = None if when is None else lives.ended_before(name, when.start)
        return None if last is None else Fault(rule, expected.fill(day=last, agency=name))

    return judge


_PERIOD = Text(
    "kỳ bắt đầu không sau {day}, ngày cuối cùng của {agency}",
    "a period that begins no later than {day}, the last day of {agency}",
)
_DAY = Text(
    "ngày không sau {day}, ngày cuối cùng của {agency}",
    "a day no later than {day}, the last day of {agency}",
)
