"""A scene's shapes drawn by matplotlib: plain artists on a figure, no axes, no layout.

Axes, ticks and layout engines are what makes matplotlib slow (29 ms a chart against 5), and
their only use here would be to compute positions that the scene already has.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

from site_builder.charts.scene import Box, Label, Mark, Pinned, Points, Scene, Strokes, Watermark
from site_builder.charts.style import Role, marker_colour

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

Shape = Strokes | Points | Box
"""What matplotlib draws in a page's picture; the words are set beside it, as text."""

SETTINGS: dict[Any, Any] = {
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "plansite",
    "svg.id": None,
    "text.usetex": False,
    "text.parse_math": False,
    "text.hinting": "no_hinting",
    "text.antialiased": True,
    "path.simplify": False,
    "path.snap": False,
    "path.sketch": None,
    "path.effects": [],
    "lines.scale_dashes": False,
    "markers.fillstyle": "full",
    "hatch.color": "edge",
    "hatch.linewidth": 2.0,
}
"""Everything that the drawing takes from matplotlib's global settings, whatever they are."""

MARGIN = 100.0
"""Drawn around the picture, because matplotlib leaves out lines beyond its edge."""

_NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
_FOOT = ((-3, 0), (0, 3), (3, 0), (0, -3), (-3, 0))
_PENNANT = ((0, 0), (0, 17), (11, 13), (0, 9), (0, 0))
_BACKWARDS = tuple((-x, y) for x, y in _PENNANT)
_CROSS = ((-3, 8), (14, 17)), ((-3, 17), (14, 8))
_FLAGS = {
    "flag": (_FOOT, _PENNANT),
    "former": (_FOOT, _BACKWARDS),
    "crossed": (_FOOT, _PENNANT, *_CROSS),
}
"""Pennants on a pole whose foot stands on the value; y upwards, in pixels."""
FLAG_SIZE = 34.0
"""matplotlib scales a marker to its size: twice the flag's height leaves it as it is above."""
_SHAPES = {"circle": "o", "square": "s", "diamond": "D"}

Colour = Callable[[Role], str]


def shapes(mark: Mark) -> tuple[Shape, ...]:
    """The shapes of a mark, those of a pinned one without its place."""
    match mark:
        case Pinned(_, marks):
            return tuple(one for one in marks if not isinstance(one, Label))
        case Label() | Watermark():
            return ()
        case _:
            return (mark,)


def group_id(mark: int, shape: int) -> str:
    """The id of the group that holds a shape of a mark, both counted from 0."""
    return f"mark-{mark}-{shape}"


def render(scene: Scene) -> str:
    """matplotlib's own SVG of the scene's shapes, in stand-in colours, `MARGIN` all around."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    width, height = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        figure.patch.set_visible(False)
        for n, mark in enumerate(scene.marks):
            x = MARGIN + (mark.x if isinstance(mark, Pinned) else 0)
            for k, one in enumerate(shapes(mark)):
                artist = draw_shape(one, downwards(height - MARGIN, x), marker_colour)
                artist.set(gid=group_id(n, k), zorder=n)
                figure.add_artist(artist)
        out = StringIO()
        canvas = FigureCanvasSVG(figure)
        canvas.print_svg(out, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
    return out.getvalue()


def downwards(height: float, x: float = 0.0) -> Transform:
    """From our y, which grows downwards from `height`, to matplotlib's; x moved by `x`."""
    from matplotlib.transforms import Affine2D

    return Affine2D().scale(1, -1).translate(x, height)


def draw_shape(shape: Shape, place: Transform, colour: Colour) -> Artist:
    """The artist for a shape, its colours by their roles."""
    match shape:
        case Strokes():
            return _strokes(shape, place, colour)
        case Points():
            return _points(shape, place, colour)
        case Box():
            return _box(shape, place, colour)


def _strokes(mark: Strokes, place: Transform, colour: Colour) -> Artist:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    vertices = [xy for line in mark.lines for xy in line]
    codes = [
        Path.LINETO if place_in_line else Path.MOVETO
        for line in mark.lines
        for place_in_line in range(len(line))
    ]
    return PathPatch(
        Path(vertices, codes),
        facecolor="none",
        edgecolor=colour(mark.role),
        linewidth=mark.width,
        linestyle=_dash(mark.dash),
        transform=place,
    )


def _points(mark: Points, place: Transform, colour: Colour) -> Artist:
    from matplotlib.lines import Line2D

    xs, ys = zip(*mark.at, strict=True)
    flag = mark.shape in _FLAGS
    shape: Any = _flag(mark.shape) if flag else _SHAPES[mark.shape]
    return Line2D(
        xs,
        ys,
        linestyle="none",
        marker=shape,
        markersize=FLAG_SIZE if flag else mark.size,
        markerfacecolor=colour(mark.face),
        markeredgecolor=colour(mark.edge),
        markeredgewidth=mark.edge_width,
        transform=place,
    )


def _box(mark: Box, place: Transform, colour: Colour) -> Artist:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (mark.x, mark.y),
        mark.width,
        mark.height,
        facecolor="none" if mark.face is None else colour(mark.face),
        edgecolor="none" if mark.edge is None else colour(mark.edge),
        linewidth=mark.edge_width if mark.edge else 0,
        linestyle=_dash(mark.dash),
        hatch=mark.hatch or None,
        transform=place,
    )


@cache
def _flag(name: str) -> Path:
    from matplotlib.path import Path

    # A part that returns to where it began is closed; a stroke of the cross is not.
    parts = (Path(part, closed=part[0] == part[-1]) for part in _FLAGS[name])
    return Path.make_compound_path(*parts)


def _dash(dash: tuple[float, ...]) -> Any:
    return (0, dash) if dash else "solid"
