"""What every report of changes tells: the verdict, the counts, the changes in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from site_builder.changes.change import WEIGHTS, Change
from site_builder.changes.comparison import Comparison
from site_builder.checks.amendment_rules import NEVER, NO_AUTHORITY
from site_builder.checks.result import Located
from site_builder.model.policy import Weight
from site_builder.terms.place import Spot
from site_builder.terms.text import Text, same

FIRST_OF_MANY = 5
"""So many changes of one kind in one plan are told one by one where they are figures or wording."""
_FOLDED: tuple[Weight, ...] = ("data", "editorial")
WEIGHT_TITLES: dict[Weight, Text] = {
    "authority": Text("Cần văn bản làm căn cứ", "Needs authority"),
    "review": Text("Cần người xem", "Needs review"),
    "data": Text("Số liệu", "Data"),
    "editorial": Text("Biên tập", "Editorial"),
}
_COUNTED: dict[Weight, Text] = {
    "authority": Text("{n} cần căn cứ", "{n} needing authority"),
    "review": Text("{n} cần người xem", "{n} needing review"),
    "data": Text("{n} về số liệu", "{n} of data"),
    "editorial": Text("{n} biên tập", "{n} editorial"),
}
_ONE_LACKS = Text(
    "Thiếu căn cứ: 1 thay đổi cần văn bản làm căn cứ mà chưa có.",
    "Authority missing: 1 change needs it and has none.",
)
_SOME_LACK = Text(
    "Thiếu căn cứ: {n} thay đổi cần văn bản làm căn cứ mà chưa có.",
    "Authority missing: {n} changes need it and have none.",
)
_WRONG = Text(
    "Có lỗi ở căn cứ hoặc ở bản mới: phải sửa trước.",
    "An authority or the head itself is wrong: mend that first.",
)
_COVERED = Text(
    "Đủ căn cứ: mọi thay đổi cần căn cứ đều có văn bản.",
    "Authority complete: every change that needs it has it.",
)
_FREE = Text("Không có thay đổi nào cần văn bản làm căn cứ.", "Nothing here needs authority.")
_NO_CHANGE = Text("Không có thay đổi nào.", "Nothing has changed.")
_ONE = Text("1 thay đổi: {parts}.", "1 change: {parts}.")
_TOTAL = Text("{total} thay đổi: {parts}.", "{total} changes: {parts}.")
_SHARED = Text("Danh mục và quy định dùng chung", "Shared lists and rules")


@dataclass(frozen=True, slots=True)
class Line:
    """A change with its place, ready to be told."""

    change: Change
    spot: Spot


Group = tuple[Line, ...]
"""Changes of one kind in one plan, of which only the first are told one by one."""


def lines(comparison: Comparison) -> tuple[Line, ...]:
    """The changes without the amendments that stand beside what they cover."""
    covered = {(c.plan, c.authority, c.what) for c in comparison.changes if c.authority}
    pairs = zip(comparison.changes, comparison.spots, strict=True)
    return tuple(Line(change, spot) for change, spot in pairs if not _beside(change, covered))


def _beside(change: Change, covered: set[tuple[str, str, str]]) -> bool:
    if change.kind.code != "amendment-added":
        return False
    _, document, what = change.what.split("/", 2)
    return (change.plan, document, what.partition("#")[0]) in covered


def of_weight(told: Iterable[Line], weight: Weight) -> tuple[Line, ...]:
    """Those of one weight: what lacks authority before what has it, a changed policy first."""
    found = [line for line in told if line.change.kind.weight == weight]
    return tuple(sorted(found, key=_urgency))


def _urgency(line: Line) -> int:
    if line.change.kind.code == "policy-changed":
        return 0
    return 1 if line.change.uncovered else 2


def by_plan(told: Iterable[Line]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The changes of each plan; what all plans share comes first."""
    found = sorted(told, key=lambda line: line.change.plan)
    for plan, group in groupby(found, key=lambda line: line.change.plan):
        yield plan, tuple(group)


def by_kind(told: Iterable[Line]) -> Iterator[Group]:
    """Figures and wording by kind, everything else one by one."""
    found: dict[object, list[Line]] = {}
    for at, line in enumerate(told):
        kind = line.change.kind
        found.setdefault(kind.code if kind.weight in _FOLDED else at, []).append(line)
    return (tuple(group) for group in found.values())


def verdict(comparison: Comparison) -> Text:
    """Whether it may pass, and why."""
    uncovered = sum(change.uncovered for change in comparison.changes)
    if uncovered:
        return _ONE_LACKS if uncovered == 1 else _SOME_LACK.fill(n=uncovered)
    if comparison.refused:
        return _WRONG
    return _COVERED if comparison.of_weight("authority") else _FREE


def summary(told: tuple[Line, ...]) -> Text:
    """`4 thay đổi: 2 cần căn cứ, 2 về số liệu.`"""
    if not told:
        return _NO_CHANGE
    parts = counted(told)
    return _ONE.fill(parts=parts) if len(told) == 1 else _TOTAL.fill(total=len(told), parts=parts)


def counted(told: Iterable[Line]) -> Text:
    """How many there are of each weight that occurs."""
    weights = [line.change.kind.weight for line in told]
    parts = [_COUNTED[w].fill(n=weights.count(w)) for w in WEIGHTS if w in weights]
    return Text(", ".join(p.vi for p in parts), ", ".join(p.en for p in parts))


def title(plan: str, comparison: Comparison) -> Text:
    """What a plan is called; its id where it cannot be read."""
    return comparison.titles.get(plan, same(plan)) if plan else _SHARED


def other_findings(comparison: Comparison) -> tuple[Located, ...]:
    """The findings that no change tells itself: those of authority before those of reading."""
    told = (NO_AUTHORITY.code, NEVER.code)
    found = [one for one in comparison.findings if one.finding.code not in told]
    return tuple(sorted(found, key=lambda one: one.finding.code))
