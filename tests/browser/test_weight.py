"""Pages stay light: what each of them and all of them together may weigh."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from bench.weight import SHARED, Weight, by_kind

pytestmark = pytest.mark.xdist_group("browser-weight")

LIMITS = {"CSS": 30_000, "JS": 20_000}
"""Bytes of a file that all pages share."""
TYPICAL = 60_000
"""Bytes of HTML, charts left out, of the page in the middle of its kind."""
LARGER = {"plan": 120_000}
"""A plan's page is no typical one: it holds every clause and duty of a whole document."""


@pytest.fixture(scope="module")
def weights(shipped_site: Path) -> dict[str, list[Weight]]:
    return by_kind(shipped_site)


def test_what_all_pages_share_is_light(shipped_site: Path) -> None:
    for name, path in SHARED.items():
        assert 1_000 < (shipped_site / path).stat().st_size <= LIMITS[name], name


def test_a_typical_page_is_light(weights: dict[str, list[Weight]]) -> None:
    heavy = {
        kind: typical
        for kind, pages in weights.items()
        if (typical := statistics.median(page.html for page in pages)) > LARGER.get(kind, TYPICAL)
    }
    assert not heavy
    assert sum(len(pages) for pages in weights.values()) > 200


def test_charts_are_weighed_apart(tmp_path: Path) -> None:
    page = tmp_path / "plans" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<body class="page-plan"><p>một</p><svg><g/></svg> <svg>\n</svg></body>', "utf-8"
    )
    [weight] = by_kind(tmp_path)["plan"]
    assert weight == Weight("plans/", html=44, svg=27)
    assert weight.whole == page.stat().st_size
