"""A site is replaced in one step or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIGN = "data/plans.json"
"""A folder that has this file was built by plansite and may be replaced."""


class ForeignFolderError(Exception):
    """The folder to be replaced holds something that plansite did not build."""


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """A fresh folder to build into; when the block ends well it takes the place of `site`.

    The new site is built beside the standing one, on the same file system, so that the exchange
    is two renames; on any error the standing site stays as it was. Raises ForeignFolderError
    before anything is built when `site` is a folder with contents that are not a built site.
    """
    _refuse_foreign(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        new = workshop / "new"
        new.mkdir()
        yield new
        _exchange(new, site, workshop / "old")
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _exchange(new: Path, site: Path, old: Path) -> None:
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    finally:
        # Also when a person stops the command right here: the old site must not go with `old`.
        if old.exists() and not site.exists():
            old.rename(site)


def _refuse_foreign(site: Path) -> None:
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise ForeignFolderError(str(site))
    if site.is_dir() and any(site.iterdir()) and not (site / SIGN).is_file():
        raise ForeignFolderError(str(site))
