"""A small repository of bodies that ended, split, merged, were renamed or may have ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages.page import Context
from site_builder.progress.build import take_snapshot
from tests.pages import small

AFTER = dt.date(2025, 8, 1)
BEFORE = dt.date(2025, 6, 30)

_END = {"until": "2025-06-30", "ended_by": {"document": "203-2025-qh15", "clause": "2.1"}}
_SMALL: dict[str, Any] = {**small.AGENCIES}
AGENCIES: dict[str, Any] = {
    **_SMALL,
    "huyen-an": {
        **_SMALL["huyen-an"],
        **_END,
        "ended_note": "Theo công bố; phần địa bàn nào về xã nào chưa đối chiếu.",
        "renamed": [
            {
                "name": "Huyện An Cũ",
                "short": "HAC",
                "until": "2019-12-31",
                "by": {"document": "luat"},
            },
            {"name": "Huyện Rất Cũ", "until": "2010"},
        ],
        "successors": [
            {
                "agency": "xa-bac",
                "share": "part",
                "what": "địa bàn phía bắc",
                "by": {"document": "203-2025-qh15", "clause": "1"},
            },
            {"name": "Xã Nam", "share": "unknown"},
            {"agency": "xa-tay", "share": "whole"},
        ],
    },
    "huyen-dong": {
        **_SMALL["huyen-dong"],
        "until": {"unknown": "Chưa tìm thấy văn bản", "not_before": "2025-07-01"},
    },
    "huyen-bac": {"name": "Huyện Bắc", "level": "district", "territory": "Tỉnh X", **_END},
    "xa-bac": {
        "name": "Xã Bắc",
        "level": "ward",
        "territory": "Tỉnh X",
        "from": "2025-07-01",
        "started_by": {"document": "203-2025-qh15", "clause": "1"},
    },
    "xa-tay": {"name": "Xã Tây", "level": "ward", "territory": "Tỉnh X"},
}
_CITED: dict[str, Any] = {**small.DOCUMENTS}
DOCUMENTS: dict[str, Any] = {
    **_CITED,
    "203-2025-qh15": {"kind": "Nghị quyết", "number": "203/2025/QH15", "issued": "2025-06-16"},
}


@cache
def context(as_of: dt.date = AFTER) -> Context:
    """The small context with lives, on a day."""
    repository = Repository(
        agencies=AgenciesFile.model_validate({"agencies": AGENCIES}).agencies,
        documents=DocumentsFile.model_validate({"documents": DOCUMENTS}).documents,
        plans={small.PLAN: Plan.model_validate(small.PLAN_FILE)},
        progress=small.ROWS,
    )
    return replace(small.context(), snapshot=take_snapshot(repository, as_of))
