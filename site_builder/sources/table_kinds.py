"""The four kinds of table, their columns, and which kind a file is by its folder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from site_builder.model.rows import (
    ASSESSMENT_COLUMNS,
    DUTY_COLUMNS,
    PROGRESS_COLUMNS,
    REPORT_COLUMNS,
)
from site_builder.terms.text import Text

KindName = Literal["progress", "duties", "reports", "assessments"]


@dataclass(frozen=True, slots=True)
class TableKind:
    """One kind of table: every column it must have, and those that name what a row is about."""

    name: KindName
    words: Text
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    required: tuple[str, ...]
    """Columns in which no cell may be blank."""
    optional: tuple[str, ...] = ()


KINDS: dict[KindName, TableKind] = {
    kind.name: kind
    for kind in (
        TableKind(
            "progress",
            Text("bảng số liệu tiến độ", "a progress table"),
            PROGRESS_COLUMNS,
            keys=("indicator", "agency", "period"),
            required=("indicator", "agency", "period", "state", "source"),
            optional=("corrects",),
        ),
        TableKind(
            "duties",
            Text("bảng tiến độ nhiệm vụ", "a table of duties"),
            DUTY_COLUMNS,
            keys=("duty", "agency"),
            required=("duty", "agency", "progress", "state", "source"),
        ),
        TableKind(
            "reports",
            Text("bảng báo cáo đã nhận", "a table of received reports"),
            REPORT_COLUMNS,
            keys=("duty", "agency", "period"),
            required=("duty", "agency", "period", "received_on", "state", "source"),
        ),
        TableKind(
            "assessments",
            Text("bảng đánh giá chỉ tiêu bằng lời", "a table of assessments"),
            ASSESSMENT_COLUMNS,
            keys=("indicator", "agency", "target"),
            required=(
                "indicator",
                "agency",
                "target",
                "verdict",
                "assessor",
                "assessed_on",
                "state",
                "source",
            ),
        ),
    )
}

COLUMN_NAMES: tuple[str, ...] = tuple(
    dict.fromkeys(name for kind in KINDS.values() for name in (*kind.columns, *kind.optional))
)

COLUMN_ALIASES = {
    "chi-tieu": "indicator", "ma-chi-tieu": "indicator", "don-vi": "agency", "co-quan": "agency",
    "ma-don-vi": "agency", "ma-co-quan": "agency", "ky": "period", "ky-bao-cao": "period",
    "thoi-ky": "period", "gia-tri": "value", "so-lieu": "value", "tu-so": "numerator",
    "mau-so": "denominator", "trang-thai": "state", "tinh-trang": "state", "nguon": "source",
    "ngay-bao-cao": "reported_on", "ghi-chu": "note", "dinh-chinh": "corrects",
    "nhiem-vu": "duty", "ma-nhiem-vu": "duty", "tien-do": "progress", "ngay-hoan-thanh": "done_on",
    "ngay-nhan": "received_on", "moc": "target", "ket-luan": "verdict",
    "nguoi-danh-gia": "assessor", "ngay-danh-gia": "assessed_on",
}  # fmt: skip
"""Folded Vietnamese headings that people write instead: offered as “did you mean”."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which plan a data file belongs, and its kind."""

    plan: str
    kind: TableKind


def belonging(file: str, plans: Collection[str]) -> Belonging | None:
    """By the path: `data/<plan id>/<folder>/….csv`; the longest plan id that fits wins."""
    parts = file.split("/")
    for end in range(len(parts) - 1, 1, -1):
        plan = "/".join(parts[1:end])
        if plan in plans:
            folder = parts[end] if end < len(parts) - 1 else ""
            return Belonging(plan, kind_of(folder))
    return None


def kind_of(folder: str) -> TableKind:
    """The kind that a folder below the plan's holds; every unnamed folder holds progress."""
    for kind in KINDS.values():
        if kind.name == folder:
            return kind
    return KINDS["progress"]
