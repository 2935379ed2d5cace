from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from site_builder.model.plan import Plan
from site_builder.model.rows import DutyRow
from site_builder.pages import deadlines, duty_lines
from site_builder.pages.deadlines import DeadlinesData, deadlines_data
from site_builder.pages.duty_calendar import due_lines, window
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Snapshot
from site_builder.terms.status import Status
from tests.pages import small
from tests.pages.contexts import page_of

BASE = "plans/tinh-x/ke-hoach/#nhiem-vu-"


def snapshot(as_of: dt.date = small.AS_OF, *duties: dict[str, Any], rows: Any = ()) -> Snapshot:
    plan = copy.deepcopy(small.PLAN_FILE)
    if duties:
        plan["duties"] = list(duties)
    plans = {small.PLAN: Plan.model_validate(plan)}
    return take_snapshot(replace(small.repository(), plans=plans, duty_rows=rows), as_of)


def duty(name: str, **given: Any) -> dict[str, Any]:
    return {"id": name, "clause": "III.1-1", "task": name.capitalize(), "lead": ["tinh"], **given}


def mini() -> DeadlinesData:
    data = page_of("deadlines/").data
    assert isinstance(data, DeadlinesData)
    return data


def test_the_quarter_is_answered_in_a_sentence() -> None:
    data = deadlines_data(snapshot())
    assert data.answer.vi == "Trong quý I/2023 có 1 kỳ báo cáo đến hạn."
    assert data.answer.en == "In Q1 2023: 1 report due."
    assert (data.now, data.ahead) == (1, 1)


def test_nothing_due_is_said_and_the_next_day_named() -> None:
    data = mini()
    assert data.answer.vi == "Trong quý IV/2026 không có nhiệm vụ hay báo cáo nào đến hạn."
    assert data.quarter == ()
    assert data.next is not None and data.next.day == dt.date(2027, 1, 31)
    assert data.next.duty.path.endswith("#nhiem-vu-tong-ket")


def test_rounds_alone_are_no_deadline() -> None:
    data = deadlines_data(snapshot(small.AS_OF, duty("hop", when={"every": ["quarter"]})))
    assert data.answer.vi.endswith("đến hạn; 1 nhiệm vụ lặp lại hết kỳ ngày 31/3/2023.")
    assert data.answer.en.endswith("; 1 recurring duty ends a round on 31 March 2023.")
    assert data.now == 0
    assert [(day.day, [line.kind for line in day.lines]) for day in data.quarter] == [
        (dt.date(2023, 3, 31), ["round"])
    ]
    assert data.next is None


def test_rounds_that_end_on_several_days_name_none_of_them() -> None:
    data = deadlines_data(snapshot(small.AS_OF, duty("hop", when={"every": ["month"]})))
    assert data.answer.vi.endswith("; 3 nhiệm vụ lặp lại hết kỳ.")


@pytest.mark.parametrize(
    ("as_of", "years"),
    [
        ("2025-06-29", None),
        ("2025-06-30", "2 năm"),
        ("2028-06-30", "5 năm"),
        ("2028-07-01", "hơn 5 năm"),
    ],
)
def test_what_is_long_past_is_told_in_years_too(as_of: str, years: str | None) -> None:
    day = dt.date.fromisoformat(as_of)
    (one,) = deadlines_data(snapshot(day, duty("xong", when={"due": "2023-06-30"}))).passed
    assert (one.years.vi if one.years else None) == years


def test_all_kinds_are_counted() -> None:
    data = deadlines_data(
        snapshot(
            small.AS_OF,
            duty("xong", when={"due": "2023-03"}),
            duty("hop", when={"every": ["quarter", "month"]}),
            duty("gui", when={"every": ["quarter"]}, report=True),
        )
    )
    assert data.answer.en == (
        "In Q1 2023: 1 printed deadline, 1 report due and 4 recurring duties end a round."
    )


def test_a_report_says_how_many_came_in() -> None:
    (day,) = deadlines_data(snapshot()).quarter
    (line,) = day.lines
    assert day.day == dt.date(2023, 1, 31)
    assert (line.kind, line.period.text) == ("report", "2022-Q4")
    assert (line.received, line.expected) == (0, 2)
    assert [ref.name.vi for ref in line.bodies.named] == ["Huyện Đông", "H. An"]


def test_a_report_on_a_running_period_is_not_counted_as_missing() -> None:
    (day,) = deadlines_data(snapshot()).soon
    (line,) = day.lines
    assert (day.day, line.period.text, line.received) == (dt.date(2023, 4, 30), "2023-Q1", None)


def test_after_the_plan_nothing_recurs() -> None:
    data = deadlines_data(snapshot(dt.date(2027, 3, 1)))
    assert data.quarter == data.soon == ()
    assert data.next is None


def test_what_is_done_is_not_next() -> None:
    given = duty("xong", when={"due": "2023-04"}), duty("sau", when={"due": "2024-01-15"})
    done = DutyRow(
        plan=small.PLAN, file="data/a.csv", record=0, agency="tinh", state="official",
        source="Báo cáo", duty="xong", progress="done", done_on="2023-02-01",
        reported_on="2023-02-02",
    )  # fmt: skip
    data = deadlines_data(snapshot(small.AS_OF, *given, rows=(done,)))
    assert data.next is not None and data.next.duty.path == f"{BASE}sau"
    (day,) = data.soon
    judgement = day.lines[0].judgement
    assert judgement is not None and judgement.status is Status.DONE_ON_TIME


