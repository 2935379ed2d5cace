"""Text from files as Markdown that reads as it stands: nothing of it is a link, a mention, a
reference, an image or HTML, on GitHub or on GitLab."""

from __future__ import annotations

import re

from site_builder.reports._escape import visible

_SIGNS = re.compile(r"([\\`*_\[\]~$|])")
_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+#=]))([-+#=.)])")
"""What makes a heading, a list or a rule where it begins a line."""
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_BREAK = "&#8203;"
"""A space without width: references are looked for in the text after Markdown has been read, where
no escape is left to tell that none was meant."""
_REFERENCE = re.compile(
    r"(?<=[@#!~$%^&])(?=[\w\"'])|(?<=\bGH-)(?=\d)|(?<=\bwww)(?=\.)|(?<=:)(?=//)"
)
_TICKS = re.compile("`+")


def escaped(text: str) -> str:
    """`text` on one line, inert wherever it is put."""
    said = _SIGNS.sub(r"\\\1", visible(text).strip())
    return in_html(_START.sub(r"\1\\\2", said), shown=True)


def in_html(text: str, *, shown: bool = False) -> str:
    """`text` on one line within HTML, where Markdown is not read; `shown`: made visible already."""
    parts = _REFERENCE.split(text if shown else visible(text))
    return _BREAK.join(part.translate(_HTML) for part in parts)


def code(text: str) -> str:
    """`text` on one line as a span of code, in which nothing is looked for."""
    said = visible(text)
    ticks = "`" * (max((len(found) for found in _TICKS.findall(said)), default=0) + 1)
    pad = " " if said[:1] in ("`", " ") or said[-1:] in ("`", " ") else ""
    return f"{ticks}{pad}{said}{pad}{ticks}"


def fenced(text: str, language: str) -> str:
    """`text` as a block of code whose fence is longer than any in it."""
    lines = [visible(line) for line in text.rstrip("\n").split("\n")]
    longest = max((len(found) for line in lines for found in _TICKS.findall(line)), default=0)
    fence = "`" * max(longest + 1, 3)
    return "\n".join([f"{fence}{language}", *lines, fence])
