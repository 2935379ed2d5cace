"""What a plan says of itself: its facts, its outline, what it cites, its wording."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.sides import Classify, Difference, always, come_or_gone
from site_builder.model import fields

PLAN_ADDED = kind("plan-added", "review", "Thêm kế hoạch", "Plan added", "plan-removed")
PLAN_REMOVED = kind(
    "plan-removed",
    "authority",
    "Xóa kế hoạch",
    "Plan removed",
    "plan-added",
    authorised=False,
)
"""No document can do away with it: that a plan was there stays on record."""
FACT = kind(
    "plan-fact-changed",
    "review",
    "Sửa thông tin của kế hoạch",
    "Facts about the plan changed",
)
OUTLINE = kind(
    "outline-changed", "review", "Thêm hoặc bỏ mục của văn bản", "Headings added or removed"
)
CITATION = kind("citation-changed", "review", "Sửa việc viện dẫn", "Citations changed")
OBJECTIVE_ADDED = kind(
    "objective-added", "review", "Thêm mục tiêu", "Objective added", "objective-removed"
)
OBJECTIVE_REMOVED = kind(
    "objective-removed", "review", "Bỏ mục tiêu", "Objective removed", "objective-added"
)
CLAUSE = kind("clause-changed", "review", "Sửa mục dẫn chiếu", "Clause reference changed")
REMARK_ADDED = kind("remark-added", "editorial", "Thêm lưu ý", "Remark added", "remark-removed")
REMARK_REMOVED = kind("remark-removed", "editorial", "Bỏ lưu ý", "Remark removed", "remark-added")
TEXT = kind("text-changed", "editorial", "Sửa lời văn", "Wording changed")
TRANSLATION = kind("translation-changed", "editorial", "Sửa bản dịch", "Translation changed")

KINDS: tuple[ChangeKind, ...] = (
    PLAN_ADDED, PLAN_REMOVED, FACT, OUTLINE, CITATION, OBJECTIVE_ADDED, OBJECTIVE_REMOVED, CLAUSE,
    REMARK_ADDED, REMARK_REMOVED, TEXT, TRANSLATION,
)  # fmt: skip


def _heading(difference: Difference) -> ChangeKind:
    reworded = difference.before is not None and difference.after is not None
    return TEXT if reworded else OUTLINE


_TEXTS = (
    "plan.title", "plan.note", "abbreviation", "objective.title", "objective.statement",
    "remark.clauses", "remark.text", "remark.documents", "remark.indicators", "remark.duties",
    "citation.printed",
)  # fmt: skip
CLASSIFY: Mapping[str, Classify] = {
    **{f"plan.{name}": always(FACT) for name in (*fields.PLAN, *fields.SIGNATURE, *fields.SPAN)},
    "plan.recipients": always(FACT),
    **{field: always(TEXT) for field in _TEXTS},
    "heading": _heading,
    "citation": always(CITATION),
    "citation.clauses": always(CITATION),
    "objective": come_or_gone(OBJECTIVE_ADDED, OBJECTIVE_REMOVED),
    "objective.clause": always(CLAUSE),
    "remark": come_or_gone(REMARK_ADDED, REMARK_REMOVED),
}
