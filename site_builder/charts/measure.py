"""How wide a text runs, by the one font that comes with matplotlib, whatever is installed here.

The page sets the text in its own font; DejaVu Sans runs wider than the usual system fonts, so
what fits by this measure fits on the page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from site_builder.charts.style import TEXT

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_EM = 100
_UNKNOWN = 1.0
"""Ems for a character that the font lacks: a full square, as East Asian characters take."""


@cache
def font_path(*, bold: bool = False) -> str:
    """Where matplotlib keeps its own DejaVu Sans."""
    # Imported here, in `canvas` and in `raster` only: a build whose charts are all in the cache
    # skips the 300 ms that matplotlib takes to load.
    import matplotlib

    return f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans{'-Bold' if bold else ''}.ttf"


@cache
def _font(*, bold: bool) -> FT2Font:
    from matplotlib.ft2font import FT2Font

    font = FT2Font(font_path(bold=bold))
    font.set_size(_EM, 72)
    return font


def has_glyph(char: str) -> bool:
    """Whether the font can draw the character."""
    return bool(_font(bold=False).get_char_index(ord(char)))


@cache
def _advance(char: str, bold: bool) -> float:
    from matplotlib.ft2font import LoadFlags

    font = _font(bold=bold)
    if not font.get_char_index(ord(char)):
        return _UNKNOWN
    return font.load_char(ord(char), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _EM


def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """The width of one line, in the unit of `size`."""
    return sum(_advance(char, bold) for char in text) * size


def shorten(text: str, room: float, size: float = TEXT, *, bold: bool = False) -> str:
    """`text`, or its beginning with an ellipsis where it is wider than `room`."""
    if text_width(text, size, bold=bold) <= room:
        return text
    left = room - text_width("…", size, bold=bold)
    for end, char in enumerate(text):
        left -= text_width(char, size, bold=bold)
        if left < 0:
            head = text[:end]
            return (head.rpartition(" ")[0] or head) + "…"
    return text


def wrap(
    text: str, room: float, size: float = TEXT, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """`text` broken at spaces into at most `lines` lines; the last is shortened if need be."""
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines - 1:
        count = 1
        while (
            count < len(words) and text_width(" ".join(words[: count + 1]), size, bold=bold) <= room
        ):
            count += 1
        done.append(shorten(" ".join(words[:count]), room, size, bold=bold))
        words = words[count:]
    if words:
        done.append(shorten(" ".join(words), room, size, bold=bold))
    return tuple(done)
