"""Findings of a build, on the error stream, in the words of `plansite check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_builder.checks.result import CheckResult, Located
from site_builder.pipeline import count_read
from site_builder.reports import report
from site_builder.shell.settings import say, style
from site_builder.terms.text import Lang


def show_findings(
    findings: Sequence[Located], files: Iterable[str], *, errors_only: bool, lang: Lang = "vi"
) -> None:
    """Print the findings of `files`; `errors_only` keeps a build that succeeds silent about others."""
    shown = tuple(f for f in findings if not errors_only or f.finding.severity == "error")
    if shown:
        result = CheckResult(shown, count_read(files))
        say(report("text")(result, lang, style(err=True)), err=True)
