from __future__ import annotations

from dataclasses import replace

from site_builder.pages.plan_reasons import anchors, key, shared_reasons
from site_builder.progress.snapshot import DutyState, Judgement
from site_builder.terms.status import Status
from site_builder.terms.text import Text, same
from tests.pages import small

SILENT = Judgement(Status.NOT_ASSESSED, (same("không hạn"), same("không báo cáo")))
NOBODY = Judgement(Status.NOT_ASSESSED, (same("không nêu cơ quan"),))


def duties(*judgements: Judgement) -> list[DutyState]:
    any_duty = small.context().snapshot.plans[small.PLAN].duties[0]
    return [replace(any_duty, judgement=judgement) for judgement in judgements]


def test_what_several_duties_share_stands_once_the_most_frequent_first() -> None:
    first, second = shared_reasons(duties(NOBODY, SILENT, SILENT, NOBODY, SILENT))
    assert (first.anchor, first.lines, first.count) == ("vi-sao-1", SILENT.arithmetic, 3)
    assert (second.anchor, second.lines, second.count) == ("vi-sao-2", NOBODY.arithmetic, 2)
    assert anchors((first, second))[key(SILENT)] == "vi-sao-1"


def test_what_one_duty_has_alone_stays_with_it() -> None:
    done = Judgement(Status.DONE_ON_TIME, (same("Đã hoàn thành"),))
    assert shared_reasons(duties(done, SILENT)) == ()


def test_the_same_words_of_another_status_are_another_reason() -> None:
    ongoing = replace(SILENT, status=Status.ONGOING)
    assert shared_reasons(duties(SILENT, ongoing)) == ()


def test_what_rests_on_illustrative_rows_is_told_where_its_mark_stands() -> None:
    invented = Judgement(Status.DONE_LATE, (Text("Đã xong", "Done"),), illustrative=True)
    assert shared_reasons(duties(invented, invented)) == ()
