"""Bodies and documents as they were known: names of the day, no end before anybody knew of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.progress.standing import as_known
from tests.progress import make

ACT = {"kind": "Nghị quyết", "number": "202/2025/QH15", "issued": "2025-06-12"}


def _known(agencies: dict[str, Any], as_of: str, **rows: Any) -> Repository:
    plan = make.plan(duties=[{"lead": ["a"]}], issuer="a", **rows.pop("plan", {}))
    documents = {"nghi-quyet": ACT, **rows.pop("documents", {})}
    given = make.repository(plan, agencies=agencies, documents=documents, **rows)
    return as_known(given, dt.date.fromisoformat(as_of))


def test_an_end_is_known_from_the_day_of_its_document() -> None:
    heirs = [
        {"agency": "b", "share": "part", "by": {"document": "sau"}},
        {"agency": "c", "by": {"document": "nghi-quyet"}},
    ]
    ended = {
        "name": "A", "until": "2025-06-30", "ended_by": {"document": "nghi-quyet"},
        "ended_note": "Theo nghị quyết", "successors": heirs,
    }  # fmt: skip
    bodies = {"a": ended, "b": {"name": "B"}, "c": {"name": "C"}}
    later = {"sau": {"kind": "Quyết định", "number": "1/QĐ", "issued": "2025-09-01"}}
    before = _known(bodies, "2025-06-11", documents=later).agencies["a"]
    assert (before.until, before.ended_by, before.ended_note, before.successors) == (
        None, None, None, (),
    )  # fmt: skip
    after = _known(bodies, "2025-06-12", documents=later).agencies["a"]
    assert str(after.until) == "2025-06-30"
    assert [one.agency for one in after.successors] == ["c"]
    assert len(_known(bodies, "2025-09-01", documents=later).agencies["a"].successors) == 2


def test_an_end_without_a_document_is_known_when_it_has_come() -> None:
    bodies = {"a": {"name": "A", "until": "2025-06-30"}}
    assert _known(bodies, "2025-06-30").agencies["a"].until is None
    assert _known(bodies, "2025-07-01").agencies["a"].until is not None


def test_doubt_begins_where_something_bounds_it() -> None:
    doubt = {"unknown": "Chưa rõ", "not_before": "2025-06-30"}
    bodies = {"a": {"name": "A", "until": doubt}, "b": {"name": "B", "until": {"unknown": "?"}}}
    assert _known(bodies, "2025-06-30").agencies["a"].until is None
    assert _known(bodies, "2025-07-01").agencies["a"].until is not None
    assert _known(bodies, "2022-01-01").agencies["b"].until is not None


def test_a_body_bears_the_name_of_the_day() -> None:
    renamed = [
        {"name": "Ban A", "short": "BA", "until": "2022-12-31"},
        {"name": "Phòng A", "until": "2024-06-30", "by": {"document": "nghi-quyet"}},
    ]
    bodies = {"a": {"name": "Sở A", "short": "SA", "renamed": renamed}}
    names = {
        day: _known(bodies, day).agencies["a"]
        for day in ("2022-12-31", "2023-01-01", "2025-06-11", "2025-06-12")
    }
    assert [one.name.vi for one in names.values()] == ["Ban A", "Phòng A", "Phòng A", "Sở A"]
    assert [one.short and one.short.vi for one in names.values()] == ["BA", None, None, "SA"]
    assert [len(one.renamed) for one in names.values()] == [0, 1, 1, 2]


def test_a_body_of_later_is_there_only_where_something_names_it() -> None:
    bodies = {
        "a": {"name": "A", "parent": "tren"},
        "tren": {"name": "Trên", "from": "2026"},
        "moi": {"name": "Mới", "from": "2026-03-01"},
        "bao-cao": {"name": "Báo cáo", "from": "2026"},
    }
    rows = [make.row("2023", 1, agency="bao-cao")]
    assert set(_known(bodies, "2025-01-01", progress=rows).agencies) == {
        make.WHOLE, "a", "bao-cao",
    }  # fmt: skip
    early = _known(bodies, "2023-06-01", progress=rows).agencies
    assert set(early) == {make.WHOLE, "a"}
    assert early["a"].parent is None
    late = _known(bodies, "2026-03-01").agencies
    assert "moi" in late
    assert late["a"].parent == "tren"


def test_a_body_that_a_later_document_founds_is_not_there_yet() -> None:
    """Not even as parent or member; a plan in force that names it keeps it, without the founding."""
    by = {"document": "nghi-quyet"}
    bodies = {
        "a": {"name": "A", "parent": "tren", "from": "2025-07-01", "started_by": by},
        "tren": {"name": "Trên", "started_by": by},
        "nhom": {"name": "Nhóm", "type": "group", "members": ["a", "b", "tren"]},
        "b": {"name": "B", "started_by": {"document": "khong-ngay"}},
    }
    undated = {"khong-ngay": {"kind": "Quyết định"}}
    before = _known(bodies, "2025-06-11", documents=undated).agencies
    assert set(before) == {make.WHOLE, "a", "nhom", "b"}
    assert (before["a"].start, before["a"].started_by, before["a"].parent) == (None, None, None)
    assert before["nhom"].members == ("a", "b")
    after = _known(bodies, "2025-06-12", documents=undated).agencies
    assert set(after) == {make.WHOLE, *bodies}
    assert after["nhom"].members == ("a", "b", "tren")
    assert after["a"].started_by is not None


def test_who_takes_over_is_known_with_the_end() -> None:
    heir = {"agency": "b", "by": {"document": "nghi-quyet"}}
    ended = {
        "name": "A", "until": "2025-06-30", "ended_by": {"document": "nghi-quyet"},
        "successors": [heir],
    }  # fmt: skip
    bodies = {"a": ended, "b": {"name": "B", "from": "2025-07-01"}}
    assert "b" in _known(bodies, "2025-06-12").agencies
    assert "b" not in _known(bodies, "2025-06-11").agencies


def test_a_document_of_later_is_there_only_where_something_names_it() -> None:
    cites = [{"document": "nghi-quyet"}]
    bodies = {"a": {"name": "A"}}
    assert "nghi-quyet" not in _known(bodies, "2025-06-11").documents
    assert "nghi-quyet" in _known(bodies, "2025-06-12").documents
    assert "nghi-quyet" in _known(bodies, "2025-06-11", plan={"cites": cites}).documents


def test_no_document_leads_to_a_plan_that_was_not_issued() -> None:
    known = make.repository(make.plan(), documents={"nghi-quyet": ACT})
    entry = Document.model_validate({"kind": "Kế hoạch", "plan": "p/sau"})
    later = make.plan(issued="2026-01-01", document="sau")
    given = replace(
        known,
        documents={**known.documents, "sau": entry},
        plans={**known.plans, "p/sau": later},
    )
    assert as_known(given, dt.date(2025, 12, 31)).documents["sau"].plan is None
    assert as_known(given, dt.date(2026, 1, 1)).documents["sau"].plan == "p/sau"


def test_what_a_later_document_sets_is_not_set_yet() -> None:
    """A target of another authority, a cut-off of the plan and one of a body."""
    cutoff = {"half_year": {"closes_on": 14, "document": "nghi-quyet"}, "year": {"due_after": 20}}
    indicator = {
        "targets": {
            "2025": {"at_least": 1},
            "2025@tinh": {"at_least": 2, "authority": "nghi-quyet"},
        }
    }
    plan = make.plan(indicator, reporting=cutoff)
    bodies = {"a": {"name": "A", "reporting": cutoff}}
    given = make.repository(plan, agencies=bodies, documents={"nghi-quyet": ACT})
    before, after = (as_known(given, dt.date(2025, 6, day)) for day in (11, 12))
    old, new = before.plans[make.PLAN], after.plans[make.PLAN]
    assert list(next(old.indicators()).targets) == ["2025"]
    assert old.reporting.half_year is None
    assert old.reporting.year is not None
    assert before.agencies["a"].reporting == old.reporting
    assert new == plan
    assert after.agencies["a"] == given.agencies["a"]


def test_where_everything_was_known_nothing_is_made_anew() -> None:
    given = make.repository(make.plan(), documents={"nghi-quyet": ACT})
    known = as_known(given, dt.date(2026, 1, 1))
    assert known.agencies is given.agencies
    assert known.documents is given.documents
    assert known.plans[make.PLAN] is given.plans[make.PLAN]
