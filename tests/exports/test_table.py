from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.exports.table import cell, table


@pytest.mark.parametrize("start", ["=1+1", "+84", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx"])
def test_a_text_that_a_spreadsheet_would_run_is_made_inert(start: str) -> None:
    read = next(csv.reader(io.StringIO(cell(start), newline="")))

    assert read == ["'" + start]


@pytest.mark.parametrize("number", ["-5", "-5.25", "0", "22000"])
def test_a_number_stays_a_number(number: str) -> None:
    assert cell(number) == number


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_every_text_comes_back_as_it_went_in_but_for_the_apostrophe(texts: list[str]) -> None:
    written = table(("a", "b"), [texts]).decode("utf-8", "surrogatepass") if _sound(texts) else None
    if written is None:
        return
    header, *rows = csv.reader(io.StringIO(written, newline=""))

    assert header == ["a", "b"]
    assert [text.removeprefix("'") for text in rows[0]] == [t.removeprefix("'") for t in texts]


def _sound(texts: list[str]) -> bool:
    """Text as the readers let it through: no NUL, no lone surrogate, not two blank cells."""
    joined = "".join(texts)
    return bool(joined) and "\0" not in joined and joined.isprintable()
