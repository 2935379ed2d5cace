"""A target in words, as its document makes it: comparison, number, unit, population, deadline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from site_builder.model.base import Words
from site_builder.model.document import Document
from site_builder.model.indicator import (
    LABEL_MARK,
    UNDATED,
    Comparison,
    Indicator,
    Interval,
    Relative,
    Target,
)
from site_builder.pages import paths
from site_builder.pages.target_labels import NO_DOCUMENTS, due_of, qualifier, related
from site_builder.pages.view import ClauseRef, clause_ref, text
from site_builder.pages.view_quantity import quantity, quantity_bare
from site_builder.progress import wording
from site_builder.progress.snapshot import Judgement, TargetState
from site_builder.terms.period import Period, parse_period
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same

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

_SINCE = Text("{said}, cộng dồn từ {period}", "{said}, added up from {period} on")
UNDATED_WORDS = Text("không ghi thời hạn", "no date given")
CONCLUDED = (Status.MET, Status.EXCEEDED, Status.NOT_MET)
"""Statuses that say how a date that has come was kept."""
_AS_OF = Text("theo số liệu đến {day}", "on figures as of {day}")

OPENINGS = ("trở lên", "trở xuống")
"""Comparison words that a document puts after the number."""


@dataclass(frozen=True, slots=True)
class TargetView:
    """One target and its judgement, ready to be laid out."""

    key: str
    anchor: str
    """Where it stands on its indicator's page."""
    path: str
    """That place: its history is told there."""
    qualifier: Text | None
    """`nữ`, `vùng Tây Nguyên`, `theo 15/KH-UBND`: what tells it from others of the same date."""
    amount: Text
    """`khoảng 22.000 đoàn viên`, `mỗi năm ít nhất 25 CĐCS`, with the document's own words."""
    brief: Text
    """`khoảng 22.000`: the same where the indicator's own unit is told beside it."""
    sign: str
    """`≥`: how the word is read; empty where the word leaves nothing to read."""
    population: Words | None
    deadline: Text
    wording: str | None
    """The deadline as printed, where it says more than the date."""
    clause: ClauseRef
    judgement: Judgement
    basis: Text | None
    """The day of the figure that concludes, where it is older than the target's date."""
    each_period: tuple[tuple[Period, Judgement], ...]
    in_words: bool
    note: Words | None
    original: Text | None
    """What it said first, where a document has changed it since."""
    changed: bool
    """Whether any document has changed it, or will."""
    ended: dt.date | None
    """The first day on which it no longer holds."""


def row_anchor(indicator_id: str) -> str:
    """The anchor of an indicator's row among its plan's targets."""
    return f"chi-tieu-{indicator_id}"


def target_view(
    plan_id: str,
    indicator: Indicator,
    state: TargetState,
    documents: Mapping[str, Document] = NO_DOCUMENTS,
) -> TargetView:
    """The view of a target of an indicator of a plan; `documents` name who set its number."""
    target, due = state.target, deadline(state.period)
    return TargetView(
        key=state.key,
        anchor=paths.target_anchor(state.key),
        path=paths.target(plan_id, indicator.id, state.key),
        qualifier=qualifier(state.key, target, documents),
        amount=amount(indicator, target),
        brief=amount(indicator, target, brief=True),
        sign=COMPARISON_SIGNS.get(target.comparison, ""),
        population=target.population or indicator.population,
        deadline=due,
        wording=unless_same(target.deadline_wording, due),
        clause=clause_ref(plan_id, target.clause),
        judgement=state.judgement,
        basis=basis(state),
        each_period=state.each,
        in_words=target.in_words is not None,
        note=target.note,
        original=original(indicator, state),
        changed=len(state.history) > 1,
        ended=state.ended.day if state.ended else None,
    )


def original(indicator: Indicator, state: TargetState) -> Text | None:
    """What the target said first, where that is not what it says now."""
    if not state.history or state.history[0].target is None:
        return None
    first = amount(indicator, state.history[0].target, brief=True)
    return None if first == amount(indicator, state.target, brief=True) else first


def basis(state: TargetState) -> Text | None:
    """The day of the figure that concludes, where it is older than the target's date."""
    seen = state.observation
    if seen is None or state.period is None or state.judgement.status not in CONCLUDED:
        return None
    if seen.period.end >= state.period.end:
        return None
    return _AS_OF.fill(day=wording.day(seen.period.end))


def unless_same(printed: str | None, shown: Text) -> str | None:
    """The printed wording, unless it says no more than what is shown already."""
    if printed is None or printed.casefold() == shown.vi.casefold():
        return None
    return printed


