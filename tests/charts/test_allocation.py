from __future__ import annotations

import pytest

from site_builder.charts.draw import draw
from tests.charts.samples import ALLOCATION_CHART, LAI_CHAU, allocation, bar
from tests.charts.svg_reading import SVG, box, read, titles, words


def _lengths(svg: str, title: str) -> list[float]:
    """The widths of the rectangles that carry a title: the share's first."""
    found = [e for e in read(svg).iter(f"{SVG}rect") if e.findtext(f"{SVG}title") == title]
    spans = [box(svg, element) for element in found]
    return [right - left for left, _, right, _ in spans]


def test_every_body_says_itself() -> None:
    svg = draw(ALLOCATION_CHART, "vi")
    assert {body.reading.vi for body in LAI_CHAU} == set(titles(svg))
    assert "LĐLĐ huyện Tam Đường" in words(svg)
    assert "25 / 40" in words(svg)


def test_what_is_unknown_is_a_word_and_no_bar() -> None:
    svg = draw(ALLOCATION_CHART, "vi")
    assert {"Chưa có số liệu / 60", "5 / để trống", "Chưa có số liệu / để trống"} <= set(words(svg))
    assert len(_lengths(svg, LAI_CHAU[3].reading.vi)) == 1
    assert len(_lengths(svg, LAI_CHAU[8].reading.vi)) == 1
    assert "No data yet / left blank" in words(draw(ALLOCATION_CHART, "en"))


def test_where_both_are_unknown_nothing_is_seen() -> None:
    svg = draw(ALLOCATION_CHART, "vi")
    row = [e for e in read(svg).iter() if e.findtext(f"{SVG}title") == LAI_CHAU[10].reading.vi]
    assert [(e.get("fill"), e.get("stroke")) for e in row] == [("var(--chart-surface)", None)]


def test_zero_is_zero_and_not_unknown() -> None:
    assert "0 / 40" in words(draw(ALLOCATION_CHART, "vi"))


def test_lengths_are_true() -> None:
    svg = draw(ALLOCATION_CHART, "vi")
    hundred, done = _lengths(svg, LAI_CHAU[0].reading.vi)
    assert done / hundred == pytest.approx(0.63, abs=0.002)
    share, more = _lengths(svg, LAI_CHAU[2].reading.vi)
    assert share / hundred == pytest.approx(0.40, abs=0.002)
    assert more / share == pytest.approx(1.1, abs=0.002)


def test_height_grows_with_the_bodies() -> None:
    def height(count: int) -> float:
        bodies = [bar(f"Xã số {n}", 10, 5) for n in range(count)]
        return float(read(draw(allocation("xa", bodies), "vi")).get("height", "nan"))

    assert height(60) - height(10) == pytest.approx(5 * (height(20) - height(10)))


def test_a_long_name_takes_a_second_line_and_no_more() -> None:
    long = " ".join(["Công đoàn cơ sở"] * 20)
    written = words(draw(allocation("dai", [bar(long, 10, 5)]), "vi"))
    lines = [text for text in written if "Công" in text]
    assert len(lines) == 2
    assert long.startswith(f"{lines[0]} {lines[1].removesuffix('…')}")
    assert lines[1].endswith("…")


def test_no_bodies_is_said() -> None:
    assert "Chưa có số liệu" in words(draw(allocation("rong", ()), "vi"))
