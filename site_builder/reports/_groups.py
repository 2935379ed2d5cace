"""Repeated findings, put together: the same fault read the same way in one file is told once."""

from __future__ import annotations

from site_builder.checks.result import CheckResult, Located
from site_builder.terms.rule import SEVERITIES
from site_builder.terms.text import Text

Group = tuple[Located, ...]
"""Findings that differ only in their place, in the order of the file."""

SHOWN_PLACES = 3
SEVERITY_WORDS = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}
_PLURALS = {
    "error": Text("lỗi", "errors"),
    "warning": Text("cảnh báo", "warnings"),
    "note": Text("lưu ý", "notes"),
}


def groups(result: CheckResult) -> tuple[Group, ...]:
    """The findings grouped, each group where its first member stands."""
    found: dict[tuple[object, ...], list[Located]] = {}
    for located in result.findings:
        finding = located.finding
        key = (located.spot.file, finding.code, finding.read, finding.expected, finding.fix)
        found.setdefault(key, []).append(located)
    return tuple(tuple(group) for group in found.values())


def summary(result: CheckResult) -> Text:
    """`2 lỗi, 1 cảnh báo trong 9 tệp.`"""
    counts = [
        Text(f"{n} {_PLURALS[s].vi}", f"{n} {(SEVERITY_WORDS if n == 1 else _PLURALS)[s].en}")
        for s in SEVERITIES
        if (n := result.count(s))
    ]
    files = Text(f"{result.files} tệp", f"{result.files} file{'s' * (result.files != 1)}")
    if not counts:
        return Text("Không thấy lỗi nào trong {files}.", "No findings in {files}.").fill(
            files=files
        )
    said = Text(", ".join(c.vi for c in counts), ", ".join(c.en for c in counts))
    return Text("{said} trong {files}.", "{said} in {files}.").fill(said=said, files=files)
