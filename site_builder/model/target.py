"""Targets: what must be reached by when, compared how, of whom, and by whose authority."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.base import (
    ID_PATTERN,
    Clause,
    Flag,
    Id,
    Model,
    Number,
    PeriodField,
    Wording,
    exactly_one,
)
from site_builder.terms.period import PERIOD_PATTERN, Period, parse_period

Interval = Literal["month", "quarter", "half_year", "year", "term", "unspecified"]
Comparison = Literal[
    "about", "at_least", "more_than", "at_most", "less_than", "exactly", "between", "bare",
    "in_words", "done",
]  # fmt: skip
Relation = Literal["decrease_by", "increase_by", "decrease_percent", "increase_percent", "times"]
COMPARISONS: tuple[Comparison, ...] = (
    "about", "at_least", "more_than", "at_most", "less_than", "exactly", "between", "bare",
    "in_words", "done",
)  # fmt: skip

_FLIPPED: dict[Comparison, Comparison] = {
    "at_least": "at_most", "at_most": "at_least", "more_than": "less_than", "less_than": "more_than",
}  # fmt: skip

UNDATED = "undated"
"""The key of a target for which the document prints no date."""


class Relative(Model):
    """A number that is no level of its own: it is taken from, added to or times that of a year.

    “Giảm 20.000 so với năm 2020” is `{at_least: 20000, relative: {as: decrease_by, to: 2020}}`:
    the comparison word stays with the printed number, the level follows from the base.
    """

    relation: Relation = Field(
        alias="as",
        description="decrease_by: giảm chừng ấy; increase_by: tăng chừng ấy; decrease_percent, "
        "increase_percent: giảm, tăng chừng ấy phần trăm; times: gấp chừng ấy lần.",
    )
    base: PeriodField = Field(alias="to", description="So với kỳ nào.")
    value: Number | None = Field(
        None, description="Giá trị của kỳ ấy nếu văn bản in; bỏ trống thì lấy từ số liệu."
    )

    @property
    def lowers(self) -> bool:
        """Whether a larger printed number asks for a lower level."""
        return self.relation in ("decrease_by", "decrease_percent")

    @property
    def scales(self) -> bool:
        """Whether the printed number is a part or a multiple of the base, in no unit of its own."""
        return self.relation not in ("decrease_by", "increase_by")


class Target(Model):
    """One target. Exactly one comparison; the document's own comparison word stays beside it."""

    about: Number | None = Field(None, description="Khoảng.")
    at_least: Number | None = Field(None, description="Ít nhất; từ … trở lên; tối thiểu (≥).")
    more_than: Number | None = Field(None, description="Trên (>).")
    at_most: Number | None = Field(None, description="Không quá; tối đa (≤).")
    less_than: Number | None = Field(None, description="Dưới (<).")
    exactly: Number | None = Field(None, description="Đúng bằng.")
    between: tuple[Number, Number] | None = Field(None, description="Từ … đến …: hai số.")
    bare: Number | None = Field(None, description="Con số không kèm từ so sánh (“kết nạp 540”).")
    in_words: Wording | None = Field(
        None,
        description="Chỉ tiêu bằng lời (hầu hết, phần lớn); không bao giờ đổi thành phần trăm.",
    )
    done: Flag | None = Field(None, description="Việc phải xong: true.")

    clause: Clause = Field(description="Mục, điểm ghi chỉ tiêu này.")
    wording: str | None = Field(
        None, description="Từ so sánh nguyên văn: khoảng, ít nhất … trở lên."
    )
    deadline_wording: str | None = Field(None, description="Thời hạn nguyên văn: đến hết năm 2023.")
    population: Wording | None = Field(
        None, description="Đếm trên phạm vi nào, khi khác phạm vi chung của chỉ tiêu."
    )
    unit: Wording | None = Field(None, description="Đơn vị tính, khi khác đơn vị chung.")
    each: Interval | None = Field(None, description="Chỉ tiêu của từng kỳ (mỗi năm): year.")
    first: PeriodField | None = Field(
        None, description="Kỳ đầu tiên phải đạt, với chỉ tiêu từng kỳ."
    )
    relative: Relative | None = Field(
        None, description="Con số là mức tăng, giảm hay số lần so với một kỳ, không phải là mức."
    )
    since: PeriodField | None = Field(
        None,
        description="Cộng dồn từ đầu kỳ này đến hết thời hạn (kinh phí giai đoạn 2021–2025); chỉ "
        "với số liệu từng kỳ (flow).",
    )
    of: dict[Id, Id] = Field(
        default_factory=dict,
        description="Chỉ tiêu của một phân tổ: sex: nu; chiều phân tổ phải có ở “breakdowns”.",
    )
    scope: Wording | None = Field(
        None,
        description="Phạm vi so sánh khi xếp hạng: cả nước, vùng Tây Nguyên…; hạng trong phạm vi khác "
        "là số liệu khác, chọn bằng “of”.",
    )
    authority: Id | None = Field(
        None, description="Văn bản đặt ra con số này, khi không phải chính kế hoạch."
    )
    tolerance: Number | None = Field(
        None,
        description="Sai số coi là “khoảng”; bỏ trống thì bằng nửa đơn vị làm tròn của con số.",
    )
    note: Wording | None = Field(None, description="Ghi chú.")

    @model_validator(mode="after")
    def _one_comparison(self) -> Target:
        exactly_one(self, COMPARISONS, "one_comparison")
        return self

    @cached_property
    def comparison(self) -> Comparison:
        """Which comparison the target makes."""
        return next(name for name in COMPARISONS if getattr(self, name) is not None)

    @property
    def level_comparison(self) -> Comparison:
        """How the level is compared: a decrease of at least so many is a level of at most so many."""
        if self.relative is None or not self.relative.lowers:
            return self.comparison
        return _FLIPPED.get(self.comparison, self.comparison)

    @property
    def value(self) -> Decimal | None:
        """The number compared with; the lower bound of a range; None in words or for done."""
        if self.between is not None:
            return self.between[0]
        given = getattr(self, self.comparison)
        return given if isinstance(given, Decimal) else None


LABEL_MARK = "@"
"""Parts the period from the label where one period has several targets: `2025@nu`."""


def target_period(key: str) -> Period | None:
    """The period at whose end a target falls due; None for an undated one."""
    due = key.partition(LABEL_MARK)[0]
    return None if due == UNDATED else parse_period(due)


def _target_key(value: Any) -> Any:
    text = str(value)
    due, mark, label = text.partition(LABEL_MARK)
    if mark and not re.fullmatch(ID_PATTERN, label):
        raise PydanticCustomError("target_key", "not a period")
    if due == UNDATED:
        return text
    try:
        parse_period(due)
    except ValueError:
        raise PydanticCustomError("target_key", "not a period") from None
    return text


TargetKey = Annotated[
    str,
    BeforeValidator(_target_key),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"{PERIOD_PATTERN[:-1]}(@{ID_PATTERN[1:-1]})?$|^{UNDATED}(@{ID_PATTERN[1:-1]})?$",
        }
    ),
]
"""The period at whose end the target falls due, or `undated`; where one period has several
targets (for women and for all, for the country and for a region) each has a label: `2025@nu`."""
