from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace

import matplotlib as mpl
import pytest

from site_builder.charts.draw import chart_key, draw, kinds
from site_builder.charts.spec import Chart, SparkChart, TimelineChart
from site_builder.charts.words import ILLUSTRATIVE, ILLUSTRATIVE_SHORT
from site_builder.terms.text import LANGS, Lang
from tests.charts.samples import CHARTS, MEMBERS_CHART, NO_DATA_CHART
from tests.charts.scene_reading import WIDE_STRETCH, texts
from tests.charts.svg_reading import SVG, read, words

each_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
each_lang = pytest.mark.parametrize("lang", LANGS)

DRAW_ALL = """
import hashlib, sys
from site_builder.charts.draw import chart_key, draw
from tests.charts.samples import CHARTS
digest = hashlib.sha256()
for chart in CHARTS:
    digest.update(draw(chart, "vi").encode())
    digest.update(chart_key(chart, "vi").encode())
print(digest.hexdigest())
"""


def test_every_kind_has_a_sample() -> None:
    assert set(kinds()) == {type(chart) for chart in CHARTS}


@each_lang
@each_chart
def test_named_and_described(chart: Chart, lang: Lang) -> None:
    root = read(draw(chart, lang))
    title, description = root[0], root[1]
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (title.tag, title.text) == (f"{SVG}title", chart.title.of(lang))
    assert description.tag == f"{SVG}desc"
    assert (description.text or "").startswith(chart.description.of(lang))
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@each_chart
def test_inline_markup_only(chart: Chart) -> None:
    svg = draw(chart, "vi")
    assert svg.startswith("<svg ")
    assert svg.endswith("</svg>")
    assert not re.search(r"<\?|<!|<metadata|<style|<script|style=|font-family|xlink", svg)


@each_chart
def test_ids_are_the_charts_own_and_all_links_are_met(chart: Chart) -> None:
    svg = draw(chart, "vi")
    ids = [e.get("id", "") for e in read(svg).iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert all(name == chart.id or name.startswith(f"{chart.id}-") for name in ids)
    linked = re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)', svg)
    assert {a or b for a, b in linked} <= set(ids)


@each_chart
def test_colours_come_from_the_page(chart: Chart) -> None:
    for element in read(draw(chart, "vi")).iter():
        for name in ("fill", "stroke"):
            value = element.get(name, "none")
            assert re.fullmatch(r"none|var\(--chart-[a-z-]+\)|url\(#[\w.-]+\)", value), value
        if element.tag == f"{SVG}text":
            assert "fill" in element.attrib


@each_chart
def test_text_has_the_same_legible_size_at_any_width(chart: Chart) -> None:
    """Only inner pictures that hold lines stretch; texts keep their pixels."""
    root = read(draw(chart, "vi"))
    fixed = isinstance(chart, SparkChart)
    least = 10 if fixed else 12
    assert ("viewBox" in root.attrib) is fixed
    assert all(float(text.get("font-size", "0")) >= least for text in root.iter(f"{SVG}text"))
    stretched = [inner for inner in root.findall(f".//{SVG}svg") if "viewBox" in inner.attrib]
    assert all(inner.get("preserveAspectRatio") == "none" for inner in stretched)
    assert {part.tag for inner in stretched for part in inner} <= {f"{SVG}path"}


@each_lang
@each_chart
def test_illustrative_data_is_marked_in_the_picture(chart: Chart, lang: Lang) -> None:
    mark = ILLUSTRATIVE.of(lang)
    small = isinstance(chart, SparkChart)
    shown, times = (ILLUSTRATIVE_SHORT.of(lang), 1) if small else (mark, 2)
    for illustrative in (True, False):
        svg = draw(replace(chart, illustrative=illustrative), lang)
        assert (words(svg).count(shown) >= times) is illustrative
        assert (mark in (read(svg).findtext(f"{SVG}desc") or "")) is illustrative


@each_lang
@each_chart
def test_everything_written_lies_within_the_picture(chart: Chart, lang: Lang) -> None:
    """At the narrowest width and wherever else a label may stand."""
    scene = kinds()[type(chart)].paint(chart, lang)
    for stretch in (1.0, WIDE_STRETCH) if scene.fluid else (1.0,):
        for label, middle, width in texts(scene, stretch):
            assert middle - width / 2 >= -scene.left - 0.5, label.text
            assert middle + width / 2 <= scene.width * stretch + 0.5, label.text
            assert 0 < label.y < scene.height


def test_the_same_bytes_in_any_order() -> None:
    forwards = [draw(chart, "vi") for chart in CHARTS]
    backwards = [draw(chart, "vi") for chart in reversed(CHARTS)]
    assert forwards == backwards[::-1]


def test_the_same_bytes_in_any_process() -> None:
    here = hashlib.sha256()
    for chart in CHARTS:
        here.update(draw(chart, "vi").encode())
        here.update(chart_key(chart, "vi").encode())
    for seed in ("0", "4242"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        there = subprocess.run(
            [sys.executable, "-c", DRAW_ALL],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here.hexdigest()


def test_global_settings_neither_matter_nor_change() -> None:
    plain = draw(MEMBERS_CHART, "vi")
    odd = {
        "font.family": ["monospace"],
        "font.size": 31.0,
        "lines.linewidth": 9.0,
        "markers.fillstyle": "none",
        "hatch.color": "red",
        "path.sketch": (4.0, 90.0, 2.0),
        "figure.constrained_layout.use": True,
        "svg.fonttype": "path",
        "text.color": "red",
    }
    with mpl.rc_context(odd):  # type: ignore[arg-type]
        before = dict(mpl.rcParams)
        assert draw(MEMBERS_CHART, "vi") == plain
        assert dict(mpl.rcParams) == before


def test_a_picture_of_twenty_points_is_small() -> None:
    assert len(MEMBERS_CHART.points) == 20
    assert len(draw(MEMBERS_CHART, "vi").encode()) <= 12_000


def test_key_follows_content_and_language() -> None:
    same_again = replace(MEMBERS_CHART, unit=replace(MEMBERS_CHART.unit))
    other = replace(MEMBERS_CHART, illustrative=False)
    assert chart_key(MEMBERS_CHART, "vi") == chart_key(same_again, "vi")
    assert len({chart_key(c, lang) for c in (MEMBERS_CHART, other) for lang in LANGS}) == 4


def test_a_key_does_not_cost_the_loading_of_matplotlib() -> None:
    code = (
        "import sys; from site_builder.charts.draw import chart_key, kinds;"
        "from tests.charts.samples import CHARTS; kinds();"
        "[chart_key(c, 'vi') for c in CHARTS]; sys.exit('matplotlib' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["", "a b", 'a"b', "a)b", "biểu-đồ", "a#b"])
def test_an_unfit_id_is_refused(name: str) -> None:
    unfit: TimelineChart = replace(NO_DATA_CHART, id=name)
    with pytest.raises(ValueError, match="not fit for an id"):
        draw(unfit, "vi")
