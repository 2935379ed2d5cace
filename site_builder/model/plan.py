"""A plan: the document's identity, what it aims at, whom it binds, where it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from site_builder.model.amendment import Amendment
from site_builder.model.base import (
    Clause,
    DayField,
    Flag,
    Id,
    Model,
    PeriodField,
    Unknown,
    Wording,
)
from site_builder.model.duty import Duty
from site_builder.model.indicator import Indicator
from site_builder.model.reporting import Cutoffs
from site_builder.terms.place import Step


class Signature(Model):
    """Who signed, in which position and by which mandate, as printed."""

    name: str = Field(description="Họ và tên như in; nếu bản quét mất dấu, ghi đúng phần đọc được.")
    name_unknown: Wording | None = Field(None, description="Phần nào của tên chưa biết, vì sao.")
    position: Wording = Field(description="Chức vụ người ký.")
    mandate: str | None = Field(
        None, description="Thẩm quyền như in: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH."
    )
    on_behalf_of: Id | None = Field(None, description="Cơ quan mà người ký thay mặt.")


class Span(Model):
    """The period that the plan covers, as far as the document prints it."""

    start: PeriodField | None = Field(None, alias="from", description="Từ.")
    end: PeriodField | None = Field(None, alias="to", description="Đến.")
    wording: str | None = Field(None, description="Nguyên văn: từ nay đến hết năm 2023.")


class Recipient(Model):
    """One line of “Nơi nhận”."""

    text: str = Field(min_length=1, description="Như in.")
    agency: Id | None = Field(None, description="Mã cơ quan, nếu có trong danh mục.")
    purpose: str | None = Field(None, description="Để báo cáo, để thực hiện… như in.")


class Heading(Model):
    """A numbered heading of the document: what a clause number points at."""

    clause: Clause
    heading: Wording = Field(description="Tên mục, đúng như in (rút gọn nếu mục không có tên).")


class Citation(Model):
    """A document that the plan cites, and where."""

    document: Id = Field(description="Mã văn bản trong documents.yml.")
    clauses: tuple[Clause, ...] = Field((), description="Các mục trích dẫn nó.")
    printed: str | None = Field(None, description="Cách ghi như in, khi khác danh mục.")


class Objective(Model):
    """An aim of the plan, in words, with the indicators that measure it."""

    id: Id
    clause: Clause
    title: Wording = Field(description="Tên mục tiêu.")
    statement: Wording | None = Field(None, description="Mục tiêu diễn đạt ngắn gọn.")
    indicators: tuple[Indicator, ...] = Field((), description="Các chỉ tiêu.")


class Remark(Model):
    """Where the document contradicts itself or another, or leaves a doubt: shown, never mended."""

    id: Id
    clauses: tuple[Clause, ...] = Field(
        min_length=1, description="Các mục liên quan của văn bản này."
    )
    text: Wording = Field(description="Điều không khớp, và vì sao không tự sửa.")
    documents: tuple[Id, ...] = Field((), description="Văn bản khác liên quan.")
    indicators: tuple[Id, ...] = Field((), description="Chỉ tiêu liên quan.")
    duties: tuple[Id, ...] = Field((), description="Nhiệm vụ liên quan.")


class Supersession(Model):
    """A document by which the plan, or parts of it, ceased to hold; nothing is deleted for it."""

    document: Id = Field(description="Mã văn bản trong documents.yml (có số và ngày).")
    clause: Clause | None = Field(None, description="Mục của văn bản ấy.")
    start: DayField = Field(alias="from", description="Ngày đầu tiên không còn hiệu lực.")
    parts: tuple[str, ...] = Field(
        (),
        description="Phần hết hiệu lực, theo khóa như “plansite diff” in ra: duties/…, "
        "indicators/…, targets/…/2025, objectives/…; bỏ trống là toàn bộ kế hoạch.",
    )
    replaced: Flag = Field(
        True, description="true: văn bản ấy thay thế; false: chỉ chấm dứt, không có gì thay."
    )
    note: Wording | None = Field(None, description="Ghi chú.")


class Plan(Model):
    """One plan file. Its id is its path below `plans/`, for a number alone identifies nothing."""

    kind: Wording = Field(description="Loại văn bản: Kế hoạch.")
    number: str | Unknown = Field(description="Số, ký hiệu như in: 277/KH-LĐLĐ.")
    title: Wording = Field(description="Trích yếu như in.")
    system: Literal["party", "state", "union"] = Field(
        description="Văn bản Đảng, Nhà nước, công đoàn."
    )
    issuer: Id = Field(description="Cơ quan ban hành.")
    issued: DayField | Unknown = Field(description="Ngày ban hành.")
    place: Wording | Unknown = Field(description="Địa danh ghi trước ngày tháng.")
    territory: Wording = Field(description="Địa bàn thực hiện.")
    signed_by: Signature
    period: Span = Field(description="Thời gian thực hiện.")
    whole: Id = Field(description="Cơ quan mà số liệu toàn bộ của kế hoạch đứng tên.")
    document: Id = Field(description="Mã của chính văn bản này trong documents.yml.")
    implements: tuple[Id, ...] = Field((), description="Văn bản mà kế hoạch này thực hiện.")
    cites: tuple[Citation, ...] = Field((), description="Mọi văn bản được nhắc tới, và ở mục nào.")
    recipients: tuple[Recipient, ...] = Field((), description="Nơi nhận.")
    abbreviations: dict[str, Wording] = Field(
        default_factory=dict, description="Chữ viết tắt và nghĩa."
    )
    outline: tuple[Heading, ...] = Field(description="Các mục của văn bản, theo thứ tự.")
    objectives: tuple[Objective, ...] = Field((), description="Mục tiêu và chỉ tiêu.")
    duties: tuple[Duty, ...] = Field((), description="Nhiệm vụ, theo mục.")
    remarks: tuple[Remark, ...] = Field(
        (), description="Chỗ văn bản không khớp: nêu ra, không tự sửa."
    )
    amendments: tuple[Amendment, ...] = Field(
        (), description="Văn bản đã sửa đổi kế hoạch: điều gì, từ đâu thành đâu; không xóa."
    )
    superseded: tuple[Supersession, ...] = Field(
        (), description="Văn bản thay thế hoặc chấm dứt kế hoạch này, toàn bộ hay từng phần."
    )
    reporting: Cutoffs = Field(
        default_factory=Cutoffs, description="Ngày chốt và hạn báo cáo áp dụng cho kế hoạch này."
    )
    note: Wording | None = Field(None, description="Ghi chú về bản nguồn.")

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator, in document order."""
        for objective in self.objectives:
            yield from objective.indicators

    def indicator_paths(self) -> Iterator[tuple[tuple[Step, ...], Indicator]]:
        """Every indicator with its symbolic path in the file."""
        for i, objective in enumerate(self.objectives):
            for j, indicator in enumerate(objective.indicators):
                yield ("objectives", i, "indicators", j), indicator
