"""Hostile text made harmless and visible: what a cell holds must not steer a screen or a runner."""

from __future__ import annotations

import re
import unicodedata

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Cc controls (the terminal's escape among them), Cf marks that reorder or hide text, line and
# paragraph separators, lone surrogates, private use and unassigned; and spaces that pass for " ".
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn", "Zs"})
_RUNNER = re.compile(r"#(?=#\[|#vso\[)")
"""Opens a command of a CI server (`##[add-mask]`, `##vso[…]`) wherever it stands in a line of its
log, so that even a sentence about a cell could give one."""
_SPELT = "\\u{{{:04x}}}"
_RUNNER_AT_START = re.compile(r"^(\s*):(?=:)")


def visible(text: str) -> str:
    """`text` on one line, with every character that hides, moves or commands spelled out."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return "".join(pieces(text))


def pieces(text: str) -> list[str]:
    """Each character of `text` as `visible` writes it."""
    shown = [_shown(char) for char in text]
    for match in _RUNNER.finditer(text):
        shown[match.start()] = _SPELT.format(ord("#"))
    return shown


def _shown(char: str) -> str:
    if char == " " or unicodedata.category(char) not in _HIDDEN:
        return char
    return _NAMED.get(char) or _SPELT.format(ord(char))


def shown_value(text: str) -> str:
    """What was read, made visible; spaces at its ends, which nobody sees, as `␣`."""
    bare = text.strip(" ")
    start = len(text) - len(text.lstrip(" ")) if bare else len(text)
    end = len(text) - start - len(bare)
    return "␣" * start + visible(bare) + "␣" * end


def no_command(line: str) -> str:
    """`line`, unable to be one of GitHub's workflow commands, which may stand behind spaces."""
    return _RUNNER_AT_START.sub(r"\1\\u{003a}", line)


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
