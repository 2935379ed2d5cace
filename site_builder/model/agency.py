"""Bodies: one body, a closed group, an open list or a class of bodies."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from site_builder.model.base import (
    Clause,
    Id,
    Model,
    PeriodField,
    Unknown,
    Whole,
    Wording,
    exactly_one,
)
from site_builder.model.reporting import Cutoffs

AgencyType = Literal["body", "group", "open_group", "class", "office_holder"]
AgencySystem = Literal["party", "state", "union", "front", "people", "enterprise", "unknown"]
AgencyLevel = Literal["central", "province", "district", "ward", "grassroots"]


Share = Literal["whole", "part", "unknown"]


class Act(Model):
    """The document that says so, and where in it."""

    document: Id = Field(description="Mã văn bản trong documents.yml.")
    clause: Clause | None = Field(None, description="Điều, mục của văn bản ấy.")


class FormerName(Model):
    """A name that the same body had before."""

    name: Wording = Field(description="Tên cũ.")
    short: Wording | None = Field(None, description="Tên viết tắt cũ.")
    until: PeriodField = Field(description="Ngày cuối cùng mang tên ấy.")
    by: Act | None = Field(None, description="Văn bản đổi tên; bỏ trống khi chưa xác định.")
    note: Wording | None = Field(None, description="Ghi chú.")


class Successor(Model):
    """A body that took over from one that ended: how much, and which document says so.

    That it took over says nothing of single duties: those pass on by an amendment of the plan.
    """

    agency: Id | None = Field(None, description="Mã cơ quan kế thừa, nếu có trong danh mục.")
    name: Wording | None = Field(None, description="Tên cơ quan kế thừa ngoài danh mục.")
    share: Share = Field(
        "unknown", description="whole: toàn bộ; part: một phần; unknown: chưa xác định phần nào."
    )
    what: Wording | None = Field(None, description="Kế thừa điều gì: địa bàn, nhiệm vụ…")
    by: Act | None = Field(None, description="Văn bản quy định; bỏ trống khi chưa xác định.")
    note: Wording | None = Field(None, description="Ghi chú.")

    @model_validator(mode="after")
    def _one_body(self) -> Successor:
        exactly_one(self, ("agency", "name"), "one_body")
        return self


class Agency(Model):
    """A body, or a set of bodies, to which a document gives a duty or a number belongs."""

    name: Wording = Field(description="Tên đầy đủ, đúng như văn bản ghi hoặc tên chính thức.")
    short: Wording | None = Field(None, description="Tên viết tắt dùng trong bảng và biểu đồ.")
    type: AgencyType = Field(
        "body",
        description="body: một cơ quan; group: nhóm đóng (14 phường); open_group: nhóm để mở (…); "
        "class: mọi đơn vị một loại (mọi CĐCS); office_holder: người giữ chức vụ.",
    )
    system: AgencySystem = Field(
        "unknown", description="Khối: Đảng, Nhà nước, công đoàn, Mặt trận…"
    )
    level: AgencyLevel | None = Field(None, description="Cấp.")
    territory: Wording | None = Field(None, description="Địa bàn.")
    parent: Id | None = Field(None, description="Cơ quan cấp trên hoặc cơ quan mà nó là một ban.")
    members: tuple[Id, ...] = Field((), description="Thành viên được nêu tên của nhóm.")
    count: Whole | None = Field(
        None, description="Số thành viên văn bản ghi, kể cả khi không nêu tên."
    )
    note: Wording | None = Field(None, description="Điều cần biết về cơ quan này.")

    start: PeriodField | None = Field(
        None, alias="from", description="Ngày bắt đầu hoạt động, nếu biết; giữ đúng độ chính xác."
    )
    started_by: Act | None = Field(None, description="Văn bản thành lập.")
    until: PeriodField | Unknown | None = Field(
        None,
        description="Ngày cuối cùng hoạt động (kết thúc từ 01/7/2025 thì ghi 2025-06-30); "
        "{unknown: …} khi đã kết thúc hoặc có thể đã kết thúc mà ngày chưa xác định; bỏ trống khi "
        "không có căn cứ nào cho thấy đã kết thúc.",
    )
    ended_by: Act | None = Field(None, description="Văn bản chấm dứt hoạt động.")
    ended_note: Wording | None = Field(
        None, description="Kết thúc thế nào, theo nguồn nào, điều gì chưa xác định."
    )
    renamed: tuple[FormerName, ...] = Field((), description="Các tên cũ, từ cũ đến mới.")
    successors: tuple[Successor, ...] = Field(
        (), description="Cơ quan kế thừa; bỏ trống là chưa xác định."
    )
    reporting: Cutoffs = Field(
        default_factory=Cutoffs, description="Ngày chốt và hạn báo cáo riêng của cơ quan này."
    )


class AgenciesFile(Model):
    """`plans/agencies.yml`: every body that any plan names."""

    agencies: dict[Id, Agency] = Field(description="Mỗi cơ quan một mã.")
