"""The templates as they are shipped, by name."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = {
    str(path.relative_to(FOLDER)): path.read_text("utf-8") for path in FOLDER.rglob("*.html")
}
