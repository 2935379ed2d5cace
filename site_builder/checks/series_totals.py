"""Parts against wholes: units against the stated total, breakdowns, nested shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from site_builder.checks.series_places import Places, comparable, comparable_keys
from site_builder.checks.table_ledger import Fault, Hit, Ledger
from site_builder.checks.table_setting import Setting
from site_builder.checks.table_vectors import rows_of
from site_builder.model.indicator import Indicator
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text

UNITS_DIFFER = Rule(
    code="S06",
    severity="error",
    title=Text("Tổng các đơn vị khác số toàn bộ", "Units do not add up to the stated total"),
    reason=Text(
        "Mọi đơn vị được giao đều đã báo cáo mà cộng lại không bằng số toàn bộ thì có ít nhất một "
        "số sai.",
        "When every unit has reported and the sum is not the total, at least one number is wrong.",
    ),
    fix=Text(
        "Đối chiếu từng đơn vị với số toàn bộ trong báo cáo; sửa số sai.",
        "Compare each unit and the total with the report and correct the wrong one.",
    ),
    wrong="10 + 20 + 30, số toàn bộ 65",
    right="10 + 20 + 30, số toàn bộ 60",
)
NOT_ALLOCATED = Rule(
    code="S07",
    severity="warning",
    title=Text("Đơn vị không được giao chỉ tiêu", "A unit without an allocation"),
    reason=Text(
        "Bảng giao chỉ tiêu của kế hoạch không có đơn vị này; có thể đã ghi nhầm mã đơn vị.",
        "The plan's allocation does not name this body; perhaps the id is wrong.",
    ),
    fix=Text(
        "Kiểm tra mã đơn vị; nếu đúng thì giữ nguyên, số vẫn được công bố.",
        "Check the id; if it is right, leave it: the figure is published all the same.",
    ),
    wrong="ket-nap-moi,ban-dan-van,…",
    right="ket-nap-moi,cd-a,…",
)
NESTED_DIFFERS = Rule(
    code="S08",
    severity="warning",
    title=Text("Mẫu số của tỷ lệ “trong đó” không khớp", "A nested share's denominator differs"),
    reason=Text(
        "Tỷ lệ “trong đó” tính trên tử số của tỷ lệ cha, nên mẫu số phải bằng tử số ấy.",
        "A share “of these” is taken of its parent's numerator, so the two must be equal.",
    ),
    fix=Text(
        "Đối chiếu hai dòng với báo cáo; nếu báo cáo ghi khác nhau thì nêu ở cột note.",
        "Compare both rows with the report; if it has two numbers, say so under note.",
    ),
    wrong="cha 21/40, trong đó 9/22",
    right="cha 21/40, trong đó 9/21",
)
BREAKDOWN_DIFFERS = Rule(
    code="S10",
    severity="warning",
    title=Text("Cộng các phân tổ khác số chung", "Breakdowns do not add up to the total"),
    reason=Text(
        "Các phân tổ (nam, nữ…) cộng lại phải bằng số chung của cùng đơn vị, cùng kỳ.",
        "Categories (men, women …) must add up to the total of the same body and period.",
    ),
    fix=Text(
        "Đối chiếu các dòng phân tổ với báo cáo; nêu ở cột note nếu báo cáo thiếu phân tổ.",
        "Compare the categories with the report; say under note if one is missing there.",
    ),
    wrong="nam 10, nữ 12, chung 21",
    right="nam 10, nữ 12, chung 22",
)
RULES = (UNITS_DIFFER, NOT_ALLOCATED, NESTED_DIFFERS, BREAKDOWN_DIFFERS)

ADDITIVE = frozenset(("stock", "cumulative", "flow"))
_EQUAL = 1e-6


def check_allocated(ledger: Ledger, setting: Setting) -> Iterator[Hit]:
    """Bodies that report an allocated indicator without a share of it."""
    agencies = setting.agencies or {}

    def judge(name: str, agency: str) -> Fault | None:
        indicator = setting.indicators.get(name)
        if indicator is None or indicator.allocation is None or agency not in agencies:
            return None
        if agency in indicator.allocation.shares or agency == setting.whole(indicator):
            return None
        expected = Text(
            "đơn vị có trong bảng giao ({clause})", "a body in the allocation ({clause})"
        )
        filled = expected.fill(clause=indicator.allocation.clause)
        return Fault(NOT_ALLOCATED, filled, column="agency")

    yield from ledger.each([ledger.column("indicator"), ledger.column("agency")], judge)


def check_units(
    ledger: Ledger, places: Places, setting: Setting, breakdowns: Sequence[str]
) -> Iterator[Hit]:
    """The stated total of an allocated indicator against its units, period by period."""
    allocated = {
        name: i for name, i in setting.indicators.items() if i.allocation and i.measures in ADDITIVE
    }
    rows = _rows_of(ledger, places, allocated)
    groups: dict[int, list[int]] = {}
    group = comparable_keys(ledger, ("indicator", "period", *breakdowns)) if rows else ()
    for row in rows:
        groups.setdefault(group[row], []).append(row)
    for members in groups.values():
        indicator = allocated[ledger.text(members[0], "indicator")]
        yield from _judge_units(ledger, indicator, setting.whole(indicator), members)


def _rows_of(ledger: Ledger, places: Places, names: Collection[str]) -> Sequence[int]:
    wanted = {code for code, text in enumerate(ledger.texts("indicator")) if text in names}
    if not wanted:
        return []
    codes = ledger.codes["indicator"]
    rows = rows_of(codes, wanted, len(ledger.texts("indicator")))
    if isinstance(places.rows, range):
        return rows
    in_effect = set(places.rows)
    return [row for row in rows if row in in_effect]


def _judge_units(
    ledger: Ledger, indicator: Indicator, whole: str, rows: Sequence[int]
) -> Iterator[Hit]:
    assert indicator.allocation is not None
    shares = indicator.allocation.shares
    agencies, codes = ledger.texts("agency"), ledger.codes["agency"]
    numbers, values = ledger.numbers("value"), ledger.codes["value"]
    reported = {agencies[codes[row]]: numbers[values[row]] for row in rows}
    total = reported.pop(whole, None)
    if total is None:
        return
    given = [value for unit, value in reported.items() if unit in shares and value is not None]
    maybe = len(given) < len(shares) - (whole in shares)
    difference = sum(given) - total
    # Units that were given no share may still hold the rest; units cannot exceed their total.
    if difference > _EQUAL or (difference < -_EQUAL and given and not maybe):
        expected = Text(
            "{sum} (cộng {n} trong {all} đơn vị)", "{sum} (the sum of {n} of {all} units)"
        )
        filled = expected.fill(sum=f"{sum(given):.15g}", n=len(given), all=len(shares))
        row = next(row for row in rows if agencies[codes[row]] == whole)
        yield ledger.hit(row, Fault(UNITS_DIFFER, filled), "value")


def _value(ledger: Ledger, row: int) -> float | None:
    return ledger.number(row, "value")


def check_nested(
    ledger: Ledger, places: Places, indicators: Mapping[str, Indicator], breakdowns: Sequence[str]
) -> Iterator[Hit]:
    """A nested share's denominator against its parent's numerator."""
    shares = {name for name, i in indicators.items() if i.measures == "ratio"}
    # A share within something else is a finding of the plan, and none of its figures.
    nested = {n: w for n in shares if (w := indicators[n].within) in shares and w is not None}
    parents = set(nested.values())
    columns = [column.codes for column in comparable(ledger, ("agency", "period", *breakdowns))]
    stated: dict[tuple[str | int, ...], int] = {}
    for row in _rows_of(ledger, places, parents):
        stated[(ledger.text(row, "indicator"), *(codes[row] for codes in columns))] = row
    for row in _rows_of(ledger, places, nested) if stated else ():
        name = nested[ledger.text(row, "indicator")]
        parent = stated.get((name, *(codes[row] for codes in columns)))
        if parent is not None:
            yield from _judge_nested(ledger, row, parent)


def _judge_nested(ledger: Ledger, row: int, parent: int) -> Iterator[Hit]:
    have, want = ledger.number(row, "denominator"), ledger.number(parent, "numerator")
    if have is not None and want is not None and have != want:
        expected = Text("{n}, tử số ở {row}", "{n}, the numerator in {row}").fill(
            n=ledger.text(parent, "numerator"), row=ledger.row_words(parent, row)
        )
        yield ledger.hit(row, Fault(NESTED_DIFFERS, expected), "denominator")


def check_breakdowns(
    ledger: Ledger, places: Places, indicators: Mapping[str, Indicator], breakdowns: Sequence[str]
) -> Iterator[Hit]:
    """One dimension at a time: its categories against the row in which no dimension is given."""
    split = {n: i for n, i in indicators.items() if i.breakdowns and i.measures in ADDITIVE}
    if all(ledger.texts(name) in ([""], []) for name in breakdowns):
        return
    rows = _rows_of(ledger, places, split)
    columns = [column.codes for column in comparable(ledger, ("indicator", "agency", "period"))]
    totals: dict[tuple[int, ...], int] = {}
    parts: dict[tuple[int, ...], dict[str, list[int]]] = {}
    for row in rows:
        given = [name for name in breakdowns if ledger.text(row, name)]
        key = tuple(codes[row] for codes in columns)
        if not given:
            totals[key] = row
        elif len(given) == 1:
            parts.setdefault(key, {}).setdefault(given[0], []).append(row)
    for key, by_dimension in parts.items():
        if key in totals:
            for members in by_dimension.values():
                yield from _judge_breakdown(ledger, totals[key], members)


def _judge_breakdown(ledger: Ledger, total: int, parts: Sequence[int]) -> Iterator[Hit]:
    stated = _value(ledger, total)
    values = [value for row in parts if (value := _value(ledger, row)) is not None]
    if stated is None or not values:
        return
    difference = sum(values) - stated
    if difference > _EQUAL or (difference < -_EQUAL and len(values) == len(parts) > 1):
        expected = Text("{sum} (cộng {n} phân tổ)", "{sum} (the sum of {n} categories)")
        filled = expected.fill(sum=f"{sum(values):.15g}", n=len(values))
        yield ledger.hit(total, Fault(BREAKDOWN_DIFFERS, filled), "value")
