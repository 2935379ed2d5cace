"""Going back: what two states of a plan say differently, undone, gives the earlier one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from site_builder.model.plan import Plan
from site_builder.model.reporting import Cutoffs
from site_builder.model.setting import set_key
from site_builder.model.standing import with_values
from site_builder.model.tree import CannotSetError, plain
from site_builder.shell.files import read_repository
from site_builder.sources.plans import read_plans
from tests.changes import mutations
from tests.changes.repositories import PLAN, rich_files
from tests.conftest import ROOT
from tests.model.edits import plan_of, plans, rich_root, said, sound, undoing


@settings(max_examples=150, deadline=None)
@given(plans(), plans())
def test_what_differs_undone_gives_the_earlier_plan(old: Plan, new: Plan) -> None:
    assert said(with_values(new, undoing(old, new))) == said(old)


@pytest.mark.parametrize("part", range(4))
def test_every_single_edit_can_be_undone(part: int) -> None:
    """Whatever is taken out of the plan or written otherwise, there and back."""
    whole = plan_of(rich_root())
    assert whole is not None
    undone = 0
    for place in list(mutations.paths(rich_root()))[part::8]:
        value = mutations.at(rich_root(), place)
        edits = [mutations.without(rich_root(), place)]
        if isinstance(value, str):
            edits += [
                mutations.replaced(rich_root(), place, one) for one in mutations.variants(value)
            ]
        for edit in edits:
            other = plan_of(edit)
            if other is None or other == whole or not sound(other):
                continue
            assert said(with_values(other, undoing(whole, other))) == said(whole), place
            assert said(with_values(whole, undoing(other, whole))) == said(other), place
            undone += 1
    assert undone > 50


def test_cut_offs_come_and_go() -> None:
    plan = plan_of(rich_root())
    assert plan is not None
    cutoff = {"half_year": {"closes_on": 14, "due_after": 10, "note": "Quy ước"}}
    declared = plan.model_copy(update={"reporting": Cutoffs.model_validate(cutoff)})
    assert said(with_values(declared, undoing(plan, declared))) == said(plan)
    assert said(with_values(plan, undoing(declared, plan))) == said(declared)


def test_a_plan_of_the_repository_can_be_taken_apart_and_stays_what_it_is() -> None:
    for plan in read_plans(read_repository(ROOT)).plans.values():
        again = Plan.model_validate(plain(plan), by_name=False, by_alias=True)
        assert again == plan


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("targets/khong-co/2025", "about 1"),
        ("targets/tong-doan-vien/2025", "khoảng 5000"),
        ("targets/tong-doan-vien/2025/unit/en", "members"),
        ("duties/khong-co/due", "2024"),
        ("duties/khong-co", '{"id": "khac"}'),
        ("duties/tuyen-truyen/bodies/huyen-uy", "lead"),
        ("indicators/tong-doan-vien/objective", "khong-co"),
        ("indicators/tong-doan-vien/id", None),
        ("allocations/tong-doan-vien/cd-a", "1.000"),
        ("khong-co/gi", "1"),
        ("plan/khong-co", "1"),
        ("indicators/cdcs/breaks/2020-01-01/targets_hold", "true"),
    ],
)
def test_what_cannot_be_is_left_alone(key: str, value: str | None) -> None:
    plan = plan_of(rich_root())
    assert plan is not None
    with pytest.raises(CannotSetError):
        set_key(plain(plan), key, value)
    assert with_values(plan, {key: value}) == plan


def test_one_impossible_value_does_not_keep_the_others_from_being_undone() -> None:
    plan = plan_of(rich_root())
    assert plan is not None
    values = {"targets/tong-doan-vien/2025": "at_least 1", "plan/issuer": "KHÔNG PHẢI MÃ!"}
    values["duties/tuyen-truyen"] = '{"id": "tuyen-truyen", "clause": "?"}'
    back = with_values(plan, values)

    assert said(back)["targets/tong-doan-vien/2025"] == "at_least 1"
    assert back.issuer == plan.issuer
    assert back.duties == plan.duties


def test_a_renamed_indicator_gets_its_old_id_back_wherever_it_is_mentioned() -> None:
    plan = plan_of(rich_root())
    assert plan is not None
    text = rich_files()[PLAN].decode().replace("tong-doan-vien", "doan-vien-moi")
    new = text.replace(
        "      - id: doan-vien-moi\n",
        "      - id: doan-vien-moi\n        formerly: [tong-doan-vien]\n",
    )
    renamed = plan_of(mutations.parsed(new.encode()))
    assert renamed is not None
    values = {"indicators/doan-vien-moi/id": "tong-doan-vien"}

    assert said(with_values(renamed, values)) == said(plan)


def test_what_a_step_does_not_touch_is_not_made_anew() -> None:
    """However many steps there are, each costs no more than what it changes."""
    plan = plan_of(rich_root())
    assert plan is not None
    values = {"targets/tong-doan-vien/2025": "at_least 1", "duties/tuyen-truyen/task": "Việc khác"}
    back = with_values(plan, values)

    others = [one for one in plan.indicators() if one.id != "tong-doan-vien"]
    others_back = [one for one in back.indicators() if one.id != "tong-doan-vien"]
    assert all(a is b for a, b in zip(others, others_back, strict=True))
    same = [a is b for a, b in zip(plan.duties, back.duties, strict=True)]
    assert same.count(False) == 1
    assert said(back)["duties/tuyen-truyen/task"] == "Việc khác"
