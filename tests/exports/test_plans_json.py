from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

from site_builder.exports import plans_json
from site_builder.model.agency import Agency
from site_builder.model.indicator import Allocation, Target
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.progress.build import take_snapshot

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
