"""What time did to a plan, as its page says it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from site_builder.pages import plan
from site_builder.pages.plan import PlanData
from site_builder.pages.plan_outline import walk
from site_builder.pages.view_duty import DutyView
from site_builder.terms.text import LANGS, Lang
from tests.pages import aging
from tests.pages.aging import AFTER, BEFORE, BETWEEN, NEW, OLD
from tests.pages.rendered import html, text


def data(plan_id: str, as_of: str) -> PlanData:
    context = aging.context(as_of)
    return plan.plan_data(context, context.snapshot.plans[plan_id])


def markup(plan_id: str, as_of: str, lang: Lang = "vi") -> str:
    context = aging.context(as_of)
    return html(plan.page(context, plan_id, context.snapshot.plans[plan_id]), context, lang)


def head(plan_id: str, as_of: str, lang: Lang = "vi") -> str:
    """What stands between the title and the facts of the document."""
    return text(markup(plan_id, as_of, lang).partition("</h1>")[2].partition("<dl")[0])


def duty(as_of: str, name: str) -> DutyView:
    views = [d for clause in walk(data(NEW, as_of).clauses) for d in clause.duties]
    return next(view for view in views if view.anchor == f"nhiem-vu-{name}")


def test_the_head_says_which_version_is_shown_and_what_is_decided() -> None:
    # Decided on 10 May and in force from July: on 15 June it is known and not in force.
    assert head(NEW, BEFORE).startswith(
        "Đã quyết định, chưa có hiệu lực: mục 2 Kế hoạch số 11/KH , từ ngày 01/7/2022"
    )
    between = head(NEW, BETWEEN)
    assert "Đã sửa đổi, bổ sung 1 lần (mục 2 Kế hoạch số 11/KH )" in between
    assert "bản đang hiển thị có hiệu lực từ ngày 01/7/2022" in between
    assert "Đã quyết định, chưa có hiệu lực: Kế hoạch số 12/KH , từ ngày 01/3/2024" in between
    after = head(NEW, AFTER)
    assert "Đã sửa đổi, bổ sung 2 lần" in after and "từ ngày 01/3/2024" in after
    assert "Amended 2 times" in head(NEW, AFTER, "en")


def test_nothing_is_known_before_its_document() -> None:
    assert head(NEW, "2022-05-09") == "Thay thế Kế hoạch số 01/KH từ ngày 01/01/2024."
    assert data(NEW, "2022-05-09").times.amended == data(NEW, "2022-05-09").times.coming == ()


def test_a_replaced_plan_and_the_one_that_replaced_it_lead_to_each_other() -> None:
    coming, over = head(OLD, BETWEEN), head(OLD, AFTER)
    assert "Sẽ được thay thế bởi Kế hoạch số 02/KH , mục V, từ ngày 01/01/2024" in coming
    assert "Đã được thay thế bởi Kế hoạch số 02/KH , mục V, từ ngày 01/01/2024" in over
    assert f'href="../../../plans/{NEW}/"' in markup(OLD, AFTER)
    assert f'href="../../../plans/{OLD}/"' in markup(NEW, AFTER)


def test_of_a_plan_that_ended_in_part_the_parts_are_named() -> None:
    (part, whole) = data(OLD, BETWEEN).times.superseded
    assert [said.subject.vi for said in part.parts] == ["Việc cũ"]
    assert part.parts[0].path == f"plans/{OLD}/#nhiem-vu-viec"
    assert not part.replaced and not part.coming
    assert whole.parts == () and whole.coming
    assert "Một phần đã hết hiệu lực theo Kế hoạch số 11/KH , mục 4, từ ngày 01/6/2022" in head(
        OLD, BETWEEN
    )


def test_a_changed_target_shows_what_it_said_first() -> None:
    def cell(as_of: str) -> tuple[str, str | None]:
        (line,) = data(NEW, as_of).targets.groups[0].lines
        view = line.targets[1][0]
        return view.brief.vi, view.original.vi if view.original else None

    assert cell(BEFORE) == ("khoảng 100", None)
    assert cell(BETWEEN) == ("khoảng 90", "khoảng 100")
    assert cell(AFTER) == ("khoảng 80", "khoảng 100")
    assert 'indicators/so/#moc-2025">lịch sử</a>' in markup(NEW, AFTER)


def test_targets_of_one_year_stand_side_by_side_with_what_tells_them_apart() -> None:
    table = data(NEW, AFTER).targets
    assert [column.vi for column in table.columns] == ["2022", "2025"]
    (line,) = table.groups[0].lines
    assert [[(v.qualifier.vi if v.qualifier else None) for v in cell] for cell in line.targets] == [
        [None],
        [None, "nữ"],
    ]


def test_a_duty_that_passed_on_names_the_first_assignee_and_the_act() -> None:
    assert duty("2022-05-09", "ra-soat").before == ()
    (coming,) = duty(BEFORE, "ra-soat").before
    assert coming.coming and [b.name.vi for b in coming.roles[0].bodies] == ["Xã Mới"]
    (passed,) = duty(AFTER, "ra-soat").before
    assert not passed.coming and [b.name.vi for b in passed.roles[0].bodies] == ["Xã Cũ"]
    assert passed.day == dt.date(2022, 7, 1)
    assert passed.by is not None and passed.by.path == "documents/sua-1/"
    assert "Trước ngày 01/7/2022: chủ trì Xã Cũ" in text(markup(NEW, AFTER))


def test_an_ended_duty_stays_at_its_anchor_and_is_asked_of_nobody() -> None:
    gone = duty(AFTER, "thi")
    assert gone.ended is not None and gone.ended.day == dt.date(2022, 7, 1)
    assert re.search(r'<div id="nhiem-vu-thi" class="past"', markup(NEW, AFTER))
    assert [d.anchor for d in data(NEW, AFTER).deadlines] == []
    assert [d.anchor for d in data(NEW, BEFORE).deadlines] == ["nhiem-vu-thi"]


def test_what_the_whole_plan_says_is_not_said_of_each_duty_again() -> None:
    views = [d for clause in walk(data(OLD, AFTER).clauses) for d in clause.duties]
    assert [view.ended.day if view.ended else None for view in views] == [dt.date(2022, 6, 1)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("as_of", [BEFORE, BETWEEN, AFTER])
@pytest.mark.parametrize("plan_id", [OLD, NEW])
def test_every_id_stands_once_and_can_be_written_in_an_address(
    plan_id: str, as_of: str, lang: Lang
) -> None:
    ids = re.findall(r' id="([^"]+)"', markup(plan_id, as_of, lang))
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*", one) for one in ids)
