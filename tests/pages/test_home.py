from __future__ import annotations

from typing import Any

from site_builder.model.rows import ProgressRow
from site_builder.pages import home
from site_builder.terms.status import Status
from tests.pages import small
from tests.progress.make import plan, plan_state, row


def test_counts_are_those_of_the_plans() -> None:
    data = home.home_data(small.context())
    plan = small.context().snapshot.plans[small.PLAN]
    assert dict(data.counts) == dict(plan.target_counts)
    assert data.targets == sum(plan.target_counts.values()) == 4
    assert data.chart is not None and data.chart.counts == data.counts


def test_attention_names_the_missing_reports_and_their_debtors() -> None:
    (attention,) = home.home_data(small.context()).attention
    plan = small.context().snapshot.plans[small.PLAN]
    owed = [report for report in plan.reports if report.received is None]
    assert attention.reports_owed == len(owed) > 0
    assert attention.bodies_owing == len({report.agency for report in owed})


def test_attention_lists_only_grave_states() -> None:
    for attention in home.home_data(small.context()).attention:
        assert all(t.view.judgement.status in home.ATTENTION for t in attention.targets)
        assert all(d.judgement.status is Status.OVERDUE for d in attention.duties)


def test_the_last_data_say_when_and_from_whom() -> None:
    (card,) = home.home_data(small.context()).plans
    assert card.last is not None
    assert card.last.reported_on is not None and card.last.reported_on.text == "2023-01-15"


def test_a_plan_hangs_below_what_it_carries_out() -> None:
    (tree,) = home.home_data(small.context()).trees
    assert tree.line.id == "02-nq-tw"
    assert [branch.line.plan_path for branch in tree.below] == [f"plans/{small.PLAN}/"]


def test_an_empty_repository_has_a_home_all_the_same() -> None:
    data = home.home_data(small.empty_context())
    assert (data.targets, data.chart, data.attention, data.plans) == (0, None, (), ())


def _shown(flow: dict[str, Any], as_of: str, *rows: ProgressRow) -> list[tuple[Any, Status]]:
    one = plan_state(plan(flow), as_of, progress=rows)
    state = one.indicators[0]
    return [
        (home._judged_value(state, target), target.judgement.status) for target in state.targets
    ]


def test_a_failed_year_is_shown_with_its_own_figure() -> None:
    flow = {"measures": "flow", "targets": {"2023": {"at_least": 25, "each": "year"}}}
    rows = (row("2022", 29), row("2023", 22, record=1), row("2024", 27, record=2))
    ((seen, status),) = _shown(flow, "2025-06-01", *rows)
    assert status is Status.NOT_MET
    assert (seen.period.text, seen.value) == ("2023", 22)
