from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.charts.measure import shorten, text_width, wrap

texts = st.text(alphabet="LĐ ọắmiW.", max_size=60)
rooms = st.floats(min_value=40, max_value=500)


def test_widths_are_those_of_dejavu_sans() -> None:
    """`m` is 1995 and `i` 569 of 2048 units wide."""
    assert text_width("m", 2048) == pytest.approx(1995, abs=25)
    assert text_width("i", 2048) == pytest.approx(569, abs=25)
    assert text_width("", 16) == 0


@given(texts, rooms)
def test_shortened_text_fits(text: str, room: float) -> None:
    short = shorten(text, room)
    assert text_width(short) <= room
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(texts, rooms)
def test_wrapped_lines_fit(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert len(lines) <= 2
    assert all(text_width(line) <= room for line in lines)


def test_nothing_is_lost_where_there_is_room() -> None:
    assert wrap("Công đoàn Viên chức tỉnh", 150, 16) == ("Công đoàn Viên", "chức tỉnh")
