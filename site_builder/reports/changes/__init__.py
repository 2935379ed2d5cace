"""Changes → text, one file per format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.changes.comparison import Comparison
from site_builder.reports import Style
from site_builder.reports.changes import json_, markdown, text
from site_builder.terms.text import Lang

Report = Callable[[Comparison, Lang, Style], str]
FORMATS: Mapping[str, Report] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": json_.render,
}
"""Every format by its name."""
