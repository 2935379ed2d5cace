"""A series over time: cumulative figures that fall, and jumps by a power of ten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.checks.series_places import Places
from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_vectors import GLANCE, restless
from site_builder.checks.value_dates import period
from site_builder.model.indicator import Indicator
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
        "Nhập số lũy kế đến hết kỳ; nếu kỳ trước sai thì đính chính kỳ trước.",
        "Enter the figure accumulated to the period's end, or correct the earlier period.",
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
        "Đếm lại số chữ số theo báo cáo; nếu đúng thì giữ nguyên và ghi lý do ở cột note.",
        "Count the digits against the report; if right, leave it and say why under note.",
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
    """Each counted series, from its earliest period to its latest."""
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
    values = [numbers[codes[row]] or 0.0 for row in rows]
    series = [places.series[row] for row in rows]
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