def test_past_deadlines_not_known_to_be_done_the_longest_first() -> None:
    given = duty("moi", when={"due": "2023-02"}), duty("cu", when={"due": "2022-01-10"})
    passed = deadlines_data(snapshot(small.AS_OF, *given)).passed
    assert [(one.duty.path, one.days) for one in passed] == [(f"{BASE}cu", 415), (f"{BASE}moi", 1)]


def test_the_deadlines_own_day_has_not_passed() -> None:
    given = duty("nay", when={"due": small.AS_OF.isoformat()})
    data = deadlines_data(snapshot(small.AS_OF, given))
    assert data.passed == ()
    assert data.next is not None and data.next.day == small.AS_OF


def test_missing_reports_are_counted_by_plan() -> None:
    data = deadlines_data(snapshot())
    (one,) = data.missing
    assert (one.reports, one.bodies, one.since) == (10, 2, dt.date(2022, 1, 31))
    assert data.missing_total == 10 and one.illustrative


@pytest.mark.parametrize(("day", "quarter"), [("2023-01-01", "2023-Q1"), ("2023-12-31", "2023-Q4")])
def test_the_quarter_is_that_of_the_day(day: str, quarter: str) -> None:
    found = window(dt.date.fromisoformat(day))
    assert found.quarter.text == quarter
    assert (found.until - found.as_of).days == 90


def test_lines_come_by_day() -> None:
    days = [line.day for line in due_lines(page_context(), dt.date(2021, 1, 1))]
    assert days == sorted(days) and len(days) > 5


def page_context() -> Snapshot:
    return small.context().snapshot


def test_every_duty_stands_in_one_group() -> None:
    groups = mini().duties.groups
    assert [(group.anchor, group.number) for group in groups] == [
        ("nhom-han", 2),
        ("nhom-half-year", 1),
        ("nhom-year", 1),
        ("nhom-thuong-xuyen", 1),
        ("nhom-khong-ghi", 2),
    ]
    assert mini().duties.total == 7 == sum(len(group.lines) for group in groups)


def test_of_several_intervals_the_shortest_decides() -> None:
    given = duty("hop", when={"every": ["year", "month"]}), duty("goi", when={"on_request": True})
    groups = duty_lines.duties(snapshot(small.AS_OF, *given)).groups
    assert [group.anchor for group in groups] == ["nhom-month", "nhom-khi-can"]


def test_timing_that_the_group_says_already_is_left_out() -> None:
    lines = {line.duty.path: line for group in mini().duties.groups for line in group.lines}
    timings = {path.rpartition("-vu-")[2]: line.timing for path, line in lines.items()}
    assert timings["tuyen-truyen"] is timings["cung-cap-so-lieu"] is None
    extra = timings["bao-cao"]
    assert extra is not None and "khi có yêu cầu" in extra.vi


def test_a_group_that_would_make_the_page_large_is_counted_by_plan() -> None:
    many = [duty(f"viec-{n}") for n in range(duty_lines.LISTED + 1)]
    found = duty_lines.duties(snapshot(small.AS_OF, *many, duty("han", when={"due": "2024"})))
    dated, undated = found.groups
    assert len(dated.lines) == 1 and not dated.counts
    assert not undated.lines
    assert [(count.path, count.number) for count in undated.counts] == [
        ("plans/tinh-x/ke-hoach/", duty_lines.LISTED + 1)
    ]
    assert (found.listed, found.total) == (1, duty_lines.LISTED + 2)


def test_deadlines_are_listed_however_many() -> None:
    many = [duty(f"viec-{n}", when={"due": "2024"}) for n in range(duty_lines.LISTED + 1)]
    found = duty_lines.duties(snapshot(small.AS_OF, *many))
    assert found.listed == found.total == duty_lines.LISTED + 1


def test_filters_know_groups_their_members_and_their_roles() -> None:
    groups = duty_lines.duties(snapshot()).groups
    lines = {line.duty.path: line.tokens for group in groups for line in group.lines}
    assert set(lines[f"{BASE}bao-cao"].agency.split()) == {
        "cac-huyen/assigned",
        "huyen-dong/assigned",
        "huyen-an/assigned",
        "tinh/receives",
    }
    assert lines[f"{BASE}xay-dung"].year == "2021"
    assert lines[f"{BASE}bao-cao"].year.split() == ["2021", "2022", "2023", "2024", "2025"]


def test_filters_offer_what_occurs_and_nothing_else() -> None:
    options = duty_lines.duties(snapshot()).options
    assert [one.label.vi for one in options.agencies] == [
        "Các huyện",
        "Huyện Đông",
        "H. An",
        "Liên đoàn Lao động tỉnh X",
    ]
    assert [one.value for one in options.roles] == ["lead", "assigned", "with", "receives"]
    assert [one.value for one in options.states] == ["no-data", "ongoing"]


def test_the_page_of_an_empty_repository_says_so() -> None:
    (page,) = deadlines.pages(small.empty_context())
    assert isinstance(page.data, DeadlinesData)
    assert page.data.duties.total == 0 and page.data.next is None
    assert "không có" in page.data.answer.vi and not page.illustrative
