from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

from site_builder.exports import agencies_csv, plans_json
from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot

ACT = {"document": "nq-88", "clause": "2"}
BODIES: dict[str, dict[str, Any]] = {
    "cu": {
        "name": {"vi": "Cơ quan cũ", "en": "Old body"},
        "from": "1998",
        "until": "2023-12-31",
        "ended_by": ACT,
        "renamed": [{"name": "Tên đầu", "until": "2010"}],
        "successors": [
            {"agency": "moi", "share": "part", "by": ACT},
            {"name": "Cơ quan ngoài danh mục"},
        ],
    },
    "moi": {"name": "Cơ quan mới", "from": "2024-01-01", "started_by": ACT, "level": "ward"},
    "ngo": {"name": "Ngờ", "until": {"unknown": "chưa rõ", "not_before": "2023-06-30"}},
    "nhom": {"name": "Nhóm", "type": "group", "members": ["cu", "moi"]},
}
NQ = {"kind": "Nghị quyết", "number": "88/NQ", "issued": "2023-11-10"}


def _repository() -> Repository:
    return Repository(
        agencies={name: Agency.model_validate(body) for name, body in BODIES.items()},
        documents={"nq-88": Document.model_validate(NQ)},
    )


def _rows(as_of: str) -> dict[str, dict[str, str]]:
    content = agencies_csv.write(take_snapshot(_repository(), dt.date.fromisoformat(as_of)))
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return {row["agency"]: row for row in rows}


def test_a_body_stands_with_its_life_and_who_took_over_by_which_document() -> None:
    rows = _rows("2024-06-01")
    assert list(rows) == sorted(BODIES)
    old = rows["cu"]
    assert (old["name"], old["name_en"]) == ("Cơ quan cũ", "Old body")
    assert (old["from"], old["until"], old["life"]) == ("1998", "2023-12-31", "ended")
    assert old["ended_by"] == "nq-88 2"
    assert old["successors"] == "moi (part, nq-88 2); Cơ quan ngoài danh mục (unknown)"
    assert old["former_names"] == "Tên đầu (2010)"
    assert (rows["moi"]["predecessors"], rows["moi"]["started_by"]) == ("cu", "nq-88 2")
    assert (rows["ngo"]["life"], rows["ngo"]["until_not_before"]) == ("doubtful", "2023-06-30")
    assert (rows["nhom"]["life"], rows["nhom"]["members"]) == ("", "cu; moi")


def test_an_end_is_announced_from_its_document_on_and_unknown_before() -> None:
    assert _rows("2023-11-20")["cu"]["life"] == "ending"
    before = _rows("2023-11-01")["cu"]
    assert {before[name] for name in ("life", "until", "ended_by", "successors")} == {""}


def test_what_was_not_known_leaves_no_trace_in_the_json() -> None:
    content = json.loads(plans_json.write(take_snapshot(_repository(), dt.date(2023, 11, 1))))
    assert set(content["agencies"]["cu"]) == {"name", "from", "renamed"}
    later = json.loads(plans_json.write(take_snapshot(_repository(), dt.date(2024, 6, 1))))
    assert later["agencies"]["cu"]["until"] == "2023-12-31"
    assert later["agencies"]["cu"]["successors"][0] == {
        "agency": "moi",
        "share": "part",
        "by": {"document": "nq-88", "clause": "2"},
    }
