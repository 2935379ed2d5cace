from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from site_builder.charts.draw import draw
from site_builder.charts.events import events
from site_builder.charts.spec import DataPoint, TargetMark, TimelineChart
from site_builder.charts.timeline import paint
from site_builder.terms.text import Text
from tests.charts.samples import (
    CHARTS,
    EACH_YEAR,
    FLOW_CHART,
    ILLUSTRATIVE,
    MEMBER_TARGETS,
    MEMBERS,
    MEMBERS_CHART,
    MIXED,
    MIXED_CHART,
    NO_DATA_CHART,
    PERCENTAGES,
    SHARE_TARGETS,
    points,
    target,
    timeline,
    yearly,
)
from tests.charts.scene_reading import STRETCHES, area, texts
from tests.charts.svg_reading import SVG, box, classes, place, read, titled, titles, words

TIMELINES = [chart for chart in CHARTS if isinstance(chart, TimelineChart)]
SHARE_CHART = timeline("share", points(PERCENTAGES, ILLUSTRATIVE), SHARE_TARGETS, unit="%")


@pytest.mark.parametrize("chart", TIMELINES, ids=lambda chart: chart.id)
def test_every_value_and_target_says_itself(chart: TimelineChart) -> None:
    said = titles(draw(chart, "vi"))
    for point in chart.points:
        assert sum(title.startswith(point.label.vi) for title in said) >= 1
    for mark in chart.targets:
        note = " (hết hiệu lực)" if mark.ended else ""
        assert f"Chỉ tiêu đến 31/12/{mark.date.year}: {mark.label.vi}{note}" in said
    former = sum(len(mark.was) for mark in chart.targets)
    starts = sum(one.start is not None for one in chart.breaks)
    told = len(events(chart, "vi")) + former + starts
    assert len(said) == len(chart.points) + len(chart.targets) + 1 + told


def test_a_state_that_is_not_official_is_said() -> None:
    said = titles(draw(MIXED_CHART, "vi"))
    assert "quý IV/2021: 20.172" in said
    assert "quý IV/2025: 23.810 (tạm tính)" in said
    assert "quý III/2026: 24.136 (ước)" in said
    assert "Q3 2026: 24,136 (estimate)" in titles(draw(MIXED_CHART, "en"))


def test_states_differ_in_shape_or_filling() -> None:
    """Not by colour alone: each state has its own outline or its own way of being filled."""
    states = ("official", "provisional", "estimate", "illustrative")
    looks = set()
    for state in states:
        svg = draw(timeline("one", points(MEMBERS, [state] * 20)), "vi")  # type: ignore[list-item]
        group = next(
            g for g in read(svg).iter(f"{SVG}g") if g.find(f"{SVG}use/{SVG}title") is not None
        )
        shape = group.find(f"{SVG}defs/{SVG}path")
        assert shape is not None
        looks.add((shape.get("d"), group.get("fill")))
    assert len(looks) == len(states)


def test_only_illustrative_values_are_joined_by_dashes() -> None:
    dashed = draw(MEMBERS_CHART, "vi").count('stroke-dasharray="3,3"')
    assert dashed == 2  # the line and its sample in the key
    assert 'stroke-dasharray="3,3"' not in draw(MIXED_CHART, "vi")


def test_time_is_true() -> None:
    """Equal spans of days are equal distances, from the first quarter to 2045."""
    svg = draw(SHARE_CHART, "vi")
    marks: tuple[DataPoint | TargetMark, ...] = (*SHARE_CHART.points, *SHARE_CHART.targets)
    names = [f"{p.label.vi} (minh họa)" for p in SHARE_CHART.points]
    names += [f"Chỉ tiêu đến 31/12/{t.date.year}: {t.label.vi}" for t in SHARE_CHART.targets]
    at = {
        mark.date.toordinal(): place(svg, titled(svg, name))
        for mark, name in zip(marks, names, strict=True)
    }
    first, last = min(at), max(at)
    per_day = (at[last] - at[first]) / (last - first)
    for day, x in at.items():
        assert x == pytest.approx(at[first] + (day - first) * per_day, abs=0.11)


def test_milestone_years_are_labelled_at_their_targets() -> None:
    svg = draw(SHARE_CHART, "vi")
    labels = {t.text: place(svg, t) for t in read(svg).iter(f"{SVG}text")}
    for mark in SHARE_CHART.targets:
        flag = titled(svg, f"Chỉ tiêu đến 31/12/{mark.date.year}: {mark.label.vi}")
        assert labels[str(mark.date.year)] == pytest.approx(place(svg, flag), abs=0.11)


def test_values_are_true() -> None:
    svg = draw(MEMBERS_CHART, "vi")
    at = {
        p.value: float(titled(svg, f"{p.label.vi} (minh họa)").get("y", "nan"))
        for p in MEMBERS_CHART.points
    }
    low, high = min(at), max(at)
    per_unit = (at[high] - at[low]) / float(high - low)
    for value, y in at.items():
        assert y == pytest.approx(at[low] + float(value - low) * per_unit, abs=0.11)


