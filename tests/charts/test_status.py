from __future__ import annotations

import pytest

from site_builder.charts.draw import draw
from site_builder.terms.status import Status
from tests.charts.samples import STATUS_CHART, statuses
from tests.charts.svg_reading import SVG, box, read, titled, titles, words


def test_every_part_says_itself() -> None:
    assert titles(draw(STATUS_CHART, "vi")) == [
        "Đạt: 5 trên 33",
        "Đúng tiến độ: 12 trên 33",
        "Chậm tiến độ: 4 trên 33",
        "Chậm nhiều: 2 trên 33",
        "Chưa có số liệu: 7 trên 33",
        "Chưa đến hạn: 3 trên 33",
    ]
    assert "On track: 12 of 33" in titles(draw(STATUS_CHART, "en"))


def test_parts_are_as_long_as_their_counts() -> None:
    svg = draw(STATUS_CHART, "vi")
    spans = [box(svg, titled(svg, title)) for title in titles(svg)]
    per_one = [
        (right - left) / count
        for (left, _, right, _), (_, count) in zip(spans, STATUS_CHART.counts, strict=False)
    ]
    assert per_one == pytest.approx([per_one[0]] * 6, rel=0.01)


def test_the_key_gives_word_and_number_of_what_there_is() -> None:
    written = words(draw(STATUS_CHART, "vi"))
    assert {"Đạt: 5", "Đúng tiến độ: 12", "Chưa có số liệu: 7"} <= set(written)
    assert not any(text.startswith(Status.OVERDUE.words.vi) for text in written)


def test_tones_differ_without_colour() -> None:
    """By hatch, dash or filling; the hatch is told apart by its lines, not by its id."""
    tones = (
        Status.MET, Status.ON_TRACK, Status.BEHIND, Status.OVERDUE, Status.NO_DATA, Status.ONGOING,
    )  # fmt: skip
    assert len({status.tone for status in tones}) == 6
    looks = set()
    for status in tones:
        svg = draw(statuses("one", (status, 1)), "vi")
        part = titled(svg, f"{status.words.vi}: 1 trên 1")
        hatch = read(svg).find(f".//{SVG}pattern/{SVG}path")
        lines = None if hatch is None else hatch.get("d")
        empty = part.get("fill") == "var(--chart-surface)"
        looks.add((empty, part.get("stroke-dasharray"), lines))
    assert len(looks) == 6


def test_a_number_without_room_is_left_to_the_key() -> None:
    chart = statuses("eng", *((status, 1) for status in Status), (Status.MET, 1000))
    written = words(draw(chart, "vi"))
    assert written.count("1") < len(Status)
    assert f"{Status.OVERDUE.words.vi}: 1" in written


def test_nothing_to_count_is_said() -> None:
    assert "Không có nội dung nào để đếm" in words(draw(statuses("rong"), "vi"))
    assert "Nothing to count" in words(draw(statuses("rong", (Status.MET, 0)), "en"))
