"""What a kind of chart declares of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from site_builder.charts.scene import Scene
from site_builder.terms.text import Lang


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A kind of chart: its name in the markup, what specifies it, and how it is laid out.

    Each module of this package that has a `KIND` adds one; nothing else is to be touched.
    """

    name: str
    spec: type
    paint: Callable[[Any, Lang], Scene]
