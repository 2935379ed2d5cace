"""Hostile text made harmless and visible: what a cell holds must not steer a screen or a runner."""

from __future__ import annotations

import unicodedata

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Cc controls (the terminal's escape among them), Cf marks that reorder or hide text, line and
# paragraph separators, lone surrogates, private use and unassigned; and spaces that pass for " ".
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn", "Zs"})


def visible(text: str) -> str:
    """`text` on one line, with every character that hides, moves or commands spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char == " " or unicodedata.category(char) not in _HIDDEN:
        return char
    return _NAMED.get(char) or f"\\u{{{ord(char):04x}}}"


def columns(text: str) -> int:
    """How many columns a screen gives `text`: combining marks none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, limit: int) -> str:
    """`text`, cut to `limit` characters with a mark where it was cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
