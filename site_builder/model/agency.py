"""Bodies: one body, a closed group, an open list or a class of bodies."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_builder.model.base import Id, Model, Whole, Wording

AgencyType = Literal["body", "group", "open_group", "class", "office_holder"]
AgencySystem = Literal["party", "state", "union", "front", "people", "enterprise", "unknown"]
AgencyLevel = Literal["central", "province", "district", "ward", "grassroots"]


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


class AgenciesFile(Model):
    """`plans/agencies.yml`: every body that any plan names."""

    agencies: dict[Id, Agency] = Field(description="Mỗi cơ quan một mã.")
