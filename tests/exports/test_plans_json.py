from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from site_builder.exports import plans_json
from site_builder.model.agency import Agency
from site_builder.model.indicator import Allocation, Target
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot
from tests.progress import make

PLAN = {
    "kind": "Kế hoạch",
    "number": {"unknown": "Bản quét mất đầu trang", "not_before": "2021-09-06"},
    "title": "Thực hiện",
    "system": "party",
    "issuer": "a",
    "issued": "2021-10-15",
    "place": "Lai Châu",
    "territory": "Lai Châu",
    "signed_by": {"name": "Nguyễn Văn A", "position": "Bí thư"},
    "period": {"from": "2021", "to": "2023-Q4"},
    "whole": "a",
    "document": "d",
    "outline": [{"clause": "I", "heading": "MỤC TIÊU"}],
    "duties": [{"id": "n", "clause": "I-1", "task": "Làm", "lead": ["a"], "with": ["a", "…"]}],
}


def _written() -> dict[str, object]:
    plan = Plan.model_validate(PLAN)
    agency = Agency.model_validate({"name": {"vi": "Cơ quan", "en": "Body"}})
    repository = Repository(agencies={"a": agency}, plans={"x/p": plan})
    content: dict[str, object] = json.loads(
        plans_json.write(take_snapshot(repository, dt.date(2026, 1, 1)))
    )
    return content


def test_field_names_are_those_of_the_yaml_and_absent_keys_stay_absent() -> None:
    plan = _written()["plans"]["x/p"]  # type: ignore[index]

    assert plan["period"] == {"from": "2021", "to": "2023-Q4"}
    assert plan["duties"][0]["with"] == ["a", "…"]
    assert plan["number"] == {
        "unknown": {"vi": "Bản quét mất đầu trang"},
        "not_before": "2021-09-06",
    }
    assert "note" not in plan
    assert "supervise" not in plan["duties"][0]


def test_what_is_written_reads_back_as_the_same_plan() -> None:
    plan = _written()["plans"]["x/p"]  # type: ignore[index]

    assert Plan.model_validate(plan) == Plan.model_validate(PLAN)


def test_numbers_have_no_binary_noise_and_a_blank_share_is_null() -> None:
    target = Target.model_validate({"at_least": "45.1", "clause": "I"})
    shares = Allocation.model_validate(
        {"clause": "PL", "period": "2023", "shares": {"a": "100", "b": None}}
    )

    assert plans_json.plain(target) == {"at_least": 45.1, "clause": "I"}
    assert plans_json.plain(shares)["shares"] == {"a": 100, "b": None}
    assert plans_json.number(Decimal("0.1")) == 0.1


PARTS = [
    {"document": "nq-1", "clause": "2", "from": "2022-03-01", "parts": ["duties/a"]},
    {
        "document": "nq-2",
        "from": "2023-01-01",
        "parts": ["duties/b", "targets/chi-so/2023", "indicators/khac"],
    },
]


def _parted(as_of: str, **fields: Any) -> dict[str, Any]:
    one = make.plan(
        {"targets": {"2023": {"about": 5}, "2025": {"about": 9}}},
        duties=[{"id": name, "lead": ["x"], "when": {"ongoing": True}} for name in "abc"],
        **{"superseded": PARTS, **fields},
    )
    (objective,) = one.objectives
    other = objective.indicators[0].model_copy(update={"id": "khac"})
    objective = objective.model_copy(update={"indicators": (*objective.indicators, other)})
    one = one.model_copy(update={"objectives": (objective,)})
    documents = {
        name: {"kind": "Nghị quyết", "issued": day}
        for name, day in (("nq-1", "2022-02-01"), ("nq-2", "2022-12-01"))
    }
    known = make.snapshot(one, as_of, agencies={"x": {"name": "X"}}, documents=documents)
    content: dict[str, Any] = json.loads(plans_json.write(known))
    written = content["plans"][make.PLAN]
    assert Plan.model_validate(written) == known.plans[make.PLAN].plan
    assert [duty["id"] for duty in written["duties"]] == ["a", "b", "c"]
    return content


def test_what_no_longer_holds_is_listed_with_its_day_and_document() -> None:
    first = {"from": "2022-03-01", "document": "nq-1", "clause": "2"}
    second = {"from": "2023-01-01", "document": "nq-2"}
    assert _parted("2022-02-28")["ended"] == {}
    # The second document is known by then and not in force.
    assert _parted("2022-12-31")["ended"] == {make.PLAN: {"duties/a": first}}
    assert _parted("2023-01-01")["ended"] == {
        make.PLAN: {
            "targets/chi-so/2023": second,
            "indicators/khac": second,
            "targets/khac/2023": second,
            "targets/khac/2025": second,
            "duties/a": first,
            "duties/b": second,
        }
    }


def test_of_a_plan_whose_printed_period_is_over_no_document_is_told() -> None:
    ended = _parted("2026-01-01", period={"from": "2021", "to": "2025"})["ended"][make.PLAN]
    over = {"from": "2026-01-01"}
    assert (ended["plan"], ended["duties/c"]) == (over, over)
    assert ended["duties/a"]["document"] == "nq-1"
    whole = [{"document": "nq-2", "from": "2024-01-01"}]
    replaced = _parted("2026-01-01", superseded=whole)["ended"][make.PLAN]
    assert replaced["plan"] == replaced["duties/c"] == {"from": "2024-01-01", "document": "nq-2"}
