"""A small repository to which time happened: an old plan replaced in part and then as a whole by a
new one, which is amended twice; a body that ended; a series that breaks; a corrected figure."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from site_builder.model.agency import AgenciesFile
from site_builder.model.document import DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import ProgressRow
from site_builder.pages.page import Context
from site_builder.progress.build import take_snapshot
from site_builder.terms.text import Text

OLD, NEW = "p/cu", "p/moi"

AGENCIES = {
    "huyen": {"name": "Huyện"},
    "xa-cu": {"name": "Xã Cũ", "until": "2023-12-31", "ended_by": {"document": "nq-9"}},
    "xa-moi": {"name": "Xã Mới"},
    "hoi": {"name": "Hội", "until": "2023-12-31", "ended_by": {"document": "nq-9"},
            "successors": [{"agency": "xa-moi", "share": "part", "what": "hội viên"}]},
    "ban": {"name": "Ban Mới", "renamed": [{"name": "Ban Cũ", "until": "2022-03-31"}]},
    "to": {"name": "Tổ", "until": "2023-12-31", "ended_by": {"document": "nq-9"}},
}  # fmt: skip
DOCUMENTS = {
    "kh-cu": {"kind": "Kế hoạch", "number": "01/KH", "issued": "2019-01-15", "plan": OLD},
    "kh-moi": {"kind": "Kế hoạch", "number": "02/KH", "issued": "2021-01-20", "plan": NEW},
    "sua-1": {"kind": "Kế hoạch", "number": "11/KH", "issued": "2022-05-10"},
    "sua-2": {"kind": "Kế hoạch", "number": "12/KH", "issued": "2023-10-01"},
    "nq-9": {"kind": "Nghị quyết", "number": "9/NQ-HĐND", "issued": "2023-11-01"},
    "hd-3": {"kind": "Hướng dẫn", "number": "3/HD", "issued": "2022-12-01"},
}


def _plan(document: str, number: str, issued: str, **fields: Any) -> Plan:
    given: dict[str, Any] = {
        "kind": "Kế hoạch",
        "number": number,
        "title": f"Kế hoạch {number}",
        "system": "union",
        "issuer": "huyen",
        "issued": issued,
        "place": "X",
        "territory": "huyện X",
        "signed_by": {"name": "A", "position": "Chủ tịch"},
        "period": {},
        "whole": "huyen",
        "document": document,
        "outline": [{"clause": "I", "heading": "Chỉ tiêu"}, {"clause": "II", "heading": "Việc"}],
    }
    return Plan.model_validate(given | fields)


OLD_PLAN = _plan(
    "kh-cu", "01/KH", "2019-01-15",
    objectives=[{"id": "mt", "clause": "I", "title": "Mục tiêu", "indicators": [{
        "id": "so", "name": "Số hội viên", "measures": "stock", "unit": "hội viên",
        "targets": {"2020": {"at_least": 50, "clause": "I"}, "2030": {"at_least": 90, "clause": "I"}},
    }]}],
    duties=[{"id": "viec", "clause": "II", "task": "Việc cũ", "when": {"due": "2020-06"},
             "lead": ["huyen"]}],
    superseded=[
        {"document": "sua-1", "clause": "4", "from": "2022-06-01", "replaced": False,
         "parts": ["duties/viec"]},
        {"document": "kh-moi", "clause": "V", "from": "2024-01-01"},
    ],
)  # fmt: skip

NEW_PLAN = _plan(
    "kh-moi", "02/KH", "2021-01-20",
    objectives=[{"id": "mt", "clause": "I", "title": "Mục tiêu", "indicators": [{
        "id": "so", "name": "Số hội viên", "measures": "stock", "unit": "hội viên",
        "breakdowns": ["sex"],
        "baseline": {"period": "2020", "value": 60, "clause": "I"},
        "breaks": [{"from": "2023-01-01", "why": "Từ năm 2023 đếm cả hội viên danh dự.",
                    "document": "hd-3"}],
        "targets": {
            "2022": {"at_least": 70, "clause": "I"},
            "2025": {"about": 80, "clause": "I"},
            "2025@nu": {"at_least": 30, "clause": "I", "of": {"sex": "nu"}},
        },
    }]}],
    duties=[
        {"id": "ra-soat", "clause": "II", "task": "Rà soát hội viên", "lead": ["xa-moi"],
         "when": {"ongoing": True}},
    ],
    amendments=[
        {"document": "sua-1", "clause": "2", "in_force": "2022-07-01", "changes": [
            {"what": "targets/so/2025", "from": "about 100", "to": "about 90"},
            {"what": "duties/ra-soat/lead", "from": "xa-cu", "to": "xa-moi"},
            {"what": "duties/thi", "from": '{"id": "thi", "clause": "II", "task": {"vi": "Hội thi"},'
             ' "when": {"due": "2024-10"}, "lead": ["huyen"]}'},
        ]},
        {"document": "sua-2", "in_force": "2024-03-01", "changes": [
            {"what": "targets/so/2025", "from": "about 90", "to": "about 80"},
        ]},
    ],
)  # fmt: skip


def _row(period: str, value: int, reported_on: str, **fields: Any) -> ProgressRow:
    given: dict[str, Any] = {
        "plan": NEW, "file": "data/p/moi/a.csv", "record": 0, "agency": "huyen", "indicator": "so",
        "state": "official", "source": "Báo cáo", "period": period, "value": value,
        "reported_on": reported_on,
    }  # fmt: skip
    return ProgressRow(**(given | fields))


ROWS = (
    _row("2021", 64, "2022-01-10", record=0),
    _row("2022", 70, "2023-01-10", record=1, state="provisional"),
    _row("2022", 68, "2023-04-05", record=2, corrects="đếm trùng 2 người"),
    _row("2023", 120, "2024-01-12", record=3),
    _row("2020", 40, "2021-01-10", record=0, plan=OLD, file="data/p/cu/a.csv"),
    _row("2022", 66, "2023-01-10", record=1, plan=OLD, file="data/p/cu/a.csv"),
    _row("2023", 71, "2024-01-12", record=2, plan=OLD, file="data/p/cu/a.csv"),
)


def repository() -> Repository:
    return Repository(
        agencies=AgenciesFile.model_validate({"agencies": AGENCIES}).agencies,
        documents=DocumentsFile.model_validate({"documents": DOCUMENTS}).documents,
        plans={OLD: OLD_PLAN, NEW: NEW_PLAN},
        progress=ROWS,
    )


@cache
def context(as_of: str) -> Context:
    return Context(
        snapshot=take_snapshot(repository(), dt.date.fromisoformat(as_of)),
        rules={},
        site_name=Text("Theo dõi kế hoạch", "Plan progress"),
        illustrative_shown=True,
    )


BEFORE, BETWEEN, AFTER = "2022-06-15", "2023-12-15", "2024-06-01"
"""Before any amendment was in force; one in force and one decided; all of it come about."""
