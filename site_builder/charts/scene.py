"""A picture before it is drawn: marks as values, y downwards, everything in CSS pixels.

A fluid scene is laid out at its narrowest width and stretches with the page: x then tells a share
of the width, while y, sizes, strokes and texts keep their pixels. So a text has the same size on a
phone and on a desk, and what does not touch at the narrowest width touches nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from site_builder.charts.style import TEXT, Role

XY = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Shape = Literal["circle", "square", "diamond", "flag", "former", "crossed"]
"""The last three are flags: of a target, of what it was before, of one that no longer holds."""
At = Literal["any", "narrow", "wide"]
"""At which widths of a fluid scene a mark is shown; the stylesheet knows from where it is wide."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """One or more lines drawn alike. An empty `title` gives no tooltip."""

    lines: tuple[tuple[XY, ...], ...]
    role: Role
    width: float = 1.0
    dash: tuple[float, ...] = ()
    title: str = ""
    at: At = "any"


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
    """One line of text with its baseline at (x + shift, y), where only x stretches.

    `halo` keeps it legible on top of lines.
    """

    x: float
    y: float
    text: str
    role: Role = "text"
    size: float = TEXT
    anchor: Anchor = "start"
    bold: bool = False
    halo: bool = False
    shift: float = 0.0
    at: At = "any"


@dataclass(frozen=True, slots=True)
class Pinned:
    """Marks that keep their shape: their x counts in pixels from `x`, which alone stretches."""

    x: float
    marks: tuple[Strokes | Points | Box | Label, ...]
    at: At = "any"


@dataclass(frozen=True, slots=True)
class Watermark:
    """A word across the picture, faint, its middle at (x, y), turned by `angle` degrees."""

    x: float
    y: float
    text: str
    size: float
    angle: float


Mark = Strokes | Points | Box | Label | Pinned | Watermark


@dataclass(frozen=True, slots=True)
class Scene:
    """Marks in the order in which they are drawn."""

    width: float
    """Without `left`; of a fluid scene, the narrowest for which it is laid out."""
    height: float
    marks: tuple[Mark, ...]
    left: int = 0
    """Kept free at the left by the stylesheet, in steps of `style.STEP`: marks with a negative
    shift stand there."""
    fluid: bool = True
    told: tuple[str, ...] = ()
    """Sentences that the picture itself adds to its description."""


@dataclass(slots=True)
class Sketch:
    """A scene being put together from the top down; `bottom` is how far it reaches by now."""

    marks: list[Mark] = field(default_factory=list)
    bottom: float = 0.0

    def add(self, *marks: Mark) -> None:
        """Draw these on top of what is there."""
        self.marks.extend(marks)
