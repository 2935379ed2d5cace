from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from site_builder.model.base import Unknown, Words
from site_builder.model.duty import OPEN_LIST, ROLE_WORDS, Duty, Timing
from site_builder.model.indicator import COMPARISONS, Indicator, Target
from site_builder.model.plan import Plan
from site_builder.model.rows import (
    ASSESSMENT_COLUMNS,
    COLUMN_WORDS,
    DUTY_COLUMNS,
    PROGRESS_COLUMNS,
    REPORT_COLUMNS,
)
from site_builder.terms.period import Period


def _kinds(fault: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    return [error["type"] for error in fault.value.errors()]


def _target(**said: Any) -> Target:
    return Target.model_validate({"clause": "II.1", **said})


EXAMPLES: dict[str, Any] = {
    "between": ["1", "2"],
    "in_words": "hầu hết",
    "done": "true",
}


@pytest.mark.parametrize("comparison", COMPARISONS)
def test_each_comparison_can_be_said_alone(comparison: str) -> None:
    target = _target(**{comparison: EXAMPLES.get(comparison, "25")})

    assert target.comparison == comparison


@pytest.mark.parametrize("said", [{}, {"about": "1", "at_least": "2"}, {"done": "false"}])
def test_a_target_makes_exactly_one_comparison(said: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as fault:
        _target(**said)

    assert _kinds(fault) == ["one_comparison"]


def test_a_target_of_zero_is_a_target() -> None:
    assert _target(at_most="0").value == Decimal(0)


def test_a_number_keeps_its_digits_and_a_word_never_becomes_a_number() -> None:
    assert _target(at_least="45.10").value == Decimal("45.10")
    assert _target(in_words="hầu hết").value is None
    assert _target(between=["10", "20"]).value == Decimal(10)


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ("at_least", "22.000", "number"),
        ("at_least", "1e3", "number"),
        ("done", "yes", "flag"),
        ("clause", "II.1-x", "clause"),
        ("first", "Q4/2022", "period"),
    ],
)
def test_a_surprise_is_refused_by_the_type_of_the_field(field: str, text: str, kind: str) -> None:
    with pytest.raises(ValidationError) as fault:
        _target(**{"at_least": "1", field: text})

    assert kind in _kinds(fault)


def test_targets_stand_in_order_of_time_and_the_undated_ones_apart() -> None:
    indicator = Indicator.model_validate(
        {
            "id": "i",
            "name": "Số đoàn viên",
            "measures": "stock",
            "unit": "đoàn viên",
            "targets": {
                "2030": {"bare": "3", "clause": "I"},
                "undated": {"bare": "9", "clause": "I"},
                "2023-Q4": {"bare": "1", "clause": "I"},
                "2025": {"bare": "2", "clause": "I"},
            },
        }
    )

    assert [period.text for period, _ in indicator.dated_targets()] == ["2023-Q4", "2025", "2030"]


def test_models_are_frozen_and_closed() -> None:
    target = _target(bare="1")
    with pytest.raises(ValidationError):
        target.bare = Decimal(2)  # type: ignore[misc]
    with pytest.raises(ValidationError) as fault:
        _target(bare="1", claus="I")

    assert _kinds(fault) == ["extra_forbidden"]


def test_roles_come_in_the_published_order_and_an_open_list_names_nobody() -> None:
    duty = Duty.model_validate(
        {
            "id": "d", "clause": "IV.4", "task": "Làm", "receives": ["r"], "with": ["b", "..."],
            "lead": ["a"],
        }
    )  # fmt: skip

    assert list(duty.assignments()) == [("lead", "a"), ("with", "b"), ("receives", "r")]
    assert duty.is_open("with")
    assert not duty.is_open("lead")
    assert duty.members("with")[-1] == OPEN_LIST


def test_every_role_is_a_key_of_a_duty() -> None:
    keys = {field.alias or name for name, field in Duty.model_fields.items()}

    assert set(ROLE_WORDS) <= keys


def test_a_time_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValidationError) as fault:
        Timing.model_validate({"wording": "sớm"})

    assert _kinds(fault) == ["timing_empty"]


def test_an_unknown_date_keeps_its_bounds() -> None:
    unknown = Unknown.model_validate({"unknown": "mất đầu trang", "not_before": "2021-09-06"})

    assert isinstance(unknown.not_before, Period)
    assert unknown.not_after is None


def test_a_wording_falls_back_to_vietnamese_and_says_so() -> None:
    words = Words(vi="Chỉ tiêu", en=None)

    assert (words.of("en"), words.lang("en")) == ("Chỉ tiêu", "vi")
    assert Words(vi="Chỉ tiêu", en="Targets").of("en") == "Targets"


def test_every_column_of_every_table_has_its_words() -> None:
    columns = {*PROGRESS_COLUMNS, *DUTY_COLUMNS, *REPORT_COLUMNS, *ASSESSMENT_COLUMNS, "corrects"}

    assert columns == set(COLUMN_WORDS)


@pytest.mark.parametrize("model", [Plan, Indicator, Target, Duty, Timing])
def test_every_key_of_the_plan_language_is_described(model: type[Plan]) -> None:
    schema = model.model_json_schema()["properties"]
    bare = {name for name, said in schema.items() if "description" not in str(said)}

    assert bare <= {"id", "signed_by", "clause"}, "these inherit the words of their type"
