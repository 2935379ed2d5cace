from __future__ import annotations

import pytest

from site_builder.terms.status import Status
from site_builder.terms.text import Text, same


def test_a_text_speaks_both_languages_and_fills_each_with_its_own() -> None:
    due = Text("Hạn: {when}", "Due: {when}").fill(when=Text("hôm nay", "today"))

    assert (due.of("vi"), due.of("en")) == ("Hạn: hôm nay", "Due: today")
    assert same("277/KH-LĐLĐ").of("en") == "277/KH-LĐLĐ"


def test_what_fills_a_text_is_not_read_as_a_pattern() -> None:
    assert Text("{a}", "{a}").fill(a="{b}").vi == "{b}"


def test_a_missing_filling_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        Text("{a}", "{a}").fill(b=1)


def test_every_status_has_its_own_words_in_both_languages() -> None:
    assert len({status.words.vi for status in Status}) == len(Status)
    assert len({status.words.en for status in Status}) == len(Status)
    assert all(status.tone for status in Status)


PUBLISHED = (
    "Đạt · Vượt · Không đạt · Đúng tiến độ · Chậm tiến độ · Chậm nhiều · Đi ngược mục tiêu · "
    "Chưa có số liệu · Chưa đủ dữ liệu để đánh giá · Chưa đánh giá · Hoàn thành đúng hạn · "
    "Hoàn thành quá hạn · Đang thực hiện · Quá hạn chưa hoàn thành · Chưa đến hạn · Thường xuyên"
)


def test_the_published_words_are_kept_to_the_letter() -> None:
    assert set(PUBLISHED.split(" · ")) <= {status.words.vi for status in Status}
