from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.headline import GROUPS, PAST, figures, gravity, in_groups, past
from site_builder.progress.snapshot import Judgement
from site_builder.terms.status import Status

JUDGEMENTS = st.lists(st.builds(Judgement, st.sampled_from(Status), illustrative=st.booleans()))


def _group(status: Status) -> str:
    (found,) = [group.id for group in (*GROUPS, PAST) if status in group.statuses]
    return found


def test_every_status_is_in_one_group_and_no_other() -> None:
    every = (*GROUPS, PAST)
    assert Counter(status for group in every for status in group.statuses) == Counter(Status)
    assert len({group.id for group in every}) == len(every) == 5


def test_nothing_bad_or_unknown_is_counted_as_good() -> None:
    for group in GROUPS:
        tones = {status.tone for status in group.statuses}
        assert tones <= {"good": {"good"}, "ok": {"ok"}, "bad": {"bad", "slow"}}.get(
            group.tone, {"none", "wait"}
        )
    assert {status.tone for status in PAST.statuses} == {PAST.tone} == {"past"}
    assert _group(Status.ENDED) != _group(Status.NO_DATA), "what has ended is not missing"
    assert _group(Status.DONE_LATE) == _group(Status.NOT_MET)
    assert _group(Status.NOT_YET_DUE) == _group(Status.NO_DATA) != _group(Status.ON_TRACK)


@given(JUDGEMENTS)
def test_the_figures_add_up_to_everything_that_was_judged(judged: list[Judgement]) -> None:
    ended = past(judged)
    found = (*figures(judged), *((ended,) if ended else ()))
    assert sum(figure.count for figure in found) == len(judged)
    assert sum(figure.illustrative for figure in found) == sum(j.illustrative for j in judged)
    for figure in found:
        assert figure.count == sum(number for _, number in figure.counts) >= figure.illustrative
        assert {status for status, _ in figure.counts} <= set(figure.group.statuses)


def test_what_has_ended_has_a_figure_only_where_there_is_any() -> None:
    assert past([Judgement(Status.MET)]) is None
    found = past([Judgement(Status.MET), Judgement(Status.ENDED)])
    assert found is not None and found.count == 1


def test_a_strip_shows_the_statuses_of_a_group_side_by_side() -> None:
    counts = {Status.NO_DATA: 2, Status.NOT_MET: 1, Status.AT_LEVEL: 3, Status.BEHIND: 0}
    assert in_groups(counts) == ((Status.AT_LEVEL, 3), (Status.NOT_MET, 1), (Status.NO_DATA, 2))
    assert sorted(Status, key=gravity) == [s for group in (*GROUPS, PAST) for s in group.statuses]
