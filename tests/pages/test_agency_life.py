from __future__ import annotations

import datetime as dt
from dataclasses import replace

from site_builder.model.base import Words
from site_builder.pages import agencies, agency
from site_builder.pages.agency import AgencyData
from site_builder.pages.agency_life import LifeStory
from site_builder.pages.agency_passed import passed_by_agency
from site_builder.pages.page import Page, Thing
from site_builder.progress.snapshot import PlanState
from site_builder.progress.times import DutyVersion
from site_builder.terms.text import Lang
from tests.pages import lives, small
from tests.pages.rendered import html, text


def page(agency_id: str, as_of: dt.date = lives.AFTER) -> Page:
    return small.the(list(agency.pages(lives.context(as_of))), f"agencies/{agency_id}/")


def data(agency_id: str, as_of: dt.date = lives.AFTER) -> AgencyData:
    found = page(agency_id, as_of).data
    assert isinstance(found, AgencyData)
    return found


def read(agency_id: str, as_of: dt.date = lives.AFTER, lang: Lang = "vi") -> str:
    return text(html(page(agency_id, as_of), lives.context(as_of), lang))


def story(agency_id: str) -> LifeStory:
    return data(agency_id).life


def test_an_ended_body_says_first_when_and_by_which_document() -> None:
    shown = read("huyen-an")
    banner = (
        "Đã kết thúc hoạt động từ ngày 01/7/2025 theo khoản 1 Điều 2 Nghị quyết số 203/2025/QH15"
    )
    assert shown.index("Huyện An") < shown.index(banner) < shown.index("Chủ trì, thực hiện")
    markup = html(page("huyen-an"), lives.context())
    assert 'href="../../documents/203-2025-qh15/"' in markup
    assert "Theo công bố; phần địa bàn nào về xã nào chưa đối chiếu." in shown
    english = read("huyen-an", lang="en")
    assert "Not in operation since 1 July 2025 by Article 2(1)" in english


def test_successors_are_many_and_each_says_how_much_and_by_what() -> None:
    first, second, third = story("huyen-an").successors
    assert (first.path, first.share.vi) == ("agencies/xa-bac/", "một phần")
    assert (second.name.vi, second.path, second.by) == ("Xã Nam", "", None)
    shown = read("huyen-an")
    assert "Xã Bắc (một phần: địa bàn phía bắc; theo Điều 1 văn bản nêu trên" in shown
    assert "Xã Nam (chưa xác định phần nào; văn bản quy định: chưa xác định )" in shown
    assert third.share.vi == "toàn bộ"
    assert "Cơ quan kế thừa chưa xác định" in read("huyen-bac")


def test_a_successor_names_what_it_took_over_and_when_it_began() -> None:
    (before,) = story("xa-bac").predecessors
    assert (before.name.vi, before.share.vi) == ("Huyện An", "một phần")
    assert before.life is not None and before.life.kind == "ended"
    shown = read("xa-bac")
    assert "Bắt đầu hoạt động 01/7/2025, theo Điều 1 Nghị quyết số 203/2025/QH15" in shown
    assert "Kế thừa từ Huyện An đã kết thúc 01/7/2025 (một phần" in shown
    assert "Đã kết thúc hoạt động" not in shown


def test_former_names_say_until_when_and_by_what() -> None:
    assert [old.name.vi for old in story("huyen-an").names] == ["Huyện Rất Cũ", "Huyện An Cũ"]
    assert "Huyện An Cũ (HAC) đến hết 31/12/2019; theo Luật “Công đoàn”" in read("huyen-an")


def test_what_was_given_stays_with_it_and_it_owes_nothing() -> None:
    before, after = data("huyen-an", lives.BEFORE), data("huyen-an")
    assert before.owed and any(one.bad for one in before.tally)
    assert not (after.owed or after.overdue or after.due_soon or after.waiting or after.rounds)
    assert not any(one.bad for one in after.tally)
    assert after.leads is not None and after.shares
    shown = read("huyen-an")
    assert "giữ nguyên cơ quan được giao ban đầu; không tự chuyển sang cơ quan kế thừa." in shown
    assert after.nothing is not None and "không còn nhiệm vụ phải thực hiện" in after.nothing.vi
    assert "Không có việc quá hạn" not in shown
    # A body of which nothing was asked has nothing below to speak of.
    assert "giữ nguyên cơ quan được giao" not in read("huyen-bac")


def test_reports_that_never_came_stay_on_record() -> None:
    (gone,) = (group for group in data("huyen-an").lapsed if group.duty is not None)
    assert gone.count > 1 and gone.last.end < dt.date(2025, 7, 1)
    assert "nay không còn phải gửi" in read("huyen-an")
    assert data("huyen-an", lives.BEFORE).lapsed == ()


