"""An older version keeps everything that no amendment names, by whatever document it stands now."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.canonical import whole
from site_builder.model.indicator import Break, Target
from site_builder.model.plan import Plan
from site_builder.progress.standing import as_known
from tests.progress import make

FIRST, LATER = "2022-03-01", "2024-03-01"
DOCUMENTS = {
    "sua-1": {"kind": "Kế hoạch", "number": "1/KH", "issued": FIRST},
    "sua-2": {"kind": "Kế hoạch", "number": "2/KH", "issued": LATER},
}


def _known(plan: Plan, day: str) -> Plan:
    given = make.repository(plan, documents=DOCUMENTS)
    return as_known(given, dt.date.fromisoformat(day)).plans[make.PLAN]


def _amended(document: str, *changes: dict[str, str]) -> dict[str, Any]:
    return {"document": document, "changes": list(changes)}


def _targets(plan: Plan) -> dict[str, Target]:
    return dict(next(plan.indicators()).targets)


def test_a_target_that_a_later_document_changed_stays_what_it_was() -> None:
    fields = {
        "at_least": 400, "authority": "sua-2", "relative": {"as": "increase_by", "to": "2020"},
        "of": {"sex": "nu"}, "population": "Nữ", "unit": "người", "wording": "ít nhất",
    }  # fmt: skip
    change = {"what": "targets/chi-so/2025", "from": "at_least 460", "to": "at_least 400"}
    plan = make.plan({"targets": {"2025": fields}}, amendments=[_amended("sua-2", change)])
    before, after = (_targets(_known(plan, day))["2025"] for day in (FIRST, LATER))

    assert after == _targets(plan)["2025"]
    assert before.authority is None
    assert before.model_copy(update={"authority": "sua-2"}) == after.model_copy(
        update={"at_least": before.at_least}
    )
    assert before.at_least == 460


def test_a_target_that_a_later_document_added_is_not_there() -> None:
    target = {"at_least": 400, "authority": "sua-2"}
    change = {"what": "targets/chi-so/2025", "to": "at_least 400"}
    targets = {"2023": {"at_least": 1}, "2025": target}
    plan = make.plan({"targets": targets}, amendments=[_amended("sua-2", change)])
    assert list(_targets(_known(plan, FIRST))) == ["2023"]
    assert list(_targets(_known(plan, LATER))) == ["2023", "2025"]


def test_a_cut_off_that_a_later_document_moved_keeps_the_rest() -> None:
    cutoff = {"closes_on": 14, "due_after": 20, "document": "sua-2", "wording": "ngày 14"}
    change = {"what": "plan/reporting/half_year/closes_on", "from": "10", "to": "14"}
    plan = make.plan(reporting={"half_year": cutoff}, amendments=[_amended("sua-2", change)])
    before, after = (_known(plan, day).reporting.half_year for day in (FIRST, LATER))
    assert before is not None and after is not None
    assert (before.closes_on, before.due_after, before.document) == (10, 20, None)
    assert after == plan.reporting.half_year


def test_a_break_that_a_later_document_words_otherwise_keeps_the_rest() -> None:
    now = {"from": "2022-01-01", "why": "B", "targets_hold": "true", "document": "sua-2"}
    was = Break.model_validate({"from": "2022-01-01", "why": "A"})
    change = {
        "what": "indicators/chi-so/breaks/2022-01-01", "from": whole(was),
        "to": whole(Break.model_validate({**now, "targets_hold": "false"})),
    }  # fmt: skip
    plan = make.plan({"breaks": [now]}, amendments=[_amended("sua-2", change)])
    (before,), (after,) = (next(_known(plan, d).indicators()).breaks for d in (FIRST, LATER))
    assert (before.why.vi, before.document, before.targets_hold) == ("A", None, True)
    assert after == next(plan.indicators()).breaks[0]


def test_the_base_of_a_new_series_has_no_value_before_its_period_is_over() -> None:
    one = {"from": "2022-01-01", "why": "A", "baseline": {"period": "2022", "value": 5}}
    plan = make.plan({"breaks": [one]})
    during, after = (
        next(_known(plan, day).indicators()).breaks[0].baseline
        for day in ("2022-12-30", "2022-12-31")
    )
    assert during is not None and after is not None
    assert during.period.text == "2022"
    assert during.value is None
    assert after.value == 5


def test_a_duty_that_ended_and_came_back_is_what_it_was_each_time() -> None:
    """What was said of it in its second life says nothing of its first."""
    first = make.plan(duties=[{"lead": ["a"], "when": {"due": "2025"}}]).duties[0]
    plan = make.plan(
        duties=[{"lead": ["a"], "when": {"due": "2029"}}],
        amendments=[
            _amended("sua-1", {"what": "duties/viec", "from": whole(first)}),
            {**_amended("sua-1", {"what": "duties/viec"}), "in_force": "2023-01-01"},
            _amended("sua-2", {"what": "duties/viec/due", "from": "2027", "to": "2029"}),
        ],
    )
    known = as_known(make.repository(plan, documents=DOCUMENTS), dt.date(2025, 1, 1))
    assert known.plans[make.PLAN].duties == plan.duties
    due = {}
    for day in ("2022-01-01", "2023-06-01", LATER):
        when = _known(plan, day).duties[0].when
        due[day] = None if when is None else str(when.due)
    assert due == {"2022-01-01": "2025", "2023-06-01": "2027", LATER: "2029"}


YEARS = ("2023", "2024", "2025")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(YEARS), st.integers(1, 99)), min_size=1, max_size=12))
def test_each_version_says_what_the_amendments_up_to_it_made(steps: list[tuple[str, int]]) -> None:
    """However many amendments of however many things, in force day after day."""
    said = dict.fromkeys(YEARS, 0)
    history, amendments = [dict(said)], []
    for i, (year, value) in enumerate(steps):
        change = {
            "what": f"targets/chi-so/{year}", "from": f"about {said[year]}", "to": f"about {value}",
        }  # fmt: skip
        day = dt.date(2022, 4, 1) + dt.timedelta(days=i)
        amendments.append({**_amended("sua-1", change), "in_force": day.isoformat()})
        said[year] = value
        history.append(dict(said))
    targets = {year: {"about": value} for year, value in said.items()}
    plan = make.plan({"targets": targets}, amendments=amendments)
    stands = make.plan_state(plan, "2023-01-01", documents=DOCUMENTS).stands
    found = [{key: one.about for key, one in _targets(stand.plan).items()} for stand in stands]
    assert found == history
