from __future__ import annotations

import re
from typing import get_args

import pytest

from site_builder.charts.card import PALETTE
from site_builder.charts.draw import draw
from site_builder.charts.style import STEP, WIDE, Role, css_colour, marker_colour
from tests.charts.samples import CHARTS
from tests.charts.tokens import SHEETS, contrast, palette

READ_AS_TEXT = {"text", "muted", "series", "target", "as-of", "note"}
NO_MARK = {"surface", "grid", "note-surface"}
"""Grounds, and the grid, which is decoration: every value is written or read out."""
SHEET = (SHEETS / "05-chart.css").read_text(encoding="utf-8")
themes = pytest.mark.parametrize("theme", ["light", "dark"])


@themes
def test_every_role_has_its_colour(theme: str) -> None:
    tokens = palette(theme)
    named = {name.removeprefix("chart-") for name in tokens if name.startswith("chart-")}
    assert named == set(get_args(Role))
    assert all(re.fullmatch(r"#[0-9a-f]{3,6}", tokens[f"chart-{role}"]) for role in named)


def test_dark_is_another_theme() -> None:
    light, dark = palette("light"), palette("dark")
    assert all(light[f"chart-{role}"] != dark[f"chart-{role}"] for role in get_args(Role))


@themes
@pytest.mark.parametrize("role", sorted(set(get_args(Role)) - NO_MARK))
def test_colours_stand_out(role: Role, theme: str) -> None:
    """4.5 to 1 for text and 3 to 1 for shapes, on the ground where each is drawn."""
    tokens = palette(theme)
    least = 4.5 if role in READ_AS_TEXT else 3.0
    grounds = ("surface", "note-surface") if role == "note" else ("surface",)
    for ground in grounds:
        assert contrast(tokens[f"chart-{role}"], tokens[f"chart-{ground}"]) >= least, ground


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, equal colours are 1; #777 on white is the known 4.48."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#9c3d00", "#9c3d00") == 1
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_the_picture_of_a_plan_has_the_sites_light_colours() -> None:
    tokens = palette("light")
    roles = set(PALETTE) - {"series"}
    expected = {role: _six_digits(tokens[f"chart-{role}"]) for role in roles}
    assert expected == {role: PALETTE[role] for role in roles}
    assert PALETTE["series"] == _six_digits(tokens["brand"])


def _six_digits(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])


def test_the_stylesheet_knows_what_the_charts_count_on() -> None:
    """The width from which a picture is wide, every step kept free at the left, every name."""
    assert f"@container (min-width: {WIDE:.0f}px)" in SHEET
    steps = dict(re.findall(r"\.chart-left-(\d+) \{ padding-left: (\d+)px; \}", SHEET))
    assert steps == {str(n): str(n * STEP) for n in range(1, len(steps) + 1)}
    names = {
        name
        for chart in CHARTS
        for found in re.findall(r'class="([^"]*)"', draw(chart, "vi"))
        for name in found.split()
        if not re.fullmatch(r"chart-(timeline|allocation|status|spark)", name)
    }
    assert names >= {"chart", "at-wide", "at-narrow", "halo", "chart-left-3"}
    assert all(f".{name}" in SHEET for name in names)


def test_stand_ins_are_all_different_and_never_black() -> None:
    markers = [marker_colour(role) for role in get_args(Role)]
    assert len(set(markers)) == len(markers)
    assert "#000000" not in markers
    assert css_colour(marker_colour("as-of")) == "var(--chart-as-of)"
    with pytest.raises(KeyError):
        css_colour("#ffffff")
