"""Documents that plans cite: what is printed of number, date and issuer, and what they carry out."""

from __future__ import annotations

from pydantic import Field

from site_builder.model.base import Id, Model, PeriodField, PlanId, Unknown, Wording


class Document(Model):
    """A cited document. A missing number, date or issuer is simply not printed where it is cited."""

    kind: Wording = Field(description="Loại văn bản: Nghị quyết, Kế hoạch, Chỉ thị…")
    number: str | Unknown | None = Field(
        None, description="Số, ký hiệu như in; bỏ trống nếu không in."
    )
    subject: Wording | None = Field(None, description="Trích yếu như in.")
    issuer: Wording | None = Field(None, description="Cơ quan ban hành như in.")
    issuer_agency: Id | None = Field(
        None, description="Mã cơ quan ban hành, nếu có trong danh mục."
    )
    issued: PeriodField | Unknown | None = Field(
        None, description="Ngày ban hành; bỏ trống nếu không in."
    )
    implements: tuple[Id, ...] = Field(
        (), description="Văn bản mà nó thực hiện, theo lời văn trích dẫn."
    )
    plan: PlanId | None = Field(None, description="Kế hoạch trong kho này chính là văn bản ấy.")
    note: Wording | None = Field(None, description="Ghi chú về cách văn bản được trích dẫn.")


class DocumentsFile(Model):
    """`plans/documents.yml`: every document that any plan cites."""

    documents: dict[Id, Document] = Field(description="Mỗi văn bản một mã.")
