from __future__ import annotations

import copy
from dataclasses import replace
from decimal import Decimal
from typing import Any

from site_builder.model.plan import Plan
from site_builder.pages import compare
from site_builder.pages.compare import CompareData, compare_data
from site_builder.progress.build import take_snapshot
from tests.pages import aging, small
from tests.progress import make

OTHER = "tinh-y/ke-hoach"


def data(*changes: dict[str, Any]) -> CompareData:
    """Two plans alike but for the `changes` made to the indicators of the second, in order."""
    plan = copy.deepcopy(small.PLAN_FILE)
    second = copy.deepcopy(small.PLAN_FILE) | {"number": "10/KH-Y", "issuer": "huyen-dong"}
    indicators = second["objectives"][0]["indicators"]
    for indicator, change in zip(indicators, changes, strict=False):
        indicator.update(change)
    plans = {small.PLAN: Plan.model_validate(plan), OTHER: Plan.model_validate(second)}
    return compare_data(take_snapshot(replace(small.repository(), plans=plans), small.AS_OF))


def test_the_same_id_unit_and_measure_stand_side_by_side() -> None:
    found = data().compared
    assert [one.name.vi for one in found] == [
        "Số đoàn viên kết nạp",
        "Tỷ lệ ký thỏa ước",
        "Số đoàn viên hiện có",
    ]
    first, second = found[0].lines
    assert (first.path, second.path) == (
        f"plans/{small.PLAN}/indicators/ket-nap/",
        f"plans/{OTHER}/indicators/ket-nap/",
    )
    assert (second.plan.vi, second.issuer.name.vi) == ("10/KH-Y", "Huyện Đông")
    assert [column.words.vi for column in found[0].columns] == ["2023", "2025"]


def test_another_unit_or_measure_stands_apart_and_is_named() -> None:
    found = data({"measures": "flow"}, {"unit": "điểm"}).compared
    assert [one.anchor for one in found] == ["so-hien-co"]
    (one,) = found
    assert one.apart == ()


def test_what_cannot_be_compared_is_named_beside_what_can() -> None:
    plans = {}
    for name, measures in (("a", "cumulative"), ("b", "cumulative"), ("c", "flow")):
        given = copy.deepcopy(small.PLAN_FILE)
        given["objectives"][0]["indicators"] = [
            {"id": "ket-nap", "name": "Kết nạp", "measures": measures, "unit": "người"}
        ]
        given["duties"], given["remarks"] = [], []
        plans[name] = Plan.model_validate(given)
    found = compare_data(
        take_snapshot(replace(small.repository(), plans=plans, progress=()), small.AS_OF)
    )
    (one,) = found.compared
    assert [line.plan_path for line in one.lines] == ["plans/a/", "plans/b/"]
    (apart,) = one.apart
    assert (apart.path, apart.measure.vi) == (
        "plans/c/indicators/ket-nap/",
        "số của riêng từng kỳ",
    )


def test_dates_for_which_plans_ask_different_things_are_marked() -> None:
    changed = {"targets": {"2025": {"at_least": "121", "clause": "II.1-1"}, "2023": {"bare": "60",
               "clause": "II.9", "wording": "đạt"}}}  # fmt: skip
    found = data(changed).compared[0]
    assert [(column.words.vi, column.differs) for column in found.columns] == [
        ("2023", False),
        ("2025", True),
    ]


def test_one_plan_alone_does_not_differ() -> None:
    found = data({"targets": {"2025": {"at_least": "120", "clause": "II.1-1"}}}).compared[0]
    assert not any(column.differs for column in found.columns)
    assert found.lines[1].targets[0] == ()


def test_populations_that_differ_are_told() -> None:
    same = data().compared[0]
    assert not same.populations_differ and same.population is None
    differing = data({"population": "toàn tỉnh"}).compared[0]
    assert differing.populations_differ and differing.population is None
    views = [view for line in differing.lines for cell in line.targets for view in cell]
    assert {view.population.vi if view.population else None for view in views} == {
        None,
        "toàn tỉnh",
    }


def test_a_name_of_its_own_is_kept() -> None:
    found = data({"name": "Kết nạp mới"}).compared[0]
    first, second = found.lines
    assert first.name is None
    assert second.name is not None and second.name.vi == "Kết nạp mới"


def test_figures_of_one_plan_are_not_lent_to_another() -> None:
    first, second = data().compared[0].lines
    assert first.latest is not None and first.latest.value == 30
    assert second.latest is None


def test_what_is_judged_in_words_has_no_unit() -> None:
    change = {"measures": "assessment", "targets": {"2025": {"in_words": "tốt", "clause": "II"}}}
    plan = copy.deepcopy(small.PLAN_FILE)
    plan["objectives"][0]["indicators"] = [
        {"id": "on-dinh", "name": "Ổn định", "unit": "lời", **change}
    ]
    plan["duties"], plan["remarks"] = [], []
    plans = {name: Plan.model_validate(plan) for name in ("a", "b")}
    found = compare_data(
        take_snapshot(replace(small.repository(), plans=plans, progress=()), small.AS_OF)
    )
    assert found.compared[0].unit is None
    assert not found.compared[0].columns[0].differs


