"""SARIF 2.1.0, the interchange format of code scanning: rules, and results that name them."""

from __future__ import annotations

from urllib.parse import quote

from site_builder.checks.catalogue import RULES
from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.reports._escape import visible
from site_builder.reports._fingerprints import place
from site_builder.reports._groups import rest
from site_builder.reports._json import dump
from site_builder.reports._links import rule_address, rule_help, server_path
from site_builder.reports._message import message
from site_builder.reports._worst import Worst, worst
from site_builder.terms.place import Spot
from site_builder.terms.rule import Rule
from site_builder.terms.text import Lang, Text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "plansite/v1"
_HELP = Text(
    "Cách sửa: {fix}\nSai: {wrong}\nĐúng: {right}\nXem: {help}",
    "What to do: {fix}\nWrong: {wrong}\nRight: {right}\nSee: {help}",
)
_LITERAL = str.maketrans({"\\": r"\\", "[": r"\[", "]": r"\]", "{": "{{", "}": "}}"})
"""In a message brackets are a link and braces a place to be filled, unless written like this."""


def render(result: CheckResult, lang: Lang, style: Style) -> str:
    """One run; of each rule that spoke its page, of each finding its place and fingerprint."""
    found = worst(result, style)
    codes = sorted({located.finding.code for located, _ in found.named})
    index = {code: at for at, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "plansite",
                **({"informationUri": style.site} if style.site else {}),
                "language": lang,
                "rules": [_rule(RULES[code], lang, style) for code in codes],
            }
        },
        "automationDetails": {"id": "plansite/"},
        "invocations": [_invocation(found, lang)],
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(located, name, index[located.finding.code], lang, style)
            for located, name in found.named
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, lang: Lang, style: Style) -> dict[str, object]:
    address = rule_address(rule.code, lang, style)
    said = _HELP.fill(
        fix=rule.fix, wrong=rule.wrong, right=rule.right, help=rule_help(rule.code, lang, style)
    )
    return {
        "id": rule.code,
        "shortDescription": _text(rule.title.of(lang)),
        "fullDescription": _text(rule.reason.of(lang)),
        "help": _text(said.of(lang)),
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(located: Located, name: str, index: int, lang: Lang, style: Style) -> dict[str, object]:
    finding, spot = located.finding, located.spot
    title = finding.title.of(lang)
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": _text("\n".join([f"{title}.", *message(finding, lang, style)])),
        "locations": [_location(located, spot, style)],
        "partialFingerprints": {_FINGERPRINT: name},
    }


def _location(located: Located, spot: Spot, style: Style) -> dict[str, object]:
    named = spot.sheet_cell or place(located.finding.where)
    uri = quote(server_path(spot, style), errors="replace")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": spot.line,
                "startColumn": spot.column,
                "endColumn": spot.end_column,
            },
        },
        **({"logicalLocations": [{"fullyQualifiedName": visible(named)}]} if named else {}),
    }


def _invocation(found: Worst, lang: Lang) -> dict[str, object]:
    """That the check ran to its end; and what it found and does not list."""
    notes = []
    if found.left:
        notes = [{"level": "warning", "message": _text(rest(found.left).of(lang))}]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _text(words: str) -> dict[str, object]:
    """A message of plain words, none of which a viewer takes for a link or a placeholder."""
    return {"text": words.translate(_LITERAL)}
