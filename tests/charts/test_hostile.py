from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.charts.draw import draw
from site_builder.terms.text import same
from tests.charts.samples import (
    STATUS_CHART,
    allocation,
    bar,
    points,
    target,
    timeline,
)
from tests.charts.svg_reading import read, titles, words

HOSTILE = [
    "$x^2$ và $y$",
    r"$\frac{1}{2}$",
    "<script>alert(1)</script>",
    "</svg><img src=x onerror=alert(1)>",
    "a]]>b",
    "&amp; &lt; &#0;",
    "\"quoted\" 'single'",
    'style="fill: #ff0000"',
    "fill: #ff0000; --> <!--",
    "日本語 🙂",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(text: str) -> None:
    shown = points([1], ["official"])[0]
    chart = replace(
        timeline(
            "t", [replace(shown, label=same(text))], [replace(target(2025, 2), label=same(text))]
        ),
        title=same(text),
        description=same(text),
        unit=same(text),
    )
    svg = draw(chart, "vi")
    assert read(svg)[0].text == text
    assert read(svg)[1].text == text
    assert text in titles(svg)
    assert words(svg).count(text) >= 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_of_bodies(text: str) -> None:
    body = replace(bar("x", 10, 5), label=same(text), reading=same(text))
    svg = draw(allocation("a", [body]), "vi")
    assert text in " ".join(words(svg))
    assert set(titles(svg)) == {text}


def test_what_xml_cannot_carry_is_replaced_and_lines_are_joined() -> None:
    chart = replace(STATUS_CHART, title=same("a\x00b\x1bc\ud800d\ufffee\n f\tg"))
    assert read(draw(chart, "vi"))[0].text == "a\ufffdb\ufffdc\ufffdd\ufffde f g"


def test_vietnamese_letters_stay_text() -> None:
    letters = "ĂÂĐÊÔƠƯ ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵý"
    body = replace(bar("x", 10, 5), label=same(letters))
    assert letters in " ".join(words(draw(allocation("a", [body]), "vi")))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_makes_a_picture(text: str) -> None:
    body = replace(bar("x", 10, None), label=same(text), reading=same(text))
    read(draw(allocation("a", [body]), "vi"))
