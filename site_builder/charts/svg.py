"""matplotlib's SVG made fit for a page: small, coloured by CSS, titled, ids of its own.

matplotlib's output is read as a tree and written anew: only shapes, with the attributes that
matter. Presentation attributes are used instead of `style`, which a strict content security
policy forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from site_builder.charts.canvas import group_id
from site_builder.charts.scene import Label, Mark, Points, Scene
from site_builder.charts.style import css_colour

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.\d+")
_LOCAL = re.compile(r"url\(#([^)]*)\)")
_PAINT = ("fill", "stroke")
_KEPT = (
    "stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "opacity", "font-size",
    "font-weight", "text-anchor",
)  # fmt: skip
_DEFAULTS = {("text-anchor", "start"), ("stroke-width", "1")}
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_BLANKS = re.compile(r"[ \t\n\r]+")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot carry, not even escaped."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What names the picture: its id, its kind, its title and its description in one language."""

    id: str
    kind: str
    title: str
    description: str


def escape(text: str) -> str:
    """Text for an element or an attribute; what XML cannot carry becomes U+FFFD."""
    text = _FORBIDDEN.sub("\ufffd", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BLANKS.sub(" ", text.replace('"', "&quot;")).strip(" ")


def finish(drawn: str, scene: Scene, heading: Heading) -> str:
    """The inline `<svg>` from matplotlib's drawing of `scene`.

    Raises ValueError if the heading's id could not stand in `id` and `url(#…)` unquoted.
    """
    if _ID.fullmatch(heading.id) is None:
        raise ValueError(f"not fit for an id: {heading.id!r}")
    # No text of ours has been in there: only numbers, stand-in colours and placeholders.
    root = ET.fromstring(drawn)
    groups = {group.get("id"): group for group in root.iter(f"{_SVG}g")}
    body = "".join(
        part
        for number, mark in enumerate(scene.marks)
        for part in _mark(mark, groups[group_id(number)], heading.id)
    )
    patterns = "".join(_pattern(e, heading.id) for e in root.iter(f"{_SVG}pattern"))
    return f"{_opening(scene, heading)}{body}{patterns}</svg>"


def _opening(scene: Scene, heading: Heading) -> str:
    title, description = f"{heading.id}-title", f"{heading.id}-desc"
    size = f"{_short(scene.width)} {_short(scene.height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{heading.id}" '
        f'class="chart chart-{heading.kind}" viewBox="0 0 {size}" role="img" '
        f'aria-labelledby="{title} {description}">'
        f'<title id="{title}">{escape(heading.title)}</title>'
        f'<desc id="{description}">{escape(heading.description)}</desc>'
    )


def _mark(mark: Mark, group: ET.Element, prefix: str) -> Iterator[str]:
    match mark:
        case Points():
            yield _points(mark, group, prefix)
        case Label():
            text = next(group.iter(f"{_SVG}text"))
            yield _element("text", _label_attributes(mark, text, prefix), escape(mark.text))
        case _:
            path = next(group.iter(f"{_SVG}path"))
            attributes = {"d": _path(path.get("d", ""), 1), **_style(path, prefix)}
            yield _element("path", attributes, _title(mark.title))


def _points(mark: Points, group: ET.Element, prefix: str) -> str:
    """Each place with its own title; the shape itself where matplotlib first draws it."""
    uses = list(group.iter(f"{_SVG}use"))
    defined = "".join(
        _element("path", {"id": f"{prefix}-{e.get('id')}", "d": _path(e.get("d", ""), 2)})
        for e in group.iter(f"{_SVG}path")
    )
    places = "".join(
        _element("use", _place(use, prefix), _title(title))
        for use, title in zip(uses, mark.titles, strict=True)
    )
    content = (_element("defs", {}, defined) if defined else "") + places
    return _element("g", _style(uses[0], prefix), content)


def _place(use: ET.Element, prefix: str) -> dict[str, str]:
    name = use.get(_HREF, "").removeprefix("#")
    return {
        "href": f"#{prefix}-{name}",
        "x": _short(use.get("x", "0")),
        "y": _short(use.get("y", "0")),
    }


def _label_attributes(mark: Label, text: ET.Element, prefix: str) -> dict[str, str]:
    attributes = {"x": _short(text.get("x", "0")), "y": _short(text.get("y", "0"))}
    if mark.angle:
        attributes["transform"] = _round(text.get("transform", ""), 1)
    attributes |= _style(text, prefix)
    if mark.halo:
        halo = {"stroke": "var(--chart-surface)", "stroke-width": "4", "paint-order": "stroke"}
        attributes |= halo
    return attributes


def _pattern(pattern: ET.Element, prefix: str) -> str:
    rect, path = pattern.iter(f"{_SVG}rect"), pattern.iter(f"{_SVG}path")
    ground = _element("rect", {"width": "72", "height": "72", **_fill(next(rect))})
    lines = next(path)
    lines_drawn = _element("path", {"d": _path(lines.get("d", ""), 1), **_style(lines, prefix)})
    attributes = {
        "id": f"{prefix}-{pattern.get('id')}",
        "patternUnits": "userSpaceOnUse",
        "width": "72",
        "height": "72",
    }
    return _element("defs", {}, _element("pattern", attributes, ground + lines_drawn))


def _fill(element: ET.Element) -> dict[str, str]:
    return {"fill": _paint(element.get("fill", "none"), "")}


def _style(element: ET.Element, prefix: str) -> dict[str, str]:
    """The element's `style` as attributes, colours as CSS variables, defaults left out."""
    declared = dict(
        part.split(": ", 1) for part in element.get("style", "").split("; ") if ": " in part
    )
    paint = {k: _paint(declared[k], prefix) for k in _PAINT if k in declared}
    rest = {k: _round(declared[k].removesuffix("px"), 1) for k in _KEPT if k in declared}
    return paint | {k: v for k, v in rest.items() if (k, v) not in _DEFAULTS}


def _paint(value: str, prefix: str) -> str:
    if value == "none":
        return value
    local = _LOCAL.fullmatch(value)
    return f"url(#{prefix}-{local[1]})" if local else css_colour(value)


def _element(tag: str, attributes: dict[str, str], content: str = "") -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def _title(text: str) -> str:
    return _element("title", {}, escape(text)) if text else ""


def _path(data: str, places: int) -> str:
    """Path data on one line: `M10 10L200 50`."""
    return re.sub(r" ?([A-Za-z]) ?", r"\1", _round(" ".join(data.split()), places))


def _round(text: str, places: int) -> str:
    return _NUMBER.sub(lambda found: _short(found[0], places), text)


def _short(number: str | float, places: int = 1) -> str:
    rounded = f"{float(number):.{places}f}"
    if "." in rounded:
        rounded = rounded.rstrip("0").rstrip(".")
    return "0" if rounded == "-0" else rounded
