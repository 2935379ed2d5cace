"""A target in words, as its document makes it: comparison, number, unit, population, deadline."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from site_builder.model.base import Words
from site_builder.model.indicator import UNDATED, Comparison, Indicator, Interval, Target
from site_builder.pages.view import ClauseRef, clause_ref, text
from site_builder.progress.snapshot import Judgement, TargetState
from site_builder.terms.period import Period, parse_period
from site_builder.terms.quantity import format_number
from site_builder.terms.text import Lang, Text, same

COMPARISON_WORDS: dict[Comparison, Text] = {
    "about": Text("khoảng {x}", "about {x}"),
    "at_least": Text("ít nhất {x}", "at least {x}"),
    "more_than": Text("trên {x}", "more than {x}"),
    "at_most": Text("không quá {x}", "at most {x}"),
    "less_than": Text("dưới {x}", "less than {x}"),
    "exactly": Text("đúng {x}", "exactly {x}"),
    "between": Text("từ {x} đến {y}", "between {x} and {y}"),
    "bare": Text("{x}", "{x}"),
    "done": Text("hoàn thành", "done"),
}

COMPARISON_SIGNS: dict[Comparison, str] = {
    "about": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "exactly": "=",
}

INTERVAL_WORDS: dict[Interval, Text] = {
    "month": Text("mỗi tháng", "every month"),
    "quarter": Text("mỗi quý", "every quarter"),
    "half_year": Text("sáu tháng một lần", "every half-year"),
    "year": Text("mỗi năm", "every year"),
    "term": Text("mỗi nhiệm kỳ", "every term"),
    "unspecified": Text("định kỳ, không ghi khoảng cách", "periodically, no interval given"),
}

UNDATED_WORDS = Text("không ghi thời hạn", "no date given")

OPENINGS = ("trở lên", "trở xuống")
"""Comparison words that a document puts after the number."""


@dataclass(frozen=True, slots=True)
class TargetView:
    """One target and its judgement, ready to be laid out."""

    key: str
    amount: Text
    """`khoảng 22.000 đoàn viên`, with the document's own comparison word."""
    sign: str
    """`≥`: how the word is read; empty where the word leaves nothing to read."""
    each: Text | None
    population: Words | None
    deadline: Text
    wording: str | None
    """The deadline as printed, where it says more than the date."""
    clause: ClauseRef
    judgement: Judgement
    each_period: tuple[tuple[Period, Judgement], ...]
    in_words: bool
    note: Words | None


def target_view(plan_id: str, indicator: Indicator, state: TargetState) -> TargetView:
    """The view of a target of an indicator of a plan."""
    target = state.target
    return TargetView(
        key=state.key,
        amount=amount(indicator, target),
        sign=COMPARISON_SIGNS.get(target.comparison, ""),
        each=INTERVAL_WORDS[target.each] if target.each else None,
        population=target.population or indicator.population,
        deadline=deadline(state.period),
        wording=unless_same(target.deadline_wording, deadline(state.period)),
        clause=clause_ref(plan_id, target.clause),
        judgement=state.judgement,
        each_period=state.each,
        in_words=target.in_words is not None,
        note=target.note,
    )


def unless_same(printed: str | None, shown: Text) -> str | None:
    """The printed wording, unless it says no more than what is shown already."""
    if printed is None or printed.casefold() == shown.vi.casefold():
        return None
    return printed


def deadline(period: Period | None) -> Text:
    """`đến năm 2025`, `đến ngày 20/11/2021`, or that no date is given."""
    if period is None:
        return UNDATED_WORDS
    vi = period.words("vi")
    if period.kind == "day":
        vi = f"ngày {vi}"
    return Text(f"đến {vi}", f"by {period.words('en')}")


def amount(indicator: Indicator, target: Target) -> Text:
    """The target's comparison and number with its unit, or its words."""
    if target.in_words is not None:
        return text(target.in_words)
    unit = target.unit or indicator.unit
    if target.comparison == "done":
        return COMPARISON_WORDS["done"]
    if target.between is not None:
        low, high = target.between
        x, y = quantity_bare(low), quantity(high, unit)
        return COMPARISON_WORDS["between"].fill(x=x, y=y)
    assert target.value is not None, "every other comparison has a number"
    number = quantity(target.value, unit)
    english = COMPARISON_WORDS[target.comparison].fill(x=number).en
    return Text(_in_document_words(target, number.vi), english)


def _in_document_words(target: Target, number: str) -> str:
    """The number amid the comparison word as printed; `…` in it marks the number's place."""
    word = target.wording
    if word is None:
        return COMPARISON_WORDS[target.comparison].vi.format(x=number)
    if "".join(number.split()) in "".join(word.split()):
        return word
    before, gap, after = word.replace("...", "…").partition("…")
    if not gap and word in OPENINGS:
        before, after = "", word
    return " ".join(part for part in (before.strip(), number, after.strip()) if part)


def quantity(value: Decimal, unit: Words) -> Text:
    """A number and its unit: `22.000 đoàn viên`, `39,7 %`, in English `39.7%`."""
    return Text(_quantity(value, unit, "vi"), _quantity(value, unit, "en"))


def quantity_bare(value: Decimal) -> Text:
    """A number without its unit."""
    return Text(format_number(value, "vi"), format_number(value, "en"))


def _quantity(value: Decimal, unit: Words, lang: Lang) -> str:
    name = unit.of(lang)
    number = format_number(value, lang)
    if name == "%" and lang == "en":
        return f"{number}%"
    space = "\N{NO-BREAK SPACE}" if name == "%" else " "
    return f"{number}{space}{name}"


def column(key: str) -> Text:
    """The heading of a milestone column: `2025`, `quý IV/2022`, `không ghi thời hạn`."""
    if key == UNDATED:
        return UNDATED_WORDS
    if key.isdigit():
        return same(key)
    period = parse_period(key)
    return Text(period.words("vi"), period.words("en"))
