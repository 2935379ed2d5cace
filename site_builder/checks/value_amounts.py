"""Numbers against what the indicator measures: shares, counts, percentages, signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import IntFlag
from functools import partial

from site_builder.checks.table_ledger import Column, Fault, Hit, Ledger
from site_builder.checks.table_vectors import rows_of
from site_builder.checks.value_amount_rules import (
    ABOVE_100,
    AS_FRACTION,
    DISAGREES,
    INCOMPLETE_SHARE,
    NEGATIVE,
    NO_VALUE,
    NOT_A_SHARE,
    NOT_WHOLE,
    NUMERATOR_ABOVE,
    ZERO_DENOMINATOR,
)
from site_builder.model.indicator import Indicator
from site_builder.terms.quantity import format_number, round_half_up
from site_builder.terms.text import Text

MAY_BE_NEGATIVE = frozenset(("rate", "index"))
_TOLERANCE = 0.1
"""A printed percentage may be rounded to one decimal: half a unit of it, and the same again."""


class Kind(IntFlag):
    """What matters of a number cell, so that millions of rows fall into a few classes."""

    BLANK = 1
    FAULTY = 2
    FRACTIONAL = 4
    NEGATIVE = 8
    OVER_100 = 16


_BLANK, _FAULTY = int(Kind.BLANK), int(Kind.FAULTY)
_FRACTIONAL, _NEGATIVE = int(Kind.FRACTIONAL), int(Kind.NEGATIVE)
_OVER_100 = int(Kind.OVER_100)


def kind_of(text: str, value: float | None) -> int:
    """The class of a number cell, as a plain number: it is asked for each distinct cell."""
    if value is None:
        return _FAULTY if text else _BLANK
    kind = _OVER_100 if value > 100 else _NEGATIVE if value < 0 else 0
    if "." in text:
        kind |= _FRACTIONAL if not value.is_integer() else 0
    return kind


Judge = Callable[[Indicator, Kind, Kind, Kind, bool], Fault | None]


def check_amounts(ledger: Ledger, indicators: Mapping[str, Indicator]) -> Iterator[Hit]:
    """Every rule about what the three number cells of a row may hold for its indicator."""
    columns = [
        ledger.column("indicator"),
        *(
            ledger.column(name).through(
                list(map(kind_of, ledger.texts(name), ledger.numbers(name)))
            )
            for name in ("value", "numerator", "denominator")
        ),
        ledger.column("note").through([not text.strip() for text in ledger.texts("note")]),
    ]
    yield from ledger.each(columns, *(_known(judge, indicators) for judge in _JUDGES))
    yield from _check_pairs(ledger, indicators)


def _known(judge: Judge, indicators: Mapping[str, Indicator]) -> Callable[..., Fault | None]:
    def judge_known(
        name: str, value: int, numerator: int, denominator: int, no_note: bool
    ) -> Fault | None:
        indicator = indicators.get(name)
        if indicator is None or _FAULTY in (value, numerator, denominator):
            return None
        return judge(indicator, Kind(value), Kind(numerator), Kind(denominator), no_note)

    return judge_known


def is_percent(indicator: Indicator) -> bool:
    """Whether its values are parts of a hundred."""
    return indicator.unit.vi.strip() == "%"


def _completeness(
    indicator: Indicator, value: Kind, numerator: Kind, denominator: Kind, no_note: bool
) -> Fault | None:
    blank = Kind.BLANK
    if indicator.measures != "ratio":
        if numerator != blank or denominator != blank:
            column = "numerator" if numerator != blank else "denominator"
            expected = Text("ô để trống; số của chỉ tiêu này ghi ở cột value",
                            "a blank cell; this indicator's number stands under value")  # fmt: skip
            return Fault(NOT_A_SHARE, expected, column=column)
    elif (numerator == blank) != (denominator == blank) or (
        value != blank and numerator == denominator == blank
    ):
        column = "numerator" if numerator == blank else "denominator"
        return Fault(INCOMPLETE_SHARE, _SHARE, column=column)
    if value == numerator == denominator == blank and no_note:
        return Fault(NO_VALUE, _A_VALUE, column="value")
    return None


_SHARE = Text("cả tử số (numerator) và mẫu số (denominator)", "both numerator and denominator")
_A_VALUE = Text("một số, hoặc lý do để trống ở cột note", "a number, or a reason under note")


def _wholeness(
    indicator: Indicator, value: Kind, numerator: Kind, denominator: Kind, _: bool
) -> Fault | None:
    expected = Text("số nguyên ({unit})", "a whole number ({unit})")
    if indicator.counts_whole and Kind.FRACTIONAL in value:
        unit = Text(indicator.unit.of("vi"), indicator.unit.of("en"))
        return Fault(NOT_WHOLE, expected.fill(unit=unit), column="value")
    if indicator.measures == "ratio" and indicator.integer is not False:
        for column, kind in (("numerator", numerator), ("denominator", denominator)):
            if Kind.FRACTIONAL in kind:
                unit = Text("số đếm", "a count")
                return Fault(NOT_WHOLE, expected.fill(unit=unit), column=column)
    return None


def _sign(
    indicator: Indicator, value: Kind, numerator: Kind, denominator: Kind, _: bool
) -> Fault | None:
    cells = [("numerator", numerator), ("denominator", denominator)]
    if indicator.measures not in MAY_BE_NEGATIVE:
        cells.append(("value", value))
    for column, kind in cells:
        if Kind.NEGATIVE in kind:
            return Fault(NEGATIVE, Text("số từ 0 trở lên", "zero or more"), column=column)
    return None


def _percentage(
    indicator: Indicator, value: Kind, numerator: Kind, denominator: Kind, _: bool
) -> Fault | None:
    if not is_percent(indicator) or indicator.measures in MAY_BE_NEGATIVE:
        return None
    if indicator.measures == "ratio" and numerator == denominator == Kind.BLANK:
        # Only the two numbers are wanted, which another rule says; the value is to go.
        return None
    if Kind.OVER_100 in value:
        return Fault(ABOVE_100, Text("từ 0 đến 100", "from 0 to 100"), column="value")
    return None


_JUDGES: tuple[Judge, ...] = (_completeness, _wholeness, _sign, _percentage)


def _check_pairs(ledger: Ledger, indicators: Mapping[str, Indicator]) -> Iterator[Hit]:
    """Numerators against denominators, and a given share against the two."""
    shares = {name: i for name, i in indicators.items() if i.measures == "ratio"}
    names = [text if text in shares else "" for text in ledger.texts("indicator")]
    if not any(names):
        return
    columns = [ledger.column("indicator").through(names)]
    columns += [Column(ledger.codes[n], ledger.numbers(n)) for n in ("numerator", "denominator")]
    yield from ledger.each(columns, partial(_judge_pair, shares))
    wanted = {code for code, name in enumerate(names) if name}
    values, given = ledger.numbers("value"), ledger.codes["value"]
    for row in rows_of(ledger.codes["indicator"], wanted, len(names)):
        if values[given[row]] is not None and row not in ledger.skip:
            fault = _judge_computed(shares[ledger.text(row, "indicator")], ledger, row)
            if fault is not None:
                yield ledger.hit(row, fault)


def _judge_pair(
    shares: Mapping[str, Indicator], name: str, part: float | None, whole: float | None
) -> Fault | None:
    if part is None or whole is None or part < 0 or whole < 0 or name == "":
        return None
    if whole == 0:
        expected = Text("mẫu số lớn hơn 0", "a denominator above zero")
        return Fault(ZERO_DENOMINATOR, expected, column="denominator")
    if part > whole and is_percent(shares[name]):
        expected = Text("không quá mẫu số ({n})", "at most the denominator ({n})")
        return Fault(NUMERATOR_ABOVE, expected.fill(n=f"{whole:.15g}"), column="numerator")
    return None


def _judge_computed(indicator: Indicator, ledger: Ledger, row: int) -> Fault | None:
    given = ledger.number(row, "value")
    part, whole = ledger.number(row, "numerator"), ledger.number(row, "denominator")
    if given is None or part is None or not whole or part < 0 or whole < 0:
        return None
    if is_percent(indicator) and (part > whole or given > 100):
        return None
    factor = 100 if is_percent(indicator) else 1
    computed = part / whole * factor
    if abs(given - computed) <= _TOLERANCE:
        return None
    exact = round_half_up(Decimal(repr(computed)), 2)
    vi, en = format_number(exact, "vi"), format_number(exact, "en")
    if factor == 100 and 0 < given <= 1 and abs(given * 100 - computed) <= 100 * _TOLERANCE:
        expected = Text("ô để trống (hệ thống tự tính ra {vi} %)", "a blank cell (computed: {en}%)")
        return Fault(AS_FRACTION, expected.fill(vi=vi, en=en), column="value")
    expected = Text("ô để trống, hoặc {n} ({a} ÷ {b})", "a blank cell, or {n} ({a} ÷ {b})").fill(
        n=f"{exact.normalize():f}",
        a=ledger.text(row, "numerator"),
        b=ledger.text(row, "denominator"),
    )
    return Fault(DISAGREES, expected, column="value")
