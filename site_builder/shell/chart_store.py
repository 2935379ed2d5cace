"""Drawn charts kept on disk, so that an unchanged chart costs nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class ChartStore:
    """SVG by content key. A cache only: whatever goes wrong with it, the chart is drawn again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> str | None:
        """The chart kept under `key`, if it is there and readable."""
        try:
            return self._path(key).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, svg: str) -> None:
        """Keep a chart; written beside and renamed, so that nobody reads half of it."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(svg)
            Path(name).replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.svg"
