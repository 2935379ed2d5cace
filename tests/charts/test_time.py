"""Targets that were changed or ended, and series that break."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.charts.breaks import cut, segments
from site_builder.charts.draw import draw
from site_builder.charts.events import events
from site_builder.charts.scene import Pinned, Points, Scene, Strokes
from site_builder.charts.spec import BreakMark, TimelineChart
from site_builder.charts.strip import ROW, badge_rows
from site_builder.charts.style import NARROW, WIDE
from site_builder.charts.timeline import paint
from site_builder.terms.text import LANGS, same
from tests.charts.samples import (
    AMENDED,
    AMENDED_AGAIN,
    BREAK,
    BROKEN_CHART,
    BROKEN_SPARK,
    CHANGED_CHART,
    CHANGED_FLOW,
    ENDED_CHART,
    EVENTFUL_CHART,
    MEMBERS,
    MIXED,
    SEVERAL_CHART,
    TIMED,
    points,
    target,
    timeline,
    was,
)
from tests.charts.scene_reading import STRETCHES, WIDE_STRETCH, area, texts
from tests.charts.svg_reading import SVG, box, place, read, titled, titles, words

BROKEN_LATE = replace(
    BROKEN_CHART,
    breaks=(replace(BREAK, day=dt.date(2025, 7, 1)),),
    as_of=dt.date(2026, 11, 20),
    points=BROKEN_CHART.points[:14],
)
"""The break and the day of judgement on either side of a target."""


@pytest.mark.parametrize("stretch", STRETCHES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("chart", TIMED, ids=lambda chart: chart.id)
def test_no_two_texts_overlap(chart: TimelineChart, lang: str, stretch: float) -> None:
    scene = paint(chart, lang)  # type: ignore[arg-type]
    areas = [(label, area(label, middle, width)) for label, middle, width in texts(scene, stretch)]
    for (a, first), (b, second) in combinations(areas, 2):
        assert first.covered_by(second) < 1, f"{a.text!r} and {b.text!r}"


def test_a_change_is_told_with_its_day_its_cause_and_both_numbers() -> None:
    told = [event.words for event in events(CHANGED_CHART, "vi")]
    assert told == [
        "Từ 05/01/2023, theo 15/KH-LĐLĐ: chỉ tiêu 2025 từ khoảng 24.000 thành khoảng 23.000; "
        "chỉ tiêu 2030 từ đạt 29.000 thành khoảng 30.000".replace("khoảng 30.000", "đạt 30.000"),
        "Từ 01/7/2024, theo 27/KH-LĐLĐ: chỉ tiêu 2030 từ đạt 30.000 thành đạt 28.000",
    ]
    svg = draw(CHANGED_CHART, "vi")
    assert all(one in " ".join(words(svg)) for one in told)
    assert all(one in titles(svg) for one in told)
    description = read(svg).findtext(f"{SVG}desc") or ""
    assert all(f"{one}." in description for one in told)


def test_in_english_too() -> None:
    told = [event.words for event in events(EVENTFUL_CHART, "en")]
    assert told[0].startswith(
        "From 5 January 2023, by 15/KH-LĐLĐ: target 2025 from about 24,000 to"
    )
    assert told[1] == "From 20 January 2023 the series is broken: đổi cách đếm"
    assert told[3] == "From 1 July 2024 the series is broken: sáp nhập (12/NQ)"


def _strokes(scene: Scene, role: str) -> list[Strokes]:
    return [one for one in scene.marks if isinstance(one, Strokes) and one.role == role]


def test_the_step_line_turns_on_the_day_in_force() -> None:
    scene = paint(CHANGED_CHART, "vi")
    svg = draw(CHANGED_CHART, "vi")
    lines = [one.lines[0] for one in _strokes(scene, "target") if len(one.lines[0]) > 2]
    first, second = lines
    assert len(first) == 4 and len(second) == 6
    badges = [
        (mark.x, one.titles[0])
        for mark in scene.marks
        if isinstance(mark, Pinned)
        for one in mark.marks
        if isinstance(one, Points) and one.shape == "circle" and one.titles[0]
    ]
    assert first[1][0] == first[2][0] == badges[0][0]
    assert second[3][0] == second[4][0] == badges[1][0]
    flag = titled(svg, "Chỉ tiêu đến 31/12/2025: khoảng 23.000")
    assert first[-1][0] == pytest.approx(place(svg, flag), abs=0.11)
    assert first[-1][1] == pytest.approx(float(flag.get("y", "nan")), abs=0.11)
    old = titled(svg, "Chỉ tiêu đến 31/12/2025, trước ngày 05/01/2023: khoảng 24.000")
    assert first[0][1] == pytest.approx(float(old.get("y", "nan")), abs=0.11)


def test_the_old_number_is_hollow_and_turned_the_other_way() -> None:
    svg = draw(CHANGED_CHART, "vi")
    shapes = {}
    for group in read(svg).iter(f"{SVG}g"):
        said = [use.findtext(f"{SVG}title") or "" for use in group.iter(f"{SVG}use")]
        path = group.find(f"{SVG}defs/{SVG}path")
        if path is not None and any(one.startswith("Chỉ tiêu đến") for one in said):
            shapes["trước" in said[0]] = group.get("fill"), box(svg, path)
    assert shapes[False][0] == "var(--chart-target)"
    assert shapes[True][0] == "var(--chart-surface)"
    assert shapes[False][1][2] == pytest.approx(-shapes[True][1][0])


def test_a_step_begins_when_its_first_version_was_in_force() -> None:
    late = replace(
        target(2030, 28000), was=(replace(was(29000, AMENDED_AGAIN, "x"), since=AMENDED),)
    )
    chart = timeline("late", points(MEMBERS, MIXED), [late])
    line = next(
        one.lines[0] for one in _strokes(paint(chart, "vi"), "target") if len(one.lines[0]) > 2
    )
    per_day = (line[1][0] - line[0][0]) / (AMENDED_AGAIN - AMENDED).days
    whole = (line[-1][0] - line[0][0]) / (dt.date(2030, 12, 31) - AMENDED).days
    assert per_day == pytest.approx(whole)


USUAL = "Chỉ tiêu đến 31/12/2023: khoảng 22.000"


def test_a_target_that_ended_is_crossed_out_and_says_so() -> None:
    svg = draw(ENDED_CHART, "vi")
    mark = titled(svg, "Chỉ tiêu đến 31/12/2030: đạt 29.000 (hết hiệu lực)")
    group, flags = _group(svg, mark.findtext(f"{SVG}title") or ""), _group(svg, USUAL)
    shape, usual = (g.find(f"{SVG}defs/{SVG}path") for g in (group, flags))
    assert shape is not None and usual is not None
    assert (shape.get("d") or "").startswith((usual.get("d") or "")[:20])
    assert shape.get("d") != usual.get("d")
    assert group.get("stroke") == "var(--chart-muted)"
    assert {"hết hiệu lực", "Chỉ tiêu hết hiệu lực"} <= set(words(svg))
    assert "Từ 01/7/2025, theo 03-KL/TU: chỉ tiêu 2030 (đạt 29.000) hết hiệu lực" in titles(svg)


def _group(svg: str, said: str) -> ET.Element:
    """The marks drawn alike among which one says this."""
    groups = read(svg).iter(f"{SVG}g")
    return next(g for g in groups if any(t.text == said for t in g.iter(f"{SVG}title")))


def test_no_line_runs_across_a_break() -> None:
    scene = paint(BROKEN_CHART, "vi")
    hairline = next(
        one.lines[0][0][0]
        for one in _strokes(scene, "text")
        if one.lines[0][0][0] == one.lines[0][1][0]
    )
    drawn = [
        line for role in ("series", "path") for one in _strokes(scene, role) for line in one.lines
    ]
    lines = [line for line in drawn if len(line) > 1]
    assert any(line[-1][0] < hairline for line in lines)
    assert any(line[0][0] > hairline for line in lines)
    for line in lines:
        xs = [x for x, _ in line]
        assert max(xs) < hairline or min(xs) >= hairline


def test_a_break_gives_its_reason_and_the_new_start() -> None:
    svg = draw(BROKEN_CHART, "vi")
    reason = (
        "Từ 01/7/2025 chuỗi số liệu bị ngắt: chỉ còn đếm đoàn viên của hai phường "
        "(1656/NQ-UBTVQH15)"
    )
    assert reason in " ".join(words(svg)) and reason in titles(svg)
    assert "Mốc gốc của chuỗi mới: 9.800" in titles(svg)
    assert "Where the new series starts: 9,800" in titles(draw(BROKEN_CHART, "en"))


def test_the_path_ends_where_the_old_line_would_have_been_on_the_last_day() -> None:
    """Straight between its points, cut the day before the break; the new one begins by itself."""
    days = dt.date(2025, 1, 1), dt.date(2025, 1, 11)
    whole = ((days[0], Decimal(0)), (days[1], Decimal(10)))
    broken = BreakMark(dt.date(2025, 1, 6), same("x"), path=whole)
    done = cut(replace(BROKEN_CHART, path=whole, breaks=(broken,)))
    assert done.path == ((days[0], Decimal(0)), (dt.date(2025, 1, 5), Decimal(4)))
    assert done.breaks[0].path == ((dt.date(2025, 1, 6), Decimal(5)), (days[1], Decimal(10)))


DAYS = st.dates(dt.date(2022, 1, 1), dt.date(2026, 12, 31))


@given(st.lists(DAYS, max_size=3, unique=True))
def test_every_value_stands_in_one_stretch_and_none_holds_a_break(days: list[dt.date]) -> None:
    breaks = tuple(BreakMark(day, same("x")) for day in sorted(days))
    found = segments(BROKEN_CHART.points, breaks)
    assert tuple(point for one in found for point in one) == BROKEN_CHART.points
    for one in found:
        for a, b in pairwise(one):
            assert not any(a.date < day <= b.date for day in days)


def test_a_sparkline_stops_at_a_break_too() -> None:
    svg, whole = (draw(chart, "vi") for chart in (BROKEN_SPARK, replace(BROKEN_SPARK, breaks=())))
    lines = [
        [path for path in read(one).iter(f"{SVG}path") if path.get("stroke-width") == "1.8"]
        for one in (svg, whole)
    ]
    assert [len(one) for one in lines] == [2, 1]
    hairline = box(svg, titled(svg, "Chuỗi số liệu bị ngắt"))
    assert hairline[0] == hairline[2]
    first, second = (box(svg, line) for line in lines[0])
    assert first[2] < hairline[0] <= second[0]
    later = replace(BROKEN_SPARK, breaks=(replace(BREAK, day=dt.date(2031, 1, 1)),))
    assert draw(later, "vi") == whole


def test_a_flow_shows_old_and_ended_levels_year_by_year() -> None:
    svg = draw(CHANGED_FLOW, "vi")
    told = [event.words for event in events(CHANGED_FLOW, "vi")]
    assert told[0] == ("Từ 01/7/2024, theo 8/QĐ: chỉ tiêu 2024–2026 từ khoảng 25 thành ít nhất 20")
    assert told[2] == "Từ 01/7/2026: chỉ tiêu 2027–2028 (ít nhất 25) hết hiệu lực"
    for year in (2024, 2025, 2026):
        old = titled(svg, f"Chỉ tiêu đến 31/12/{year}, trước ngày 01/7/2024: khoảng 25")
        new = titled(svg, f"Chỉ tiêu đến 31/12/{year}: ít nhất 20")
        assert float(old.get("stroke-width", "1")) < float(new.get("stroke-width", "1"))
        assert box(svg, old)[0] == box(svg, new)[0] and box(svg, old)[1] < box(svg, new)[1]
    ended = titled(svg, "Chỉ tiêu đến 31/12/2027: ít nhất 25 (hết hiệu lực)")
    assert ended.get("stroke") == "var(--chart-muted)" and ended.get("stroke-dasharray")
    crosses = [
        path
        for path in read(svg).iter(f"{SVG}path")
        if path.get("stroke") == "var(--chart-muted)" and (path.get("d") or "").count("M") == 2
    ]
    assert len(crosses) == 3  # two years and the key


def test_a_range_is_a_bar_from_bound_to_bound() -> None:
    scene = paint(SEVERAL_CHART, "vi")
    bars = [
        one.lines[0]
        for mark in scene.marks
        if isinstance(mark, Pinned)
        for one in mark.marks
        if isinstance(one, Strokes) and one.width == 2.6
    ]
    svg = draw(SEVERAL_CHART, "vi")
    low, high = (
        float(titled(svg, f"Chỉ tiêu đến 31/12/2030: {label}").get("y", "nan"))
        for label in ("từ 85 % đến 90 %", "thành phố: 95 %")
    )
    ((foot, top),) = bars
    assert foot[1] == pytest.approx(low, abs=0.11)
    assert top[1] == pytest.approx((low + high) / 2, abs=0.2)


def test_every_target_of_one_date_has_its_label() -> None:
    for stretch in STRETCHES:
        written = {label.text for label, _, _ in texts(paint(SEVERAL_CHART, "vi"), stretch)}
        assert {"chung: ít nhất 80 %", "nữ: ít nhất 82 %", "nông thôn: 60 %"} <= written


def test_badges_stand_in_rows_without_touching() -> None:
    assert badge_rows([10, 10, 20, 30, 49, 60]) == (0, 1, 2, 0, 0, 1)
    assert badge_rows([]) == ()


@given(st.lists(st.floats(0, 288), max_size=12).map(sorted))
def test_no_two_badges_of_a_row_touch(places: list[float]) -> None:
    rows = badge_rows(places)
    for row in set(rows):
        own = [at for at, one in zip(places, rows, strict=True) if one == row]
        assert all(b - a >= ROW for a, b in pairwise(own))


def test_numbers_in_the_picture_are_those_of_the_notes() -> None:
    svg = draw(EVENTFUL_CHART, "vi")
    numbers = [
        text.text
        for text in read(svg).iter(f"{SVG}text")
        if text.get("font-weight") == "700" and (text.text or "") in "1234"
    ]
    # In the strip, and below it in wide lines and in narrow ones.
    assert numbers == ["1", "2", "3", "4"] * 3


def test_notes_run_as_wide_as_the_picture() -> None:
    """A narrow and a wide set of lines, each complete, and only one of them shown at a time."""
    scene = paint(BROKEN_CHART, "vi")
    for stretch, most in ((1.0, NARROW), (WIDE_STRETCH + 0.3, WIDE)):
        lines = [
            (label, middle + width / 2)
            for label, middle, width in texts(scene, stretch)
            if label.shift and not label.halo and label.anchor == "start" and label.y > 300
        ]
        told = " ".join(label.text for label, _ in lines)
        assert all(one in told for one in scene.told)
        assert max(right for _, right in lines) + scene.left <= most


@pytest.mark.parametrize("stretch", [one for one in STRETCHES if one > WIDE_STRETCH])
def test_where_there_is_room_no_label_crosses_a_break_or_the_day_of_judgement(
    stretch: float,
) -> None:
    found = 0
    for chart in (BROKEN_CHART, BROKEN_LATE):
        scene = paint(chart, "vi")
        lines = [one.lines[0] for role in ("text", "as-of") for one in _strokes(scene, role)]
        upright = [line for line in lines if line[0][0] == line[1][0]]
        for label, middle, width in texts(scene, stretch):
            if not label.halo:
                continue
            around = area(label, middle, width)
            for (x, top), (_, bottom) in upright:
                found += 1
                beside = not around.left < x * stretch < around.right
                assert beside or around.bottom < top or around.top > bottom, label.text
    assert found


def test_order_does_not_matter_and_nothing_changes_without_events() -> None:
    turned = replace(
        EVENTFUL_CHART,
        targets=EVENTFUL_CHART.targets[::-1],
        breaks=EVENTFUL_CHART.breaks[::-1],
    )
    assert draw(turned, "vi") == draw(EVENTFUL_CHART, "vi")
    plain = draw(replace(CHANGED_CHART, targets=()), "vi")
    assert not re.search(r"trước khi sửa|hết hiệu lực|bị ngắt", plain)
