"""The shared lists of documents and bodies, the amendments of a plan, and the policy."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.plan_facts import TEXT
from site_builder.changes.sides import Classify, always, come_gone_or, come_or_gone
from site_builder.model import fields

DOCUMENT_ADDED = kind(
    "document-added", "review", "Thêm văn bản vào danh mục", "Document added", "document-removed"
)
DOCUMENT_REMOVED = kind(
    "document-removed", "review", "Bỏ văn bản khỏi danh mục", "Document removed", "document-added"
)
DOCUMENT = kind("document-changed", "review", "Sửa thông tin văn bản", "Document changed")
AGENCY_ADDED = kind(
    "agency-added", "review", "Thêm cơ quan vào danh mục", "Body added", "agency-removed"
)
AGENCY_REMOVED = kind(
    "agency-removed", "review", "Bỏ cơ quan khỏi danh mục", "Body removed", "agency-added"
)
AGENCY = kind("agency-changed", "review", "Sửa thông tin cơ quan", "Body changed")
AMENDMENT_ADDED = kind(
    "amendment-added",
    "review",
    "Ghi thêm căn cứ sửa đổi",
    "Amendment recorded",
    "amendment-removed",
)
AMENDMENT_REMOVED = kind(
    "amendment-removed",
    "authority",
    "Xóa căn cứ sửa đổi đã ghi",
    "Recorded amendment removed",
    "amendment-added",
    authorised=False,
)
"""The record of what was amended, and by what, stays as the plan's own does."""
AMENDMENT = kind("amendment-changed", "review", "Sửa căn cứ sửa đổi", "Amendment changed")
POLICY = kind(
    "policy-changed",
    "review",
    "Sửa quy định về mức độ thay đổi (plans/policy.yml)",
    "Rules about changes changed (plans/policy.yml)",
)

KINDS: tuple[ChangeKind, ...] = (
    DOCUMENT_ADDED, DOCUMENT_REMOVED, DOCUMENT, AGENCY_ADDED, AGENCY_REMOVED, AGENCY,
    AMENDMENT_ADDED, AMENDMENT_REMOVED, AMENDMENT, POLICY,
)  # fmt: skip
CLASSIFY: Mapping[str, Classify] = {
    **{f"document.{name}": always(DOCUMENT) for name in fields.DOCUMENT},
    **{f"agency.{name}": always(AGENCY) for name in fields.AGENCY},
    "document": come_or_gone(DOCUMENT_ADDED, DOCUMENT_REMOVED),
    "document.note": always(TEXT),
    "agency": come_or_gone(AGENCY_ADDED, AGENCY_REMOVED),
    "agency.note": always(TEXT),
    "amendment": come_gone_or(AMENDMENT_ADDED, AMENDMENT_REMOVED, always(AMENDMENT)),
    "amendment.note": always(TEXT),
}
