from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from site_builder.model.agency import Act, Agency
from site_builder.model.document import Document
from site_builder.model.repository import Repository
from site_builder.pages.view_life import LifeView, act_view, life_view
from site_builder.progress.build import take_snapshot
from site_builder.progress.snapshot import Snapshot
from tests.pages import lives

LAW = {"kind": "Nghị quyết", "number": "203/2025/QH15", "issued": "2025-06-16"}


def snapshot(as_of: str, **agency: Any) -> Snapshot:
    repository = Repository(
        agencies={"quan": Agency.model_validate({"name": "Quận", **agency})},
        documents={"luat": Document.model_validate(LAW)},
    )
    return take_snapshot(repository, dt.date.fromisoformat(as_of))


def view(as_of: str, **agency: Any) -> LifeView:
    found = life_view(snapshot(as_of, **agency), "quan")
    assert found is not None
    return found


def test_a_body_of_which_nothing_is_known_has_no_mark() -> None:
    assert life_view(snapshot("2025-07-01"), "quan") is None
    assert life_view(snapshot("2025-07-01"), "khong-co") is None


def test_the_last_day_is_a_day_of_work_and_the_next_is_the_end() -> None:
    end = {"until": "2025-06-30", "ended_by": {"document": "luat"}}
    coming = view("2025-06-30", **end)
    assert (coming.kind, coming.mark.vi) == ("ending", "sẽ kết thúc 01/7/2025")
    over = view("2025-07-01", **end)
    assert (over.kind, over.day) == ("ended", dt.date(2025, 7, 1))
    assert over.mark.vi == "đã kết thúc 01/7/2025"
    assert over.brief.of("en") == "ended 2025"
    assert over.answer.vi == "Đã kết thúc hoạt động từ ngày 01/7/2025"
    assert over.by is not None
    assert (over.by.document.vi, over.by.path) == ("Nghị quyết số 203/2025/QH15", "documents/luat/")


def test_a_month_is_not_made_a_day() -> None:
    over = view("2025-08-01", until="2025-06")
    assert over.answer.vi == "Đã kết thúc hoạt động trong tháng 6/2025 (ngày chưa xác định)"
    assert over.mark.vi == "đã kết thúc tháng 6/2025"


def test_ended_on_a_day_that_nobody_knows_is_ended_all_the_same() -> None:
    over = view("2026-01-01", until={"unknown": "Không in ngày", "not_after": "2025-12-31"})
    assert (over.kind, over.mark.vi, over.day) == ("ended", "đã kết thúc", None)
    within = {"until": "2025-06", "ended_by": {"document": "luat"}}
    assert view("2025-06-20", **within).kind == "ending"


def test_an_end_that_is_not_established_is_a_doubt_not_an_end() -> None:
    doubt = view("2026-01-01", until={"unknown": "Chưa tìm thấy văn bản"})
    assert (doubt.kind, doubt.day) == ("doubtful", None)
    assert doubt.answer.of("en") == "Not established whether the body still exists"


@pytest.mark.parametrize(
    ("document", "clause", "words"),
    [
        (LAW, "2", "Điều 2"),
        (LAW, "2.1", "khoản 1 Điều 2"),
        (LAW, "2.1.a", "điểm a khoản 1 Điều 2"),
        (LAW, "II.1", "mục II.1"),
        ({"kind": "Nghị quyết", "number": "60-NQ/TW"}, "2.1", "mục 2.1"),
        ({"kind": "Luật", "number": "72/2025/QH15"}, "1", "Điều 1"),
        ({"kind": "Kế hoạch", "number": "10/KH-UBND"}, "2.1", "mục 2.1"),
    ],
)
def test_acts_of_state_have_articles(document: dict[str, Any], clause: str, words: str) -> None:
    repository = Repository(documents={"van-ban": Document.model_validate(document)})
    found = act_view(repository, Act(document="van-ban", clause=clause))
    assert found is not None and found.clause is not None
    assert found.clause.vi == words


def test_the_bodies_of_a_small_repository() -> None:
    shown = lives.context().snapshot
    kinds = {key: found.kind for key in lives.AGENCIES if (found := life_view(shown, key))}
    assert kinds == {
        "huyen-an": "ended",
        "huyen-bac": "ended",
        "huyen-dong": "doubtful",
        # A group lives as long as one of its members.
        "cac-huyen": "doubtful",
    }
