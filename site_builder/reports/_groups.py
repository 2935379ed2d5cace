"""Repeated findings, put together: the same fault read the same way in one file is told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from site_builder.checks.result import CheckResult, Located
from site_builder.reports import Style
from site_builder.terms.rule import SEVERITIES, Severity
from site_builder.terms.text import Text

Group = tuple[Located, ...]
"""Findings that differ only in their place, in the order of the file."""

SHOWN_GROUPS = 200
SHOWN_PLACES = 20
"""More than these nobody reads; `Style.whole` lifts both."""
SEVERITY_WORDS: dict[Severity, Text] = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}
_PLURALS: dict[Severity, Text] = {
    "error": Text("lỗi", "errors"),
    "warning": Text("cảnh báo", "warnings"),
    "note": Text("lưu ý", "notes"),
}
_REST = Text(
    "Còn {said} nữa không hiện ở đây; chạy “plansite check --all” để xem hết.",
    "Not shown here: {said}. Run `plansite check --all` to see everything.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells, and what it only counts."""

    groups: tuple[Group, ...]
    left: tuple[Located, ...] = ()


def groups(findings: Iterable[Located]) -> tuple[Group, ...]:
    """The findings grouped, each group where its first member stands."""
    found: dict[tuple[object, ...], list[Located]] = {}
    for located in findings:
        finding = located.finding
        key = (located.spot.file, finding.code, finding.read, finding.expected, finding.fix)
        found.setdefault(key, []).append(located)
    return tuple(tuple(group) for group in found.values())


def told(result: CheckResult, style: Style, limit: int = SHOWN_GROUPS) -> Told:
    """The worst groups up to `limit`, in the order of the files."""
    found = groups(result.findings)
    if style.whole or len(found) <= limit:
        return Told(found)
    # By identity: to hash every finding of a hundred thousand would take longer than finding them.
    kept = {id(group) for group in worst_first(found)[:limit]}
    left = tuple(one for group in found if id(group) not in kept for one in group)
    return Told(tuple(group for group in found if id(group) in kept), left)


def worst_first(found: Sequence[Group]) -> list[Group]:
    """Errors before warnings before notes; among these what stands in more places."""
    return sorted(found, key=lambda g: (SEVERITIES.index(g[0].finding.severity), -len(g)))


def counts(findings: Iterable[Located]) -> Text:
    """`2 lỗi, 1 cảnh báo`; nothing found is an empty text."""
    numbers = dict.fromkeys(SEVERITIES, 0)
    for located in findings:
        numbers[located.finding.severity] += 1
    said = [
        Text(f"{n} {_PLURALS[s].vi}", f"{n} {(SEVERITY_WORDS if n == 1 else _PLURALS)[s].en}")
        for s, n in numbers.items()
        if n
    ]
    return Text(", ".join(words.vi for words in said), ", ".join(words.en for words in said))


def rest(left: Iterable[Located]) -> Text:
    """One sentence about findings that a report leaves out."""
    return _REST.fill(said=counts(left))


def summary(result: CheckResult) -> Text:
    """`2 lỗi, 1 cảnh báo trong 9 tệp.`"""
    files = Text(f"{result.files} tệp", f"{result.files} file{'s' * (result.files != 1)}")
    if not result.findings:
        nothing = Text("Không thấy lỗi nào trong {files}.", "No findings in {files}.")
        return nothing.fill(files=files)
    said = counts(result.findings)
    return Text("{said} trong {files}.", "{said} in {files}.").fill(said=said, files=files)
