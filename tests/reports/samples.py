"""Findings made by hand for the report formats, hostile ones among them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from site_builder.checks.catalogue import RULES
from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.terms.place import Point, Spot, Where
from site_builder.terms.rule import Rule, Severity
from site_builder.terms.text import Text

PLAIN = Style(colour=False, width=80)
WANTED = Text("điều cần", "the wanted")
SITE = replace(PLAIN, site="https://tien-do.example.vn/kh/")
HOSTILE = "\x1b[31mđỏ\x1b[0m\r\n::error file=x::bịa\u202egnuđ\u200b\x9b2J\x00%0A\t\ud800"
INTRUDERS = (
    HOSTILE,
    "::error file=x,line=1::bịa",
    "##[add-mask]x ##vso[task.complete]",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[bấm](https://evil.example) ![x](https://evil.example/p) `x` ``` @all #1 **đậm**",
    r"\[bấm\](https://evil.example)",
    "=HYPERLINK(1)|cmd",
    "\u2067gnôđ\u2069\u200f",
    "]]></failure></testcase><!-- & \" ' -->",
    "{0} {title} {{1}} %s",
)
"""Texts that would do something in one place or another where a report is shown."""


CODES: dict[Severity, str] = {"error": "V06", "warning": "V07", "note": "V08"}
"""A rule has one severity: findings that differ in it differ in their rule."""


def rule(severity: Severity = "error", code: str = "V06") -> Rule:
    """A rule of the catalogue with shorter words."""
    title, fix = Text("Tên quy tắc", "Name of the rule"), Text("Sửa đi", "Mend it")
    return replace(RULES[code], severity=severity, title=title, fix=fix)


def located(
    read: str = "đọc",
    *,
    severity: Severity = "error",
    code: str | None = None,
    suggestion: str | None = None,
    expected: Text = WANTED,
    where: Where | None = None,
    **spot: Any,
) -> Located:
    """A finding; `spot` overrides what is said of its place."""
    known = {
        "file": "plans/a.yml",
        "line": 1,
        "column": 7,
        "end_column": 10,
        "excerpt": "khóa: đọc",
        "sheet_cell": "",
    }
    place = Spot(**{**known, **spot})
    finding = rule(severity, code or CODES[severity]).finding(
        where or Point(place.file, place.line, place.column),
        read=read,
        expected=expected,
        suggestion=suggestion,
    )
    return Located(finding, place)


def hostile() -> CheckResult:
    """A finding for each intruder, which stands in every text that can come from a file."""
    return result(
        *(
            located(
                text,
                severity=("error", "warning", "note")[at % 3],
                suggestion=text,
                expected=Text(f"cần {text}", f"wanted {text}"),
                file=f"data/{text}.csv",
                excerpt=f"a {text} b",
                line=at + 1,
                column=3,
                end_column=3 + len(text),
            )
            for at, text in enumerate(INTRUDERS)
        )
    )


def many(count: int, severity: Severity = "error") -> list[Located]:
    """As many findings that are all different."""
    return [located(f"x{n}", severity=severity, line=n) for n in range(1, count + 1)]


def result(*found: Located, files: int = 3) -> CheckResult:
    return CheckResult(found, files)
