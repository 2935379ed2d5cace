"""Amendments: by which document, from when, what of a plan was changed from what to what."""

from __future__ import annotations

from pydantic import Field

from site_builder.model.base import Clause, DayField, Id, Model, Wording


class Amended(Model):
    """One thing that a document changed, under the key and with the values of `plansite diff`.

    Without `before` it was added, without `after` it was ended; without either a whole (an
    indicator, a duty, an allocation) was added, which the plan itself then holds.
    """

    what: str = Field(
        min_length=1, description="Khóa của điều thay đổi, chép đúng như “plansite diff” in ra."
    )
    before: str | None = Field(
        None,
        alias="from",
        min_length=1,
        description="Giá trị cũ, chép đúng như “plansite diff” in ra; bỏ trống khi là điều thêm mới.",
    )
    after: str | None = Field(
        None,
        alias="to",
        min_length=1,
        description="Giá trị mới, chép đúng như “plansite diff” in ra; bỏ trống khi là điều bãi bỏ.",
    )


class Amendment(Model):
    """What one document changed in the plan; its number and date are the authority."""

    document: Id = Field(description="Mã văn bản sửa đổi trong documents.yml (có số và ngày).")
    clause: Clause | None = Field(None, description="Mục của văn bản sửa đổi.")
    in_force: DayField | None = Field(
        None, description="Ngày có hiệu lực; bỏ trống thì là ngày của văn bản."
    )
    changes: tuple[Amended, ...] = Field(min_length=1, description="Những điều được sửa đổi.")
    note: Wording | None = Field(None, description="Ghi chú.")