def test_bodies_stand_in_the_order_of_the_printed_table() -> None:
    (shared,) = compare_data(small.context().snapshot).shared
    printed = small.INDICATORS[0]["allocation"]["shares"]
    assert [line.body.path for line in shared.bodies] == [f"agencies/{body}/" for body in printed]
    assert (shared.anchor, shared.period.text) == ("giao-tinh-x-ke-hoach-ket-nap", "2023")


def test_a_part_of_a_share_is_a_percentage_and_blanks_stay_blank() -> None:
    (shared,) = compare_data(small.context().snapshot).shared
    first, second = shared.bodies
    assert [first.share, first.actual, first.done] == [60, 28, Decimal("46.6667")]
    assert first.state == "illustrative" and shared.illustrative
    assert {second.share, second.actual, second.done, second.period} == {None}


def test_one_period_of_all_figures_is_told_once() -> None:
    (shared,) = compare_data(small.context().snapshot).shared
    assert shared.seen is not None and shared.seen.text == "2022-Q4"
    more = (*small.ROWS, small.row("ket-nap", "huyen-an", "2022-Q3", value=3))
    given = take_snapshot(replace(small.repository(), progress=more), small.AS_OF)
    (shared,) = compare_data(given).shared
    assert shared.seen is None
    assert [line.period.text for line in shared.bodies if line.period] == ["2022-Q4", "2022-Q3"]


def test_a_share_of_zero_has_no_percentage() -> None:
    plan = copy.deepcopy(small.PLAN_FILE)
    allocation = plan["objectives"][0]["indicators"][0]["allocation"]
    allocation["shares"] = {"huyen-dong": "0"}
    plans = {small.PLAN: Plan.model_validate(plan)}
    given = take_snapshot(replace(small.repository(), plans=plans), small.AS_OF)
    (shared,) = compare_data(given).shared
    assert shared.bodies[0].done is None


def test_an_empty_repository_compares_nothing() -> None:
    (page,) = compare.pages(small.empty_context())
    assert page.data == CompareData((), (), False)
    assert not page.illustrative


def _told_by_two_plans(first: int, second: int) -> CompareData:
    plans, rows = {}, []
    for number, (name, value) in enumerate((("a", first), ("b", second))):
        given = copy.deepcopy(small.PLAN_FILE)
        given["objectives"][0]["indicators"] = [
            {"id": "ket-nap", "name": "Kết nạp", "measures": "stock", "unit": "người"}
        ]
        given["duties"], given["remarks"] = [], []
        plans[name] = Plan.model_validate(given)
        rows.append(
            make.row("2022", value, plan=name, agency="tinh", indicator="ket-nap", record=number)
        )
    told = replace(small.repository(), plans=plans, progress=tuple(rows))
    return compare_data(take_snapshot(told, small.AS_OF))


def test_one_body_that_tells_two_plans_different_figures_is_said_plainly() -> None:
    (one,) = _told_by_two_plans(40, 41).compared
    assert one.clashes is not None and one.clashes.count == 1
    (clash,) = one.clashes.shown
    assert (clash.body.path, clash.period.text) == ("agencies/tinh/", "2022")
    assert [(v.path, v.seen.value) for v in clash.versions] == [
        ("plans/a/indicators/ket-nap/", Decimal(40)),
        ("plans/b/indicators/ket-nap/", Decimal(41)),
    ]
    (agreed,) = _told_by_two_plans(40, 40).compared
    assert agreed.clashes is None


def test_a_plan_that_a_document_ended_is_marked() -> None:
    (found,) = compare_data(aging.context(aging.AFTER).snapshot).compared
    old, new = found.lines
    assert old.ended is not None and old.ended.by is not None
    assert old.ended.by.path == "documents/kh-moi/"
    assert new.ended is None
    before = compare_data(aging.context(aging.BETWEEN).snapshot).compared[0]
    assert before.lines[0].ended is None


def test_figures_of_a_broken_series_contradict_none_of_another() -> None:
    (found,) = compare_data(aging.context(aging.AFTER).snapshot).compared
    assert found.clashes is not None
    # In 2022 both count the same; from 2023 on only one of them counts honorary members.
    assert [clash.period.text for clash in found.clashes.shown] == ["2022"]
    note = "chuỗi số liệu ngắt từ 01/01/2023: số trước và sau không so với nhau"
    assert note in [said.vi for said in found.lines[1].notes]
    assert note not in [said.vi for said in found.lines[0].notes]


def test_labels_of_one_date_stand_in_one_column() -> None:
    (found,) = compare_data(aging.context(aging.AFTER).snapshot).compared
    assert [column.words.vi for column in found.columns] == ["2020", "2022", "2025", "2030"]
    assert [len(cell) for cell in found.lines[1].targets] == [0, 1, 2, 0]


def test_no_part_of_a_share_is_told_across_a_break() -> None:
    broken = {"breaks": [{"from": "2022-10-01", "why": "Đếm cả huyện mới."}]}
    plain = data().shared[0].bodies[0]
    assert plain.actual is not None and plain.done is not None
    parted = data(broken).shared[1].bodies[0]
    assert parted.actual is None and parted.done is None
