"""One small repository with everything that pages must lay out, gaps and oddities included."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import ProgressRow
from site_builder.pages.page import Context, Page
from site_builder.progress.build import take_snapshot
from site_builder.terms.text import Text

PLAN = "tinh-x/ke-hoach"
AS_OF = dt.date(2023, 3, 1)
HOSTILE = "<script>alert('x')</script> & \"quoted\""

AGENCIES = {
    "tinh": {"name": "Liên đoàn Lao động tỉnh X", "level": "province", "territory": "Tỉnh X"},
    "huyen-an": {
        "name": "Huyện An",
        "short": "H. An",
        "level": "district",
        "territory": "huyện An, tỉnh X",
        "parent": "tinh",
    },
    "huyen-dong": {
        "name": "Huyện Đông",
        "level": "district",
        "territory": "huyện Đông, tỉnh X",
        "parent": "tinh",
    },
    "cac-huyen": {
        "name": "Các huyện",
        "type": "group",
        "level": "district",
        "territory": "Tỉnh X",
        "members": ["huyen-dong", "huyen-an"],
        "count": 2,
    },
    "bo-chinh-tri": {"name": {"vi": "Bộ Chính trị", "en": "Politburo"}, "level": "central"},
}

DOCUMENTS = {
    "02-nq-tw": {"kind": "Nghị quyết", "number": "02-NQ/TW", "issued": "2021-06-12"},
    "ke-hoach": {"kind": "Kế hoạch", "implements": ["02-nq-tw"], "plan": PLAN},
    "luat": {"kind": "Luật", "subject": "Công đoàn"},
}

INDICATORS: list[dict[str, Any]] = [
    {
        "id": "ket-nap",
        "name": "Số đoàn viên kết nạp",
        "measures": "cumulative",
        "unit": {"vi": "đoàn viên", "en": "members"},
        "every": "quarter",
        "targets": {
            "2025": {"at_least": "120", "clause": "II.1-1"},
            "2023": {"bare": "60", "clause": "II.1-1", "wording": "kết nạp"},
        },
        "allocation": {
            "clause": "PL",
            "period": "2023",
            "printed_total": "60",
            "shares": {"huyen-dong": "60", "huyen-an": ""},
        },
    },
    {
        "id": "ty-le",
        "name": "Tỷ lệ ký thỏa ước",
        "measures": "ratio",
        "unit": "%",
        "targets": {
            "2025": {"at_least": "80", "clause": "II.1-2", "wording": "ít nhất … trở lên"},
            "undated": {"in_words": "phần lớn", "clause": "II.1-10"},
        },
    },
    {"id": "hien-co", "name": "Số đoàn viên hiện có", "measures": "stock", "unit": "đoàn viên"},
]

PLAN_FILE: dict[str, Any] = {
    "kind": "Kế hoạch",
    "number": {"unknown": "Bản quét mờ"},
    "title": HOSTILE,
    "system": "union",
    "issuer": "tinh",
    "issued": {"unknown": "Bản quét mờ", "not_after": "2021-11-20"},
    "place": "X",
    "territory": "Tỉnh X",
    "signed_by": {"name": "Nguyen Van A", "position": "Chủ tịch", "name_unknown": "mất dấu"},
    "period": {"to": "2025"},
    "whole": "tinh",
    "document": "ke-hoach",
    "implements": ["02-nq-tw"],
    "cites": [
        {"document": "02-nq-tw", "clauses": ["MD"]},
        {"document": "luat", "clauses": ["III.1", "III.1-2"]},
    ],
    "outline": [
        {"clause": "MD", "heading": "Phần mở đầu"},
        {"clause": "II", "heading": "CHỈ TIÊU"},
        {"clause": "II.1", "heading": "Chỉ tiêu"},
        {"clause": "III", "heading": "TỔ CHỨC"},
        {"clause": "III.1", "heading": "Các huyện"},
        {"clause": "PL", "heading": "Phụ lục"},
    ],
    "objectives": [
        {"id": "muc-tieu", "clause": "II.1", "title": "Phát triển", "indicators": INDICATORS}
    ],
    "duties": [
        {
            "id": "bao-cao",
            "clause": "III.1-2",
            "task": "Báo cáo kết quả",
            "report": "true",
            "indicators": ["ket-nap"],
            "when": {"every": ["quarter"], "wording": "hàng quý"},
            "assigned": ["cac-huyen"],
            "receives": ["tinh"],
        },
        {
            "id": "xay-dung",
            "clause": "III.1-1",
            "task": "Xây dựng kế hoạch",
            "requested": "true",
            "when": {"due": "2021-12"},
            "lead": ["tinh"],
            "with": ["huyen-dong", "..."],
        },
        {
            "id": "tong-hop",
            "clause": "III.1-1",
            "task": "Tổng hợp, báo cáo",
            "report": "true",
            "when": {"every": ["unspecified"]},
            "assigned": ["tinh"],
        },
    ],
    "remarks": [
        {"id": "lech", "clauses": ["II.1-1", "PL"], "text": "Không khớp", "indicators": ["ket-nap"]}
    ],
}


def row(indicator: str, agency: str, period: str, **values: Any) -> ProgressRow:
    given = {
        "plan": PLAN,
        "file": "data/tinh-x/a.csv",
        "record": 0,
        "state": "official",
        "source": HOSTILE,
        "reported_on": "2023-01-15",
    }
    place = {"indicator": indicator, "agency": agency, "period": period}
    return ProgressRow(**(given | place | values))


ROWS = (
    row("ket-nap", "tinh", "2022-Q4", value=30),
    row("ket-nap", "huyen-dong", "2022-Q4", value=28, state="illustrative"),
    row("ty-le", "tinh", "2022-Q4", numerator=397, denominator=1000),
    row("hien-co", "tinh", "2021-06", value=100),
    row("hien-co", "huyen-dong", "2021-06", value=100),
    row("hien-co", "huyen-an", "2021-06", value=None),
)


@lru_cache(maxsize=1)
def repository() -> Repository:
    return Repository(
        agencies=AgenciesFile.model_validate({"agencies": AGENCIES}).agencies,
        documents=DocumentsFile.model_validate({"documents": DOCUMENTS}).documents,
        plans={PLAN: Plan.model_validate(PLAN_FILE)},
        progress=ROWS,
    )


@lru_cache(maxsize=1)
def context() -> Context:
    return Context(
        snapshot=take_snapshot(repository(), AS_OF),
        rules={},
        site_name=Text("Theo dõi kế hoạch", "Plan progress"),
        illustrative_shown=True,
    )


def empty_context() -> Context:
    return Context(
        snapshot=take_snapshot(Repository(), AS_OF),
        rules={},
        site_name=Text("Theo dõi kế hoạch", "Plan progress"),
        illustrative_shown=False,
    )


def the(pages: list[Page], path: str) -> Page:
    (found,) = [page for page in pages if page.path == path]
    return found
