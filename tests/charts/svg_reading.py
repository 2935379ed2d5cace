"""Reads a drawn chart as a tree, for the tests of this room."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from site_builder.charts.style import NARROW, STEP

SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ET.Element:
    """The root of the drawing."""
    return ET.fromstring(svg)


def words(svg: str) -> list[str]:
    """The visible texts, in drawing order; one that stands elsewhere in a wide picture, once."""
    return [
        text.text or "" for text in read(svg).iter(f"{SVG}text") if "at-wide" not in classes(text)
    ]


def classes(element: ET.Element) -> list[str]:
    """The names by which the stylesheet knows it."""
    return element.get("class", "").split()


def titles(svg: str) -> list[str]:
    """What hovering says, in drawing order; the title of the whole picture is left out."""
    return [title.text or "" for title in read(svg).iter(f"{SVG}title")][1:]


def titled(svg: str, title: str) -> ET.Element:
    """The one element that carries this title."""
    found = [
        e for e in read(svg).iter() if e.findtext(f"{SVG}title") == title and e.tag != f"{SVG}svg"
    ]
    assert len(found) == 1, f"{len(found)} elements are titled {title!r}"
    return found[0]


def room(svg: str) -> float:
    """How wide the picture is where it is narrowest, without what is kept free at its left."""
    left = re.search(r"chart-left-(\d+)", svg)
    return NARROW - (int(left[1]) * STEP if left else 0)


def place(svg: str, element: ET.Element, name: str = "x") -> float:
    """Where an element stands (or how wide it is) in pixels, in the narrowest picture."""
    value = element.get(name, "nan")
    return float(value[:-1]) / 100 * room(svg) if value.endswith("%") else float(value)


def box(svg: str, element: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a rectangle or a path, in the narrowest picture."""
    if element.tag == f"{SVG}rect":
        x, y = place(svg, element), float(element.get("y", "nan"))
        width, height = place(svg, element, "width"), float(element.get("height", "nan"))
        return x, y, x + width, y + height
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", element.get("d", ""))]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)