def deadline(period: Period | None) -> Text:
    """`đến năm 2025`, `đến ngày 20/11/2021`, or that no date is given."""
    if period is None:
        return UNDATED_WORDS
    words = period_words(period.text)
    vi = f"ngày {words.vi}" if period.kind == "day" else words.vi
    return Text(f"đến {vi}", f"by {words.en}")


@lru_cache(maxsize=65536)
def period_words(period: str) -> Text:
    """A period in words; kept, because every value and every target has one."""
    read = parse_period(period)
    return Text(read.words("vi"), read.words("en"))


def amount(indicator: Indicator, target: Target, *, brief: bool = False) -> Text:
    """The target's comparison and number with its unit, or its words, and how often it holds.

    Where it is `brief`, a unit that is the indicator's own is left out; `%` never is.
    """
    wanted = _once(indicator, target, brief=brief)
    return wanted if target.each is None else _every(INTERVAL_WORDS[target.each], wanted)


def _every(each: Text, wanted: Text) -> Text:
    """`mỗi năm ít nhất 25 CĐCS`; what the document's own words say already is not said twice."""
    return Text(
        wanted.vi if each.vi in wanted.vi else f"{each.vi} {wanted.vi}",
        wanted.en if each.en in wanted.en else f"{each.en} {wanted.en}",
    )


def _once(indicator: Indicator, target: Target, *, brief: bool) -> Text:
    if target.in_words is not None:
        return text(target.in_words)
    unit = target.unit or (indicator.unit if not brief or indicator.unit.vi == "%" else None)
    if target.comparison == "done":
        return COMPARISON_WORDS["done"]
    if target.between is not None:
        low, high = target.between
        x, y = quantity_bare(low), _with_unit(high, unit)
        return COMPARISON_WORDS["between"].fill(x=x, y=y)
    value = target.value
    assert value is not None, "every other comparison has a number"
    if target.relative is not None:
        return _related(target, target.relative, value, target.unit or indicator.unit)
    if indicator.measures == "rank" and _names_unit(target.wording):
        unit = None
    said = _compared(target.comparison, target.wording, _with_unit(value, unit))
    if target.since is None:
        return said
    return _SINCE.fill(said=said, period=period_words(target.since.text))


def _related(target: Target, relative: Relative, value: Decimal, unit: Words) -> Text:
    """`giảm ít nhất 20.000 đoàn viên so với năm 2020`."""
    number = quantity(value, unit)
    if relative.relation == "times":
        number = quantity_bare(value)
    elif relative.relation.endswith("percent"):
        number = quantity(value, Words(vi="%", en="%"))
    said = _compared(target.comparison, target.wording, number)
    return related(relative, said, period_words(relative.base.text), target.wording or "")


def _with_unit(value: Decimal, unit: Words | None) -> Text:
    return quantity_bare(value) if unit is None else quantity(value, unit)


@lru_cache(maxsize=65536)
def _compared(comparison: Comparison, wording: str | None, number: Text) -> Text:
    """A number with its comparison; kept, because several pages show each target."""
    words = COMPARISON_WORDS[comparison].fill(x=number)
    return words if wording is None else Text(_amid(wording, number.vi), words.en)


def _names_unit(wording: str | None) -> bool:
    """Whether words of the document follow the number: `trong nhóm … tỉnh đứng đầu`."""
    _, gap, after = (wording or "").replace("...", "…").partition("…")
    return bool(gap and after.strip() and after.strip() not in OPENINGS)


def _amid(word: str, number: str) -> str:
    """The number amid the comparison word as printed; `…` in it marks the number's place."""
    before, gap, after = word.replace("...", "…").partition("…")
    if not gap and _tells(word, number):
        return word
    if not gap and word in OPENINGS:
        before, after = "", word
    return " ".join(part for part in (before.strip(), number, after.strip()) if part)


def _tells(word: str, number: str) -> bool:
    """Whether the words as printed hold the number already, with its unit or without."""
    bare = number.replace("\N{NO-BREAK SPACE}", " ").split(" ")[0]
    return re.search(rf"(?<![\d.,]){re.escape(bare)}(?![.,]?\d)", word) is not None


def column(key: str) -> Text:
    """The heading of a milestone column: `2025`, `quý IV/2022`, `không ghi thời hạn`."""
    due = due_of(key)
    if due == UNDATED:
        return UNDATED_WORDS
    if due.isdigit():
        return same(due)
    return period_words(due)


def named(key: str, target: Target) -> Text:
    """A target by its date and, where that has several, by what tells it from them: `2025 (nữ)`."""
    apart = qualifier(key, target) if LABEL_MARK in key else None
    if apart is None:
        return column(key)
    return Text("{due} ({apart})", "{due} ({apart})").fill(due=column(key), apart=apart)
