"""The expressions of GitHub's workflows, as far as ours use them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

PLACE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)


def filled(text: str, known: Mapping[str, Any]) -> str:
    """`text` with each `${{ … }}` replaced by its value."""
    return PLACE.sub(lambda match: str(_value(match[1].strip(), known)), text)


def holds(condition: str | None, known: Mapping[str, Any], *, failed: bool) -> bool:
    """Whether a step or job with this `if` is run, after others that have or have not failed."""
    if condition is None:
        return not failed
    match = PLACE.fullmatch(condition.strip())
    terms = (match[1] if match else condition).split("&&")
    asks_status = any("cancelled()" in term for term in terms)
    return (asks_status or not failed) and all(bool(_value(t.strip(), known)) for t in terms)


def _value(term: str, known: Mapping[str, Any]) -> Any:
    if term == "!cancelled()":
        return True
    if "==" in term:
        left, right = (_value(side.strip(), known) for side in term.split("=="))
        return left == right
    if term.startswith("'"):
        return term.strip("'")
    at: Any = known
    for name in term.split("."):
        # What nobody has set is empty, as on the server.
        at = at.get(name, "") if isinstance(at, Mapping) else ""
    return at
