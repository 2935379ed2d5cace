"""Findings of a build, on the error stream, in the words of `plansite check`."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import report
from site_builder.shell.settings import say, style
from site_builder.terms.text import Lang


def show_findings(findings: Sequence[Located], *, errors_only: bool, lang: Lang = "vi") -> None:
    """Print findings; `errors_only` keeps a build that succeeds silent about lesser ones."""
    shown = tuple(f for f in findings if not errors_only or f.finding.severity == "error")
    if shown:
        files = len({located.spot.file for located in shown})
        say(report("text")(CheckResult(shown, files), lang, style(err=True)), err=True)
