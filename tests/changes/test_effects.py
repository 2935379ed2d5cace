"""Consequences: the arithmetic of a step, and each turn of a status told once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from site_builder import pipeline
from site_builder.changes.amounts import _said
from site_builder.model.base import Words
from tests.changes.repositories import FIGURES, OTHER, PLAN, Files, edited
from tests.sites.trees import DAY, mini_files

PEOPLE = Words(vi="đoàn viên", en="members")


@pytest.mark.parametrize(
    ("before", "after", "vi", "en"),
    [
        ("24000", "23000", "giảm 1.000 đoàn viên (−4,2 %)", "down by 1,000 members (−4.2%)"),
        ("24000", "24001", "tăng 1 đoàn viên (+0,004 %)", "up by 1 members (+0.004%)"),
        ("0", "5", "tăng 5 đoàn viên", "up by 5 members"),
        ("-10", "-5", "tăng 5 đoàn viên (+50 %)", "up by 5 members (+50%)"),
        ("2.5", "1.25", "giảm 1,25 đoàn viên (−50 %)", "down by 1.25 members (−50%)"),
    ],
)
def test_a_step_is_told_in_its_unit_and_in_per_cent(
    before: str, after: str, vi: str, en: str
) -> None:
    said = _said(Decimal(before), Decimal(after), PEOPLE)

    assert (said.vi, said.en) == (vi, en)


def test_a_share_moves_by_percentage_points() -> None:
    said = _said(Decimal("79.996"), Decimal(75), Words(vi="%"))

    assert said.vi == "giảm 5 điểm phần trăm"
    assert said.en == "down by 5 percentage points"


def _effects(base: Files, head: Files) -> dict[str, list[str]]:
    changes = pipeline.compare(base, head, DAY).changes
    return {change.what: [effect.vi for effect in change.effects] for change in changes}


def test_a_revised_figure_turns_the_status_that_hangs_on_it() -> None:
    head = edited(
        mini_files(),
        FIGURES,
        ("doi-thoai,ldld-vung,2025,,81,101", "doi-thoai,ldld-vung,2025,,80,101"),
    )

    assert _effects(mini_files(), head) == {
        "data/progress/doi-thoai/ldld-vung/2025": [
            "giảm 0,99 điểm phần trăm",
            "tình trạng năm 2025: Đạt → Không đạt",
        ]
    }


def test_a_status_is_told_once_where_several_changes_move_it() -> None:
    head = edited(
        mini_files(),
        PLAN,
        ("2023: {at_least: 60, clause: II.2", "2023: {at_least: 61, clause: II.2"),
        ("2025: {more_than: 80", "2025: {more_than: 79"),
    )
    head = edited(
        head, FIGURES, ("doi-thoai,ldld-vung,2022,,55,100", "doi-thoai,ldld-vung,2022,,56,100")
    )
    found = _effects(mini_files(), head)

    assert found["targets/doi-thoai/2023"][1:] == ["tình trạng: Đạt → Không đạt"]
    assert sum("→" in said for effects in found.values() for said in effects) == 1


def test_a_change_of_the_whole_plan_tells_what_it_moves_and_counts_the_rest() -> None:
    head = edited(mini_files(), PLAN, ("whole: ldld-vung", "whole: huyen-uy"))
    found = _effects(mini_files(), head)["plan/whole"]

    assert found[0].startswith("tình trạng Tổng số đoàn viên, năm 2023: Đạt → ")
    assert len(found) == 6
    assert found[-1].startswith("và ") and found[-1].endswith(" tình trạng khác đổi theo")


def test_what_only_words_change_has_no_consequence() -> None:
    head = edited(mini_files(), PLAN, ("task: Tổng kết kế hoạch", "task: Tổng kết"))

    assert _effects(mini_files(), head) == {"duties/tong-ket/task": []}


def test_numbers_of_different_units_are_not_subtracted() -> None:
    head = edited(
        mini_files(), OTHER, ("unit: đơn\n", "unit: vụ\n"), ("less_than: 10", "less_than: 5")
    )

    assert not [
        e for effects in _effects(mini_files(), head).values() for e in effects if "giảm" in e
    ]
