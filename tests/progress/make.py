"""Small plans, indicators and rows for the tests of progress: only what a case is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.model.rows import AssessmentRow, DutyRow, ProgressRow, SubmittedReport
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import (
    DutyState,
    IndicatorState,
    Judgement,
    PlanState,
    Snapshot,
    TargetState,
)

PLAN = "p/ke-hoach"
WHOLE = "toan-quan"
Fields = Mapping[str, Any]


def row(period: str, value: Any = None, **fields: Any) -> ProgressRow:
    """An official row of the whole; `value` as a string or whole number, None for a blank."""
    given: dict[str, Any] = {
        "plan": PLAN,
        "file": "data/p/a.csv",
        "record": 0,
        "agency": WHOLE,
        "indicator": "chi-so",
        "state": "official",
        "source": "Báo cáo",
        "period": period,
        "value": value,
    }
    return ProgressRow(**(given | fields))


def duty_row(progress: str, agency: str = WHOLE, **fields: Any) -> DutyRow:
    given = {
        "plan": PLAN,
        "file": "data/p/duties.csv",
        "record": 0,
        "agency": agency,
        "duty": "viec",
        "state": "official",
        "source": "Báo cáo",
        "progress": progress,
    }
    return DutyRow(**(given | fields))


def report(period: str, received_on: str, agency: str = WHOLE, **fields: Any) -> SubmittedReport:
    given = {
        "plan": PLAN,
        "file": "data/p/reports.csv",
        "record": 0,
        "agency": agency,
        "duty": "viec",
        "state": "official",
        "source": "Sổ công văn",
        "period": period,
        "received_on": received_on,
    }
    return SubmittedReport(**(given | fields))


def assessment(target: str, verdict: str, assessed_on: str, **fields: Any) -> AssessmentRow:
    given = {
        "plan": PLAN,
        "file": "data/p/assessments.csv",
        "record": 0,
        "agency": WHOLE,
        "indicator": "chi-so",
        "state": "official",
        "source": "Biên bản họp",
        "target": target,
        "verdict": verdict,
        "assessor": "Nguyễn Văn A",
        "assessed_on": assessed_on,
    }
    return AssessmentRow(**(given | fields))


def plan(indicator: Fields | None = None, duties: Sequence[Fields] = (), **fields: Any) -> Plan:
    """A plan issued on 7 September 2021 with at most one indicator."""
    indicators = [] if indicator is None else [_indicator(indicator)]
    given: dict[str, Any] = {
        "kind": "Kế hoạch",
        "number": "55-KH/QU",
        "title": "Thử",
        "system": "party",
        "issuer": "ban-hanh",
        "issued": "2021-09-07",
        "place": "Ba Đình",
        "territory": "quận Ba Đình",
        "signed_by": {"name": "A", "position": "Bí thư"},
        "period": {},
        "whole": WHOLE,
        "document": "55-kh-qu",
        "outline": [{"clause": "I", "heading": "Mục tiêu"}],
        "objectives": [
            {"id": "muc-tieu", "clause": "I", "title": "Mục tiêu", "indicators": indicators}
        ],
        "duties": [{"id": "viec", "clause": "I", "task": "Việc", **duty} for duty in duties],
    }
    return Plan.model_validate(given | fields)


def _indicator(fields: Fields) -> dict[str, Any]:
    given: dict[str, Any] = {
        "id": "chi-so",
        "name": "Số đoàn viên",
        "measures": "stock",
        "unit": "đoàn viên",
        **fields,
    }
    targets = given.get("targets", {})
    given["targets"] = {key: {"clause": "I", **target} for key, target in targets.items()}
    return given


def repository(one: Plan, agencies: Mapping[str, Fields] | None = None, **rows: Any) -> Repository:
    known: dict[str, Fields] = {WHOLE: {"name": "Toàn quận"}, **(agencies or {})}
    documents: Mapping[str, Fields] = rows.get("documents", {})
    return Repository(
        agencies={key: Agency.model_validate(value) for key, value in known.items()},
        documents={key: Document.model_validate(value) for key, value in documents.items()},
        plans={PLAN: one},
        progress=tuple(rows.get("progress", ())),
        duty_rows=tuple(rows.get("duty_rows", ())),
        reports=tuple(rows.get("reports", ())),
        assessments=tuple(rows.get("assessments", ())),
    )


def snapshot(one: Plan, as_of: str, **rows: Any) -> Snapshot:
    return take_snapshot(repository(one, **rows), dt.date.fromisoformat(as_of))


def plan_state(one: Plan, as_of: str, **rows: Any) -> PlanState:
    return snapshot(one, as_of, **rows).plans[PLAN]


def indicator_state(
    indicator: Fields, as_of: str, *progress: ProgressRow, **fields: Any
) -> IndicatorState:
    assessments, documents = fields.pop("assessments", ()), fields.pop("documents", {})
    one = plan(indicator, **fields)
    state = plan_state(one, as_of, progress=progress, assessments=assessments, documents=documents)
    return state.indicators[0]


def target_state(
    indicator: Fields, as_of: str, *progress: ProgressRow, **fields: Any
) -> TargetState:
    """The state of the indicator's only (or first) target."""
    return indicator_state(indicator, as_of, *progress, **fields).targets[0]


def duty_state(duty: Fields, as_of: str, *rows: DutyRow, **fields: Any) -> DutyState:
    agencies = fields.pop("agencies", None)
    reports = fields.pop("reports", ())
    one = plan(duties=[duty], **fields)
    state = plan_state(one, as_of, agencies=agencies, duty_rows=rows, reports=reports)
    return state.duties[0]


def lines(judgement: Judgement) -> str:
    """The arithmetic in Vietnamese, one line each."""
    return "\n".join(line.vi for line in judgement.arithmetic)
