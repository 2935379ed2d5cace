"""JSON that is inert wherever it is shown: in a page, in a terminal, in the log of a CI server."""

from __future__ import annotations

import json
import re

_RISKY = re.compile(r"[<>&]|#(?=#)")


def dump(document: object) -> str:
    """`document` as indented ASCII. Signs that open a tag of HTML or a server's command
    (`##[…]`) are escaped as well: they stand in strings only, where JSON allows that."""
    said = json.dumps(document, ensure_ascii=True, indent=2)
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", said) + "\n"
