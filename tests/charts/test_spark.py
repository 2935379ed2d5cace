from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest

from site_builder.charts.draw import draw
from site_builder.charts.scene import Strokes
from site_builder.charts.spark import HEIGHT, WIDTH, paint
from site_builder.charts.spec import SparkChart
from site_builder.terms.text import LANGS
from tests.charts.samples import (
    CHARTS,
    EACH_YEAR,
    FLOW_CHART,
    ILLUSTRATIVE,
    MEMBER_TARGETS,
    MEMBERS,
    MIXED,
    MIXED_CHART,
    SPARK_BARS,
    SPARK_CHART,
    points,
    spark,
)
from tests.charts.svg_reading import SVG, box, read, titled, titles, words

SPARKS = [chart for chart in CHARTS if isinstance(chart, SparkChart)]
TARGET = "Chỉ tiêu đến 31/12/2030: đạt 29.000"


@pytest.mark.parametrize("chart", SPARKS, ids=lambda chart: chart.id)
def test_small_in_size_and_in_bytes(chart: SparkChart) -> None:
    for lang in LANGS:
        svg = draw(chart, lang)
        root = read(svg)
        assert (root.get("width"), root.get("height")) == (f"{WIDTH:.0f}", f"{HEIGHT:.0f}")
        # Whole, and no higher than its share, where a column is narrower.
        assert root.get("viewBox") == f"0 0 {WIDTH:.0f} {HEIGHT:.0f}"
        assert len(svg.encode()) <= 1536


def test_the_last_value_and_the_target_say_themselves() -> None:
    assert titles(draw(SPARK_CHART, "vi")) == [TARGET, SPARK_CHART.points[-1].label.vi]
    assert titles(draw(SPARK_BARS, "vi")) == ["Chỉ tiêu đến 31/12/2026: ít nhất 25", "2026: 12"]


def test_illustrative_values_are_dashed_and_hollow_and_say_so() -> None:
    svg = draw(SPARK_CHART, "vi")
    last = next(read(svg).iter(f"{SVG}g"))
    assert last.get("fill") == "var(--chart-surface)"
    assert "minh họa" in words(svg)
    assert svg.count('stroke="var(--chart-series)" stroke-width="1.8" stroke-dasharray') == 1
    assert words(draw(SPARK_CHART, "en")) == ["illustrative"]


def test_official_values_are_a_line_without_words() -> None:
    official = spark("o", points(MEMBERS, ["official"] * 20), MEMBER_TARGETS[2])
    svg = draw(official, "vi")
    assert words(svg) == []
    assert next(read(svg).iter(f"{SVG}g")).get("fill") == "var(--chart-series)"
    line = next(p for p in read(svg).iter(f"{SVG}path") if p.get("stroke-width") == "1.8")
    assert line.get("stroke-dasharray") is None


def test_heights_and_days_are_true() -> None:
    svg = draw(spark("t", points([10, 20, 40], MIXED)), "vi")
    line = next(p for p in read(svg).iter(f"{SVG}path") if p.get("stroke-width") == "1.8")
    flat = [float(n) for n in (line.get("d") or "").replace("M", " ").replace("L", " ").split()]
    (x0, x1, x2), (y0, y1, y2) = flat[::2], flat[1::2]
    assert (y0 - y1) / (y0 - y2) == pytest.approx(1 / 3, abs=0.01)
    ends = [dt.date(2021, 12, 31), dt.date(2022, 3, 31), dt.date(2022, 6, 30)]
    share = (ends[1] - ends[0]).days / (ends[2] - ends[0]).days
    assert (x1 - x0) / (x2 - x0) == pytest.approx(share, abs=0.01)


def test_the_target_stands_at_its_height() -> None:
    """Above the values where it is still to be reached, below where they are past it."""
    last = SPARK_CHART.points[-1].label.vi
    for aim, above in ((MEMBER_TARGETS[2], True), (MEMBER_TARGETS[1], False)):
        svg = draw(replace(SPARK_CHART, target=aim), "vi")
        stroke = box(svg, titled(svg, next(t for t in titles(svg) if t.startswith("Chỉ tiêu"))))
        assert (stroke[1] < float(titled(svg, last).get("y", "nan"))) is above


def test_one_value_is_a_point_and_the_target() -> None:
    svg = draw(spark("one", MIXED_CHART.points[:1], MEMBER_TARGETS[0]), "vi")
    assert len(list(read(svg).iter(f"{SVG}use"))) == 1
    assert len(titles(svg)) == 2


def test_bars_stand_on_zero_and_the_last_is_the_boldest() -> None:
    chart = spark("b", points([5, 10, 20], ILLUSTRATIVE), bars=True)
    scene = paint(chart, "vi")
    bars = [line for mark in scene.marks for line in getattr(mark, "lines", ())]
    feet = {max(y for _, y in line) for line in bars}
    heights = [max(y for _, y in line) - min(y for _, y in line) for line in bars]
    assert len(feet) == 1
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2, 4])
    widths = [mark.width for mark in scene.marks if isinstance(mark, Strokes)]
    assert widths[-1] > widths[0]


def test_the_order_of_rows_does_not_matter() -> None:
    for chart in (SPARK_CHART, SPARK_BARS):
        assert draw(replace(chart, points=chart.points[::-1]), "vi") == draw(chart, "vi")


def test_nothing_is_said_to_be_nothing() -> None:
    assert words(draw(spark("n", ()), "vi")) == ["Chưa có số liệu"]
    assert words(draw(spark("n", ()), "en")) == ["No data yet"]


def test_kinds_of_runs_look_different() -> None:
    drawn = {
        draw(spark("k", FLOW_CHART.points[:3], aim, bars=bars), "vi")
        for aim in (None, EACH_YEAR[0])
        for bars in (True, False)
    }
    assert all(a != b for a, b in combinations(drawn, 2)) and len(drawn) == 4
