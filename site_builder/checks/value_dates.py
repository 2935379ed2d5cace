"""Period and date cells: `2022-Q4`, `2022-12-31`, or what people and spreadsheets write instead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.value_texts import excel_fault, has_control, odd_spaces
from site_builder.sources.table_near import fold
from site_builder.terms.period import Period, format_date, parse_period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

SERIAL_DATE = Rule(
    code="V12",
    severity="error",
    title=Text("Ngày ở dạng số của bảng tính", "A spreadsheet's serial date"),
    reason=Text(
        "Bảng tính đếm ngày từ năm 1900: 44561 là ngày 31/12/2021. Con số ấy không ai đọc được.",
        "Spreadsheets count days from 1900: 44561 is 31 December 2021, which nobody can read.",
    ),
    fix=Text(
        "Định dạng ô là văn bản (Text), rồi gõ lại kỳ hoặc ngày.",
        "Format the cell as text and type the period or day again.",
    ),
    wrong="44561",
    right="2021-12-31",
)
DAY_FIRST = Rule(
    code="V13",
    severity="error",
    title=Text("Ngày viết kiểu ngày/tháng/năm", "A date written day first"),
    reason=Text(
        "05/04/2022 là ngày 5 tháng 4 hay ngày 4 tháng 5 tùy người đọc; tệp số liệu dùng một cách "
        "viết duy nhất.",
        "05/04/2022 is 5 April or 4 May depending on the reader; the file uses one form only.",
    ),
    fix=Text("Viết năm-tháng-ngày.", "Write year-month-day."),
    wrong="05/04/2022",
    right="2022-04-05",
)
NOT_A_PERIOD = Rule(
    code="V14",
    severity="error",
    title=Text("Kỳ hoặc ngày viết không đúng mẫu", "A period or date in another form"),
    reason=Text(
        "Mỗi kỳ chỉ có một cách viết, để máy so sánh và sắp xếp đúng.",
        "Each period has one written form, so that it compares and sorts.",
    ),
    fix=Text(
        "Viết lại theo một trong các mẫu: 2022, 2022-H1, 2022-Q4, 2022-11, 2022-11-30.",
        "Write it in one of the forms 2022, 2022-H1, 2022-Q4, 2022-11, 2022-11-30.",
    ),
    wrong="Q4/2022",
    right="2022-Q4",
)
NO_SUCH_DAY = Rule(
    code="V15",
    severity="error",
    title=Text("Ngày, tháng, quý không có thật", "No such day, month or quarter"),
    reason=Text(
        "Không có tháng 13, quý 5 hay ngày 30 tháng 2; có thể đã gõ nhầm hoặc đảo ngày với tháng.",
        "There is no month 13, no fifth quarter and no 30 February: a typing slip, or day and month "
        "swapped.",
    ),
    fix=Text("Đối chiếu với báo cáo gốc và ghi lại.", "Look at the report and correct it."),
    wrong="2022-13",
    right="2022-12",
)
RULES = (SERIAL_DATE, DAY_FIRST, NOT_A_PERIOD, NO_SUCH_DAY)

DATE_COLUMNS = ("reported_on", "done_on", "received_on", "assessed_on")
_PERIOD = Text("kỳ: 2022, 2022-H1, 2022-Q4, 2022-11 hoặc 2022-11-30",
               "a period: 2022, 2022-H1, 2022-Q4, 2022-11 or 2022-11-30")  # fmt: skip
_DAY = Text("một ngày, viết như 2022-11-30", "a day, written like 2022-11-30")

_SERIAL = re.compile(r"[34]\d{4}(?:\.0)?")
_TIME = r"(?:[ Tt-]\d{1,2}:\d\d(?::\d\d)?)?"
_DAY_FIRST = re.compile(
    rf"(?:ngày )?(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-](\d{{4}}|\d\d){_TIME}", re.IGNORECASE
)
_ISO_LIKE = re.compile(r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|Q[0-9]|H[0-9])")
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_LEAD = re.compile(r"(?:(?:tinh|luy-ke|den|het|ca|ngay|thoi-diem)-)+")
_NINE_MONTHS = re.compile(r"9-?t(?:hang)?-?(?:dau-)?[-/.]?(?:nam-)?(\d{4})")


def _english(match: re.Match[str]) -> str:
    """What a spreadsheet makes of a day or month: `10-Oct-22`, `Sep-22`."""
    month = _MONTHS.index(match[2]) // 3 + 1 if match[2] in _MONTHS else 0
    return f"{_full_year(match[3])}-{month:02d}" + (f"-{int(match[1]):02d}" if match[1] else "")


def _full_year(text: str) -> str:
    return text if len(text) == 4 else f"20{text}"


_WRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:q|quy-?)(iv|i{1,3}|[1-4])[-/.]*(?:nam-)?(\d{4})"),
     lambda m: f"{m[2]}-Q{_quarter(m[1])}"),
    (re.compile(r"(\d{4})[-/.]?(?:q|quy-?)(iv|i{1,3}|[1-4])"), lambda m: f"{m[1]}-Q{_quarter(m[2])}"),
    (re.compile(r"(iv|i{1,3})[-/.](?:nam-)?(\d{4})"), lambda m: f"{m[2]}-Q{_quarter(m[1])}"),
    (re.compile(r"(?:h|hk)([12])[-/.]*(\d{4})"), lambda m: f"{m[2]}-H{m[1]}"),
    (re.compile(r"(\d{4})[-/.]?(?:h|hk)([12])"), lambda m: f"{m[1]}-H{m[2]}"),
    (re.compile(r"(?:(?:6|sau)-?t(?:hang)?|nua)-?(?:(dau|cuoi)-)?[-/.]?(?:nam-)?(\d{4})"),
     lambda m: f"{m[2]}-H{2 if m[1] == 'cuoi' else 1}"),
    (re.compile(r"(?:t|thang-?)?(\d{1,2})[-/.](?:nam-)?(\d{4})"), lambda m: f"{m[2]}-{int(m[1]):02d}"),
    (re.compile(r"(\d{4})[-/.](?:t|m|thang-?)?(\d{1,2})"), lambda m: f"{m[1]}-{int(m[2]):02d}"),
    (re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[-t]\d{1,2}:\d\d(?::\d\d)?)?"),
     lambda m: f"{m[1]}-{int(m[2]):02d}-{int(m[3]):02d}"),
    (re.compile(r"(\d{1,2})-thang-(\d{1,2})-nam-(\d{4})"),
     lambda m: f"{m[3]}-{int(m[2]):02d}-{int(m[1]):02d}"),
    (re.compile(r"(?:(\d{1,2})-)?([a-z]{3})[a-z]*-(\d{4}|\d\d)"), _english),
    (re.compile(r"(?:nam|y)-?(\d{4})|(\d{4})[.,]0"), lambda m: m[1] or m[2]),
)  # fmt: skip


def check_dates(ledger: Ledger) -> Iterator[Hit]:
    """Every period and date cell that is not written in its one form."""
    if "period" in ledger.codes:
        yield from ledger.each([ledger.column("period")], judge_period, point="period")
    for name in DATE_COLUMNS:
        if name in ledger.codes:
            yield from ledger.each([ledger.column(name)], judge_day, point=name)


def period(text: str) -> Period | None:
    """The period, or None where the cell is blank or faulty."""
    try:
        return parse_period(text)
    except ValueError:
        return None


def day(text: str) -> Period | None:
    """The day, or None where the cell is blank, faulty or a longer period."""
    found = period(text)
    return found if found is not None and found.kind == "day" else None


def judge_period(text: str) -> Fault | None:
    """What is wrong with a period cell; blank is not wrong here."""
    return _judge(text, period, _PERIOD)


def judge_day(text: str) -> Fault | None:
    """What is wrong with a date cell; blank is not wrong here."""
    fault = _judge(text, day, _DAY)
    if fault and fault.rule is NOT_A_PERIOD and fault.fix is None:
        fix = Text("Viết năm-tháng-ngày, ví dụ 2022-11-30.", "Write year-month-day: 2022-11-30.")
        return fault._replace(fix=fix)
    return fault


def _judge(text: str, read: Callable[[str], Period | None], expected: Text) -> Fault | None:
    if text == "" or read(text) is not None or has_control(text):
        return None
    plain = text.strip()
    return (
        excel_fault(text)
        or odd_spaces(text, plain if read(plain) else None)
        or _serial(text, read is day)
        or _day_first(text, expected)
        or _impossible(text, expected)
        or _other(text, read, expected)
    )


def _serial(text: str, is_day: bool) -> Fault | None:
    if not _SERIAL.fullmatch(text):
        return None
    date = dt.date(1899, 12, 30) + dt.timedelta(days=int(text[:5]))
    if is_day:
        return Fault(SERIAL_DATE, same(date.isoformat()), suggestion=date.isoformat())
    expected = Text("{date}, viết là {iso}, hoặc kỳ chứa ngày ấy",
                    "{date}, written {iso}, or the period it lies in")  # fmt: skip
    words = Text(format_date(date, "vi"), format_date(date, "en"))
    return Fault(SERIAL_DATE, expected.fill(date=words, iso=date.isoformat()))


def _day_first(text: str, expected: Text) -> Fault | None:
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        return None
    year = _full_year(match[3])
    iso = f"{year}-{int(match[2]):02d}-{int(match[1]):02d}"
    if day(iso) is not None:
        return Fault(DAY_FIRST, same(iso), suggestion=iso)
    swapped = f"{year}-{int(match[1]):02d}-{int(match[2]):02d}"
    if day(swapped) is not None:
        return Fault(DAY_FIRST, same(swapped), suggestion=swapped)
    return Fault(NO_SUCH_DAY, expected)


def _impossible(text: str, expected: Text) -> Fault | None:
    return Fault(NO_SUCH_DAY, expected) if _ISO_LIKE.fullmatch(text) and not period(text) else None


def _other(text: str, read: Callable[[str], Period | None], expected: Text) -> Fault:
    meant = _meant(text, read)
    if meant is not None:
        return Fault(NOT_A_PERIOD, same(meant), suggestion=meant)
    nine = _NINE_MONTHS.fullmatch(_folded(text))
    if nine and read is period:
        fix = Text(
            "Nếu là số cộng dồn từ đầu năm đến hết tháng 9, ghi {year}-Q3.",
            "If it is added up from January to the end of September, write {year}-Q3.",
        )
        return Fault(NOT_A_PERIOD, expected, fix.fill(year=nine[1]))
    return Fault(NOT_A_PERIOD, expected)


def _meant(text: str, read: Callable[[str], Period | None]) -> str | None:
    """The period that a hand-written form means, in its one form, if there is such a one."""
    folded = _LEAD.sub("", _folded(text))
    for pattern, form in _WRITTEN:
        if (match := pattern.fullmatch(folded)) and read(form(match)) is not None:
            return form(match)
    return None


def _folded(text: str) -> str:
    return re.sub("-+", "-", fold(text[:60])).replace("-/-", "/")


def _quarter(text: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(text) or int(text)
