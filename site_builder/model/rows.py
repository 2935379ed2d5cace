"""What bodies report: values of indicators, progress on duties, reports received, assessments."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from site_builder.model.base import DayField, Id, Model, Number, PeriodField, PlanId
from site_builder.terms.text import Text

State = Literal["official", "provisional", "estimate", "illustrative"]
DutyState = Literal["not_started", "in_progress", "done"]
Verdict = Literal["met", "not_met", "not_assessed"]

STATE_WORDS: dict[State, Text] = {
    "official": Text("chính thức", "official"),
    "provisional": Text("tạm tính", "provisional"),
    "estimate": Text("ước", "estimate"),
    "illustrative": Text("minh họa", "illustrative"),
}


class Row(Model):
    """What every reported row says of its origin. `file` and `record` are its permanent place."""

    plan: PlanId
    file: str
    record: int = Field(description="Thứ tự dòng số liệu trong tệp, từ 0.")
    agency: Id
    state: State
    source: str
    reported_on: DayField | None = None
    note: str = ""


class ProgressRow(Row):
    """One value of one indicator for one body and period. A blank value stays blank."""

    indicator: Id
    period: PeriodField
    value: Number | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    corrects: str = ""
    breakdown: tuple[tuple[str, str], ...] = ()
    """(dimension, category) pairs; empty for the total."""


class DutyRow(Row):
    """A body's progress on one duty."""

    duty: Id
    period: PeriodField | None = None
    progress: DutyState
    done_on: DayField | None = None


class SubmittedReport(Row):
    """A report that a body owed under a duty, and when it came in."""

    duty: Id
    period: PeriodField
    received_on: DayField


class AssessmentRow(Row):
    """A named human judgement of a target in words: who, when, on what evidence."""

    indicator: Id
    target: str
    verdict: Verdict
    assessor: str
    assessed_on: DayField


PROGRESS_COLUMNS = (
    "indicator", "agency", "period", "value", "numerator", "denominator", "state", "source",
    "reported_on", "note",
)  # fmt: skip
DUTY_COLUMNS = (
    "duty", "agency", "period", "progress", "done_on", "state", "source", "reported_on", "note",
)  # fmt: skip
REPORT_COLUMNS = (
    "duty", "agency", "period", "received_on", "state", "source", "reported_on", "note",
)  # fmt: skip
ASSESSMENT_COLUMNS = (
    "indicator", "agency", "target", "verdict", "assessor", "assessed_on", "state", "source",
    "reported_on", "note",
)  # fmt: skip

COLUMN_WORDS: dict[str, Text] = {
    "indicator": Text("mã chỉ tiêu trong tệp kế hoạch", "the indicator's id in the plan file"),
    "duty": Text("mã nhiệm vụ trong tệp kế hoạch", "the duty's id in the plan file"),
    "agency": Text(
        "mã cơ quan mà số liệu thuộc về; số của toàn bộ kế hoạch đứng tên cơ quan ghi ở “whole”",
        "the body the figure belongs to; figures for the whole plan stand under its `whole` body",
    ),
    "period": Text(
        "kỳ số liệu: 2022, 2022-H1, 2022-Q4, 2022-11 hoặc 2022-11-30",
        "the period: 2022, 2022-H1, 2022-Q4, 2022-11 or 2022-11-30",
    ),
    "value": Text(
        "giá trị, viết như máy đọc: 22000; 45.5; tỷ lệ thì để trống",
        "the value as a plain number: 22000; 45.5; left blank for shares",
    ),
    "numerator": Text("tử số của tỷ lệ", "the share's numerator"),
    "denominator": Text("mẫu số của tỷ lệ", "the share's denominator"),
    "state": Text(
        "official: chính thức; provisional: tạm tính; estimate: ước; illustrative: minh họa",
        "official, provisional, estimate or illustrative",
    ),
    "source": Text("báo cáo mà số liệu lấy từ đó", "the report that the figure comes from"),
    "reported_on": Text("ngày báo cáo, ví dụ 2022-04-10", "the day of the report"),
    "note": Text(
        "ghi chú; bắt buộc khi ô giá trị để trống", "a note; required where the value is blank"
    ),
    "corrects": Text(
        "đính chính dòng trước: vì sao và số cũ là bao nhiêu",
        "corrects an earlier row: why, and what it had",
    ),
    "progress": Text(
        "tiến độ nhiệm vụ: not_started (chưa thực hiện), in_progress (đang thực hiện), "
        "done (đã hoàn thành)",
        "the duty's progress: not_started, in_progress or done",
    ),
    "done_on": Text("ngày hoàn thành", "the day it was done"),
    "received_on": Text("ngày nhận báo cáo", "the day the report came in"),
    "target": Text("mốc của chỉ tiêu bằng lời, ví dụ 2025", "the target's year, such as 2025"),
    "verdict": Text(
        "kết luận: met (đạt), not_met (không đạt), not_assessed (chưa đánh giá)",
        "the verdict: met, not_met or not_assessed",
    ),
    "assessor": Text("người hoặc cơ quan đánh giá", "who assessed it"),
    "assessed_on": Text("ngày đánh giá", "the day of the assessment"),
}
"""What each column of the CSV files holds."""
