"""The shared lists of documents and bodies, the amendments and ends of a plan, and the policy."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.changes.change import ChangeKind, kind
from site_builder.changes.plan_facts import TEXT
from site_builder.changes.sides import Classify, always, come_gone_or, come_or_gone
from site_builder.model import fields
from site_builder.model.life_facts import ACTS

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
LIFE = kind(
    "life-changed",
    "review",
    "Sửa ngày bắt đầu, kết thúc, tên cũ hoặc cơ quan kế thừa",
    "Beginning, end, former names or successors of a body changed",
)
CUTOFF = kind(
    "cutoff-changed",
    "review",
    "Sửa ngày chốt số liệu, hạn gửi báo cáo",
    "Cut-off or due day of reports changed",
)
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
SUPERSEDED_ADDED = kind(
    "superseded-added",
    "review",
    "Ghi văn bản thay thế hoặc chấm dứt",
    "Replaced or ended by a document",
    "superseded-removed",
)
SUPERSEDED_REMOVED = kind(
    "superseded-removed",
    "authority",
    "Xóa việc thay thế hoặc chấm dứt đã ghi",
    "Recorded replacement or end removed",
    "superseded-added",
    authorised=False,
)
"""That a document ended something stays on record; what revives it is an amendment."""
SUPERSEDED = kind(
    "superseded-changed",
    "review",
    "Sửa việc thay thế hoặc chấm dứt",
    "Replacement or end by a document changed",
)
POLICY = kind(
    "policy-changed",
    "review",
    "Sửa quy định về mức độ thay đổi (plans/policy.yml)",
    "Rules about changes changed (plans/policy.yml)",
)

KINDS: tuple[ChangeKind, ...] = (
    DOCUMENT_ADDED, DOCUMENT_REMOVED, DOCUMENT, AGENCY_ADDED, AGENCY_REMOVED, AGENCY, LIFE,
    CUTOFF,
    AMENDMENT_ADDED, AMENDMENT_REMOVED, AMENDMENT, SUPERSEDED_ADDED, SUPERSEDED_REMOVED,
    SUPERSEDED, POLICY,
)  # fmt: skip
_LIFE = ("start", "until", *ACTS, "renamed", "successors")
CLASSIFY: Mapping[str, Classify] = {
    **{f"document.{name}": always(DOCUMENT) for name in fields.DOCUMENT},
    **{f"agency.{name}": always(AGENCY) for name in fields.AGENCY},
    "document": come_or_gone(DOCUMENT_ADDED, DOCUMENT_REMOVED),
    "document.note": always(TEXT),
    "agency": come_or_gone(AGENCY_ADDED, AGENCY_REMOVED),
    "agency.note": always(TEXT),
    **{f"agency.{name}": always(LIFE) for name in _LIFE},
    "agency.ended_note": always(TEXT),
    **{key.replace("/", "."): always(CUTOFF) for key in fields.CUTOFFS},
    **{
        key.replace("/", "."): always(TEXT)
        for key in fields.CUTOFFS
        if key.endswith(("/note", "/wording"))
    },
    "amendment": come_gone_or(AMENDMENT_ADDED, AMENDMENT_REMOVED, always(AMENDMENT)),
    "amendment.note": always(TEXT),
    "superseded": come_gone_or(SUPERSEDED_ADDED, SUPERSEDED_REMOVED, always(SUPERSEDED)),
    "superseded.note": always(TEXT),
}
