"""A scene drawn by matplotlib: plain artists on a figure, one group per mark, no axes.

Axes, ticks and layout engines are what makes matplotlib slow (29 ms a chart against 5), and
their only use here would be to compute positions that the scene already has.
"""

from __future__ import annotations

from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

from site_builder.charts.measure import font_path
from site_builder.charts.scene import Box, Label, Mark, Points, Scene, Strokes
from site_builder.charts.style import Role, marker_colour

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

PLACEHOLDER = "0"
"""Drawn for every text; `svg` puts the real one in.

So no text is ever read as mathematics, measured in a font that lacks it, or escaped by rules
that are not ours.
"""

_SETTINGS: dict[Any, Any] = {
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "plansite",
    "svg.id": None,
    "text.usetex": False,
    "text.parse_math": False,
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

_NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
_FLAG = (
    ((-4, 0), (0, 4), (4, 0), (0, -4), (-4, 0)),
    ((0, 0), (0, 20), (13, 15), (0, 10), (0, 0)),
)
"""A pennant on a pole whose foot stands on the value; y upwards, in units of the viewBox."""
_SHAPES = {"circle": "o", "square": "s", "diamond": "D"}
_ANCHORS = {"start": "left", "middle": "center", "end": "right"}


def group_id(number: int) -> str:
    """The id of the group that holds the mark of this number."""
    return f"mark-{number}"


def render(scene: Scene) -> str:
    """matplotlib's own SVG of the scene, in stand-in colours and with placeholders for text."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    with mpl.rc_context(_SETTINGS):
        figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=72)
        figure.patch.set_visible(False)
        downwards = Affine2D().scale(1, -1).translate(0, scene.height)
        for number, mark in enumerate(scene.marks):
            artist = _artist(mark, downwards)
            artist.set(gid=group_id(number), zorder=number)
            figure.add_artist(artist)
        out = StringIO()
        canvas = FigureCanvasSVG(figure)
        canvas.print_svg(out, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _artist(mark: Mark, place: Transform) -> Artist:
    match mark:
        case Strokes():
            return _strokes(mark, place)
        case Points():
            return _points(mark, place)
        case Box():
            return _box(mark, place)
        case Label():
            return _label(mark, place)


def _strokes(mark: Strokes, place: Transform) -> Artist:
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
        edgecolor=marker_colour(mark.role),
        linewidth=mark.width,
        linestyle=_dash(mark.dash),
        transform=place,
    )


def _points(mark: Points, place: Transform) -> Artist:
    from matplotlib.lines import Line2D

    xs, ys = zip(*mark.at, strict=True)
    shape: Any = _flag() if mark.shape == "flag" else _SHAPES[mark.shape]
    return Line2D(
        xs,
        ys,
        linestyle="none",
        marker=shape,
        markersize=mark.size,
        markerfacecolor=marker_colour(mark.face),
        markeredgecolor=marker_colour(mark.edge),
        markeredgewidth=mark.edge_width,
        transform=place,
    )


def _box(mark: Box, place: Transform) -> Artist:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (mark.x, mark.y),
        mark.width,
        mark.height,
        facecolor=_colour(mark.face),
        edgecolor=_colour(mark.edge),
        linewidth=mark.edge_width if mark.edge else 0,
        linestyle=_dash(mark.dash),
        hatch=mark.hatch or None,
        transform=place,
    )


def _label(mark: Label, place: Transform) -> Artist:
    from matplotlib.text import Text

    return Text(
        mark.x,
        mark.y,
        PLACEHOLDER,
        fontproperties=_font(mark.size, mark.bold),
        color=marker_colour(mark.role),
        alpha=mark.opacity if mark.opacity < 1 else None,
        horizontalalignment=_ANCHORS[mark.anchor],  # type: ignore[arg-type]
        verticalalignment="baseline",
        rotation=mark.angle,
        rotation_mode="anchor",
        transform=place,
    )


@cache
def _font(size: float, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    # Given by its file, so that no search among this machine's fonts takes place.
    return FontProperties(fname=font_path(), size=size, weight=700 if bold else 400)


@cache
def _flag() -> Path:
    from matplotlib.path import Path

    return Path.make_compound_path(*(Path(part, closed=True) for part in _FLAG))


def _colour(role: Role | None) -> str:
    return "none" if role is None else marker_colour(role)


def _dash(dash: tuple[float, ...]) -> Any:
    return (0, dash) if dash else "solid"
