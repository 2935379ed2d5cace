"""Where the site's face lies: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def templates_dir() -> Path:
    """The folder of templates: `site_builder/templates` in a wheel, `templates` in a checkout.

    Raises FileNotFoundError where neither is there: the installation is broken.
    """
    package = Path(str(files("site_builder")))
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "layout.html").is_file():
            return folder
    raise FileNotFoundError("templates/layout.html")


def read_templates() -> dict[str, bytes]:
    """Every template and asset by its path below the folder, in order of their names."""
    root = templates_dir()
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
