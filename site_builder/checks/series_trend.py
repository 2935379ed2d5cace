"""A series over time: cumulative figures that fall, and jumps by a power of ten.

A declared break of a series parts it in two: nothing is compared across.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from site_builder.checks.series_places import Places
from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_vectors import GLANCE, restless
from site_builder.checks.value_dates import period
from site_builder.model.indicator import Break, Indicator
from site_builder.progress.sides import Sides
from site_builder.terms.period import Period
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

FALLS = Rule(
    code="S04",
    severity="error",
    title=Text("Số lũy kế giảm", "A cumulative figure falls"),
    reason=Text(
        "Số lũy kế cộng dồn từ đầu kế hoạch nên kỳ sau không thể nhỏ hơn kỳ trước; có thể đã nhập "
        "số trong kỳ thay cho số lũy kế.",
        "A cumulative figure adds up from the plan's start and cannot fall; perhaps the figure of "
        "the period alone was entered.",
    ),
    fix=Text(
        "Nhập số lũy kế đến hết kỳ; nếu kỳ trước sai thì đính chính kỳ trước; nếu từ đây đếm cái "
        "khác thì khai báo “breaks” ở chỉ tiêu.",
        "Enter the figure accumulated to the period's end, or correct the earlier period; if from "
        "here on something else is counted, declare it under the indicator's `breaks`.",
    ),
    wrong="2022-Q1: 45, 2022-Q2: 31",
    right="2022-Q1: 45, 2022-Q2: 76",
)
JUMP = Rule(
    code="S05",
    severity="warning",
    title=Text("Số tăng hoặc giảm đúng 10, 100, 1.000 lần", "A jump by 10, 100 or 1,000"),
    reason=Text(
        "Thừa hoặc thiếu số 0 là lỗi gõ hay gặp nhất và khó nhận ra khi nhìn từng số.",
        "A zero too many or too few is the most common slip, and hard to see in a single number.",
    ),
    fix=Text(
        "Đếm lại số chữ số theo báo cáo; nếu đúng thì giữ nguyên và ghi lý do ở cột note, hoặc khai "
        "báo “breaks” ở chỉ tiêu nếu từ đây đếm cái khác.",
        "Count the digits against the report; if right, leave it and say why under note, or declare "
        "it under the indicator's `breaks` if from here on something else is counted.",
    ),
    wrong="2022: 22000, 2023: 220000",
    right="2022: 22000, 2023: 22400",
)
RULES = (FALLS, JUMP)

_JUDGED = frozenset(("stock", "cumulative", "flow"))
_SMALLEST = 20
"""Below this a tenfold change is no sign of anything."""
_NEARNESS = 0.1


def check_trends(
    ledger: Ledger, places: Places, indicators: Mapping[str, Indicator]
) -> Iterator[Hit]:
    """Each counted series, from its earliest period to its latest, up to a break and from it on."""
    of = [indicators.get(text) for text in ledger.texts("indicator")]
    cumulative = [i.measures == "cumulative" if i and i.measures in _JUDGED else None for i in of]
    if not any(kind is not None for kind in cumulative):
        return
    numbers = ledger.numbers("value")
    ranks = _ranks(ledger.texts("period"))
    codes, periods, kinds = ledger.codes["value"], ledger.codes["period"], ledger.codes["indicator"]
    rows = [
        row
        for row in places.rows
        if cumulative[kinds[row]] is not None and numbers[codes[row]] is not None
    ]
    series: Sequence[int] = [places.series[row] for row in rows]
    if any(indicator is not None and indicator.breaks for indicator in of):
        rows, series = _parted(ledger, rows, series, of)
    values = [numbers[codes[row]] or 0.0 for row in rows]
    falls = [1.0 if cumulative[kinds[row]] else GLANCE for row in rows]
    suspects = restless(series, [ranks[periods[row]] for row in rows], values, falls)
    by_series: dict[int, list[tuple[int, int, float]]] = {}
    for key, row, value in zip(series, rows, values, strict=True):
        if key in suspects:
            by_series.setdefault(key, []).append((ranks[periods[row]], row, value))
    for entries in by_series.values():
        entries.sort()
        kind = bool(cumulative[kinds[entries[0][1]]])
        yield from _judge_series(ledger, [e[1] for e in entries], [e[2] for e in entries], kind)


def _parted(
    ledger: Ledger, rows: Sequence[int], series: Sequence[int], of: Sequence[Indicator | None]
) -> tuple[list[int], list[int]]:
    """Each side of a break as a series of its own; what is measured across one is left out."""
    periods = [period(text) for text in ledger.texts("period")]
    codes, kinds = ledger.codes["period"], ledger.codes["indicator"]
    sides = [
        None if one is None else Sides(tuple(sorted(one.breaks, key=_first_day)), one.measures)
        for one in of
    ]
    most = 1 + max(len(one.breaks) for one in of if one is not None)
    kept: list[int] = []
    parted: list[int] = []
    known: dict[tuple[int, int], int | None] = {}
    for row, key in zip(rows, series, strict=True):
        place = kinds[row], codes[row]
        if place not in known:
            known[place] = _side(sides[kinds[row]], periods[codes[row]])
        side = known[place]
        if side is not None:
            kept.append(row)
            parted.append(key * most + side)
    return kept, parted


def _first_day(one: Break) -> dt.date:
    return one.start.start


def _side(sides: Sides | None, found: Period | None) -> int | None:
    """On which side a period lies; None where a break lies inside."""
    if sides is None or found is None:
        return 0
    return sides.of_day(found.end) if sides.usable(found) else None


def _ranks(texts: Sequence[str]) -> list[int]:
    """For each period its place in the order of time; faulty ones first."""
    order = [_order(text) for text in texts]
    rank = {text: place for place, text in enumerate(sorted(set(order)))}
    return [rank[text] for text in order]


def _order(text: str) -> str:
    """Periods in the order of their ends, written so that they compare as texts."""
    found = period(text)
    return "" if found is None else f"{found.end.isoformat()} {found.start.isoformat()}"


def _judge_series(
    ledger: Ledger, rows: Sequence[int], values: Sequence[float], cumulative: bool
) -> Iterator[Hit]:
    """Compared with the last credible figure, so that one slip is told once."""
    last, doubted = 0, -1
    for i in range(1, len(rows)):
        before, now = values[last], values[i]
        if (
            doubted >= 0
            and not _jumps(values[doubted], now)
            and _nearer(values[doubted], before, now)
        ):
            before = values[doubted]
        if _jumps(before, now) and (not cumulative or now > before):
            doubted = i
            yield _jump(ledger, rows[i], rows[last], before)
        elif cumulative and now < before:
            yield _fall(ledger, rows[i], rows[last])
        else:
            last, doubted = i, -1


def _jumps(before: float, now: float) -> bool:
    low, high = sorted((before, now))
    if low < _SMALLEST:
        return False
    ratio = high / low
    return any(abs(ratio / factor - 1) <= _NEARNESS for factor in (10, 100, 1000))


def _nearer(this: float, other: float, value: float) -> bool:
    return abs(value - this) < abs(value - other)


def _jump(ledger: Ledger, row: int, last: int, before: float) -> Hit:
    expected = Text(
        "số cỡ {number} như kỳ {period}", "a number of the size of {number}, as in {period}"
    )
    filled = expected.fill(number=f"{before:.15g}", period=ledger.text(last, "period"))
    return ledger.hit(row, Fault(JUMP, filled), "value")


def _fall(ledger: Ledger, row: int, last: int) -> Hit:
    expected = Text("từ {number} trở lên (lũy kế đến kỳ {period})",
                    "{number} or more (accumulated to {period})")  # fmt: skip
    filled = expected.fill(number=ledger.text(last, "value"), period=ledger.text(last, "period"))
    return ledger.hit(row, Fault(FALLS, filled), "value")
