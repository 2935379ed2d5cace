"""Calendar periods with the precision in which they were written."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from site_builder.terms.text import Lang, Text

PeriodKind = Literal["day", "month", "quarter", "half", "year"]
PERIOD_PATTERN = r"^[12]\d{3}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$"
_PERIOD = re.compile(
    r"([12]\d{3})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)

KIND_WORDS: dict[PeriodKind, Text] = {
    "day": Text("ngày", "day"),
    "month": Text("tháng", "month"),
    "quarter": Text("quý", "quarter"),
    "half": Text("sáu tháng", "half-year"),
    "year": Text("năm", "year"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month, quarter, half-year or year; `text` is its one written form (`2022-Q4`)."""

    text: str
    kind: PeriodKind
    start: dt.date
    end: dt.date

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Period) -> bool:
        """Earlier end first; of two that end together, the longer first."""
        return (self.end, self.start) < (other.end, other.start)

    def contains(self, other: Period) -> bool:
        """Whether `other` lies wholly within this period."""
        return self.start <= other.start and other.end <= self.end

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.end.year

    def words(self, lang: Lang) -> str:
        """As Vietnam writes it (`15/10/2021`, `tháng 9/2021`, `quý IV/2022`), or in English."""
        return _in_words(self, lang)


@lru_cache(maxsize=65536)
def parse_period(text: str) -> Period:
    """Read `2022`, `2022-H1`, `2022-Q4`, `2022-11` or `2022-11-30`.

    Raises ValueError for anything else, days outside their month included.
    """
    match = _PERIOD.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(f"not a period: {text!r}")
    year = int(match[1])
    if match["half"]:
        first = 1 if match["half"] == "1" else 7
        return _months(text, "half", year, first, first + 5)
    if match["quarter"]:
        first = 3 * int(match["quarter"]) - 2
        return _months(text, "quarter", year, first, first + 2)
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return Period(text, "day", day, day)
    if match["month"]:
        month = int(match["month"])
        if not 1 <= month <= 12:
            raise ValueError(f"not a month: {text!r}")
        return _months(text, "month", year, month, month)
    return _months(text, "year", year, 1, 12)


def _months(text: str, kind: PeriodKind, year: int, first: int, last: int) -> Period:
    end = dt.date(year, last, monthrange(year, last)[1])
    return Period(text, kind, dt.date(year, first, 1), end)


def format_date(day: dt.date, lang: Lang) -> str:
    """`15/10/2021`; only days under 10 and months 1 and 2 take a zero (NĐ 30/2020, Phụ lục I)."""
    if lang == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def format_date_long(day: dt.date, lang: Lang) -> str:
    """`ngày 07 tháng 9 năm 2021`, as the head of a document writes it."""
    if lang == "en":
        return format_date(day, "en")
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


_ROMAN = ("I", "II", "III", "IV")
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _in_words(period: Period, lang: Lang) -> str:
    year = period.start.year
    quarter = (period.start.month - 1) // 3
    half = 1 if period.start.month == 1 else 2
    vi = lang == "vi"
    match period.kind:
        case "day":
            return format_date(period.start, lang)
        case "month":
            name = _ENGLISH_MONTHS[period.start.month - 1]
            return f"tháng {period.start.month}/{year}" if vi else f"{name} {year}"
        case "quarter":
            return f"quý {_ROMAN[quarter]}/{year}" if vi else f"Q{quarter + 1} {year}"
        case "half":
            order = ("đầu", "cuối")[half - 1]
            return f"6 tháng {order} năm {year}" if vi else f"H{half} {year}"
        case "year":
            return f"năm {year}" if vi else str(year)