def test_an_end_decided_for_later_is_told_and_frees_nobody_yet() -> None:
    assert "Sẽ kết thúc hoạt động từ ngày 01/7/2025" in read("huyen-an", lives.BEFORE)
    assert "không còn nhiệm vụ phải thực hiện" not in read("huyen-an", lives.BEFORE)


def test_where_it_is_not_known_whether_it_ended_nothing_is_claimed() -> None:
    shown = read("huyen-dong")
    assert "Chưa xác định cơ quan còn hoạt động hay không" in shown
    assert (
        "không : Chưa tìm thấy văn bản. Ngày cuối, nếu đã kết thúc: không sớm hơn 01/7/2025"
        in shown
    )
    assert "nợ đối với hạn từ ngày 01/7/2025 trở đi." in shown
    assert data("huyen-dong").nothing is None
    assert "Cơ quan kế thừa" not in shown


def test_it_is_found_by_its_former_names_and_says_that_it_ended() -> None:
    (find,) = page("huyen-an").finds
    assert find.excerpt is not None
    assert find.excerpt.vi.startswith("đã kết thúc 01/7/2025 · ")
    assert "tên cũ: Huyện An Cũ" in find.excerpt.vi
    assert find.also == ("H. An", "HAC", "huyen-an")


def properties(thing: Thing | None) -> dict[str, object]:
    assert thing is not None
    return dict(thing.properties)


def test_machines_are_told_its_dates_only_where_they_are_established() -> None:
    ended = properties(page("huyen-an").about)
    assert ended["dissolutionDate"] == "2025-07-01"
    assert ended["alternateName"] is not None
    assert properties(page("huyen-an", lives.BEFORE).about)["dissolutionDate"] is None
    assert properties(page("huyen-dong").about)["dissolutionDate"] is None
    assert properties(page("xa-bac").about)["foundingDate"] == "2025-07-01"


def test_the_list_marks_the_ended_and_puts_them_last() -> None:
    listed = agencies.agencies_data(lives.context())
    lines = listed.groups[-1].lines
    kinds = [line.alive for line in lines]
    assert kinds[-2:] == ["ended", "ended"] and "ended" not in kinds[:-2]
    assert (listed.ended, listed.doubtful) == (2, kinds.count("doubtful"))
    assert [choice.value for choice in listed.lives] == ["alive", "ended", "doubtful"]
    (shown,) = agencies.pages(lives.context())
    markup = html(shown, lives.context())
    assert markup.count('data-life="ended"') == 2
    assert "Trong đó 2 nơi đã kết thúc hoạt động, 2 nơi chưa xác định" in text(markup)
    assert markup.count(">đã kết thúc 2025<") == 2


def test_without_any_life_the_list_says_nothing_of_it() -> None:
    (shown,) = agencies.pages(small.context())
    markup = html(shown, small.context())
    assert "data-life" not in markup and "đã kết thúc" not in markup


def moved(state: PlanState) -> PlanState:
    """The half-yearly report, moved from one body to another by a document."""
    new = state.duties[0]
    duty = new.duty
    versions = (
        DutyVersion(None, duty.model_copy(update={"assigned": ("huyen-an",)})),
        DutyVersion(dt.date(2025, 7, 1), duty, "203-2025-qh15", "1"),
        DutyVersion(dt.date(2030, 1, 1), duty.model_copy(update={"assigned": ("tinh",)}), "luat"),
    )
    return replace(state, duties=(replace(new, history=versions), *state.duties[1:]))


def test_a_duty_that_a_document_moved_is_told_at_both_ends() -> None:
    base = lives.context()
    plan = moved(base.snapshot.plans[small.PLAN])
    context = replace(base, snapshot=replace(base.snapshot, plans={small.PLAN: plan}))
    found = passed_by_agency(context)
    # What is decided for later has not moved yet.
    assert set(found) == {"cac-huyen", "huyen-an"}
    (came,) = found["cac-huyen"].came
    assert [other.name for other in came.others] == [Words(vi="Huyện An", en=None)]
    (went,) = found["huyen-an"].went
    assert (went.day, went.others[0].path) == (dt.date(2025, 7, 1), "agencies/cac-huyen/")
    shown = text(html(small.the(list(agency.pages(context)), "agencies/cac-huyen/"), context))
    assert "ban đầu giao Huyện An , từ ngày 01/7/2025, theo Điều 1 Nghị quyết" in shown
    gone = text(html(small.the(list(agency.pages(context)), "agencies/huyen-an/"), context))
    assert "nay giao Các huyện" in gone
