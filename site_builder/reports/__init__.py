"""Findings → text, one file per format; a file here without a leading underscore is a format."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from site_builder.checks.result import CheckResult
from site_builder.terms.text import Lang


@dataclass(frozen=True, slots=True)
class Style:
    """How the reader takes a report: screen, addresses, how much; decided in the shell."""

    colour: bool
    width: int
    """In columns; source excerpts are cut to it and sentences wrapped."""
    site: str = ""
    """The address of the published site, with its final slash; empty where it has none."""
    folder: str = ""
    """The way from the root that a server counts files from to the repository, with a final slash;
    empty where they are the same."""
    whole: bool = False
    """Whether everything is told, however much that is."""
    strict: bool = False
    """Whether a warning fails the check."""


Report = Callable[[CheckResult, Lang, Style], str]


def formats() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(name.rstrip("_") for name in names if not name.startswith("_")))


def report(name: str) -> Report:
    """The format of that name, imported only now."""
    module = "json_" if name == "json" else name
    render: Report = importlib.import_module(f"{__name__}.{module}").render
    return render
