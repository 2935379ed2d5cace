"""The parts that SVG is written from: elements, texts escaped, numbers rounded, styles sifted."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from site_builder.charts.style import css_colour

_LOCAL = re.compile(r"url\(#([^)]*)\)")
_PAINT = ("fill", "stroke")
_KEPT = ("stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "opacity")
_DEFAULTS = {("stroke-width", "1")}
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_BLANKS = re.compile(r"[ \t\n\r]+")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot carry, not even escaped."""


def fit_id(name: str) -> bool:
    """Whether it can stand in `id` and `url(#…)` unquoted."""
    return _ID.fullmatch(name) is not None


def escape(text: str) -> str:
    """Text for an element or an attribute; what XML cannot carry becomes U+FFFD."""
    text = _FORBIDDEN.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BLANKS.sub(" ", text.replace('"', "&quot;")).strip(" ")


def element(tag: str, attributes: dict[str, str], content: str = "") -> str:
    """An element whose attributes are fit as they stand and whose content is markup."""
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def title(text: str) -> str:
    """What hovering says; nothing for no text."""
    return element("title", {}, escape(text)) if text else ""


def style(drawn: ET.Element, prefix: str) -> dict[str, str]:
    """An element's `style` as attributes, colours as CSS variables, defaults left out."""
    declared = dict(
        part.split(": ", 1) for part in drawn.get("style", "").split("; ") if ": " in part
    )
    declared |= {k: drawn.get(k, "") for k in _PAINT if k in drawn.attrib}
    paint = {k: _paint(declared[k], prefix) for k in _PAINT if k in declared}
    rest = {k: _rounded(declared[k]) for k in _KEPT if k in declared}
    return paint | {k: v for k, v in rest.items() if (k, v) not in _DEFAULTS}


def _paint(value: str, prefix: str) -> str:
    if value == "none":
        return value
    local = _LOCAL.fullmatch(value)
    return f"url(#{prefix}-{local[1]})" if local else css_colour(value)


def _rounded(value: str) -> str:
    return ",".join(short(number) for number in value.removesuffix("px").split(","))


def moved(data: str, by_x: float = 0.0, by_y: float = 0.0, *, places: int = 2) -> str:
    """Path data on one line, moved: `M10 10L200 50`. matplotlib writes every number as a place."""
    written, across = [], True
    for word in data.split():
        if word.isalpha():
            written.append(word)
        else:
            number = short(float(word) + (by_x if across else by_y), places)
            written.append(number if written[-1].isalpha() else f" {number}")
            across = not across
    return "".join(written)


def short(number: str | float, places: int = 1) -> str:
    """A number without needless digits."""
    rounded = f"{float(number):.{places}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded
