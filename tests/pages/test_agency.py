from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from site_builder.model.base import Words
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages import agency
from site_builder.pages.agency import DENSE_FROM, AgencyData
from site_builder.pages.agency_duties import gathered
from site_builder.pages.agency_numbers import WholeLine, plan_wholes
from site_builder.pages.page import Context
from site_builder.pages.view_owed import overdue, owed_groups, waiting
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import same
from tests.pages import small
from tests.pages.contexts import mini_context
from tests.pages.rendered import html, text


def data(agency_id: str, context: Context | None = None) -> AgencyData:
    pages = list(agency.pages(context or small.context()))
    page = small.the(pages, f"agencies/{agency_id}/")
    assert isinstance(page.data, AgencyData)
    return page.data


def with_duties(*duties: dict[str, Any]) -> Context:
    """The small context with more duties in its plan."""
    plan = Plan.model_validate({**small.PLAN_FILE, "duties": [*small.PLAN_FILE["duties"], *duties]})
    old = small.repository()
    repository = Repository(
        agencies=old.agencies,
        documents=old.documents,
        plans={small.PLAN: plan},
        progress=old.progress,
    )
    return Context(
        snapshot=take_snapshot(repository, small.AS_OF),
        rules={},
        site_name=small.context().site_name,
        illustrative_shown=True,
    )


def a_duty(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"viec-{number}", "clause": "III.1-1", "task": f"Việc {number}", **more}


def test_reports_owed_are_one_line_a_duty_with_their_count() -> None:
    state = small.context().snapshot.agencies["huyen-an"]
    (group,) = [g for g in data("huyen-an").owed if g.duty is not None]
    items = [o for o in overdue(state.reports_owed) if o.duty is not None]
    assert group.count == len(items) > 1
    assert group.since == min(item.due for item in items)
    assert (group.first, group.last) == (min(i.period for i in items), max(i.period for i in items))


def test_a_report_is_owed_from_its_due_day_on_and_awaited_before() -> None:
    state = mini_context().snapshot.agencies["cd-b"]
    late, early = overdue(state.reports_owed), waiting(state.reports_owed)
    assert [o.period.text for o in late] == ["2023", "2024", "2025"]
    assert early == ()
    (counted,) = [t for t in data("cd-b", mini_context()).tally if t.anchor == "con-no"]
    assert counted.count == len(late) and counted.bad


def test_what_is_owed_says_that_it_was_requested_and_that_the_plan_is_illustrative() -> None:
    (group,) = [g for g in data("huyen-an").owed if g.duty is not None]
    assert (group.requested, group.illustrative) == (False, True)
    page = small.the(list(agency.pages(small.context())), "agencies/huyen-an/")
    assert page.illustrative


def test_past_its_deadline_in_silence_is_counted_apart() -> None:
    assert len(data("tinh").overdue) == data("tinh").overdue_silent == 1
    assert data("huyen-an").overdue_silent == 0


def test_reports_without_a_calendar_are_counted_not_owed() -> None:
    assert data("huyen-an").undated_reports == 0
    assert data("tinh").undated_reports == 1


def test_what_was_received_is_not_owed() -> None:
    assert owed_groups(small.context().snapshot, ()) == ()


def test_a_late_report_says_by_how_many_days() -> None:
    received = data("cd-a", mini_context()).received
    assert received is not None
    assert (received.total, received.late) == (2, 1)
    ((report,),) = [under.reports for under in received.under]
    assert (report.period.text, report.days) == ("2023", 15)
    on_time = data("cd-b", mini_context()).received
    assert on_time is not None and on_time.under == () and on_time.illustrative
    assert data("cd-dong", mini_context()).received is None


def test_nothing_due_is_claimed_only_of_what_has_a_date() -> None:
    quiet = data("cac-huyen")
    assert quiet.nothing is not None
    assert quiet.nothing.vi.startswith(
        "Không có việc nào ghi hạn cụ thể, không phải gửi báo cáo nào"
    )
    assert all(tally.count for tally in quiet.tally)

    later = {"when": {"due": "2030"}, "lead": ["cac-huyen"]}
    dated = data("cac-huyen", with_duties(a_duty(1, **later), a_duty(2, **later))).nothing
    assert dated is not None
    assert dated.vi == (
        "Không có việc quá hạn, việc đến hạn trong 90 ngày tới (xét 2 việc có ghi hạn)."
    )
    assert dated.en == (
        "No overdue duties, no duties due within 90 days (out of 2 with a date printed)."
    )
    owing = data("huyen-an").nothing
    assert owing is not None and "báo cáo" not in owing.vi


def test_a_duty_given_to_a_group_says_through_which() -> None:
    leads = data("huyen-an").leads
    assert leads is not None
    assert [group.name.vi for group in leads.through] == ["Các huyện"]
    # Said once for all of them, so not on each line again.
    assert all(line.through == () for line in leads.apart)


def test_duties_that_differ_in_their_task_alone_stand_under_one_line() -> None:
    alike = [a_duty(n, assigned=["huyen-dong"]) for n in range(3)]
    other = a_duty(9, assigned=["huyen-dong"], when={"every": ["year"]})
    leads = data("huyen-dong", with_duties(*alike, other)).leads
    assert leads is not None
    (group,) = leads.alike
    assert [line.duty.task.vi for line in group.lines] == ["Việc 0", "Việc 1", "Việc 2"]
    assert "Việc 9" in [line.duty.task.vi for line in leads.apart]
    # One of them comes through a group, so no way is common to all.
    assert leads.through == () and leads.plan is not None


def test_a_full_page_is_printed_small() -> None:
    many = [a_duty(n, assigned=["huyen-dong"]) for n in range(DENSE_FROM)]
    assert data("huyen-dong", with_duties(*many)).dense
    assert not data("huyen-dong").dense


def test_who_reports_to_whom_goes_both_ways() -> None:
    sends, receives = data("huyen-an").reporting.sends, data("tinh").reporting.receives
    (line,) = sends
    assert [ref.path for ref in line.others] == ["agencies/tinh/"]
    (line,) = receives
    assert [ref.name.vi for ref in line.others] == ["Các huyện"]
    # The plan has it report and names nobody to report to.
    assert [line.others for line in data("tinh").reporting.sends] == [()]


def test_what_it_only_receives_is_no_support() -> None:
    support = data("tinh").supports
    assert support is None
    (counted,) = [t for t in data("tinh").tally if t.anchor == "phoi-hop"]
    assert counted.count == 1


def test_its_share_left_blank_stays_blank() -> None:
    (share,) = data("huyen-an").shares
    assert share.share is None and share.actual is None and share.percent is None
    (share,) = data("huyen-dong").shares
    assert share.share == 60 and share.actual is not None and share.actual.value == 28
    assert share.percent is not None and round(share.percent, 1) == Decimal("46.7")


def test_indicators_of_which_nothing_is_known_are_listed_together() -> None:
    (plan,) = data("ldld-vung", mini_context()).whole_of
    silent = {line.name.vi for group in plan.silent for line in group.lines}
    assert "Ban hành sổ tay đối thoại" in silent
    # An assessment is something known, though no figure.
    assert "Quan hệ lao động ổn định" in {line.name.vi for line in plan.told}
    assert not plan.illustrative


def test_kinship_goes_both_ways() -> None:
    assert [ref.name.vi for ref in data("tinh").kinship.children] == ["Huyện An", "Huyện Đông"]
    assert [ref.name.vi for ref in data("cac-huyen").kinship.members] == ["Huyện An", "Huyện Đông"]
    assert [ref.name.vi for ref in data("huyen-an").kinship.groups] == ["Các huyện"]
    parent = data("huyen-an").kinship.parent
    assert parent is not None and parent.path == "agencies/tinh/"
    assert not data("bo-chinh-tri").kinship.known


def test_a_body_asked_for_nothing_says_so() -> None:
    assert data("bo-chinh-tri").empty
    assert not data("huyen-an").empty


def test_it_is_found_by_its_short_name_and_its_id_too() -> None:
    page = small.the(list(agency.pages(small.context())), "agencies/huyen-an/")
    (find,) = page.finds
    assert find.kind == "agency" and find.also == ("H. An", "huyen-an")
    assert find.excerpt is not None and find.excerpt.vi.startswith("cấp huyện · huyện An, tỉnh X")


def test_the_page_shows_all_of_it_in_both_languages() -> None:
    for lang in ("vi", "en"):
        for context in (small.context(), mini_context()):
            for page in agency.pages(context):
                shown = html(page, context, lang)
                assert isinstance(page.data, AgencyData)
                for tally in page.data.tally:
                    assert f'id="{tally.anchor}"' in shown, (page.path, tally.anchor)
    page = small.the(list(agency.pages(mini_context())), "agencies/cd-a/")
    assert "muộn 15 ngày" in text(html(page, mini_context()))


def test_a_body_that_issued_a_plan_shows_how_its_targets_stand() -> None:
    (plan,) = data("tinh").issued
    state = small.context().snapshot.plans[small.PLAN]
    assert plan.path == f"plans/{small.PLAN}/"
    assert plan.targets == sum(state.target_counts.values()) > 0
    assert [figure.count for figure in plan.figures] == [
        sum(state.target_counts.get(status, 0) for status in figure.group.statuses)
        for figure in plan.figures
    ]
    assert data("huyen-an").issued == ()


def test_a_page_with_invented_figures_of_its_plans_says_so() -> None:
    for page in agency.pages(mini_context()):
        assert isinstance(page.data, AgencyData)
        shown = [one.illustrative for one in page.data.issued]
        shown += [one.illustrative for one in page.data.not_received]
        if any(shown):
            assert page.illustrative
    pages = agency.pages(mini_context())
    assert any(p.illustrative and p.data.issued for p in pages if isinstance(p.data, AgencyData))


def test_a_body_that_receives_reports_is_told_which_have_not_come_in() -> None:
    plan = small.context().snapshot.plans[small.PLAN]
    missing = [owed for owed in plan.reports if owed.missing]
    receivers = {a for duty in plan.plan.duties for a in duty.members("receives")}
    assert missing and receivers
    for receiver in receivers:
        (one,) = data(receiver).not_received
        assert (one.reports, one.bodies) == (len(missing), len({o.agency for o in missing}))
        assert one.path.startswith("reporting/#")
        assert any(t.words.vi == "Báo cáo chưa nhận" for t in data(receiver).tally)
    assert data("huyen-an").not_received == ()


def test_what_is_no_longer_in_force_stands_together_whatever_ended_it() -> None:
    context = small.context()
    (one, *_) = context.snapshot.agencies["huyen-dong"].leads
    ended = [
        replace(one, judgement=Judgement(Status.ENDED, arithmetic=(same(f"vì {why}"),)))
        for why in ("kế hoạch", "cơ quan")
    ]
    found = gathered(context, ended)
    assert found is not None and found.apart == ()
    (group,) = found.alike
    assert len(group.lines) == 2 and group.judgement == Judgement(Status.ENDED)
    alike = gathered(context, [ended[0], ended[0]])
    assert alike is not None and alike.alike[0].judgement.arithmetic == (same("vì kế hoạch"),)


def test_what_every_line_of_a_status_says_is_said_once() -> None:
    line = WholeLine(
        name=Words(vi="Chỉ tiêu", en=None),
        path="p/",
        percent=False,
        unit=Words(vi="người", en=None),
        asked=None,
        due=None,
        latest=None,
        assessed=None,
        judgement=Judgement(Status.INSUFFICIENT),
        notes=(same("chuỗi ngắt"),),
        partial=None,
    )
    more = replace(line, notes=(same("chuỗi ngắt"), same("mốc 2023")))
    met = replace(line, judgement=Judgement(Status.MET), notes=(same("riêng"),))
    plan = plan_wholes(same("Kế hoạch"), "k/", [line, more, met])
    assert [(one.status, one.note.vi) for one in plan.shared] == [
        (Status.INSUFFICIENT, "chuỗi ngắt")
    ]
    assert [[note.vi for note in one.notes] for one in plan.told] == [[], ["mốc 2023"], ["riêng"]]
    # A line that is listed without its notes and lacks this one would be told an untruth.
    silent = replace(line, asked=same("100"), notes=())
    plan = plan_wholes(same("Kế hoạch"), "k/", [line, more, silent])
    assert plan.silent and plan.shared == ()
    # Said once beside the status it would be read as the reason of all: another reason forbids it.
    ended = replace(line, judgement=Judgement(Status.INSUFFICIENT, (same("nơi này đã kết thúc"),)))
    plan = plan_wholes(same("Kế hoạch"), "k/", [line, ended])
    assert plan.shared == () and all(one.notes for one in plan.told)
