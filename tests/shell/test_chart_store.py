from __future__ import annotations

from pathlib import Path

from site_builder.shell.chart_store import ChartStore


def test_a_kept_chart_comes_back_and_an_unknown_one_does_not(tmp_path: Path) -> None:
    store = ChartStore(tmp_path / "charts")
    store.put("abcd", "<svg>Đường</svg>")

    assert store.get("abcd") == "<svg>Đường</svg>"
    assert store.get("abce") is None


def test_a_store_that_cannot_be_written_or_read_costs_only_the_drawing(tmp_path: Path) -> None:
    (tmp_path / "charts").write_text("a file where the folder should be")
    store = ChartStore(tmp_path / "charts")
    store.put("abcd", "<svg/>")

    assert store.get("abcd") is None


def test_a_broken_entry_is_drawn_again(tmp_path: Path) -> None:
    store = ChartStore(tmp_path)
    store.put("abcd", "<svg/>")
    next(tmp_path.rglob("*.svg")).write_bytes(b"\xff\xfe")

    assert store.get("abcd") is None
