"""Reads a drawn chart as a tree, for the tests of this room."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> ET.Element:
    """The root of the drawing."""
    return ET.fromstring(svg)


def words(svg: str) -> list[str]:
    """The visible texts, in drawing order."""
    return [text.text or "" for text in read(svg).iter(f"{SVG}text")]


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


def box(element: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a path."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", element.get("d", ""))]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)
