"""The colours of the site as its stylesheets set them, resolved for one theme."""

from __future__ import annotations

import re
from pathlib import Path

SHEETS = Path(__file__).parents[2] / "templates" / "assets" / "css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r":root\s*\{([^}]*)\}")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+?)\s*;")
_DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\)\s*\{((?:[^{}]*\{[^{}]*\})*)")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def palette(theme: str) -> dict[str, str]:
    """Every token by its name without `--`: of the light theme, or of the dark one over it."""
    sheets = (path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.css")))
    text = _COMMENT.sub("", "\n".join(sheets))
    set_in = [_MEDIA.sub("", text)]
    if theme == "dark":
        set_in += _DARK.findall(text)
    found = {
        name: value
        for part in set_in
        for block in _BLOCK.findall(part)
        for name, value in _TOKEN.findall(block)
    }
    return {name: _resolved(value, found) for name, value in found.items()}


def _resolved(value: str, tokens: dict[str, str]) -> str:
    variable = _VARIABLE.fullmatch(value)
    return _resolved(tokens[variable[1]], tokens) if variable else value


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours, `#rgb` or `#rrggbb`."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def rgb(colour: str) -> list[float]:
    """Red, green and blue from 0 to 1. Raises ValueError for anything but a hex colour."""
    if re.fullmatch(r"#(?:[0-9a-f]{3}){1,2}", colour) is None:
        raise ValueError(f"not a hex colour: {colour!r}")
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    return [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
