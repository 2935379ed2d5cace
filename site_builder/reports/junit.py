"""JUnit's XML, which every CI server shows as tests: one for each group of findings.

JUnit knows no warnings: what does not fail the check is a test that was skipped, with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from site_builder.checks.result import CheckResult
from site_builder.reports import Style
from site_builder.reports._block import block, read_words
from site_builder.reports._escape import clip, visible
from site_builder.reports._groups import SEVERITY_WORDS, Group, Told, rest, summary, told
from site_builder.reports._links import server_path
from site_builder.terms.text import Lang

_NAME = "plansite check"
_LONGEST_NAME = 80
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """A suite for each file with findings; without any, one test that passed."""
    said = told(result, style)
    plain = replace(style, colour=False)
    suites = [
        _suite(list(found), lang, plain)
        for _, found in groupby(said.groups, key=lambda group: group[0].spot.file)
    ]
    extra = _about_all(said, result, lang)
    failed = sum(_fails(group, style) for group in said.groups)
    tests = len(said.groups) + len(extra)
    head = f'<testsuites name="{_NAME}" tests="{tests}" failures="{failed}" errors="0">'
    return _HEAD + "\n".join([head, *suites, *extra, "</testsuites>"]) + "\n"


def _fails(group: Group, style: Style) -> bool:
    severity = group[0].finding.severity
    return severity == "error" or (style.strict and severity == "warning")


def _suite(found: Sequence[Group], lang: Lang, style: Style) -> str:
    file = _value(server_path(found[0][0].spot, style))
    failed = sum(_fails(group, style) for group in found)
    head = (
        f"  <testsuite name={file} tests={_value(len(found))} failures={_value(failed)} "
        f'errors="0" skipped={_value(len(found) - failed)} file={file}>'
    )
    cases = (line for group in found for line in _case(group, file, lang, style))
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(group: Group, file: str, lang: Lang, style: Style) -> Iterator[str]:
    finding = group[0].finding
    read = clip(read_words(finding.read).of(lang), _LONGEST_NAME)
    title = f"{finding.code} {finding.title.of(lang)}"
    severity = SEVERITY_WORDS[finding.severity].of(lang)
    body = escape("\n".join(block(group, lang, style)))
    yield f"    <testcase name={_value(f'{title}: {read}')} classname={file}>"
    if _fails(group, style):
        yield f"      <failure type={_value(finding.code)} message={_value(title)}>{body}</failure>"
    else:
        yield f"      <skipped type={_value(severity)} message={_value(title)}>{body}</skipped>"
    yield "    </testcase>"


def _about_all(said: Told, result: CheckResult, lang: Lang) -> list[str]:
    """A suite about what the others leave out, or about a check that found nothing: a server takes
    a report without any test for a failure."""
    if said.left:
        return [_single(f"<skipped message={_value(rest(said.left).of(lang))}/>", skipped=1)]
    if not result.findings:
        words = escape(summary(result).of(lang))
        return [_single(f"<system-out>{words}</system-out>", skipped=0)]
    return []


def _single(content: str, *, skipped: int) -> str:
    return (
        f'  <testsuite name="{_NAME}" tests="1" failures="0" errors="0" skipped="{skipped}">\n'
        f'    <testcase name="{_NAME}" classname="{_NAME}">\n'
        f"      {content}\n"
        "    </testcase>\n"
        "  </testsuite>"
    )


def _value(text: object) -> str:
    """An attribute's value with its quotes; XML has no way to write most hidden characters."""
    return quoteattr(visible(str(text)))
