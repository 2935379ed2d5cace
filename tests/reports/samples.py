"""Findings made by hand for the report formats, hostile ones among them."""

from __future__ import annotations

from typing import Any

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.terms.place import Point, Spot
from site_builder.terms.rule import Rule, Severity
from site_builder.terms.text import Text, same

PLAIN = Style(colour=False, width=80)
HOSTILE = "\x1b[31mđỏ\x1b[0m\r\n::error file=x::bịa\u202egnuđ\u200b\x9b2J\x00%0A\t\ud800"


def rule(severity: Severity = "error", code: str = "X01") -> Rule:
    title = Text("Tên quy tắc", "Name of the rule")
    return Rule(code, severity, title, same("r"), Text("Sửa đi", "Mend it"), "a", "b")


def located(
    read: str = "đọc",
    *,
    severity: Severity = "error",
    code: str = "X01",
    suggestion: str | None = None,
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
    finding = rule(severity, code).finding(
        Point(place.file, place.line, place.column),
        read=read,
        expected=Text("điều cần", "the wanted"),
        suggestion=suggestion,
    )
    return Located(finding, place)


def result(*found: Located, files: int = 3) -> CheckResult:
    return CheckResult(found, files)
