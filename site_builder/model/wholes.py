"""A whole thing in one line: JSON with the keys of the plan's file, and back."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from site_builder.terms.characters import INVISIBLE
from site_builder.terms.period import Period
from site_builder.terms.quantity import GROUPED_NUMBER


def line(text: str) -> str:
    """Words in one line, composed: how YAML folds them makes no difference."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def number(value: Decimal) -> str:
    """A plain number without zeros that mean nothing: `22000`, `45.5`.

    A fraction in three digits keeps a fourth, for `1.125` has two readings.
    """
    digits = f"{value:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if GROUPED_NUMBER.fullmatch(digits):
        digits += "0"
    return "0" if digits == "-0" else digits


def whole(model: BaseModel | Mapping[str, Any]) -> str:
    """A whole thing as JSON with the keys of the YAML; what says nothing is left out."""
    return json.dumps(_plain(model), ensure_ascii=False)


def _plain(value: Any) -> Any:
    match value:
        case BaseModel():
            return _fields(value)
        case Period():
            return value.text
        case Decimal():
            return int(value) if value == value.to_integral_value() else number(value)
        case dict():
            return {key: _plain(value[key]) for key in sorted(value)}
        case tuple() | list():
            names = all(isinstance(item, str) for item in value)
            return [_plain(item) for item in (sorted(value) if names else value)]
        case str():
            return line(value)
        case _:
            return value


def _fields(model: BaseModel) -> dict[str, Any]:
    """What differs from its default; a blank cell of a table is kept by its mapping."""
    return {
        info.alias or name: _plain(getattr(model, name))
        for name, info in type(model).model_fields.items()
        if getattr(model, name) != info.get_default(call_default_factory=True)
    }


_LONGEST = 1_000_000
"""Characters of a whole; the longest plan that is known has a tenth of that in all."""
_DEEPEST = 20
"""Levels of brackets in a whole; an indicator has six."""


def read_whole(text: str) -> dict[str, Any]:
    """What `whole` wrote, as the plan's file would have it.

    Raises ValueError for what it cannot have written: other than JSON, keys given twice, brackets
    without end, and texts that are not one composed line of characters that can be seen.
    """
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    try:
        value = json.loads(
            text, parse_float=str, parse_constant=_refused, object_pairs_hook=_mapping
        )
    except json.JSONDecodeError:
        raise ValueError("not JSON") from None
    except RecursionError:
        raise ValueError("nested without end") from None
    if not isinstance(value, dict):
        raise ValueError("not a whole thing")  # noqa: TRY004  # bad data, not a bad call
    _plain_texts(value)
    return value


def _refused(name: str) -> Any:
    raise ValueError(f"not a number: {name}")


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key given twice")
    return found


def _plain_texts(value: dict[str, Any]) -> None:
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        below: list[Any] = []
        for one in level:
            if isinstance(one, str) and (line(one) != one or INVISIBLE.search(one)):
                raise ValueError(f"not one line of plain words: {one!r}")
            if isinstance(one, dict):
                below += [*one, *one.values()]
            elif isinstance(one, list):
                below += one
        level = below
        if not level:
            return
    raise ValueError(f"more than {_DEEPEST} levels")
