from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.shell.chart_store import ChartStore

DRAWING = "<svg>Đường</svg>".encode()


def never() -> bytes:
    pytest.fail("drawn again")


def drawn() -> bytes:
    return DRAWING


def test_a_drawing_is_made_once(tmp_path: Path) -> None:
    store = ChartStore(tmp_path / "charts")

    assert store.keep("abcd", drawn) == DRAWING
    assert store.keep("abcd", never) == DRAWING
    assert store.keep("abce", lambda: b"another") == b"another"


def test_a_store_that_cannot_be_written_or_read_costs_only_the_drawing(tmp_path: Path) -> None:
    (tmp_path / "charts").write_text("a file where the folder should be")
    store = ChartStore(tmp_path / "charts")

    assert store.keep("abcd", drawn) == DRAWING
    assert store.keep("abcd", lambda: b"another") == b"another"


@pytest.mark.parametrize(
    "spoil", [lambda kept: b"", lambda kept: b"\xff\xfe", lambda kept: kept[:-1]]
)
def test_a_broken_entry_is_drawn_again(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    store = ChartStore(tmp_path)
    store.keep("abcd", drawn)
    kept = next(path for path in tmp_path.rglob("*") if path.is_file())
    kept.write_bytes(spoil(kept.read_bytes()))

    assert store.keep("abcd", drawn) == DRAWING
    assert store.keep("abcd", never) == DRAWING
