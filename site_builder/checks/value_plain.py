"""A number cell as a number, quickly."""

from __future__ import annotations

from site_builder.terms.quantity import GROUPED_NUMBER, LONGEST_NUMBER, PLAIN_NUMBER


def number(text: str) -> float | None:
    """A plain machine number; None for anything else, a blank included."""
    if len(text) > LONGEST_NUMBER or PLAIN_NUMBER.fullmatch(text) is None:
        return None
    # Only a number with a point can be a grouped one: most need no second look.
    if "." in text and GROUPED_NUMBER.fullmatch(text):
        return None
    return float(text)
