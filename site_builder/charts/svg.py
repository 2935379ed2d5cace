"""matplotlib's SVG made fit for a page: small, fluid, coloured by CSS, titled, ids of its own.

matplotlib's output is read as a tree and written anew: only shapes, with the attributes that
matter. Presentation attributes are used instead of `style`, which a strict content security
policy forbids.

A fluid picture has no viewBox, so its texts and strokes keep their pixels: places are percentages,
lines lie in an inner `<svg>` that stretches across (the stylesheet keeps their strokes as they
are), and what must keep its shape in one whose origin alone moves. One of a fixed size has a viewBox:
where a column is narrower, on paper, all of it shrinks alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from site_builder.charts.canvas import MARGIN, group_id, shapes
from site_builder.charts.markup import element, escape, fit_id, moved, short, style, title
from site_builder.charts.scene import (
    At,
    Box,
    Label,
    Mark,
    Pinned,
    Points,
    Scene,
    Strokes,
    Watermark,
)
from site_builder.charts.style import STEP, css_variable

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Heading:
    """What names the picture: its id, its kind, its title and its description in one language."""

    id: str
    kind: str
    title: str
    description: str


def finish(drawn: str, scene: Scene, heading: Heading) -> str:
    """The inline `<svg>` from matplotlib's drawing of `scene`.

    Raises ValueError if the heading's id could not stand in `id` and `url(#…)` unquoted.
    """
    if not fit_id(heading.id):
        raise ValueError(f"not fit for an id: {heading.id!r}")
    # No text of ours has been in there: only numbers and stand-in colours.
    root = ET.fromstring(drawn)
    groups = {group.get("id"): group for group in root.iter(f"{_SVG}g")}
    writer = _Writer(scene, heading.id, groups)
    patterns = "".join(writer.pattern(e) for e in root.iter(f"{_SVG}pattern"))
    return f"{_opening(scene, heading)}{writer.body()}{patterns}</svg>"


def _opening(scene: Scene, heading: Heading) -> str:
    name, description = f"{heading.id}-title", f"{heading.id}-desc"
    left = f" chart-left-{scene.left // STEP}" if scene.left else ""
    width, height = "100%" if scene.fluid else short(scene.width), short(scene.height)
    box = "" if scene.fluid else f'viewBox="0 0 {width} {height}" '
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{heading.id}" '
        f'class="chart chart-{heading.kind}{left}" width="{width}" height="{height}" '
        f'{box}role="img" aria-labelledby="{name} {description}">'
        f'<title id="{name}">{escape(heading.title)}</title>'
        f'<desc id="{description}">{escape(heading.description)}</desc>'
    )


def _classes(at: At, *, halo: bool = False) -> dict[str, str]:
    """What the stylesheet must know of a mark: at which widths it is shown, whether it has a halo."""
    names = [f"at-{at}"] * (at != "any") + ["halo"] * halo
    return {"class": " ".join(names)} if names else {}


class _Writer:
    """Writes the marks of one scene; every id begins with the picture's own."""

    def __init__(self, scene: Scene, prefix: str, groups: dict[str | None, ET.Element]) -> None:
        self.scene = scene
        self.prefix = prefix
        self.groups = groups

    def body(self) -> str:
        """All marks in order; neighbouring lines share the inner picture that stretches them."""
        numbered = enumerate(self.scene.marks)
        parts = []
        for stretched, run in groupby(numbered, key=lambda one: self._stretches(one[1])):
            content = "".join(self._mark(n, mark) for n, mark in run)
            parts.append(self._stretched(content) if stretched else content)
        return "".join(parts)

    def _stretches(self, mark: Mark) -> bool:
        return self.scene.fluid and isinstance(mark, Strokes)

    def _stretched(self, content: str) -> str:
        box = f"0 0 {short(self.scene.width)} {short(self.scene.height)}"
        return element("svg", {"viewBox": box, "preserveAspectRatio": "none"}, content)

    def _mark(self, n: int, mark: Mark) -> str:
        groups = [self.groups[group_id(n, k)] for k in range(len(shapes(mark)))]
        match mark:
            case Pinned():
                return self._pinned(mark, groups)
            case Watermark():
                return self._watermark(mark)
            case Label():
                return self._label(mark, pinned=False)
            case _:
                return self._shape(mark, groups[0], pinned=False)

    def _pinned(self, mark: Pinned, groups: list[ET.Element]) -> str:
        left = iter(groups)
        content = "".join(
            self._label(one, pinned=True)
            if isinstance(one, Label)
            else self._shape(one, next(left), pinned=True, origin=mark.x)
            for one in mark.marks
        )
        return element("svg", _classes(mark.at) | {"x": self._x(mark.x, pinned=False)}, content)

    def _x(self, x: float, *, pinned: bool) -> str:
        """A place from left to right: a share of the width, or pixels where nothing stretches."""
        if pinned or not self.scene.fluid:
            return short(x)
        return f"{short(100 * x / self.scene.width, 2)}%" if x else "0"

    def _shape(
        self, mark: Strokes | Points | Box, group: ET.Element, *, pinned: bool, origin: float = 0.0
    ) -> str:
        match mark:
            case Points():
                return self._points(mark, group, pinned=pinned)
            case Box():
                paint = style(next(group.iter(f"{_SVG}path")), self.prefix)
                return element("rect", self._area(mark, pinned=pinned) | paint, title(mark.title))
            case Strokes():
                path = next(group.iter(f"{_SVG}path"))
                places = 2 if self.scene.fluid else 1
                moved_path = moved(path.get("d", ""), -MARGIN - origin, -MARGIN, places=places)
                data = {"d": moved_path}
                paint = style(path, self.prefix)
                return element("path", _classes(mark.at) | data | paint, title(mark.title))

    def _area(self, mark: Box, *, pinned: bool) -> dict[str, str]:
        return {
            "x": self._x(mark.x, pinned=pinned),
            "y": short(mark.y),
            "width": self._x(mark.width, pinned=pinned),
            "height": short(mark.height),
        }

    def _points(self, mark: Points, group: ET.Element, *, pinned: bool) -> str:
        """Each place with its own title; the shape itself where matplotlib first draws it."""
        uses = list(group.iter(f"{_SVG}use"))
        defined = "".join(
            element("path", {"id": f"{self.prefix}-{e.get('id')}", "d": moved(e.get("d", ""))})
            for e in group.iter(f"{_SVG}path")
        )
        name = f"#{self.prefix}-{uses[0].get(_HREF, '').removeprefix('#')}"
        places = "".join(
            element(
                "use", {"href": name, "x": self._x(x, pinned=pinned), "y": short(y)}, title(words)
            )
            for (x, y), words in zip(mark.at, mark.titles, strict=True)
        )
        content = (element("defs", {}, defined) if defined else "") + places
        return element("g", style(uses[0], self.prefix), content)

    def _label(self, mark: Label, *, pinned: bool) -> str:
        attributes = _classes(mark.at, halo=mark.halo)
        attributes |= {"x": self._x(mark.x, pinned=pinned), "y": short(mark.y)}
        if mark.shift:
            attributes["dx"] = short(mark.shift)
        attributes |= {"fill": css_variable(mark.role), "font-size": short(mark.size)}
        if mark.bold:
            attributes["font-weight"] = "700"
        if mark.anchor != "start":
            attributes["text-anchor"] = mark.anchor
        return element("text", attributes, escape(mark.text))

    def _watermark(self, mark: Watermark) -> str:
        attributes = {
            "transform": f"rotate({short(-mark.angle)})",
            "fill": "var(--chart-note)",
            "fill-opacity": "0.12",
            "font-size": short(mark.size),
            "font-weight": "700",
            "text-anchor": "middle",
        }
        place = {"x": self._x(mark.x, pinned=False), "y": short(mark.y)}
        return element("svg", place, element("text", attributes, escape(mark.text)))

    def pattern(self, drawn: ET.Element) -> str:
        """A hatch."""
        ground = style(next(drawn.iter(f"{_SVG}rect")), self.prefix)
        lines = next(drawn.iter(f"{_SVG}path"))
        content = element("rect", {"width": "72", "height": "72", **ground}) + element(
            "path", {"d": moved(lines.get("d", ""), places=1), **style(lines, self.prefix)}
        )
        attributes = {
            "id": f"{self.prefix}-{drawn.get('id')}",
            "patternUnits": "userSpaceOnUse",
            "width": "72",
            "height": "72",
        }
        return element("defs", {}, element("pattern", attributes, content))
