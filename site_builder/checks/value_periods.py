"""Periods against the indicator's interval, the plan's span and the day of the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting
from site_builder.checks.value_dates import day, period
from site_builder.model.indicator import Indicator
from site_builder.terms.period import KIND_WORDS, Period, PeriodKind
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

OTHER_INTERVAL = Rule(
    code="V31",
    severity="error",
    title=Text("Kỳ không khớp kỳ báo cáo quy định", "A period of another length"),
    reason=Text(
        "Số quý đặt cạnh số năm thì không so sánh được, và chỉ tiêu từng kỳ sẽ bị tính sai.",
        "A quarter's figure beside a year's cannot be compared, and yearly targets go wrong.",
    ),
    fix=Text(
        "Ghi kỳ đúng loại mà kế hoạch quy định; nếu kế hoạch khai sai thì người phụ trách kế hoạch "
        "sửa “every”.",
        "Use the kind of period that the plan asks for, or correct `every` in the plan.",
    ),
    wrong="2022-Q4 (every: year)",
    right="2022",
)
OUTSIDE_PLAN = Rule(
    code="V32",
    severity="error",
    title=Text("Kỳ nằm ngoài thời gian của kế hoạch", "A period outside the plan"),
    reason=Text(
        "Số liệu sau ngày kết thúc hoặc cách ngày ban hành quá xa thường do gõ nhầm năm.",
        "Figures after the plan's end or long before its issue usually come from a mistyped year.",
    ),
    fix=Text(
        "Kiểm tra lại năm; số của kế hoạch khác thì nhập vào thư mục của kế hoạch ấy.",
        "Check the year; figures of another plan go into that plan's folder.",
    ),
    wrong="2202-Q4",
    right="2022-Q4",
)
TOO_EARLY = Rule(
    code="V33",
    severity="error",
    title=Text("Báo cáo có ngày trước khi hết kỳ", "A report dated before its period ends"),
    reason=Text(
        "Chưa hết kỳ thì chưa thể có số của cả kỳ, trừ số ước.",
        "Before a period ends its figure cannot be known, estimates excepted.",
    ),
    fix=Text(
        "Sửa ngày báo cáo hoặc kỳ; nếu là số ước thì ghi state là estimate.",
        "Correct the date or the period; for an estimate write the state estimate.",
    ),
    wrong="2022-Q4, reported_on 2022-11-30",
    right="2022-Q4, reported_on 2023-01-10",
)
RULES = (OTHER_INTERVAL, OUTSIDE_PLAN, TOO_EARLY)

KIND_OF_INTERVAL: dict[str, PeriodKind] = {
    "month": "month",
    "quarter": "quarter",
    "half_year": "half",
    "year": "year",
}
_BASELINE_YEARS = 10
"""How long before its issue a plan may state facts to start from."""


def check_periods(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Progress periods against their indicator and plan, and against the day of the report."""
    periods = [period(text) for text in ledger.texts("period")]
    both = [ledger.column("indicator"), ledger.column("period").through(periods)]

    def interval(name: str, when: Period | None) -> Fault | None:
        indicator = setting.indicators.get(name)
        if indicator is None or when is None or _is_baseline(when, setting):
            return None
        return _judge_interval(indicator, when)

    def span(when: Period | None) -> Fault | None:
        return None if when is None else _judge_span(when, setting)

    unfit = list(ledger.each(both, interval, point="period"))
    yield from unfit
    yield from ledger.each(both[1:], span, point="period")
    # A year where a quarter is wanted also ends after the report: one slip, told once.
    told = {hit.row for hit in unfit}
    early = check_report_day(ledger, "reported_on", setting, inside=True)
    yield from (hit for hit in early if hit.row not in told)


def check_report_day(
    ledger: Ledger, column: str, setting: Setting, *, inside: bool = False
) -> Iterator[Hit]:
    """Days on which a figure or report cannot have been given: before its period was closed.

    With `inside`, of a period outside the plan nothing more is said.
    """
    periods = [period(text) for text in ledger.texts("period")]
    if inside:
        periods = [None if when and _judge_span(when, setting) else when for when in periods]
    closes = {when: setting.close(when) for when in periods if when is not None}

    def judge(when: Period | None, given: Period | None, estimate: bool) -> Fault | None:
        return None if when is None else _judge_day(when, closes[when], given, estimate)

    columns = [
        ledger.column("period").through(periods),
        ledger.column(column).through([day(text) for text in ledger.texts(column)]),
        ledger.column("state").through([text == "estimate" for text in ledger.texts("state")]),
    ]
    yield from ledger.each(columns, judge, point=column)


def _judge_day(when: Period, close: dt.date, given: Period | None, estimate: bool) -> Fault | None:
    if given is None or estimate or given.end >= close:
        return None
    expected = Text(
        "từ ngày {end} trở đi (hết kỳ {period})", "{end} or later (the end of {period})"
    )
    return Fault(TOO_EARLY, expected.fill(end=close.isoformat(), period=when.text))


def _is_baseline(when: Period, setting: Setting) -> bool:
    return setting.issued is not None and when.end <= setting.issued


def _judge_interval(indicator: Indicator, when: Period) -> Fault | None:
    wanted = KIND_OF_INTERVAL.get(indicator.every or "")
    if wanted is None and indicator.measures == "flow":
        wanted = _interval_of_targets(indicator)
    if wanted is None or when.kind == wanted:
        return None
    expected = Text("một kỳ loại {kind}: {example}", "a {kind}: {example}")
    example = _example(when, wanted)
    return Fault(OTHER_INTERVAL, expected.fill(kind=KIND_WORDS[wanted], example=example))


def _interval_of_targets(indicator: Indicator) -> PeriodKind | None:
    """A flow that declares no interval is reported by the interval of its targets."""
    each = {KIND_OF_INTERVAL.get(target.each or "") for target in indicator.targets.values()}
    return each.pop() if len(each) == 1 else None


def _example(when: Period, kind: PeriodKind) -> str:
    """The period of the wanted kind in which `when` ends."""
    year, month = when.end.year, when.end.month
    return {
        "year": f"{year}",
        "half": f"{year}-H{1 if month < 7 else 2}",
        "quarter": f"{year}-Q{(month + 2) // 3}",
        "month": f"{year}-{month:02d}",
        "day": when.end.isoformat(),
    }[kind]


def _judge_span(when: Period, setting: Setting) -> Fault | None:
    if setting.end is not None and when.start > setting.end:
        expected = Text("kỳ không sau {end}", "no later than {end}")
        return Fault(OUTSIDE_PLAN, expected.fill(end=setting.end.isoformat()))
    first = setting.issued or setting.start
    if first is not None and when.end.year < first.year - _BASELINE_YEARS:
        expected = Text("kỳ không trước năm {year}", "no earlier than {year}")
        return Fault(OUTSIDE_PLAN, expected.fill(year=first.year - _BASELINE_YEARS))
    return None


def interval_kinds(intervals: Sequence[str]) -> set[PeriodKind]:
    """The kinds of period that intervals ask for; empty where any of them names none."""
    kinds = [KIND_OF_INTERVAL.get(interval) for interval in intervals]
    return {kind for kind in kinds if kind is not None} if None not in kinds else set()
