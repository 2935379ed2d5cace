"""Numbers as characters, and data as files that a page may load as scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

FIRST = ord("?")
"""Digits of six bits are the 64 characters from this one on: none of them parts keys or records,
and JSON doubles but one of them."""
_INERT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@cache
def number(value: int) -> str:
    """A number from 0 on: five bits a digit, the lowest first, all but the last 32 higher."""
    code = ""
    while value >= 32:
        code += chr(FIRST + 32 + value % 32)
        value //= 32
    return code + chr(FIRST + value)


def rising(numbers: Sequence[int]) -> str:
    """Rising numbers from 0 on, as the shorter of: their gaps; `.` and a bit for each number."""
    gaps = [b - a - 1 for a, b in zip((-1, *numbers), numbers, strict=False)]
    sparse = "".join(map(number, gaps))
    if len(sparse) <= 2 + numbers[-1] // 6:
        return sparse
    digits = bytearray(1 + numbers[-1] // 6)
    for one in numbers:
        digits[one // 6] |= 1 << one % 6
    return "." + "".join(chr(FIRST + digit) for digit in digits)


def inert(data: object) -> str:
    """JSON in which nothing could end a script or begin markup."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
