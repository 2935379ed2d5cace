"""Drawn charts kept on disk, so that an unchanged chart costs nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


class ChartStore:
    """Drawings by content key. A cache only: whatever goes wrong with it, they are drawn again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """The drawing kept under `key`, drawn now and kept where it is not there or unreadable."""
        kept = self._get(key)
        if kept is None:
            kept = draw()
            self._put(key, kept)
        return kept

    def _get(self, key: str) -> bytes | None:
        try:
            seal, drawing = self._path(key).read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return None
        return drawing if seal == _seal(drawing) else None

    def _put(self, key: str, drawing: bytes) -> None:
        """Written beside and renamed, so that nobody reads half of it."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(drawing) + b"\n" + drawing)
            Path(name).replace(path)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}"


def _seal(drawing: bytes) -> bytes:
    """What tells a whole drawing from what a full disk or another program left of it."""
    return hashlib.sha256(drawing).hexdigest().encode()
