"""Older states: every change that is told as `plansite diff` tells it can be undone, and what was
reported of what has ended, or by whom once had a duty, is no mistake."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from site_builder import pipeline
from site_builder.checks.plan_formerly import older_states
from site_builder.checks.view import PlanView, View
from site_builder.model.canonical import whole
from site_builder.model.plan import Plan
from site_builder.sources.plans import read_plans
from site_builder.terms.place import Node
from tests.changes.repositories import PLAN, Files, with_amending_document
from tests.model.edits import PLAN_ID, plans, rich_repository, undoing
from tests.sites.trees import mini_files


@settings(max_examples=60, deadline=None)
@given(plans(), plans())
def test_no_change_that_is_told_rightly_is_said_to_be_lost(old: Plan, new: Plan) -> None:
    changes = [
        {"what": key, "from": value} if value else {"what": key}
        for key, value in undoing(old, new).items()
        # The ids of indicators are ours: they stay as they are.
        if not key.endswith("/id")
    ]
    made = {"document": "sua-doi", "changes": changes}
    amended = new.model_copy(
        update={"amendments": Plan.model_validate(_with(new, made)).amendments if changes else ()}
    )
    known = rich_repository()
    view = View(known.agencies, known.documents, (PlanView(PLAN_ID, amended),), frozenset())

    assert [f.read for f in older_states(view) if f.code == "P205"] == []


def _with(plan: Plan, amendment: dict[str, Any]) -> dict[str, Any]:
    fields = {name: getattr(plan, name) for name in type(plan).model_fields}
    return {**fields, "amendments": [amendment]}


def _amended(change: dict[str, Any], edit: dict[str, Any]) -> Files:
    """The mini repository with a duty or indicator edited and the amendment that says so."""
    files = with_amending_document(mini_files())
    root = yaml.load(files[PLAN].decode(), Loader=yaml.CBaseLoader)
    root.update(edit)
    root["amendments"] = [{"document": "sua-doi", "changes": [change]}]
    written = yaml.safe_dump(root, allow_unicode=True, sort_keys=False)
    return {**files, PLAN: written.encode()}


def _root() -> dict[str, Any]:
    root: dict[str, Any] = yaml.load(mini_files()[PLAN].decode(), Loader=yaml.CBaseLoader)
    return root


def _told(files: Files) -> list[str]:
    return [f"{one.finding.code} {one.finding.read}" for one in pipeline.check(files).findings]


def _errors(files: Files) -> list[str]:
    found = pipeline.check(files).findings
    return [
        f"{one.finding.code} {one.finding.read}" for one in found if one.finding.severity == "error"
    ]


def test_what_was_reported_of_an_ended_duty_stays() -> None:
    duty = read_plans(mini_files()).plans[PLAN_ID].duties[0]
    left = {"duties": [one for one in _root()["duties"] if one["id"] != duty.id]}
    files = _amended({"what": f"duties/{duty.id}", "from": whole(duty)}, left)
    assert _errors(files) == []
    without = _amended({"what": "duties/tuyen-truyen"}, left)
    assert [one for one in _errors(without) if duty.id in one]


def test_what_was_reported_of_an_ended_indicator_stays() -> None:
    plan = read_plans(mini_files()).plans[PLAN_ID]
    gone = next(one for one in plan.indicators() if one.id == "on-dinh")
    root = _root()
    for objective in root["objectives"]:
        objective["indicators"] = [one for one in objective["indicators"] if one["id"] != gone.id]
    left = {"objectives": root["objectives"]}
    assert _errors(_amended({"what": "indicators/on-dinh", "from": whole(gone)}, left)) == []
    assert _errors(_amended({"what": "duties/tuyen-truyen"}, left))


def test_whoever_once_had_a_duty_may_have_reported_on_it() -> None:
    root = _root()
    duty = next(one for one in root["duties"] if one["id"] == "bao-cao")
    duty["assigned"] = ["huyen-uy"]
    left = {"duties": root["duties"]}
    told = {"what": "duties/bao-cao/assigned", "from": "cac-cong-doan-xa", "to": "huyen-uy"}
    untold = {"what": "duties/tuyen-truyen"}
    assert not [one for one in _told(_amended(told, left)) if "cd-a" in one]
    assert [one for one in _told(_amended(untold, left)) if "cd-a" in one]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (
            {"what": "targets/doi-thoai/2025", "from": "between 9 1", "to": "more_than 80"},
            "P142",
        ),
        ({"what": "plan/period/from", "from": "2040", "to": "2022"}, "P117"),
        (
            {
                "what": "indicators/doi-thoai-dung-han/within",
                "from": "doi-thoai-dung-han",
                "to": "doi-thoai",
            },
            "P151",
        ),
    ],
)
def test_what_could_never_have_been_is_told_at_the_amendment(
    change: dict[str, str], code: str
) -> None:
    found = pipeline.check(_amended(change, {})).findings
    assert [one.finding.where for one in found if one.finding.code == code] == [
        Node(f"plans/{PLAN_ID}.yml", ("amendments", 0, "changes", 0, "from"))
    ]


_DEEP = '{"id": ' + "[" * 200_000


@pytest.mark.parametrize(
    "said",
    [
        _DEEP,
        '{"id": "a", "clause": ' + '{"a": ' * 3_000 + "1" + "}" * 3_001,
        '{"id": "a", "id": "b"}',
        '{"id": "a", "task": "Việc\\u202ecũ"}',
        '{"id": "a", "task": "Việc\\ufdd0cũ"}',
        '{"id": "a", "task": "' + "a" * 1_000_000 + '"}',
    ],
)
def test_a_whole_that_hides_or_hangs_is_a_finding(said: str) -> None:
    told = _told(_amended({"what": "duties/a", "from": said}, {}))
    assert [one for one in told if one.startswith("P187")]
