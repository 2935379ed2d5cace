"""A picture before it is drawn: marks as values, in units of the viewBox, y downwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from site_builder.charts.style import TEXT, Role

XY = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Shape = Literal["circle", "square", "diamond", "flag"]


@dataclass(frozen=True, slots=True)
class Strokes:
    """One or more lines drawn alike. An empty `title` gives no tooltip."""

    lines: tuple[tuple[XY, ...], ...]
    role: Role
    width: float = 1.0
    dash: tuple[float, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """The same shape at several places; each place has its own title."""

    at: tuple[XY, ...]
    titles: tuple[str, ...]
    shape: Shape
    size: float
    face: Role
    edge: Role
    edge_width: float = 1.8


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `hatch` in matplotlib's letters."""

    x: float
    y: float
    width: float
    height: float
    face: Role | None = None
    edge: Role | None = None
    edge_width: float = 1.5
    dash: tuple[float, ...] = ()
    hatch: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text with its baseline at (x, y); `halo` keeps it legible on top of lines."""

    x: float
    y: float
    text: str
    role: Role = "text"
    size: float = TEXT
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False
    angle: float = 0.0
    opacity: float = 1.0


Mark = Strokes | Points | Box | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """Marks in the order in which they are drawn."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Sketch:
    """A scene being put together from the top down; `bottom` is how far it reaches by now."""

    marks: list[Mark] = field(default_factory=list)
    bottom: float = 0.0

    def add(self, *marks: Mark) -> None:
        """Draw these on top of what is there."""
        self.marks.extend(marks)
