"""Days of reports long after what they report on: most likely a slip in the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting
from site_builder.checks.value_dates import DATE_COLUMNS, day, period
from site_builder.terms.period import Period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

FAR_OFF = Rule(
    code="V54",
    severity="warning",
    title=Text("Năm có thể gõ nhầm", "A year that may be mistyped"),
    reason=Text(
        "Ngày này sau kỳ của nó (hoặc sau khi kế hoạch kết thúc) hơn mười năm; đến ngày ấy dòng này "
        "chưa được tính vào trang nào.",
        "The day lies more than ten years after its period (or after the end of the plan); until then "
        "the row counts on no page.",
    ),
    fix=Text("Đối chiếu năm với văn bản báo cáo.", "Compare the year with the report."),
    wrong="period 2022, reported_on 2203-01-15",
    right="period 2022, reported_on 2023-01-15",
)
RULES = (FAR_OFF,)

YEARS = 10
_EXPECTED = Text("một ngày không sau {day}", "a day no later than {day}")


def check_far_dates(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Days more than ten years after the end of the row's period, else of the plan."""

    def judge(when: Period | None, told: Period | None) -> Fault | None:
        end = setting.end if when is None else when.end
        if end is None or told is None:
            return None
        latest = _years_after(end)
        late = told.start > latest
        return Fault(FAR_OFF, _EXPECTED.fill(day=latest)) if late else None

    names = [name for name in DATE_COLUMNS if name in ledger.codes]
    for name in names:
        days = [day(text) for text in ledger.texts(name)]
        if not any(_is_far(one, setting) for one in days):
            continue
        if "period" in ledger.codes:
            periods = ledger.column("period").through([period(t) for t in ledger.texts("period")])
            columns = [periods, ledger.column(name).through(days)]
            yield from ledger.each(columns, judge, point=name)
        else:
            column = ledger.column(name).through(days)
            yield from ledger.each([column], lambda told: judge(None, told), point=name)


def _is_far(told: Period | None, setting: Setting) -> bool:
    """Whether a day can be far off at all: quick, for most tables have none."""
    first = setting.start or setting.issued or dt.date.min
    return told is not None and told.start > _years_after(first)


def _years_after(when: dt.date) -> dt.date:
    """The same day ten years later; of 29 February the 28th."""
    year = min(when.year + YEARS, dt.MAXYEAR)
    return when.replace(year=year, day=28 if (when.month, when.day) == (2, 29) else when.day)
