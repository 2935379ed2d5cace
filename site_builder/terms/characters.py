"""Characters that no text may hold, whichever file or value it comes from."""

from __future__ import annotations

import re

_OF_EVERY_PLANE = "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in
                          range(0, 0xF0000, 0x10000))  # fmt: skip
NONCHARACTERS = f"\ufdd0-\ufdef{_OF_EVERY_PLANE}"
"""What Unicode sets aside for programs, for use in a class of a regular expression; this program
marks places in its own texts by some of them."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb"
    f"{NONCHARACTERS}\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Control, zero-width and direction marks, half characters and those that are none."""
