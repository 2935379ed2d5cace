"""Each value of a plan in one line of text that means one thing, and back: what amendments name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

from site_builder.model.base import Unknown, Words
from site_builder.model.duty import OPEN_LIST
from site_builder.model.indicator import Baseline, Break
from site_builder.model.target import COMPARISONS, Interval, Relation, Relative, Target
from site_builder.model.wholes import line, number, read_whole, whole
from site_builder.terms.period import Period, parse_period
from site_builder.terms.quantity import parse_number

BLANK = "blank"
"""A share whose cell the document leaves blank: neither zero nor absent."""
_TOLERANCE = " ±"


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of value is written in one line; `read` raises ValueError for anything else."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def _read_line(text: str) -> str:
    if not text or line(text) != text:
        raise ValueError(f"not one line of words: {text!r}")
    return text


def _read_number(text: str) -> Decimal:
    value = parse_number(text)
    if number(value) != text:
        raise ValueError(f"not the shortest form: {text!r}")
    return value


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _read_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"neither true nor false: {text!r}")
    return text == "true"


def ids(values: tuple[str, ...]) -> str:
    """A list of ids in the order of the alphabet, the mark of an open list last."""
    return ", ".join(sorted(set(values), key=lambda name: (name == OPEN_LIST, name)))


_BETWEEN_IDS = re.compile(r"[\s,]")


def _read_ids(text: str) -> tuple[str, ...]:
    values = tuple(text.split(", "))
    if not all(values) or _BETWEEN_IDS.search("".join(values)) or ids(values) != text:
        raise ValueError(f"not a list of ids: {text!r}")
    return values


def _target(target: Target) -> str:
    """The comparison and what it compares with; after “about” the tolerance that is declared."""
    name = target.comparison
    given = getattr(target, name)
    match given:
        case Words():
            said = line(given.vi)
        case bool():
            said = _flag(given)
        case tuple():
            said = " ".join(number(bound) for bound in given)
        case _:
            said = number(given)
    if target.about is None or target.tolerance is None:
        return f"{name} {said}"
    return f"{name} {said}{_TOLERANCE}{number(target.tolerance)}"


def _read_target(text: str) -> Mapping[str, Any]:
    """The fields of the target that the text names."""
    name, _, rest = text.partition(" ")
    if name not in COMPARISONS:
        raise ValueError(f"not a comparison: {name!r}")
    if name == "in_words":
        return {name: Words(vi=_read_line(rest))}
    if name == "done":
        return {name: _read_flag(rest)}
    if name == "between":
        low, _, high = rest.partition(" ")
        return {name: (_read_number(low), _read_number(high))}
    said, mark, tolerance = rest.partition(_TOLERANCE) if name == "about" else (rest, "", "")
    fields: dict[str, Any] = {name: _read_number(said)}
    return fields | {"tolerance": _read_number(tolerance)} if mark else fields


def _baseline(baseline: Baseline) -> str:
    """The period and, where it is printed, the value."""
    value = "" if baseline.value is None else f" {number(baseline.value)}"
    return f"{baseline.period}{value}"


def _read_baseline(text: str) -> tuple[Period, Decimal | None]:
    period, mark, value = text.partition(" ")
    return parse_period(period), _read_number(value) if mark else None


def _relative(relative: Relative) -> str:
    """The relation, the period that it is counted from, and where it is printed that value."""
    value = "" if relative.value is None else f" {number(relative.value)}"
    return f"{relative.relation} {relative.base}{value}"


def _read_relative(text: str) -> Mapping[str, Any]:
    """The fields of the relation, as the plan's file has them."""
    relation, _, rest = text.partition(" ")
    if relation not in get_args(Relation):
        raise ValueError(f"not a relation: {relation!r}")
    period, value = _read_baseline(rest)
    fields: dict[str, Any] = {"as": relation, "to": period}
    return fields if value is None else fields | {"value": value}


def _of(parts: Mapping[str, str]) -> str:
    """A breakdown, dimension by dimension: `sex=nu, vung=bac`."""
    return ", ".join(f"{name}={category}" for name, category in sorted(parts.items()))


def _read_of(text: str) -> Mapping[str, str]:
    pairs = [part.partition("=") for part in text.split(", ")]
    parts = {_read_id(name): _read_id(category) for name, _, category in pairs}
    if _of(parts) != text:
        raise ValueError(f"not a breakdown: {text!r}")
    return parts


def _break(one: Break) -> str:
    """All of it but whether targets hold, which is told under a key of its own."""
    return whole(one.model_copy(update={"targets_hold": False}))


def _share(value: Decimal | None) -> str:
    return BLANK if value is None else number(value)


def _read_share(text: str) -> Decimal | None:
    return None if text == BLANK else _read_number(text)


def _or_unknown(form: Form) -> Form:
    def write(value: Any) -> str:
        return whole(value) if isinstance(value, Unknown) else form.write(value)

    def read(text: str) -> Any:
        return Unknown.model_validate(read_whole(text)) if text[:1] == "{" else form.read(text)

    return Form(write, read)


def _word(words: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"none of {words}: {text!r}")
        return text

    return read


def _intervals(values: tuple[str, ...]) -> str:
    return ids(values)


def _read_intervals(text: str) -> tuple[str, ...]:
    known = _word(get_args(Interval))
    return tuple(known(value) for value in _read_ids(text))


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def _read_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"not an id: {text!r}")
    return text


LINE = Form(line, _read_line)
WORDS = Form(lambda words: line(words.vi), _read_line)
NUMBER = Form(number, _read_number)
COUNT = Form(str, int)
SHARE = Form(_share, _read_share)
FLAG = Form(_flag, _read_flag)
PERIOD = Form(str, parse_period)
ID = Form(str, _read_id)
IDS = Form(ids, _read_ids)
INTERVALS = Form(_intervals, _read_intervals)
TARGET = Form(_target, _read_target)
BASELINE = Form(_baseline, _read_baseline)
RELATIVE = Form(_relative, _read_relative)
OF = Form(_of, _read_of)
WHOLE = Form(whole, read_whole)
BREAK = Form(_break, read_whole)
LINE_OR_UNKNOWN = _or_unknown(LINE)
WORDS_OR_UNKNOWN = _or_unknown(WORDS)
PERIOD_OR_UNKNOWN = _or_unknown(PERIOD)


def one_of(annotation: Any) -> Form:
    """One of a closed list of words."""
    return Form(str, _word(get_args(annotation)))


__all__ = ["Form", "ids", "line", "number", "one_of", "read_whole", "whole"]
