"""Duties: who does what, in which role, by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.base import Clause, Flag, Id, Model, PeriodField, Wording
from site_builder.model.indicator import Interval
from site_builder.terms.text import Text

Role = Literal[
    "lead", "with", "assigned", "advise", "monitor", "urge", "guide", "inspect", "supervise",
    "consolidate", "standing", "receives",
]  # fmt: skip

ROLE_WORDS: dict[Role, Text] = {
    "lead": Text("chủ trì", "leads"),
    "assigned": Text("thực hiện", "carries out"),
    "standing": Text("cơ quan thường trực", "standing body"),
    "advise": Text("tham mưu", "advises"),
    "with": Text("phối hợp", "supports"),
    "guide": Text("hướng dẫn", "guides"),
    "monitor": Text("theo dõi", "monitors"),
    "urge": Text("đôn đốc", "urges"),
    "inspect": Text("kiểm tra", "inspects"),
    "supervise": Text("giám sát", "supervises"),
    "consolidate": Text("tổng hợp", "consolidates"),
    "receives": Text("nhận báo cáo", "receives reports"),
}
"""Roles in the order in which pages show them: what a body answers for first."""

OPEN_LIST = "…"
"""The list's last element where the document itself leaves the list open (`BHXH...`)."""


def _member(value: Any) -> Any:
    return OPEN_LIST if value == "..." else value


Member = Annotated[
    str,
    BeforeValidator(_member),
    Field(pattern=rf"^([a-z0-9]+(-[a-z0-9]+)*|{OPEN_LIST})$"),
    WithJsonSchema(
        {
            "description": "Mã cơ quan; phần tử cuối “…” khi văn bản để danh sách mở.",
            "type": "string",
            "pattern": rf"^([a-z0-9]+(-[a-z0-9]+)*|{OPEN_LIST}|\.\.\.)$",
        }
    ),
]
Members = tuple[Member, ...]


class Timing(Model):
    """When a duty is to be done, with no more precision than is printed."""

    due: PeriodField | None = Field(
        None, description="Hạn: ngày, tháng, quý, năm; hạn là ngày cuối kỳ."
    )
    every: tuple[Interval, ...] = Field(
        (),
        description="Lặp lại: month, quarter, half_year, year, term (nhiệm kỳ); unspecified khi văn "
        "bản chỉ ghi “định kỳ”.",
    )
    on_request: Flag = Field(False, description="Khi có yêu cầu, khi cần thiết, đột xuất.")
    ongoing: Flag = Field(False, description="Thường xuyên, liên tục.")
    wording: str | None = Field(
        None, description="Nguyên văn: trong tháng 9/2021; định kỳ 6 tháng."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Timing:
        if not (self.due or self.every or self.on_request or self.ongoing):
            raise PydanticCustomError("timing_empty", "says no time")
        return self


class Duty(Model):
    """One duty, worded concisely by us, with its clause and every body it names."""

    id: Id
    clause: Clause = Field(description="Mục, điểm giao nhiệm vụ.")
    task: Wording = Field(description="Nhiệm vụ, diễn đạt ngắn gọn của người biên soạn.")
    when: Timing | None = Field(None, description="Thời hạn; bỏ trống khi văn bản không ghi.")
    requested: Flag = Field(
        False, description="Văn bản chỉ đề nghị, không giao (cơ quan ngoài quyền)."
    )
    report: Flag = Field(
        False, description="Nhiệm vụ là gửi báo cáo (theo dõi ở trang tình hình báo cáo)."
    )
    indicators: tuple[Id, ...] = Field((), description="Chỉ tiêu liên quan trong cùng kế hoạch.")
    note: Wording | None = Field(None, description="Ghi chú.")

    lead: Members = Field((), description="Chủ trì.")
    with_: Members = Field((), alias="with", description="Phối hợp.")
    assigned: Members = Field((), description="Thực hiện (được giao, không ghi vai trò riêng).")
    advise: Members = Field((), description="Tham mưu.")
    monitor: Members = Field((), description="Theo dõi.")
    urge: Members = Field((), description="Đôn đốc.")
    guide: Members = Field((), description="Hướng dẫn.")
    inspect: Members = Field((), description="Kiểm tra.")
    supervise: Members = Field((), description="Giám sát.")
    consolidate: Members = Field((), description="Tổng hợp.")
    standing: Members = Field((), description="Cơ quan thường trực.")
    receives: Members = Field((), description="Nhận báo cáo.")

    def members(self, role: Role) -> Members:
        """The list for a role as it stands, the open mark included."""
        members: Members = self.with_ if role == "with" else getattr(self, role)
        return members

    def assignments(self) -> Iterator[tuple[Role, str]]:
        """Every (role, agency id), in the order of `ROLE_WORDS`; open marks left out."""
        for role in ROLE_WORDS:
            for member in self.members(role):
                if member != OPEN_LIST:
                    yield role, member

    def is_open(self, role: Role) -> bool:
        """Whether the document leaves the list of that role open."""
        return OPEN_LIST in self.members(role)
