"""Indicators, the targets set for them, and how a target is shared out among bodies."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from site_builder.model.base import Clause, DayField, Flag, Id, Model, Number, PeriodField, Wording
from site_builder.model.target import (
    COMPARISONS,
    LABEL_MARK,
    UNDATED,
    Comparison,
    Interval,
    Relation,
    Relative,
    Target,
    TargetKey,
    target_period,
)
from site_builder.terms.period import Period

Measure = Literal[
    "stock", "cumulative", "flow", "ratio", "milestone", "rank", "index", "rate", "assessment"
]
Better = Literal["more", "less"]
OF_ONE_PERIOD: tuple[Measure, ...] = ("flow", "ratio", "rate", "index", "rank")
"""What a row tells of its own period, so that each period can be judged by its own row."""


def _share(value: Any) -> Any:
    return None if value in (None, "") else value


Share = Annotated[
    Number | None, BeforeValidator(_share), WithJsonSchema({"type": ["number", "null"]})
]
"""A body's share of a target; nothing after the colon where the table's cell is blank."""


class Allocation(Model):
    """A printed table that shares a target out; its printed total must be the sum."""

    clause: Clause = Field(description="Bảng hoặc phụ lục giao chỉ tiêu.")
    period: PeriodField = Field(description="Thời hạn của bảng giao.")
    printed_total: Number | None = Field(None, description="Dòng tổng cộng như in.")
    shares: dict[Id, Share] = Field(
        description="Mỗi đơn vị một số; ô để trống trong bảng thì không ghi gì sau dấu hai chấm."
    )
    note: Wording | None = Field(None, description="Ghi chú.")


class Baseline(Model):
    """From where progress is counted: a printed value, or the row of data for a named period."""

    period: PeriodField = Field(description="Kỳ gốc.")
    value: Number | None = Field(
        None, description="Giá trị gốc nếu văn bản in; bỏ trống thì lấy từ số liệu của kỳ gốc."
    )
    clause: Clause | None = Field(None, description="Mục in giá trị gốc.")


class Break(Model):
    """From a day on a series counts something else: other people, another area, another method.

    No line, sum or pace runs across it; from there on progress is counted anew.
    """

    start: DayField = Field(alias="from", description="Ngày đầu tiên của chuỗi mới.")
    why: Wording = Field(description="Vì sao số trước và sau không so được với nhau.")
    document: Id | None = Field(None, description="Văn bản là nguyên nhân, nếu có.")
    clause: Clause | None = Field(None, description="Mục của văn bản ấy.")
    baseline: Baseline | None = Field(
        None, description="Giá trị gốc của chuỗi mới; bỏ trống là số đầu tiên sau khi ngắt."
    )
    targets_hold: Flag = Field(
        False,
        description="true: chỉ tiêu đặt trước vẫn dùng cho chuỗi mới; mặc định: không so được.",
    )


class Indicator(Model):
    """Something counted or judged, with what is counted, of whom, how often and towards what."""

    id: Id
    formerly: tuple[Id, ...] = Field(
        (), description="Mã cũ của chỉ tiêu; ghi khi đổi mã để lịch sử không đứt."
    )
    name: Wording = Field(description="Tên chỉ tiêu.")
    clause: Clause | None = Field(None, description="Mục nêu chỉ tiêu, nếu không ghi ở từng mốc.")
    statement: Wording | None = Field(None, description="Chỉ tiêu diễn đạt ngắn gọn.")
    measures: Measure = Field(
        description="stock: mức tại thời điểm; cumulative: lũy kế cả kế hoạch; flow: từng kỳ; ratio: "
        "tỷ lệ có tử số và mẫu số; milestone: mốc; rank: xếp hạng; index: chỉ số; rate: tốc độ; "
        "assessment: đánh giá bằng lời."
    )
    unit: Wording = Field(description="Đơn vị tính: đoàn viên, %, CĐCS…")
    better: Better = Field("more", description="more: càng cao càng tốt; less: càng thấp càng tốt.")
    population: Wording | None = Field(None, description="Đếm trên phạm vi nào.")
    numerator: Wording | None = Field(None, description="Tử số là gì (với tỷ lệ).")
    denominator: Wording | None = Field(None, description="Mẫu số là gì (với tỷ lệ).")
    within: Id | None = Field(
        None, description="“Trong đó”: mẫu số là tử số của chỉ tiêu này (cùng kế hoạch)."
    )
    every: Interval | None = Field(None, description="Kỳ báo cáo số liệu.")
    whole: Id | None = Field(
        None, description="Cơ quan mà số toàn bộ đứng tên; mặc định theo kế hoạch."
    )
    integer: Flag | None = Field(
        None, description="Số đếm nguyên; mặc định: có, trừ tỷ lệ và chỉ số."
    )
    breakdowns: tuple[Id, ...] = Field((), description="Các phân tổ thêm: cột cùng tên trong CSV.")
    baseline: Baseline | None = Field(None, description="Giá trị gốc.")
    breaks: tuple[Break, ...] = Field(
        (), description="Những chỗ chuỗi số liệu bị ngắt, theo thời gian."
    )
    targets: dict[TargetKey, Target] = Field(
        default_factory=dict,
        description="Mỗi thời hạn một chỉ tiêu; `undated` khi không ghi thời hạn.",
    )
    allocation: Allocation | None = Field(None, description="Bảng giao chỉ tiêu cho đơn vị.")
    note: Wording | None = Field(None, description="Ghi chú về cách đếm.")

    @property
    def counts_whole(self) -> bool:
        """Whether values must be whole numbers."""
        if self.integer is not None:
            return self.integer
        return self.measures in ("stock", "cumulative", "flow", "rank")

    def dated_targets(self) -> tuple[tuple[Period, Target], ...]:
        """The dated targets, earliest first."""
        return tuple((period, target) for _, period, target in self.keyed_targets())

    def keyed_targets(self) -> tuple[tuple[str, Period, Target], ...]:
        """The dated targets with their keys, earliest first."""
        dated = [
            (key, period, target)
            for key, target in self.targets.items()
            if (period := target_period(key)) is not None
        ]
        return tuple(sorted(dated, key=lambda one: (one[1].end, one[1].start)))


__all__ = [
    "COMPARISONS",
    "LABEL_MARK",
    "OF_ONE_PERIOD",
    "UNDATED",
    "Allocation",
    "Baseline",
    "Better",
    "Break",
    "Comparison",
    "Indicator",
    "Interval",
    "Measure",
    "Relation",
    "Relative",
    "Share",
    "Target",
    "TargetKey",
    "target_period",
]
