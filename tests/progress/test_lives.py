from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from site_builder.model.agency import Agency
from site_builder.progress.lives import Lives
from site_builder.progress.times import ALIVE

D = dt.date.fromisoformat
ENDED = {"until": "2025-06-30"}
UNBOUND = {"until": {"unknown": "chưa rõ"}}
FROM_JULY = {"until": {"unknown": "chưa rõ", "not_before": "2025-06-30"}}
WITHIN = {"until": {"unknown": "chưa rõ", "not_before": "2025-03-01", "not_after": "2025-06-30"}}


def _lives(as_of: str = "2026-01-01", **agencies: Any) -> Lives:
    listed = {k: Agency.model_validate({"name": k, **v}) for k, v in agencies.items()}
    return Lives(listed, D(as_of))


def test_a_body_without_an_end_or_that_nobody_lists_lives() -> None:
    lives = _lives(a={})
    assert lives.of("a") == lives.of("khong-co") == ALIVE
    assert lives.requires("a", dt.date.max)
    assert lives.requires("khong-co", dt.date.max)
    assert lives.ended_before("a", dt.date.max) is None


def test_the_last_day_is_still_a_day_of_work() -> None:
    lives = _lives(a=ENDED)
    assert lives.of("a").last == D("2025-06-30")
    assert lives.of("a").over
    assert not lives.of("a").doubtful
    assert lives.requires("a", D("2025-06-30"))
    assert not lives.requires("a", D("2025-07-01"))
    assert lives.ended_before("a", D("2025-07-01")) == D("2025-06-30")
    assert lives.ended_before("a", D("2025-06-30")) is None


def test_on_its_last_day_it_is_not_over_and_what_is_due_later_is_not_asked() -> None:
    lives = _lives("2025-06-30", a=ENDED)
    assert (lives.of("a").last, lives.of("a").over) == (D("2025-06-30"), False)
    assert not lives.requires("a", D("2025-07-31"))
    assert lives.ended_before("a", D("2025-12-31")) is None
    assert _lives("2025-07-01", a=ENDED).of("a").over


def test_nothing_is_owed_before_it_began() -> None:
    lives = _lives(a={"from": "2025-07"})
    assert not lives.requires("a", D("2025-06-30"))
    assert lives.requires("a", D("2025-07-01"))
    assert lives.of("a") == ALIVE


def test_an_unbounded_end_is_doubted_on_every_day() -> None:
    lives = _lives(a=UNBOUND)
    life = lives.of("a")
    assert (life.last, life.over, life.doubtful, life.doubtful_from) == (None, False, True, None)
    assert lives.requires("a", D("2026-12-31"))
    assert all(lives.doubtful_on("a", D(day)) for day in ("2019-01-01", "2026-12-31"))


def test_from_its_bound_on_nobody_knows_whether_it_lives() -> None:
    lives = _lives(a=FROM_JULY)
    life = lives.of("a")
    assert (life.over, life.doubtful, life.doubtful_from) == (False, True, D("2025-06-30"))
    assert [lives.doubtful_on("a", D(day)) for day in ("2025-06-29", "2025-06-30")] == [False, True]
    assert lives.requires("a", D("2025-12-31"))
    assert lives.ended_before("a", D("2025-12-31")) is None


def test_before_the_bound_is_reached_nothing_is_doubted() -> None:
    assert not _lives("2025-06-30", a=FROM_JULY).of("a").doubtful
    assert _lives("2025-07-01", a=FROM_JULY).of("a").doubtful


def test_an_end_with_a_latest_day_is_over_after_it_on_an_unknown_day() -> None:
    lives = _lives(a=WITHIN)
    life = lives.of("a")
    assert (life.last, life.over, life.doubtful) == (None, True, True)
    assert lives.doubtful_on("a", D("2025-06-30"))
    assert not lives.doubtful_on("a", D("2025-07-01"))
    assert not lives.requires("a", D("2025-07-01"))
    assert lives.ended_before("a", D("2025-07-01")) == D("2025-06-30")


def test_an_end_within_a_month_is_no_day() -> None:
    lives = _lives(a={"until": "2025-02"})
    life = lives.of("a")
    assert (life.last, life.over, life.doubtful) == (D("2025-02-28"), True, True)
    assert lives.requires("a", D("2025-02-15"))
    assert lives.doubtful_on("a", D("2025-02-15"))
    assert not lives.doubtful_on("a", D("2025-01-31"))


GROUP = {"type": "group", "members": ["a", "b"]}


@pytest.mark.parametrize(
    ("members", "last", "over"),
    [
        ({"a": ENDED, "b": {}}, None, False),
        ({"a": ENDED, "b": {"until": "2025-02-28"}}, "2025-06-30", True),
        ({"a": ENDED, "b": {"until": "2026-06-30"}}, "2026-06-30", False),
    ],
)
def test_a_group_lives_as_long_as_one_of_its_members(
    members: dict[str, Any], last: str | None, over: bool
) -> None:
    life = _lives(g=GROUP, **members).of("g")
    assert (life.last, life.over) == (D(last) if last else None, over)


def test_a_group_of_the_ended_and_the_doubtful_is_doubtful() -> None:
    lives = _lives(g=GROUP, a=ENDED, b=UNBOUND)
    assert (lives.of("g").over, lives.of("g").doubtful) == (False, True)
    assert lives.of("g").doubtful_from == D("2025-06-30")


@pytest.mark.parametrize(
    "group",
    [
        {"type": "class", "members": ["a"]},
        {"type": "open_group", "members": ["a"]},
        {"type": "group", "members": ["a"], "count": 2},
        {"type": "group", "count": 2},
        {"type": "group", "members": ["khong-co"]},
    ],
)
def test_a_group_with_members_that_nobody_names_or_lists_lives(group: dict[str, Any]) -> None:
    assert _lives(g=group, a=ENDED).of("g") == ALIVE


def test_a_groups_own_end_is_its_end() -> None:
    assert _lives(g={**GROUP, "until": "2024-12-31"}, a={}, b={}).of("g").over


def test_groups_in_a_loop_are_held_to_live() -> None:
    lives = _lives(g={"type": "group", "members": ["h"]}, h={"type": "group", "members": ["g"]})
    assert lives.of("g") == lives.of("h") == ALIVE


def test_predecessors_are_those_who_name_it() -> None:
    heirs = [{"agency": "moi"}, {"agency": "moi"}, {"name": "Nơi khác"}]
    lives = _lives(a={**ENDED, "successors": heirs}, b={"successors": [{"agency": "moi"}]}, moi={})
    assert lives.of("moi").predecessors == ("a", "b")
    assert lives.of("a").predecessors == ()
