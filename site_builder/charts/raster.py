"""A scene drawn by matplotlib as a PNG, its words as matplotlib sets them in its own font."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from site_builder.charts.canvas import SETTINGS, Colour, downwards, draw_shape
from site_builder.charts.measure import font_path, has_glyph
from site_builder.charts.scene import Box, Label, Mark, Points, Scene, Strokes
from site_builder.charts.style import Role

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

_ANCHORS = {"start": "left", "middle": "center", "end": "right"}
_LOST = "\ufffd"
_COLOURS = 64


def png(scene: Scene, palette: Mapping[Role, str]) -> bytes:
    """The scene in pixels, its ground the palette's "surface"; equal scenes give equal bytes.

    A character that the font lacks is drawn as U+FFFD. Raises KeyError for a role without a colour
    and TypeError for a mark that only a page's picture has (`Pinned`, `Watermark`).
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(scene.width / 72, scene.height / 72), dpi=72)
        figure.set_facecolor(palette["surface"])
        place, colour = downwards(scene.height), palette.__getitem__
        for number, mark in enumerate(scene.marks):
            artist = _artist(mark, place, colour)
            artist.set_zorder(number)
            figure.add_artist(artist)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        return _packed(canvas)


def _artist(mark: Mark, place: Transform, colour: Colour) -> Artist:
    match mark:
        case Label():
            return _label(mark, place, colour)
        case Strokes() | Points() | Box():
            return draw_shape(mark, place, colour)
        case _:
            raise TypeError(f"not for a PNG: {mark!r}")


def _packed(canvas: FigureCanvasAgg) -> bytes:
    """What was drawn as a PNG of few colours and no metadata: a third of matplotlib's own."""
    # Pillow is what matplotlib itself writes its pictures with.
    from PIL import Image

    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    image = Image.frombuffer("RGBA", canvas.get_width_height(), pixels)
    few = image.convert("RGB").quantize(
        _COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    out = BytesIO()
    few.save(out, "png", optimize=True)
    return out.getvalue()


def _label(mark: Label, place: Transform, colour: Colour) -> Artist:
    from matplotlib.text import Text

    return Text(
        mark.x + mark.shift,
        mark.y,
        drawable(mark.text),
        fontproperties=_font(mark.size, mark.bold),
        color=colour(mark.role),
        horizontalalignment=_ANCHORS[mark.anchor],  # type: ignore[arg-type]
        verticalalignment="baseline",
        # Words are words: a dollar sign is none of matplotlib's business.
        parse_math=False,
        transform=place,
    )


def drawable(text: str) -> str:
    """One line of what the font can draw."""
    return "".join(char if has_glyph(char) else _LOST for char in " ".join(text.split()))


@cache
def _font(size: float, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    # Given by its file, so that no search among this machine's fonts takes place.
    return FontProperties(fname=font_path(bold=bold), size=size)