def test_an_axis_that_begins_above_zero_says_so() -> None:
    assert "Trục đứng bắt đầu từ 20.000." in " ".join(words(draw(MEMBERS_CHART, "vi")))
    assert "axis starts at 60%." in " ".join(words(draw(SHARE_CHART, "en")))
    from_zero = draw(timeline("low", points(range(20), ILLUSTRATIVE)), "vi")
    assert not any("Trục đứng" in text for text in words(from_zero))


def test_columns_stand_on_zero_in_their_year() -> None:
    svg = draw(FLOW_CHART, "vi")
    columns = [box(svg, titled(svg, title)) for title in titles(svg)[1:6]]
    values = [float(point.value) for point in FLOW_CHART.points]
    feet = {bottom for _, _, _, bottom in columns}
    heights = [bottom - top for _, top, _, bottom in columns]
    assert len(feet) == 1
    for height, value in zip(heights, values, strict=True):
        assert height / heights[0] == pytest.approx(value / values[0], abs=0.01)
    for year, column in zip(range(2022, 2027), columns, strict=True):
        line = box(svg, titled(svg, f"Chỉ tiêu đến 31/12/{year}: ít nhất 25"))
        assert line[0] < column[0] < column[2] < line[2]


def test_negative_columns_hang_from_zero() -> None:
    chart = timeline("negative", yearly([-7, 12], ["official"] * 2), bars=True)
    svg = draw(chart, "vi")
    down, up = (box(svg, titled(svg, title)) for title in ("2022: -7", "2023: 12"))
    assert down[1] == pytest.approx(up[3], abs=0.11)
    assert "−7" in words(svg)


def test_equal_targets_of_a_flow_are_labelled_once() -> None:
    assert words(draw(FLOW_CHART, "vi")).count("ít nhất 25") == 1


def test_without_data_the_targets_still_stand() -> None:
    written = words(draw(NO_DATA_CHART, "vi"))
    assert "Chưa có số liệu" in written
    assert {"khoảng 22.000", "khoảng 24.000", "đạt 29.000"} <= set(written)
    assert "No data yet" in words(draw(NO_DATA_CHART, "en"))


def test_without_anything_no_scale_is_invented() -> None:
    written = words(draw(timeline("nothing"), "vi"))
    assert "Chưa có số liệu" in written
    assert not {"0", "1"} & set(written)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "24.136" in words(draw(MEMBERS_CHART, "vi"))
    assert "24,136" in words(draw(MEMBERS_CHART, "en"))
    assert "82\N{NO-BREAK SPACE}%" in words(draw(SHARE_CHART, "vi"))
    assert "tính đến 30/9/2026" in words(draw(MEMBERS_CHART, "vi"))
    assert "as of 30 September 2026" in words(draw(MEMBERS_CHART, "en"))


def test_huge_numbers_lend_their_zeros_to_the_unit() -> None:
    chart = timeline("huge", points([10**12, 2 * 10**12], ["official"] * 2), unit="đồng")
    assert {"tỷ đồng", "2.000"} <= set(words(draw(chart, "vi")))
    assert {"billion đồng", "2,000"} <= set(words(draw(chart, "en")))


def test_the_order_of_rows_does_not_matter() -> None:
    mixed_up = replace(
        MEMBERS_CHART, points=MEMBERS_CHART.points[::-1], targets=MEMBERS_CHART.targets[::-1]
    )
    assert draw(mixed_up, "vi") == draw(MEMBERS_CHART, "vi")


def test_a_day_of_judgement_outside_the_data_is_shown() -> None:
    late = replace(MIXED_CHART, as_of=dt.date(2033, 1, 5))
    assert "tính đến 05/01/2033" in words(draw(late, "vi"))
    assert "2033" in [text.text for text in read(draw(late, "vi")).iter(f"{SVG}text")]


CROWDED = [
    MEMBERS_CHART,
    MIXED_CHART,
    SHARE_CHART,
    FLOW_CHART,
    NO_DATA_CHART,
    timeline("low", points([20 + n for n in range(20)], ILLUSTRATIVE), SHARE_TARGETS, unit="%"),
    timeline(
        "nine",
        points(MEMBERS, ILLUSTRATIVE),
        [target(y, 20000 + 900 * (y - 2021)) for y in range(2022, 2031)],
    ),
    timeline("flat", points(range(-5, 15), MIXED), [target(2025, 5), target(2030, 120)], unit="%"),
    timeline("close", points(MEMBERS, ILLUSTRATIVE), [*MEMBER_TARGETS, target(2026, 24100)]),
]

LEVELS = [chart for chart in CROWDED if not chart.bars]


