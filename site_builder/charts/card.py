"""The picture of a plan for where it is shared."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from io import BytesIO

from site_builder.charts.style import VERSION
from site_builder.terms.status import Status
from site_builder.terms.text import Lang, Text


@dataclass(frozen=True, slots=True)
class PlanCard:
    """What the picture says."""

    label: Text
    title: Text
    territory: Text
    counts: tuple[tuple[Status, int], ...]
    as_of: dt.date
    site_name: Text
    illustrative: bool


def card_key(card: PlanCard, lang: Lang) -> str:
    """A key for a cache."""
    return hashlib.sha256(f"{VERSION}\n{lang}\n{card!r}".encode()).hexdigest()


def draw_card(card: PlanCard, lang: Lang) -> bytes:
    """PNG, 1200 × 630."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 6.3), dpi=100)
    figure.text(0.05, 0.8, card.label.of(lang), parse_math=False)
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()
