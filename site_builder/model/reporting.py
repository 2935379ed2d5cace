"""When a reporting period closes and when its report is due: declared per plan or per body."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from site_builder.model.base import Clause, Id, Model, Whole, Wording
from site_builder.terms.period import Period


class Cutoff(Model):
    """The cut-off of one interval.

    A period is named by its calendar (2025-H1); what it covers runs from the day after the last
    close to its own close: with `closes_on: 14` from 15/12/2024 to 14/6/2025.
    """

    closes_on: Whole | None = Field(
        None,
        ge=1,
        le=28,
        description="Ngày chốt trong tháng cuối của kỳ (14: kỳ 6 tháng chốt ngày 14/6 và 14/12); "
        "bỏ trống là ngày cuối tháng.",
    )
    due_after: Whole | None = Field(
        None,
        ge=0,
        le=366,
        description="Hạn gửi: số ngày sau ngày chốt; bỏ trống là ngày cuối tháng liền sau kỳ.",
    )
    document: Id | None = Field(
        None, description="Văn bản quy định; bỏ trống khi là quy ước của người biên soạn."
    )
    clause: Clause | None = Field(None, description="Mục của văn bản ấy.")
    wording: str | None = Field(None, description="Nguyên văn.")
    note: Wording | None = Field(None, description="Ghi chú.")

    @model_validator(mode="after")
    def _says_something(self) -> Cutoff:
        if self.closes_on is None and self.due_after is None:
            raise PydanticCustomError("cutoff_empty", "says no day")
        return self


class Cutoffs(Model):
    """The cut-offs of each interval; what is not declared follows the convention of the site."""

    month: Cutoff | None = Field(None, description="Báo cáo tháng.")
    quarter: Cutoff | None = Field(None, description="Báo cáo quý.")
    half_year: Cutoff | None = Field(None, description="Báo cáo 6 tháng.")
    year: Cutoff | None = Field(None, description="Báo cáo năm.")

    def of(self, period: Period) -> Cutoff | None:
        """What is declared for periods of that kind; days have no cut-off."""
        match period.kind:
            case "month":
                return self.month
            case "quarter":
                return self.quarter
            case "half":
                return self.half_year
            case "year":
                return self.year
            case _:
                return None

    def close(self, period: Period) -> dt.date:
        """The last day that a report on the period covers: the cut-off declared, else its end."""
        cutoff = self.of(period)
        if cutoff is None or cutoff.closes_on is None:
            return period.end
        return period.end.replace(day=cutoff.closes_on)