@pytest.mark.parametrize("stretch", STRETCHES)
@pytest.mark.parametrize("chart", CROWDED, ids=lambda chart: chart.id)
def test_no_two_texts_overlap(chart: TimelineChart, stretch: float) -> None:
    """At the narrowest width, on either side of where wide begins, and on a desk."""
    scene = paint(replace(chart, illustrative=False), "vi")
    areas = [(label, area(label, middle, w)) for label, middle, w in texts(scene, stretch)]
    for (a, first), (b, second) in combinations(areas, 2):
        assert first.covered_by(second) < 1, f"{a.text!r} and {b.text!r}"


@pytest.mark.parametrize("stretch", STRETCHES)
@pytest.mark.parametrize("chart", LEVELS, ids=lambda chart: chart.id)
def test_no_label_covers_a_value(chart: TimelineChart, stretch: float) -> None:
    svg = draw(replace(chart, illustrative=False), "vi")
    scene = paint(replace(chart, illustrative=False), "vi")
    areas = [area(one, middle, w) for one, middle, w in texts(scene, stretch) if one.halo]
    values = [use for use in read(svg).iter(f"{SVG}use") if use.get("x", "").endswith("%")]
    assert len(values) == len(chart.points) + len(chart.targets)
    for use in values:
        at = place(svg, use) * stretch, float(use.get("y", "nan"))
        assert not any(one.holds(at) for one in areas)


OTHER = replace(target(2030, 85, "trên {} %"), other_population=True)


def test_a_target_of_another_population_stands_apart() -> None:
    chart = timeline("other", points(PERCENTAGES, MIXED), [*SHARE_TARGETS[:2], OTHER], unit="%")
    svg = draw(chart, "vi")
    said = "Chỉ tiêu đến 31/12/2030: trên 85 % (phạm vi khác)"
    group = next(g for g in read(svg).iter(f"{SVG}g") if said in titles_in(g))
    usual = next(g for g in read(svg).iter(f"{SVG}g") if titles_in(g) and g is not group)
    assert group.get("fill") == "var(--chart-surface)" != usual.get("fill")
    assert titles_in(group) == [said]
    assert {"phạm vi khác", "Chỉ tiêu trên phạm vi khác", "Chỉ tiêu"} <= set(words(svg))
    assert "Target of another population" in words(draw(chart, "en"))


def test_a_flow_target_of_another_population_is_dashed() -> None:
    mixed = [EACH_YEAR[0], replace(EACH_YEAR[1], other_population=True)]
    svg = draw(timeline("other", yearly([27, 21], MIXED), mixed, bars=True), "vi")
    usual, other = (
        titled(svg, f"Chỉ tiêu đến 31/12/{year}: ít nhất 25{note}")
        for year, note in ((2022, ""), (2023, " (phạm vi khác)"))
    )
    assert usual.get("stroke-dasharray") is None
    assert other.get("stroke-dasharray") is not None


def titles_in(element: ET.Element) -> list[str]:
    """What hovering says within a part of the picture."""
    return [title.text or "" for title in element.iter(f"{SVG}title")]


def test_the_label_beside_a_target_may_be_shorter_than_what_is_read_out() -> None:
    mark = replace(target(2025, 24000, "khoảng {} đoàn viên"), short=Text("khoảng 24.000", "~"))
    svg = draw(timeline("short", points(MEMBERS, MIXED), [mark]), "vi")
    assert "khoảng 24.000" in words(svg)
    assert "Chỉ tiêu đến 31/12/2025: khoảng 24.000 đoàn viên" in titles(svg)


def test_a_wide_picture_writes_all_that_a_narrow_one_does() -> None:
    """What finds no room where it is narrow is left to the flag's own words and the table."""
    for chart in CROWDED:
        found: dict[str, set[str]] = {"at-narrow": set(), "at-wide": set()}
        for text in read(draw(chart, "vi")).iter(f"{SVG}text"):
            for name in set(classes(text)) & set(found):
                if "halo" in classes(text):
                    found[name].add(text.text or "")
        assert found["at-narrow"] <= found["at-wide"]


def test_points_shrink_where_they_crowd() -> None:
    """Neighbours stay apart as far as they can without vanishing."""
    many = timeline("many", points(MEMBERS, ILLUSTRATIVE), [target(2045, 30000)])
    few = timeline("few", points(MEMBERS[:4], ILLUSTRATIVE))
    sizes = [_first_marker_size(draw(chart, "vi")) for chart in (many, few)]
    assert sizes[0] < sizes[1]
    svg = draw(many, "vi")
    xs = [place(svg, use) for use in read(svg).iter(f"{SVG}use")][:19]
    assert all(b - a > 0 for a, b in pairwise(xs))


def _first_marker_size(svg: str) -> float:
    shape = read(svg).find(f".//{SVG}g/{SVG}defs/{SVG}path")
    assert shape is not None
    left, _, right, _ = box(svg, shape)
    return right - left
